/** From deltas to rollup rows, in SQL: the one place that says which rows a delta is counted in. */
import { MINUTES, SUM_COLUMNS, SUMS_OF_DELTAS } from './report-columns.js';
import { NIL } from './report-question.js';

/** The key of a rollup row, in the order of its index. */
export const ROLLUP_KEY = 'family, level, period, cohort, unit_id, office_unit_id, key, taken_over, beside';
/** What a rollup row holds: the sums, and the closings by working days. */
export const ROLLUP_SUMS = [...SUM_COLUMNS.map(({ column }) => column), 'closings'];
/** Stands in `cohort` for all months of collection together, and in `period` for everything through the last compacted day. */
export const EVER = `date '-infinity'`;
export const THROUGH_PERIOD = `date '0001-01-01'`;

/** Deltas `from` (a relation, or a subquery in brackets) by what the rollup tells apart, `n` the sum of each: far fewer rows,
 *  so that the spreading that follows is cheap. `later` is null for the days through `through`. */
export const gatheredDeltas = (from: string, through: string): string =>
  `SELECT date_trunc('month', d.day)::date AS month, CASE WHEN d.day > ${through} THEN d.day END AS later,
     coalesce(d.unit_id, '${NIL}') AS unit_id, coalesce(d.office_unit_id, '${NIL}') AS office_unit_id, d.category_id, d.source,
     d.meeting_id, date_trunc('month', d.collected_on)::date AS cohort, d.taken_over, coalesce(d.beside, '{}') AS beside, d.measure, ${BUCKET} AS bucket,
     sum(d.delta)::int AS n, ${MINUTES} AS minutes
   FROM ${from} d GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`;

/** Working days tell closings apart; of visits only the first of a case is told from the others. */
export const BUCKET = `CASE WHEN d.measure = 'closingDays' THEN d.bucket ELSE least(d.bucket, 2) END`;

/** Pairs of working days and number, of deltas `d` that were summed up as `n`; null without closings. A day may come twice. */
export const CLOSINGS_OF_DELTAS = `array_agg(ARRAY[d.bucket, d.n::int]) FILTER (WHERE d.measure = 'closingDays' AND d.n <> 0)`;

/** Rollup rows (ROLLUP_KEY, ROLLUP_SUMS) of what `gatheredDeltas` gave under the name `gathered`: each is counted in four splits, in its month
 *  of happening and in what lies before or after the last compacted day, under its month of collection and under all. In the order of the
 *  key, so that what a report reads lies together. */
export const ROWS_OF_GATHERED = `SELECT ${ROLLUP_KEY.split(', ')
  .map((column) => `d.${column}`)
  .join(', ')}, ${SUMS_OF_DELTAS}, coalesce(add_closings(${CLOSINGS_OF_DELTAS}, '{}'), '{}') AS closings
FROM (SELECT s.family, l.level, l.period, c.cohort, s.unit_id, s.office_unit_id, s.key, s.taken_over, s.beside, s.measure, s.bucket, s.n, s.minutes
  FROM (SELECT f.family, f.key, g.month, g.later, g.unit_id, g.office_unit_id, g.cohort, g.taken_over, g.beside, g.measure, g.bucket, sum(g.n) AS n,
        sum(g.minutes) AS minutes
      FROM gathered g CROSS JOIN LATERAL (VALUES ('unit', ''), ('category', coalesce(g.category_id::text, '')), ('source', g.source),
        ('meeting', coalesce(g.meeting_id::text, ''))) f (family, key)
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) s
    CROSS JOIN LATERAL (VALUES ('month', s.month),
      (CASE WHEN s.later IS NULL THEN 'through' ELSE 'day' END, coalesce(s.later, ${THROUGH_PERIOD}))) l (level, period)
    CROSS JOIN LATERAL (VALUES (s.cohort), (${EVER})) c (cohort)) d
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`;
