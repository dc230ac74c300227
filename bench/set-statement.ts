/** The limit the sweep is held against: one set-based statement that writes, for every due timer, the rows of one decision. */
import type { Rows } from '../src/store/cases/commit-parts.js';
import { CASTS, FIXED, TABLES } from './bare-statement.js';

/** Values that the database can only make itself for each row. */
const OWN: Record<string, string> = { id: 'gen_random_uuid()' };

/** One statement without parameters but `$1`, the moment: it finds the due timers, moves their cases on, and writes
 *  everything that `rows` (what the sweep wrote for one such case) holds, once for each. Nothing is decided and no hash is
 *  computed: it is what writing alone costs. */
export function setStatement(rows: Rows): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown): string => {
    values.push(value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value);
    return `$${values.length + 1}`;
  };
  const changed = (rows.changed ?? rows.moved)?.[0];
  if (changed === undefined) throw new Error('the sweep changed no case');
  const columns = Object.keys(changed).filter((column) => !FIXED.has(column) && column !== 'version');
  const ctes = [
    `due AS MATERIALIZED (SELECT case_id, timer_id FROM case_timer WHERE due_at <= $1 AND poisoned_at IS NULL)`,
    `changed AS (UPDATE rectification_case c SET version = c.version + ${rows.events!.length},
       ${columns.map((column) => `${column} = ${bind(changed[column])}`).join(', ')} FROM due WHERE c.id = due.case_id RETURNING c.id)`,
    `gone AS (DELETE FROM case_timer t USING due WHERE t.case_id = due.case_id AND t.timer_id = due.timer_id)`,
    ...(rows.armed ?? []).map(
      (row, at) => `armed${at} AS (INSERT INTO case_timer (case_id, timer_id, due_at)
        SELECT case_id, ${bind(row['timer_id'])}, ${bind(row['due_at'])}::timestamptz FROM due)`,
    ),
  ];
  for (const [part, table] of Object.entries(TABLES) as [keyof Rows, string][]) {
    (rows[part] ?? []).forEach((row, at) => {
      const own = Object.keys(row).filter((column) => column !== 'g' && column !== 'case_id');
      const cells = own.map((column) => OWN[column] ?? `${bind(row[column])}${CASTS[column] ?? ''}`);
      ctes.push(
        `${part}${at} AS (INSERT INTO ${table} (case_id, ${own.join(', ')}) SELECT case_id, ${cells.join(', ')} FROM due)`,
      );
    });
  }
  return { text: `WITH ${ctes.join(',\n')} SELECT count(*)::int AS n FROM changed`, values };
}
