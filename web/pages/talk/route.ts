import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/cases/:id/talks/:seq',
  name: 'talk',
  page: () => import('./TalkPage.vue'),
} satisfies PageRoute;
