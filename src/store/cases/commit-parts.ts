/** What a commit can write besides the cases: the shape of each kind of row, and the SQL that puts such rows in place. */
import { COUNTED_ONCE } from '../../domain/case-facts.js';

/** Columns of a case that any step may move, with their types; `json!` is JSON text that is never null. */
const MOVING = `version int, stage text, place text, state json!, context json!, last_at timestamptz, head bytea,
  extension_pending boolean, clock_mode text, yellow_at timestamptz, late_at timestamptz, orange_at timestamptz, red_at timestamptz,
  talk_at timestamptz, waits_for text, waits_by date, waits_beside text[], waits_beside_by date`;
/** Columns that only some steps change: an assignment, a new due day, a closing. */
const SELDOM = `category_id uuid, lead_unit_id uuid, supporting_unit_ids uuid[], is_key boolean, taken_over boolean, due_on date,
  due_provisional boolean, overrun_on date, first_due_on date, outcome text, closed_on date`;
/** Columns that change when a case is moved to another version of its workflow. */
const PINNED = `workflow_version int, workflow_hash text`;
/** Columns that are written once. */
const LASTING = `number text, workflow_name text, source text, track text, office_unit_id uuid,
  meeting_id uuid, plan_id uuid, external_key text, raised_outside boolean, collected_at timestamptz, collected_on date`;

/** The properties under which a report counts a case. */
const COUNTED = `unit_id uuid, office_unit_id uuid, category_id uuid, source text, track text, meeting_id uuid, collected_on date, taken_over boolean`;

const namesOf = (shape: string): string[] => shape.split(',').map((column) => column.trim().split(/\s+/)[0]!);

const countedOf = (alias: string): string =>
  namesOf(COUNTED)
    .map((name) => `${alias}.${name}`)
    .join(', ');

const insertCase = (rows: string): string => {
  const names = ['id', ...[LASTING, PINNED, SELDOM, MOVING].flatMap(namesOf)];
  return `INSERT INTO rectification_case (${names.join(', ')}) SELECT ${names.map((name) => `r.${name}`).join(', ')} FROM ${rows}`;
};

const updateCase =
  (...shapes: string[]) =>
  (rows: string): string => {
    const assignments = shapes.flatMap(namesOf).map((name) => `${name} = r.${name}`);
    return `UPDATE rectification_case c SET ${assignments.join(', ')} FROM ${rows} WHERE c.id = r.id`;
  };

/** Each kind of row with its columns and types; `sql` gets a row source named `r`. Rows carry `g`, the group that must hold
 *  for them to be written. */
export const PARTS = {
  created: { shape: `id uuid, ${LASTING}, ${PINNED}, ${SELDOM}, ${MOVING}`, sql: insertCase },
  /** A case of which a seldom column changed; the others are in `moved`, whose rows are a third as wide. */
  changed: { shape: `id uuid, ${SELDOM}, ${MOVING}`, sql: updateCase(SELDOM, MOVING) },
  moved: { shape: `id uuid, ${MOVING}`, sql: updateCase(MOVING) },
  events: {
    shape: `case_id uuid, seq int, type text, at timestamptz, recorded_at timestamptz, actor_id uuid, actor_name text,
      actor_unit_id uuid, via text, command_id uuid, command_digest bytea, body json!, hash bytea`,
    sql: (rows: string) =>
      `INSERT INTO case_event (case_id, seq, type, at, recorded_at, actor_id, actor_name, actor_unit_id, via, command_id, command_digest, body, hash)
       SELECT r.case_id, r.seq, r.type, r.at, r.recorded_at, r.actor_id, r.actor_name, r.actor_unit_id, r.via, r.command_id, r.command_digest, r.body, r.hash FROM ${rows}`,
  },
  texts: {
    shape: 'case_id uuid, title text, description text',
    sql: (rows: string) =>
      `INSERT INTO case_text (case_id, title, description) SELECT r.case_id, r.title, r.description FROM ${rows}`,
  },
  /** What a case was called before stands in its history: in the line it was collected with, and in each that corrected it. */
  retitled: {
    shape: 'case_id uuid, title text',
    sql: (rows: string) => `UPDATE case_text t SET title = r.title FROM ${rows} WHERE t.case_id = r.case_id`,
  },
  ledgerNotes: {
    shape: 'case_id uuid, file_name text, line int, fields json!',
    sql: (rows: string) =>
      `INSERT INTO ledger_note (case_id, file_name, line, fields) SELECT r.case_id, r.file_name, r.line, r.fields FROM ${rows}`,
  },
  /** Somebody who speaks twice of the same case is one raiser of it, whoever of two clerks writes it down first. */
  raisers: {
    shape:
      'id uuid, case_id uuid, participant_id uuid, anonymous boolean, confidential boolean, name_sealed bytea, contact_sealed bytea, receipt_hash bytea, receipt_salt bytea, search_keys text',
    sql: (rows: string) =>
      `INSERT INTO raiser (id, case_id, participant_id, anonymous, confidential, name_sealed, contact_sealed, receipt_hash, receipt_salt, search_keys)
       SELECT r.id, r.case_id, r.participant_id, r.anonymous, r.confidential, r.name_sealed, r.contact_sealed, r.receipt_hash, r.receipt_salt,
         ARRAY(SELECT decode(k, 'hex') FROM unnest(string_to_array(r.search_keys, ',')) k) FROM ${rows} ON CONFLICT (id) DO NOTHING`,
  },
  disarmed: {
    shape: 'case_id uuid, timer_id text',
    sql: (rows: string) =>
      `DELETE FROM case_timer t USING ${rows} WHERE t.case_id = r.case_id AND t.timer_id = r.timer_id`,
  },
  armed: {
    shape: 'case_id uuid, timer_id text, due_at timestamptz',
    sql: (rows: string) =>
      `INSERT INTO case_timer (case_id, timer_id, due_at) SELECT r.case_id, r.timer_id, r.due_at FROM ${rows}
       ON CONFLICT (case_id, timer_id) DO UPDATE SET due_at = excluded.due_at, error = NULL, poisoned_at = NULL`,
  },
  deadLettered: {
    shape: 'case_id uuid, timer_id text, due_at timestamptz, error text, at timestamptz',
    sql: (rows: string) =>
      `INSERT INTO case_timer (case_id, timer_id, due_at, error, poisoned_at) SELECT r.case_id, r.timer_id, r.due_at, r.error, r.at FROM ${rows}
       ON CONFLICT (case_id, timer_id) DO UPDATE SET error = excluded.error, poisoned_at = excluded.poisoned_at`,
  },
  orders: {
    shape: `id uuid, case_id uuid, period int, rung text, status text, issued_at timestamptz, reply_due_on date,
      unit_id uuid, to_role text, copy_role text`,
    sql: (rows: string) =>
      `INSERT INTO supervision_order (id, case_id, period, rung, status, issued_at, reply_due_on, unit_id, to_role, copy_role)
       SELECT r.id, r.case_id, r.period, r.rung, r.status, r.issued_at, r.reply_due_on, r.unit_id, r.to_role, r.copy_role FROM ${rows}`,
  },
  orderStatuses: {
    shape: 'case_id uuid, period int, rung text, status text',
    sql: (rows: string) =>
      `UPDATE supervision_order o SET status = r.status FROM ${rows} WHERE o.case_id = r.case_id AND o.period = r.period AND o.rung = r.rung`,
  },
  orderActs: {
    shape:
      'id uuid, order_id uuid, case_id uuid, period int, rung text, act text, at timestamptz, person_id uuid, text text',
    sql: (rows: string) =>
      `INSERT INTO order_act (id, order_id, act, at, person_id, text)
       SELECT r.id, coalesce(r.order_id, o.id), r.act, r.at, r.person_id, r.text
       FROM ${rows} LEFT JOIN supervision_order o USING (case_id, period, rung)`,
  },
  visits: {
    shape: `id uuid, case_id uuid, round int, at timestamptz, person_id uuid, method text, outcome text, satisfaction text,
      ratings json, duration_seconds int, note text, next_attempt_on date, raiser_id uuid`,
    sql: (rows: string) =>
      `INSERT INTO visit (id, case_id, round, at, person_id, method, outcome, satisfaction, ratings, duration_seconds, note, next_attempt_on, raiser_id)
       SELECT r.id, r.case_id, r.round, r.at, r.person_id, r.method, r.outcome, r.satisfaction, r.ratings, r.duration_seconds, r.note, r.next_attempt_on, r.raiser_id FROM ${rows}`,
  },
  messages: {
    shape: 'id uuid, case_id uuid, topic text, role text, unit_id uuid, deliver_at timestamptz, created_at timestamptz',
    sql: (rows: string) =>
      `INSERT INTO message (id, case_id, topic, role, unit_id, deliver_at, created_at)
       SELECT r.id, r.case_id, r.topic, r.role, r.unit_id, r.deliver_at, r.created_at FROM ${rows}`,
  },
  /** By their facts they are told from the messages that history knows of. */
  alsoTold: {
    shape:
      'id uuid, case_id uuid, topic text, role text, unit_id uuid, deliver_at timestamptz, created_at timestamptz, facts json!',
    sql: (rows: string) =>
      `INSERT INTO message (id, case_id, topic, role, unit_id, deliver_at, created_at, facts)
       SELECT r.id, r.case_id, r.topic, r.role, r.unit_id, r.deliver_at, r.created_at, r.facts::jsonb FROM ${rows}`,
  },
  evidence: {
    shape: 'case_id uuid, seq int, attachment_id uuid',
    sql: (rows: string) =>
      `INSERT INTO case_evidence (case_id, seq, attachment_id) SELECT r.case_id, r.seq, r.attachment_id FROM ${rows}`,
  },
  triages: {
    shape: 'opinion_id uuid, outcome text, case_id uuid, answer text, person_id uuid, at timestamptz',
    sql: (rows: string) =>
      `INSERT INTO opinion_triage (opinion_id, outcome, case_id, answer, person_id, at)
       SELECT r.opinion_id, r.outcome, r.case_id, r.answer, r.person_id, r.at FROM ${rows}`,
  },
  /** What a decision changes in the figures, those of one day and one set of properties in one row (ReportFresh). */
  figures: {
    shape: `day date, measures text[], buckets int[], deltas smallint[], case_id uuid, ${COUNTED}, beside uuid[]`,
    sql: (rows: string) =>
      `INSERT INTO report_fresh (day, measures, buckets, deltas, case_id, ${namesOf(COUNTED).join(', ')}, beside)
       SELECT r.day, r.measures, r.buckets, r.deltas, r.case_id, ${countedOf('r')}, r.beside FROM ${rows}`,
  },
  /** What is taken back under the bucket it was counted with. */
  deltas: {
    shape: `day date, measure text, bucket int, delta smallint, case_id uuid, ${COUNTED}, beside uuid[]`,
    // A closing is taken back under the working days it was counted with, a signature under its minutes: a year's calendar may have been loaded since.
    sql: (rows: string) =>
      `INSERT INTO report_delta (day, measure, bucket, delta, case_id, ${namesOf(COUNTED).join(', ')}, beside)
       SELECT r.day, r.measure, CASE WHEN r.measure IN (${COUNTED_ONCE.map((measure) => `'${measure}'`).join(', ')}) AND r.delta < 0
         THEN coalesce((SELECT d.bucket FROM report_deltas d WHERE d.case_id = r.case_id AND d.measure = r.measure
           GROUP BY d.bucket HAVING sum(d.delta) > 0 LIMIT 1), r.bucket)
         ELSE r.bucket END, r.delta, r.case_id, ${countedOf('r')}, r.beside FROM ${rows}`,
  },
  /** Telephone visits under a minute: `sign` 0 makes one more, -1 and 1 move all there are; `plus` more than are stored. */
  calls: {
    shape: `day date, sign smallint, plus int, case_id uuid, ${COUNTED}`,
    sql: (rows: string) =>
      `INSERT INTO report_delta (day, measure, bucket, delta, case_id, ${namesOf(COUNTED).join(', ')})
       SELECT r.day, 'shortPhoneVisits', bucket, CASE WHEN r.sign = 0 THEN 1 ELSE r.sign END, r.case_id, ${countedOf('r')} FROM ${rows}
       CROSS JOIN LATERAL (SELECT coalesce(max(d.bucket), 0) + r.plus AS n FROM report_deltas d
         WHERE d.measure = 'shortPhoneVisits' AND d.case_id = r.case_id) stored
       CROSS JOIN LATERAL generate_series(CASE WHEN r.sign = 0 THEN n + 1 ELSE 1 END, CASE WHEN r.sign = 0 THEN n + 1 ELSE n END) bucket`,
  },
  /** A case that goes to another version; it is neither in `changed` nor in `moved`. */
  migrated: { shape: `id uuid, ${PINNED}, ${SELDOM}, ${MOVING}`, sql: updateCase(PINNED, SELDOM, MOVING) },
  /** What a row of a ledger became stands with it. */
  ledgerRows: {
    shape: 'import_id uuid, line int, became text, case_id uuid, joins_line int, case_version int, said bytea',
    sql: (rows: string) =>
      `INSERT INTO ledger_row (import_id, line, became, case_id, joins_line, case_version, said)
       SELECT r.import_id, r.line, r.became, r.case_id, r.joins_line, r.case_version, r.said FROM ${rows}`,
  },
} as const;

export type Part = keyof typeof PARTS;
export type Row = Record<string, unknown> & { g: number };
export type Rows = Partial<Record<Part, Row[]>>;
