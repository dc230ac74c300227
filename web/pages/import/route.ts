import { Upload } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/ledger/import',
  name: 'ledgerImport',
  page: () => import('./ImportPage.vue'),
  nav: {
    group: 'work',
    order: 40,
    icon: Upload,
    label: { 'zh-CN': '导入台账', en: 'Import' },
    roles: ['clerk'],
  },
} satisfies PageRoute;
