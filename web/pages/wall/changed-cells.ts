/** Cells whose number is new; marked for a moment. Never more than the cells of one wall. */
import { onBeforeUnmount, ref, type Ref } from 'vue';
import type { LiveWall, Wall } from './live-wall.js';

const MARKED = 12_000;

/** The marked cells, each as `unitId stage`. Call in setup. */
export function useChangedCells(onChange: LiveWall['onChange']): Ref<ReadonlySet<string>> {
  const changed = ref<ReadonlySet<string>>(new Set());
  let unmark: number | undefined;
  onChange((before, after) => {
    const was = countsOf(before);
    changed.value = new Set([...countsOf(after)].filter(([cell, n]) => was.get(cell) !== n).map(([cell]) => cell));
    window.clearTimeout(unmark);
    unmark = window.setTimeout(() => (changed.value = new Set()), MARKED);
  });
  onBeforeUnmount(() => window.clearTimeout(unmark));
  return changed;
}

const countsOf = (wall: Wall): Map<string, number> =>
  new Map(
    wall.rows.flatMap(({ unitId, cells }) =>
      cells.map(({ stage, count }): [string, number] => [`${unitId} ${stage}`, count]),
    ),
  );
