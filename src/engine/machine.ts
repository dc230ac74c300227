/** Compiles a workflow file into an XState machine whose guards, actions and delays come from our catalogue. */
import { assign, setup, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { CaseContext, StateValue } from '../domain/case.js';
import type { Policy } from '../domain/policy.js';
import type { Outcome, Track } from '../domain/words.js';
import { activeStates, asList } from './active-states.js';
import { CHANGES, DELAYS, EFFECTS, RULES, holdsAll, type RuleRef } from './catalogue.js';
import type { Labels } from './commands.js';
import type { EngineEvent, Params } from './env.js';
import { timerOf, XStateStep, type RawAction, type RawStep } from './xstate-step.js';

/** A workflow file as it stands on disk. */
export interface WorkflowFile {
  name: string;
  version: number;
  labels: Labels;
  track: Track;
  policy: Policy;
  /** Earlier versions whose open cases may be moved to this one. */
  migratesFrom?: Mapping[];
  machine: MachineConfig;
}

/** How open cases of an earlier version go over to the version that declares it. States are called by their own names, those inside
 *  the stages, which are unique in a file. */
export interface Mapping {
  version: number;
  /** Innermost state there → innermost state here, of the same stage. */
  states: Record<string, string>;
  /** Innermost states there whose cases stay, with the reason as people read it. */
  notMovable?: Record<string, Labels>;
  /** Names of what is done to the record of each case that goes over: see changes-migration.ts. */
  actions?: string[];
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
  /** The state is left and entered again, so that its timers are armed anew. */
  reenter?: boolean;
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

/** A transition that leaves from a place, its guard not asked. */
export interface Candidate {
  eventType: string;
  guard: RuleRef | undefined;
}

/** What never depends on the case: where a state value lies in the chart. */
interface Place {
  snapshot: AnyMachineSnapshot;
  outcome: Outcome | null;
  candidates: Candidate[];
}

/** A machine ready to decide: pure, without actors, safe to share by all cases. */
export class CompiledMachine {
  private readonly steps: XStateStep;
  private readonly places = new Map<string, Place>();

  constructor(private readonly config: MachineConfig) {
    this.steps = new XStateStep(compile(config));
  }

  /** The first step of a case that has just been collected. */
  start(context: CaseContext): Step {
    return this.step(this.steps.start(context));
  }

  /** The step an event leads to, or null where no transition takes it. Throws what a guard throws. */
  next(value: StateValue, context: CaseContext, event: EngineEvent): Step | null {
    const raw = this.steps.next(this.place(value).snapshot, context, event);
    return raw === null ? null : this.step(raw);
  }

  /** Transitions by command that leave from this place, those of outer states first; guards not asked. */
  candidates(value: StateValue): Candidate[] {
    return this.place(value).candidates;
  }

  private place(value: StateValue): Place {
    const key = JSON.stringify(value);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const active = activeStates(this.config, value).map(({ config }) => config);
    const place: Place = {
      snapshot: this.steps.place(value),
      outcome: active.find(({ meta }) => meta?.outcome !== undefined)?.meta?.outcome ?? null,
      candidates: active.flatMap(({ on = {} }) =>
        Object.entries(on).flatMap(([eventType, given]) => asList(given).map(({ guard }) => ({ eventType, guard }))),
      ),
    };
    this.places.set(key, place);
    return place;
  }

  private step(raw: RawStep): Step {
    const value = raw.value as StateValue;
    const { outcome } = this.place(value);
    return { value, context: { ...(raw.context as CaseContext), outcome }, outcome, did: raw.actions.flatMap(toDid) };
  }
}

function toDid(action: RawAction): Did[] {
  const timer = timerOf(action);
  if (timer !== undefined) {
    const { id, delay } = timer;
    return [delay === null ? { kind: 'cancel', timerId: id } : { kind: 'arm', timerId: id, delay }];
  }
  const params = (action.params ?? {}) as Params;
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
