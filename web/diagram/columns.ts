/** In which column of the picture each state stands. Pure. */
import { leavesOf, type State } from './chart.js';

/** Cards that stand below each other; `frame` is the state around them. */
export interface Column {
  frame?: State;
  cards: State[];
}

/** The stages of a case, left to right in the order of the file, each with its inner states below each other. */
export const stageColumns = (region: State): Column[] =>
  region.states.map((state) =>
    state.states.length === 0 ? { cards: [state] } : { frame: state, cards: leavesOf(state) },
  );

/** States that follow each other by time alone, left to right by how many steps lead there; `frames` are drawn around theirs. */
export function clockColumns(region: State): Column[] {
  const leaves = leavesOf(region);
  const within = (id: string): State[] => leaves.filter((leaf) => leaf.id === id || leaf.id.startsWith(`${id}.`));
  const entered = (target: string): State | undefined => {
    const all = within(target);
    return all.find(({ id }) => id === target) ?? all[0];
  };
  const nexts = new Map(
    leaves.map((leaf) => [leaf.id, leaf.steps.flatMap(({ targets }) => targets.flatMap((one) => entered(one) ?? []))]),
  );
  const layer = new Map<string, number>();
  const hasBefore = new Set([...nexts.values()].flat().map(({ id }) => id));
  const place = (leaf: State, at: number): void => {
    if ((layer.get(leaf.id) ?? -1) >= at || at > leaves.length) return;
    layer.set(leaf.id, at);
    for (const next of nexts.get(leaf.id)!) place(next, at + 1);
  };
  const first = leaves.find(({ id }) => !hasBefore.has(id) && nexts.get(id)!.length > 0);
  if (first !== undefined) place(first, 0);
  for (const leaf of leaves) {
    if (layer.has(leaf.id)) continue;
    const before = nexts
      .get(leaf.id)!
      .map(({ id }) => layer.get(id))
      .filter((at) => at !== undefined);
    const siblings = leaves
      .filter(({ id }) => parentOf(id) === parentOf(leaf.id))
      .map(({ id }) => layer.get(id) ?? Infinity);
    const beside = Math.min(...siblings);
    layer.set(leaf.id, before.length > 0 ? Math.max(0, Math.min(...before) - 1) : Number.isFinite(beside) ? beside : 0);
  }
  const columns: Column[] = Array.from({ length: Math.max(...layer.values()) + 1 }, () => ({ cards: [] }));
  const ordered = [...leaves].sort(
    (a, b) => Number(b === first || hasBefore.has(b.id)) - Number(a === first || hasBefore.has(a.id)),
  );
  for (const leaf of ordered) columns[layer.get(leaf.id)!]!.cards.push(leaf);
  return columns;
}

const parentOf = (id: string): string => id.split('.').slice(0, -1).join('.');
