/** Draws only the rows near the screen, so that ten thousand scroll like ten. Rows must all have one height. */
import { computed, onMounted, onUnmounted, ref, type ComputedRef, type Ref } from 'vue';
import { isPrinting } from '../../parts/printing.js';

/** Rows drawn beyond the edge of the screen, on each side. */
const BEYOND = 12;

/** First and last row to draw of `count` rows, and the empty space above and below in pixels. `head` is the element after which the
 *  rows begin. */
export function useRowWindow(
  count: () => number,
  rowHeight: () => number,
  head: Ref<HTMLElement | undefined>,
): ComputedRef<{ from: number; to: number; above: number; below: number }> {
  const top = ref(0);
  const height = ref(window.innerHeight);
  let frame = 0;
  const measure = (): void => {
    frame = 0;
    top.value = -(head.value?.getBoundingClientRect().bottom ?? 0);
    height.value = window.innerHeight;
  };
  const soon = (): void => {
    frame ||= requestAnimationFrame(measure);
  };
  onMounted(() => {
    measure();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
  });
  onUnmounted(() => {
    cancelAnimationFrame(frame);
    window.removeEventListener('scroll', soon);
    window.removeEventListener('resize', soon);
  });
  return computed(() => {
    if (isPrinting.value) return { from: 0, to: count(), above: 0, below: 0 };
    const from = Math.max(0, Math.min(Math.floor(top.value / rowHeight()) - BEYOND, count()));
    const to = Math.min(count(), Math.max(0, Math.ceil((top.value + height.value) / rowHeight())) + BEYOND);
    return { from, to, above: from * rowHeight(), below: (count() - to) * rowHeight() };
  });
}
