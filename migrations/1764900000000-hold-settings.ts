import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which encryption key and which time zone this tenant lives by: written at the next start, held against at every one after it. */
export class HoldSettings1764900000000 implements MigrationInterface {
  name = 'HoldSettings1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE held_setting (
         one boolean PRIMARY KEY CONSTRAINT held_setting_one CHECK (one),
         zone text NOT NULL,
         key_print bytea NOT NULL,
         derivation bytea,
         changed_at timestamptz NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE held_setting');
  }
}
