/** Compacts deltas into the rollup, in the background: writers only ever append, one compactor at a time adds up. */
import type { Pool, PoolClient } from 'pg';
import type { Day } from '../../domain/day.js';
import { addDays } from '../../domain/day.js';
import { gatheredDeltas, ROLLUP_KEY, ROLLUP_SUMS, ROWS_OF_GATHERED, THROUGH_PERIOD } from './report-spread.js';
import { inTransaction } from '../database/transaction.js';

const ADD = ROLLUP_SUMS.map((column) =>
  column === 'closings'
    ? `closings = CASE WHEN excluded.closings = '{}' THEN t.closings ELSE add_closings(t.closings, excluded.closings) END`
    : `${column} = t.${column} + excluded.${column}`,
).join(', ');
/** Adds the rows that follow to those that are there. */
const INTO = `INSERT INTO report_rollup AS t (${ROLLUP_KEY}, ${ROLLUP_SUMS.join(', ')})`;
const ADDING = `ON CONFLICT (${ROLLUP_KEY}) DO UPDATE SET ${ADD}`;
/** Deltas of one transaction: enough to be worth it, few enough to be undone soon where the server stops. */
const MOST_AT_ONCE = 200_000;

/** Adds every delta not yet in the rollup to it, and draws the days before `today` together; answers how many deltas.
 *  Any number of servers may call it: they take turns at the row of state, and each delta is marked in the transaction
 *  that adds it, so none is counted twice or left out, whenever it was written and whatever day it speaks of. */
export async function compactReport(pool: Pool, today: Day, atOnce = MOST_AT_ONCE): Promise<number> {
  let compacted = 0;
  for (;;) {
    const { taken, isAll } = await inTransaction(pool, async (on) => {
      await on.query(`SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '64MB'`);
      await on.query('SELECT through FROM report_rollup_state WHERE id = 1 FOR UPDATE');
      await drawTogether(on, addDays(today, -1));
      return compact(on, atOnce);
    });
    compacted += taken;
    if (isAll) return compacted;
  }
}

/** Deltas that the next compaction adds; of more than 100,000 so many. */
export async function deltasWaiting(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ waiting: number }>(
    'SELECT count(*)::int AS waiting FROM (SELECT FROM report_deltas WHERE NOT folded LIMIT 100000) few',
  );
  return rows[0]!.waiting;
}

/** Empties the rollup; the next compaction builds it anew from the deltas, and reports sum the deltas until then. */
export async function expandReport(pool: Pool): Promise<void> {
  await inTransaction(pool, async (on) => {
    await on.query('SET LOCAL statement_timeout = 0');
    await on.query('SELECT through FROM report_rollup_state WHERE id = 1 FOR UPDATE');
    await on.query('DELETE FROM report_rollup');
    await on.query('UPDATE report_delta SET folded = false WHERE folded');
  });
}

/** What of a delta stands in the row it came in, and what of each measure. */
const COLUMNS = [
  'day, case_id, unit_id, office_unit_id, category_id, source, track, meeting_id, collected_on, taken_over, beside',
  'measure, bucket, delta',
];

/** Marks deltas that no rollup holds yet, makes deltas of what came in one row (at most `atOnce` of each), and adds both. */
async function compact(on: PoolClient, atOnce: number): Promise<{ taken: number; isAll: boolean }> {
  const { rows } = await on.query<{ taken: number; isAll: boolean }>(
    `WITH old AS (UPDATE report_delta SET folded = true
       WHERE ctid = ANY(ARRAY(SELECT ctid FROM report_delta WHERE NOT folded LIMIT $1)) RETURNING *),
     fresh AS (DELETE FROM report_fresh WHERE ctid = ANY(ARRAY(SELECT ctid FROM report_fresh LIMIT $1)) RETURNING *),
     spread AS (INSERT INTO report_delta (${COLUMNS.join(', ')}, folded)
       SELECT ${COLUMNS.join(', ')}, true FROM (SELECT * FROM fresh ORDER BY id) f
       CROSS JOIN LATERAL unnest(f.measures, f.buckets, f.deltas) AS m (measure, bucket, delta) RETURNING *),
     taken AS (SELECT * FROM old UNION ALL SELECT * FROM spread),
     gathered AS MATERIALIZED (${gatheredDeltas('taken', '(SELECT through FROM report_rollup_state WHERE id = 1)')}),
     added AS (${INTO} ${ROWS_OF_GATHERED} ${ADDING})
     SELECT (SELECT count(*) FROM taken)::int AS taken,
       (SELECT count(*) FROM old) < $1 AND (SELECT count(*) FROM fresh) < $1 AS "isAll"`,
    [atOnce],
  );
  return rows[0]!;
}

/** Moves single days up to `through` into the level that holds everything so far. Never backwards. */
async function drawTogether(on: PoolClient, through: Day): Promise<void> {
  const { rowCount } = await on.query(
    'UPDATE report_rollup_state SET through = $1 WHERE id = 1 AND through < $1::date',
    [through],
  );
  if (rowCount === 0) return;
  const sums = ROLLUP_SUMS.map((column) => (column === 'closings' ? 'sum_closings(closings)' : `sum(${column})`));
  await on.query(
    `WITH past AS (DELETE FROM report_rollup WHERE level = 'day' AND period <= $1::date RETURNING *)
     ${INTO} SELECT ${ROLLUP_KEY.replace('level, period', `'through', ${THROUGH_PERIOD}`)}, ${sums.join(', ')} FROM past
     GROUP BY ${ROLLUP_KEY.replace('level, period, ', '')} ${ADDING}`,
    [through],
  );
}
