import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a meeting is told of its opinions: the words of the office until they are released, each answer that was released, and the private addresses
 * under which a participant reads theirs, or anybody those of the meeting.
 */
export class AnswerMeetings1764840000000 implements MigrationInterface {
  name = 'AnswerMeetings1764840000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** What was told is gone with its tables: nothing of the older shape knows of it. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['result_link', 'opinion_answer', 'opinion_wording']) await runner.query(`DROP TABLE ${table}`);
  }
}

const UP = [
  `CREATE TABLE opinion_wording (
     opinion_id uuid PRIMARY KEY CONSTRAINT opinion_wording_opinion_id_fkey REFERENCES opinion,
     said text,
     basis text NOT NULL,
     words text,
     class text,
     reason text,
     planned_on date,
     written_by uuid CONSTRAINT opinion_wording_written_by_fkey REFERENCES person,
     written_at timestamptz NOT NULL)`,
  `CREATE TABLE opinion_answer (
     opinion_id uuid NOT NULL CONSTRAINT opinion_answer_opinion_id_fkey REFERENCES opinion,
     seq int NOT NULL,
     basis text NOT NULL,
     facts_class text NOT NULL,
     class text NOT NULL,
     reason text,
     words text NOT NULL,
     words_en text NOT NULL,
     said text,
     solved_on date,
     due_on date,
     unit_id uuid CONSTRAINT opinion_answer_unit_id_fkey REFERENCES unit,
     released_by uuid CONSTRAINT opinion_answer_released_by_fkey REFERENCES person,
     released_at timestamptz NOT NULL,
     CONSTRAINT opinion_answer_pkey PRIMARY KEY (opinion_id, seq),
     CONSTRAINT opinion_answer_reason_check CHECK (class = facts_class OR reason IS NOT NULL))`,
  `CREATE TABLE result_link (
     id uuid PRIMARY KEY,
     token_hash bytea NOT NULL CONSTRAINT result_link_token_key UNIQUE,
     meeting_id uuid NOT NULL CONSTRAINT result_link_meeting_id_fkey REFERENCES meeting,
     participant_id uuid CONSTRAINT result_link_participant_id_fkey REFERENCES participant,
     made_by uuid CONSTRAINT result_link_made_by_fkey REFERENCES person,
     made_at timestamptz NOT NULL,
     revoked_by uuid CONSTRAINT result_link_revoked_by_fkey REFERENCES person,
     revoked_at timestamptz)`,
  `CREATE UNIQUE INDEX result_link_own ON result_link (participant_id) WHERE revoked_at IS NULL AND participant_id IS NOT NULL`,
  `CREATE UNIQUE INDEX result_link_public ON result_link (meeting_id) WHERE revoked_at IS NULL AND participant_id IS NULL`,
];
