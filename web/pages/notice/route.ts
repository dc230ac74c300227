import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/notice',
  name: 'notice',
  page: () => import('./NoticePage.vue'),
  bare: true,
  isPublic: true,
} satisfies PageRoute;
