/** Folds deltas into the rollup, in the background: writers only ever append, one folder at a time adds up. */
import type { Pool, PoolClient } from 'pg';
import type { Day } from '../domain/day.js';
import { addDays } from '../domain/day.js';
import { SUM_COLUMNS, SUMS_OF_DELTAS } from './report-columns.js';
import { NIL } from './report-question.js';
import { inTransaction } from './transaction.js';

const KEY = 'family, level, period, unit_id, office_unit_id, key, cohort, taken_over';
const CONFLICT = 'family, level, period, cohort, unit_id, office_unit_id, key, taken_over';
const COLUMNS = SUM_COLUMNS.map(({ column }) => column);
const ADD = COLUMNS.map((column) => `${column} = t.${column} + excluded.${column}`).join(', ');
/** Deltas of one transaction: enough to be worth it, few enough to be undone soon where the server stops. */
const MOST_AT_ONCE = 200_000;

/** Adds every delta not yet in the rollup to it, and draws the days before `today` together; answers how many deltas.
 *  Any number of servers may call it: they take turns at the row of state, and each delta is marked in the transaction
 *  that adds it, so none is counted twice or left out, whenever it was written and whatever day it speaks of. */
export async function foldReport(pool: Pool, today: Day, atOnce = MOST_AT_ONCE): Promise<number> {
  let folded = 0;
  for (;;) {
    const taken = await inTransaction(pool, async (on) => {
      await on.query('SET LOCAL statement_timeout = 0');
      await on.query('SELECT through FROM report_rollup_state WHERE id = 1 FOR UPDATE');
      await drawTogether(on, addDays(today, -1));
      return fold(on, atOnce);
    });
    folded += taken;
    if (taken < atOnce) return folded;
  }
}

/** Empties the rollup; the next fold builds it anew from the deltas, and reports sum the deltas until then. */
export async function unfoldReport(pool: Pool): Promise<void> {
  await inTransaction(pool, async (on) => {
    await on.query('SET LOCAL statement_timeout = 0');
    await on.query('SELECT through FROM report_rollup_state WHERE id = 1 FOR UPDATE');
    await on.query('DELETE FROM report_rollup');
    await on.query('DELETE FROM report_rollup_days');
    await on.query('UPDATE report_delta SET folded = false WHERE folded');
  });
}

async function fold(on: PoolClient, atOnce: number): Promise<number> {
  const { rows } = await on.query<{ taken: number }>(
    `WITH state AS (SELECT through FROM report_rollup_state WHERE id = 1),
     taken AS (UPDATE report_delta SET folded = true
       WHERE ctid = ANY(ARRAY(SELECT ctid FROM report_delta WHERE NOT folded LIMIT $1)) RETURNING *),
     spread AS (SELECT d.*, f.family, f.key, l.level, l.period, date_trunc('month', d.collected_on)::date AS cohort,
         coalesce(d.unit_id, '${NIL}') AS unit, coalesce(d.office_unit_id, '${NIL}') AS office
       FROM taken d CROSS JOIN state s
       CROSS JOIN LATERAL (VALUES ('unit', ''), ('category', coalesce(d.category_id::text, '')), ('source', d.source),
         ('meeting', coalesce(d.meeting_id::text, ''))) f (family, key)
       CROSS JOIN LATERAL (VALUES ('month', date_trunc('month', d.day)::date),
         (CASE WHEN d.day <= s.through THEN 'through' ELSE 'day' END, CASE WHEN d.day <= s.through THEN '0001-01-01' ELSE d.day END)) l (level, period)),
     sums AS (INSERT INTO report_rollup AS t (${KEY}, ${COLUMNS.join(', ')})
       SELECT d.family, d.level, d.period, d.unit, d.office, d.key, d.cohort, d.taken_over, ${SUMS_OF_DELTAS}
       FROM spread d GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ON CONFLICT (${CONFLICT}) DO UPDATE SET ${ADD}),
     days AS (INSERT INTO report_rollup_days AS t (${KEY}, bucket, n)
       SELECT d.family, d.level, d.period, d.unit, d.office, d.key, d.cohort, d.taken_over, d.bucket, sum(d.delta)
       FROM spread d WHERE d.measure = 'closingDays' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
       ON CONFLICT (${CONFLICT}, bucket) DO UPDATE SET n = t.n + excluded.n)
     SELECT count(*)::int AS taken FROM taken`,
    [atOnce],
  );
  return rows[0]!.taken;
}

/** Moves single days up to `through` into the level that holds everything so far. Never backwards. */
async function drawTogether(on: PoolClient, through: Day): Promise<void> {
  const { rowCount } = await on.query(
    'UPDATE report_rollup_state SET through = $1 WHERE id = 1 AND through < $1::date',
    [through],
  );
  if (rowCount === 0) return;
  const moved = KEY.replace('level, period', `'through', '0001-01-01'::date`);
  await on.query(
    `WITH past AS (DELETE FROM report_rollup WHERE level = 'day' AND period <= $1::date RETURNING *)
     INSERT INTO report_rollup AS t (${KEY}, ${COLUMNS.join(', ')})
     SELECT ${moved}, ${COLUMNS.map((column) => `sum(${column})`).join(', ')} FROM past GROUP BY ${KEY.replace('level, period, ', '')}
     ON CONFLICT (${CONFLICT}) DO UPDATE SET ${ADD}`,
    [through],
  );
  await on.query(
    `WITH past AS (DELETE FROM report_rollup_days WHERE level = 'day' AND period <= $1::date RETURNING *)
     INSERT INTO report_rollup_days AS t (${KEY}, bucket, n)
     SELECT ${moved}, bucket, sum(n) FROM past GROUP BY ${KEY.replace('level, period, ', '')}, bucket
     ON CONFLICT (${CONFLICT}, bucket) DO UPDATE SET n = t.n + excluded.n`,
    [through],
  );
}
