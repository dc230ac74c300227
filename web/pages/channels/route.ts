import { Promotion } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default {
  path: '/admin/channels',
  name: 'channels',
  page: () => import('./ChannelsPage.vue'),
  words: ['channels', 'admin', 'form', 'health', 'hotline'],
  nav: {
    group: 'office',
    order: 65,
    icon: Promotion,
    label: { 'zh-CN': '消息渠道', en: 'Channels' },
    roles: ['administrator'],
  },
} satisfies PageRoute;
