/** The one statement of a closure report: every sum of one snapshot, in one round trip. */
import type { Day } from '../../domain/day.js';
import { monthOf } from '../../domain/report.js';
import type { Split } from '../../domain/words.js';
import { preparedName } from '../sql/prepared.js';
import { MINUTES, SUM_COLUMNS, SUMS_OF_DELTAS } from './report-columns.js';
import {
  Binder,
  cohorts,
  countedTwice,
  deltaConditions,
  NIL,
  WITHHELD,
  type ReportQuestion,
  type Window,
} from './report-question.js';
import { BUCKET, CLOSINGS_OF_DELTAS, EVER, THROUGH_PERIOD } from './report-spread.js';

/** Which rows are summed up. `present`: everything compacted in one level, and the days that came after; right where the day asked for
 *  is not before the last compacted one. `past`: whole months, and the deltas of the month that is cut; right always.
 *  `plain`: the deltas alone, for the proof that the rollup equals them. */
export type Form = 'present' | 'past' | 'plain';

const KEY_OF_DELTA: Record<Split, string> = {
  unit: 'd.unit_id::text',
  category: 'd.category_id::text',
  source: 'd.source',
  meeting: 'd.meeting_id::text',
  month: `to_char(d.collected_on, 'YYYY-MM')`,
};
const KEY_OF_ROLLUP: Record<Split, string> = {
  unit: `nullif(r.unit_id, '${NIL}')::text`,
  category: `nullif(r.key, '')`,
  source: `nullif(r.key, '')`,
  meeting: `nullif(r.key, '')`,
  month: `to_char(r.cohort, 'YYYY-MM')`,
};
/** Names of the rows as pairs of key and name, in their order; only where the reader's own reference data have none. */
const LABELS: Partial<Record<Split, string>> = {
  category: `SELECT json_agg(json_build_array(id, name_zh) ORDER BY sort, code) FROM category`,
  meeting: `SELECT json_agg(json_build_array(m.id, m.held_on || ' ' || m.title)) FROM meeting m
    WHERE m.id = ANY(ARRAY(SELECT DISTINCT key::uuid FROM p WHERE key IS NOT NULL))`,
};
/** What a row counts under. Only the split by meeting tells what some must not learn. */
function keySql({ by, withheld = [] }: ReportQuestion, alias: 'd' | 'r', bind: Binder): string {
  const key = (alias === 'd' ? KEY_OF_DELTA : KEY_OF_ROLLUP)[by];
  if (by !== 'meeting' || withheld.length === 0) return key;
  const isTheirs = `${alias}.unit_id = ANY(${bind.bind(withheld, 'uuid[]')})`;
  return `CASE WHEN ${key} IS NOT NULL AND ${isTheirs} THEN '${WITHHELD}' ELSE ${key} END`;
}

const COLUMNS = SUM_COLUMNS.map(({ column }) => column);
/** What tells whether a unit ever got a negative answer. */
export const JUDGED = ['visitAnswered', 'visitFixed', 'visitRated', 'visitSatisfied'] as const;
const JUDGED_COLUMNS = JUDGED.map((judged) => SUM_COLUMNS.find(({ name }) => name === judged)!.column);

export interface ReportStatement {
  /** Given where the text is the same for every such question, so that it is planned once a connection. */
  name?: string;
  text: string;
  values: unknown[];
}

/** The statement that answers `question` in one row: through, refs, groups, doubled, units, closings, labels. By unit a row counts what is charged to
 *  its unit beside another, and `doubled` is what of it the total leaves out; by anything else each case is counted once from the start. */
export function reportStatement(question: ReportQuestion, form: Form): ReportStatement {
  const bind = new Binder();
  const { by, from, to } = question;
  const parts = [...rollupParts(question, form, bind), ...deltaParts(question, form, bind)];
  const sums = (columns: readonly string[]): string => columns.map((column) => `sum(${column})`).join(', ');
  const text = `WITH p AS MATERIALIZED (${parts.join('\nUNION ALL ')})
    SELECT (SELECT through FROM report_rollup_state WHERE id = 1) AS through, (SELECT version FROM reference_version WHERE id = 1) AS refs,
      (SELECT json_agg(json_build_array(key, sums)) FROM (SELECT key, ARRAY[${sums(COLUMNS)}] AS sums FROM p GROUP BY key) g) AS groups,
      ${by === 'unit' ? `(SELECT to_json(ARRAY[${sums(COLUMNS)}]) FROM p WHERE twice)` : 'NULL::json'} AS doubled,
      (SELECT json_agg(json_build_array(key, unit_id, sums)) FROM (SELECT key, unit_id, ARRAY[${sums(JUDGED_COLUMNS)}] AS sums FROM p
         WHERE unit_id IS NOT NULL AND (${JUDGED_COLUMNS.map((column) => `${column} <> 0`).join(' OR ')})
         GROUP BY key, unit_id HAVING sum(visit_answered) <> 0) u) AS units,
      (SELECT json_agg(json_build_array(key, closings)) FROM p WHERE closings <> '{}') AS closings,
      (${LABELS[by] ?? 'NULL::json'}) AS labels`;
  const { whole, ends } = cohorts(from, to);
  const isUsual = form === 'present' && whole !== null && ends.length === 0;
  return {
    ...(isUsual ? { name: preparedName(`closure-report-${by}`, text) } : {}),
    text,
    values: bind.values,
  };
}

/** Rollup rows `r`, as they are. */
function rollupParts(question: ReportQuestion, form: Form, bind: Binder): string[] {
  const { by, asOf, from, to } = question;
  const { whole } = cohorts(from, to);
  if (form === 'plain' || whole === null) return [];
  const periods =
    form === 'present'
      ? [
          `r.level = 'through' AND r.period = ${THROUGH_PERIOD}`,
          `r.level = 'day' AND r.period <= ${bind.bind(asOf, 'date')}`,
        ]
      : [`r.level = 'month' AND r.period < ${bind.bind(monthOf(asOf).first, 'date')}`];
  const isEver = by !== 'month' && from === null && to === null;
  return periods.map((period) => {
    const conditions = [
      `r.family = '${by === 'month' ? 'unit' : by}' AND ${period}`,
      isEver ? `r.cohort = ${EVER}` : `r.cohort > ${EVER}`,
      ...window(whole, 'r.cohort', bind),
      ...deltaConditions(question, bind, 'r'),
    ];
    const twice = countedTwice(question, bind, 'r');
    if (by !== 'unit') conditions.push(`NOT ${twice}`);
    return `SELECT ${keySql(question, 'r', bind)} AS key, nullif(r.unit_id, '${NIL}') AS unit_id, ${by === 'unit' ? twice : 'false'} AS twice, ${COLUMNS.map((column) => `r.${column}`).join(', ')}, r.closings
      FROM report_rollup r WHERE ${conditions.join(' AND ')}`;
  });
}

/** What the rollup does not hold, from the deltas `d`; together with it every delta is counted once. */
function deltaParts(question: ReportQuestion, form: Form, bind: Binder): string[] {
  const { asOf, by, from, to } = question;
  const all: Window = { from: from ?? '0001-01-01', to: to ?? '9999-12-31' };
  const part = (extra: string[], collected: Window): string => {
    const conditions = [
      `d.day <= ${bind.bind(asOf, 'date')}`,
      ...extra,
      ...window(collected, 'd.collected_on', bind),
      ...deltaConditions(question, bind),
    ];
    const twice = countedTwice(question, bind);
    if (by !== 'unit') conditions.push(`NOT ${twice}`);
    // Summed up by measure first: the many columns are then made of few rows.
    return `SELECT d.key, d.unit_id, d.twice, ${SUMS_OF_DELTAS}, ${CLOSINGS_OF_DELTAS} AS closings FROM
      (SELECT ${keySql(question, 'd', bind)} AS key, d.unit_id, ${by === 'unit' ? twice : 'false'} AS twice, d.measure, ${BUCKET} AS bucket,
         sum(d.delta) AS n, ${MINUTES} AS minutes
       FROM report_deltas d WHERE ${conditions.join(' AND ')} GROUP BY 1, 2, 3, 4, 5) d GROUP BY d.key, d.unit_id, d.twice`;
  };
  if (form === 'plain') return [part([], all)];
  const { whole, ends } = cohorts(from, to);
  const parts = [part(['NOT d.folded'], all), ...ends.map((end) => part(['d.folded'], end))];
  // Months stand whole in the rollup: of the one that `asOf` cuts, the days up to it are summed.
  if (form === 'past' && whole !== null) {
    parts.push(part(['d.folded', `d.day >= ${bind.bind(monthOf(asOf).first, 'date')}`], whole));
  }
  return parts;
}

function window({ from, to }: { from: Day; to: Day }, column: string, bind: Binder): string[] {
  return [
    ...(from === '0001-01-01' ? [] : [`${column} >= ${bind.bind(from, 'date')}`]),
    ...(to === '9999-12-31' ? [] : [`${column} <= ${bind.bind(to, 'date')}`]),
  ];
}
