/** Named changes of the ladder since version 2: promises, waivers for a time, signatures, talks and the leader's looks. */
import type { CaseContext } from '../domain/case.js';
import { daysAhead } from '../domain/promises.js';
import type { EscalationLevel } from '../domain/words.js';
import { ordersWith, type Change } from './changes-clock.js';
import { text, whole, type Env, type Payload } from './env.js';

/** The order that the payload names counts anew from today. */
function since(orders: CaseContext['orders'], payload: Payload, env: Env): CaseContext['orders'] {
  const period = whole(payload, 'period');
  return orders.map((brief) =>
    brief.period === period && brief.rung === payload['rung'] ? { ...brief, since: env.today } : brief,
  );
}

/** The leader has spoken: the case no longer lies before them, and the next look is counted as it was. */
const looked = ({ lookAskedOn }: CaseContext): Partial<CaseContext> =>
  lookAskedOn == null ? {} : { lookAskedOn: null };

export const LADDER_CHANGES: Record<string, Change> = {
  promise: (context, env, payload) => {
    const promisedOn = text(payload, 'promisedOn');
    const promise = {
      period: context.period,
      rung: payload['rung'] as EscalationLevel,
      madeOn: env.today,
      promisedOn,
      days: daysAhead(env.refs.calendar, env.today, promisedOn),
      isFinal: payload['isFinal'] === true,
      by: env.actor.userId,
      keptOn: null,
    };
    return {
      orders: ordersWith(context, payload, 'replied'),
      promises: [...(context.promises ?? []), promise],
      settled: false,
    };
  },
  /** A fix that is handed in by the promised day keeps every promise of the late period that is not over. */
  keepPromises: ({ promises, period }, env) =>
    promises === undefined
      ? {}
      : {
          promises: promises.map((promise) =>
            promise.period === period && promise.keptOn === null && promise.promisedOn >= env.today
              ? { ...promise, keptOn: env.today }
              : promise,
          ),
        },
  signOrderForReply: (context, env, payload) => ({
    orders: since(ordersWith(context, payload, 'signed'), payload, env),
    settled: false,
    ...looked(context),
  }),
  waiveForTime: (context, env, payload) => ({
    orders: ordersWith(context, payload, 'waived'),
    waivers: [
      ...(context.waivers ?? []),
      {
        period: whole(payload, 'period') ?? 0,
        rung: payload['rung'] as EscalationLevel,
        on: env.today,
        by: env.actor.userId,
        reviewOn: text(payload, 'reviewOn'),
      },
    ],
    settled: false,
    ...looked(context),
  }),
  /** The waiver is over: the same order is proposed again, under its own number. */
  proposeAgain: (context, env) => {
    const { period, rung } = context;
    const of = { period, rung };
    return { orders: since(ordersWith(context, of, 'proposed'), of, env), settled: false };
  },
  recordTalk: (context, env, payload) => ({
    talks: [
      ...(context.talks ?? []),
      {
        period: context.period,
        heldOn: text(payload, 'heldOn'),
        recordedOn: env.today,
        pledgeOn: text(payload, 'pledgeOn'),
      },
    ],
    // Holding the talk is the decision that it is held.
    orders: ordersWith(context, { period: context.period, rung: 'talk' }, 'signed'),
    settled: false,
    ...looked(context),
  }),
  askLook: (_context, env) => ({ lookAskedOn: env.today, lookedOn: env.today }),
  answerLook: looked,
};
