import { Phone } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/visits',
  name: 'visits',
  page: () => import('./VisitsPage.vue'),
  words: ['visits', 'form', 'case', 'raiser', 'terms'],
  nav: {
    group: 'work',
    order: 20,
    icon: Phone,
    label: { 'zh-CN': '回访', en: 'Visits' },
    roles: ['visitor', 'supervisor'],
  },
} satisfies PageRoute;
