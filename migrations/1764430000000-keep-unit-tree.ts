import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit was until it moved or was renamed, so that a report of a past day has the tree of that day. Until the first such change
 *  the tree of today is taken to have stood for ever: nothing is known of what came before. */
export class KeepUnitTree1764430000000 implements MigrationInterface {
  name = 'KeepUnitTree1764430000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE unit_past (
         unit_id uuid NOT NULL CONSTRAINT unit_past_unit_id_fkey REFERENCES unit (id),
         seq int NOT NULL,
         until timestamptz NOT NULL,
         parent_id uuid CONSTRAINT unit_past_parent_id_fkey REFERENCES unit (id),
         name text NOT NULL,
         PRIMARY KEY (unit_id, seq))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unit_past');
  }
}
