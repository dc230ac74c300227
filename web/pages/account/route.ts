import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/account',
  name: 'account',
  page: () => import('./AccountPage.vue'),
  words: ['account', 'channels', 'device', 'deputies'],
} satisfies PageRoute;
