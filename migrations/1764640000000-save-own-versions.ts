import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version of a workflow that the office saved itself says who did it and why; one that came with a release says neither. */
export class SaveOwnVersions1764640000000 implements MigrationInterface {
  name = 'SaveOwnVersions1764640000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE workflow_version
         ADD COLUMN saved_by uuid CONSTRAINT workflow_version_saved_by_fkey REFERENCES person,
         ADD COLUMN note text NOT NULL DEFAULT ''`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE workflow_version DROP COLUMN note, DROP COLUMN saved_by');
  }
}
