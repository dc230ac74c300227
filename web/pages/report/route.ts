import { DataAnalysis } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/report',
  name: 'report',
  page: () => import('./ReportPage.vue'),
  nav: { group: 'figures', order: 10, icon: DataAnalysis, label: { 'zh-CN': '销号率报表', en: 'Closure rate' } },
} satisfies PageRoute;
