import { AlarmClock } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/overdue',
  name: 'overdue',
  page: () => import('./OverduePage.vue'),
  words: ['overdue', 'orders', 'grounds', 'terms'],
  nav: {
    group: 'oversight',
    order: 10,
    icon: AlarmClock,
    label: { 'zh-CN': '逾期督办', en: 'Overdue' },
    roles: ['leader', 'clerk', 'supervisor', 'auditor', 'unitLeader'],
  },
} satisfies PageRoute;
