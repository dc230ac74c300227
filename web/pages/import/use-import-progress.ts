/** An import that is being written, or was: how far it is, and what can be done with it. */
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, watch, type ComputedRef, type Ref } from 'vue';
import { answer, api } from '../../api/client.js';
import type { Progress, Undone } from './draft.js';
import { IMPORTS } from './use-draft.js';

/** Milliseconds between two looks while it is being written. */
const LOOK = 700;
/** What an import changes. */
const STALE = [['cases'], ['work'], ['units'], IMPORTS];

export const cancelImport = (id: string): Promise<unknown> =>
  answer(api.POST('/api/ledger/imports/{id}/cancel', { params: { path: { id } } }));
export const undoImport = (id: string): Promise<Undone> =>
  answer(api.POST('/api/ledger/imports/{id}/undo', { params: { path: { id } } }));
export const protocolAddress = (id: string): string => `/api/ledger/imports/${id}/protocol?format=xlsx`;

/** Call in setup; looked at again and again while it runs. */
export function useImportProgress(id: () => string): {
  progress: ComputedRef<Progress | null>;
  error: Ref<unknown>;
  refetch: () => Promise<unknown>;
} {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: computed(() => ['ledger-import', id()]),
    queryFn: () => answer(api.GET('/api/ledger/imports/{id}', { params: { path: { id: id() } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK : false),
  });
  const progress = computed(() => data.value ?? null);
  watch(
    () => progress.value?.state,
    (state, before) => {
      if (before === 'running' && state !== 'running')
        void Promise.all(STALE.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  );
  return { progress, error, refetch };
}
