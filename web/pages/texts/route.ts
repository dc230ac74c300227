import type { PageRoute } from '../../app/page-route.js';

export default { path: '/texts', name: 'texts', page: () => import('./TextsPage.vue') } satisfies PageRoute;
