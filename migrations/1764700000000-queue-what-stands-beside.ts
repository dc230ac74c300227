import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a case of version 2 waits for beside its main deed (a departure to be granted, a talk to be recorded, a leader's look, a dispute) is
 * stored with it, so that My work finds it by an index. Cases of before are of version 1 and have none of it.
 */
export class QueueWhatStandsBeside1764700000000 implements MigrationInterface {
  name = 'QueueWhatStandsBeside1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE rectification_case ADD COLUMN waits_beside text[], ADD COLUMN waits_beside_by date',
    );
    await runner.query(
      `CREATE INDEX case_waits_beside ON rectification_case (office_unit_id, waits_beside_by, id)
       WHERE stage <> 'closed' AND waits_beside IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_waits_beside');
    await runner.query('ALTER TABLE rectification_case DROP COLUMN waits_beside_by, DROP COLUMN waits_beside');
  }
}
