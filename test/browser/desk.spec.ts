/** The frame of the desk in a real browser: signing in, both languages, access for everybody, and what happens when the service fails. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  axeFindings,
  chooseOption,
  cutOff,
  leaveBrowser,
  openPage,
  rawKeys,
  screenshot,
  settled,
  type Look,
  type OpenPage,
} from '../support/browser.js';
import { inventedService, type InventedService } from './invented-service.js';
import { LOOKS } from './looks.js';

const NAMESPACES = readdirSync(join(__dirname, '..', '..', 'web', 'locales', 'zh-CN')).map((file) =>
  file.replace('.json', ''),
);
const CASE = '/cases/00000000-0000-4000-8000-000000001000';

let service: InventedService;
let open: OpenPage | undefined;

beforeAll(async () => {
  service = await inventedService();
}, 180_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
  service.mood = 'fine';
  service.commands.length = 0;
  service.uploads.length = 0;
});
afterAll(async () => {
  await leaveBrowser();
  await service.close();
});

async function visit(path: string, look: Look = {}, signedIn = true): Promise<Page> {
  open = await openPage(service.address, look);
  if (signedIn) await open.page.request.post('/api/session', { data: { username: 'wang', password: 'right' } });
  await open.page.goto(path);
  await settled(open.page);
  return open.page;
}

/** Whether the text is drawn as itself: a missing glyph draws every character as the same box. */
function drawsApart(page: Page, characters: string): Promise<boolean> {
  return page.evaluate((text) => {
    const picture = (character: string): string => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
      const pen = canvas.getContext('2d')!;
      pen.font = `28px ${getComputedStyle(document.body).fontFamily}`;
      pen.fillText(character, 4, 32);
      return canvas.toDataURL();
    };
    const pictures = [...text].map(picture);
    return (
      new Set(pictures).size === pictures.length &&
      !pictures.includes(picture(' ')) &&
      !pictures.includes(picture('\uffff'))
    );
  }, characters);
}

const PAGES: [string, string, boolean][] = [
  ['the way in', '/sign-in', false],
  ['my work', '/work', true],
  ['the list of cases', '/cases', true],
  ['a case', CASE, true],
  ['the form of an action', `${CASE}?do=SUBMIT`, true],
  ['an unknown address', '/nowhere', true],
];

describe.each(LOOKS)('at $width pixels in $locale', (look) => {
  test.each(PAGES)('%s can be used by everybody, is translated and fits', async (name, path, signedIn) => {
    const page = await visit(path, look, signedIn);
    expect(await axeFindings(page)).toEqual([]);
    expect(await rawKeys(page, NAMESPACES)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    expect(open!.faults).toEqual([]);
    await screenshot(page, `${name.replaceAll(' ', '-')}-${look.locale}-${look.width}`);
  });
});

test('the checks themselves tell: a faint, an untranslated and a cut text are found', async () => {
  const page = await visit('/work');
  await page.evaluate(() => {
    const bad = Object.assign(document.createElement('p'), { textContent: 'cases.title 看不清也放不下的一行字' });
    bad.setAttribute('style', 'color:#ddd;background:#fff;width:60px;overflow:hidden;white-space:nowrap');
    document.querySelector('main')!.append(bad);
  });
  expect((await axeFindings(page)).map(({ rule }) => rule)).toContain('color-contrast');
  expect(await rawKeys(page, NAMESPACES)).toEqual(['cases.title']);
  expect(await cutOff(page)).toHaveLength(1);
});

test('in the dark the pages can be read as well', async () => {
  for (const path of ['/work', CASE]) {
    const page = await visit(path, { theme: 'dark' });
    expect(await axeFindings(page)).toEqual([]);
    await open!.leave();
  }
});

test('Chinese is drawn with Chinese glyphs', async () => {
  const page = await visit('/sign-in', {}, false);
  expect(await drawsApart(page, '销号整改座谈会办结回访')).toBe(true);
  // and the measure itself tells: private-use characters have no glyph anywhere
  expect(await drawsApart(page, '\ue0a1\ue0a2\ue0a3')).toBe(false);
});

test('who is not signed in is led to the way in, and from there to where they wanted to go', async () => {
  const page = await visit('/cases?stage=deadline', {}, false);
  await page.getByLabel('用户名').fill('wang');
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('用户名或密码不正确').waitFor();
  await page.getByLabel('密码').fill('right');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '整改事项' }).waitFor();
  expect(page.url()).toContain('stage=deadline');
});

test('the way in leads to no other site', async () => {
  const page = await visit('/sign-in?next=//example.org/', {}, false);
  await page.getByLabel('用户名').fill('wang');
  await page.getByLabel('密码').fill('right');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '我的工作' }).waitFor();
  expect(open!.faults).toEqual([]);
});

test('language and theme are remembered', async () => {
  const page = await visit('/work');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.className])).toEqual([
    'en',
    'dark',
  ]);
});

test('a list of ten thousand cases draws only what is seen, and brings more as one scrolls', async () => {
  const page = await visit('/cases');
  const rows = page.locator('tbody tr[aria-rowindex]');
  await rows.first().waitFor(); // the height grows with the first page as well, and that turn would be missing at the end
  const before = await rows.count();
  const lastDrawn = async (): Promise<number> => Number(await rows.last().getAttribute('aria-rowindex'));
  // Whoever scrolls to the end finds more there, as often as they like.
  for (let turn = 0; turn < 200 && (await lastDrawn()) <= 500; turn++) {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(50);
  }
  expect(await lastDrawn()).toBeGreaterThan(500);
  expect(await rows.count()).toBeLessThan(before * 2);
});

test('filters live in the address', async () => {
  const page = await visit('/cases?light=red');
  await chooseOption(page, '阶段', '整改');
  await page.waitForURL(/stage=deadline/);
  expect(page.url()).toContain('light=red');
  await page.getByLabel('编号末几位、标题、内容或座谈会').fill('没有这个词');
  await page.getByText('没有符合条件的事项').waitFor();
});

async function fillSubmission(page: Page): Promise<void> {
  await page.getByLabel('整改措施').fill('已划设限时车位 26 个，早晚高峰增派两个岗。');
  await page.getByRole('textbox', { name: '长效机制' }).fill('每月与市场管理方会商一次。');
}
const sendButton = (page: Page): ReturnType<Page['getByRole']> =>
  page.locator('.schema-form').getByRole('button', { name: '办结申报' });

test.each([
  ['Asia/Shanghai', '10月29日 09:30'],
  ['America/New_York', '10月28日 21:30'],
])('moments are said in the time of the office, %s', async (officeZone, said) => {
  open = await openPage(service.address);
  const { page } = open;
  await page.route('**/api/me', async (route) => {
    const response = await route.fetch();
    const me = (await response.json()) as object;
    await route.fulfill({ response, json: { ...me, officeZone } });
  });
  await page.request.post('/api/session', { data: { username: 'wang', password: 'right' } });
  await page.goto(CASE);
  await page.getByText(said).first().waitFor();
});

test('an action is sent with a client-made id, the version that was seen, and its evidence', async () => {
  const page = await visit(`${CASE}?do=SUBMIT`);
  await sendButton(page).click();
  await page.getByText('请填写此项', { exact: true }).first().waitFor();
  expect(service.commands).toEqual([]);
  await fillSubmission(page);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '整改后.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await sendButton(page).click();
  await page.getByText('已办理：办结申报').waitFor();
  expect(service.uploads).toHaveLength(1);
  expect(service.commands).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      type: 'SUBMIT',
      expectedVersion: 4,
      measure: '已划设限时车位 26 个，早晚高峰增派两个岗。',
      lastingMeasure: '每月与市场管理方会商一次。',
      evidence: ['00000000-0000-4000-8000-0000000000f1'],
    },
  ]);
});

test('a reply to an order names the order without asking for it', async () => {
  const page = await visit(`${CASE}?do=REPLY_ORDER`);
  await page.getByRole('textbox', { name: '回复' }).fill('明日起增派警力。');
  await page.locator('.schema-form').getByRole('button', { name: '回复督办单' }).click();
  await page.getByText('已办理：回复督办单').waitFor();
  expect(service.commands[0]).toMatchObject({ type: 'REPLY_ORDER', period: 1, rung: 'blue', text: '明日起增派警力。' });
});

test('a refusal by a rule is said in words and keeps what was typed', async () => {
  const page = await visit(`${CASE}?do=SUBMIT`);
  service.mood = 'refusing';
  await fillSubmission(page);
  await sendButton(page).click();
  await page.getByText('只有牵头单位可以办理').waitFor();
  expect(await page.getByLabel('整改措施').inputValue()).toContain('限时车位');
});

test('a session that ends while one types is renewed over the page, and what was typed is sent', async () => {
  const page = await visit(`${CASE}?do=SUBMIT`);
  await fillSubmission(page);
  service.mood = 'expired';
  await sendButton(page).click();
  await page.getByText('登录已过期，请重新登录').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('密码').fill('right');
  await page.keyboard.press('Enter');
  await page.getByText('已办理：办结申报').waitFor();
  expect(service.commands).toHaveLength(1);
});

test('a command written while the service is dead is kept, survives closing the page, and is sent once it is back', async () => {
  const page = await visit(`${CASE}?do=SUBMIT`);
  await fillSubmission(page);
  service.mood = 'dead';
  await sendButton(page).click();
  await page.getByText('1 项尚未送达').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.goto('about:blank');
  service.mood = 'fine';
  await page.goto('/work');
  await page.waitForFunction(() => !document.body.innerText.includes('尚未送达'));
  await settled(page);
  expect(service.commands).toHaveLength(1);
  expect(service.commands[0]).toMatchObject({ type: 'SUBMIT' });
});

test('half a form survives closing the page', async () => {
  const page = await visit(`${CASE}?do=SUBMIT`);
  await page.getByLabel('整改措施').fill('写到一半');
  await page.goto('about:blank');
  await page.goto(`${CASE}?do=SUBMIT`);
  await settled(page);
  expect(await page.getByLabel('整改措施').inputValue()).toBe('写到一半');
});

test('a dead service and a slow one are said in words', async () => {
  service.mood = 'dead';
  const page = await visit('/work', {}, false);
  await page.getByText('暂时连不上服务').waitFor();
  await page.getByRole('button', { name: '重试' }).waitFor();
  service.mood = 'slow';
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByText('网络较慢，请稍候…').waitFor();
});

test('the keyboard reaches the page past the navigation', async () => {
  const page = await visit('/work');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('page');
});
