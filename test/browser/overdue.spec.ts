/** The overdue review in a real browser on the real service, and the leader's journey from the red orders to a case behind the rate. */
import { readdirSync } from 'node:fs';
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
import { lateFixture, type LateFixture } from './late-fixture.js';
import { LOOKS } from './looks.js';

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
  open = await fixture.visit('/overdue', look);
  const { page, faults } = open;
  for (const state of ['list', 'case']) {
    if (state === 'case') {
      await page.locator('.choose').first().click();
      await page.keyboard.press('w');
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(await rawKeys(page, NAMESPACES)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await screenshot(page, `overdue-${state}-${look.locale}-${look.width}`);
  }
  expect(faults).toEqual([]);
});

test('goes from case to case by keyboard, says where one is, and is at the same place after a reload', async () => {
  open = await fixture.visit('/overdue');
  const { page } = open;
  const current = page.locator('[aria-current="true"] .title');
  for (const key of ['j', 'j', 'j', 'k']) {
    await page.keyboard.press(key);
    await settled(page);
  }
  expect(await current.textContent()).toBe(fixture.red[1]);
  await page.getByText('第 2 项，共 6 项').waitFor({ state: 'attached' });
  await page.reload();
  await settled(page);
  expect(await current.textContent()).toBe(fixture.red[1]);
  // letters that are typed are typed
  await page.keyboard.press('j');
  await page.keyboard.press('i');
  await page.keyboard.type('jjkx');
  expect(await page.getByRole('textbox', { name: '要求单位做什么' }).inputValue()).toBe('jjkx');
});

test('words written for one case stay with it: the next case starts without them, and they survive a reload', async () => {
  open = await fixture.visit('/overdue');
  const { page } = open;
  const box = page.getByRole('textbox', { name: '要求单位做什么' });
  await page.locator('.choose').nth(0).click();
  await page.keyboard.press('i');
  await box.fill('请于周五前现场办结');
  await page.locator('.choose').nth(1).click();
  await settled(page);
  expect(await box.count()).toBe(0);
  await page.keyboard.press('i');
  expect(await box.inputValue()).toBe('');
  await page.reload();
  await settled(page);
  await page.locator('.choose').nth(0).click();
  expect(await box.inputValue()).toBe('请于周五前现场办结');
  await box.fill('');
});

test('narrows to a unit and a level in the address, and says so where nothing is left', async () => {
  open = await fixture.visit('/overdue');
  const { page } = open;
  await page.getByRole('button', { name: /城东派出所 约谈/ }).click();
  await page.waitForURL(/rung=talk/);
  expect(await page.locator('.choose').count()).toBe(3);
  await page.getByRole('button', { name: /^橙单/ }).click();
  await page.getByText('没有符合条件的逾期事项').waitFor();
  await page.getByRole('button', { name: '显示全部' }).click();
  expect(await page.locator('.choose').count()).toBe(6);
});

test('a leader signs three red orders and waives one with a reason, then drills from the rate to a case', async () => {
  open = await fixture.visit('/overdue');
  const { page, faults } = open;
  for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) {
    await page.keyboard.press(key);
    await settled(page);
  }
  await page.keyboard.press('s');
  await page.keyboard.type('同意通报');
  await page.getByRole('button', { name: '签批 3 张督办单' }).click();
  await page.locator('.results li').nth(2).waitFor();
  expect(await page.locator('.results li').allInnerTexts()).toEqual(
    Array.from({ length: 3 }, () => expect.stringMatching(/红单\s*ZG-2026-\d{6}\s*已签批/)),
  );
  // the place is kept: the third case, in the third row
  expect(await page.locator('[aria-current="true"] .title').textContent()).toBe(fixture.red[2]);
  expect(await page.locator('.title').allTextContents()).toEqual(expect.arrayContaining(fixture.red));
  await page.locator('.choose').nth(3).click();
  await page.getByRole('button', { name: '免除', exact: true }).click();
  await page.getByRole('button', { name: '免除 1 张督办单' }).click();
  await page.getByText('请写明免除的理由').waitFor();
  await page.getByRole('textbox', { name: '免除的理由' }).fill('连日暴雨，无法施工');
  await page
    .getByLabel(/^复核日期/)
    .first()
    .fill('2026-04-20');
  await page.getByRole('button', { name: '免除 1 张督办单' }).click();
  await page.locator('.results').getByText('已免除').waitFor();
  await screenshot(page, 'overdue-decided');

  const leader = await fixture.server.signIn('leader');
  const { items } = (await leader.get('/api/overdue').expect(200)).body as {
    items: { title: string; orders: { rung: string; status: string; acts: { text: string }[] }[] }[];
  };
  const reds = fixture.red.map((title) =>
    items.find((one) => one.title === title)!.orders.find(({ rung }) => rung === 'red')!,
  );
  expect(reds.map(({ status, acts }) => [status, acts[0]!.text])).toEqual([
    ['signed', '同意通报'],
    ['signed', '同意通报'],
    ['signed', '同意通报'],
    ['waived', '连日暴雨，无法施工'],
  ]);

  await page.getByRole('link', { name: '销号率报表' }).click();
  await page.getByRole('link', { name: '1 销号率的分子' }).first().click();
  await page.waitForURL(/\/cases\?measure=resolved&asOf=2026-04-14/);
  await page.getByRole('link', { name: '窗口排队时间过长' }).click();
  await page.getByRole('heading', { name: '窗口排队时间过长' }).waitFor();
  expect(faults).toEqual([]);
});

test('on a telephone a leader instructs several at once, and each says what became of it', async () => {
  open = await fixture.visit('/overdue', { width: 390 });
  const { page, faults } = open;
  for (const at of [0, 1, 4]) await page.locator('.tick').nth(at).tap();
  const form = page.getByRole('form', { name: '处理' }).or(page.locator('form.decision'));
  await form.getByRole('button', { name: '批示', exact: true }).tap();
  await form.getByRole('textbox').fill('本周内报结果');
  await form.getByRole('button', { name: '批示 3 项' }).tap();
  await page.locator('.results li').nth(2).waitFor();
  expect(await page.locator('.results li').allInnerTexts()).toEqual(
    Array.from({ length: 3 }, () => expect.stringMatching(/ZG-2026-\d{6}\s*已批示/)),
  );
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, 'overdue-many-390');
  await page.getByRole('button', { name: '知道了' }).tap();
  await form.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

test('a refused decision says why and keeps what was typed', async () => {
  open = await fixture.visit('/overdue');
  const { page } = open;
  await page.route('**/api/orders/batch', (route) => route.abort());
  await page.locator('.choose').first().click();
  await page.keyboard.press('i');
  await page.keyboard.type('三日内办结');
  await page.getByRole('button', { name: '批示 1 项' }).click();
  await page.getByText('暂时连不上服务').waitFor();
  expect(await page.getByRole('textbox').inputValue()).toBe('三日内办结');
  await page.unroute('**/api/orders/batch');
  await page.getByRole('button', { name: '批示 1 项' }).click();
  await page.locator('.results').getByText('已批示').waitFor();
});

test('says what changed since the last visit', async () => {
  open = await fixture.visit('/overdue');
  const { page } = open;
  // as if the last visit lay two hours back, before two of the cases were late and when one was still orange
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('xiaohao.overdue.'))!;
    const { last } = JSON.parse(localStorage.getItem(key)!) as { last: { at: number; cases: Record<string, number> } };
    const [first, second, third, ...others] = Object.keys(last.cases);
    const cases = { [first!]: 2, ...Object.fromEntries(others.map((id) => [id, last.cases[id]!])), gone: 1 };
    void second;
    void third;
    localStorage.setItem(key, JSON.stringify({ before: null, last: { at: last.at - 7_200_000, cases } }));
  });
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: '新增逾期 2 项' }).waitFor();
  await page.getByRole('button', { name: '升级 1 项' }).waitFor();
  await page.getByText('已解除 1 项').waitFor();
  await page.getByRole('button', { name: '新增逾期 2 项' }).click();
  expect(await page.locator('.choose').count()).toBe(2);
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: '新增逾期 2 项' }).waitFor();
});
