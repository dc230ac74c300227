import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a meeting, its participants and opinions were before they were corrected. Older servers know nothing of it, and need not. */
export class CorrectMeetings1764960000002 implements MigrationInterface {
  name = 'CorrectMeetings1764960000002';
  breaks = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE meeting_correction (
         id uuid PRIMARY KEY,
         meeting_id uuid NOT NULL CONSTRAINT meeting_correction_meeting_id_fkey REFERENCES meeting,
         kind text NOT NULL,
         about_id uuid NOT NULL,
         before jsonb NOT NULL,
         person_id uuid CONSTRAINT meeting_correction_person_id_fkey REFERENCES person,
         at timestamptz NOT NULL)`,
    );
    await runner.query('CREATE INDEX meeting_correction_meeting ON meeting_correction (meeting_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE meeting_correction');
  }
}
