/** The office's own time, carried on from the service's last heartbeat; the clock of the screen's machine may be wrong. */
import { computed, onBeforeUnmount, onMounted, ref, watch, type ComputedRef, type Ref } from 'vue';
import { officeZone } from '../../language/office-zone.js';
import type { Heard } from './live-wall.js';

/** `clock` as hours and minutes in the office's zone, empty before the first heartbeat; `age` in whole minutes since the last: a wall
 *  that nothing changed for a weekend is not old. Runs while the component is there: call in setup. */
export function useOfficeClock(heard: () => Heard | null): {
  clock: ComputedRef<string>;
  age: Ref<number>;
} {
  const now = ref(0);
  const age = ref(0);
  const clock = computed(() =>
    now.value === 0
      ? ''
      : new Intl.DateTimeFormat('zh-CN', {
          timeZone: officeZone.value,
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23', // midnight is 00:00 in every browser
        }).format(now.value),
  );
  function second(): void {
    const told = heard();
    const since = performance.now() - (told?.here ?? 0);
    age.value = Math.floor(since / 60_000);
    if (told !== null) now.value = told.server + since;
  }
  // The time stands there with the first wall, not a second later.
  watch(heard, second, { immediate: true });
  let timer: number | undefined;
  onMounted(() => (timer = window.setInterval(second, 1_000)));
  onBeforeUnmount(() => window.clearInterval(timer));
  return { clock, age };
}
