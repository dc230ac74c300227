/** Pages of cases by keyset: stable under writes, as cheap on the thousandth page as on the first. */
import { Inject, Injectable } from '@nestjs/common';
import type { CaseContext, StateValue } from '../../domain/case.js';
import type { Day } from '../../domain/day.js';
import { added, casesBehind, type Sums } from '../../domain/report.js';
import type { Light, Outcome, Source, Stage, Track } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { Refused } from '../../domain/errors.js';
import { lightSql } from '../sql/case-light.js';
import {
  conditionsOf,
  unitsSeen,
  type Behind,
  type CaseFilter,
  type Moment,
  type Visible,
} from './case-list.conditions.js';
import {
  halvesOf,
  isGathered,
  orderOf,
  partsWithin,
  type Direction,
  type Half,
  type Part,
  type Position,
  type Sort,
} from './case-list.orders.js';
import { questionBehind } from './figure-question.js';
import { Binder } from '../reports/report-question.js';
import { ReportStore } from '../reports/report.store.js';
import { SearchStore } from './search.store.js';

export interface PageQuestion extends Moment {
  filter: CaseFilter;
  visible: Visible;
  sort: Sort;
  direction: Direction;
  /** For an order by a unit, a source or a stage: their values in their order. Categories stand in the order of their tree. */
  ranked: readonly string[];
  limit: number;
  after: Position | null;
  /** Lead units to go through one by one when only overdue cases are asked for: all of them, or a subtree. */
  units: readonly string[];
  /** See ConditionOptions. */
  alongTheList?: boolean;
}

export interface CaseLine {
  id: string;
  number: string;
  version: number;
  title: string;
  stage: Stage;
  state: StateValue;
  /** Without the entries that a fresh case has. */
  context: Partial<CaseContext>;
  workflow_name: string;
  workflow_version: number;
  workflow_hash: string;
  light: Light | null;
  source: Source;
  track: Track;
  lead_unit_id: string | null;
  category_id: string | null;
  category_zh: string | null;
  category_en: string | null;
  meeting_id: string | null;
  due_on: Day | null;
  due_provisional: boolean;
  outcome: Outcome | null;
  closed_on: Day | null;
  is_key: boolean;
  collected_on: Day;
  position: (string | number)[];
}

export interface CasePage {
  lines: CaseLine[];
  /** Position of the last line where more follow. */
  next: Position | null;
  total: number;
  totalIsEstimate: boolean;
}

/** Up to here totals are counted; beyond, PostgreSQL's statistics are asked, or the sample of texts. */
export const COUNTED_UP_TO = 10_000;
/** So many times as many are expected before nobody counts. */
const SURELY = 1.5;
/** Lists of the overdue have a due day, and are read from the index unit by unit. */
const BY_UNIT: Part[] = [['c.due_on', 'date']];

@Injectable()
export class CaseListStore {
  /** Asks the primary, as the list does: its total is never older than its page. */
  private readonly reports: ReportStore;

  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly search: SearchStore,
  ) {
    this.reports = new ReportStore({ pool: database.pool, reportPool: database.pool });
  }

  /** One page with the total. Statements go unprepared, so that the planner sees words and units and their frequency. Refuses (422) an
   *  order for which too many cases would have to be sorted. */
  async page(question: PageQuestion): Promise<CasePage> {
    const isSorted = isGathered(question.sort);
    const words = await this.expected(question);
    const counting: Counted | Promise<Counted> =
      words?.total === undefined ? this.total(question) : { total: words.total, totalIsEstimate: true };
    // The way to the cases behind a figure depends on how many they are; else both are asked at once.
    const ids = question.filter.behind === undefined && !isSorted ? undefined : (await counting).ids;
    if (isSorted && ids === undefined) throw tooManyToSort();
    const ranked = question.sort === 'category' ? await this.categories() : question.ranked;
    const { text, values } = pageStatement(
      { ...question, ranked, alongTheList: words?.alongTheList ?? false },
      ids ?? 'dense',
    );
    const [{ rows }, { total, totalIsEstimate }] = await Promise.all([
      this.database.pool.query<CaseLine>(text, values),
      counting,
    ]);
    const lines = rows.slice(0, question.limit);
    const last = rows.length > question.limit ? lines.at(-1) : undefined;
    if (question.after === null && last === undefined) {
      return { lines, next: null, total: lines.length, totalIsEstimate: false };
    }
    return { lines, next: last === undefined ? null : { values: last.position, id: last.id }, total, totalIsEstimate };
  }

  /** For words that many texts hold: how many cases of the list do, where these are surely too many to be counted, and whether
   *  its pages are found sooner along the list. The cases of the sample are asked as they are now. Undefined for rare words. */
  private async expected({
    filter,
    visible,
    sort,
    limit,
    now,
    today,
  }: PageQuestion): Promise<{ total: number | undefined; alongTheList: boolean } | undefined> {
    const words = (filter.q ?? '').trim();
    if (words === '') return undefined;
    const { share, ids, size, stored } = await this.search.frequencyOf(words);
    if (share * share * stored <= limit + 1) return undefined;
    const bind = new Binder();
    const sampled = `c.id = ANY(${bind.bind(ids, 'uuid[]')})`;
    const others = conditionsOf({ ...filter, q: undefined }, visible, bind, { now, today, behind: 'dense' });
    const { rows } = await this.database.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM rectification_case c WHERE ${[sampled, ...others].join(' AND ')}`,
      bind.values,
    );
    const held = rows[0]!.n / size;
    // Four standard deviations of what a sample says of COUNTED_UP_TO cases.
    const surely = COUNTED_UP_TO + 4 * Math.sqrt((COUNTED_UP_TO * stored) / size);
    const isOrdered = sort === 'collectedOn' || sort === 'number';
    return {
      total: held * stored > surely ? Math.round(held * stored) : undefined,
      // Along the list a page is met within limit / held cases; the index gives all texts with the words.
      alongTheList: isOrdered && held * share * stored > limit + 1,
    };
  }

  /** All categories, each parent before its children. */
  private async categories(): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ id: string }>(
      `SELECT k.id FROM category k LEFT JOIN category p ON p.id = k.parent_id
        ORDER BY coalesce(p.sort, k.sort), coalesce(p.id, k.id), p.id IS NOT NULL, k.sort, k.id`,
    );
    return rows.map(({ id }) => id);
  }

  /** How many cases stand behind a figure, as the report says it; undefined where the list asks for more than the report tells apart. */
  private async figure({ filter, visible }: PageQuestion): Promise<number | undefined> {
    const asked = questionBehind(filter, visible);
    if (asked === undefined) return undefined;
    const { groups, doubled } = await this.reports.sums(asked.question);
    const own = groups.filter(({ key }) => asked.key === undefined || key === asked.key);
    const all = own.reduce<Sums>((sum, group) => added(sum, group.sums), {});
    const sums = asked.key === undefined ? added(all, doubled, -1) : all;
    return casesBehind(sums, asked.measure);
  }

  private async total(question: PageQuestion): Promise<Counted> {
    const figure = await this.figure(question);
    if (figure !== undefined && figure > COUNTED_UP_TO) return { total: figure, totalIsEstimate: false };
    const sure = await this.surelyMore(question);
    if (sure !== undefined) return { total: sure, totalIsEstimate: true };
    const { filter } = question;
    const { rows: found, values } = foundStatement(question);
    const gathered = filter.behind === undefined && !isGathered(question.sort) ? 'NULL' : 'array_agg(id)';
    const { rows } = await this.database.pool.query<{ n: number; ids: string[] | null }>(
      `SELECT count(*)::int AS n, ${gathered} AS ids FROM (SELECT id FROM (${found}) c LIMIT ${COUNTED_UP_TO + 1}) found`,
      values,
    );
    const { n, ids } = rows[0]!;
    if (n <= COUNTED_UP_TO) return { total: n, totalIsEstimate: false, ids: ids ?? [] };
    return { total: Math.max(n, await this.planned(found, values)), totalIsEstimate: true };
  }

  /** How many cases are in a list that nothing narrows, where these are surely too many to be counted: by what PostgreSQL knows of one column, which is right
   *  within a hundredth. Undefined where they may have to be counted. */
  private async surelyMore({ filter, visible, now, today, sort }: PageQuestion): Promise<number | undefined> {
    if (isGathered(sort) || filter.behind !== undefined) return undefined;
    const bind = new Binder();
    const narrowed = conditionsOf(filter, visible, bind, { now, today, behind: 'sought', visibleAnyway: true });
    if (narrowed.length > 0) return undefined;
    const { overseen, worked } = visible;
    const [column, ids] = overseen.length > 0 ? ['office_unit_id', overseen] : ['lead_unit_id', worked];
    const some = `SELECT 1 FROM rectification_case c WHERE c.${column} = ANY(${bind.bind(ids, 'uuid[]')})`;
    const cases = await this.planned(some, bind.values);
    return cases > SURELY * COUNTED_UP_TO ? cases : undefined;
  }

  /** Rows that the planner expects. */
  private async planned(statement: string, values: unknown[]): Promise<number> {
    const { rows } = await this.database.pool.query<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(
      `EXPLAIN (FORMAT JSON) ${statement}`,
      values,
    );
    return rows[0]!['QUERY PLAN'][0]!.Plan['Plan Rows'];
  }
}

/** The ids of all cases of the list. Late ones are looked for unit by unit, as their pages are: those of units of which the reader sees everything are found in
 *  the index alone. */
function foundStatement({ filter, visible, now, today, units, sort }: PageQuestion): {
  rows: string;
  values: unknown[];
} {
  const bind = new Binder();
  const seen = unitsSeen(visible);
  const select = (of: CaseFilter, visibleAnyway: boolean): string => {
    const where = conditionsOf(of, visible, bind, { now, today, behind: 'sought', visibleAnyway });
    return `SELECT c.id FROM ${fromSql(filter)} WHERE ${where.join(' AND ') || 'true'}`;
  };
  const isSeen = (id: string): boolean => seen.has(id);
  if (filter.overdue !== true || filter.behind !== undefined || isGathered(sort)) {
    return { rows: select(filter, filter.unitIds?.every(isSeen) ?? false), values: bind.values };
  }
  const [all, some] = [units.filter(isSeen), units.filter((id) => !isSeen(id))];
  const parts = [
    select({ ...filter, unitIds: all }, true),
    ...(some.length > 0 ? [select({ ...filter, unitIds: some }, false)] : []),
  ];
  return { rows: parts.join(' UNION ALL '), values: bind.values };
}

interface Counted {
  total: number;
  totalIsEstimate: boolean;
  /** Behind a figure, the cases themselves where they could be counted. */
  ids?: string[];
}

const tooManyToSort = (): Refused =>
  new Refused(
    422,
    'list.tooManyToSort',
    `按此列排序最多 ${COUNTED_UP_TO.toLocaleString('en')} 项：请先筛选，或按编号、收集日期、时限、状态、办结日期排序`,
    `At most ${COUNTED_UP_TO.toLocaleString('en')} cases can be sorted by this: filter first, or sort by number, day of collection, due day, status or day of closing`,
  );

const HALVES: Record<Half, string> = { open: `c.stage <> 'closed'`, closed: `c.stage = 'closed'` };

/** The type of the values that are ranked. */
const ofRanks = (sort: Sort): string => (sort === 'unit' || sort === 'category' ? 'uuid[]' : 'text[]');

const fromSql = (filter: CaseFilter): string =>
  (filter.q ?? '').trim() === '' ? 'rectification_case c' : 'rectification_case c JOIN case_text t ON t.case_id = c.id';

/** The statement of one page. Exported for the check of its plan. */
export function pageStatement(question: PageQuestion, behind: Behind): { text: string; values: unknown[] } {
  const { filter, visible, sort, limit, after, now, today, units, alongTheList = false } = question;
  const bind = new Binder();
  const at = bind.bind(now, 'timestamptz');
  const ranked = isGathered(sort) && sort !== 'title' ? bind.bind(question.ranked, ofRanks(sort)) : '';
  const all = orderOf(sort, question.direction, at, ranked);
  const { descending } = all;
  const byUnit = filter.overdue === true && sort === 'dueOn' && !descending && filter.behind === undefined;
  const ordered = (parts: readonly Part[]): string =>
    [...parts, ['c.id', 'uuid']].map(([sql]) => `${sql} ${descending ? 'DESC' : 'ASC'}`).join(', ');
  const restOf = (parts: readonly Part[]): string => `ORDER BY ${ordered(parts)} LIMIT ${limit + 1}`;
  /** Comes after the position; `values` are those of the parts. */
  const beyond = (parts: readonly Part[], values: Position['values']): string => {
    const keys = [...parts, ['c.id', 'uuid'] as const];
    const bound = [...values, after!.id].map((value, i) => bind.bind(value, keys[i]![1]));
    return `(${keys.map(([sql]) => sql).join(', ')}) ${descending ? '<' : '>'} (${bound.join(', ')})`;
  };
  const where = (of: CaseFilter, visibleAnyway: boolean, half?: Half): string => {
    const found = conditionsOf(of, visible, bind, { now, today, behind, alongTheList, visibleAnyway });
    if (half !== undefined) found.push(HALVES[half]);
    if (after === null) return found.join(' AND ');
    if (byUnit) found.push(beyond(BY_UNIT, after.values.slice(1)));
    else if (half === undefined) found.push(beyond(all.parts, after.values));
    // a position in the first half has all of the second behind it
    else if ((half === all.halves!.first) === (after.values[0] !== all.halves!.second))
      found.push(beyond(partsWithin(sort, all, half), after.values.slice(1)));
    return found.join(' AND ');
  };
  /** The first of each unit from the index, so that no unit is read further than a page. A condition that is true anyway
   *  is left out: the planner would take it for a rare one, and sort. */
  const ofUnits = (ids: readonly string[], visibleAnyway: boolean): string =>
    `SELECT c.* FROM unnest(${bind.bind(ids, 'uuid[]')}) AS u (id) CROSS JOIN LATERAL (SELECT c.id, c.due_on
       FROM ${fromSql(filter)} WHERE c.lead_unit_id = u.id AND ${where({ ...filter, unitIds: undefined }, visibleAnyway)} ${restOf(BY_UNIT)}) c`;
  const seen = unitsSeen(visible);
  const inOrder = (half: Half): string =>
    `SELECT c.id FROM ${fromSql(filter)} WHERE ${where(filter, false, half)} ${restOf(partsWithin(sort, all, half))}`;
  const idsOf = (): string => {
    if (isGathered(sort)) {
      const found = [`c.id = ANY(${bind.bind(behind, 'uuid[]')})`, ...(after ? [beyond(all.parts, after.values)] : [])];
      const from = `rectification_case c${sort === 'title' ? ' JOIN case_text t ON t.case_id = c.id' : ''}`;
      return `SELECT c.id FROM ${from} WHERE ${found.join(' AND ')} ${restOf(all.parts)}`;
    }
    if (byUnit) {
      return `SELECT c.id FROM (${ofUnits(
        units.filter((id) => seen.has(id)),
        true,
      )} UNION ALL ${ofUnits(
        units.filter((id) => !seen.has(id)),
        false,
      )}) c ${restOf(BY_UNIT)}`;
    }
    if (all.halves === undefined)
      return `SELECT c.id FROM ${fromSql(filter)} WHERE ${where(filter, false)} ${restOf(all.parts)}`;
    // One after the other: the closed ones, who are many, are not looked at before the open ones have come to an end.
    const halves = halvesOf(filter, all.halves, after);
    if (halves.length === 0) return 'SELECT NULL::uuid AS id LIMIT 0';
    return `SELECT h.id FROM (${halves.map((half) => `(${inOrder(half)})`).join(' UNION ALL ')}) h LIMIT ${limit + 1}`;
  };
  const ids = idsOf();
  // Text, category and the long context are fetched for the page alone.
  const text = `SELECT c.id, c.number, c.version, t.title, c.stage, c.state, c.context, c.workflow_name, c.workflow_version,
      c.workflow_hash, ${lightSql(at)} AS light, c.source, c.track, c.lead_unit_id, c.category_id, k.name_zh AS category_zh,
      k.name_en AS category_en, c.meeting_id, c.due_on, c.due_provisional, c.outcome, c.closed_on, c.is_key, c.collected_on,
      json_build_array(${all.parts.map(([sql]) => sql).join(', ')}) AS position
    FROM (${ids}) page JOIN rectification_case c USING (id) JOIN case_text t ON t.case_id = c.id
    LEFT JOIN category k ON k.id = c.category_id ORDER BY ${ordered(all.parts)}`;
  return { text, values: bind.values };
}
