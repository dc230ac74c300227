import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Room for histories that were moved to files: which case lies where, and the ids of their commands, which stay unique. */
export class ArchiveHistory1764130000000 implements MigrationInterface {
  name = 'ArchiveHistory1764130000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** Only for a database in which nothing is archived: what lies in files cannot be brought back without these tables. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DO $$ BEGIN
      IF EXISTS (SELECT FROM case_archive WHERE returned_at IS NULL) THEN
        RAISE 'histories are archived: bring them back first (xiaohao restore-archive)';
      END IF; END $$`);
    await runner.query('DROP TRIGGER case_event_archived ON case_event');
    await runner.query('DROP FUNCTION refuse_archived()');
    for (const table of ['archived_command', 'case_archive', 'archive_file']) await runner.query(`DROP TABLE ${table}`);
  }
}

const STATEMENTS = [
  `CREATE TABLE archive_file (
     id uuid PRIMARY KEY,
     name text NOT NULL CONSTRAINT archive_file_name_key UNIQUE,
     sha256 bytea NOT NULL CONSTRAINT archive_file_sha256_key UNIQUE,
     bytes bigint NOT NULL,
     cases int NOT NULL,
     lines int NOT NULL)`,
  // A row for each time a case was moved out. `returned_at` says that it is back; the row then only tells that it once was away.
  `CREATE TABLE case_archive (
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     archived_at timestamptz NOT NULL,
     archived_by uuid NOT NULL REFERENCES person (id),
     file_id uuid NOT NULL REFERENCES archive_file (id),
     head bytea NOT NULL,
     lines int NOT NULL,
     effects json NOT NULL,
     said json NOT NULL,
     returned_at timestamptz,
     returned_by uuid REFERENCES person (id),
     PRIMARY KEY (case_id, archived_at))`,
  `CREATE UNIQUE INDEX case_archive_away ON case_archive (case_id) WHERE returned_at IS NULL`,
  `CREATE INDEX case_archive_of_file ON case_archive (file_id) WHERE returned_at IS NULL`,
  `CREATE TABLE archived_command (
     command_id uuid PRIMARY KEY,
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     seq int NOT NULL,
     command_digest bytea)`,
  // After the insert, so that it sees what a transaction committed for which the row's lock or the unique key had to wait.
  `CREATE FUNCTION refuse_archived() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF EXISTS (SELECT FROM case_archive WHERE case_id = NEW.case_id AND returned_at IS NULL) THEN
       RAISE 'the history of case % is archived', NEW.case_id
         USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'case_event_archived';
     END IF;
     IF NEW.command_id IS NOT NULL AND EXISTS (SELECT FROM archived_command WHERE command_id = NEW.command_id) THEN
       RAISE 'command % is in archived history', NEW.command_id
         USING ERRCODE = 'unique_violation', CONSTRAINT = 'case_event_command_key';
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER case_event_archived AFTER INSERT ON case_event FOR EACH ROW EXECUTE FUNCTION refuse_archived()`,
];
