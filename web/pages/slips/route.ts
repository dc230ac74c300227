import type { PageRoute } from '../../app/page-route.js';

export default [
  { path: '/cases/:case/slips', name: 'slips', page: () => import('./SlipsPage.vue') },
  { path: '/meetings/:meeting/slips', name: 'meetingSlips', page: () => import('./SlipsPage.vue'), words: ['slips'] },
] satisfies PageRoute[];
