import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rollup row holds its closings by working days itself, and stands once more for all months of collection together,
 *  so that a report reads some dozens of rows where it read thousands. */
export class GatherReportRollup1764120000000 implements MigrationInterface {
  name = 'GatherReportRollup1764120000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ADD_CLOSINGS);
    await runner.query(
      `CREATE AGGREGATE sum_closings(int[]) (sfunc = add_closings, stype = int[], initcond = '{}', parallel = safe)`,
    );
    await runner.query(`ALTER TABLE report_rollup ADD COLUMN closings int[] NOT NULL DEFAULT '{}'`);
    await runner.query(
      `UPDATE report_rollup r SET closings = d.closings
       FROM (SELECT ${KEY}, array_agg(ARRAY[bucket, n] ORDER BY bucket) AS closings FROM report_rollup_days WHERE n <> 0 GROUP BY ${KEY}) d
       WHERE (${of('r')}) = (${of('d')})`,
    );
    await runner.query(`DROP TABLE report_rollup_days`);
    // All months of collection together stand under the day before every day.
    await runner.query(
      `INSERT INTO report_rollup (${KEY}, ${SUMS.join(', ')}, closings)
       SELECT ${KEY.replace('cohort', `date '-infinity'`)}, ${SUMS.map((name) => `sum(${name})`).join(', ')}, sum_closings(closings)
       FROM report_rollup GROUP BY ${KEY.replace('cohort, ', '')}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM report_rollup WHERE cohort = '-infinity'`);
    await runner.query(
      `CREATE TABLE report_rollup_days (
         family text NOT NULL, level text NOT NULL, period date NOT NULL, unit_id uuid NOT NULL,
         office_unit_id uuid NOT NULL, key text NOT NULL, cohort date NOT NULL, taken_over boolean NOT NULL, bucket int NOT NULL, n int NOT NULL,
         PRIMARY KEY (family, level, period, cohort, unit_id, office_unit_id, key, taken_over, bucket) INCLUDE (n))`,
    );
    await runner.query(
      `INSERT INTO report_rollup_days (${KEY}, bucket, n)
       SELECT ${KEY}, closings[i][1], closings[i][2] FROM report_rollup, generate_subscripts(closings, 1) i`,
    );
    await runner.query(`ALTER TABLE report_rollup DROP COLUMN closings`);
    await runner.query(`DROP AGGREGATE sum_closings(int[])`);
    await runner.query(`DROP FUNCTION add_closings(int[], int[])`);
  }
}

const KEY = 'family, level, period, unit_id, office_unit_id, key, cohort, taken_over';
const of = (alias: string): string =>
  KEY.split(', ')
    .map((name) => `${alias}.${name}`)
    .join(', ');

const SUMS = `
  collected, rejected, merged, withdrawn, resolved, unverified, due, due_and_closed, parked,
  overdue, returned, extended, reopened, visit_due, visit_answered, visit_fixed, visit_rated, visit_satisfied,
  closing_days, closed_within_hour, closed_without_evidence, extended_on_last_day, visit_due_cases, visit_answered_cases, visit_fixed_cases, visit_rated_cases, visit_satisfied_cases`
  .trim()
  .split(/[\s,]+/);

/** Closings are pairs of working days and how many closings took so many, by days; what sums to none is left out. */
const ADD_CLOSINGS = `CREATE FUNCTION add_closings(a int[], b int[]) RETURNS int[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  $$ SELECT coalesce(array_agg(ARRAY[days, n] ORDER BY days), '{}')
     FROM (SELECT days, sum(n)::int AS n FROM
       (SELECT a[i][1] AS days, a[i][2] AS n FROM generate_subscripts(a, 1) i UNION ALL SELECT b[i][1], b[i][2] FROM generate_subscripts(b, 1) i) both_sides
       GROUP BY days HAVING sum(n) <> 0) c $$`;
