/** Which timers a place in the chart calls for: the `after`s of all its active states, as XState names them. */
import type { StateValue } from '../domain/case.js';
import type { MachineConfig, TransitionConfig } from './machine.js';
import type { Workflow } from './workflow.js';

export interface CalledTimer {
  /** XState's id, such as `xstate.after.untilLate.rectification.clock.dueSoon`. */
  id: string;
  /** Name of the delay. */
  delay: string;
  /** True where firing leaves the state, so that the timer must be armed for as long as the case is there. */
  leaves: boolean;
  /** True where each transition has a guard: fired and refused by it, the timer is gone without a line in history. */
  guarded: boolean;
  /** Names of the states from the region down to the one that owns the timer. */
  state: readonly string[];
}

/** Every timer that a case at `value` has, or has had since it came there. */
export function calledTimers({ config }: Workflow, value: StateValue): CalledTimer[] {
  const root = config.id ?? '(machine)';
  const found: CalledTimer[] = [];
  const visit = (node: MachineConfig, inner: StateValue | undefined, state: readonly string[]): void => {
    for (const [delay, given] of Object.entries(node.after ?? {})) {
      const all: TransitionConfig[] = Array.isArray(given) ? given : [given];
      found.push({
        id: ['xstate.after', delay, root, ...state].join('.'),
        delay,
        leaves: all.some(({ target }) => target !== undefined),
        guarded: all.every(({ guard }) => guard !== undefined),
        state,
      });
    }
    const active: [string, StateValue | undefined][] =
      inner === undefined ? [] : typeof inner === 'string' ? [[inner, undefined]] : Object.entries(inner);
    for (const [name, deeper] of active) visit(node.states?.[name] ?? {}, deeper, [...state, name]);
  };
  visit(config, value, []);
  return found;
}

/** True while a case at `value` is in the state that these names lead to. */
export function isIn(value: StateValue, state: readonly string[]): boolean {
  const [first, ...rest] = state;
  if (first === undefined) return true;
  if (typeof value === 'string') return value === first && rest.length === 0;
  const inner = value[first];
  return inner !== undefined && isIn(inner, rest);
}
