/** The list of cases as far as it has been read: a page at a time, further ones when asked. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { answer, api } from '../../api/client.js';
import type { CaseFilters } from '../../api/types.js';

/** Rows that are asked for at once. */
const PAGE = 100;

/** The query over the pages for these filters, their rows in one list, and the first page, which knows the total. */
export function useCaseList(filters: ComputedRef<CaseFilters>) {
  const query = useInfiniteQuery({
    queryKey: computed(() => ['cases', filters.value]),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/cases', {
          params: {
            query: { ...filters.value, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData, // the old rows stay while the new ones come: nothing jumps
  });
  const rows = computed(() => query.data.value?.pages.flatMap(({ items }) => items) ?? []);
  const first = computed(() => query.data.value?.pages[0]);
  return { ...query, rows, first };
}
