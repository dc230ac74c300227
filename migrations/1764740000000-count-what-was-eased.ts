import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Waivers given again, what was passed on unsigned and what a correction eased become measures. What is stored already is counted anew from its histories
 * at the first start after this migration (src/store/reports/report-renewal.ts).
 */
export class CountWhatWasEased1764740000000 implements MigrationInterface {
  name = 'CountWhatWasEased1764740000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE report_rollup ${SUMS.map((column) => `ADD COLUMN ${column} int NOT NULL DEFAULT 0`).join(', ')}`,
    );
    await runner.query(
      `UPDATE report_rollup_state SET definition = 6 WHERE NOT EXISTS (SELECT FROM rectification_case)`,
    );
  }

  /** Deltas of the new measures go: nothing would read them as what they are. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM report_delta WHERE measure = ANY($1)`, [
      SUMS.map((column) => column.replace(/_./g, (letter) => letter[1]!.toUpperCase())),
    ]);
    await runner.query('UPDATE report_rollup_state SET definition = least(definition, 5)');
    await runner.query(`ALTER TABLE report_rollup ${SUMS.map((column) => `DROP COLUMN ${column}`).join(', ')}`);
  }
}

const SUMS = ['waived_again', 'left_unsigned', 'eased_by_correction'];
