import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version of a workflow can be withdrawn for new cases, by whom, when and why. A server that does not know of it would go on giving it to
 *  them, so none may work beside. */
export class WithdrawWorkflows1764910000000 implements MigrationInterface {
  name = 'WithdrawWorkflows1764910000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE workflow_version
         ADD COLUMN withdrawn_at timestamptz,
         ADD COLUMN withdrawn_by uuid CONSTRAINT workflow_version_withdrawn_by_fkey REFERENCES person (id),
         ADD COLUMN withdrawn_why text,
         ADD CONSTRAINT workflow_version_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_why IS NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE workflow_version DROP COLUMN withdrawn_at, DROP COLUMN withdrawn_by, DROP COLUMN withdrawn_why',
    );
  }
}
