import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Telephone visits under a minute become a measure like the others, so that a report no longer looks them up case by case. */
export class CountShortCalls1764230000000 implements MigrationInterface {
  name = 'CountShortCalls1764230000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE report_rollup ADD COLUMN short_phone_visits int NOT NULL DEFAULT 0, ADD COLUMN short_phone_visits_cases int NOT NULL DEFAULT 0`,
    );
    // A call counts under the properties its case has on a day: from the later of the day of the call and the day of the properties.
    // Days are the office's: its zone is the session's, see migrate().
    await runner.query(
      `INSERT INTO report_delta (day, measure, bucket, delta, case_id, ${COUNTED})
       SELECT greatest(v.day, d.day), 'shortPhoneVisits', v.nth, d.delta, d.case_id, ${COUNTED}
       FROM (SELECT case_id, (at AT TIME ZONE current_setting('TimeZone'))::date AS day, row_number() OVER (PARTITION BY case_id ORDER BY at, id) AS nth
         FROM visit WHERE method = 'phone' AND duration_seconds < 60) v
       JOIN report_delta d ON d.measure = 'collected' AND d.case_id = v.case_id ORDER BY d.case_id, v.nth, d.id`,
    );
    await runner.query('DROP INDEX visit_short_call');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX visit_short_call ON visit (at) WHERE method = 'phone' AND duration_seconds < 60`);
    await runner.query(`DELETE FROM report_delta WHERE measure = 'shortPhoneVisits'`);
    await runner.query(
      `ALTER TABLE report_rollup DROP COLUMN short_phone_visits, DROP COLUMN short_phone_visits_cases`,
    );
  }
}

const COUNTED = 'unit_id, office_unit_id, category_id, source, track, meeting_id, collected_on, taken_over';
