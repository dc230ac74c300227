/** Who is told what: the table by which the service resolves messages, for pages that show it or choose from it. */
import { useQuery } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';

export type TopicTable = components['schemas']['MessagesTable'];

/** It changes with the version of the service alone. Call in setup. */
export function useTopicTable(): { table: Ref<TopicTable | undefined>; error: Ref<unknown>; reload: () => unknown } {
  const { data, error, refetch } = useQuery({
    queryKey: ['topics'],
    queryFn: () => answer(api.GET('/api/messages/table')),
    staleTime: Infinity,
  });
  return { table: data, error, reload: refetch };
}
