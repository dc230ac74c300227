import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/cases/:id',
  name: 'case',
  page: () => import('./CasePage.vue'),
  words: ['case', 'form', 'grounds', 'orders', 'raiser', 'terms'],
} satisfies PageRoute;
