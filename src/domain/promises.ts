/** Promises and waivers: what lets the ladder of a late period wait, until which day, and how much of it there is. */
import type { Calendar } from './calendar.js';
import type { CaseContext, OrderBrief } from './case.js';
import type { Promised, Waived } from './case-since-2.js';
import { addDays, latest, type Day } from './day.js';
import { replyDueOn } from './ladder.js';
import type { Policy } from './policy.js';
import type { EscalationLevel } from './words.js';

type OnRung = Pick<CaseContext, 'period' | 'rung' | 'orders' | 'promises' | 'waivers'>;

/** The order of the rung that the case stands on. */
export function presentOrder({ orders, period, rung }: OnRung): OrderBrief | undefined {
  return orders.find((brief) => brief.period === period && brief.rung === rung);
}

/** The promise that the case stands on, over or not: made in this late period, in reply to the order of the present rung. */
export function standingPromise({ promises = [], period, rung }: OnRung): Promised | undefined {
  return promises.findLast((promise) => promise.period === period && promise.rung === rung);
}

/** The waiver that the case stands on: of the order of the present rung, until that is proposed again. */
export function standingWaiver(context: OnRung): Waived | undefined {
  if (presentOrder(context)?.status !== 'waived') return undefined;
  return context.waivers?.findLast(({ period, rung }) => period === context.period && rung === context.rung);
}

/** Working days that a promise made in reply to an order of the rung may still be for; 0 where the late period has used up its own. */
export function promiseDaysLeft(
  { promises = [], period }: OnRung,
  policy: Policy,
  rung: EscalationLevel | null,
): number {
  if (policy.promises === undefined || rung === null || rung === 'talk') return 0;
  return Math.min(policy.promises.maxAhead[rung], promiseDaysOfPeriod({ promises, period }, policy));
}

/** Working days of promises that the late period has left, whatever the order; 0 where it has used up its own. */
export function promiseDaysOfPeriod(
  { promises = [], period }: Pick<OnRung, 'promises' | 'period'>,
  policy: Policy,
): number {
  const used = promises.reduce((sum, promise) => sum + (promise.period === period ? promise.days : 0), 0);
  return Math.max(0, (policy.promises?.perPeriod ?? 0) - used);
}

/** Working days that a promise or a waiver from `today` until `day` is for: at least one, a day off too. */
export function daysAhead(calendar: Calendar, today: Day, day: Day): number {
  return Math.max(1, calendar.workingDaysBetween(today, day));
}

/** Last day of the present order's reply window. It counts from the order, from its signature or its second proposal, and anew from the day a
 *  fix was returned, whichever is last: from the record alone, so that nothing that is done to the case in between puts it off. */
export function answerDueOn(calendar: Calendar, policy: Policy, context: CaseContext): Day {
  const { rung, rungAt, lastReturnOn } = context;
  if (rung === null || rung === 'talk' || rungAt === null) throw new Error('no order is waiting for a reply');
  const from = latest(calendar.dayOf(rungAt), presentOrder(context)?.since, lastReturnOn);
  return replyDueOn(calendar, policy, rung, from);
}

/** Moment at which the present order gives way to the next one: 09:00 of the first working day after its reply window. */
export function answerLapsesAt(calendar: Calendar, policy: Policy, context: CaseContext): number {
  return calendar.nextMorning(answerDueOn(calendar, policy, context));
}

/** Moment at which a waived order is proposed again: 09:00 of its review day, or of the next working day. */
export function waiverEndsAt(calendar: Calendar, { reviewOn }: Waived): number {
  return calendar.nextDelivery(calendar.at(reviewOn, 9));
}

/** Moment of the leader's next look once a talk is proposed: 09:00 of the working day `every` working days after the proposal, the record of
 *  the talk or the last look, whichever is last. */
export function lookAt(calendar: Calendar, every: number, context: CaseContext): number {
  const { period, rungAt, talks = [], lookedOn } = context;
  const talk = talks.findLast((one) => one.period === period);
  const from = latest(calendar.dayOf(rungAt ?? 0), talk?.recordedOn, lookedOn);
  return calendar.at(calendar.dueDay(from, every).day, 9);
}

/** Moment of the next reminder of something that should be done by `by`: 09:00 of the working day after it, then every so many working
 *  days after the last one. `toldOn` of an earlier place lies before `by`. */
export function reminderAt(calendar: Calendar, every: number, by: Day, toldOn: Day | undefined): number {
  if (toldOn === undefined || toldOn <= by) return calendar.nextMorning(by);
  return calendar.at(calendar.dueDay(toldOn, every).day, 9);
}

/** The last day that lies at most `max` working days ahead of today: with the days off that follow the last of them. */
export const lastDayAhead = (calendar: Calendar, today: Day, max: number): Day =>
  addDays(calendar.dueDay(today, max + 1).day, -1);

/** True for a day after today that lies at most `max` working days ahead. */
export function isNear(calendar: Calendar, today: Day, day: Day, max: number): boolean {
  return day > today && day <= addDays(today, 366) && daysAhead(calendar, today, day) <= max;
}
