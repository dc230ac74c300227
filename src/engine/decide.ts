/** Pure decisions: a case and a command give the case as it is afterwards with its events and effects, or a refusal. */
import type { CaseContext, CaseState, Changed, StateValue, Timer, WorkflowRef } from '../domain/case.js';
import { freshContext, stageOf } from '../domain/case.js';
import { SYSTEM, type Actor, type Command, type InNameOf } from '../domain/command.js';
import { actingOn, bothNames, inNameOfOn, standInsAfter } from '../domain/deputies.js';
import { Refused } from '../domain/errors.js';
import { specOf, workersAfter } from './commands.js';
import { EFFECTS } from './catalogue.js';
import { AT_ANY_HOUR } from './delays.js';
import type { Effect } from './effects.js';
import type { Env, Payload, ReferenceData, RelatedCase } from './env.js';
import { boundBy, fatesTold } from './fate-effects.js';
import { payloadFaults } from './payload.js';
import { refusalOf } from './refusal.js';
import { isStale, type Passed } from './stale.js';
import type { Step } from './machine.js';
import { tieThatForbids, wantsARole } from './rules-people.js';
import { delayOf } from './timer-id.js';
import type { Workflow } from './workflow.js';

/** One line of history. `before` and `after` hold the parts of the case that changed; replaying the `after`s gives the case. */
export interface EventRecord {
  seq: number;
  type: string;
  at: number;
  actor: { userId: string | null; name: string; unitId: string | null; via: string };
  commandId: string | null;
  payload: Payload;
  before: Changed;
  after: Changed;
  effects: Effect[];
  /** Who was absent, where a deputy acted in their name; the actor's name says both. */
  inNameOf?: InNameOf;
}

export interface Decision {
  state: CaseState;
  events: EventRecord[];
  /** Timers whose event threw: a fault of the workflow, to be parked and shown, never retried in a loop. */
  deadLettered: { timerId: string; dueAt: number; error: string }[];
}

const NO_CASES: ReadonlyMap<string, RelatedCase> = new Map();
/** More timers than any sane workflow fires in one go; beyond it the workflow is at fault. */
const MOST_STEPS = 1000;

/** The case after everything that fell due up to and including `until`, in order, each at its own moment: the same
 *  history whether the scheduler was on, late or off for weeks. */
export function advance(workflow: Workflow, state: CaseState, until: number, refs: ReferenceData): Decision {
  let decision: Decision = { state, events: [], deadLettered: [] };
  for (let steps = 0; ; steps += 1) {
    const next = firstDue(decision.state.timers, until);
    if (next === undefined) return decision;
    if (steps >= MOST_STEPS) {
      return deadLetter(
        decision,
        next,
        `more than ${MOST_STEPS} timers fired at once: the workflow never comes to rest`,
      );
    }
    decision = fire(workflow, decision, next, refs);
  }
}

/** What the command does to the case, timers due before it included; a refusal changes nothing. `passed` holds the lines of history
 *  since the version that the sender saw, where that is not the present one. */
export function decide(
  workflow: Workflow,
  state: CaseState,
  command: Command,
  refs: ReferenceData,
  related: ReadonlyMap<string, RelatedCase> = NO_CASES,
  passed: readonly Passed[] = [],
): Decision | Refused {
  const faults = payloadFaults(workflow, command.type, command.payload);
  if (faults !== null) return faults;
  if (isStale(command, state.version, passed)) {
    return new Refused(409, 'case.stale', '事项已被他人更新，请刷新后再办', 'The case has changed since you read it', {
      version: state.version,
    });
  }
  const at = Math.max(command.at, state.lastAt);
  const caughtUp = advance(workflow, state, at, refs);
  return inWhoseName(command, caughtUp.state, refs, (actor) => {
    const env = envOf(workflow, caughtUp.state, actor, at, refs, related);
    const step = workflow.machine.next(caughtUp.state.value, caughtUp.state.context, {
      type: command.type,
      payload: command.payload,
      env,
    });
    if (step === null) return refusalOf(command.type, caughtUp.state, env.failed);
    const tie = tieThatForbids(command.type, caughtUp.state.context, env);
    if (tie !== undefined) return refusalOf(command.type, caughtUp.state, [tie]);
    return append(caughtUp, step, env, { type: command.type, commandId: command.id || null, payload: command.payload });
  });
}

/** What `decided` says for whom the command names, and for nobody else; where it names nobody, for the first in whose name the person may act: their own
 *  before any other. Else the refusal that says most. */
export function inWhoseName(
  { actor, absentId }: Pick<Command, 'actor' | 'absentId'>,
  { context }: Pick<CaseState, 'context'>,
  { units }: ReferenceData,
  decided: (actor: Actor) => Decision | Refused,
): Decision | Refused {
  if (absentId !== undefined) {
    const acting = inNameOfOn(actor, absentId, context, units);
    return acting instanceof Refused ? acting : saidOfName(acting, decided(acting));
  }
  let refused: Refused | undefined;
  for (const one of actingOn(actor, context, units)) {
    const outcome = decided(one);
    if (!(outcome instanceof Refused)) return outcome;
    const isLess = refused !== undefined && wantsARole(refused.details?.['rule']);
    if (refused === undefined || (isLess && !wantsARole(outcome.details?.['rule']))) refused = outcome;
  }
  return refused!;
}

/** A refusal that asks for a role asks it of the absent: it says so, since the deputy may well hold it. */
function saidOfName({ inNameOf }: Actor, outcome: Decision | Refused): Decision | Refused {
  if (!(outcome instanceof Refused) || !wantsARole(outcome.details?.['rule'])) return outcome;
  const { status, code, messageZh, message, details } = outcome;
  const { name } = inNameOf!;
  const en = `Not in the name of ${name}: ${message}`;
  return new Refused(status, code, `不能以${name}的名义办理：${messageZh}`, en, details);
}

/** The first decision of a case: it is collected. `state` comes with version 0 and the facts as heard. */
export function collect(workflow: Workflow, state: CaseState, command: Command, refs: ReferenceData): Decision {
  const env = envOf(workflow, state, command.actor, command.at, refs, NO_CASES);
  const step = workflow.machine.start(state.context);
  const fresh: Decision = { state: { ...state, value: '', context: freshContext({}) }, events: [], deadLettered: [] };
  return append(fresh, step, env, { type: 'COLLECT', commandId: command.id || null, payload: command.payload });
}

function firstDue(timers: readonly Timer[], until: number): Timer | undefined {
  let first: Timer | undefined;
  for (const timer of timers) {
    if (timer.dueAt > until) continue;
    if (first === undefined || timer.dueAt < first.dueAt || (timer.dueAt === first.dueAt && timer.id < first.id)) {
      first = timer;
    }
  }
  return first;
}

function fire(workflow: Workflow, decision: Decision, timer: Timer, refs: ReferenceData): Decision {
  const state = without(decision.state, timer.id);
  const at = Math.max(timer.dueAt, state.lastAt);
  const goesOut = deliveryOf(timer.id, at, refs);
  if (goesOut > at) {
    return { ...decision, state: { ...state, timers: [...state.timers, { id: timer.id, dueAt: goesOut }] } };
  }
  const env = envOf(workflow, state, SYSTEM, at, refs, NO_CASES);
  try {
    const step = workflow.machine.next(state.value, state.context, { type: timer.id, payload: {}, env });
    if (step === null) return { ...decision, state };
    const payload = { timer: delayOf(timer.id) };
    return append({ ...decision, state }, step, env, { type: 'TIMER', commandId: null, payload });
  } catch (error) {
    return deadLetter(decision, timer, error instanceof Error ? error.message : String(error));
  }
}

/** When a timer that is ready at the instant really goes out: a decree that arrived after it was armed may have made its
 *  day a day off. */
function deliveryOf(timerId: string, at: number, { calendar }: ReferenceData): number {
  return AT_ANY_HOUR.includes(delayOf(timerId)) ? at : calendar.nextDelivery(at);
}

function deadLetter(decision: Decision, timer: Timer, error: string): Decision {
  return {
    ...decision,
    state: without(decision.state, timer.id),
    deadLettered: [...decision.deadLettered, { timerId: timer.id, dueAt: timer.dueAt, error }],
  };
}

function without(state: CaseState, timerId: string): CaseState {
  return { ...state, timers: state.timers.filter((timer) => timer.id !== timerId) };
}

/** What a decision at this moment looks at. */
export function envOf(
  workflow: Workflow,
  state: CaseState,
  actor: Actor,
  at: number,
  refs: ReferenceData,
  related: ReadonlyMap<string, RelatedCase>,
): Env {
  const today = refs.calendar.dayOf(at);
  return { at, today, caseId: state.id, facts: state.facts, actor, policy: workflow.policy, refs, related, failed: [] };
}

/** The decision with the step as its next line of history. */
export function append(
  decision: Decision,
  stepped: Step,
  env: Env,
  line: Pick<EventRecord, 'type' | 'commandId' | 'payload'>,
): Decision {
  const { state } = decision;
  const { userId, name, unitId, via, inNameOf } = env.actor;
  const step = { ...stepped, context: withStandIns(boundBy(stepped.context, line.type, line.payload), env.actor) };
  const timers = new Map(state.timers.map((timer) => [timer.id, timer]));
  const effects: Effect[] = [];
  for (const did of step.did) {
    if (did.kind === 'cancel') timers.delete(did.timerId);
    else if (did.kind === 'arm') timers.set(did.timerId, { id: did.timerId, dueAt: env.at + did.delay });
    else effects.push(...EFFECTS[did.name]!(step.context, env, line.payload, did.params));
  }
  effects.push(...fatesTold(state.context, step.context, env));
  const event: EventRecord = {
    seq: state.version + 1,
    at: env.at,
    actor: { userId, name: bothNames(name, inNameOf), unitId, via: inNameOf === undefined ? via : 'deputy' },
    ...line,
    ...changes(state, step),
    effects,
    ...(inNameOf === undefined ? {} : { inNameOf }),
  };
  return {
    ...decision,
    state: {
      ...state,
      value: step.value,
      context: withWorkers(step.context, line.type, env.actor),
      version: event.seq,
      lastAt: env.at,
      timers: [...timers.values()],
    },
    events: [...decision.events, event],
  };
}

/** The parts that differ, before and after; `settled` is left out since it is true between any two commands. */
function changes(state: CaseState, step: Step): { before: Changed; after: Changed } {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const key of Object.keys(step.context) as (keyof CaseContext)[]) {
    const [was, is] = [state.context[key], step.context[key]];
    if (was === is || JSON.stringify(was) === JSON.stringify(is)) continue;
    if (was !== undefined) before[key] = was;
    after[key] = is;
  }
  const moved = JSON.stringify(state.value) !== JSON.stringify(step.value);
  const part = (value: StateValue, context: object): Changed => ({
    ...(moved && value !== '' ? { value } : {}),
    ...(Object.keys(context).length > 0 ? { context } : {}),
  });
  return { before: part(state.value, before), after: part(step.value, after) };
}

/** Work in the name of somebody absent is the deputy's and theirs. */
function workersOf(workers: string[], type: string, userId: string | null, absent: InNameOf | undefined): string[] {
  return workersAfter(workersAfter(workers, type, userId), type, absent?.userId ?? null);
}

function withWorkers(context: CaseContext, type: string, { userId, inNameOf }: Actor): CaseContext {
  const workers = workersOf(context.workers, type, userId, inNameOf);
  return workers === context.workers ? context : { ...context, workers };
}

function withStandIns(context: CaseContext, actor: Actor): CaseContext {
  const standIns = standInsAfter(context.standIns, actor);
  return standIns === undefined || standIns === context.standIns ? context : { ...context, standIns };
}

/** What replaying needs of a line of history. */
export type ReplayedEvent = Pick<EventRecord, 'type' | 'after' | 'inNameOf'> & {
  actor: Pick<EventRecord['actor'], 'userId'>;
};

/** What the lines of a case give. */
export interface Replayed {
  value: StateValue;
  context: CaseContext;
  /** The workflow that the case was moved to last; absent where it still is on the one it was collected under. */
  workflow?: WorkflowRef;
}

/** What replaying the history of a case gives: the last value and context. Empty history gives undefined. */
export function replay(events: readonly ReplayedEvent[]): Replayed | undefined {
  if (events.length === 0) return undefined;
  let value: StateValue = '';
  let workflow: WorkflowRef | undefined;
  const context = freshContext({});
  for (const { type, actor, after, inNameOf } of events) {
    value = after.value ?? value;
    workflow = after.workflow ?? workflow;
    Object.assign(context, after.context);
    context.workers = workersOf(context.workers, type, actor.userId, inNameOf);
  }
  return workflow === undefined ? { value, context } : { value, context, workflow };
}

/** True when this type of command exists at all and people may send it. */
export function isCommand(type: string): boolean {
  const spec = specOf(type);
  return spec !== undefined && spec.internal !== true;
}

/** A related case as rules see it. */
export function relatedCase(state: CaseState): RelatedCase {
  const { officeUnitId } = state.context;
  return { id: state.id, number: state.facts.number, stage: stageOf(state.value), officeUnitId };
}
