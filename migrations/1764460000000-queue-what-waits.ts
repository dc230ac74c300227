import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The working days around the open cases, by the decrees that are stored; Monday to Friday where none speaks. A day named by two decrees
 *  is as the later one says. */
const WORKED_DAYS = `CREATE TEMPORARY TABLE worked_day ON COMMIT DROP AS
  SELECT d.day::date AS day FROM generate_series(
      (SELECT coalesce(min(collected_on), current_date) FROM rectification_case WHERE stage <> 'closed'),
      (SELECT coalesce(max(last_at)::date, current_date) + 60 FROM rectification_case), interval '1 day') d (day)
    LEFT JOIN LATERAL (SELECT c.is_off FROM calendar_day c JOIN calendar_year y USING (year)
      WHERE c.day = d.day::date AND y.announced ORDER BY c.year DESC LIMIT 1) named ON true
  WHERE NOT coalesce(named.is_off, extract(isodow FROM d.day) > 5)`;

/** The day `n` working days after `day`, as src/engine/waits-for.ts counts. */
const after = (day: string, n: string): string =>
  `(SELECT w.day FROM worked_day w WHERE w.day > ${day} ORDER BY w.day OFFSET ${n} - 1 LIMIT 1)`;

const POLICY = `(w.content::jsonb -> 'policy')`;
const ROUND = `(c.context::jsonb -> 'rounds' -> -1)`;
const TRIED = `((${ROUND} -> 'attempts' ->> -1)::date)`;
/** The order of the present period that waits for a reply: where the ladder stands on its rung and has not been stopped. */
const REPLY = `(SELECT o.reply_due_on FROM supervision_order o WHERE o.case_id = c.id AND o.period = (c.context ->> 'period')::int
  AND o.rung = c.context ->> 'rung' AND o.rung <> 'talk' AND o.status NOT IN ('replied', 'waived')
  AND c.clock_mode = 'running' AND c.context ->> 'ladderStopped' IS DISTINCT FROM 'true')`;
const KIND = `CASE WHEN c.stage = 'collected' THEN 'triage' WHEN c.stage = 'assigned' THEN 'sign'
  WHEN c.stage = 'followUpVisit' THEN CASE WHEN c.context ->> 'pendingOutcome' IS NOT NULL THEN 'signClosing'
    WHEN coalesce(jsonb_array_length(${ROUND} -> 'attempts'), 0) >= (${POLICY} -> 'visit' ->> 'attempts')::int THEN 'closeUnverified'
    WHEN c.raised_outside THEN 'visit' ELSE 'look' END
  WHEN c.clock_mode = 'held' THEN 'verify' WHEN c.clock_mode = 'paused' THEN 'review'
  WHEN ${REPLY} IS NOT NULL THEN 'reply' ELSE 'work' END`;
const BY = `CASE waits_for WHEN 'triage' THEN ${after('collected_on', '2')}
  WHEN 'sign' THEN ${after(`coalesce((context ->> 'startedOn')::date, collected_on)`, 'remind_after')}
  WHEN 'verify' THEN ${after(`coalesce((context ->> 'submittedOn')::date, collected_on)`, '3')}
  WHEN 'review' THEN (context ->> 'reviewOn')::date
  WHEN 'signClosing' THEN ${after(`coalesce(answered_on, ${after('coalesce(tried_on, collected_on)', '2')})`, '2')}
  WHEN 'closeUnverified' THEN ${after('tried_on', '2')} WHEN 'visit' THEN visit_due_on WHEN 'look' THEN visit_due_on
  WHEN 'reply' THEN reply_due_on ELSE due_on END`;

/** Each open case says what it waits for and by when, so that everybody's list comes from an index in the order of the days: the place of
 *  a case says neither who is to act nor by when. Cases of a supporting unit and unsigned ones are found without the others. */
export class QueueWhatWaits1764460000000 implements MigrationInterface {
  name = 'QueueWhatWaits1764460000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rectification_case ADD COLUMN waits_for text, ADD COLUMN waits_by date');
    await runner.query(WORKED_DAYS);
    await runner.query('CREATE INDEX ON worked_day (day)');
    await runner.query(
      `UPDATE rectification_case u SET waits_for = f.waits_for, waits_by = coalesce(f.waits_by, u.collected_on)
       FROM (SELECT id, waits_for, ${BY} AS waits_by FROM (
         SELECT c.id, c.context, c.collected_on, c.due_on, ${KIND} AS waits_for, ${REPLY} AS reply_due_on, ${TRIED} AS tried_on,
           (${ROUND} ->> 'answeredOn')::date AS answered_on, (${ROUND} ->> 'dueOn')::date AS visit_due_on,
           (${POLICY} -> 'signing' ->> 'remindAfter')::int AS remind_after
         FROM rectification_case c JOIN workflow_version w ON w.name = c.workflow_name AND w.version = c.workflow_version
         WHERE c.stage <> 'closed') k) f
       WHERE f.id = u.id`,
    );
    await runner.query('DROP INDEX case_place');
    await runner.query(
      `CREATE INDEX case_waits ON rectification_case (waits_for, office_unit_id, waits_by, id) WHERE stage <> 'closed'`,
    );
    await runner.query(
      `CREATE INDEX case_unsigned ON rectification_case (lead_unit_id, waits_by, id) WHERE stage = 'assigned'`,
    );
    await runner.query(
      `CREATE INDEX case_supported ON rectification_case USING gin (supporting_unit_ids)
       WHERE stage = 'deadline' AND supporting_unit_ids <> '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_supported');
    await runner.query('DROP INDEX case_unsigned');
    await runner.query('DROP INDEX case_waits');
    await runner.query(
      `CREATE INDEX case_place ON rectification_case (place, office_unit_id, due_on, id) WHERE stage <> 'closed'`,
    );
    await runner.query('ALTER TABLE rectification_case DROP COLUMN waits_by, DROP COLUMN waits_for');
  }
}
