import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/cases/new',
  name: 'newCase',
  page: () => import('./NewCasePage.vue'),
  words: ['newCase', 'form', 'terms'],
} satisfies PageRoute;
