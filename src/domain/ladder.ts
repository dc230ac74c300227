/** The ladder in time: when each level is due, and which light burns at a given moment. */
import type { Calendar } from './calendar.js';
import { addDays, type Day } from './day.js';
import type { CaseContext } from './case.js';
import type { Policy } from './policy.js';
import { ESCALATION_LEVELS, type Light, type EscalationLevel } from './words.js';

/** First moment at which the blue order may go out: 09:00 of the first working day after the due day, or, when that
 *  has passed already, the next moment inside working hours. Epoch milliseconds. */
export function blueOrderAt(calendar: Calendar, dueOn: Day, at: number): number {
  return Math.max(calendar.nextMorning(dueOn), calendar.nextDelivery(at));
}

/** Last day on which a reply to an order issued on `issuedOn` is in time. */
export function replyDueOn(
  calendar: Calendar,
  policy: Policy,
  rung: Exclude<EscalationLevel, 'talk'>,
  issuedOn: Day,
): Day {
  return calendar.dueDay(issuedOn, policy.ladder.replyWithin[rung]).day;
}

/** Moment at which an unanswered order gives way to the next level: 09:00 of the first working day after its reply day. */
export function replyLapsesAt(
  calendar: Calendar,
  policy: Policy,
  rung: Exclude<EscalationLevel, 'talk'>,
  issuedAt: number,
): number {
  return calendar.nextMorning(replyDueOn(calendar, policy, rung, calendar.dayOf(issuedAt)));
}

/** The rung above, or null on the last one. */
export function levelAbove(rung: EscalationLevel): EscalationLevel | null {
  return ESCALATION_LEVELS[ESCALATION_LEVELS.indexOf(rung) + 1] ?? null;
}

/** The first order to a case that falls late: blue, or orange for a key case where the policy says so. */
export function firstRung({ isKey }: Pick<CaseContext, 'isKey'>, { ladder }: Policy): EscalationLevel {
  return isKey ? (ladder.keyStartsOn ?? 'blue') : 'blue';
}

/** When each light of a case goes on if nobody does anything more; null where it is not foreseen. Epoch milliseconds. */
export interface LightTimes {
  yellowAt: number | null;
  lateAt: number | null;
  orangeAt: number | null;
  redAt: number | null;
  talkAt: number | null;
}

export const NO_LIGHTS: LightTimes = { yellowAt: null, lateAt: null, orangeAt: null, redAt: null, talkAt: null };

const COLUMN = { blue: 'lateAt', orange: 'orangeAt', red: 'redAt', talk: 'talkAt' } as const;

/** Projects the lights of a case ahead, so that a list can show the right one at any moment of reading with every
 *  scheduler switched off. `next` is the armed timer of the ladder: when the following rung is climbed, and which. */
export function lightTimes(
  calendar: Calendar,
  policy: Policy,
  context: CaseContext,
  next: { rung: EscalationLevel; at: number } | null,
): LightTimes {
  if (context.dueOn === null || context.mode === 'stopped' || context.mode === 'paused') return NO_LIGHTS;
  const times: LightTimes = { ...NO_LIGHTS };
  if (!(context.mode === 'held' && context.submittedInTime === true)) {
    times.yellowAt = calendar.startOf(calendar.workingDaysBefore(context.dueOn, policy.dueSoonDays));
    times.lateAt = calendar.startOf(addDays(context.dueOn, 1));
  }
  if (context.rung !== null && context.rung !== 'blue') times[COLUMN[context.rung]] = context.rungAt;
  if (context.mode === 'held' || context.ladderStopped || next === null) return times;
  let rung: EscalationLevel | null = next.rung;
  // A decree that arrived after the timer was armed may have made its day a day off; then the order waits.
  let at = calendar.nextDelivery(next.at);
  while (rung !== null) {
    if (rung !== 'blue') times[COLUMN[rung]] = at;
    if (rung === 'talk') break;
    at = replyLapsesAt(calendar, policy, rung, at);
    rung = levelAbove(rung);
  }
  return times;
}

/** The light at the moment `now`; the same rule as the SQL of the lists. */
export function lightAt(times: LightTimes, now: number): Light {
  const on = (at: number | null): boolean => at !== null && at <= now;
  if (on(times.talkAt)) return 'talk';
  if (on(times.redAt)) return 'red';
  if (on(times.orangeAt)) return 'orange';
  if (on(times.lateAt)) return 'blue';
  return on(times.yellowAt) ? 'yellow' : 'green';
}
