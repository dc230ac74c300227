import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each category may say how many working days its cases have; what it said before stays on record, since decisions were made by it. */
export class SetDaysByCategory1764650000000 implements MigrationInterface {
  name = 'SetDaysByCategory1764650000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE category_days (
         category_id uuid NOT NULL CONSTRAINT category_days_category_id_fkey REFERENCES category,
         track text NOT NULL,
         since timestamptz NOT NULL,
         days int,
         set_by uuid CONSTRAINT category_days_set_by_fkey REFERENCES person,
         PRIMARY KEY (category_id, track, since))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE category_days');
  }
}
