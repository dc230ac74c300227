/** A list of some thousand cases on paper: all of it, or how much of it; with whose it is, what was asked and when. */
import type { Page } from 'playwright-core';
import { leaveBrowser, openPage, settled, type OpenPage } from '../support/browser.js';
import { INVENTED_CASES, PRINTED_CASES } from './invented-answers.js';
import { inventedService, type InventedService } from './invented-service.js';
import { paper, screen, sheetsOf } from './paper.js';

let service: InventedService;
let open: OpenPage | undefined;
beforeAll(async () => {
  service = await inventedService();
}, 180_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await service.close();
});

/** Opens the list; the browser's own dialog for printing is only counted. */
async function visit(path: string): Promise<Page> {
  open = await openPage(service.address);
  const { page } = open;
  await page.request.post('/api/session', { data: { username: 'wang', password: 'right' } });
  await page.addInitScript(() => {
    let asked = 0;
    window.print = () => (document.documentElement.dataset['printed'] = String(++asked));
  });
  await page.goto(path);
  await settled(page);
  return page;
}
const printed = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['printed']);
const rows = (page: Page): Promise<number> => page.locator('tbody tr[aria-rowindex]').count();
const head = (page: Page): Promise<string> => page.locator('.paper-head').innerText();
async function askToPrint(page: Page): Promise<void> {
  await page.getByText('导出与打印', { exact: true }).click();
  await page.getByRole('button', { name: '打印', exact: true }).click();
}

test('a list of many cases is read and printed whole, with office, question and time, no row cut, the head on every sheet', async () => {
  const page = await visit(
    `/cases?q=${encodeURIComponent('停车')}&light=red&unitId=00000000-0000-4000-8000-000000000005`,
  );
  // the rest of the list is held back until it has been said that it is under way
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((done) => (goOn = done));
  await page.route('**/api/cases?*', (route) => held.then(() => route.continue()));
  await askToPrint(page);
  await page.getByText(/^正在载入全部事项/).waitFor();
  goOn();
  await page.waitForFunction(() => document.documentElement.dataset['printed'] === '1', undefined, { timeout: 60_000 });
  await paper(page);
  expect(await rows(page)).toBe(PRINTED_CASES);
  const said = await head(page);
  for (const words of [
    '某市公安局',
    '王志远',
    '含“停车”；状态：红单；牵头单位：城东分局',
    `已列出 ${PRINTED_CASES.toLocaleString('en')} 项，共 ${PRINTED_CASES.toLocaleString('en')} 项`,
  ])
    expect(said).toContain(words);
  expect(said).toMatch(/打印于 \d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}/);
  const styles = await page.evaluate(() => {
    const of = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector)!);
    return [of('thead').display, of('tbody tr').breakInside, of('thead th').position];
  });
  expect(styles).toEqual(['table-header-group', 'avoid', 'static']);
  // by what a sheet holds: as many sheets as the rows need, and none that is empty
  const height = await page.evaluate(() => document.querySelector('main')!.getBoundingClientRect().height);
  await screen(page);
  const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
  expect(sheets).toBeGreaterThan(height / 1_100);
  expect(sheets).toBeLessThan(height / 800);
}, 240_000);

test('printed from the browser before all was read, the paper says how many of how many, and how to get the rest', async () => {
  const page = await visit('/cases');
  await paper(page);
  const drawn = await rows(page);
  expect(drawn).toBeGreaterThanOrEqual(100);
  expect(drawn).toBeLessThan(INVENTED_CASES);
  expect(await head(page)).toContain(`只列出已载入的前 ${drawn} 项，共 10,000 项`);
  expect(await head(page)).toContain('再点“打印”');
  // and no white sheets for the rows that are not there
  const { height, last } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    last: [...document.querySelectorAll('tbody tr')].at(-1)!.getBoundingClientRect().bottom + window.scrollY,
  }));
  expect(height - last).toBeLessThan(200);
});

test('reading a long list for the printer can be stopped, and nothing is printed then', async () => {
  const page = await visit('/cases');
  await page.route('**/api/cases?**', async (route) => {
    await new Promise((done) => setTimeout(done, 100));
    await route.continue();
  });
  await askToPrint(page);
  await page.getByRole('button', { name: '停止' }).click();
  await page.getByText(/^正在载入全部事项/).waitFor({ state: 'detached' });
  await page.waitForTimeout(400);
  expect(await printed(page)).toBeUndefined();
});

test('a page that was left on paper, in forced colours and without a network comes back as it was first', async () => {
  const look = { width: 800, height: 500 };
  const first = await openPage(service.address, look);
  await first.page.goto('/sign-in');
  await paper(first.page);
  await first.page.emulateMedia({ forcedColors: 'active', contrast: 'more' });
  await first.context.setOffline(true);
  await first.leave();
  open = await openPage(service.address, look);
  const { page } = open;
  expect(page).toBe(first.page);
  await page.goto('/sign-in');
  const asked = ['print', '(forced-colors: active)', '(prefers-contrast: more)', '(prefers-color-scheme: dark)'];
  const found = await page.evaluate((all) => all.filter((one) => matchMedia(one).matches), asked);
  expect([found, page.viewportSize()]).toEqual([[], look]);
});
