/** The addresses of the desk. */
import { nextTick } from 'vue';
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { i18n, loadWords } from '../language/words.js';
import { holdsAny, whoAmI } from '../session/session.js';
import { openOutbox } from '../outbox/outbox.js';
import type { PageRoute } from './page-route.js';
import { PAGES } from './pages.js';
import { titlePage } from './page-title.js';
import { pageFailed } from './page-fault.js';

declare module 'vue-router' {
  interface RouteMeta {
    page: PageRoute;
  }
}

const routes: RouteRecordRaw[] = PAGES.map((page) => ({
  path: page.path,
  name: page.name,
  component: page.page,
  meta: { page },
}));

export const router = createRouter({
  history: createWebHistory(),
  routes: [{ path: '/', redirect: '/work' }, ...routes],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

router.beforeEach(async (to) => {
  const { page } = to.meta;
  const [person] = await Promise.all([
    page.isPublic === true ? null : whoAmI(),
    loadWords(...(page.words ?? [page.name])),
  ]);
  if (person !== null) await openOutbox();
  // who leads starts with the morning, who administers with what is still to be set up, everybody else with their work
  if (to.redirectedFrom?.path === '/' && page.name === 'work') {
    if (holdsAny(['leader', 'auditor'])) return '/today';
    if (holdsAny(['administrator'])) return '/admin/start';
  }
  if (page.isPublic === true || person !== null) return true;
  return { name: 'signIn', query: to.fullPath === '/work' ? {} : { next: to.fullPath } };
});

router.afterEach((to, from, failure) => {
  if (failure !== undefined) return;
  pageFailed.value = null;
  const { t } = i18n.global;
  titlePage(`${t(`${to.meta.page.words?.[0] ?? to.meta.page.name}.title`)} · ${t('shell.product')}`);
  // whoever reads by ear or by keyboard starts at the new page's head
  if (to.path !== from.path && from.matched.length > 0) void nextTick(() => document.getElementById('page')?.focus());
});

router.onError((error: unknown, to) => {
  pageFailed.value = { error, to: to.fullPath };
});
