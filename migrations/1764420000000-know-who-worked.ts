import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What counted as work for a unit when this was written; the engine remembers it from now on. */
const WORK = `('ACCEPT', 'PROGRESS', 'SUBMIT', 'REQUEST_EXTENSION', 'REPLY_ORDER')`;

/** Posts get a history, and cases that are there already learn from theirs who worked on them: separation of duties asks for both. */
export class KnowWhoWorked1764420000000 implements MigrationInterface {
  name = 'KnowWhoWorked1764420000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE tenure (
         person_id uuid NOT NULL CONSTRAINT tenure_person_id_fkey REFERENCES person,
         unit_id uuid NOT NULL CONSTRAINT tenure_unit_id_fkey REFERENCES unit,
         role text NOT NULL,
         since timestamptz NOT NULL,
         until timestamptz,
         PRIMARY KEY (person_id, unit_id, role, since))`,
    );
    // What was held before and given up nobody wrote down; what is held is taken to be held since the account was opened.
    await runner.query(
      `INSERT INTO tenure (person_id, unit_id, role, since)
       SELECT p.id, p.unit_id, 'member', p.created_at FROM person p
       UNION ALL SELECT r.person_id, r.unit_id, r.role, p.created_at FROM person_role r JOIN person p ON p.id = r.person_id`,
    );
    // The text is added to and never rewritten: its order is that of the engine. Archived histories are away; what they say is
    // added when they come back.
    await runner.query(
      `UPDATE rectification_case c SET context = regexp_replace(c.context::text, '\\}\\s*$', ',"workers":' || w.ids || '}')::json
       FROM (SELECT case_id, json_agg(actor_id ORDER BY first)::text AS ids
             FROM (SELECT case_id, actor_id, min(seq) AS first FROM case_event
                   WHERE type IN ${WORK} AND actor_id IS NOT NULL GROUP BY case_id, actor_id) e GROUP BY case_id) w
       WHERE w.case_id = c.id`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE rectification_case SET context = regexp_replace(context::text, ',"workers":\\s*\\[[^\\]]*\\]', '')::json
       WHERE context::text LIKE '%"workers":%'`,
    );
    await runner.query('DROP TABLE tenure');
  }
}
