/** Draws only the rows near the screen, so that ten thousand scroll like ten. Rows must all have one height. */
import { computed, onMounted, onUnmounted, ref, type ComputedRef, type Ref } from 'vue';

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
    window.addEventListener('beforeprint', printAll);
    window.addEventListener('afterprint', soon);
  });
  onUnmounted(() => {
    cancelAnimationFrame(frame);
    window.removeEventListener('scroll', soon);
    window.removeEventListener('resize', soon);
    window.removeEventListener('beforeprint', printAll);
    window.removeEventListener('afterprint', soon);
  });
  function printAll(): void {
    top.value = 0;
    height.value = count() * rowHeight();
  }
  return computed(() => {
    const from = Math.max(0, Math.min(Math.floor(top.value / rowHeight()) - BEYOND, count()));
    const to = Math.min(count(), Math.max(0, Math.ceil((top.value + height.value) / rowHeight())) + BEYOND);
    return { from, to, above: from * rowHeight(), below: (count() - to) * rowHeight() };
  });
}
