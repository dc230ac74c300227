/** What a case has been through, told from its history in the terms of the chart. */
import type { CaseEvent } from '../api/types.js';
import { withInner, type Chart } from './chart.js';

export interface PathTaken {
  /** States in which the case has been, those around them included. */
  visited: ReadonlySet<string>;
  /** How often each step was taken, by `<step key>` and by `<step key>><target>`. */
  taken: ReadonlyMap<string, number>;
}

/** Ids of the innermost states that an XState state value names, e.g. `{stage: {deadline: 'parked'}}` as `stage.deadline.parked`. */
export function leavesOfValue(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [prefix + value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const leaves = leavesOfValue(inner, `${prefix}${name}.`);
    return leaves.length === 0 ? [prefix + name] : leaves;
  });
}

const isWithin = (id: string, outer: string): boolean => id === outer || id.startsWith(`${outer}.`);

/** The path of a case through `chart`. A step that the chart does not know (another version) leaves only its states. */
export function pathOf(chart: Chart, events: readonly Pick<CaseEvent, 'type' | 'payload' | 'after'>[]): PathTaken {
  const steps = chart.regions.flatMap(withInner).flatMap(({ id, steps: own }) => own.map((step) => ({ id, step })));
  const visited = new Set<string>();
  const taken = new Map<string, number>();
  const count = (key: string): void => void taken.set(key, (taken.get(key) ?? 0) + 1);
  let at: string[] = [];
  for (const { type, payload, after } of events) {
    const next = after['value'] === undefined ? at : leavesOfValue(after['value']);
    const name = type === 'TIMER' ? String(payload['timer']) : type;
    for (const { id, step } of steps) {
      if ((step.event ?? step.delay) !== name || !at.some((leaf) => isWithin(leaf, id))) continue;
      count(step.key);
      const target = step.targets.find(
        (one) => next.some((leaf) => isWithin(leaf, one)) && !at.some((leaf) => leaf === one),
      );
      if (target !== undefined) count(`${step.key}>${target}`);
    }
    at = next;
    for (const leaf of at) {
      const names = leaf.split('.');
      names.forEach((_, i) => visited.add(names.slice(0, i + 1).join('.')));
    }
  }
  return { visited, taken };
}
