/** The service worker: what the desk needs to open without a network, and messages that arrive while it is closed. It keeps files of the build
 *  only; what the service answers is kept by the page, encrypted for its person (web/keeping). */
import { fileFor, install, keepFiles, pageFor, tidy } from './files.js';
import { openFrom, show } from './push.js';

declare const self: ServiceWorkerGlobalScope & {
  /** Written in by the build: the files of web/tools/offline-files.mjs, with a revision where the name bears no hash. */
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

const FILES = self.__WB_MANIFEST.map(({ url }) => `/${url}`);

// A newer worker waits until no page is open (no skipWaiting): the one before it would be ended in the middle of what a page that is just being
// loaded anew asks of it, and the page cut off. It is not missed meanwhile: pages come from the service, and their files are here since `install`.
self.addEventListener('install', (event) => event.waitUntil(install(FILES)));
self.addEventListener('activate', (event) =>
  event.waitUntil(
    tidy(FILES).then(async () => {
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    }),
  ),
);

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate') {
    if (isOfDesk(pathname)) event.respondWith(pageFor(event));
  } else if (pathname.startsWith('/assets/') || FILES.includes(pathname)) event.respondWith(fileFor(event.request));
});

/** Addresses of the desk's pages: neither files, nor answers, nor the pages of those who spoke, which belong to whoever has their link. */
const isOfDesk = (path: string): boolean => !/^\/(?:api|metrics|r|m)(?:\/|$)|\.[a-z0-9]{1,8}$/i.test(path);

self.addEventListener('message', (event) => {
  const { type, files } = event.data as { type?: string; files?: string[] };
  if (type === 'keep' && Array.isArray(files)) event.waitUntil(keepFiles(files));
});

self.addEventListener('push', (event) => event.waitUntil(show(self, event.data)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openFrom(self, event.notification));
});
