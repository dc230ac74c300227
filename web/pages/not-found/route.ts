import type { PageRoute } from '../../app/page-route.js';

export default { path: '/:rest(.*)*', name: 'notFound', page: () => import('./NotFoundPage.vue') } satisfies PageRoute;
