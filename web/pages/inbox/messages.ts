/** The messages of the person, newest first, read page by page, and what marks them as read. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type ComputedRef, type Ref } from 'vue';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useDeed } from '../../form/use-deed.js';
import { tellUnread } from '../../inbox/listen.js';

export type Message = components['schemas']['InboxItem'];

/** Those that are read as a page of their own. */
const SHEETS: Readonly<Record<string, string>> = { digest: '/inbox/digest', morning: '/inbox/morning' };

/** Where its next step is done. */
export const whereTo = ({ topic, href }: Message): string => SHEETS[topic] ?? href;

/** What narrows and orders the list, in the address of the page. */
export type InboxName = 'show' | 'by';

interface Messages {
  /** Undefined until the first page is there. */
  items: ComputedRef<Message[] | undefined>;
  more: ComputedRef<boolean>;
  loadsMore: Ref<boolean>;
  loadMore: () => Promise<unknown>;
  error: Ref<unknown>;
  reload: () => Promise<unknown>;
}

/** Call in setup; only unread ones while `onlyUnread`. */
export function useMessages(onlyUnread: () => boolean): Messages {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: computed(() => ['inbox', onlyUnread()]),
    queryFn: async ({ pageParam }) => {
      const query = { ...(onlyUnread() ? { unread: true } : {}), ...(pageParam === '' ? {} : { cursor: pageParam }) };
      const page = await answer(api.GET('/api/inbox', { params: { query } }));
      tellUnread(page.unread);
      return page;
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return {
    items: computed(() => data.value?.pages.flatMap(({ items }) => items)),
    more: computed(() => hasNextPage.value),
    loadsMore: isFetchingNextPage,
    loadMore: () => fetchNextPage(),
    error,
    reload: () => refetch(),
  };
}

/** Marks messages as read. */
export function useReading(): {
  busy: Ref<boolean>;
  failed: Ref<unknown>;
  read: (what: { ids: string[] } | { all: true }) => Promise<boolean>;
  /** It was opened: read, without holding up whoever opened it. Where that does not arrive it stays unread. */
  readOpened: (one: Message) => void;
} {
  const queries = useQueryClient();
  const { busy, failed, act } = useDeed();
  async function mark(body: { ids: string[] } | { all: true }): Promise<void> {
    tellUnread((await answer(api.POST('/api/inbox/read', { body }))).unread);
    await queries.invalidateQueries({ queryKey: ['inbox'] });
  }
  return {
    busy,
    failed,
    read: (what) => act(() => mark(what)),
    readOpened: ({ id, readAt }) => void (readAt === null && mark({ ids: [id] }).catch(() => undefined)),
  };
}
