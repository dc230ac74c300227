import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keyed hashes of the name and the telephone numbers of whoever spoke, so that a caller's case is found without opening a seal; null until
 *  the start has filled them in, since only the running service has the key. And the titles of meetings are searched by character pairs. */
export class FindByRaiser1764470000000 implements MigrationInterface {
  name = 'FindByRaiser1764470000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, id] of TABLES) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN search_keys bytea[]`);
      // Without the pending list: what was written a moment ago is found as fast as the rest.
      await runner.query(
        `CREATE INDEX ${table}_search_keys ON ${table} USING gin (search_keys) WITH (fastupdate = off)`,
      );
      await runner.query(`CREATE INDEX ${table}_unkeyed ON ${table} (${id}) WHERE search_keys IS NULL`);
    }
    await runner.query(`CREATE INDEX meeting_title_pairs ON meeting USING gin (char_pairs(title))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX meeting_title_pairs');
    for (const [table] of TABLES) {
      await runner.query(`DROP INDEX ${table}_unkeyed`);
      await runner.query(`DROP INDEX ${table}_search_keys`);
      await runner.query(`ALTER TABLE ${table} DROP COLUMN search_keys`);
    }
  }
}

const TABLES = [
  ['raiser', 'case_id'],
  ['participant', 'id'],
] as const;
