/** After thousands of cases have come in at once: figures and plans as fast as before, without waiting for the quarter of an hour or for autovacuum. */
import type { Pool } from 'pg';
import type { Day } from '../../domain/day.js';
import { compactReport } from './report-compaction.js';

/** Tables that grow with an import. */
const GROWN =
  'rectification_case, case_text, case_event, case_timer, message, report_delta, report_fresh, report_rollup';

/** Adds what the import counted to the rollup, and lets PostgreSQL look at how the tables are now. */
export async function settleImport(pool: Pool, today: Day): Promise<void> {
  await compactReport(pool, today);
  await pool.query(`ANALYZE ${GROWN}`);
}
