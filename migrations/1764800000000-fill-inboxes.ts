import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a step has to tell people reaches them: an entry for each person, a word on each message that was not passed on, the morning's digest once
 * a day and person, and when a leader last looked. Messages older than five days before the newest stay untold, and say so: nobody's first inbox is a year old.
 */
export class FillInboxes1764800000000 implements MigrationInterface {
  name = 'FillInboxes1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE message ADD COLUMN facts jsonb, ADD COLUMN dropped text`,
  `UPDATE message SET delivered_at = deliver_at, dropped = 'beforeInbox'
     WHERE delivered_at IS NULL AND deliver_at < (SELECT max(created_at) FROM message) - interval '5 days'`,
  `DROP INDEX message_inbox`,
  `CREATE INDEX message_by_hand ON message (created_at) WHERE delivered_at IS NULL AND topic = 'urge'`,
  `CREATE INDEX message_dropped ON message (case_id) WHERE dropped IS NOT NULL`,
  `CREATE TABLE inbox_entry (
     id uuid PRIMARY KEY,
     person_id uuid NOT NULL CONSTRAINT inbox_entry_person_id_fkey REFERENCES person (id),
     topic text NOT NULL,
     case_id uuid CONSTRAINT inbox_entry_case_id_fkey REFERENCES rectification_case (id),
     message_id uuid CONSTRAINT inbox_entry_message_id_fkey REFERENCES message (id),
     facts jsonb NOT NULL DEFAULT '{}',
     at timestamptz NOT NULL,
     by_hand boolean NOT NULL DEFAULT false,
     read_at timestamptz)`,
  `CREATE INDEX inbox_entry_list ON inbox_entry (person_id, at DESC, id DESC)`,
  `CREATE INDEX inbox_entry_unread ON inbox_entry (person_id, at DESC, id DESC) WHERE read_at IS NULL`,
  `CREATE INDEX inbox_entry_case ON inbox_entry (case_id) WHERE case_id IS NOT NULL`,
  `CREATE TABLE digest (
     person_id uuid NOT NULL CONSTRAINT digest_person_id_fkey REFERENCES person (id),
     day date NOT NULL,
     made_at timestamptz,
     PRIMARY KEY (person_id, day))`,
  `CREATE INDEX digest_waiting ON digest (day) WHERE made_at IS NULL`,
  `CREATE TABLE last_look (
     person_id uuid PRIMARY KEY CONSTRAINT last_look_person_id_fkey REFERENCES person (id),
     at timestamptz NOT NULL)`,
];

const DOWN = [
  `DROP TABLE last_look`,
  `DROP TABLE digest`,
  `DROP TABLE inbox_entry`,
  `DROP INDEX message_dropped`,
  `DROP INDEX message_by_hand`,
  `CREATE INDEX message_inbox ON message (role, unit_id, deliver_at DESC)`,
  `UPDATE message SET delivered_at = NULL WHERE delivered_at IS NOT NULL`,
  `ALTER TABLE message DROP COLUMN dropped, DROP COLUMN facts`,
];
