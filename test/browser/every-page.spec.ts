/** What holds for every page of the desk: usable at a zoom of 200 %, by keyboard alone, and still while it loads. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cutOff, leaveBrowser, settled, walkTo, type Look, type OpenPage } from '../support/browser.js';
import type { Page } from 'playwright-core';
import { addressOf, DESK_PAGES, type DeskPage } from './desk-pages.js';
import { DIALOGS, keepsTheFocus } from './dialogs.js';
import { paper, paperFaults, screen } from './paper.js';
import { walkByKeyboard } from './keyboard-walk.js';
import { atLength } from '../support/length.js';
import { wholeFixture, type WholeFixture } from './whole-fixture.js';
import { smallTargets } from './small-targets.js';
import { spaceOut, unreadable } from './zoom-faults.js';

let fixture: WholeFixture;
const opened: OpenPage[] = [];
beforeAll(async () => {
  fixture = await wholeFixture();
}, 240_000);
afterEach(async () => {
  for (const one of opened.splice(0)) await one.leave();
});
afterAll(async () => {
  await leaveBrowser();
  await fixture?.server.close();
});

/** Opens each page as the person whose page it is, one browser a person, two side by side; `act` answers what is wrong with it. `loading` is
 *  told of the browser before it loads anything, and has each page loaded from its beginning; else a person goes from one to the next. */
async function onEachPage(
  look: Look,
  act: (page: Page, of: DeskPage) => Promise<object>,
  { loading, pages = DESK_PAGES }: { loading?: (page: Page) => Promise<void>; pages?: readonly DeskPage[] } = {},
): Promise<Record<string, object>> {
  const found: Record<string, object> = {};
  const persons = [...new Set(pages.map((one) => one.as))];
  const lane = async (): Promise<void> => {
    while (persons.length > 0) {
      const as = persons.shift();
      const open = await fixture.desk({ as }, { ...look, anew: loading !== undefined });
      opened.push(open);
      await loading?.(open.page);
      for (const [at, one] of pages.filter((other) => other.as === as).entries()) {
        const address = await addressOf(open.page, one.path);
        if (at === 0 || loading !== undefined) await open.page.goto(address);
        else await walkTo(open.page, address);
        if (one.live === true) await open.page.getByRole('table').waitFor();
        else await settled(open.page);
        const faults = await act(open.page, one);
        if (Object.values(faults).some(({ length }: { length: number }) => length > 0)) found[one.name] = faults;
        await open.page.setViewportSize({ width: look.width!, height: look.height! });
        await open.page.evaluate(() => (document.adoptedStyleSheets = []));
      }
      if (open.faults.length > 0) found[as ?? 'nobody'] = open.faults;
    }
  };
  await Promise.all([lane(), lane()]);
  return found;
}
/** Where the same is asked of every page twice, at two widths: each page at one of them in the ordinary suite, every other page at the other. */
const halfOf = (half: 0 | 1): DeskPage[] => DESK_PAGES.filter((_, at) => atLength(true, at % 2 === half));

const walked = async (page: Page): Promise<object> => {
  const { stops, ...faults } = await walkByKeyboard(page);
  return stops < 3 ? { ...faults, stops: [stops] } : faults;
};

/** A screen of 1440 pixels at a zoom of 200 %: half as many pixels of the page, each drawn with four of the screen. */
const ZOOMED = { width: 720, height: 450, scale: 2 };
/** The same of one of 1280 pixels. */
const NARROWER = { width: 640, height: 360 };
// English, whose words are longer, stands at 390 pixels in the tests of the pages
test.each(atLength(['zh-CN', 'en'] as const, ['zh-CN'] as const))(
  'at a zoom of 200 %% on screens of 1440 and 1280 pixels, in %s, every text can be read, also with wider spacing, and (in Chinese) every control used by keyboard',
  async (locale) => {
    const found = await onEachPage({ ...ZOOMED, locale }, async (page, of) => {
      const faults: Record<string, string[]> = { at720: [...(await cutOff(page)), ...(await unreadable(page))] };
      // the keys go the same way in both languages
      if (locale === 'zh-CN' && halfOf(0).includes(of)) Object.assign(faults, await walked(page));
      await page.setViewportSize(NARROWER);
      faults['at640'] = [...(await cutOff(page)), ...(await unreadable(page))];
      await spaceOut(page);
      faults['spaced'] = await unreadable(page);
      return faults;
    });
    expect(found).toEqual({});
  },
  300_000,
);

/** Pages that are no lists of the desk: nobody prints them. */
const NOT_PRINTED = ['sign-in', 'case-new', 'not-found', 'meeting-new', 'meeting-desk', 'import', 'wall', 'visit'];
test('on a desk every control is reached by keyboard, shows that it has the focus, and lies under nothing; and each list can be printed', async () => {
  const found = await onEachPage({ width: 1440, height: 900 }, async (page, of) => {
    const { name, path } = of;
    const faults = halfOf(1).includes(of) ? await walked(page) : {};
    if (NOT_PRINTED.includes(name) || path.includes('do=')) return faults;
    await paper(page);
    Object.assign(faults, { onPaper: await paperFaults(page) });
    await screen(page);
    return faults;
  });
  expect(found).toEqual({});
}, 300_000);

test('every dialog keeps the focus while it is open and gives it back to what opened it', async () => {
  const found: Record<string, string[]> = {};
  await Promise.all(
    DIALOGS.map(async (one) => {
      const open = await fixture.desk(one, one.look);
      opened.push(open);
      await open.page.goto(await addressOf(open.page, one.path));
      await settled(open.page);
      const faults = [...(await keepsTheFocus(open.page, one)), ...open.faults];
      if (faults.length > 0) found[one.name] = faults;
    }),
  );
  expect(found).toEqual({});
}, 240_000);

test('the checks themselves tell', async () => {
  const open = await fixture.desk({ as: 'leader' }, { width: 720, height: 450, scale: 2 });
  opened.push(open);
  await open.page.goto('/nowhere');
  await settled(open.page);
  await open.page.evaluate(() => {
    const add = (tag: string, text: string, style: string): HTMLElement => {
      const one = Object.assign(document.createElement(tag), { textContent: text });
      one.setAttribute('style', style);
      document.querySelector('main')!.append(one);
      return one;
    };
    add('button', '没有轮廓', 'outline: none !important; border: 0; background: none');
    add('div', '只能用鼠标', '').setAttribute('role', 'button');
    add('button', '被盖住', 'position: fixed; left: 9px; bottom: 9px');
    add('p', '放不下的一行字', 'width: 40px; height: 1.2em; overflow: hidden');
    add('p', '超出屏幕的一行字', 'position: absolute; left: 700px; white-space: nowrap');
  });
  const walk = await walkByKeyboard(open.page);
  expect(walk.unmarked.join()).toContain('没有轮廓');
  expect(walk.unreached.join()).toContain('只能用鼠标');
  expect(walk.covered.join()).toContain('被盖住');
  expect((await unreadable(open.page)).join()).toMatch(/cut off: 放不下[\s\S]*beside the screen: 超出/);
});

/** Hangs on a wall and is looked at. */
const NO_THUMB_REACHES = ['wall'];
test.each([
  [1440, 0],
  [390, 1],
] as const)(
  'at %i pixels nothing jumps while a slow service answers, and on a telephone a thumb hits whatever it presses',
  async (width, half) => {
    const look = { width, height: width === 390 ? 844 : 900 };
    const fast = slowService();
    try {
      const found = await onEachPage(
        look,
        async (page, { name }) => {
          const { sum, moved } = await shiftOf(page);
          const isForThumbs = width === 390 && !NO_THUMB_REACHES.includes(name);
          return { moved: sum < 0.1 ? [] : [sum, ...moved], small: isForThumbs ? await smallTargets(page) : [] };
        },
        { loading: watchedForShifts, pages: halfOf(half) },
      );
      expect(found).toEqual({});
    } finally {
      fast();
    }
  },
  240_000,
);

interface Shift {
  /** Cumulative layout shift, https://web.dev/articles/cls: below 0.1 is good. */
  sum: number;
  moved: string[];
}

/** Notes what moves in each page from its first picture on. */
async function watchedForShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shift: Shift = { sum: 0, moved: [] };
    (window as unknown as { shift: Shift }).shift = shift;
    type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    new PerformanceObserver((list) => {
      for (const one of list.getEntries() as Entry[]) {
        if (one.hadRecentInput) continue;
        shift.sum += one.value;
        for (const { node } of one.sources)
          shift.moved.push(
            `${one.value.toFixed(3)} ${node instanceof Element ? node.outerHTML.slice(0, 60) : node?.nodeName}`,
          );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Makes each answer of the service come late, until what it answers is called. Not by routes of the browser: a page whose requests are routed
 *  has no cache. */
function slowService(): () => void {
  const http = fixture.server.app.getHttpServer();
  const answers = http.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  http.removeAllListeners('request');
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = (): void => answers.forEach((one) => one.call(http, request, response));
    if (request.url?.startsWith('/api/') === true) setTimeout(answer, 200);
    else answer();
  });
  return () => {
    http.removeAllListeners('request');
    for (const one of answers) http.on('request', one);
  };
}
/** How much of the page moved between its first picture and its last. */
async function shiftOf(page: Page): Promise<Shift> {
  await page.waitForTimeout(150); // the last picture is drawn
  return page.evaluate(() => (window as unknown as { shift: Shift }).shift);
}
