/** The tracks 整改类型 a case can take: the newest version of each workflow, and the due day each would set today. */
import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef, type Ref } from 'vue';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';

type Line = components['schemas']['WorkflowLine'];
export type DueDay = components['schemas']['DueDayShown'];

/** The one that is taken where nobody chooses. */
export const USUAL = 'rectification';
const ORDER = ['standard', 'immediate', 'staged'];
const KEPT = 10 * 60_000;

/** Workflows for new cases, the usual one first. Call in setup. */
export function useTracks(): {
  tracks: ComputedRef<Line[]>;
  /** True where the case needs milestones, of which the first is the due day. */
  isStaged: (workflow: string) => boolean;
  /** True until they are known, or could not be asked for. */
  isPending: Ref<boolean>;
} {
  const { data, isPending } = useQuery({
    queryKey: ['workflows'],
    queryFn: () => answer(api.GET('/api/workflows')),
    staleTime: KEPT,
  });
  const tracks = computed(() =>
    (data.value ?? [])
      .filter(({ newest }) => newest)
      .sort((a, b) => ORDER.indexOf(a.track) - ORDER.indexOf(b.track) || (a.name < b.name ? -1 : 1)),
  );
  return { tracks, isStaged: (name) => tracks.value.find((one) => one.name === name)?.track === 'staged', isPending };
}

/** The due day that the service will set for such a case when it is assigned today; undefined until it is known. Call in setup. */
export function useDueDay(workflow: Ref<string>, categoryId: Ref<string>): Ref<DueDay | undefined> {
  const { data } = useQuery({
    queryKey: computed(() => ['due-day', workflow.value, categoryId.value]),
    queryFn: () => dueDayOf(workflow.value, categoryId.value),
    enabled: computed(() => categoryId.value !== ''),
    staleTime: KEPT,
    retry: false,
  });
  return data;
}

/** As above, asked once. */
export const dueDayOf = (workflow: string, categoryId: string): Promise<DueDay> =>
  answer(api.GET('/api/due-day', { params: { query: { workflow, categoryId } } }));
