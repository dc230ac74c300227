import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/units/:id',
  name: 'unit',
  page: () => import('./UnitPage.vue'),
  words: ['unit', 'report', 'orders'],
} satisfies PageRoute;
