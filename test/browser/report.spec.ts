/** The closure-rate report on the real service: every number opens its cases, a past day can be compared, the table can be taken away. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  axeFindings,
  cutOff,
  leaveBrowser,
  rawKeys,
  screenshot,
  settled,
  type Look,
  type OpenPage,
} from '../support/browser.js';
import { lateBureau, type LateBureau } from './late-bureau.js';

const NAMESPACES = readdirSync(join(__dirname, '..', '..', 'web', 'locales', 'zh-CN')).map((file) =>
  file.replace('.json', ''),
);
let bureau: LateBureau;
let open: OpenPage | undefined;
beforeAll(async () => {
  bureau = await lateBureau();
}, 240_000);
afterEach(async () => {
  await open?.context.close();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await bureau?.server.close();
});

const LOOKS: Look[] = [1440, 390].flatMap((width) =>
  (['zh-CN', 'en'] as const).map((locale) => ({ width, locale, theme: locale === 'en' ? 'dark' : 'light' }) as const),
);

test.each(LOOKS)('can be used by everybody, is translated and fits at $width in $locale', async (look) => {
  open = await bureau.visit('/report?compare=2026-03-31', look);
  const { page, faults } = open;
  await page.locator('.trend svg').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await rawKeys(page, NAMESPACES)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  expect(faults).toEqual([]);
  await screenshot(page, `report-${look.locale}-${look.width}`);
});

test.each(['unit', 'category', 'source', 'meeting', 'month'])(
  'by %s: the numbers of the table open as many cases as they say',
  async (by) => {
    open = await bureau.visit(`/report?by=${by}`);
    const { page } = open;
    const total = page.locator('tr.total').first();
    expect(await total.innerText()).toMatch(/14\.29%\s+1\s*合计 销号率的分子\s*\/\s*7/);
    const addresses = await page.locator('tbody a[href^="/cases?"]').evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href')!,
        said: Number(link.childNodes[0]!.textContent),
        // the median is a number of days, and visits are not cases
        counts: !/measure=(closingDays|visit)/.test(link.getAttribute('href')!),
      })),
    );
    expect(addresses.length).toBeGreaterThan(5);
    for (const { href, said } of addresses.filter(({ counts }) => counts)) {
      const list = (await (await page.request.get(`/api${href}`)).json()) as { total: number };
      expect([href, list.total]).toEqual([href, said]);
    }
  },
);

test('stands for another day when asked, and says what it is compared with', async () => {
  open = await bureau.visit('/report');
  const { page } = open;
  await page.getByLabel('统计至').fill('2026-03-04');
  await page.waitForURL(/asOf=2026-03-04/);
  await page.getByText('统计至 3月4日').waitFor();
  await page.getByLabel('统计至').fill('2026-12-31');
  await page.getByText('尚未到来').waitFor();
});

test('the table is downloaded for a spreadsheet, with numerator and denominator', async () => {
  // in English: this browser, started without a locale of its own, cannot say a Chinese file name
  open = await bureau.visit('/report?by=source', { locale: 'en' });
  const { page } = open;
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('closure-rate-source-2026-04-14.csv');
  const text = await readFile((await file.path())!, 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text.split('\r\n')[2]).toMatch(/^Hotline,7,0\.1429,1,7,/);
});

test('on paper there are figures and no controls', async () => {
  open = await bureau.visit('/report');
  const { page } = open;
  await page.emulateMedia({ media: 'print' });
  await settled(page);
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
  expect(await page.getByLabel('统计至').isVisible()).toBe(false);
  expect(await page.locator('tr.total').first().isVisible()).toBe(true);
  await screenshot(page, 'report-print');
});
