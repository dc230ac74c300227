/** The order of the review, the case one stands on, and the cases that are ticked. An action moves nothing: who was at the fifth
 *  case is still at the fifth, and new cases wait until they are asked for. */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { LateCase } from './late-cases.js';

export interface Review {
  /** Cases in the order in which they were first shown. */
  rows: ComputedRef<LateCase[]>;
  current: ComputedRef<LateCase | undefined>;
  /** 1 for the first; 0 when one stands on none. */
  position: ComputedRef<number>;
  ticked: Ref<Set<string>>;
  /** Cases that came after the list was shown. */
  fresh: ComputedRef<number>;
  /** True for a case that has left the list since it was shown. */
  isGone: (id: string) => boolean;
  /** Resolves when one stands there. */
  goTo: (id: string | null) => Promise<unknown>;
  /** The case so many rows further, stopping at the ends. */
  beside: (by: number) => LateCase | undefined;
  tick: (id: string) => void;
  /** Takes the service's order again. */
  renew: () => void;
}

export function useReview(
  items: Ref<LateCase[] | undefined>,
  fits: (one: LateCase) => boolean,
  at: { get: () => string; set: (id: string | null) => Promise<unknown> },
): Review {
  const known = ref(new Map<string, LateCase>()) as Ref<Map<string, LateCase>>;
  const order = ref<string[]>([]);
  const present = computed(() => new Set(items.value?.map(({ id }) => id)));
  const ticked = ref(new Set<string>());

  watch(
    items,
    (now, before) => {
      if (now === undefined) return;
      known.value = new Map([...known.value, ...now.map((one): [string, LateCase] => [one.id, one])]);
      if (before === undefined) renew();
    },
    { immediate: true },
  );
  function renew(): void {
    order.value = items.value?.map(({ id }) => id) ?? [];
    ticked.value = new Set([...ticked.value].filter((id) => present.value.has(id)));
  }

  const rows = computed(() => order.value.map((id) => known.value.get(id)!).filter(fits));
  const current = computed(() => rows.value.find(({ id }) => id === at.get()));
  const position = computed(() => (current.value === undefined ? 0 : rows.value.indexOf(current.value) + 1));
  const shown = computed(() => new Set(order.value));
  return {
    rows,
    current,
    position,
    ticked,
    fresh: computed(() => [...present.value].filter((id) => !shown.value.has(id)).length),
    isGone: (id) => items.value !== undefined && !present.value.has(id),
    goTo: (id) => at.set(id),
    beside: (by) => {
      const from = position.value === 0 && by < 0 ? 0 : position.value - 1;
      return rows.value[Math.min(Math.max(from + by, 0), rows.value.length - 1)];
    },
    tick: (id) => {
      const next = new Set(ticked.value);
      if (!next.delete(id)) next.add(id);
      ticked.value = next;
    },
    renew,
  };
}
