/** Which timers a place in the chart calls for: the `after`s of all its active states, as XState names them. */
import type { StateValue } from '../domain/case.js';
import { activeStates, asList } from './active-states.js';
import { timerId } from './timer-id.js';
import type { Workflow } from './workflow.js';

export interface CalledTimer {
  /** XState's id, see timer-id.ts. */
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
  return activeStates(config, value).flatMap(({ config: { after = {} }, path }) =>
    Object.entries(after).map(([delay, given]): CalledTimer => {
      const all = asList(given);
      return {
        id: timerId(delay, [root, ...path]),
        delay,
        leaves: all.some(({ target }) => target !== undefined),
        guarded: all.every(({ guard }) => guard !== undefined),
        state: path,
      };
    }),
  );
}

/** True while a case at `value` is in the state that these names lead to. */
export function isIn(value: StateValue, state: readonly string[]): boolean {
  const [first, ...rest] = state;
  if (first === undefined) return true;
  if (typeof value === 'string') return value === first && rest.length === 0;
  const inner = value[first];
  return inner !== undefined && isIn(inner, rest);
}
