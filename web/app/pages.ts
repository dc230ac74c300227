/** All pages, found by their route.ts, so that a new page changes no other file. */
import type { PageRoute } from './page-route.js';

const found = import.meta.glob<PageRoute | PageRoute[]>('../pages/*/route.ts', { eager: true, import: 'default' });

export const PAGES: readonly PageRoute[] = Object.values(found).flat();
