/** Departures 退出: who must let a case go that had been assigned, and whether it goes late. */
import { isLateOn } from './account.js';
import type { Calendar } from './calendar.js';
import type { CaseContext } from './case.js';
import type { Day } from './day.js';
import type { Policy } from './policy.js';

/** True where the case is or was late, or stands within so many working days of its due day; a parked case by the days it kept. */
export function isLateOrNear(context: CaseContext, policy: Policy, calendar: Calendar, today: Day): boolean {
  const { dueOn, mode, breaches, pauses } = context;
  if (breaches.length > 0 || isLateOn(context, today)) return true;
  const within = policy.departures?.leaderWithin ?? 0;
  if (mode === 'paused') return (pauses.at(-1)?.remaining ?? 0) <= within;
  return dueOn !== null && today >= calendar.workingDaysBefore(dueOn, within);
}

/** True where only a leader may let the case go: a key case, one that is late, and one that is nearly due. */
export function needsLeader(context: CaseContext, policy: Policy, calendar: Calendar, today: Day): boolean {
  return context.isKey || isLateOrNear(context, policy, calendar, today);
}
