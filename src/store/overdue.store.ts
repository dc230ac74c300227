/** Finds the late cases of a scope in the order in which a leader should look at them. */
import type { Pool } from 'pg';
import type { Calendar } from '../domain/calendar.js';
import { addDays, type Day } from '../domain/day.js';
import type { Light, Rung, Stage } from '../domain/words.js';
import { overdueSql, urgencySql } from './case-light.js';
import { cursorOf, isDayKey, isIdKey, isWholeKey, keysOf } from './page-cursor.js';

export interface OverdueQuestion {
  /** From visibleUnits(). */
  scope: { overseen: readonly string[]; worked: readonly string[] };
  /** Only cases led by one of these units; undefined: any. */
  leadUnits: readonly string[] | undefined;
  /** Only cases that stand on this rung now; undefined: any. */
  rung: Rung | undefined;
  /** The moment of reading, epoch milliseconds. */
  now: number;
  limit: number;
  cursor: string | undefined;
}

export interface OverdueRow {
  id: string;
  number: string;
  title: string;
  stage: Stage;
  place: string;
  leadUnitId: string | null;
  categoryId: string | null;
  isKey: boolean;
  dueOn: Day | null;
  awaitingSignature: boolean;
  /** Null while the clock stands. */
  light: Light | null;
  workingDaysLate: number;
}

/** By the number urgencySql gives them. */
const LIGHTS: readonly (Light | null)[] = [null, 'green', 'yellow', 'blue', 'orange', 'red', 'talk'];
/** Stands in the order of the list for a due day that was taken away. */
const NO_DUE_DAY = '9999-12-31';
/** How far back working days are counted; who is later than that is as late as that. */
const DAYS_BACK = 3_700;

export class OverdueStore {
  constructor(private readonly pool: Pool) {}

  /**
   * Open cases that are late at `now` or have an order waiting for a signature: those awaiting one first, then the worst
   * light, then the most working days late. Working days come from `calendar` as a table of running counts, so that sorting
   * and paging happen in the database by the true number. A case whose late submission is being checked is as late as on the
   * day of the submission.
   */
  async page(
    question: OverdueQuestion,
    calendar: Calendar,
  ): Promise<{ items: OverdueRow[]; nextCursor: string | null }> {
    const { scope, leadUnits, rung, now, limit, cursor } = question;
    const today = calendar.dayOf(now);
    const base = addDays(today, -DAYS_BACK);
    const values: unknown[] = [
      new Date(now),
      today,
      base,
      countsSince(calendar, base, today),
      scope.overseen,
      scope.worked,
    ];
    const value = (given: unknown): string => `$${values.push(given)}`;
    const only = leadUnits === undefined ? '' : `AND c.lead_unit_id = ANY(${value(leadUnits)}::uuid[])`;
    const terms = rung === undefined ? [] : [`light = ${LIGHTS.indexOf(rung)}`];
    if (cursor !== undefined) {
      const keys = keysOf(cursor, [isWholeKey, isWholeKey, isWholeKey, isDayKey, isIdKey]).map(value);
      // Descending keys negated, so that one comparison of rows says what comes after.
      const [awaits, light, late, due, id] = keys;
      terms.push(
        `(-awaits, -light, -late, due_on, id) > (-${awaits}::int, -${light}::int, -${late}::int, ${due}::date, ${id}::uuid)`,
      );
    }
    const { rows } = await this.pool.query<RawRow>(
      `WITH waiting AS MATERIALIZED (SELECT DISTINCT case_id FROM supervision_order WHERE status = 'proposed'),
       ranked AS (
         SELECT ${RANK} FROM rectification_case c WHERE ${LATE} AND ${SCOPE} ${only}
         UNION ALL SELECT ${RANK} FROM waiting w JOIN rectification_case c ON c.id = w.case_id
           WHERE c.stage <> 'closed' AND NOT coalesce(${LATE}, false) AND ${SCOPE} ${only}),
       page AS (SELECT * FROM ranked ${terms.length === 0 ? '' : `WHERE ${terms.join(' AND ')}`}
         ORDER BY awaits DESC, light DESC, late DESC, due_on, id LIMIT ${value(limit + 1)})
       SELECT p.*, c.number, t.title, c.stage, c.place, c.lead_unit_id, c.category_id, c.is_key
       FROM page p JOIN rectification_case c ON c.id = p.id JOIN case_text t ON t.case_id = p.id
       ORDER BY p.awaits DESC, p.light DESC, p.late DESC, p.due_on, p.id`,
      values,
    );
    const last = rows[limit - 1];
    return {
      items: rows.slice(0, limit).map(overdueOf),
      nextCursor:
        rows.length > limit && last !== undefined
          ? cursorOf([last.awaits, last.light, last.late, last.due_on, last.id])
          : null,
    };
  }
}

const LATE = overdueSql('$1', '$2::date');
/** What the list is sorted by; the lateness of a case whose late submission is being checked stands since that day. */
const RANK = `c.id, coalesce(c.due_on, '${NO_DUE_DAY}') AS due_on, (c.id IN (SELECT case_id FROM waiting))::int AS awaits, ${urgencySql('$1')} AS light,
  CASE WHEN c.late_at > $1 OR c.late_at IS NULL THEN 0 ELSE
    ($4::int[])[1 + greatest(0, CASE WHEN c.clock_mode = 'held' THEN (c.context->>'submittedOn')::date ELSE $2::date END - $3::date)]
    - ($4::int[])[1 + greatest(0, c.due_on - $3::date)] END AS late`;
const SCOPE = `(c.office_unit_id = ANY($5::uuid[]) OR c.lead_unit_id = ANY($5::uuid[]) OR c.lead_unit_id = ANY($6::uuid[]) OR c.supporting_unit_ids && $6::uuid[])`;

interface RawRow {
  id: string;
  number: string;
  title: string;
  stage: Stage;
  place: string;
  lead_unit_id: string | null;
  category_id: string | null;
  is_key: boolean;
  due_on: Day;
  awaits: number;
  light: number;
  late: number;
}

function overdueOf(row: RawRow): OverdueRow {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    stage: row.stage,
    place: row.place,
    leadUnitId: row.lead_unit_id,
    categoryId: row.category_id,
    isKey: row.is_key,
    dueOn: row.due_on === NO_DUE_DAY ? null : row.due_on,
    awaitingSignature: row.awaits === 1,
    light: LIGHTS[row.light] ?? null,
    workingDaysLate: row.late,
  };
}

const counted = new WeakMap<Calendar, { today: Day; counts: number[] }>();

/** Working days in (base, day] for each day from `base` to `today`: the difference of two of them is a count between them.
 *  Kept for the day, since every page of it asks for the same. */
function countsSince(calendar: Calendar, base: Day, today: Day): number[] {
  const known = counted.get(calendar);
  if (known?.today === today) return known.counts;
  const counts: number[] = [0];
  for (let day = addDays(base, 1); day <= today; day = addDays(day, 1)) {
    counts.push(counts.at(-1)! + (calendar.isWorkingDay(day) ? 1 : 0));
  }
  counted.set(calendar, { today, counts });
  return counts;
}
