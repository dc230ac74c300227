/** The closure-rate report on the real service: every number opens its cases, a past day can be compared, the table can be taken away. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
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
import { lateFixture, type LateFixture } from './late-fixture.js';
import { LOOKS, widths } from './looks.js';

const NAMESPACES = readdirSync(join(__dirname, '..', '..', 'web', 'locales', 'zh-CN')).map((file) =>
  file.replace('.json', ''),
);
let fixture: LateFixture;
let open: OpenPage | undefined;
beforeAll(async () => {
  fixture = await lateFixture();
}, 240_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await fixture?.server.close();
});

const THEMED: Look[] = LOOKS.map((look) => ({ ...look, theme: look.locale === 'en' ? 'dark' : 'light' }));

test.each(THEMED)('can be used by everybody, is translated and fits at $width in $locale', async (look) => {
  open = await fixture.visit('/report?compare=2026-03-31', look);
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
    open = await fixture.visit(`/report?by=${by}`);
    const { page } = open;
    const total = page.locator('tr.total').first();
    expect(await total.innerText()).toMatch(/14\.29%\s+1\s*合计 销号率的分子\s*\/\s*7/);
    const addresses = await page.locator('tbody a[href^="/cases?"]').evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href')!,
        said: Number(link.childNodes[0]!.textContent),
        // the median is a number of days, signing one of hours, and neither visits nor promises are cases
        counts: !/measure=(closingDays|signed&|visit|promise(Due|Kept))/.test(link.getAttribute('href')!),
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
  open = await fixture.visit('/report');
  const { page } = open;
  await page.getByLabel('统计至').fill('2026-03-04');
  await page.waitForURL(/asOf=2026-03-04/);
  await page.getByText('统计至 3月4日').waitFor();
  await page.getByLabel('统计至').fill('2026-12-31');
  await page.getByText('尚未到来').waitFor();
});

test('a day is typed as people write it; what is no day is said and changes nothing', async () => {
  open = await fixture.visit('/report');
  const { page } = open;
  const box = page.getByLabel('统计至');
  await box.fill('2026年3月4日');
  await box.press('Enter');
  await page.waitForURL(/asOf=2026-03-04/);
  expect(await box.inputValue()).toBe('2026-03-04');
  await box.fill('月底前');
  await box.press('Tab');
  await page.getByRole('alert').getByText('看不懂这个日期').waitFor();
  expect(await box.getAttribute('aria-invalid')).toBe('true');
  expect(page.url()).toMatch(/asOf=2026-03-04/);
  await box.fill('2026.3.5');
  await box.press('Enter');
  await page.waitForURL(/asOf=2026-03-05/);
  expect(await page.getByRole('alert').count()).toBe(0);
});

test.each(widths(390))('a day is picked by keyboard alone, at %i pixels', async (width) => {
  open = await fixture.visit('/report?asOf=2026-03-04', { width });
  const { page, faults } = open;
  const box = page.getByLabel('统计至', { exact: true });
  await box.focus();
  await page.keyboard.press('Alt+ArrowDown');
  const calendar = page.getByRole('dialog', { name: '选择日期 统计至' });
  await calendar.getByText('2026 年').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, `report-calendar-${width}`);
  for (const key of ['ArrowLeft', 'ArrowUp', 'Escape']) await page.keyboard.press(key);
  await calendar.waitFor({ state: 'detached' });
  expect(page.url()).toMatch(/asOf=2026-03-04/); // walked, not taken
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // the button beside the field
  await calendar.waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.waitForURL(/asOf=2026-03-03/);
  expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await calendar.count()).toBe(0);
  await page.getByRole('button', { name: '选择日期' }).first().click();
  await calendar.getByText('12', { exact: true }).click();
  await page.waitForURL(/asOf=2026-03-12/);
  expect(faults).toEqual([]);
});

test('the calendar speaks the language of the page, not that of the browser', async () => {
  open = await fixture.visit('/report?asOf=2026-03-04', { locale: 'zh-CN' });
  const { page } = open;
  await page.evaluate(() => localStorage.setItem('xiaohao.language', 'en'));
  await page.reload();
  await page.getByRole('button', { name: 'Choose a date' }).first().click();
  await page.getByRole('dialog', { name: 'Choose a date As of' }).getByText('March').waitFor();
  expect(await page.locator('input[type=date]').count()).toBe(0);
});

test('the table is downloaded as a workbook and as CSV, each rate beside its numerator and denominator', async () => {
  // in English: this browser, started without a locale of its own, cannot say a Chinese file name
  open = await fixture.visit('/report?by=source&from=2026-01-01', { locale: 'en' });
  const { page } = open;
  const taken = async (kind: string): Promise<{ name: string; bytes: Buffer }> => {
    await page.getByText('Export', { exact: true }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: kind }).click()]);
    await page.keyboard.press('Escape');
    return { name: file.suggestedFilename(), bytes: await readFile((await file.path())!) };
  };
  const workbook = await taken('Export to Excel');
  expect(workbook.name).toBe('closure-rate-Source-2026-04-14.xlsx');
  const { rows } = (await readXlsx(workbook.bytes)).sheets[0]! as { rows: unknown[][] };
  expect(rows[0]![0]).toBe('Closure report · As of 2026-04-14 · Received from 2026-01-01');
  expect(rows[1]!.slice(3, 6)).toEqual(['Closure rate Numerator', 'Closure rate Denominator', 'Closure rate']);
  expect(rows[2]!.slice(0, 6)).toEqual(['Hotline', new Date('2026-04-14T00:00:00Z'), 7, 1, 7, 0.1429]);
  const csv = await taken('Export as CSV');
  expect(csv.name).toBe('closure-rate-Source-2026-04-14.csv');
  const text = csv.bytes.toString('utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text.split('\r\n')[2]).toMatch(/^Hotline,2026-04-14,7,1,7,0\.1429,/);
});

test('on paper there are figures and no controls', async () => {
  open = await fixture.visit('/report');
  const { page } = open;
  await page.emulateMedia({ media: 'print' });
  await settled(page);
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
  expect(await page.getByLabel('统计至').isVisible()).toBe(false);
  expect(await page.locator('tr.total').first().isVisible()).toBe(true);
  await screenshot(page, 'report-print');
});

// The last, since it brings cases in.
test.each(widths(1440))(
  'cases imported as closed stand apart until they are asked for, at %i pixels',
  async (width) => {
    const clerk = await fixture.server.signIn('clerk');
    const header = '问题编号,问题描述,问题来源,问题类别,责任单位,反映时间,整改时限,完成时间,是否销号,整改措施';
    const rows = [1, 2, 3].map(
      (n) => `旧-${n},旧台账问题 ${n},热线,治安防范,城东派出所,2025-03-03,2025-03-20,2025-03-10,是,已更换`,
    );
    const ledger = Buffer.from([header, ...rows].join('\n'));
    await clerk.post('/api/ledger/import').attach('file', ledger, 'old.csv').expect(200);
    open = await fixture.visit('/report', { width });
    const { page, faults } = open;
    const total = page.locator('tr.total').first();
    await page.getByText('台账转入销号未计入各项比率').waitFor();
    expect(await total.innerText()).toMatch(/1\s*合计 销号率的分子\s*\/\s*7/);
    await page.getByText('各项含义').click();
    await page.getByText('从旧台账导入时已经销号，未在本系统办理、核查和回访。').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await page.getByRole('button', { name: '改为计入' }).click();
    await page.waitForURL(/takenOver=include/);
    await page.getByText('各项比率已计入台账转入销号').waitFor();
    await total.filter({ hasText: /4\s*合计 销号率的分子\s*\/\s*10/ }).waitFor();
    await page.getByRole('link', { name: '3 项' }).click();
    await page.waitForURL(/\/cases\?.*measure=takenOverClosed/);
    await page.getByText('旧台账问题 2').first().waitFor();
    expect(faults).toEqual([]);
  },
);
