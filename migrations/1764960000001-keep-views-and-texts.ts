import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the list of cases that people keep for themselves or share with a unit, and texts that units keep for replies and
 *  instructions. Older servers know nothing of either, and need not. */
export class KeepViewsAndTexts1764960000001 implements MigrationInterface {
  name = 'KeepViewsAndTexts1764960000001';
  breaks = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE saved_view (
         id uuid PRIMARY KEY,
         owner_id uuid NOT NULL CONSTRAINT saved_view_owner_id_fkey REFERENCES person,
         shared_unit_id uuid CONSTRAINT saved_view_shared_unit_id_fkey REFERENCES unit,
         name text NOT NULL,
         asked jsonb NOT NULL,
         changed_at timestamptz NOT NULL)`,
    );
    await runner.query('CREATE INDEX saved_view_owner ON saved_view (owner_id)');
    await runner.query(
      `CREATE INDEX saved_view_shared ON saved_view (shared_unit_id) WHERE shared_unit_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE TABLE standard_text (
         id uuid PRIMARY KEY,
         unit_id uuid NOT NULL CONSTRAINT standard_text_unit_id_fkey REFERENCES unit,
         kind text NOT NULL,
         name text NOT NULL,
         text text NOT NULL,
         changed_by uuid CONSTRAINT standard_text_changed_by_fkey REFERENCES person,
         changed_at timestamptz NOT NULL)`,
    );
    await runner.query('CREATE INDEX standard_text_unit ON standard_text (unit_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE standard_text');
    await runner.query('DROP TABLE saved_view');
  }
}
