import type { PageRoute } from '../../app/page-route.js';

export default [
  {
    path: '/meetings/owed',
    name: 'answersOwed',
    words: ['answersOwed', 'results', 'hotline'],
    page: () => import('./OwedPage.vue'),
  },
  {
    path: '/meetings/:id/results',
    name: 'results',
    words: ['results', 'meetings', 'meetingDesk'],
    page: () => import('./ResultsPage.vue'),
  },
  {
    path: '/meetings/:id/agenda',
    name: 'agenda',
    words: ['agenda', 'results', 'meetings'],
    page: () => import('./AgendaPage.vue'),
  },
  {
    path: '/m/:token',
    name: 'resultPage',
    words: ['resultPage', 'results', 'meetings'],
    page: () => import('./ResultPage.vue'),
    bare: true,
    isPublic: true,
  },
] satisfies PageRoute[];
