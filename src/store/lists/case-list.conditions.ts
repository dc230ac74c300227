/** What a list of cases is asked for, as SQL conditions on rectification_case c and case_text t. */
import type { Day } from '../../domain/day.js';
import { counted, type ListMeasure } from '../../domain/report.js';
import type { Ties } from '../../domain/separation.js';
import type { Light, Outcome, Source, Stage, Track } from '../../domain/words.js';
import { apartSql, apartValues } from '../sql/apart-sql.js';
import { overdueSql } from '../sql/overdue-sql.js';
import { lightSql } from '../sql/case-light.js';
import { cameSince } from '../reports/came-since.js';
import { Binder, deltaConditions } from '../reports/report-question.js';
import { textCondition } from './text-search.js';

/** `none`: cases that have no such thing. */
export type OrNone = string | 'none';

export interface CaseFilter {
  stage?: Stage | undefined;
  light?: Light | undefined;
  /** Lead units: a unit with everything below it. */
  unitIds?: readonly string[] | undefined;
  /** Exactly this lead unit. */
  leadUnitId?: OrNone | undefined;
  /** A category with its children. */
  categoryIds?: readonly string[] | undefined;
  exactCategoryId?: OrNone | undefined;
  source?: Source | undefined;
  meetingId?: OrNone | undefined;
  planId?: string | undefined;
  overdue?: boolean | undefined;
  outcome?: Outcome | undefined;
  track?: Track | undefined;
  q?: string | undefined;
  /** With `q`: cases that hold its words elsewhere than in their text. */
  elsewhere?: readonly string[] | undefined;
  takenOver: 'include' | 'exclude';
  /** First and last day of collection. */
  from?: Day | undefined;
  to?: Day | undefined;
  /** First and last due day. */
  dueFrom?: Day | undefined;
  dueTo?: Day | undefined;
  /** First and last day of closing. */
  closedFrom?: Day | undefined;
  closedTo?: Day | undefined;
  /** Cases of a person: led by one of these units, or worked on by them. */
  ofPerson?: { id: string; unitIds: readonly string[] } | undefined;
  /** The cases behind a figure of the closure report of that day, under the properties they had then; with `since` those that came to count under it
   *  on that day or later. */
  behind?: { measure: ListMeasure; asOf: Day; since?: Day | undefined } | undefined;
  /** With a meeting: only cases to which none of these ties the reader, for whom the meetings of the others are hidden. */
  apart?: Ties | undefined;
}

/** Whose cases a reader sees, after domain/visibility.ts. */
export interface Visible {
  overseen: readonly string[];
  worked: readonly string[];
}

/** The moment of reading, and the office's day it lies in. */
export interface Moment {
  now: Date;
  today: Day;
}

/** How the cases behind a figure of the report are met: by their ids, which already fit the whole filter; `dense`: most rows that are
 *  looked at will do, so each is asked, in the order of the list; `sought`: as the planner will, since nobody knows yet how many there are. */
export type Behind = readonly string[] | 'dense' | 'sought';

export interface ConditionOptions extends Moment {
  behind: Behind;
  /** Look for the words row by row, since they are met soon enough by going along the list: see textCondition. */
  alongTheList?: boolean;
  /** Every case that is looked at is known to be visible. */
  visibleAnyway?: boolean;
}

/** The conditions, to be joined by AND. Behind a figure, properties and visibility are those of that day. */
export function conditionsOf(
  filter: CaseFilter,
  visible: Visible,
  bind: Binder,
  { now, today, behind, alongTheList = false, visibleAnyway = false }: ConditionOptions,
): string[] {
  if (filter.behind !== undefined && typeof behind !== 'string') return [`c.id = ANY(${bind.bind(behind, 'uuid[]')})`];
  const at = (): string => bind.bind(now, 'timestamptz');
  const overdue = (): string => overdueSql(at(), bind.bind(today, 'date'));
  const found: string[] = [];
  const equal = (column: string, value: string | undefined): void => {
    if (value !== undefined) found.push(`c.${column} = ${bind.bind(value, 'text')}`);
  };
  equal('stage', filter.stage);
  equal('outcome', filter.outcome);
  equal('track', filter.track);
  if (filter.planId !== undefined) found.push(`c.plan_id = ${bind.bind(filter.planId, 'uuid')}`);
  for (const [column, from, to] of [
    ['due_on', filter.dueFrom, filter.dueTo],
    ['closed_on', filter.closedFrom, filter.closedTo],
  ] as const) {
    if (from !== undefined) found.push(`c.${column} >= ${bind.bind(from, 'date')}`);
    if (to !== undefined) found.push(`c.${column} <= ${bind.bind(to, 'date')}`);
  }
  if (filter.closedFrom !== undefined || filter.closedTo !== undefined) found.push(`c.stage = 'closed'`);
  if (filter.ofPerson !== undefined) found.push(ofPersonSql(filter.ofPerson, bind));
  if (filter.overdue === true) found.push(overdue());
  if (filter.overdue === false) found.push(`(${overdue()}) IS NOT TRUE`);
  // That no light burns on a closed case says nothing new, but lets an index of open cases serve.
  if (filter.light !== undefined)
    found.push(`c.stage <> 'closed' AND ${lightSql(at())} = ${bind.bind(filter.light, 'text')}`);
  if (filter.q !== undefined && filter.q.trim() !== '') {
    const { elsewhere } = filter;
    const { sql, values } = textCondition(filter.q, bind.values.length + 1, { alongTheList, elsewhere });
    bind.values.push(...values);
    found.push(sql);
  }
  if (filter.behind !== undefined) return [...found, ...behindFigure(filter, visible, bind, today, behind === 'dense')];
  const visibility = visibleAnyway ? [] : [visibleSql(visible, bind)];
  if (filter.apart !== undefined) found.push(apartSql(apartPlaces(filter.apart, bind)));
  return [...found, ...properties(filter, bind, 'c', 'lead_unit_id'), ...visibility];
}

/** Who answers for the lead unit, or took a step of the work: both stand in the history of the case. */
function ofPersonSql({ id, unitIds }: NonNullable<CaseFilter['ofPerson']>, bind: Binder): string {
  return `(c.lead_unit_id = ANY(${bind.bind(unitIds, 'uuid[]')}) OR (c.context -> 'workers')::jsonb ? ${bind.bind(id, 'text')})`;
}

function apartPlaces(ties: Ties, bind: Binder): string[] {
  return apartValues(ties).map((value, at) => bind.bind(value, ['uuid[]', 'uuid[]', 'int8[]', 'text'][at]!));
}

/** Units of which the reader sees every case that they lead. */
export const unitsSeen = ({ overseen, worked }: Visible): ReadonlySet<string> => new Set([...overseen, ...worked]);

/** Visibility in SQL: the rule of visibleUnits. */
export function visibleSql(visible: Visible, bind: Binder): string {
  const led = bind.bind([...unitsSeen(visible)], 'uuid[]');
  return `(c.office_unit_id = ANY(${bind.bind(visible.overseen, 'uuid[]')}) OR c.lead_unit_id = ANY(${led})
    OR c.supporting_unit_ids && ${bind.bind(visible.worked, 'uuid[]')})`;
}

function properties(filter: CaseFilter, bind: Binder, alias: string, unit: string): string[] {
  const found: string[] = [];
  const orNone = (column: string, value: OrNone | undefined): void => {
    if (value === 'none') found.push(`${alias}.${column} IS NULL`);
    else if (value !== undefined) found.push(`${alias}.${column} = ${bind.bind(value, 'uuid')}`);
  };
  if (filter.unitIds !== undefined) found.push(`${alias}.${unit} = ANY(${bind.bind(filter.unitIds, 'uuid[]')})`);
  orNone(unit, filter.leadUnitId);
  if (filter.categoryIds !== undefined) {
    found.push(`${alias}.category_id = ANY(${bind.bind(filter.categoryIds, 'uuid[]')})`);
  }
  orNone('category_id', filter.exactCategoryId);
  if (filter.source !== undefined) found.push(`${alias}.source = ${bind.bind(filter.source, 'text')}`);
  orNone('meeting_id', filter.meetingId);
  if (filter.from !== undefined) found.push(`${alias}.collected_on >= ${bind.bind(filter.from, 'date')}`);
  if (filter.to !== undefined) found.push(`${alias}.collected_on <= ${bind.bind(filter.to, 'date')}`);
  if (filter.takenOver === 'exclude') found.push(`NOT ${alias}.taken_over`);
  return found;
}

/** What is so of every case that counts under the measure today, in words of the case as it is: such cases are few and known by an index. */
const OF_OPEN_CASES: Partial<Record<ListMeasure, (today: () => string) => string>> = {
  overdue: (today) => `c.stage <> 'closed' AND c.due_on < ${today()}`,
  parked: () => `c.stage <> 'closed' AND c.clock_mode = 'paused'`,
};

function behindFigure(filter: CaseFilter, visible: Visible, bind: Binder, today: Day, dense: boolean): string[] {
  const { measure, asOf, since } = filter.behind!;
  const came = since === undefined ? undefined : cameSince(measure, since, asOf);
  const { plus, minus } = came ?? counted(measure);
  const scope = { offices: visible.overseen, units: [...unitsSeen(visible)] };
  const conditions = [
    `d.measure = ANY(${bind.bind([...plus, ...minus], 'text[]')})`,
    `d.day <= ${bind.bind(came?.last ?? asOf, 'date')}`,
    ...(came === undefined ? [] : [`d.day >= ${bind.bind(came.first, 'date')}`]),
    ...deltaConditions({ scope, unitIds: null, takenOver: 'include' }, bind),
    ...properties(filter, bind, 'd', 'unit_id'),
    // As the row of the report: the lead unit of that day.
    ...(filter.apart === undefined ? [] : [`(d.unit_id = ANY(${bind.bind(filter.apart.now, 'uuid[]')})) IS NOT TRUE`]),
  ].join(' AND ');
  const sum =
    minus.length === 0
      ? 'sum(d.delta)'
      : `sum(CASE WHEN d.measure = ANY(${bind.bind(minus, 'text[]')}) THEN -d.delta ELSE d.delta END)`;
  const open = asOf === today ? OF_OPEN_CASES[measure] : undefined;
  // Of a meeting there are few cases too: where they are few they are asked one by one.
  const isOfMeeting = filter.meetingId !== undefined && filter.meetingId !== 'none';
  const found =
    dense || isOfMeeting || open !== undefined
      ? `(SELECT ${sum} FROM report_deltas d WHERE d.case_id = c.id AND ${conditions}) > 0`
      : `c.id IN (SELECT d.case_id FROM report_deltas d WHERE ${conditions} GROUP BY d.case_id HAVING ${sum} > 0)`;
  if (open !== undefined)
    return [found, open(() => bind.bind(today, 'date')), ...properties(filter, bind, 'c', 'lead_unit_id')];
  // What never changes is said of the case too: a walk along the list then begins where they are.
  const { from, to, meetingId } = filter;
  return [found, ...properties({ takenOver: 'include', from, to, meetingId }, bind, 'c', '')];
}
