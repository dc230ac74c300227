/** What makes the desk more than a page: it opens without a network, its messages open here, and newer pages are taken. Loaded once somebody is
 *  signed in and their page is there: whoever does not work here installs nothing. */
import { defineAsyncComponent, type Ref } from 'vue';
import type { Router } from 'vue-router';
import InAppNote from '../device/InAppNote.vue';
import { inApp } from '../device/in-app.js';
import AsOf from '../parts/AsOf.vue';
import { asOfLine, lineAbove, standIns } from './later-parts.js';
import { isOutdated } from './newer-build.js';
import UpdateNote from './UpdateNote.vue';

export * as device from '../session/on-device.js';

/** Newer pages are looked for this often, and at most so often when the person comes back; milliseconds. */
const EVERY = 3_600_000;
const AT_MOST = 15 * 60_000;
/** A page that nobody types in takes newer ones by itself. */
const SHOWN_ONLY = ['wall'];

/** Handed in, not imported: the page has them, and its first files stay as they are. */
export interface Desk {
  router: Router;
  /** True while anything is being sent. */
  sending: Readonly<Ref<boolean>>;
  keepOnDevice: () => Promise<void>;
  loadWords: (...files: string[]) => Promise<void>;
}

asOfLine.value = AsOf;

let registration: ServiceWorkerRegistration | undefined;
let isNewer = false;
let looked = Date.now();

/** Starts all of it; in a browser that has none of it, it looks for newer pages alone. */
export async function start(desk: Desk): Promise<void> {
  const { router, sending } = desk;
  // with its words, which only a deputy needs
  standIns.value = defineAsyncComponent(async () => {
    const [part] = await Promise.all([import('../deputies/StandIns.vue'), desk.loadWords('deputies')]);
    return part.default;
  });
  const look = (): Promise<void> => lookFor(desk);
  window.setInterval(() => void look(), EVERY);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - looked > AT_MOST) void look();
  });
  // a part of this page is gone at the service
  window.addEventListener('vite:preloadError', () => void look());
  router.beforeEach((to, from) => {
    if (!isNewer || to.path === from.path || sending.value) return true;
    location.assign(to.fullPath);
    return false;
  });
  router.onError((_error, to) => {
    void isOutdated().then((isOld) => isOld && location.assign(to.fullPath));
  });
  if (inApp() !== undefined) sayWhatIsNotHere(desk);
  if (window.isSecureContext && 'serviceWorker' in navigator) await withWorker(navigator.serviceWorker, desk);
}

/** What is begun is never cut off: the line tells, and the next page that is opened is a newer one. */
async function lookFor({ router, loadWords }: Desk): Promise<void> {
  looked = Date.now();
  if (isNewer || !(await isOutdated())) return;
  isNewer = true;
  void registration?.update().catch(() => undefined);
  if (SHOWN_ONLY.includes(String(router.currentRoute.value.name))) location.reload();
  else await loadWords('device').then(() => (lineAbove.value = UpdateNote));
}

/** Downloads and the printer fail without a word inside other apps. */
function sayWhatIsNotHere({ loadWords }: Desk): void {
  const say = (): void => void loadWords('device').then(() => (lineAbove.value = InAppNote));
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[download]') !== null) say();
  });
  const print = window.print as (() => void) | undefined;
  window.print = () => {
    say();
    print?.call(window);
  };
}

async function withWorker(container: ServiceWorkerContainer, { router, keepOnDevice }: Desk): Promise<void> {
  container.addEventListener('message', ({ data, ports }: MessageEvent<{ type?: string; href?: string } | null>) => {
    if (data?.type !== 'open' || data.href === undefined) return;
    ports[0]?.postMessage('here');
    void router.push(data.href);
  });
  // an in-app browser may refuse it: everything else goes on without
  registration = await container.register('/sw.js').catch(() => undefined);
  if (registration === undefined) return;
  await keepOnDevice();
  const { active } = await container.ready;
  // what this page was made of, which the worker did not see pass
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const own = files.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
  active?.postMessage({ type: 'keep', files: own.filter((path) => path.startsWith('/assets/')) });
}
