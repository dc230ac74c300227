import { ChatLineSquare } from '@element-plus/icons-vue';
import type { PageRoute } from '../../app/page-route.js';

export default [
  {
    path: '/meetings',
    name: 'meetings',
    page: () => import('./MeetingsPage.vue'),
    nav: {
      group: 'work',
      order: 20,
      icon: ChatLineSquare,
      label: { 'zh-CN': '座谈会', en: 'Meetings' },
      roles: ['clerk'],
    },
  },
  {
    path: '/meetings/new',
    name: 'newMeeting',
    words: ['newMeeting', 'meetings', 'grid'],
    page: () => import('./NewMeetingPage.vue'),
  },
  {
    path: '/meetings/:id',
    name: 'meetingDesk',
    words: ['meetingDesk', 'newMeeting', 'meetings', 'grid', 'form'],
    page: () => import('./MeetingDeskPage.vue'),
  },
] satisfies PageRoute[];
