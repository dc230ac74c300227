/** Every page in the oldest browser that is supported, Chromium 86; and what a browser that is older still is told. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { leaveBrowser, oldestBrowser, openPage } from '../support/browser.js';
import { atLength } from '../support/length.js';
import { photograph } from '../support/photographs.js';
import { addressOf, DESK_PAGES } from './desk-pages.js';
import { builtDesk } from './invented-service.js';
import { wholeFixture, type WholeFixture } from './whole-fixture.js';

let fixture: WholeFixture;
let old: Awaited<ReturnType<typeof oldestBrowser>>;
let context: BrowserContext;
const ACCOUNTS: Record<string, string> = { 'service-handler': 'east' };

beforeAll(async () => {
  fixture = await wholeFixture();
  old = await oldestBrowser();
  context = old.browser.contexts()[0]!;
}, 240_000);
afterAll(async () => {
  await old?.close();
  await leaveBrowser();
  await fixture?.server.close();
});

async function openedBy(as: string | undefined): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  await page.goto(`${fixture.server.url}/seal.svg`);
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
  if (as !== undefined) {
    const username = ACCOUNTS[as] ?? as;
    const status = await page.evaluate(
      async (body) =>
        (await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status,
      JSON.stringify({ username, password: `password of ${username}` }),
    );
    expect(status).toBe(200);
  }
  faults.length = 0;
  return { page, faults };
}
/** An address with its ids filled in, asked by the page itself: the old browser has no cookies outside of its pages. */
async function filled(page: Page, path: string): Promise<string> {
  const request = {
    get: async (address: string) => {
      const body = await page.evaluate(async (asked) => (await fetch(asked)).text(), address);
      return { json: () => JSON.parse(body) as unknown };
    },
  };
  return addressOf({ request } as unknown as Page, path);
}

it('is Chromium 86', () => expect(old.browser.version()).toMatch(/^86\./));

it('knows the selectors of the style sheets: one that it does not know takes its whole rule along', () => {
  const folder = join(builtDesk(), 'assets');
  const unknown = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/[^{}]*:(?:is|where|has)\([^{}]*(?={)/g) ?? []);
  expect(unknown).toEqual([]);
});

it('puts what lies over a page where it belongs', async () => {
  const { page } = await openedBy('service-handler');
  await page.goto(`${fixture.server.url}/work`);
  await page.waitForFunction(() => document.querySelector('.skip') !== null);
  // the way past the navigation is out of sight until the keyboard reaches it
  expect(await page.evaluate(() => document.querySelector('.skip')!.getBoundingClientRect().right)).toBeLessThan(0);
  await page.close();
});

/** Every second page in the ordinary suite: what an old browser stumbles over stands in the parts that pages share. */
const OPENED = atLength(
  DESK_PAGES,
  DESK_PAGES.filter((_, at) => at % 2 === 0),
);

it.each(OPENED)('$name opens, says its title and its rows, and throws nothing', async ({ path, as, isEmpty }) => {
  const { page, faults } = await openedBy(as);
  try {
    await page.goto(`${fixture.server.url}${await filled(page, path)}`);
    await page.waitForFunction(
      (lines) => {
        const text = document.querySelector('#desk')?.textContent ?? '';
        const waits = document.querySelector('[aria-busy=true], .loading-rows, .el-skeleton') !== null;
        const rows = document.querySelectorAll(lines).length;
        const isHere = location.pathname === '/nowhere' || rows > 0;
        return document.querySelector('h1, h2, table') !== null && text.length > 40 && !waits && isHere;
      },
      // a page that has nothing to show says so
      isEmpty === true ? 'main .empty' : 'tbody tr, main li, main dt, main input, main .row, form input',
      { timeout: 30_000 },
    );
    const shown = await page.evaluate(() => ({
      text: document.querySelector('#desk')!.textContent!,
      // the style sheets were read: the page is laid out and not a list of links
      laidOut: getComputedStyle(document.querySelector('#desk')!.firstElementChild!).display,
    }));
    expect(faults).toEqual([]);
    expect(shown.text).not.toMatch(/页面出错/);
    expect(shown.laidOut).not.toBe('inline');
  } finally {
    await page.close();
  }
});

it('sends what is typed: a comment on a case arrives', async () => {
  const { page, faults } = await openedBy('service-handler');
  await page.goto(`${fixture.server.url}${await filled(page, '/cases/:case?do=COMMENT')}`);
  // by the page itself: what playwright types with asks more of a browser than the desk does
  await page.waitForFunction(() => document.querySelector('[role=dialog] textarea') !== null);
  await page.evaluate(() => {
    const box = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')!;
    box.value = '旧浏览器上的留言';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector<HTMLButtonElement>('[role=dialog] button[type=submit]')!.click();
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main .prose')].some((one) => one.textContent!.includes('旧浏览器上的留言')),
  );
  expect(faults).toEqual([]);
  await page.close();
});

it('leads to what is missing in a form, and opens the calendar of a day', async () => {
  const { page, faults } = await openedBy('service-handler');
  await page.goto(`${fixture.server.url}${await filled(page, '/cases/:case?do=COMMENT')}`);
  await page.waitForFunction(() => document.querySelector('[role=dialog] textarea') !== null);
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('[role=dialog] button[type=submit]')!.click());
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.close();
  const { page: clerk, faults: more } = await openedBy('clerk');
  await clerk.goto(`${fixture.server.url}/cases/new`);
  await clerk.waitForFunction(() => document.querySelector('#case-title') !== null);
  await clerk.evaluate(() => document.querySelector<HTMLButtonElement>('form button[type=submit]')!.click());
  await clerk.waitForFunction(() => document.activeElement?.id === 'case-title');
  await clerk.goto(`${fixture.server.url}/meetings/new`);
  await clerk.waitForFunction(() => document.querySelector('button[aria-haspopup=dialog]') !== null);
  await clerk.evaluate(() => document.querySelector<HTMLButtonElement>('button[aria-haspopup=dialog]')!.click());
  await clerk.waitForFunction(() => document.activeElement?.closest('.el-date-table') != null);
  // whether a kept draft has become a case is asked of the service, which mostly knows of none
  expect([...faults, ...more].filter((fault) => !fault.startsWith('Failed to load resource'))).toEqual([]);
  await clerk.close();
});

it('makes a photograph smaller and sends it with a report', async () => {
  const { page, faults } = await openedBy('service-handler');
  const east = await fixture.server.signIn('east');
  const { items } = (await east.get('/api/cases?stage=assigned').expect(200)).body as { items: { id: string }[] };
  const { id } = items[0]!;
  await east.post(`/api/cases/${id}/commands`).send({ id: crypto.randomUUID(), type: 'ACCEPT' }).expect(200);
  await page.goto(`${fixture.server.url}/cases/${id}?do=PROGRESS`);
  await page.waitForFunction(() => document.querySelector('[role=dialog] input[name=evidence]') !== null);
  const bytes = (await photograph({ width: 3000, height: 2000 })).toString('base64');
  await page.evaluate((photo) => {
    const box = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')!;
    box.value = '旧浏览器上的照片';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    const chosen = new DataTransfer();
    const content = Uint8Array.from(atob(photo), (one) => one.charCodeAt(0));
    chosen.items.add(new File([content], '现场.jpg', { type: 'image/jpeg' }));
    const input = document.querySelector<HTMLInputElement>('[role=dialog] input[name=evidence]')!;
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, bytes);
  await page.waitForFunction(() => document.querySelector('[role=dialog] .files li img') !== null);
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('[role=dialog] button[type=submit]')!.click());
  await page.waitForFunction(() => document.querySelector('main section img, main section .kind') !== null);
  expect(faults).toEqual([]);
  await page.close();
});

it.each(['zh-CN', 'en'] as const)('tells an older browser in words what to use instead, in %s', async (locale) => {
  const { page, context: present } = await openPage(fixture.server.url, { locale });
  await page.addInitScript(() => {
    delete (Element.prototype as Partial<Element>).replaceChildren;
  });
  await page.goto('/work');
  const told = page.getByRole('alert');
  await told.waitFor();
  const text = await told.innerText();
  expect(text).toContain(locale === 'en' ? 'This browser is too old' : '浏览器版本过旧');
  expect(text).toMatch(/360.*13/);
  expect(text).toMatch(/86/);
  expect(await page.locator('#desk').count()).toBe(0);
  await present.close();
});
