import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names of participants are sealed like those of raisers. A migration has no key: what stands in clear waits in `name`, and the service
 *  seals it when it starts, before it answers anybody. Looks at a meeting's names are kept, one a person, meeting and day. */
export class SealParticipants1764420000001 implements MigrationInterface {
  name = 'SealParticipants1764420000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE participant ADD COLUMN name_sealed bytea, ALTER COLUMN name DROP NOT NULL,
         ADD CONSTRAINT participant_name_check CHECK ((name IS NULL) <> (name_sealed IS NULL))`,
    );
    await runner.query(
      `CREATE TABLE meeting_look (
         meeting_id uuid NOT NULL CONSTRAINT meeting_look_meeting_id_fkey REFERENCES meeting,
         person_id uuid NOT NULL CONSTRAINT meeting_look_person_id_fkey REFERENCES person,
         day date NOT NULL,
         at timestamptz NOT NULL,
         PRIMARY KEY (meeting_id, person_id, day))`,
    );
  }

  /** Only without sealed names, which no statement can open: the older release cannot read them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE meeting_look');
    await runner.query(
      `ALTER TABLE participant DROP CONSTRAINT participant_name_check, ALTER COLUMN name SET NOT NULL, DROP COLUMN name_sealed`,
    );
  }
}
