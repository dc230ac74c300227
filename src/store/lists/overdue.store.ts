/** Finds the late cases of a scope in the order in which a leader should look at them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Calendar } from '../../domain/calendar.js';
import { isDay, type Day } from '../../domain/day.js';
import { fullContext, type CaseContext, type StateValue, type Timer, type WorkflowRef } from '../../domain/case.js';
import type { Light, Stage } from '../../domain/words.js';
import type { Waiting } from '../../engine/waits-for.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { inTransaction, ONE_SNAPSHOT } from '../database/transaction.js';
import { overdueStatement, type LatePosition, type OverdueQuestion } from './overdue-statement.js';
import { timersOf, type ArmedTimers } from '../sql/armed-timers.js';
import { preparedName } from '../sql/prepared.js';
import { cursorOf, isIdKey, isWholeKey, keysOf } from '../sql/page-cursor.js';

export interface OverdueRow {
  id: string;
  number: string;
  title: string;
  stage: Stage;
  /** The state within the stage. */
  state: string;
  leadUnitId: string | null;
  categoryId: string | null;
  isKey: boolean;
  dueOn: Day | null;
  awaitingSignature: boolean;
  /** Null while the clock stands. */
  light: Light | null;
  workingDaysLate: number;
  /** What the clock and the wait are read from. */
  waiting: Waiting;
  /** Those that are armed. */
  timers: Timer[];
  workflow: WorkflowRef;
}

/** The walk along a unit's due days ends with the page. The planner takes what is late and what is not yet worse for independent of each other, expects a
 *  handful where an import has brought hundreds, and would fetch and sort all of them; and it would read all orders there are for the few that wait. So it
 *  is left no choice but the indexes, and planned once for each connection: planning all the parts anew took longer than reading a page. */
const ALONG_INDEXES = `${ONE_SNAPSHOT}; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off; SET LOCAL plan_cache_mode = force_generic_plan`;

/** By the number urgencySql gives them. */
const LIGHTS: readonly (Light | null)[] = [null, 'green', 'yellow', 'blue', 'orange', 'red', 'talk'];

@Injectable()
export class OverdueStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /**
   * Open cases that are late at `now` or have an order waiting for a signature: those awaiting one first, then the worst
   * light, then the most working days late; last, for those who oversee offices, what was not signed for or not checked by its day.
   * Working days come from `calendar` as a table of running counts, so that sorting
   * and paging happen in the database by the true number. A case whose late submission is being checked is as late as on the
   * day of the submission.
   */
  async page(
    question: OverdueQuestion,
    calendar: Calendar,
  ): Promise<{ items: OverdueRow[]; nextCursor: string | null }> {
    const { limit, cursor } = question;
    const position = cursor === undefined ? undefined : positionOf(cursor);
    const statement = overdueStatement(question, calendar, position, limit + 1);
    if (statement === undefined) return { items: [], nextCursor: null };
    const { rows } = await inTransaction(
      this.database.pool,
      (on) => on.query<RawRow>({ name: preparedName('overdue', statement.text), ...statement }),
      ALONG_INDEXES,
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

function positionOf(cursor: string): LatePosition {
  const [awaits, light, late, due, id] = keysOf(cursor, [isWholeKey, isWholeKey, isWholeKey, isDay, isIdKey]);
  return { awaits, light, late, due, id } as LatePosition;
}

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
  /** The case's own due day; `due_on` is what the row is sorted by. */
  day: Day | null;
  state: StateValue;
  context: Partial<CaseContext>;
  collected_on: Day;
  timers: ArmedTimers;
  workflow_name: string;
  workflow_version: number;
  workflow_hash: string;
}

function overdueOf(row: RawRow): OverdueRow {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    stage: row.stage,
    state: row.place,
    leadUnitId: row.lead_unit_id,
    categoryId: row.category_id,
    isKey: row.is_key,
    dueOn: row.day,
    awaitingSignature: row.awaits === 1,
    light: LIGHTS[row.light] ?? null,
    workingDaysLate: row.awaits === -1 ? 0 : row.late,
    waiting: { value: row.state, context: fullContext(row.context), facts: { collectedOn: row.collected_on } },
    timers: timersOf(row.timers),
    workflow: { name: row.workflow_name, version: row.workflow_version, hash: row.workflow_hash },
  };
}
