import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The private address under which a person's calendar reads their deadlines: one each, by the hash of its secret. */
export class FeedCalendars1764840000001 implements MigrationInterface {
  name = 'FeedCalendars1764840000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE calendar_feed (
         person_id uuid PRIMARY KEY CONSTRAINT calendar_feed_person_id_fkey REFERENCES person,
         token_hash bytea NOT NULL CONSTRAINT calendar_feed_token_key UNIQUE,
         made_at timestamptz NOT NULL)`,
    );
  }

  /** The addresses end with their table; each can be made anew. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE calendar_feed`);
  }
}
