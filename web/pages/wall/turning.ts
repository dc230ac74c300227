/** What of the wall is on the screen now: one page of units after the other, one change of today after the other. */
import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef, type Ref } from 'vue';
import type { Wall, WallRow } from './live-wall.js';

/** Rows that are still read from five metres. */
const ROWS = 12;
const TURN = 15_000;
const TICK = 6_000;

/** The rows and the change to show, which page of how many that is, and whether the turning is halted. Call in setup. */
export function useTurning(wall: Ref<Wall | null>): {
  isPaused: Ref<boolean>;
  page: ComputedRef<number>;
  pages: ComputedRef<number>;
  rows: ComputedRef<WallRow[]>;
  change: ComputedRef<Wall['changes'][number] | undefined>;
} {
  const turn = ref(0);
  const tick = ref(0);
  const isPaused = ref(false);
  const pages = computed(() => Math.max(1, Math.ceil((wall.value?.rows.length ?? 0) / ROWS)));
  const page = computed(() => turn.value % pages.value);
  const rows = computed(() => wall.value?.rows.slice(page.value * ROWS, (page.value + 1) * ROWS) ?? []);
  const change = computed(() => {
    const changes = wall.value?.changes ?? [];
    return changes[tick.value % Math.max(1, changes.length)];
  });
  const timers: number[] = [];
  onMounted(() => {
    timers.push(
      window.setInterval(() => !isPaused.value && (turn.value = (turn.value + 1) % 1_000_000), TURN),
      window.setInterval(() => !isPaused.value && (tick.value = (tick.value + 1) % 1_000_000), TICK),
    );
  });
  onBeforeUnmount(() => {
    for (const timer of timers) window.clearInterval(timer);
  });
  return { isPaused, page, pages, rows, change };
}
