/** The orders in which cases are listed, and what each is read by: an index, the open cases alone, or at most as many cases as are counted. */
import type { CaseFilter } from './case-list.conditions.js';
import { urgencySql } from '../sql/case-light.js';

/** Orders that an index gives, or that sort open cases alone however many are closed. */
const WALKED = ['dueOn', 'collectedOn', 'number', 'urgency', 'closedOn'] as const;
/** Orders that no index gives: the cases of the list are found first, and sorted where they are no more than COUNTED_UP_TO. */
const GATHERED = ['title', 'unit', 'category', 'source', 'stage'] as const;
export const SORTS = [...WALKED, ...GATHERED] as const;
export type Sort = (typeof SORTS)[number];
export const DIRECTIONS = ['asc', 'desc'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** True for an order in which only so many cases are listed as can be counted: see decision 100. */
export const isGathered = (sort: Sort): boolean => (GATHERED as readonly Sort[]).includes(sort);

/** The way of an order where none is asked for: what is most urgent or due first, what is newest first, else from the first to the last. */
export const usualDirection = (sort: Sort): Direction =>
  ['collectedOn', 'number', 'closedOn', 'urgency'].includes(sort) ? 'desc' : 'asc';

/** The last case of a page: its sort values, in order, and its id. */
export interface Position {
  values: (string | number)[];
  id: string;
}

/** An expression on rectification_case c with its type. */
export type Part = readonly [sql: string, type: string];
export type Half = 'open' | 'closed';

export interface Order {
  /** What a position is told by, without the id. */
  parts: Part[];
  /** In all its parts, the id included. */
  descending: boolean;
  /** Where open and closed cases are listed one after the other: which first, and what the first part is of the second half. */
  halves?: { first: Half; second: number };
}

/** Beginnings of titles are compared, so that a position fits into an address. */
export const TITLE_COMPARED = 40;
const NO_RANK = 2_147_483_647;
const RANKED = { unit: 'lead_unit_id', category: 'category_id', source: 'source', stage: 'stage' } as const;

/** The order of a list. `now` is a placeholder of the moment of reading; `ranked` one of the values of a column in their order. */
export function orderOf(sort: Sort, direction: Direction, now: string, ranked: string): Order {
  const descending = direction === 'desc';
  switch (sort) {
    case 'collectedOn':
      return { parts: [['c.collected_on', 'date']], descending };
    case 'number':
      return { parts: [['c.number', 'text']], descending };
    case 'dueOn':
      return dueOrder([], descending);
    case 'urgency': // six is the most urgent: from there downwards, earlier due days first
      return dueOrder([[`-${urgencySql(now)}`, 'int']], !descending);
    case 'closedOn':
      return {
        parts: [
          [`(c.stage ${descending ? '=' : '<>'} 'closed')::int`, 'int'],
          [`coalesce(c.closed_on, '-infinity'::date)`, 'date'],
        ],
        descending,
        halves: { first: 'closed', second: descending ? 0 : 1 },
      };
    case 'title':
      return { parts: [[`left(t.title, ${TITLE_COMPARED}) COLLATE "C"`, 'text']], descending };
    default:
      return {
        parts: [[`coalesce(array_position(${ranked}, c.${RANKED[sort]}), ${NO_RANK})`, 'int']],
        descending,
      };
  }
}

/** Nothing is urgent about a closed case, and a case without a due day comes after those that have one, whichever way the list runs. */
function dueOrder(before: Part[], descending: boolean): Order {
  const closed = `(c.stage = 'closed')::int`;
  return {
    parts: [
      [descending ? `-${closed}` : closed, 'int'],
      ...before,
      [`coalesce(c.due_on, '${descending ? '-' : ''}infinity'::date)`, 'date'],
    ],
    descending,
    halves: { first: 'open', second: descending ? -1 : 1 },
  };
}

/** What sorts within a half: the first part is the same in all of it; every closed case has a day of closing, which has an index. */
export function partsWithin(sort: Sort, { parts }: Order, half: Half): Part[] {
  return sort === 'closedOn' && half === 'closed' ? [['c.closed_on', 'date']] : parts.slice(1);
}

/** Where cases of the filter may be that come after the position, one half after the other. */
export function halvesOf(
  { stage, light, overdue, outcome, closedFrom, closedTo }: CaseFilter,
  { first, second }: NonNullable<Order['halves']>,
  after: Position | null,
): Half[] {
  const isClosed = stage === 'closed' || [outcome, closedFrom, closedTo].some((value) => value !== undefined);
  const isOpen = (stage !== undefined && stage !== 'closed') || light !== undefined || overdue === true;
  const both: Half[] = first === 'open' ? ['open', 'closed'] : ['closed', 'open'];
  const left = after?.values[0] === second ? both.slice(1) : both;
  return left.filter((half) => (half === 'open' ? !isClosed : !isOpen));
}
