import { View } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/looks',
  name: 'looks',
  page: () => import('./AccessLogPage.vue'),
  words: ['looks', 'raiser', 'form'],
  nav: {
    group: 'office',
    order: 67,
    icon: View,
    label: { 'zh-CN': '查看记录', en: 'Looks' },
    roles: ['auditor'],
  },
} satisfies PageRoute;
