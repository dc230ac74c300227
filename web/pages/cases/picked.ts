/** Cases chosen for one command. What was chosen stays chosen while one scrolls and filters; whole rows, since a filter may take them
 *  out of the list. */
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { CaseRow } from '../../api/types.js';
import { MOST } from './bulk.js';

/** The chosen rows by id, at most `MOST`, and how to choose among the listed ones. */
export function usePicked(rows: ComputedRef<CaseRow[]>): {
  picked: ShallowRef<Map<string, CaseRow>>;
  isFull: ComputedRef<boolean>;
  allPicked: ComputedRef<boolean>;
  pick: (row: CaseRow) => void;
  pickAll: () => void;
  unpick: (ids: readonly string[]) => void;
  clear: () => void;
} {
  const picked = shallowRef(new Map<string, CaseRow>());
  const isFull = computed(() => picked.value.size >= MOST);
  const allPicked = computed(
    () => rows.value.length > 0 && rows.value.slice(0, MOST).every(({ id }) => picked.value.has(id)),
  );
  function pick(row: CaseRow): void {
    const next = new Map(picked.value);
    if (!next.delete(row.id) && !isFull.value) next.set(row.id, row);
    picked.value = next;
  }
  function pickAll(): void {
    picked.value = new Map(allPicked.value ? [] : rows.value.slice(0, MOST).map((row) => [row.id, row]));
  }
  function unpick(ids: readonly string[]): void {
    picked.value = new Map([...picked.value].filter(([id]) => !ids.includes(id)));
  }
  return { picked, isFull, allPicked, pick, pickAll, unpick, clear: () => void (picked.value = new Map()) };
}
