import { List } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/work',
  name: 'work',
  page: () => import('./WorkPage.vue'),
  nav: { group: 'work', order: 10, icon: List, label: { 'zh-CN': '我的工作', en: 'My work' } },
} satisfies PageRoute;
