/** Named delays of workflow files: each answers the moment (epoch milliseconds) at which the `after` fires. */
import { knownNames } from '../domain/known-names.js';
import { blueOrderAt, replyLapsesAt } from '../domain/ladder.js';
import { addDays } from '../domain/day.js';
import type { CaseContext } from '../domain/case.js';
import { DELAYS_SINCE_2 } from './delays-since-2.js';
import type { Env } from './env.js';

type Moment = (context: CaseContext, env: Env) => number;

function due(context: CaseContext): string {
  if (context.dueOn === null) throw new Error('a delay that counts to the due day was armed without one');
  return context.dueOn;
}

/** The day on which the unit that leads now was given the case. */
const heldSince = ({ holders, startedOn }: CaseContext): string | null => holders?.at(-1)?.from ?? startedOn;

/** 09:00 of the first working day after `days` working days counted from when the unit was given the case. */
function afterSigningDays(context: CaseContext, env: Env, days: number): number {
  const { calendar } = env.refs;
  return calendar.nextMorning(calendar.dueDay(heldSince(context) ?? env.today, days).day);
}

/** Delays that fire at the stroke of midnight; whatever the others bring about goes out in working hours. */
export const AT_ANY_HOUR: readonly string[] = ['untilLate'];

/** Delays that count from the moment at which their state is entered, not from what the record says alone. */
export const COUNTED_FROM_ENTRY: readonly string[] = ['untilBlueOrder', 'untilDelivery', 'untilReplyLapses'];

export const DELAYS = knownNames<Moment>({
  untilSigningReminder: (context, env) => afterSigningDays(context, env, env.policy.signing.remindAfter),
  untilOfficeIsTold: (context, env) => afterSigningDays(context, env, env.policy.signing.tellOfficeAfter),
  untilDueSoon: (context, env) => {
    const { calendar } = env.refs;
    return calendar.at(calendar.workingDaysBefore(due(context), env.policy.dueSoonDays), 9);
  },
  untilLate: (context, env) => env.refs.calendar.startOf(addDays(due(context), 1)),
  untilBlueOrder: (context, env) => blueOrderAt(env.refs.calendar, due(context), env.at),
  untilDelivery: (_, env) => env.refs.calendar.nextDelivery(env.at),
  untilReplyLapses: (context, env) => {
    if (context.rung === null || context.rung === 'talk') throw new Error('no order is waiting for a reply');
    return replyLapsesAt(env.refs.calendar, env.policy, context.rung, env.at);
  },
  untilReview: (context, env) => {
    const { calendar } = env.refs;
    return calendar.nextDelivery(calendar.at(context.reviewOn ?? addDays(env.today, 1), 9));
  },
  ...DELAYS_SINCE_2,
  untilVisitReminder: (context, env) => env.refs.calendar.nextMorning(context.rounds.at(-1)?.dueOn ?? env.today),
});
