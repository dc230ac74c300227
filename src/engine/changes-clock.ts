/** Named changes of the clock: starting, holding, pausing, giving days back, climbing a level. */
import { isLateOn, lateUntil } from '../domain/account.js';
import type { CaseContext } from '../domain/case.js';
import { chargedUnits } from '../domain/holders.js';
import { earliest, type Day } from '../domain/day.js';
import { workingDaysOf } from '../domain/policy.js';
import type { OrderStatus, EscalationLevel } from '../domain/words.js';
import { marked } from './easing.js';
import { text, texts, whole, type Env, type Payload, type Read } from './env.js';

/** What a named change alters; everything else of the context stays. */
export type Change = Read<Partial<CaseContext>>;

const RESTART = { settled: false, rung: null, rungAt: null, ladderStopped: false, returnsInPeriod: 0 } as const;

/** The present late period as a record, where there is one, so that a new due day never wipes it out. */
export function breachesWith(context: CaseContext, env: Env): Pick<CaseContext, 'breaches'> {
  if (!isLateOn(context, env.today) || context.dueOn === null) return { breaches: context.breaches };
  const until = lateUntil(context, env.today);
  const days = env.refs.calendar.workingDaysBetween(context.dueOn, until);
  const { period, dueOn, holders } = context;
  const charged = holders === undefined ? {} : { unitIds: chargedUnits(context, env.refs.calendar, dueOn) };
  return { breaches: [...context.breaches, { period, dueOn, until, days, ...charged }] };
}

/** A new due day `days` working days after `from`, and a new period on the ladder. */
export function newDue(context: CaseContext, env: Env, from: Day, days: number): Partial<CaseContext> {
  const due = env.refs.calendar.dueDay(from, days);
  return {
    ...RESTART,
    ...breachesWith(context, env),
    mode: 'running',
    dueOn: due.day,
    dueBasis: { from, days },
    dueProvisional: due.provisional,
    period: context.period + 1,
    submittedOn: null,
    submittedInTime: null,
  };
}

/** A due day given by hand: nothing to recompute, so never provisional. */
export function givenDue(context: CaseContext, env: Env, day: Day): Partial<CaseContext> {
  return { ...newDue(context, env, env.today, 0), dueOn: day, dueBasis: null, dueProvisional: false };
}

function startClock(context: CaseContext, env: Env, payload: Payload): Partial<CaseContext> {
  const { calendar } = env.refs;
  const milestone = context.milestones?.find(({ doneOn }) => doneOn === null)?.dueOn;
  // A part of a case that was split gets no more time than the whole had.
  const limit = context.origin?.dueOn;
  const given = milestone === undefined ? text(payload, 'dueOn') || limit : earliest(milestone, limit);
  const of = { track: env.facts.track, at: env.at };
  const { days } = workingDaysOf(env.policy, env.refs.categories, context.categoryId ?? '', of);
  const due = given == null ? newDue(context, env, env.today, days) : givenDue(context, env, given);
  const last = context.milestones?.at(-1)?.dueOn ?? due.dueOn ?? env.today;
  return {
    ...due,
    startedOn: env.today,
    budget: given == null ? days : Math.max(0, calendar.workingDaysBetween(env.today, last)),
  };
}

/** Since version 2 a case that was given out before keeps what it had: giving it back and out again makes nothing lighter. */
const remarked = (
  context: CaseContext,
  env: Env,
  next: Pick<CaseContext, 'categoryId' | 'isKey'>,
): Partial<CaseContext> => (context.holders === undefined ? next : marked(context, env, next));

export function ordersWith(context: CaseContext, payload: Payload, status: OrderStatus): CaseContext['orders'] {
  const period = whole(payload, 'period');
  return context.orders.map((brief) =>
    brief.period === period && brief.rung === payload['rung'] ? { ...brief, status } : brief,
  );
}

/** Only an order of the present period stops the ladder of the present period. */
function stopsLadder(context: CaseContext, payload: Payload): Partial<CaseContext> {
  return whole(payload, 'period') === context.period ? { ladderStopped: true, settled: false } : {};
}

export const CLOCK_CHANGES: Record<string, Change> = {
  settle: () => ({ settled: true }),
  startClock,
  stopClock: (context, env) => ({
    ...RESTART,
    ...breachesWith(context, env),
    mode: 'stopped',
    dueOn: null,
    dueBasis: null,
    dueProvisional: false,
  }),
  climb: (context, env, _payload, params) => {
    const rung = params['rung'] as EscalationLevel;
    const status = rung === 'red' || rung === 'talk' ? 'proposed' : 'issued';
    return { rung, rungAt: env.at, orders: [...context.orders, { period: context.period, rung, status }] };
  },
  replyOrder: (context, _env, payload) => ({
    orders: ordersWith(context, payload, 'replied'),
    ...stopsLadder(context, payload),
  }),
  signOrder: (context, _env, payload) => ({ orders: ordersWith(context, payload, 'signed') }),
  waiveOrder: (context, _env, payload) => ({
    orders: ordersWith(context, payload, 'waived'),
    ...stopsLadder(context, payload),
  }),
  recomputeDue: (context, env) => {
    const basis = context.dueBasis;
    if (basis === null || context.dueOn === null) return {};
    const due = env.refs.calendar.dueDay(basis.from, basis.days);
    if (due.day === context.dueOn) return { dueProvisional: due.provisional };
    const { returnsInPeriod, submittedOn, dueProvisional, eased = [] } = context;
    // What a decree brings is no easing; a later day by a change of one that was out is shown.
    const shown =
      dueProvisional || due.day < context.dueOn
        ? {}
        : { eased: [...eased, { on: env.today, what: 'calendar' as const }] };
    if (context.mode === 'running') {
      return { ...newDue(context, env, basis.from, basis.days), returnsInPeriod, ...shown };
    }
    const submittedInTime = submittedOn === null ? null : submittedOn <= due.day;
    return { dueOn: due.day, dueProvisional: due.provisional, submittedInTime, ...shown };
  },
  requestExtension: (context, env, payload) => ({
    extension: {
      days: whole(payload, 'days') ?? 0,
      reason: text(payload, 'reason'),
      askedOn: env.today,
      askedBy: env.actor.userId,
    },
  }),
  grantExtension: (context, env, payload) => {
    const asked = context.extension;
    const from = context.dueOn;
    if (asked === null || from === null) return {};
    const days = whole(payload, 'days') ?? asked.days;
    const { submittedOn, mode } = context;
    const basis = context.dueBasis;
    // Counted from the first basis, so that a provisional day that is extended is still recomputed right.
    const due = basis === null ? newDue(context, env, from, days) : newDue(context, env, basis.from, basis.days + days);
    const to = due.dueOn ?? from;
    const granted = { ...asked, days, grantedOn: env.today, grantedBy: env.actor.userId, from, to };
    // A fix under verification stays under verification: it is judged against the new day.
    const held = mode === 'held' ? { mode, submittedOn, submittedInTime: (submittedOn ?? '') <= to } : {};
    return { ...due, ...held, extension: null, extensions: [...context.extensions, granted] };
  },
  refuseExtension: () => ({ extension: null }),
  park: (context, env, payload) => ({
    ...RESTART,
    ...breachesWith(context, env),
    mode: 'paused',
    extension: null,
    reviewOn: text(payload, 'reviewOn'),
    pauses: [
      ...context.pauses,
      {
        from: env.today,
        to: null,
        reason: text(payload, 'reason'),
        remaining: Math.max(0, env.refs.calendar.workingDaysBetween(env.today, context.dueOn ?? env.today)),
      },
    ],
  }),
  resume: (context, env) => {
    const parked = context.pauses.at(-1);
    const pauses = context.pauses.map((pause) => (pause === parked ? { ...pause, to: env.today } : pause));
    return { ...newDue(context, env, env.today, parked?.remaining ?? 0), pauses, reviewOn: null };
  },
  /** Where the supporting units are named at assignment they replace the earlier ones. */
  assign: (context, env, payload) => ({
    leadUnitId: text(payload, 'leadUnitId'),
    supportingUnitIds:
      payload['supportingUnitIds'] === undefined ? context.supportingUnitIds : texts(payload, 'supportingUnitIds'),
    ...remarked(context, env, {
      categoryId: text(payload, 'categoryId') || context.categoryId,
      isKey: typeof payload['isKey'] === 'boolean' ? payload['isKey'] : context.isKey,
    }),
    assignedAt: env.at,
    milestones: Array.isArray(payload['milestones'])
      ? payload['milestones'].map((given: { name: string; dueOn: Day }) => ({ ...given, doneOn: null }))
      : context.milestones,
  }),
};
