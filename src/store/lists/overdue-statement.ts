/** The statement of a page of late cases, in parts that PostgreSQL goes through one after the other until the page is full: those with an order that
 *  waits for a signature, then of each light the worst of each unit, as many as a page holds, then for those who oversee offices what others let
 *  lie past its day although the case itself is not late. So a page costs what it shows, however many are late. */
import type { Calendar } from '../../domain/calendar.js';
import { addDays, type Day } from '../../domain/day.js';
import type { MainWait } from '../../domain/waits.js';
import { ESCALATION_LEVELS, type EscalationLevel } from '../../domain/words.js';
import { urgencySql } from '../sql/case-light.js';
import { unitsSeen, visibleSql, type Visible } from './case-list.conditions.js';
import { ARMED_TIMERS } from '../sql/armed-timers.js';
import { overdueSql } from '../sql/overdue-sql.js';
import { UNSIGNED } from '../sql/unsigned-orders.js';
import { Binder } from '../reports/report-question.js';

export interface OverdueQuestion {
  /** From visibleUnits(). */
  scope: Visible;
  /** Only cases led by one of these units; undefined: any. */
  leadUnits: readonly string[] | undefined;
  /** Every unit there is, where any may lead. */
  allUnits: readonly string[];
  /** Only cases that stand on this level now; undefined: any. */
  rung: EscalationLevel | undefined;
  /** The moment of reading, epoch milliseconds. */
  now: number;
  limit: number;
  cursor: string | undefined;
}

/** Where a page begins: what the last case before it was sorted by. */
export interface LatePosition {
  /** 1: with an order that waits for a signature; -1: not late itself, but unsigned or unchecked past the day for that. */
  awaits: number;
  /** As urgencySql numbers them. */
  light: number;
  /** Working days. */
  late: number;
  due: Day;
  id: string;
}

/** Stands in the order of the list for a due day that was taken away. */
export const NO_DUE_DAY = '9999-12-31';
/** What a leader is shown although the case itself is not late. */
const LET_LIE: readonly MainWait[] = ['sign', 'verify'];
/** How far back working days are counted; who is later than that is as late as that. */
const DAYS_BACK = 3_700;
/** Columns of the lights of late cases by their number, from the worst. */
const LEVELS: readonly [number, string][] = ESCALATION_LEVELS.map((rung, at): [number, string] => [
  3 + at,
  rung === 'blue' ? 'late_at' : `${rung}_at`,
]).reverse();

export interface LateStatement {
  text: string;
  values: unknown[];
}

/** At most `limit` rows, from `position` on: awaits, light, late, due_on, id, and what is told of the case. Undefined where none can follow. */
export function overdueStatement(
  question: OverdueQuestion,
  calendar: Calendar,
  position: LatePosition | undefined,
  limit: number,
): LateStatement | undefined {
  const terms = new Terms(question, calendar, limit);
  const level = question.rung === undefined ? undefined : 3 + ESCALATION_LEVELS.indexOf(question.rung);
  const isFirst = position === undefined || position.awaits === 1;
  const isLast = position?.awaits === -1;
  const levels = LEVELS.filter(([number]) => (level ?? number) === number && (isFirst || number <= position.light));
  const lie = level === undefined && question.scope.overseen.length > 0;
  const parts = [
    ...(isFirst ? [awaiting(terms, level, position)] : []),
    ...(isLast ? [] : levels).map((of) => {
      const cut = position?.awaits === 0 && position.light === of[0] ? position : undefined;
      return burning(question, terms, of, cut);
    }),
    ...(lie ? [letLie(question, terms, isLast ? position : undefined)] : []),
  ];
  return parts.length === 0 ? undefined : terms.told(parts);
}

/** What all parts speak of. */
class Terms extends Binder {
  readonly now: string;
  readonly late: string;
  readonly inScope: string;
  readonly led: string;
  /** Working days late; of a case whose late submission is being checked as on the day of the submission. */
  readonly days: string;
  /** Working days since the day by which somebody should have acted. */
  readonly waited: string;
  readonly day: string;
  readonly most: string;
  private readonly counts: string;

  constructor({ scope, leadUnits, now }: OverdueQuestion, calendar: Calendar, limit: number) {
    super();
    const today = calendar.dayOf(now);
    const base = addDays(today, -DAYS_BACK);
    this.now = this.bind(new Date(now), 'timestamptz');
    const day = this.bind(today, 'date');
    this.day = day;
    const from = this.bind(base, 'date');
    this.counts = this.bind(countsSince(calendar, base, today), 'int[]');
    const counts = '(SELECT counts FROM calendar)';
    this.most = this.bind(limit, 'int');
    this.late = overdueSql(this.now, day);
    this.inScope = visibleSql(scope, this);
    this.led = leadUnits === undefined ? 'true' : `c.lead_unit_id = ANY(${this.bind(leadUnits, 'uuid[]')})`;
    this.days = `CASE WHEN c.late_at > ${this.now} OR c.late_at IS NULL THEN 0 ELSE
      (${counts})[1 + greatest(0, CASE WHEN c.clock_mode = 'held' THEN (c.context->>'submittedOn')::date ELSE ${day} END - ${from})]
      - (${counts})[1 + greatest(0, c.due_on - ${from})] END`;
    this.waited = `((${counts})[1 + ${day} - ${from}] - (${counts})[1 + greatest(0, c.waits_by - ${from})])`;
  }

  /** Of the rows those that come after the position, if any, in order, at most a page. */
  part(rows: string, position: LatePosition | undefined, condition = 'true'): string {
    // Descending keys negated, so that one comparison of rows says what comes after.
    const after =
      position === undefined
        ? 'true'
        : `(-light, -late, due_on, id) > (-${this.bind(position.light, 'int')}, -${this.bind(position.late, 'int')},
            ${this.bind(position.due, 'date')}, ${this.bind(position.id, 'uuid')})`;
    return `SELECT * FROM (${rows}) r WHERE ${condition} AND ${after} ORDER BY light DESC, late DESC, due_on, id LIMIT ${this.most}`;
  }

  /** The rows of the parts, one part after the other, at most a page; with what is told of each. A part is not begun before those above it have
   *  come to an end. */
  told(parts: readonly string[]): LateStatement {
    const rows = parts.map((part) => `(${part})`).join(' UNION ALL ');
    const text = `WITH calendar AS MATERIALIZED (SELECT ${this.counts} AS counts),
        waiting AS MATERIALIZED (SELECT DISTINCT case_id FROM supervision_order WHERE ${UNSIGNED})
      SELECT p.*, c.number, t.title, c.stage, c.place, c.lead_unit_id, c.category_id, c.is_key, c.due_on AS day, c.state, c.context, c.collected_on,
        c.workflow_name, c.workflow_version, c.workflow_hash, ${ARMED_TIMERS}
      FROM (SELECT * FROM (${rows}) s LIMIT ${this.most}) p
      JOIN rectification_case c ON c.id = p.id JOIN case_text t ON t.case_id = p.id
      ORDER BY p.awaits DESC, p.light DESC, p.late DESC, p.due_on, p.id`;
    return { text, values: this.values };
  }
}

function awaiting(terms: Terms, level: number | undefined, position: LatePosition | undefined): string {
  const { now, inScope, led, days } = terms;
  const rows = `SELECT c.id, coalesce(c.due_on, '${NO_DUE_DAY}') AS due_on, 1 AS awaits, ${urgencySql(now)} AS light, ${days} AS late
    FROM waiting w JOIN rectification_case c ON c.id = w.case_id WHERE c.stage <> 'closed' AND ${inScope} AND ${led}`;
  return terms.part(rows, position, level === undefined ? undefined : `light = ${level}`);
}

function burning(
  { scope, leadUnits, allUnits }: OverdueQuestion,
  terms: Terms,
  [number, column]: readonly [number, string],
  position: LatePosition | undefined,
): string {
  const { now, late, inScope, led, days, most } = terms;
  const worse = LEVELS.filter(([other]) => other > number).map(([, one]) => `(c.${one} IS NULL OR c.${one} > ${now})`);
  const all = [late, `c.${column} <= ${now}`, ...worse, 'c.id NOT IN (SELECT case_id FROM waiting)'];
  // While the clock runs, who is due first is the latest: the index gives the order, and a position in it.
  const running = (): string[] => [
    ...all,
    `c.clock_mode <> 'held'`,
    ...(position === undefined
      ? []
      : [`(c.due_on, c.id) > (${terms.bind(position.due, 'date')}, ${terms.bind(position.id, 'uuid')})`]),
  ];
  const seen = unitsSeen(scope);
  const units = leadUnits ?? allUnits;
  const walk = (ids: readonly string[], conditions: () => readonly string[]): string[] =>
    ids.length === 0
      ? []
      : [
          `SELECT f.id, f.due_on, 0 AS awaits, ${number} AS light, f.late FROM unnest(${terms.bind(ids, 'uuid[]')}) AS u (id) CROSS JOIN LATERAL
       (SELECT c.id, c.due_on, ${days} AS late FROM rectification_case c
        WHERE c.lead_unit_id = u.id AND ${conditions().join(' AND ')} ORDER BY c.due_on, c.id LIMIT ${most}) f`,
        ];
  const held = [...all, `c.clock_mode = 'held'`, inScope, led].join(' AND ');
  const rows = [
    `SELECT c.id, c.due_on, 0 AS awaits, ${number} AS light, ${days} AS late FROM rectification_case c WHERE ${held}`,
    // A condition that is true anyway is left out: the planner would take it for a rare one.
    ...walk(
      units.filter((id) => seen.has(id)),
      running,
    ),
    ...walk(
      units.filter((id) => !seen.has(id)),
      () => [...running(), inScope],
    ),
  ];
  return terms.part(rows.join(' UNION ALL '), position);
}

/** Cases that a unit has not signed for, or whose fix nobody has checked, past the day for that; those that are late themselves, or have
 *  an order to be signed, stand above. Along the index on what waits, office by office. */
function letLie({ scope }: OverdueQuestion, terms: Terms, position: LatePosition | undefined): string {
  const { now, day, led, inScope, waited, most } = terms;
  const offices = terms.bind([...scope.overseen], 'uuid[]');
  const rest =
    position === undefined
      ? ''
      : ` AND (c.waits_by, c.id) > (${terms.bind(position.due, 'date')}, ${terms.bind(position.id, 'uuid')})`;
  const rows = LET_LIE.map(
    (kind) => `SELECT f.* FROM unnest(${offices}) AS u (id) CROSS JOIN LATERAL
      (SELECT c.id, c.waits_by AS due_on, -1 AS awaits, 0 AS light, ${waited} AS late FROM rectification_case c
       WHERE c.waits_for = '${kind}' AND c.office_unit_id = u.id AND c.stage <> 'closed' AND c.waits_by < ${day}
         AND (c.late_at IS NULL OR c.late_at > ${now}) AND c.id NOT IN (SELECT case_id FROM waiting) AND ${inScope} AND ${led}${rest}
       ORDER BY c.waits_by, c.id LIMIT ${most}) f`,
  );
  return terms.part(rows.join(' UNION ALL '), position);
}

const countsOf = new WeakMap<Calendar, { today: Day; counts: string }>();

/** Working days in (base, day] for each day from `base` to `today`, as PostgreSQL reads an array: the difference of two of them is a count between them.
 *  Kept for the day, since every page of it asks for the same. */
function countsSince(calendar: Calendar, base: Day, today: Day): string {
  const known = countsOf.get(calendar);
  if (known?.today === today) return known.counts;
  const numbers: number[] = [0];
  for (let day = addDays(base, 1); day <= today; day = addDays(day, 1)) {
    numbers.push(numbers.at(-1)! + (calendar.isWorkingDay(day) ? 1 : 0));
  }
  const counts = `{${numbers.join(',')}}`;
  countsOf.set(calendar, { today, counts });
  return counts;
}
