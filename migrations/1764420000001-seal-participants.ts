import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names of participants are sealed like those of raisers. A migration has no key: what stands in clear waits in `name`, and the service
 *  seals it when it starts, before it answers anybody. Looks at a meeting's names on its desk are kept
 *  with the others, one a person, meeting and day. */
export class SealParticipants1764420000001 implements MigrationInterface {
  name = 'SealParticipants1764420000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE participant ADD COLUMN name_sealed bytea, ALTER COLUMN name DROP NOT NULL,
         ADD CONSTRAINT participant_name_check CHECK ((name IS NULL) <> (name_sealed IS NULL))`,
    );
    await runner.query(
      `ALTER TABLE sealed_look ADD COLUMN meeting_id uuid CONSTRAINT sealed_look_meeting_id_fkey REFERENCES meeting,
         DROP CONSTRAINT sealed_look_of_somebody,
         ADD CONSTRAINT sealed_look_of_somebody CHECK (case_id IS NOT NULL OR participant_id IS NOT NULL OR meeting_id IS NOT NULL)`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX sealed_look_desk ON sealed_look (meeting_id, person_id, day) WHERE meeting_id IS NOT NULL`,
    );
  }

  /** Only without sealed names, which no statement can open: the older release cannot read them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX sealed_look_desk');
    await runner.query('DELETE FROM sealed_look WHERE case_id IS NULL AND participant_id IS NULL');
    await runner.query(
      `ALTER TABLE sealed_look DROP CONSTRAINT sealed_look_of_somebody, DROP COLUMN meeting_id,
         ADD CONSTRAINT sealed_look_of_somebody CHECK (case_id IS NOT NULL OR participant_id IS NOT NULL)`,
    );
    await runner.query(
      `ALTER TABLE participant DROP CONSTRAINT participant_name_check, ALTER COLUMN name SET NOT NULL, DROP COLUMN name_sealed`,
    );
  }
}
