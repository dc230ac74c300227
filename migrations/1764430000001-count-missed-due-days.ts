import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A due day that was missed is remembered, and the signs of how a case came to its later due days become measures. What is stored already is
 * counted anew by the definition from its histories, at the first start after this migration (src/store/reports/report-renewal.ts): SQL alone cannot
 * replay them. A bureau without cases has nothing to count anew.
 */
export class CountMissedDueDays1764430000001 implements MigrationInterface {
  name = 'CountMissedDueDays1764430000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rectification_case ADD COLUMN overrun_on date');
    await runner.query(
      `ALTER TABLE report_rollup ${SIGNS.map((column) => `ADD COLUMN ${column} int NOT NULL DEFAULT 0`).join(', ')}`,
    );
    await runner.query(
      `ALTER TABLE report_rollup_state ADD COLUMN definition int NOT NULL DEFAULT 1, ADD COLUMN renewed_to uuid`,
    );
    await runner.query(
      `UPDATE report_rollup_state SET definition = 2 WHERE NOT EXISTS (SELECT FROM rectification_case)`,
    );
  }

  /** The deltas stay by the new definition, those of the new measures go: nothing would read them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM report_delta WHERE measure = ANY($1)`, [
      SIGNS.map((column) => column.replace(/_./g, (letter) => letter[1]!.toUpperCase())),
    ]);
    await runner.query(`ALTER TABLE report_rollup_state DROP COLUMN renewed_to, DROP COLUMN definition`);
    await runner.query(`ALTER TABLE report_rollup ${SIGNS.map((column) => `DROP COLUMN ${column}`).join(', ')}`);
    await runner.query('ALTER TABLE rectification_case DROP COLUMN overrun_on');
  }
}

const SIGNS = [
  'extended_late',
  'ever_parked',
  'resumed_same_day',
  'fresh_after_due',
  'closed_after_reopening',
  'declined_again',
  'due_far_ahead',
  'taken_over_closed',
];
