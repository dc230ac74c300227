/** Named delays since version 2: each counts from the case's own record alone, so that entering a state again puts nothing off. */
import type { CaseContext } from '../domain/case.js';
import type { Day } from '../domain/day.js';
import {
  answerLapsesAt,
  lookAt,
  reminderAt,
  standingPromise,
  standingWaiver,
  waiverEndsAt,
} from '../domain/promises.js';
import { QUEUE_DAYS } from '../domain/waits.js';
import type { Env } from './env.js';

type Moment = (context: CaseContext, env: Env) => number;

/** A part of the policy that the check of the file has found there. */
function needed<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the policy of the workflow lacks a part that its delays need');
  return part;
}

/** The day so many working days after another. */
const after = ({ refs }: Env, day: Day, days: number): Day => refs.calendar.dueDay(day, days).day;

/** When those above are reminded of what should have been done by the day. */
function reminder({ toldOn }: CaseContext, { refs, policy }: Env, by: Day): number {
  return reminderAt(refs.calendar, needed(policy.reminders).every, by, toldOn);
}

const MOMENTS: Readonly<Record<string, Moment>> = {
  untilAnswerLapses: (context, { refs, policy }) => answerLapsesAt(refs.calendar, policy, context),
  untilPromiseLapses: (context, { refs: { calendar }, today }) =>
    calendar.nextMorning(standingPromise(context)?.promisedOn ?? today),
  untilWaiverEnds: (context, env) => {
    const waiver = standingWaiver(context);
    if (waiver === undefined) throw new Error('no waiver stands');
    return waiverEndsAt(env.refs.calendar, waiver);
  },
  untilLeaderLooks: (context, { refs, policy }) => lookAt(refs.calendar, needed(policy.looks).every, context),
  untilCheckIsLate: (context, env) => {
    const days = needed(env.policy.verification).tellAfter;
    return reminder(context, env, after(env, context.submittedOn ?? env.today, days));
  },
  untilVisitIsLate: (context, env) => reminder(context, env, context.rounds.at(-1)?.dueOn ?? env.today),
  untilSignatureIsLate: (context, env) =>
    reminder(context, env, after(env, context.pendingSince ?? env.today, QUEUE_DAYS.signClosing)),
  untilObjectionIsLate: (context, env) =>
    reminder(context, env, after(env, context.objections?.at(-1) ?? env.today, QUEUE_DAYS.objection)),
  untilReviewIsLate: ({ reviewOn, toldOn }, { refs: { calendar }, policy, today }) => {
    const by = reviewOn ?? today;
    // The first time on the review day itself.
    const isFirst = toldOn === undefined || toldOn < by;
    const on = isFirst ? by : calendar.dueDay(toldOn, needed(policy.reminders).every).day;
    return calendar.nextDelivery(calendar.at(on, 9));
  },
  untilNoticeEnds: (context, env) => env.refs.calendar.nextMorning(context.noticeUntil ?? env.today),
};

/** What is over by the record falls due at once: nothing is armed for a moment that has passed, or the lights ahead would be told from it. */
export const DELAYS_SINCE_2: Readonly<Record<string, Moment>> = Object.fromEntries(
  Object.entries(MOMENTS).map(([name, moment]) => [
    name,
    (context: CaseContext, env: Env) => Math.max(moment(context, env), env.at),
  ]),
);
