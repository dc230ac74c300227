import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A case has as many raisers as raised it, each a row with an id of its own; whoever stood alone keeps the id of the case, beside which name and
 * contact were encrypted. Visits and accesses say which of them.
 */
export class KeepSeveralRaisers1764730000000 implements MigrationInterface {
  name = 'KeepSeveralRaisers1764730000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** Who came in beside the first raiser has no place in the older shape: they go, and what was looked at loses its name. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE raiser ADD COLUMN id uuid, ADD COLUMN participant_id uuid CONSTRAINT raiser_participant_id_fkey REFERENCES participant`,
  `UPDATE raiser SET id = case_id`,
  `UPDATE raiser r SET participant_id = o.participant_id FROM opinion_triage t JOIN opinion o ON o.id = t.opinion_id
     WHERE t.case_id = r.case_id AND t.outcome = 'adopted'`,
  `ALTER TABLE raiser DROP CONSTRAINT raiser_pkey, ADD CONSTRAINT raiser_pkey PRIMARY KEY (id)`,
  `CREATE INDEX raiser_case ON raiser (case_id)`,
  `CREATE INDEX raiser_participant ON raiser (participant_id) WHERE participant_id IS NOT NULL`,
  `DROP INDEX raiser_unkeyed`,
  `CREATE INDEX raiser_unkeyed ON raiser (id) WHERE search_keys IS NULL`,
  `ALTER TABLE sealed_look ADD COLUMN raiser_id uuid CONSTRAINT sealed_look_raiser_id_fkey REFERENCES raiser`,
  `ALTER TABLE visit ADD COLUMN raiser_id uuid`,
];

const DOWN = [
  `ALTER TABLE visit DROP COLUMN raiser_id`,
  `ALTER TABLE sealed_look DROP COLUMN raiser_id`,
  `DELETE FROM raiser WHERE id <> case_id`,
  `DROP INDEX raiser_unkeyed`,
  `DROP INDEX raiser_participant`,
  `DROP INDEX raiser_case`,
  `ALTER TABLE raiser DROP CONSTRAINT raiser_pkey, ADD CONSTRAINT raiser_pkey PRIMARY KEY (case_id)`,
  `ALTER TABLE raiser DROP COLUMN participant_id, DROP COLUMN id`,
  `CREATE INDEX raiser_unkeyed ON raiser (case_id) WHERE search_keys IS NULL`,
];
