/** The position in a list of cases where the next page begins: its order and the moment it was read for stand in the cursor too. */
import { isDay } from '../domain/day.js';
import { TITLE_COMPARED, type Direction, type Position, type Sort } from '../store/lists/case-list.orders.js';
import { cursorOf, isIdKey, keysOf } from '../store/sql/page-cursor.js';

/** `now` (epoch milliseconds) is the moment for which the first page was read, so that no light changes between pages. */
export interface CaseCursor extends Position {
  sort: Sort;
  direction: Direction;
  now: number;
}

/** The cursor as text, safe in an address. */
export function caseCursorText({ sort, direction, now, values, id }: CaseCursor): string {
  return cursorOf([sort, direction, now, id, ...values]);
}

const day = (value: unknown): boolean => isDay(value) || value === 'infinity' || value === '-infinity';
const closed = (value: unknown): boolean => value === 0 || value === 1 || value === -1;
const rank = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) < 2 ** 31;
const SHAPES: Record<Sort, ((value: unknown) => boolean)[]> = {
  dueOn: [closed, day],
  collectedOn: [day],
  number: [(value) => typeof value === 'string' && /^[A-Za-z0-9-]{1,40}$/.test(value)],
  urgency: [closed, (value) => Number.isInteger(value) && (value as number) <= 0 && (value as number) >= -6, day],
  closedOn: [closed, day],
  title: [(value) => typeof value === 'string' && [...value].length <= TITLE_COMPARED && !value.includes('\u0000')],
  unit: [rank],
  category: [rank],
  source: [rank],
  stage: [rank],
};

/** The cursor of a text; refuses (400) what was not given out for this order or lies ahead of `latest`. */
export function caseCursorOf(text: string, sort: Sort, direction: Direction, latest: number): CaseCursor {
  const ofSort = (key: unknown): boolean => key === sort;
  const ofDirection = (key: unknown): boolean => key === direction;
  const moment = (key: unknown): boolean =>
    Number.isSafeInteger(key) && (key as number) >= 0 && (key as number) <= latest;
  const [, , now, id, ...values] = keysOf(text, [ofSort, ofDirection, moment, isIdKey, ...SHAPES[sort]]);
  return { sort, direction, now: now as number, id: id as string, values: values as (string | number)[] };
}
