import { Bell } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';
import UnreadMark from '../../inbox/UnreadMark.vue';

export default [
  {
    path: '/inbox',
    name: 'inbox',
    page: () => import('./InboxPage.vue'),
    nav: { group: 'work', order: 12, icon: Bell, label: { 'zh-CN': '消息', en: 'Inbox' }, mark: UnreadMark },
  },
  { path: '/inbox/who-is-told', name: 'told', page: () => import('./WhoIsToldPage.vue') },
  { path: '/inbox/digest', name: 'digest', page: () => import('./SheetPage.vue') },
  { path: '/inbox/morning', name: 'morning', page: () => import('./SheetPage.vue'), words: ['morning', 'since'] },
] satisfies PageRoute[];
