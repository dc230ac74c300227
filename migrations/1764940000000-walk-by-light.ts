import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Late cases of one light are found along their due days without looking at those of another: after an import thousands are late and none of them is
 *  red yet, and each light walked through all of them. Older servers use the index as they used the one before. */
export class WalkByLight1764940000000 implements MigrationInterface {
  name = 'WalkByLight1764940000000';
  readonly breaks = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_due');
    await runner.query(
      `CREATE INDEX case_due ON rectification_case (lead_unit_id, due_on, id, late_at, orange_at, red_at, talk_at)
       WHERE stage <> 'closed'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_due');
    await runner.query(
      `CREATE INDEX case_due ON rectification_case (lead_unit_id, due_on, id, late_at) WHERE stage <> 'closed'`,
    );
  }
}
