/** One ledger on its way in: what the service makes of it under the choices that were made, and each further choice. */
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { answer, api } from '../../api/client.js';
import type { Choices } from './choices.js';
import type { Draft, Progress } from './draft.js';

export const DRAFTS = ['ledger-drafts'];
export const IMPORTS = ['ledger-imports'];

/** Sends a file; nothing of it is written but the draft, which only this person sees. */
export async function sendLedger(file: File): Promise<Draft> {
  const form = new FormData();
  form.append('file', file, file.name);
  const body = { file: '' }; // what is sent is the form
  return answer(api.POST('/api/ledger/drafts', { body, bodySerializer: () => form }));
}
export const discard = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/ledger/drafts/{id}', { params: { path: { id } } }));
export const confirmDraft = (id: string, mode: 'all' | 'certain', seen: string): Promise<Progress> =>
  answer(api.POST('/api/ledger/drafts/{id}/confirm', { params: { path: { id } }, body: { mode, seen } }));

export interface UseDraft {
  draft: ComputedRef<Draft | null>;
  /** It could not be read. */
  error: Ref<unknown>;
  refetch: () => unknown;
  /** A choice is under way. */
  busy: Ref<boolean>;
  /** The last choice was refused, or did not arrive. */
  failed: Ref<unknown>;
  /** Resolves to true once the service has read the ledger anew under the choice. One at a time: others are left out. */
  choose: (choices: Choices) => Promise<boolean>;
}

/** Call in setup. `id` is empty where no draft is open. */
export function useDraft(id: () => string): UseDraft {
  const client = useQueryClient();
  const keyOf = (of: string): string[] => ['ledger-draft', of];
  const { data, error, refetch } = useQuery({
    queryKey: computed(() => keyOf(id())),
    queryFn: () => answer(api.GET('/api/ledger/drafts/{id}', { params: { path: { id: id() } } })),
    enabled: computed(() => id() !== ''),
    staleTime: 60_000,
  });
  const busy = ref(false);
  const failed = ref<unknown>(null);
  return {
    draft: computed(() => (id() === '' ? null : (data.value ?? null))),
    error,
    refetch,
    busy,
    failed,
    choose: async (choices) => {
      if (busy.value) return false;
      busy.value = true;
      failed.value = null;
      const of = id();
      try {
        const now = await answer(
          api.PATCH('/api/ledger/drafts/{id}', { params: { path: { id: of } }, body: { choices: { ...choices } } }),
        );
        client.setQueryData(keyOf(of), now);
        return true;
      } catch (fault) {
        failed.value = fault;
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
