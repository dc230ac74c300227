import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What fell due is charged to the units that held the case, and to several of them at once; promises, waivers, transfers, disputed closings, parts and the
 * minutes to signing become measures. What is stored already is counted anew from its histories at the first start after this migration
 * (src/store/reports/report-renewal.ts).
 */
export class CountByHolder1764710000000 implements MigrationInterface {
  name = 'CountByHolder1764710000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report_delta ADD COLUMN beside uuid[]');
    await runner.query(`ALTER TABLE report_rollup ADD COLUMN beside uuid[] NOT NULL DEFAULT '{}'`);
    await runner.query(
      `ALTER TABLE report_rollup ${SUMS.map((column) => `ADD COLUMN ${column} int NOT NULL DEFAULT 0`).join(', ')},
       ADD COLUMN signed_minutes bigint NOT NULL DEFAULT 0`,
    );
    await runner.query(
      `ALTER TABLE report_rollup DROP CONSTRAINT report_rollup_pkey, ADD CONSTRAINT report_rollup_pkey PRIMARY KEY (${KEY}, beside)`,
    );
    await runner.query(
      `UPDATE report_rollup_state SET definition = 5 WHERE NOT EXISTS (SELECT FROM rectification_case)`,
    );
  }

  /** Deltas of the new measures go, and what was charged to a unit beside another: nothing would read them as what they are. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM report_delta WHERE beside IS NOT NULL OR measure = ANY($1)`, [
      SUMS.map((column) => column.replace(/_./g, (letter) => letter[1]!.toUpperCase())),
    ]);
    await runner.query(`DELETE FROM report_rollup WHERE beside <> '{}'`);
    await runner.query('UPDATE report_rollup_state SET definition = least(definition, 4)');
    await runner.query(
      `ALTER TABLE report_rollup DROP CONSTRAINT report_rollup_pkey, ADD CONSTRAINT report_rollup_pkey PRIMARY KEY (${KEY})`,
    );
    await runner.query(
      `ALTER TABLE report_rollup ${[...SUMS, 'signed_minutes', 'beside'].map((column) => `DROP COLUMN ${column}`).join(', ')}`,
    );
    await runner.query('ALTER TABLE report_delta DROP COLUMN beside');
  }
}

const KEY = 'family, level, period, cohort, unit_id, office_unit_id, key, taken_over';

const SUMS = [
  'disputed',
  'promise_due',
  'promise_kept',
  'promise_due_cases',
  'promise_kept_cases',
  'promise_broken',
  'leader_waived',
  'transferred_late',
  'split_off',
  'signed',
];
