/** When the things a row tells of happened: days become moments of office hours, moments stay what they are. */
import type { Calendar } from '../domain/calendar.js';
import { addDays, type Day } from '../domain/day.js';
import type { Problem } from './reading/cell.js';
import type { LedgerEntry } from './reading/entry.js';
import type { ReadEntry } from './reading/reading.js';

export interface RowMoments {
  /** Epoch milliseconds; 09:00 of the day where the ledger gives no time. */
  raisedAt: number;
  /** Epoch milliseconds; 17:00 of the day where the ledger gives no time. Null while open. */
  closedAt: number | null;
  dueOn: Day | null;
  /** The ledger's own deadline, where it has a time and the row was closed after it on the very day. */
  missedAt: string | null;
}

const MORNING = 9;
const EVENING = 17;

/** The moments of an entry, or why they cannot be: nothing that happened lies after `now`. A ledger without the day raised uses the
 *  day of handing out, else the closing day, else now.
 *
 *  The office counts whole days. Where the ledger gives the deadline and the closing to the minute and the row was closed later on
 *  the due day itself, it was late by its own rule; the last day on which it was wholly in time is then the day before, and that
 *  becomes its due day, so that the breach stays on the record. */
export function rowMoments(entry: LedgerEntry, calendar: Calendar, now: number): RowMoments | { problem: Problem } {
  const raised =
    moment(calendar, entry.raisedAt, entry.raisedOn, MORNING) ??
    moment(calendar, entry.assignedAt, entry.assignedOn, MORNING) ??
    (hasEnded(entry) ? moment(calendar, entry.closedAt, entry.closedOn, MORNING) : undefined) ??
    now;
  const today = calendar.dayOf(now);
  const raisedAt = settled(raised, calendar, now, today);
  if (raisedAt === undefined) return future('raisedInFuture', 'Raised', '反映时间', calendar.dayOf(raised));
  // What was dropped without a day ends with the import: no day is made up for it.
  const ended =
    moment(calendar, entry.closedAt, entry.closedOn, EVENING) ?? (dropOf(entry) === undefined ? undefined : now);
  const closed = hasEnded(entry) ? ended : undefined;
  const dueDay = entry.dueAt === undefined ? entry.dueOn : calendar.dayOf(Date.parse(entry.dueAt));
  if (closed === undefined) return { raisedAt, closedAt: null, dueOn: dueDay ?? null, missedAt: null };
  const closedAt = settled(closed, calendar, now, today);
  if (closedAt === undefined) return future('closedInFuture', 'Closed', '完成时间', calendar.dayOf(closed));
  const missed =
    entry.dueAt !== undefined &&
    entry.closedAt !== undefined &&
    closedAt > Date.parse(entry.dueAt) &&
    calendar.dayOf(closedAt) === dueDay;
  const dueOn = dueDay === undefined ? null : missed ? addDays(dueDay, -1) : dueDay;
  return { raisedAt, closedAt: Math.max(closedAt, raisedAt), dueOn, missedAt: missed ? (entry.dueAt ?? null) : null };
}

/** Words of a status column for issues that ended without being struck off, as the export writes them. */
export const DROPPED: Readonly<Record<string, 'REJECT' | 'WITHDRAW'>> = {
  不予采纳: 'REJECT',
  撤回: 'WITHDRAW',
  并案: 'WITHDRAW',
};

/** The command that ends the row without striking it off; undefined for all others. */
export function dropOf(entry: LedgerEntry): 'REJECT' | 'WITHDRAW' | undefined {
  if (entry.isClosed) return undefined;
  if ('state' in entry && (entry as ReadEntry).state.meaning === 'dropped')
    return DROPPED[entry.status ?? ''] ?? 'WITHDRAW';
  return entry.closedOn === undefined ? undefined : DROPPED[entry.status ?? ''];
}

function hasEnded(entry: LedgerEntry): boolean {
  return entry.isClosed || dropOf(entry) !== undefined;
}

function moment(
  calendar: Calendar,
  instant: string | undefined,
  day: Day | undefined,
  hour: number,
): number | undefined {
  if (instant !== undefined) return Date.parse(instant);
  return day === undefined ? undefined : calendar.at(day, hour);
}

/** Today's 17:00 may still lie ahead: then it happened just now. Undefined for a later day. */
function settled(at: number, calendar: Calendar, now: number, today: Day): number | undefined {
  if (at <= now) return at;
  return calendar.dayOf(at) === today ? now : undefined;
}

function future(code: string, en: string, zh: string, day: Day): { problem: Problem } {
  return {
    problem: {
      code: `ledger.row.${code}`,
      message: `${en} on a day that has not come: ${day}`,
      messageZh: `${zh}在今天之后：${day}`,
    },
  };
}
