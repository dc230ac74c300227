import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases that came in through Open311 are listed by when they did, for anybody: the few among all are found without looking at the others. */
export class FindOpen3111764850000000 implements MigrationInterface {
  name = 'FindOpen3111764850000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX case_open311 ON rectification_case (collected_at) WHERE external_key LIKE 'open311:%'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_open311');
  }
}
