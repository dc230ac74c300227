/** How long a call lasts; started and stopped by the visitor, and still running after the page was closed. */
import { computed, onUnmounted, ref, type ComputedRef, type Ref } from 'vue';

/** What is kept of a call: seconds of stretches that are over, and when the present one began (epoch milliseconds). */
export interface Timed {
  seconds: number;
  since: number | null;
}

/** The command takes no longer call than a day. */
const LONGEST = 86_400;

/** Seconds up to now, `mm:ss`, and the two buttons. `timed` is where it is kept. */
export function useCallTimer(timed: Ref<Timed>): {
  seconds: ComputedRef<number>;
  shown: ComputedRef<string>;
  isRunning: ComputedRef<boolean>;
  start: () => void;
  stop: () => void;
  reset: () => void;
} {
  const now = ref(Date.now());
  const ticking = window.setInterval(() => (now.value = Date.now()), 500);
  onUnmounted(() => window.clearInterval(ticking));
  const isRunning = computed(() => timed.value.since !== null);
  const seconds = computed(() => {
    const { seconds: past, since } = timed.value;
    return Math.min(LONGEST, Math.round(past + (since === null ? 0 : Math.max(0, now.value - since) / 1000)));
  });
  const shown = computed(() => {
    const two = (part: number): string => String(part).padStart(2, '0');
    return `${two(Math.floor(seconds.value / 60))}:${two(seconds.value % 60)}`;
  });
  return {
    seconds,
    shown,
    isRunning,
    start: () => {
      now.value = Date.now();
      timed.value = { ...timed.value, since: Date.now() };
    },
    stop: () => {
      now.value = Date.now();
      timed.value = { seconds: seconds.value, since: null };
    },
    reset: () => (timed.value = { seconds: 0, since: null }),
  };
}
