import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks at sealed persons, raisers and participants alike, are counted by person and day, raise an alarm, and can be read. */
export class RecordLooks1764410000000 implements MigrationInterface {
  name = 'RecordLooks1764410000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE raiser_look RENAME TO sealed_look');
    for (const [before, after] of RENAMED)
      await runner.query(`ALTER TABLE sealed_look RENAME CONSTRAINT ${before} TO ${after}`);
    await runner.query(
      `ALTER TABLE sealed_look ALTER COLUMN case_id DROP NOT NULL, ADD COLUMN participant_id uuid,
         ADD COLUMN purpose text NOT NULL DEFAULT 'other', ADD COLUMN day date,
         ADD CONSTRAINT sealed_look_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES participant (id),
         ADD CONSTRAINT sealed_look_of_somebody CHECK (case_id IS NOT NULL OR participant_id IS NOT NULL)`,
    );
    // Days are the office's: its zone is the session's, see migrate().
    await runner.query(`UPDATE sealed_look SET day = (at AT TIME ZONE current_setting('TimeZone'))::date`);
    await runner.query('ALTER TABLE sealed_look ALTER COLUMN day SET NOT NULL, ALTER COLUMN purpose DROP DEFAULT');
    await runner.query('CREATE INDEX sealed_look_person_day ON sealed_look (person_id, day)');
    await runner.query('CREATE INDEX sealed_look_case ON sealed_look (case_id)');
    await runner.query('CREATE INDEX sealed_look_newest ON sealed_look (at, id)');
    await runner.query(
      `CREATE TABLE look_alarm (
         person_id uuid NOT NULL REFERENCES person (id),
         day date NOT NULL,
         near_at timestamptz,
         over_at timestamptz,
         refused int NOT NULL DEFAULT 0,
         PRIMARY KEY (person_id, day))`,
    );
    // An alarm is about a person, not about a case.
    await runner.query('ALTER TABLE message ALTER COLUMN case_id DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM message WHERE case_id IS NULL');
    await runner.query('ALTER TABLE message ALTER COLUMN case_id SET NOT NULL');
    await runner.query('DROP TABLE look_alarm');
    for (const index of ['sealed_look_newest', 'sealed_look_case', 'sealed_look_person_day'])
      await runner.query(`DROP INDEX ${index}`);
    await runner.query('DELETE FROM sealed_look WHERE case_id IS NULL');
    await runner.query(
      `ALTER TABLE sealed_look DROP CONSTRAINT sealed_look_of_somebody, DROP COLUMN participant_id, DROP COLUMN purpose,
         DROP COLUMN day, ALTER COLUMN case_id SET NOT NULL`,
    );
    for (const [before, after] of RENAMED)
      await runner.query(`ALTER TABLE sealed_look RENAME CONSTRAINT ${after} TO ${before}`);
    await runner.query('ALTER TABLE sealed_look RENAME TO raiser_look');
  }
}

const RENAMED = ['pkey', 'case_id_fkey', 'person_id_fkey'].map((name) => [
  `raiser_look_${name}`,
  `sealed_look_${name}`,
]);
