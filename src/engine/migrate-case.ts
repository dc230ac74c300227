/** Moves an open case to another version of its workflow: a pure decision with one line of history, and no new time for anybody. */
import type { CaseContext, CaseState, StateValue } from '../domain/case.js';
import { stageOf, substateOf } from '../domain/case.js';
import type { Command } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { DELAYS } from './catalogue.js';
import { MIGRATION_CHANGES } from './changes-migration.js';
import { calledTimers } from './chart-timers.js';
import { innermostStates } from './check-mapping.js';
import { advance, append, envOf, type Decision } from './decide.js';
import { COUNTED_FROM_ENTRY } from './delays.js';
import type { Env, ReferenceData } from './env.js';
import type { Did, Mapping } from './machine.js';
import { payloadFaults } from './payload.js';
import { delayOf } from './timer-id.js';
import type { Workflow } from './workflow.js';

/** The command that moves a case; sent by the system only. */
export const MIGRATE = 'MIGRATE';

/**
 * The case on `to`, after everything that fell due under `from`. Place and stage follow from the declared mapping; the clock finds its place
 * anew from the record. Due day, rung, orders and period stay. An order that is out keeps the moment at which it gives way to the next
 * rung, a reminder that has gone out does not go out again, and every other timer is what `to` says. Refused where the case is closed, is on
 * another version, or `to` says that it stays.
 */
export function migrateCase(
  from: Workflow,
  to: Workflow | undefined,
  state: CaseState,
  command: Command,
  refs: ReferenceData,
): Decision | Refused {
  const faults = payloadFaults(from, command.type, command.payload);
  if (faults !== null) return faults;
  if (command.actor.via !== 'system')
    return stays('notAllowed', '此操作由系统执行', 'Only the system itself does this');
  const at = Math.max(command.at, state.lastAt);
  const caughtUp = advance(from, state, at, refs);
  const target = targetOf(from, to, caughtUp, command);
  if (target instanceof Refused) return target;
  const { mapping, path } = target;
  const next = target.workflow;
  const present = caughtUp.state;
  const env = envOf(next, present, command.actor, at, refs, new Map());
  const context = (mapping.actions ?? []).reduce<CaseContext>(
    (record, name) => ({ ...record, ...MIGRATION_CHANGES[name]!(record, env, command.payload, {}) }),
    { ...present.context, settled: false },
  );
  const entered: StateValue = { stage: valueOf(path), clock: 'stopped' };
  const event = { type: MIGRATE, payload: command.payload, env };
  // No transition takes the event; the clock, unsettled, looks for its place all the same.
  const step = next.machine.next(entered, context, event);
  if (step === null) throw new Error(`the clock of ${next.name} v${next.version} does not settle`);
  const fired = firedIn(from, present);
  const armed = timersOf(next, step.value, present, fired, env, step.context);
  const effects = step.did.filter(({ kind }) => kind === 'effect');
  const moved: Did[] = [
    ...present.timers.map(({ id }): Did => ({ kind: 'cancel', timerId: id })),
    ...armed.map(({ id, dueAt }): Did => ({ kind: 'arm', timerId: id, delay: dueAt - at })),
    ...effects,
  ];
  const isArmed = new Set(armed.map(({ delay }) => delay));
  const silent = fired.filter((delay) => !isArmed.has(delay));
  const payload = silent.length === 0 ? command.payload : { ...command.payload, fired: silent };
  const line = { type: MIGRATE, commandId: command.id || null, payload };
  const { name, version, hash } = next;
  return pinnedTo({ name, version, hash }, append(caughtUp, { ...step, did: moved }, env, line));
}

interface Target {
  workflow: Workflow;
  mapping: Mapping;
  /** Names of the states of the stage region down to the one it goes to. */
  path: readonly string[];
}

function targetOf(
  from: Workflow,
  to: Workflow | undefined,
  { state, deadLettered }: Decision,
  command: Command,
): Target | Refused {
  if (from.version !== command.payload['from']) {
    return stays('otherVersion', `事项在第 ${from.version} 版上`, `The case is on version ${from.version}`);
  }
  const mapping = to?.migratesFrom.find(({ version }) => version === from.version);
  if (to === undefined || mapping === undefined) {
    const wanted = String(command.payload['to']);
    return stays(
      'noMapping',
      `第 ${wanted} 版没有写明如何从第 ${from.version} 版转入`,
      `Version ${wanted} does not say how cases of version ${from.version} come to it`,
    );
  }
  if (stageOf(state.value) === 'closed') {
    return stays('closed', '已办结的事项留在原版本', 'A closed case stays on its version');
  }
  if (deadLettered.length > 0) {
    return stays('timerFails', '事项有定时出错，须先处理', 'A timer of the case fails: see to it first');
  }
  const place = substateOf(state.value);
  const reason = mapping.notMovable?.[place];
  if (reason !== undefined) return stays('notMovable', reason['zh-CN'], reason.en);
  const path = innermostStates(to.config).get(mapping.states[place] ?? '');
  if (path === undefined) {
    return stays('noPlace', `状态 ${place} 在新版本中没有去处`, `State ${place} has no place in the new version`);
  }
  return { workflow: to, mapping, path };
}

function stays(why: string, messageZh: string, message: string): Refused {
  return new Refused(422, `migrate.${why}`, messageZh, message);
}

const valueOf = ([name, ...inner]: readonly string[]): StateValue =>
  inner.length === 0 ? name! : { [name!]: valueOf(inner) };

/** Delays of the present place that are no longer armed: they have fired since the case came there. */
function firedIn(workflow: Workflow, { value, timers }: CaseState): string[] {
  const armed = new Set(timers.map(({ id }) => id));
  return calledTimers(workflow, value).flatMap(({ id, delay }) => (armed.has(id) ? [] : [delay]));
}

interface Armed {
  id: string;
  delay: string;
  dueAt: number;
}

function timersOf(
  workflow: Workflow,
  value: StateValue,
  { timers }: CaseState,
  fired: readonly string[],
  env: Env,
  context: CaseContext,
): Armed[] {
  return calledTimers(workflow, value).flatMap(({ id, delay, leaves }) => {
    if (!leaves && fired.includes(delay)) return [];
    const kept = COUNTED_FROM_ENTRY.includes(delay) ? timers.find((timer) => delayOf(timer.id) === delay) : undefined;
    return [{ id, delay, dueAt: kept?.dueAt ?? DELAYS[delay]!(context, env) }];
  });
}

/** The decision with its last line saying which version the case is on now. */
function pinnedTo(workflow: CaseState['workflow'], decision: Decision): Decision {
  const last = decision.events.at(-1)!;
  const line = {
    ...last,
    before: { ...last.before, workflow: decision.state.workflow },
    after: { ...last.after, workflow },
  };
  return {
    ...decision,
    state: { ...decision.state, workflow },
    events: [...decision.events.slice(0, -1), line],
  };
}
