import { Sunrise } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/today',
  name: 'today',
  page: () => import('./TodayPage.vue'),
  words: ['today', 'report'],
  nav: {
    group: 'work',
    order: 5,
    icon: Sunrise,
    label: { 'zh-CN': '今日要情', en: 'Today' },
    roles: ['leader', 'auditor'],
  },
} satisfies PageRoute;
