/** Which rows of a long sheet are drawn inside a box that scrolls: ten thousand scroll like ten. Rows must all have one height. */
import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef, type Ref } from 'vue';

/** Rows drawn beyond the edge of the box, on each side. */
const BEYOND = 10;

export interface SheetWindow {
  /** First row to draw, and the one after the last; the empty space above and below in pixels. */
  shown: ComputedRef<{ from: number; to: number; above: number; below: number }>;
  /** Scrolls a row into sight where it is not. */
  reveal: (row: number) => void;
  /** Rows that fit into the box. */
  fits: ComputedRef<number>;
}

/** `head` is the height of what stays on top of the box while it scrolls. Call in setup. */
export function useSheetWindow(
  box: Ref<HTMLElement | undefined>,
  count: () => number,
  { rowHeight, head }: { rowHeight: number; head: () => number },
): SheetWindow {
  const top = ref(0);
  const height = ref(600);
  let frame = 0;
  const measure = (): void => {
    frame = 0;
    top.value = box.value?.scrollTop ?? 0;
    height.value = box.value?.clientHeight ?? 600;
  };
  const soon = (): void => {
    frame ||= requestAnimationFrame(measure);
  };
  onMounted(() => {
    measure();
    box.value?.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
  });
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame);
    window.removeEventListener('resize', soon);
  });
  const fits = computed(() => Math.max(1, Math.floor((height.value - head()) / rowHeight)));
  return {
    fits,
    shown: computed(() => {
      const from = Math.max(0, Math.min(Math.floor(top.value / rowHeight) - BEYOND, count()));
      const to = Math.min(count(), Math.ceil((top.value + height.value) / rowHeight) + BEYOND);
      return { from, to, above: from * rowHeight, below: Math.max(0, count() - to) * rowHeight };
    }),
    reveal: (row) => {
      const one = box.value;
      if (one === undefined) return;
      const from = row * rowHeight;
      const room = one.clientHeight - head() - rowHeight;
      if (from < one.scrollTop) one.scrollTop = from;
      else if (from > one.scrollTop + room) one.scrollTop = from - room + rowHeight;
      measure();
    },
  };
}
