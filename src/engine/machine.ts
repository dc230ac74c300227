/** Compiles a workflow file into an XState machine whose guards, actions and delays come from our catalogue. */
import {
  type AnyActorLogic,
  type AnyActorScope,
  assign,
  setup,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { CaseContext, StateValue } from '../domain/case.js';
import type { Policy } from '../domain/policy.js';
import type { Outcome, Track } from '../domain/words.js';
import { CHANGES, DELAYS, EFFECTS, RULES, holdsAll, type RuleRef } from './catalogue.js';
import type { Labels } from './commands.js';
import type { EngineEvent, Params } from './env.js';

/** A workflow file as it stands on disk. */
export interface WorkflowFile {
  name: string;
  version: number;
  labels: Labels;
  track: Track;
  policy: Policy;
  machine: MachineConfig;
}

export interface MachineConfig {
  id?: string;
  type?: 'parallel';
  initial?: string;
  meta?: { labels?: Labels; outcome?: Outcome };
  on?: Record<string, TransitionConfig | TransitionConfig[]>;
  after?: Record<string, TransitionConfig | TransitionConfig[]>;
  always?: TransitionConfig | TransitionConfig[];
  entry?: ActionRef | ActionRef[];
  exit?: ActionRef | ActionRef[];
  states?: Record<string, MachineConfig>;
}

export type ActionRef = string | { type: string; params?: Params };

export interface TransitionConfig {
  target?: string;
  guard?: RuleRef;
  actions?: ActionRef | ActionRef[];
}

/** What a step did, in the order in which XState says it: timers to arm and cancel, effects to carry out. */
export type Did =
  | { kind: 'arm'; timerId: string; delay: number }
  | { kind: 'cancel'; timerId: string }
  | { kind: 'effect'; name: string; params: Params };

export interface Step {
  value: StateValue;
  context: CaseContext;
  outcome: Outcome | null;
  did: Did[];
}

interface RawAction {
  type: string;
  params?: unknown;
}

/** A machine ready to decide: pure, without actors, safe to share by all cases. */
export class CompiledMachine {
  private readonly machine: AnyStateMachine;
  /** Where XState leaves the actions of a step; made once, since making one costs as much as a step. */
  private readonly scope: AnyActorScope;
  /** One resolved snapshot per state value: the place in the chart never depends on the case. */
  private readonly places = new Map<string, AnyMachineSnapshot>();

  constructor(config: MachineConfig) {
    this.machine = compile(config);
    this.scope = inertScope();
  }

  /** The first step of a case that has just been collected. */
  start(context: CaseContext): Step {
    const actions = this.freshActions();
    const snapshot: unknown = this.machine.getInitialSnapshot(this.scope, context);
    return this.step(snapshot, actions);
  }

  /** The step an event leads to, or null where no transition takes it. Throws what a guard throws. */
  next(value: StateValue, context: CaseContext, event: EngineEvent): Step | null {
    const before = { ...this.place(value), context } as AnyMachineSnapshot;
    const actions = this.freshActions();
    const after: unknown = this.machine.transition(before, event, this.scope);
    // An event that is not taken comes back as the same snapshot, and with nothing to do.
    if (after === before && actions.length === 0) return null;
    return this.step(after, actions);
  }

  /** Transitions that leave from this place, innermost states last; guards not asked. */
  candidates(value: StateValue): { eventType: string; guard: RuleRef | undefined }[] {
    return this.place(value)._nodes.flatMap((node: { ownEvents: string[]; on: Record<string, unknown> }) =>
      Object.entries(node.on).flatMap(([eventType, list]) =>
        (list as { guard?: RuleRef }[]).map((found) => ({ eventType, guard: found.guard })),
      ),
    );
  }

  /** The `meta` of all active states, outermost first. */
  metas(value: StateValue): { labels?: Labels; outcome?: Outcome }[] {
    return this.place(value)._nodes.map((node: { meta?: object }) => node.meta ?? {});
  }

  /** Where the actions of the step that follows are found after it. */
  private freshActions(): RawAction[] {
    const actions: RawAction[] = [];
    this.scope.actionExecutor = (action) => actions.push(action);
    return actions;
  }

  private place(value: StateValue): AnyMachineSnapshot {
    const key = JSON.stringify(value);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const resolved = this.machine.resolveState({ value, context: {} });
    this.places.set(key, resolved);
    return resolved;
  }

  private step(snapshot: unknown, actions: RawAction[]): Step {
    const { value, context } = snapshot as { value: StateValue; context: CaseContext };
    const outcome = this.metas(value).find((meta) => meta.outcome !== undefined)?.outcome ?? null;
    return { value, context: { ...context, outcome }, outcome, did: actions.flatMap(toDid) };
  }
}

/** The inert scope that XState's `initialTransition` and `transition` make anew for each step, with an actor that never lives: it holds nothing of the step
 *  but where its actions go, so one serves all steps. Every step is the machine's own. */
function inertScope(): AnyActorScope {
  const unused = { status: 'active', output: undefined, error: undefined } as const;
  let scope: AnyActorScope | undefined;
  const catching: AnyActorLogic = {
    transition: (snapshot: unknown, _event: unknown, given: AnyActorScope) => {
      scope = given;
      return snapshot;
    },
    getInitialSnapshot: () => unused,
    getPersistedSnapshot: (snapshot: unknown) => snapshot,
  } as AnyActorLogic;
  transition(catching, unused, { type: '' });
  if (scope === undefined) throw new Error('XState made no scope');
  return scope;
}

function toDid(action: RawAction): Did[] {
  const params = (action.params ?? {}) as Record<string, unknown>;
  if (action.type === 'xstate.raise') {
    return [{ kind: 'arm', timerId: params['id'] as string, delay: params['delay'] as number }];
  }
  if (action.type === 'xstate.cancel') return [{ kind: 'cancel', timerId: params['sendId'] as string }];
  return EFFECTS[action.type] === undefined ? [] : [{ kind: 'effect', name: action.type, params }];
}

function compile(config: MachineConfig): AnyStateMachine {
  type Args = { context: CaseContext; event: EngineEvent };
  const guard =
    (name: string) =>
    ({ context, event }: Args, params?: Params) =>
      holdsAll({ type: name, params }, context, event.env, event.payload);
  const change = (name: string) =>
    assign(({ context, event }: Args, params?: Params) =>
      CHANGES[name]!(context, event.env, event.payload, params ?? {}),
    );
  const named = <T>(names: string[], make: (name: string) => T): Record<string, T> =>
    Object.fromEntries(names.map((name) => [name, make(name)]));
  const machine: unknown = setup({
    types: { context: {} as CaseContext, events: {} as EngineEvent, input: {} as CaseContext },
    guards: named(['all', ...Object.keys(RULES)], guard) as never,
    actions: {
      ...named(Object.keys(CHANGES), change),
      ...named(Object.keys(EFFECTS), () => () => undefined),
    } as never,
    delays: named(
      Object.keys(DELAYS),
      (name) =>
        ({ context, event }: Args) =>
          DELAYS[name]!(context, event.env) - event.env.at,
    ) as never,
  }).createMachine({ ...config, context: ({ input }: { input: CaseContext }) => input } as never);
  return machine as unknown as AnyStateMachine;
}
