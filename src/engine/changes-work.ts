/** Named changes of the work itself: signing, submitting, returning, visiting, closing, reopening. */
import type { CaseContext, VisitRound } from '../domain/case.js';
import type { Outcome, Satisfaction, VisitOutcome } from '../domain/words.js';
import { breachesWith, newDue, type Change } from './changes-clock.js';
import { text, texts, type Env, type Payload } from './env.js';

function evidence(context: CaseContext, payload: Payload): Pick<CaseContext, 'hasEvidence'> {
  return { hasEvidence: context.hasEvidence || texts(payload, 'evidence').length > 0 };
}

function inRound(context: CaseContext, change: Partial<VisitRound>): Pick<CaseContext, 'rounds'> {
  return {
    rounds: context.rounds.map((round, at) => (at === context.rounds.length - 1 ? { ...round, ...change } : round)),
  };
}

/** A case that comes back gets a fresh, shorter due day. */
function fresh(context: CaseContext, env: Env): Partial<CaseContext> {
  return { ...newDue(context, env, env.today, env.policy.freshDays), pendingOutcome: null, extension: null };
}

export const WORK_CHANGES: Record<string, Change> = {
  accept: (_, env) => ({ acceptedAt: env.at }),
  decline: (context) => ({
    leadUnitId: null,
    supportingUnitIds: [],
    assignedAt: null,
    acceptedAt: null,
    startedOn: null,
    budget: null,
    milestones: null,
    declines: context.declines + 1,
  }),
  markEvidence: (context, _env, payload) => evidence(context, payload),
  submit: (context, env, payload) => ({
    ...evidence(context, payload),
    // A fix handed in again after a return cannot undo lateness; each submission is judged on its own day.
    submittedOn: env.today,
    submittedInTime: context.dueOn === null || env.today <= context.dueOn,
    mode: 'held',
    settled: false,
  }),
  returnToUnit: (context, env) => ({
    mode: 'running',
    settled: false,
    submittedOn: null,
    submittedInTime: null,
    returns: context.returns + 1,
    returnsInPeriod: context.returnsInPeriod + 1,
    lastReturnOn: env.today,
    // A fix that was not good enough answers no order.
    ladderStopped: false,
  }),
  completeMilestone: (context, env) => {
    const milestones = context.milestones ?? [];
    const at = milestones.findIndex((milestone) => milestone.doneOn === null);
    const next = milestones[at + 1];
    const done = milestones.map((milestone, i) => (i === at ? { ...milestone, doneOn: env.today } : milestone));
    return {
      ...newDue(context, env, env.today, 0),
      dueOn: next?.dueOn ?? context.dueOn,
      dueBasis: null,
      dueProvisional: false,
      // What was asked for was more time for the milestone that is done.
      extension: null,
      milestones: done,
    };
  },
  passVerification: (context, env) => ({
    ...breachesWith(context, env),
    mode: 'stopped',
    settled: false,
    extension: null,
    milestones:
      context.milestones?.map((milestone) => ({ ...milestone, doneOn: milestone.doneOn ?? env.today })) ?? null,
    rounds: [
      ...context.rounds,
      {
        from: env.today,
        dueOn: env.refs.calendar.dueDay(env.today, env.policy.visit.within).day,
        attempts: [],
        answeredOn: null,
        outcome: null,
        satisfaction: null,
      },
    ],
  }),
  recordAttempt: (context, env) => {
    const attempts = context.rounds.at(-1)?.attempts ?? [];
    // Three calls in an hour are one attempt: attempts are days.
    return inRound(context, { attempts: attempts.includes(env.today) ? attempts : [...attempts, env.today] });
  },
  recordVisit: (context, env, payload) =>
    inRound(context, {
      answeredOn: env.today,
      outcome: text(payload, 'outcome') as VisitOutcome,
      satisfaction: (text(payload, 'satisfaction') || null) as Satisfaction | null,
    }),
  reworkAfterVisit: (context, env) => fresh(context, env),
  refuseClosing: (context, env) => ({
    ...fresh(context, env),
    returns: context.returns + 1,
    lastReturnOn: env.today,
  }),
  awaitSigning: (context) => ({
    pendingOutcome: (context.rounds.at(-1)?.answeredOn == null ? 'unverified' : 'resolved') satisfies Outcome,
  }),
  close: (context, env) => ({
    ...breachesWith(context, env),
    mode: 'stopped',
    settled: false,
    closedAt: env.at,
    closedOn: env.today,
    pendingOutcome: null,
    extension: null,
    // A parked case that is withdrawn stays parked no longer.
    pauses: context.pauses.map((pause) => ({ ...pause, to: pause.to ?? env.today })),
    ...(context.departure == null ? {} : { departure: null }),
  }),
  /** The clock runs for the moment before `close`, so that a row closed after its due day keeps its breach. */
  takeOver: (_, env, payload) => ({
    takenOver: true,
    mode: 'running',
    startedOn: env.facts.collectedOn,
    assignedAt: env.facts.collectedAt,
    dueOn: text(payload, 'dueOn') || null,
  }),
  reopen: (context, env) => ({
    ...fresh(context, env),
    closedAt: null,
    closedOn: null,
    relapses: context.relapses + 1,
    reopenedOn: env.today,
  }),
};
