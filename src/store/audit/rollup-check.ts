/** Proves the rollup row by row: what the compacted deltas add up to, held against what stands in it. */
import type { Pool } from 'pg';
import { gatheredDeltas, ROLLUP_KEY, ROLLUP_SUMS, ROWS_OF_GATHERED } from '../reports/report-spread.js';
import { inTransaction, ONE_SNAPSHOT } from '../database/transaction.js';

/** The first 50 rows of the rollup, as `family level period …`, that differ from the compacted deltas, are missing or are too many, and the first 50 cases
 *  that deltas name and that are not there. */
export async function rollupFaults(pool: Pool): Promise<string[]> {
  const through = '(SELECT through FROM report_rollup_state WHERE id = 1)';
  const columns = (alias: string): string => ROLLUP_SUMS.map((column) => `${alias}.${column}`).join(', ');
  const key = `concat_ws(' ', ${ROLLUP_KEY})`;
  return inTransaction(
    pool,
    async (on) => {
      const { rows } = await on.query<{ fault: string }>(
        `WITH gathered AS MATERIALIZED (${gatheredDeltas('(SELECT * FROM report_delta WHERE folded)', through)}),
         made AS (${ROWS_OF_GATHERED})
         SELECT ${key} AS fault FROM made m FULL JOIN report_rollup r USING (${ROLLUP_KEY})
         WHERE (${columns('m')}) IS DISTINCT FROM (${columns('r')}) ORDER BY 1 LIMIT 50`,
      );
      const alone = await on.query<{ fault: string }>(
        `SELECT DISTINCT 'no case ' || d.case_id AS fault FROM report_deltas d
         WHERE NOT EXISTS (SELECT FROM rectification_case c WHERE c.id = d.case_id) ORDER BY 1 LIMIT 50`,
      );
      return [...rows, ...alone.rows].map(({ fault }) => fault);
    },
    `${ONE_SNAPSHOT}; SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '64MB'`,
  );
}
