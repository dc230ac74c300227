import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a row of a ledger said that has no place of its own in a case becomes data. Until now it stood only as text in the history of the case
 *  (“【责任人】李强”, one line each), from which an export read it back, and where anybody could write the like; the text stays for people. */
export class KeepLedgerNotes1764550000000 implements MigrationInterface {
  name = 'KeepLedgerNotes1764550000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE ledger_note (
      case_id uuid PRIMARY KEY CONSTRAINT ledger_note_case_id_fkey REFERENCES rectification_case,
      file_name text NOT NULL,
      line int NOT NULL,
      fields json NOT NULL)`);
    await runner.query(FILL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ledger_note');
  }
}

/** The notes of imports, in the database or among what stays of an archived history. A field begins a line with its name in brackets; the further lines of
 *  its value are indented by an ideographic blank. Where a case has a name twice the last one holds, at the place of the first. */
const FILL = `
  WITH told AS (
    SELECT case_id, seq::bigint AS place, body->'payload' AS payload FROM case_event
     WHERE via IN ('import', 'demo') AND type IN ('TAKE_OVER', 'ASSIGN', 'COMMENT')
    UNION ALL
    SELECT a.case_id, s.place, s.line->'payload' FROM case_archive a
      CROSS JOIN LATERAL json_array_elements(a.said) WITH ORDINALITY AS s (line, place)
     WHERE a.returned_at IS NULL AND s.line->>'type' IN ('TAKE_OVER', 'ASSIGN', 'COMMENT')
  ), note AS (
    SELECT case_id, place, coalesce(payload->>'remark', payload->>'note', payload->>'text') AS text FROM told
  ), field AS (
    SELECT n.case_id, n.place, f.nth, f.found[1] AS name, replace(f.found[2], E'\\n\\u3000', E'\\n') AS value
      FROM note n CROSS JOIN LATERAL regexp_matches(E'\\n' || n.text, E'\\n【([^】\\n]+)】([^\\n]*(?:\\n(?!【)[^\\n]*)*)', 'g')
        WITH ORDINALITY AS f (found, nth)
     WHERE n.text LIKE '【台账导入】%'
  ), held AS (
    SELECT case_id, name, (array_agg(value ORDER BY place DESC, nth DESC))[1] AS value,
           min(ARRAY[place, nth]) AS first
      FROM field GROUP BY case_id, name
  ), origin AS (
    SELECT case_id, regexp_match(value, '^(.*) 第 (\\d+) 行$') AS at FROM held WHERE name = '台账导入'
  )
  INSERT INTO ledger_note (case_id, file_name, line, fields)
  SELECT h.case_id, o.at[1], o.at[2]::int, json_agg(json_build_array(h.name, h.value) ORDER BY h.first)
    FROM held h JOIN origin o ON o.case_id = h.case_id AND o.at IS NOT NULL
   WHERE h.name <> '台账导入'
   GROUP BY h.case_id, o.at`;
