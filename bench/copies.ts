/** Makes many cases out of one, for measurements that depend on numbers of rows and on nothing else. */
import type { Pool } from 'pg';
import { copyId } from '../test/support/case-ids.js';

/** Gives the case `id` so many copies with its timers; every `stride`-th stays as it is, the timers of the others lie a
 *  year ahead. Ids grow as real ones do. Answers nothing; the tables are vacuumed. */
export async function copyCase(pool: Pool, id: string, copies: number, stride: number): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'rectification_case'
       AND table_schema = current_schema() AND column_name NOT IN ('id', 'number') ORDER BY ordinal_position`,
  );
  const others = rows.map(({ name }) => name).join(', ');
  await pool.query(
    `INSERT INTO rectification_case (id, number, ${others})
     SELECT ${copyId('n')}, 'ZG-2026-' || lpad((n + 1000)::text, 7, '0'), ${others}
     FROM rectification_case c, generate_series(1, $2::int) n WHERE c.id = $1`,
    [id, copies],
  );
  await pool.query(
    `INSERT INTO case_timer (case_id, timer_id, due_at)
     SELECT ${copyId('n')}, timer_id, CASE WHEN n % $3::int = 0 THEN due_at ELSE due_at + interval '1 year' + n * interval '1 second' END
     FROM case_timer t, generate_series(1, $2::int) n WHERE t.case_id = $1`,
    [id, copies, stride],
  );
  await pool.query('VACUUM ANALYZE rectification_case');
  await pool.query('VACUUM ANALYZE case_timer');
  await pool.query('CHECKPOINT');
}
