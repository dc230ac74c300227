/** The office's own time, carried on from the last wall; the clock of the screen's machine may be wrong. */
import { computed, onBeforeUnmount, onMounted, ref, watch, type ComputedRef, type Ref } from 'vue';
import { officeZone } from '../../language/office-zone.js';
import type { Wall } from './live-wall.js';

/** `clock` as hours and minutes in the office's zone, empty before the first wall; `age` in whole minutes since the service was last
 *  heard: a wall that nothing changed for a weekend is not old. Runs while the component is there: call in setup. */
export function useOfficeClock(
  wall: () => Wall | null,
  heard: () => number,
): {
  clock: ComputedRef<string>;
  age: Ref<number>;
} {
  const heardAt = ref({ server: 0, here: 0 });
  const now = ref(0);
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
  const age = ref(0);
  function second(): void {
    age.value = Math.floor((performance.now() - heard()) / 60_000);
    const told = wall();
    if (told === null) return;
    const server = Date.parse(told.at);
    if (server !== heardAt.value.server) heardAt.value = { server, here: performance.now() };
    now.value = server + performance.now() - heardAt.value.here;
  }
  // The time stands there with the first wall, not a second later.
  watch(wall, second, { immediate: true });
  let timer: number | undefined;
  onMounted(() => (timer = window.setInterval(second, 1_000)));
  onBeforeUnmount(() => window.clearInterval(timer));
  return { clock, age };
}
