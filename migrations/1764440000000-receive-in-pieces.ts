import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files arrive in pieces that a cut connection does not lose, and are kept without what a camera writes into them. What was kept before
 *  waits to be cleaned; the hash of what was handed in stays beside it. */
export class ReceiveInPieces1764440000000 implements MigrationInterface {
  name = 'ReceiveInPieces1764440000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE upload (
     id uuid PRIMARY KEY,
     person_id uuid NOT NULL REFERENCES person (id),
     key uuid NOT NULL,
     case_id uuid NOT NULL REFERENCES rectification_case (id),
     name text NOT NULL,
     size int NOT NULL,
     taken int NOT NULL DEFAULT 0,
     attachment_id uuid REFERENCES attachment (id),
     expires_at timestamptz NOT NULL,
     CONSTRAINT upload_key UNIQUE (person_id, key))`,
  `CREATE INDEX upload_expiry ON upload (expires_at)`,
  `CREATE TABLE upload_piece (
     upload_id uuid NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
     start int NOT NULL,
     bytes bytea NOT NULL,
     PRIMARY KEY (upload_id, start))`,
  // Photographs do not get smaller by packing them again.
  `ALTER TABLE upload_piece ALTER COLUMN bytes SET STORAGE EXTERNAL`,
  `CREATE TABLE attachment_thumbnail (
     sha256 bytea PRIMARY KEY REFERENCES attachment_blob (sha256),
     bytes bytea NOT NULL)`,
  `ALTER TABLE attachment
     ADD COLUMN original_sha256 bytea,
     ADD COLUMN cleaning text NOT NULL DEFAULT 'waiting' CONSTRAINT attachment_cleaning_check CHECK (cleaning = ANY (ARRAY['waiting', 'clean', 'asIs', 'withheld']))`,
  `ALTER TABLE attachment ALTER COLUMN cleaning DROP DEFAULT`,
  `UPDATE attachment SET original_sha256 = sha256`,
  `ALTER TABLE attachment ALTER COLUMN original_sha256 SET NOT NULL`,
  `CREATE INDEX attachment_waiting ON attachment (at) WHERE cleaning = 'waiting'`,
];

/** What was cleaned goes back to what was handed in, where that is still kept. */
const DOWN = [
  `UPDATE attachment a SET sha256 = original_sha256, size = octet_length(b.bytes)
     FROM attachment_blob b WHERE b.sha256 = a.original_sha256 AND a.sha256 <> a.original_sha256`,
  `DROP INDEX attachment_waiting`,
  `ALTER TABLE attachment DROP COLUMN cleaning, DROP COLUMN original_sha256`,
  `DROP TABLE attachment_thumbnail`,
  `DROP TABLE upload_piece`,
  `DROP TABLE upload`,
];
