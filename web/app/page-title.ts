/** The title of the browser's tab: the page, and before it how much is unread; an installed desk wears the number on its sign. */
import { watch } from 'vue';
import { unread } from '../inbox/unread.js';

let page = '';
const write = (): void => void (document.title = unread.value ? `(${unread.value}) ${page}` : page);

/** Names the page that is open. */
export function titlePage(title: string): void {
  page = title;
  write();
}

watch(unread, (count) => {
  write();
  // A desk in a tab has no sign to wear it, and a browser without one may end the page that asks for it all the same.
  if (!matchMedia('(display-mode: standalone)').matches) return;
  // An installed one that forbids it says so by refusing.
  const wears = navigator as Partial<Pick<Navigator, 'setAppBadge'>>;
  void wears.setAppBadge?.(count ?? 0).catch(() => undefined);
});
