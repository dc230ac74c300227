/** What the navigation offers to the signed-in person, by their roles. */
import { computed } from 'vue';
import { holdsAny } from '../session/session.js';
import type { NavigationGroup, PageRoute } from './page-route.js';
import { PAGES } from './pages.js';

const GROUPS: readonly NavigationGroup[] = ['work', 'oversight', 'figures', 'office'];

type Offered = PageRoute & { nav: NonNullable<PageRoute['nav']> };

/** Groups with at least one page, in order. */
export const navigation = computed(() => {
  const offered = PAGES.filter(
    (page): page is Offered => page.nav !== undefined && (page.nav.roles === undefined || holdsAny(page.nav.roles)),
  );
  return GROUPS.map((group) => ({
    group,
    pages: offered.filter(({ nav }) => nav.group === group).sort((a, b) => a.nav.order - b.nav.order),
  })).filter(({ pages }) => pages.length > 0);
});
