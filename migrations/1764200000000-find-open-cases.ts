import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Late cases are counted from the index alone; those whose late submission is being checked and those that ask for more time are found
 *  without the others. */
export class FindOpenCases1764200000000 implements MigrationInterface {
  name = 'FindOpenCases1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_due');
    await runner.query(
      `CREATE INDEX case_due ON rectification_case (lead_unit_id, due_on, id, late_at) WHERE stage <> 'closed'`,
    );
    await runner.query(
      `CREATE INDEX case_held ON rectification_case (lead_unit_id, due_on) WHERE stage <> 'closed' AND clock_mode = 'held'`,
    );
    await runner.query(
      `CREATE INDEX case_extension ON rectification_case (office_unit_id, due_on) WHERE stage <> 'closed' AND extension_pending`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_extension');
    await runner.query('DROP INDEX case_held');
    await runner.query('DROP INDEX case_due');
    await runner.query(
      `CREATE INDEX case_due ON rectification_case (lead_unit_id, due_on, id) WHERE stage <> 'closed'`,
    );
  }
}
