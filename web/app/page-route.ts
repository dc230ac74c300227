/** What a page tells the desk about itself. Each folder of pages/ has a route.ts that exports one or a list of these. */
import type { Component } from 'vue';
import type { Labels, Role } from '../api/types.js';

export type NavigationGroup = 'work' | 'oversight' | 'figures' | 'office';

export interface PageRoute {
  path: string;
  /** Also the name of the page's file of words, unless `words` says otherwise; its `title` names the page. */
  name: string;
  /** `() => import('./SomePage.vue')`: loaded when the page is first opened. */
  page: () => Promise<Component>;
  /** Files of words the page needs beside `shell`; `[name]` unless told. */
  words?: string[];
  /** Place in the navigation; pages without one are reached by links. */
  nav?: {
    group: NavigationGroup;
    /** Order within the group, in tens. */
    order: number;
    icon: Component;
    label: Labels;
    /** What stands beside the label on every page: a number that waits. */
    mark?: Component;
    /** Roles to whom it is offered; everybody unless told. The service decides what they may read. */
    roles?: readonly Role[];
  };
  /** Without navigation around it: sign-in, the wall chart. */
  bare?: boolean;
  /** May be opened without signing in. */
  isPublic?: boolean;
}
