import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/sign-in',
  name: 'signIn',
  page: () => import('./SignInPage.vue'),
  bare: true,
  isPublic: true,
} satisfies PageRoute;
