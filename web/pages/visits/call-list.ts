/** Whom to call next: what waits for a visit, those whose visit day is nearest first, those put off to a later day last. */
import { useQueries, useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { answer, api } from '../../api/client.js';
import type { CaseShown, Day, WorkItem } from '../../api/types.js';
import { officeToday } from '../../language/office-zone.js';
import { putOffTo, severalOf } from './raisers.js';

export interface Call {
  item: WorkItem;
  /** Read beside the list; undefined until it is there. */
  of: CaseShown | undefined;
  /** The day to which the last attempt put the next one. */
  nextAttemptOn: Day | null;
  /** Put off to a day that is still to come. */
  isLater: boolean;
}

/** Cases of the list whose days are read; a visitor's day is shorter than this. */
const READ = 40;

/** One case as the whole desk reads and keeps it; with `absentId` as it is worked on in that one's name. */
export const caseQuery = (id: string, absentId?: string) => ({
  queryKey: ['case', id, ...(absentId === undefined ? [] : ['for', absentId])],
  queryFn: () => answer(api.GET('/api/cases/{id}', { params: { path: { id }, query: { absentId } } })),
  staleTime: 60_000,
});

/** The call list of the signed-in person. Call in setup. */
export function useCallList(): {
  calls: ComputedRef<Call[]>;
  error: ComputedRef<unknown>;
  isPending: ComputedRef<boolean>;
  refetch: () => unknown;
} {
  const work = useQuery({ queryKey: ['work'], queryFn: () => answer(api.GET('/api/work')), refetchInterval: 60_000 });
  const items = computed(() => (work.data.value?.items ?? []).filter(({ next }) => next.type === 'RECORD_VISIT'));
  const details = useQueries({ queries: computed(() => items.value.slice(0, READ).map(({ id }) => caseQuery(id))) });
  const calls = computed(() =>
    items.value
      .map((item, at) => callOf(item, details.value[at]?.data))
      .map((call, at) => ({ call, at }))
      .sort((a, b) => order(a.call, b.call) || a.at - b.at)
      .map(({ call }) => call),
  );
  return {
    calls,
    error: computed(() => (work.data.value === undefined ? work.error.value : null)),
    isPending: computed(
      () => work.isPending.value || (items.value.length > 0 && details.value.every(({ isPending }) => isPending)),
    ),
    refetch: () => work.refetch(),
  };
}

function callOf(item: WorkItem, of: CaseShown | undefined): Call {
  // of several raisers one may be waiting while another one is put off
  const nextAttemptOn = severalOf(of).length > 0 ? putOffTo(of!) : item.nextAttemptOn;
  return {
    item,
    of,
    nextAttemptOn,
    isLater: nextAttemptOn !== null && nextAttemptOn > officeToday(),
  };
}

function order(a: Call, b: Call): number {
  if (a.isLater !== b.isLater) return a.isLater ? 1 : -1;
  const key = ({ isLater, nextAttemptOn, item }: Call): string => (isLater ? (nextAttemptOn ?? '') : item.wait.by);
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
