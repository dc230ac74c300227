import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a step changes in the figures is written as one row with its measures side by side, and spread into deltas when the rollup takes it up: a commit
 *  writes one row and one entry of an index instead of one and two for each measure. Servers of before would not see these rows. */
export class CountInOneRow1765010000000 implements MigrationInterface {
  name = 'CountInOneRow1765010000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** What has not been spread yet is, since nothing else would read it. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const PROPERTIES = 'unit_id, office_unit_id, category_id, source, track, meeting_id, collected_on, taken_over, beside';
const FRESH = PROPERTIES.split(', ')
  .map((name) => `f.${name}`)
  .join(', ');
const SPREAD = `FROM report_fresh f CROSS JOIN LATERAL unnest(f.measures, f.buckets, f.deltas) AS m (measure, bucket, delta)`;

const UP = [
  `CREATE TABLE report_fresh (
     case_id uuid NOT NULL,
     id bigint GENERATED ALWAYS AS IDENTITY,
     day date NOT NULL,
     collected_on date NOT NULL,
     unit_id uuid,
     office_unit_id uuid,
     category_id uuid,
     meeting_id uuid,
     taken_over boolean NOT NULL,
     source text NOT NULL,
     track text NOT NULL,
     beside uuid[],
     measures text[] NOT NULL,
     buckets int[] NOT NULL,
     deltas smallint[] NOT NULL,
     PRIMARY KEY (case_id, id))`,
  // Of two deltas the newer one has the greater id, also where one of them is not spread yet.
  `CREATE VIEW report_deltas AS
     SELECT id, day, measure, bucket, delta, case_id, ${PROPERTIES}, folded FROM report_delta
     UNION ALL SELECT f.id + (1::bigint << 61), f.day, m.measure, m.bucket, m.delta, f.case_id, ${FRESH}, false ${SPREAD}`,
];

const DOWN = [
  `INSERT INTO report_delta (day, measure, bucket, delta, case_id, ${PROPERTIES})
   SELECT f.day, m.measure, m.bucket, m.delta, f.case_id, ${FRESH} ${SPREAD} ORDER BY f.id`,
  'DROP VIEW report_deltas',
  'DROP TABLE report_fresh',
];
