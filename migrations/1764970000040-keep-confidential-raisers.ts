import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a raiser asked that nobody be told their name. Older servers take nobody down so, and write the column's default. */
export class KeepConfidentialRaisers1764970000040 implements MigrationInterface {
  name = 'KeepConfidentialRaisers1764970000040';
  breaks = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE raiser ADD COLUMN confidential boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE raiser DROP COLUMN confidential');
  }
}
