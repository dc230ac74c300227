/** Knows of a page which of its requests are under way, so that a test can wait for the page instead of for half a second of silence. */
/// <reference lib="dom" />
import type { Page, Request } from 'playwright-core';

/** Between two answers a page may think before it asks again; milliseconds in which nothing began or ended. */
const QUIET = 60;

const watched = new WeakMap<Page, { open: Set<Request>; last: number }>();

/** Call before the page opens its first address. */
export function watchTraffic(page: Page): void {
  const traffic = { open: new Set<Request>(), last: performance.now() };
  watched.set(page, traffic);
  const ended = (request: Request): void => {
    if (traffic.open.delete(request)) traffic.last = performance.now();
  };
  page.on('request', (request) => {
    // a stream stays open for as long as the page
    if (request.resourceType() === 'eventsource') return;
    // what the document before had begun goes with it, often without a word
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) traffic.open.clear();
    traffic.open.add(request);
    traffic.last = performance.now();
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
}

/** Resolves once every request has its answer and the page has asked nothing more since; throws after half a minute, naming what hangs. */
export async function trafficOver(page: Page): Promise<void> {
  const traffic = watched.get(page);
  if (traffic === undefined) return page.waitForLoadState('networkidle');
  await page.waitForLoadState('load');
  const until = performance.now() + 30_000;
  for (;;) {
    const left = traffic.open.size > 0 ? QUIET : traffic.last + QUIET - performance.now();
    if (left <= 0) {
      const before = traffic.last;
      // through the page's own thread: what it was still doing with the last answer is done by then
      await page.evaluate(() => {
        const { port1, port2 } = new MessageChannel();
        return new Promise<void>((done) => {
          port1.onmessage = () => (port1.close(), done());
          port2.postMessage(null);
        });
      });
      if (traffic.last === before && traffic.open.size === 0) return;
    } else await new Promise((done) => setTimeout(done, Math.max(left, 10)));
    if (performance.now() > until)
      throw new Error(`after 30 s still under way: ${[...traffic.open].map((one) => one.url()).join(', ')}`);
  }
}
