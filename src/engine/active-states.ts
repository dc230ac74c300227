/** The states of a workflow that a case is in, read from the file itself. */
import type { StateValue } from '../domain/case.js';

/** A state as a workflow file has it, or the machine itself. */
interface Nested<Config> {
  states?: Record<string, Config>;
}

export interface ActiveState<Config> {
  config: Config;
  /** Names of the states from the region down to this one; empty for the machine itself. */
  path: readonly string[];
}

/** Every state that a case at `value` is in, each before what lies inside it, the machine itself first. */
export function activeStates<Config extends Nested<Config>>(machine: Config, value: StateValue): ActiveState<Config>[] {
  const found: ActiveState<Config>[] = [];
  const visit = (config: Config, inner: StateValue | undefined, path: readonly string[]): void => {
    found.push({ config, path });
    const active: [string, StateValue | undefined][] =
      inner === undefined ? [] : typeof inner === 'string' ? [[inner, undefined]] : Object.entries(inner);
    for (const [name, deeper] of active) {
      const state = config.states?.[name];
      if (state !== undefined) visit(state, deeper, [...path, name]);
    }
  };
  visit(machine, value, []);
  return found;
}

/** A list of what a workflow file gives alone or as a list. */
export function asList<T>(given: T | T[] | undefined): T[] {
  return given === undefined ? [] : Array.isArray(given) ? given : [given];
}
