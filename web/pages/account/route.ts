import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/account',
  name: 'account',
  words: ['account', 'channels'],
  page: () => import('./AccountPage.vue'),
  words: ['account', 'device'],
} satisfies PageRoute;
