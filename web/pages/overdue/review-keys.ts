/** The keys of the overdue review: j and k walk, x ticks, o opens, s, w and i decide. */
import { onBeforeUnmount, onMounted } from 'vue';

export interface ReviewActs {
  /** Whether the element lies in the list, where the arrows walk too. */
  isInList: (element: Element | null) => boolean;
  /** To the next row (1) or the one before (-1). */
  move: (by: number) => unknown;
  /** Undefined while there is nothing to decide or this person may not. */
  decide: () => ((action: 'sign' | 'waive' | 'instruct') => unknown) | undefined;
  /** Undefined while no row is chosen. */
  current: () => { tick: () => unknown; open: () => unknown } | undefined;
}

/** Letters work while nothing is typed and the focus is in the list or nowhere. Call in setup. */
export function useReviewKeys({ isInList, move, decide, current }: ReviewActs): void {
  function onKey(event: KeyboardEvent): void {
    const { activeElement } = document;
    const isFree = activeElement === document.body || activeElement?.id === 'page';
    const inList = isInList(activeElement);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !(isFree || inList)) return;
    const [decision, row] = [decide(), current()];
    const act: Record<string, () => unknown> = {
      j: () => move(1),
      k: () => move(-1),
      ...(inList ? { ArrowDown: () => move(1), ArrowUp: () => move(-1) } : {}),
      ...(decision === undefined
        ? {}
        : { s: () => decision('sign'), w: () => decision('waive'), i: () => decision('instruct') }),
      ...(row === undefined ? {} : { x: row.tick, o: row.open }),
    };
    const doIt = act[event.key];
    if (doIt === undefined) return;
    event.preventDefault();
    void doIt();
  }
  onMounted(() => window.addEventListener('keydown', onKey));
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey));
}
