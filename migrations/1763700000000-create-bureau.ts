import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first release: everything a bureau keeps. No schema name anywhere: one schema is one bureau. */
export class CreateBureau1763700000000 implements MigrationInterface {
  name = 'CreateBureau1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    for (const statement of [...PEOPLE, ...REFERENCE, ...MEETINGS, ...CASES, ...WORK, ...REPORTS]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = [...PEOPLE, ...REFERENCE, ...MEETINGS, ...CASES, ...WORK, ...REPORTS]
      .flatMap((statement) => /^CREATE TABLE (\w+)/.exec(statement)?.[1] ?? [])
      .reverse();
    for (const name of names) await runner.query(`DROP TABLE ${name} CASCADE`);
    await runner.query(`DROP FUNCTION char_pairs(text)`);
  }
}

const PEOPLE = [
  `CREATE TABLE unit (
     id uuid PRIMARY KEY,
     name text NOT NULL,
     parent_id uuid REFERENCES unit (id),
     leader_id uuid,
     liaison_id uuid,
     sort int NOT NULL DEFAULT 0)`,
  `CREATE TABLE person (
     id uuid PRIMARY KEY,
     username text NOT NULL CONSTRAINT person_username_key UNIQUE,
     name text NOT NULL,
     password_hash text NOT NULL,
     unit_id uuid NOT NULL REFERENCES unit (id),
     active boolean NOT NULL DEFAULT true,
     created_at timestamptz NOT NULL)`,
  `ALTER TABLE unit ADD CONSTRAINT unit_leader_fkey FOREIGN KEY (leader_id) REFERENCES person (id),
     ADD CONSTRAINT unit_liaison_fkey FOREIGN KEY (liaison_id) REFERENCES person (id)`,
  `CREATE TABLE person_role (
     person_id uuid NOT NULL REFERENCES person (id),
     role text NOT NULL,
     unit_id uuid NOT NULL REFERENCES unit (id),
     PRIMARY KEY (person_id, role, unit_id))`,
  `CREATE TABLE session (
     token_hash bytea PRIMARY KEY,
     person_id uuid NOT NULL REFERENCES person (id),
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     user_agent text NOT NULL DEFAULT '')`,
  `CREATE INDEX session_person ON session (person_id)`,
  `CREATE TABLE token (
     id uuid PRIMARY KEY,
     token_hash bytea NOT NULL CONSTRAINT token_hash_key UNIQUE,
     person_id uuid NOT NULL REFERENCES person (id),
     name text NOT NULL,
     expires_on date NOT NULL,
     created_at timestamptz NOT NULL,
     revoked_at timestamptz)`,
];

const REFERENCE = [
  `CREATE TABLE category (
     id uuid PRIMARY KEY,
     code text NOT NULL CONSTRAINT category_code_key UNIQUE,
     name_zh text NOT NULL,
     name_en text NOT NULL,
     parent_id uuid REFERENCES category (id),
     sort int NOT NULL DEFAULT 0)`,
  `CREATE TABLE calendar_year (
     year int PRIMARY KEY,
     announced boolean NOT NULL,
     origin text NOT NULL,
     loaded_at timestamptz NOT NULL,
     loaded_by uuid REFERENCES person (id))`,
  `CREATE TABLE calendar_day (
     year int NOT NULL REFERENCES calendar_year (year) ON DELETE CASCADE,
     day date NOT NULL,
     name text NOT NULL,
     is_off boolean NOT NULL,
     PRIMARY KEY (year, day))`,
  `CREATE TABLE workflow_version (
     name text NOT NULL,
     version int NOT NULL,
     hash text NOT NULL,
     content text NOT NULL,
     released_at timestamptz NOT NULL,
     PRIMARY KEY (name, version))`,
  // Bumped by whoever changes units, categories or the calendar; every load of a case reads it, so no server decides by stale ones.
  `CREATE TABLE reference_version (
     id int PRIMARY KEY CHECK (id = 1),
     version bigint NOT NULL)`,
  `INSERT INTO reference_version VALUES (1, 1)`,
];

const MEETINGS = [
  `CREATE TABLE meeting (
     id uuid PRIMARY KEY,
     title text NOT NULL,
     kind text NOT NULL,
     held_on date NOT NULL,
     place text NOT NULL,
     host_unit_id uuid NOT NULL REFERENCES unit (id),
     office_unit_id uuid NOT NULL REFERENCES unit (id),
     created_by uuid REFERENCES person (id),
     created_at timestamptz NOT NULL)`,
  `CREATE INDEX meeting_held ON meeting (held_on DESC, id)`,
  `CREATE TABLE participant (
     id uuid PRIMARY KEY,
     meeting_id uuid NOT NULL REFERENCES meeting (id),
     seq int NOT NULL,
     name text NOT NULL,
     standing text NOT NULL,
     contact_sealed bytea,
     CONSTRAINT participant_seq_key UNIQUE (meeting_id, seq))`,
  `CREATE TABLE opinion (
     id uuid PRIMARY KEY,
     meeting_id uuid NOT NULL REFERENCES meeting (id),
     seq int NOT NULL,
     participant_id uuid REFERENCES participant (id),
     text text NOT NULL,
     category_id uuid REFERENCES category (id),
     created_by uuid REFERENCES person (id),
     created_at timestamptz NOT NULL,
     CONSTRAINT opinion_seq_key UNIQUE (meeting_id, seq))`,
];

const CASES = [
  `CREATE TABLE case_counter (
     year int PRIMARY KEY,
     last int NOT NULL)`,
  `CREATE TABLE rectification_case (
     id uuid PRIMARY KEY,
     number text NOT NULL CONSTRAINT rectification_case_number_key UNIQUE,
     workflow_name text NOT NULL,
     workflow_version int NOT NULL,
     workflow_hash text NOT NULL,
     version int NOT NULL,
     stage text NOT NULL,
     place text NOT NULL,
     state json NOT NULL,
     context json NOT NULL,
     last_at timestamptz NOT NULL,
     head bytea NOT NULL,
     source text NOT NULL,
     track text NOT NULL,
     category_id uuid REFERENCES category (id),
     office_unit_id uuid REFERENCES unit (id),
     lead_unit_id uuid REFERENCES unit (id),
     supporting_unit_ids uuid[] NOT NULL DEFAULT '{}',
     meeting_id uuid REFERENCES meeting (id),
     plan_id uuid,
     external_key text CONSTRAINT rectification_case_external_key UNIQUE,
     is_key boolean NOT NULL,
     raised_outside boolean NOT NULL,
     extension_pending boolean NOT NULL,
     taken_over boolean NOT NULL,
     collected_at timestamptz NOT NULL,
     collected_on date NOT NULL,
     clock_mode text NOT NULL,
     due_on date,
     due_provisional boolean NOT NULL,
     outcome text,
     closed_on date,
     yellow_at timestamptz,
     late_at timestamptz,
     orange_at timestamptz,
     red_at timestamptz,
     talk_at timestamptz,
     FOREIGN KEY (workflow_name, workflow_version) REFERENCES workflow_version (name, version)
   ) WITH (fillfactor = 80)`,
  `CREATE INDEX case_due ON rectification_case (lead_unit_id, due_on, id) WHERE stage <> 'closed'`,
  `CREATE INDEX case_place ON rectification_case (place, office_unit_id, due_on, id) WHERE stage <> 'closed'`,
  `CREATE INDEX case_collected ON rectification_case (collected_on, id)`,
  `CREATE INDEX case_meeting ON rectification_case (meeting_id) WHERE meeting_id IS NOT NULL`,
  `CREATE INDEX case_provisional ON rectification_case (id) WHERE due_provisional AND stage <> 'closed'`,
  // What was said never changes, so it stands apart: the text indexes are written once, not at every step of a case.
  `CREATE TABLE case_text (
     case_id uuid PRIMARY KEY REFERENCES rectification_case (id),
     title text NOT NULL,
     description text NOT NULL)`,
  // Most Chinese words have two characters, which have no trigram: pairs for those, trigrams for longer ones.
  `CREATE FUNCTION char_pairs(given text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
     $$ SELECT coalesce(array_agg(DISTINCT substr(s, at, 2)), '{}') FROM lower(given) s, generate_series(1, length(s) - 1) at $$`,
  `CREATE INDEX case_text_trigrams ON case_text USING gin ((title || ' ' || description) gin_trgm_ops)`,
  `CREATE INDEX case_text_pairs ON case_text USING gin (char_pairs(title || ' ' || description))`,
  `CREATE TABLE raiser (
     case_id uuid PRIMARY KEY REFERENCES rectification_case (id),
     anonymous boolean NOT NULL,
     name_sealed bytea,
     contact_sealed bytea,
     receipt_hash bytea CONSTRAINT raiser_receipt_key UNIQUE)`,
  `CREATE TABLE raiser_look (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     person_id uuid NOT NULL REFERENCES person (id),
     at timestamptz NOT NULL,
     reason text NOT NULL)`,
  // `body` is json, not jsonb: its text is kept to the letter, and the hash is taken over that text.
  `CREATE TABLE case_event (
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     seq int NOT NULL,
     type text NOT NULL,
     at timestamptz NOT NULL,
     recorded_at timestamptz NOT NULL,
     actor_id uuid,
     actor_name text NOT NULL,
     actor_unit_id uuid,
     via text NOT NULL,
     command_id uuid CONSTRAINT case_event_command_key UNIQUE,
     command_digest bytea,
     body json NOT NULL,
     hash bytea NOT NULL,
     PRIMARY KEY (case_id, seq))`,
  `CREATE TABLE case_timer (
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     timer_id text NOT NULL,
     due_at timestamptz NOT NULL,
     error text,
     poisoned_at timestamptz,
     PRIMARY KEY (case_id, timer_id))`,
  `CREATE INDEX case_timer_due ON case_timer (due_at) WHERE poisoned_at IS NULL`,
  `CREATE TABLE opinion_triage (
     opinion_id uuid CONSTRAINT opinion_triage_pkey PRIMARY KEY REFERENCES opinion (id),
     outcome text NOT NULL,
     case_id uuid REFERENCES rectification_case (id),
     answer text NOT NULL DEFAULT '',
     person_id uuid REFERENCES person (id),
     at timestamptz NOT NULL)`,
  `CREATE INDEX opinion_triage_case ON opinion_triage (case_id) WHERE case_id IS NOT NULL`,
];

const WORK = [
  `CREATE TABLE supervision_order (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     period int NOT NULL,
     rung text NOT NULL,
     status text NOT NULL,
     issued_at timestamptz NOT NULL,
     reply_due_on date,
     unit_id uuid REFERENCES unit (id),
     to_role text NOT NULL,
     copy_role text,
     CONSTRAINT supervision_order_rung_key UNIQUE (case_id, period, rung))`,
  `CREATE INDEX order_unsigned ON supervision_order (issued_at, id) WHERE status = 'proposed'`,
  `CREATE TABLE order_act (
     id uuid PRIMARY KEY,
     order_id uuid NOT NULL REFERENCES supervision_order (id),
     act text NOT NULL,
     at timestamptz NOT NULL,
     person_id uuid REFERENCES person (id),
     text text NOT NULL DEFAULT '')`,
  `CREATE INDEX order_act_order ON order_act (order_id)`,
  `CREATE TABLE visit (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     round int NOT NULL,
     at timestamptz NOT NULL,
     person_id uuid REFERENCES person (id),
     method text NOT NULL,
     outcome text NOT NULL,
     satisfaction text,
     ratings json,
     duration_seconds int,
     note text NOT NULL DEFAULT '',
     next_attempt_on date)`,
  `CREATE INDEX visit_case ON visit (case_id, at)`,
  `CREATE TABLE attachment_blob (
     sha256 bytea PRIMARY KEY,
     bytes bytea NOT NULL)`,
  `CREATE TABLE attachment (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     sha256 bytea NOT NULL REFERENCES attachment_blob (sha256),
     name text NOT NULL,
     media_type text NOT NULL,
     size int NOT NULL,
     person_id uuid REFERENCES person (id),
     at timestamptz NOT NULL,
     CONSTRAINT attachment_of_case_key UNIQUE (case_id, id))`,
  `CREATE TABLE case_evidence (
     case_id uuid NOT NULL,
     seq int NOT NULL,
     attachment_id uuid NOT NULL,
     PRIMARY KEY (case_id, seq, attachment_id),
     CONSTRAINT case_evidence_attachment_fkey FOREIGN KEY (case_id, attachment_id) REFERENCES attachment (case_id, id))`,
  `CREATE TABLE message (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     topic text NOT NULL,
     role text NOT NULL,
     unit_id uuid REFERENCES unit (id),
     deliver_at timestamptz NOT NULL,
     created_at timestamptz NOT NULL,
     delivered_at timestamptz)`,
  `CREATE INDEX message_waiting ON message (deliver_at) WHERE delivered_at IS NULL`,
  `CREATE INDEX message_inbox ON message (role, unit_id, deliver_at DESC)`,
  `CREATE TABLE ledger_import (
     id uuid PRIMARY KEY,
     file_name text NOT NULL,
     file_sha256 bytea NOT NULL,
     person_id uuid REFERENCES person (id),
     at timestamptz NOT NULL,
     summary json NOT NULL)`,
];

/** A column of sums for each measure, and one of cases for those that count visits. */
const SUMS = `
  collected, rejected, merged, withdrawn, resolved, unverified, due, due_and_closed, parked,
  overdue, returned, extended, reopened, visit_due, visit_answered, visit_fixed, visit_rated, visit_satisfied,
  closing_days, closed_within_hour, closed_without_evidence, extended_on_last_day, visit_due_cases, visit_answered_cases, visit_fixed_cases, visit_rated_cases, visit_satisfied_cases`
  .split(/[\s,]+/)
  .filter((name) => name !== '')
  .map((name) => `${name} int NOT NULL DEFAULT 0`)
  .join(', ');

/** The key of a rollup row: which split, which stretch of time, under which properties. Nil UUID and '' stand for none. */
const ROLLUP_KEY = `family text NOT NULL, level text NOT NULL, period date NOT NULL, unit_id uuid NOT NULL,
     office_unit_id uuid NOT NULL, key text NOT NULL, cohort date NOT NULL, taken_over boolean NOT NULL`;

const REPORTS = [
  // The key doubles as the way to a case's deltas of one measure: lists behind figures and recounts go through it.
  `CREATE TABLE report_delta (
     id bigint GENERATED ALWAYS AS IDENTITY,
     day date NOT NULL,
     measure text NOT NULL,
     bucket int NOT NULL,
     delta smallint NOT NULL,
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     unit_id uuid,
     office_unit_id uuid,
     category_id uuid,
     source text NOT NULL,
     track text NOT NULL,
     meeting_id uuid,
     collected_on date NOT NULL,
     taken_over boolean NOT NULL,
     folded boolean NOT NULL DEFAULT false,
     PRIMARY KEY (measure, case_id, id))`,
  `CREATE INDEX report_delta_tail ON report_delta (day) WHERE NOT folded`,
  `CREATE INDEX report_delta_day ON report_delta USING brin (day)`,
  `CREATE INDEX report_delta_collected ON report_delta USING brin (collected_on)`,
  `CREATE TABLE report_rollup (
     ${ROLLUP_KEY}, ${SUMS},
     PRIMARY KEY (family, level, period, cohort, unit_id, office_unit_id, key, taken_over))`,
  // The count stands in the key's index too: a report reads thousands of these rows, which lie scattered over the table.
  `CREATE TABLE report_rollup_days (
     ${ROLLUP_KEY}, bucket int NOT NULL, n int NOT NULL,
     PRIMARY KEY (family, level, period, cohort, unit_id, office_unit_id, key, taken_over, bucket) INCLUDE (n))`,
  `CREATE TABLE report_rollup_state (
     id int PRIMARY KEY CHECK (id = 1),
     through date NOT NULL)`,
  `INSERT INTO report_rollup_state VALUES (1, '0001-01-01')`,
  `CREATE INDEX visit_short_call ON visit (at) WHERE method = 'phone' AND duration_seconds < 60`,
];
