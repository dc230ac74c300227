import { Files } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/cases',
  name: 'cases',
  page: () => import('./CasesPage.vue'),
  words: ['cases', 'form'],
  nav: { group: 'work', order: 30, icon: Files, label: { 'zh-CN': '整改事项', en: 'Cases' } },
} satisfies PageRoute;
