/** What holds for every page of the desk: usable at a zoom of 200 %, by keyboard alone, and still while it loads. */
import { axeFindings, cutOff, leaveBrowser, settled, type Look, type OpenPage } from '../support/browser.js';
import type { Page } from 'playwright-core';
import { addressOf, DESK_PAGES, type DeskPage } from './desk-pages.js';
import { walkByKeyboard } from './keyboard-walk.js';
import { wholeBureau, type WholeBureau } from './whole-bureau.js';
import { spaceOut, unreadable } from './zoom-faults.js';

let bureau: WholeBureau;
const opened: OpenPage[] = [];
beforeAll(async () => {
  bureau = await wholeBureau();
}, 240_000);
afterEach(async () => {
  for (const { context } of opened.splice(0)) await context.close();
});
afterAll(async () => {
  await leaveBrowser();
  await bureau?.server.close();
});

/** Opens each page as the person whose page it is, one browser a person. */
async function onEachPage(look: Look, act: (page: Page, of: DeskPage) => Promise<void>): Promise<void> {
  for (const as of new Set(DESK_PAGES.map((one) => one.as))) {
    const open = await bureau.desk({ as }, look);
    opened.push(open);
    for (const one of DESK_PAGES.filter((other) => other.as === as)) {
      await open.page.goto(await addressOf(open.page, one.path));
      if (one.live === true) await open.page.getByRole('table').waitFor();
      else await settled(open.page);
      require('fs').appendFileSync('/tmp/w2/pages.log', new Date().toISOString()+' '+one.name+'\n'); // DEBUG
      await act(open.page, one);
    }
    expect(open.faults).toEqual([]);
    await open.context.close();
    opened.pop();
  }
}

/** Screens of 1440 and 1280 pixels at a zoom of 200 %: half as many pixels of the page, each drawn with four of the screen. */
const ZOOMED: Look[] = [
  { width: 720, height: 450, scale: 2, locale: 'zh-CN' },
  { width: 720, height: 450, scale: 2, locale: 'en' },
  { width: 640, height: 360, scale: 2, locale: 'zh-CN' },
  { width: 640, height: 360, scale: 2, locale: 'en' },
];
test.each(ZOOMED)(
  'at 200 % on a screen of twice $width × $height pixels every text can be read, in $locale, also with wider spacing',
  async (look) => {
    const faults: Record<string, string[]> = {};
    await onEachPage(look, async (page, { name }) => {
      const found = [...(await cutOff(page)), ...(await unreadable(page))];
      await spaceOut(page);
      found.push(...(await unreadable(page)).map((one) => `spaced: ${one}`));
      if (found.length > 0) faults[name] = found; require('fs').appendFileSync('/tmp/w2/pages.log', JSON.stringify(found,null,1)+'\n'); // DEBUG
    });
    expect(faults).toEqual({});
  },
  120_000,
);

const WALKED: Look[] = [
  { width: 1440, height: 900, locale: 'zh-CN' },
  { width: 720, height: 450, scale: 2, locale: 'en' },
];
test.each(WALKED)(
  'at $width × $height every control is reached by keyboard, shows that it has the focus, and lies under nothing',
  async (look) => {
    const faults: Record<string, unknown> = {};
    await onEachPage(look, async (page, { name }) => {
      const { stops, ...found } = await walkByKeyboard(page);
      if (stops < 3 || Object.values(found).some(({ length }) => length > 0)) faults[name] = { stops, ...found }; require('fs').appendFileSync('/tmp/w2/pages.log', JSON.stringify({stops,...found},null,1)+'\n'); // DEBUG
    });
    expect(faults).toEqual({});
  },
  180_000,
);

test('while a slow service answers, nothing jumps', async () => {
  const shifts: Record<string, unknown> = {};
  for (const look of [{ width: 1440 }, { width: 390 }] satisfies Look[]) {
    await Promise.all(
      DESK_PAGES.map(async (one) => {
        const open = await bureau.desk(one, look);
        opened.push(open);
        const shift = await shiftOf(open.page, await addressOf(open.page, one.path), one.live === true);
        if (shift.sum >= 0.1) shifts[`${one.name} at ${look.width}`] = shift;
      }),
    );
    for (const { context } of opened.splice(0)) await context.close();
  }
  expect(shifts).toEqual({});
}, 120_000);

interface Shift {
  /** Cumulative layout shift, https://web.dev/articles/cls: below 0.1 is good. */
  sum: number;
  moved: string[];
}

/** How much of the page moved between its first picture and its last, each answer of the service coming half a second late. */
async function shiftOf(page: Page, address: string, isLive: boolean): Promise<Shift> {
  await page.addInitScript(() => {
    const shift: Shift = { sum: 0, moved: [] };
    (window as unknown as { shift: Shift }).shift = shift;
    type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    new PerformanceObserver((list) => {
      for (const one of list.getEntries() as Entry[]) {
        if (one.hadRecentInput) continue;
        shift.sum += one.value;
        shift.moved.push(
          ...one.sources.map(({ node }) => `${one.value.toFixed(3)} ${(node as HTMLElement | null)?.className ?? node?.nodeName}`),
        );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route('**/api/**', async (route) => {
    await new Promise((done) => setTimeout(done, 500));
    await route.continue().catch(() => undefined);
  });
  await page.goto(address);
  if (isLive) await page.getByRole('table').waitFor();
  else await settled(page);
  await page.waitForTimeout(200); // the last picture is drawn
  return page.evaluate(() => (window as unknown as { shift: Shift }).shift);
}
