import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A receipt code comes of random bytes of its own, so that one that was lost can be withdrawn and another issued; those given out before have none and
 * keep working. What raisers say by it waits at the office of the case, whether the case is closed or not.
 */
export class SayByReceipt1764830000000 implements MigrationInterface {
  name = 'SayByReceipt1764830000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE raiser ADD COLUMN receipt_salt bytea, ADD COLUMN receipt_printed_at timestamptz,
         ADD COLUMN receipt_printed_by uuid CONSTRAINT raiser_receipt_printed_by_fkey REFERENCES person`,
    );
    await runner.query(
      `CREATE INDEX case_waits_raiser ON rectification_case (office_unit_id, waits_beside_by, id)
       WHERE stage = 'closed' AND waits_beside IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_waits_raiser');
    await runner.query(
      'ALTER TABLE raiser DROP COLUMN receipt_printed_by, DROP COLUMN receipt_printed_at, DROP COLUMN receipt_salt',
    );
  }
}
