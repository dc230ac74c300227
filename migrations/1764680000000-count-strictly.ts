import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The strict rates: a case remembers its first due day, and what it counts for whatever became of it becomes a measure. What is stored already is
 * counted anew from its histories at the first start after this migration (src/store/reports/report-renewal.ts).
 */
export class CountStrictly1764680000000 implements MigrationInterface {
  name = 'CountStrictly1764680000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rectification_case ADD COLUMN first_due_on date');
    await runner.query(
      `ALTER TABLE report_rollup ${SUMS.map((column) => `ADD COLUMN ${column} int NOT NULL DEFAULT 0`).join(', ')}`,
    );
    await runner.query(
      `UPDATE report_rollup_state SET definition = 4 WHERE NOT EXISTS (SELECT FROM rectification_case)`,
    );
  }

  /** Deltas of the new measures go: nothing would read them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM report_delta WHERE measure = ANY($1)`, [
      SUMS.map((column) => column.replace(/_./g, (letter) => letter[1]!.toUpperCase())),
    ]);
    await runner.query('UPDATE report_rollup_state SET definition = least(definition, 3)');
    await runner.query(`ALTER TABLE report_rollup ${SUMS.map((column) => `DROP COLUMN ${column}`).join(', ')}`);
    await runner.query('ALTER TABLE rectification_case DROP COLUMN first_due_on');
  }
}

const SUMS = [
  'parked_before_due',
  'strict',
  'strict_resolved',
  'strict_due',
  'strict_on_time',
  'departed_late',
  'sign_due',
  'signed_in_time',
];
