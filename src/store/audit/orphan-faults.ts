/** Rows that hang on a case or a unit that is not there: the statement that wrote them had it locked, so no foreign key asks for each row. */
import type { Connection } from '../cases/case.store.js';
import type { CaseFault } from './check-case.js';

/** What hangs on what, without a foreign key. */
const HANGING = [
  ...['case_event', 'case_timer', 'case_text', 'supervision_order', 'visit', 'message', 'report_fresh'].map(
    (table) => ({
      table,
      column: 'case_id',
      to: 'rectification_case',
    }),
  ),
  ...['supervision_order', 'message'].map((table) => ({ table, column: 'unit_id', to: 'unit' })),
];

/** For each table one fault, where it has such rows: how many, and one of the ids that nothing bears. */
export async function orphanFaults(on: Connection): Promise<CaseFault[]> {
  const faults: CaseFault[] = [];
  for (const { table, column, to } of HANGING) {
    const { rows } = await on.query<{ n: number; id: string }>(
      `SELECT count(*)::int AS n, min(h.${column}::text) AS id FROM ${table} h
       WHERE h.${column} IS NOT NULL AND NOT EXISTS (SELECT FROM ${to} t WHERE t.id = h.${column})`,
    );
    const { n, id } = rows[0]!;
    if (n === 0) continue;
    const message = `${n} rows of ${table} hang on a ${to} that is not there, such as ${id}`;
    faults.push({
      number: id,
      fault: 'standsAlone',
      message,
      messageZh: `${table} 有 ${n} 行所属的 ${to} 不存在，例如 ${id}`,
    });
  }
  return faults;
}
