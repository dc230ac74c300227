/** In whose name a case is worked on, as the address says (`for`): somebody absent for whom the reader stands in, or nobody but the reader. */
import { computed, shallowRef, type ComputedRef, type ShallowRef, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { asProblem } from '../api/problem.js';
import type { AllowedCommand } from '../api/types.js';

/** What a command says of it: nothing where it is the reader's own. */
export const inNameAs = ({ absentId, inNameOf }: AllowedCommand): { absentId?: string; inNameOf?: string } =>
  absentId == null ? {} : { absentId, ...(inNameOf == null ? {} : { inNameOf }) };

/** `ids`: none or one, as StandIns shows it. `giveUp` is told of what kept the case from being read; where the time of the deputy is over it goes on in
 *  the reader's own name, and `over` says why. Call in setup. */
export function useInName(): {
  absentId: ComputedRef<string | undefined>;
  ids: WritableComputedRef<string[]>;
  over: ShallowRef<unknown>;
  giveUp: (fault: unknown) => void;
} {
  const route = useRoute();
  const router = useRouter();
  const over = shallowRef<unknown>(null);
  const absentId = computed(() => (typeof route.query['for'] === 'string' ? route.query['for'] : undefined));
  const ids = computed({
    get: () => (absentId.value === undefined ? [] : [absentId.value]),
    set: ([chosen]) => {
      const { for: _, ...rest } = route.query;
      over.value = null;
      void router.replace({ query: chosen === undefined ? rest : { ...rest, for: chosen } });
    },
  });
  function giveUp(fault: unknown): void {
    if (absentId.value === undefined || !asProblem(fault).code.startsWith('deputy.')) return;
    ids.value = [];
    over.value = fault;
  }
  return { absentId, ids, over, giveUp };
}
