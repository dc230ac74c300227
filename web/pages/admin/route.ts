import { Calendar, CollectionTag, List, Monitor, OfficeBuilding, Share, User } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

const ADMINISTRATOR = ['administrator'] as const;
const READERS = ['administrator', 'auditor'] as const;

export default [
  {
    path: '/admin/start',
    name: 'setup',
    page: () => import('./StartPage.vue'),
    nav: {
      group: 'office',
      order: 59,
      icon: List,
      label: { 'zh-CN': '开办清单', en: 'Setting up' },
      roles: ADMINISTRATOR,
    },
  },
  {
    path: '/admin/list/:kind(units|people)',
    name: 'setupList',
    page: () => import('./ListPage.vue'),
    words: ['setupList', 'units', 'people', 'grid', 'admin', 'form'],
  },
  {
    path: '/admin/units',
    name: 'units',
    page: () => import('./UnitsPage.vue'),
    words: ['units', 'admin', 'form'],
    nav: {
      group: 'office',
      order: 60,
      icon: OfficeBuilding,
      label: { 'zh-CN': '单位', en: 'Units' },
      roles: ADMINISTRATOR,
    },
  },
  {
    path: '/admin/people',
    name: 'people',
    page: () => import('./PeoplePage.vue'),
    words: ['people', 'admin', 'form', 'channels', 'deputies'],
    nav: {
      group: 'office',
      order: 61,
      icon: User,
      label: { 'zh-CN': '人员与角色', en: 'People and roles' },
      roles: ADMINISTRATOR,
    },
  },
  {
    path: '/admin/categories',
    name: 'categories',
    page: () => import('./CategoriesPage.vue'),
    words: ['categories', 'admin', 'form'],
    nav: {
      group: 'office',
      order: 62,
      icon: CollectionTag,
      label: { 'zh-CN': '问题类别', en: 'Categories' },
      roles: ADMINISTRATOR,
    },
  },
  {
    path: '/admin/calendar',
    name: 'calendar',
    page: () => import('./CalendarPage.vue'),
    words: ['calendar', 'admin', 'terms', 'form'],
    nav: {
      group: 'office',
      order: 63,
      icon: Calendar,
      label: { 'zh-CN': '工作日历', en: 'Calendar' },
      roles: READERS,
    },
  },
  {
    path: '/admin/workflows',
    name: 'workflows',
    page: () => import('./WorkflowsPage.vue'),
    words: ['workflows', 'admin'],
    nav: {
      group: 'office',
      order: 64,
      icon: Share,
      label: { 'zh-CN': '整改流程', en: 'Workflows' },
      roles: READERS,
    },
  },
  {
    path: '/admin/workflows/:name/:version',
    name: 'workflow',
    page: () => import('./WorkflowPage.vue'),
    words: ['workflows', 'admin', 'diagram', 'form'],
  },
  {
    path: '/admin/workflows/:name/:version/migrate',
    name: 'migrate',
    page: () => import('./MigratePage.vue'),
    words: ['workflows', 'admin'],
  },
  {
    path: '/admin/health',
    name: 'health',
    page: () => import('./HealthPage.vue'),
    words: ['health', 'admin', 'diagram', 'people', 'channels'],
    nav: {
      group: 'office',
      order: 66,
      icon: Monitor,
      label: { 'zh-CN': '运行状况', en: 'Health' },
      roles: ADMINISTRATOR,
    },
  },
] satisfies PageRoute[];
