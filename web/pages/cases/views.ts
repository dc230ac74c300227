/** Views of the list that are kept on the service, as addresses and back. */
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { answer, api } from '../../api/client.js';
import type { components, operations } from '../../api/schema.js';
import type { CaseFilters } from '../../api/types.js';

export type View = components['schemas']['SavedViewShown'];
type Asked = operations['SavedViews_put']['requestBody']['content']['application/json']['asked'];

/** The views that this person sees, and the one that the address names. Call in setup. */
export function useViews() {
  const route = useRoute();
  const { data: views, refetch } = useQuery({
    queryKey: ['views'],
    queryFn: () => answer(api.GET('/api/views')),
    staleTime: 60_000,
  });
  const present = computed(() => views.value?.find(({ id }) => id === route.query['view']));
  return { views, present, refetch };
}

/** The filters as a view keeps them: without the words that are searched for. */
export const askedOf = ({ q: _, limit: __, cursor: ___, ...asked }: CaseFilters): Asked => asked;

/** The address of a view, with its filters, so that they can be changed from there. */
export const queryOf = ({ id, asked }: View): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)])),
  view: id,
});

/** True where the list asks for what the view keeps. */
export const isSameAs = (view: View, filters: CaseFilters): boolean => textOf(view.asked) === textOf(askedOf(filters));
const textOf = (asked: object): string => JSON.stringify(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1)));
