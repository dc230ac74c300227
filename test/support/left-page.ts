/** A page that a test has left serves the next one of its file: what was loaded once is not loaded and compiled again for every test. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** Events that tests listen to; what playwright itself listens to stays. */
const HEARD = [
  'console',
  'dialog',
  'download',
  'filechooser',
  'framenavigated',
  'load',
  'pageerror',
  'popup',
  'request',
  'requestfailed',
  'requestfinished',
  'response',
] as const;

/** What stays with a page for as long as it lives, and makes it useless for another test. */
const LASTING = [
  ['page', 'addInitScript'],
  ['page', 'exposeBinding'],
  ['page', 'exposeFunction'],
  ['context', 'addInitScript'],
  ['context', 'newCDPSession'],
  ['context', 'newPage'],
  ['context', 'route'],
] as const;

export interface LeftPage {
  page: Page;
  context: BrowserContext;
  devtools: CDPSession;
  /** Something was done to it that cannot be undone. */
  spoilt: boolean;
  /** Its clock can be put forward, and stays where it was put. */
  hasClock: boolean;
}

/** Watches a new page for what cannot be undone. */
export async function watched(context: BrowserContext, page: Page, hasClock: boolean): Promise<LeftPage> {
  const left: LeftPage = { page, context, devtools: await context.newCDPSession(page), spoilt: false, hasClock };
  const spoil = (of: object, name: string): void => {
    const methods = of as Record<string, (...given: unknown[]) => unknown>;
    const own = methods[name]!.bind(of);
    methods[name] = (...given: unknown[]) => {
      left.spoilt = true;
      return own(...given);
    };
  };
  for (const [of, name] of LASTING) spoil(of === 'page' ? page : context, name);
  spoil(page.clock, 'install');
  page.on('crash', () => (left.spoilt = true));
  return left;
}

/** Makes it what a new one is, but for what it remembers of scripts and styles; false where that cannot be, and it has to be closed. `origin` is where it was. */
export async function emptied({ page, context, devtools, spoilt }: LeftPage, origin: string): Promise<boolean> {
  if (spoilt || page.isClosed() || !page.url().startsWith(origin)) return false;
  for (const event of HEARD) page.removeAllListeners(event as 'request');
  context.removeAllListeners('request');
  await context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate('sessionStorage.clear()');
  await page.goto('about:blank');
  await context.clearCookies();
  await context.clearPermissions();
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await devtools.send('Page.resetNavigationHistory');
  return true;
}
