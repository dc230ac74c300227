import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ledgers that were sent and not yet confirmed, what became of each row of an import, and the words of an office. */
export class KeepLedgerDrafts1764870000000 implements MigrationInterface {
  name = 'KeepLedgerDrafts1764870000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ledger_words', 'ledger_row', 'ledger_draft']) await runner.query(`DROP TABLE ${table}`);
    await runner.query(
      `ALTER TABLE ledger_import DROP COLUMN office_unit_id, DROP COLUMN state, DROP COLUMN total, DROP COLUMN done,
         DROP COLUMN moved_at, DROP COLUMN undone_at`,
    );
  }
}

const UP = [
  // An import from before this table ended as it was written.
  `ALTER TABLE ledger_import
     ADD COLUMN office_unit_id uuid CONSTRAINT ledger_import_office_unit_id_fkey REFERENCES unit,
     ADD COLUMN state text NOT NULL DEFAULT 'done',
     ADD COLUMN total int NOT NULL DEFAULT 0,
     ADD COLUMN done int NOT NULL DEFAULT 0,
     ADD COLUMN moved_at timestamptz,
     ADD COLUMN undone_at timestamptz`,
  // The file and what was answered hold names of people: both encrypted.
  `CREATE TABLE ledger_draft (
     id uuid PRIMARY KEY,
     person_id uuid NOT NULL CONSTRAINT ledger_draft_person_id_fkey REFERENCES person,
     file_name text NOT NULL,
     content bytea NOT NULL,
     choices bytea NOT NULL,
     version int NOT NULL,
     import_id uuid CONSTRAINT ledger_draft_import_id_fkey REFERENCES ledger_import,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL)`,
  `CREATE INDEX ledger_draft_person ON ledger_draft (person_id)`,
  `CREATE INDEX ledger_draft_expiry ON ledger_draft (expires_at)`,
  // What a row said is encrypted as the file was: a name may stand in any cell.
  `CREATE TABLE ledger_row (
     import_id uuid NOT NULL CONSTRAINT ledger_row_import_id_fkey REFERENCES ledger_import,
     line int NOT NULL,
     became text NOT NULL,
     case_id uuid,
     joins_line int,
     case_version int,
     said bytea NOT NULL,
     PRIMARY KEY (import_id, line))`,
  `CREATE INDEX ledger_row_case ON ledger_row (case_id) WHERE case_id IS NOT NULL`,
  // The words of an office; under the empty layout those that hold for every ledger.
  `CREATE TABLE ledger_words (
     office_unit_id uuid NOT NULL CONSTRAINT ledger_words_office_unit_id_fkey REFERENCES unit,
     layout text NOT NULL,
     words jsonb NOT NULL,
     changed_at timestamptz NOT NULL,
     changed_by uuid CONSTRAINT ledger_words_changed_by_fkey REFERENCES person,
     PRIMARY KEY (office_unit_id, layout))`,
];
