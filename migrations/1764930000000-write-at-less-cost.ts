import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What writing a case costs beside its rows. Pairs of characters for the search are found in one pass instead of one for each pair, the same pairs as
 *  before; archived histories are looked up once for all lines of a statement; a delta no longer asks whether its case is there: it is written by
 *  the statement that writes the case or has locked it, and `xiaohao check` names those that stand alone. */
export class WriteAtLessCost1764930000000 implements MigrationInterface {
  name = 'WriteAtLessCost1764930000000';
  breaks = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE OR REPLACE FUNCTION char_pairs(given text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
   DECLARE
     letters text[] := string_to_array(lower(given), NULL);
     pairs text[] := '{}';
   BEGIN
     FOR at IN 1 .. coalesce(cardinality(letters), 0) - 1 LOOP
       pairs[at] := letters[at] || letters[at + 1];
     END LOOP;
     RETURN pairs;
   END $$`,
  `DROP TRIGGER case_event_archived ON case_event`,
  `CREATE OR REPLACE FUNCTION refuse_archived() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE found uuid;
   BEGIN
     SELECT f.case_id INTO found FROM fresh f JOIN case_archive a ON a.case_id = f.case_id AND a.returned_at IS NULL LIMIT 1;
     IF found IS NOT NULL THEN
       RAISE 'the history of case % is archived', found
         USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'case_event_archived';
     END IF;
     SELECT f.command_id INTO found FROM fresh f JOIN archived_command a ON a.command_id = f.command_id LIMIT 1;
     IF found IS NOT NULL THEN
       RAISE 'command % is in archived history', found
         USING ERRCODE = 'unique_violation', CONSTRAINT = 'case_event_command_key';
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER case_event_archived AFTER INSERT ON case_event
   REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION refuse_archived()`,
  `ALTER TABLE report_delta DROP CONSTRAINT report_delta_case_id_fkey`,
];

const DOWN = [
  `ALTER TABLE report_delta ADD CONSTRAINT report_delta_case_id_fkey FOREIGN KEY (case_id) REFERENCES rectification_case (id)`,
  `DROP TRIGGER case_event_archived ON case_event`,
  `CREATE OR REPLACE FUNCTION refuse_archived() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
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
  `CREATE OR REPLACE FUNCTION char_pairs(given text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
   $$ SELECT coalesce(array_agg(DISTINCT substr(s, at, 2)), '{}') FROM lower(given) s, generate_series(1, length(s) - 1) at $$`,
];
