import { Monitor } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/wall',
  name: 'wall',
  page: () => import('./WallPage.vue'),
  bare: true,
  nav: {
    group: 'oversight',
    order: 30,
    icon: Monitor,
    label: { 'zh-CN': '挂图作战', en: 'Wall chart' },
    roles: ['leader', 'clerk', 'supervisor', 'auditor'],
  },
} satisfies PageRoute;
