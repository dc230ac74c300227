/** Departures 退出: who must let a case go that had been assigned, and whether it goes late. */
import { isLateOn } from './account.js';
import type { Calendar } from './calendar.js';
import type { CaseContext } from './case.js';
import type { Day } from './day.js';
import type { Policy } from './policy.js';

/** True where the case was ever given to a unit, by itself, as a part of one that was, or as what one that was is merged into: it leaves by two people. */
export const wasEverAssigned = ({ period, origin, bound }: Pick<CaseContext, 'period' | 'origin' | 'bound'>): boolean =>
  period > 0 || origin?.assigned === true || bound !== undefined;

/** What of a case says whether it leaves late. */
export interface Leaving {
  dueOn: Day | null;
  /** Working days that a parked case kept; null where it is not parked. */
  kept: number | null;
  /** Late now, or ever before. */
  wasLate: boolean;
}

/** What says so of a case that is about to leave. */
export function leaving(context: CaseContext, today: Day): Leaving {
  const { mode, breaches, pauses, period, origin } = context;
  // A part that nobody was given yet is as late as the whole was to be.
  const dueOn = context.dueOn ?? (period === 0 ? (origin?.dueOn ?? null) : null);
  return {
    dueOn,
    kept: mode === 'paused' ? (pauses.at(-1)?.remaining ?? 0) : null,
    wasLate: breaches.length > 0 || isLateOn(context, today) || (period === 0 && dueOn !== null && dueOn < today),
  };
}

/** True where the case is or was late, or has no more than so many working days left, the due day counted; a parked case by the days it kept. */
export function isLateOrNear({ dueOn, kept, wasLate }: Leaving, within: number, calendar: Calendar, on: Day): boolean {
  if (wasLate) return true;
  if (kept !== null) return kept <= within;
  return dueOn !== null && calendar.workingDaysBetween(on, dueOn) <= within;
}

/** True where only a leader may let the case go: a key case, one that is late, and one that is nearly due. */
export function needsLeader(context: CaseContext, policy: Policy, calendar: Calendar, today: Day): boolean {
  const within = policy.departures?.leaderWithin ?? 0;
  return context.isKey || isLateOrNear(leaving(context, today), within, calendar, today);
}
