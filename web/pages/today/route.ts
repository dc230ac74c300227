import { Calendar } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/today',
  name: 'today',
  page: () => import('./TodayPage.vue'),
  words: ['today', 'report'],
  nav: {
    group: 'work',
    order: 5,
    icon: Calendar,
    label: { 'zh-CN': '今日要情', en: 'Today' },
    roles: ['leader', 'unitLeader', 'auditor'],
  },
} satisfies PageRoute;
