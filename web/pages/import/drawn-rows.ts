/** The rows of a long draft that are drawn at this moment, fetched as they come into sight. */
import { computed, type ComputedRef, watch } from 'vue';
import type { DraftRow } from './draft.js';

/** Each place in the window with its row, undefined until it is here; `drawn` is told of every window, so that its rows can be asked for. */
export function useDrawnRows(
  shown: Readonly<{ value: { from: number; to: number } }>,
  rowAt: (at: number) => DraftRow | undefined,
  drawn: (from: number, to: number) => void,
): ComputedRef<{ at: number; row: DraftRow | undefined }[]> {
  watch(
    () => [shown.value.from, shown.value.to] as const,
    ([from, to]) => drawn(from, to),
    { immediate: true },
  );
  return computed(() =>
    Array.from({ length: shown.value.to - shown.value.from }, (_, n) => {
      const at = shown.value.from + n;
      return { at, row: rowAt(at) };
    }),
  );
}
