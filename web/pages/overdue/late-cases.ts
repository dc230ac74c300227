/** All late cases the person may see, read page by page, and what the pages of this folder ask of one. */
import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Light } from '../../api/types.js';

export type LateCase = components['schemas']['OverdueCase'];
export type LateOrder = LateCase['orders'][number];

/** What narrows the review, and the case one stands at, in the address of the page. */
export type LateName = 'rung' | 'unit' | 'since' | 'at';

const PAGE = 200;
/** A review of more is no review; the page says that it shows the most urgent ones. */
const MOST = 1_000;

async function readAll(): Promise<{ items: LateCase[]; more: boolean }> {
  const items: LateCase[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: PAGE, ...(cursor === null ? {} : { cursor }) };
    const page: { items: LateCase[]; nextCursor: string | null } = await answer(
      api.GET('/api/overdue', { params: { query } }),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < MOST);
  return { items, more: cursor !== null };
}

/** The late cases, those awaiting a signature first, then the worst; read again every two minutes. Call in setup. */
export function useLateCases(): {
  items: ComputedRef<LateCase[] | undefined>;
  more: ComputedRef<boolean>;
  error: ComputedRef<unknown>;
  reload: () => Promise<unknown>;
} {
  const { data, error, refetch } = useQuery({ queryKey: ['overdue'], queryFn: readAll, refetchInterval: 120_000 });
  return {
    items: computed(() => data.value?.items),
    more: computed(() => data.value?.more ?? false),
    error: computed(() => error.value),
    reload: () => refetch(),
  };
}

/** The lowest order of the case that waits for a signature; undefined where none does. */
export const awaiting = (late: LateCase): LateOrder | undefined =>
  late.orders.find(({ status }) => status === 'proposed');

/** Not late itself, but not signed for or not checked by the day for that. */
export const isLetLie = (one: LateCase): boolean =>
  one.wait !== null && one.workingDaysLate === 0 && awaiting(one) === undefined && badness(one.light) === 0;

/** The levels of the list, the worst first. */
export const RUNGS = ['talk', 'red', 'orange', 'blue'] as const;
/** How bad a light is: 4 for talk, 1 for blue, 0 for the others. */
export const badness = (light: Light | null): number =>
  Math.max(0, ['', 'blue', 'orange', 'red', 'talk'].indexOf(light ?? ''));
