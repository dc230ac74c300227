/** A step of an XState machine without an actor. The one file that leans on what XState does not promise; test/engine/xstate-step.spec.ts
 *  says what that is, and fails on any version it was not tried with. */
import {
  type AnyActorLogic,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
  transition,
} from 'xstate';

/** What XState would have an actor do after a step. */
export interface RawAction {
  type: string;
  params?: unknown;
}

/** What a step came to; `value` and `context` as the machine has them. */
export interface RawStep {
  value: unknown;
  context: unknown;
  actions: RawAction[];
}

/** Timers that an action arms or cancels, by XState's id; undefined for any other action. */
export function timerOf({ type, params }: RawAction): { id: string; delay: number | null } | undefined {
  const given = (params ?? {}) as { id: string; delay: number; sendId: string };
  if (type === 'xstate.raise') return { id: given.id, delay: given.delay };
  return type === 'xstate.cancel' ? { id: given.sendId, delay: null } : undefined;
}

/** Takes steps of one machine, any number of cases in turn. */
export class XStateStep {
  /** Where XState leaves the actions of a step; made once, since making one costs as much as a step. */
  private readonly scope = inertScope();

  constructor(private readonly machine: AnyStateMachine) {}

  /** The first step of a machine with this input. */
  start(input: unknown): RawStep {
    const actions = this.freshActions();
    return stepOf(this.machine.getInitialSnapshot(this.scope, input), actions);
  }

  /** The place of a state value, without any context: made once, since it never depends on the case. */
  place(value: unknown): AnyMachineSnapshot {
    return this.machine.resolveState({ value: value as never, context: {} });
  }

  /** The step an event leads to from a place, or null where no transition takes it. Throws what a guard throws. */
  next(place: AnyMachineSnapshot, context: unknown, event: EventObject): RawStep | null {
    const before = { ...place, context } as AnyMachineSnapshot;
    const actions = this.freshActions();
    const after: unknown = this.machine.transition(before, event, this.scope);
    // An event that is not taken comes back as the same snapshot, and with nothing to do.
    return after === before && actions.length === 0 ? null : stepOf(after, actions);
  }

  /** Where the actions of the step that follows are found after it. */
  private freshActions(): RawAction[] {
    const actions: RawAction[] = [];
    this.scope.actionExecutor = (action) => actions.push(action);
    return actions;
  }
}

function stepOf(snapshot: unknown, actions: RawAction[]): RawStep {
  const { value, context } = snapshot as RawStep;
  return { value, context, actions };
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
