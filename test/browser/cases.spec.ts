/** The list of cases on the real service: columns that are remembered, one command for many with a result for each, the file and the print of
 *  what is shown. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import {
  axeFindings,
  cutOff,
  leaveBrowser,
  openPage,
  rawKeys,
  screenshot,
  settled,
  type Look,
  type OpenPage,
} from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { builtDesk } from './invented-service.js';
import { LOOKS } from './looks.js';

const TITLES = ['东街路灯不亮', '菜市场占道经营', '学校门口停车混乱'];
const NAMESPACES = ['cases', 'shell', 'values', 'form', 'terms'];

let server: TestServer;
let unitId: string;
let open: OpenPage | undefined;

beforeAll(async () => {
  server = await startServer({ webFolder: process.env['XIAOHAO_DESK'] ?? builtDesk() });
  unitId = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('handler', ['handler'], unitId);
  for (const title of TITLES) await assigned(title);
}, 180_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await server.close();
});

async function assigned(title: string): Promise<string> {
  const clerk = await server.signIn('clerk');
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const id = uuid();
  await clerk
    .post('/api/cases')
    .send({ id, title, description: '多次反映。', source: 'hotline', categoryId })
    .expect(201);
  await clerk.post(`/api/cases/${id}/commands`).send({ id: uuid(), type: 'ASSIGN', leadUnitId: unitId }).expect(200);
  return id;
}
interface Listed {
  items: { id: string; title: string; stage: string }[];
}
const listed = async (): Promise<Listed['items']> =>
  ((await (await server.signIn('handler')).get('/api/cases?limit=100').expect(200)).body as Listed).items;
const stageOf = async (title: string): Promise<string> => (await listed()).find((one) => one.title === title)!.stage;
const historyOf = async (id: string): Promise<{ type: string; payload: { text?: string } }[]> =>
  (await (await server.signIn('handler')).get(`/api/cases/${id}/history`).expect(200)).body as never;

async function visit(path = '/cases', look: Look = {}, username = 'handler'): Promise<Page> {
  open = await openPage(server.url, look);
  await open.page.request.post('/api/session', { data: { username, password: `password of ${username}` } });
  await open.page.goto(path);
  await settled(open.page);
  return open.page;
}
const row = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: title, exact: true }) });
const heads = (page: Page): Promise<string[]> => page.getByRole('columnheader').allInnerTexts();
async function choose(page: Page, ...titles: string[]): Promise<void> {
  for (const title of titles) await row(page, title).getByRole('checkbox').check();
  await page.getByRole('button', { name: '批量办理' }).click();
}

describe.each(LOOKS)('at $width pixels in $locale', (look) => {
  test('menus, selection and the bulk form can be used by everybody, are translated and fit', async () => {
    const page = await visit('/cases', look);
    const check = async (): Promise<void> => {
      expect(await axeFindings(page)).toEqual([]);
      expect(await rawKeys(page, NAMESPACES)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
    };
    const zh = look.locale === 'zh-CN';
    await page.getByText(zh ? '导出与打印' : 'Export and print', { exact: true }).click();
    await check();
    await page.keyboard.press('Escape');
    if (look.width < 600) {
      // a telephone has cards instead of columns, and chooses them one by one
      for (const box of (await page.locator('tbody .pick input').all()).slice(0, 2)) await box.check();
    } else {
      await page.getByText(zh ? '显示列' : 'Columns').click();
      for (const box of await page.locator('.menu[open] input[type=checkbox]').all()) await box.check();
      await check();
      await page.keyboard.press('Escape');
      await page.getByLabel(zh ? '选择已显示的事项' : 'Select the cases shown').check();
    }
    await check();
    await page.getByRole('button', { name: zh ? '批量办理' : 'Act on all' }).click();
    await page.getByRole('button', { name: zh ? '留言' : 'Comment' }).click();
    await check();
    expect(open!.faults).toEqual([]);
  });
});

test('the chosen columns stand in the list and are there again after a reload', async () => {
  const page = await visit();
  expect(await heads(page)).toEqual(['', '状态', '编号', '事项', '牵头单位', '阶段', '时限']);
  await page.getByText('显示列').click();
  await page.getByRole('checkbox', { name: '来源' }).check();
  await page.getByRole('checkbox', { name: '牵头单位' }).uncheck();
  await page.reload();
  await settled(page);
  expect(await heads(page)).toEqual(['', '状态', '编号', '事项', '来源', '阶段', '时限']);
});

test('one command goes to all chosen cases, and what one of them refuses is told beside the others', async () => {
  const ids = new Map((await listed()).map(({ id, title }) => [title, id]));
  const page = await visit();
  await choose(page, TITLES[0]!, TITLES[1]!);
  await page.getByRole('button', { name: '签收', exact: true }).click();
  // a colleague is faster with one of them
  await (
    await server.signIn('handler')
  )
    .post(`/api/cases/${ids.get(TITLES[1]!)!}/commands`)
    .send({ id: uuid(), type: 'ACCEPT' })
    .expect(200);
  await page.getByRole('button', { name: '签收（2 项）' }).click();
  await page.getByText('已办理 1 项，未通过 1 项').waitFor();
  const results = page.getByRole('list', { name: '办理结果' }).getByRole('listitem');
  expect(await results.filter({ hasText: TITLES[0]! }).innerText()).toContain('已办理');
  expect(await results.filter({ hasText: TITLES[1]! }).innerText()).toContain('他人');
  expect(await stageOf(TITLES[0]!)).toBe('deadline');

  // what was done is no longer chosen, what was refused still is
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await page.getByText('已选 1 项').waitFor();
  expect(await row(page, TITLES[1]!).getByRole('checkbox').isChecked()).toBe(true);
});

test('cases of different stages offer only what all allow, and an answer lost on the way does nothing twice', async () => {
  const ids = new Map((await listed()).map(({ id, title }) => [title, id]));
  const page = await visit();
  await choose(page, TITLES[0]!, TITLES[2]!);
  await page.getByRole('button', { name: '留言', exact: true }).click();
  expect(await page.getByRole('button', { name: /^(签收|填报进展|办结申报)$/ }).count()).toBe(0);
  await page.getByRole('dialog').getByLabel('内容').fill('请本周内报送照片');
  await page.route('**/api/commands', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: '留言（2 项）' }).click();
  await page.getByRole('alert').waitFor();
  await page.unroute('**/api/commands');
  await page.getByRole('button', { name: '留言（2 项）' }).click();
  await page.getByText('已办理 2 项，未通过 0 项').waitFor();
  for (const title of [TITLES[0]!, TITLES[2]!]) {
    const said = (await historyOf(ids.get(title)!)).filter(({ payload }) => payload.text === '请本周内报送照片');
    expect(said).toHaveLength(1);
  }
});

test('on a telephone several cases are chosen by the thumb, get one command, and each says what became of it', async () => {
  const page = await visit('/cases', { width: 390 });
  const [one, two] = [TITLES[0]!, TITLES[2]!];
  const cards = page.getByRole('row');
  for (const title of [one, two]) {
    const pick = cards.filter({ hasText: title }).locator('.pick label');
    const box = (await pick.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    await pick.tap();
  }
  // choosing opened none of them
  expect(new URL(page.url()).pathname).toBe('/cases');
  const bar = page.getByRole('region', { name: '批量办理' });
  await bar.getByText('已选 2 项').waitFor();
  const tabs = (await page.getByRole('navigation').boundingBox())!;
  const at = (await bar.boundingBox())!;
  expect(at.y + at.height).toBeLessThanOrEqual(tabs.y);
  expect(at.x + at.width).toBeLessThanOrEqual(390);
  await bar.getByRole('button', { name: '批量办理' }).tap();
  await page.getByRole('button', { name: '留言', exact: true }).tap();
  await page.getByRole('dialog').getByLabel('内容').fill('用手机批量留言');
  await page.getByRole('button', { name: '留言（2 项）' }).tap();
  await page.getByText('已办理 2 项，未通过 0 项').waitFor();
  const results = page.getByRole('list', { name: '办理结果' }).getByRole('listitem');
  for (const title of [one, two]) expect(await results.filter({ hasText: title }).innerText()).toContain('已办理');
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, 'bulk-390');
  const ids = new Map((await listed()).map(({ id, title }) => [title, id]));
  for (const title of [one, two])
    expect((await historyOf(ids.get(title)!)).filter(({ payload }) => payload.text === '用手机批量留言')).toHaveLength(
      1,
    );
});

test('the exported file holds the cases that the filters show, and no other', async () => {
  const page = await visit(`/cases?q=${encodeURIComponent('路灯')}`);
  await page.getByText('导出与打印', { exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出 CSV' }).click();
  const text = readFileSync(await (await coming).path(), 'utf8');
  expect(TITLES.map((title) => text.includes(title))).toEqual([true, false, false]);
  expect(await page.getByRole('link', { name: '导出 Excel', exact: true }).getAttribute('href')).toContain(
    'format=xlsx',
  );
});

test('on paper stand the rows without the means to change them, and how many there are', async () => {
  const page = await visit();
  await page.setViewportSize({ width: 688, height: 1000 }); // A4 between its margins
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(await page.getByRole('search').count()).toBe(0);
  await page.getByText('已列出 3 项，共 3 项').waitFor();
  await page.getByText('本单位').first().waitFor();
  expect(await heads(page)).toEqual(['状态', '编号', '事项', '牵头单位', '阶段', '时限']);
  expect(await cutOff(page)).toEqual([]);
});

test('extensions of many are granted as each was asked, and who grants them sees how much each asks and why', async () => {
  const handler = await server.signIn('handler');
  const asked: [string, number, string][] = [
    ['广场舞噪声', 3, '等检测报告'],
    ['河道垃圾', 5, '等船只调度'],
  ];
  const due = new Map<string, string>();
  for (const [title, days, reason] of asked) {
    const id = await assigned(title);
    const send = (type: string, more: object = {}) =>
      handler
        .post(`/api/cases/${id}/commands`)
        .send({ id: uuid(), type, ...more })
        .expect(200);
    await send('ACCEPT');
    const { body } = await send('REQUEST_EXTENSION', { days, reason });
    due.set(id, (body as { case: { dueOn: string } }).case.dueOn);
  }
  const page = await visit('/cases', {}, 'clerk');
  await choose(page, '广场舞噪声', '河道垃圾');
  await page.getByRole('button', { name: '同意延期', exact: true }).click();
  const list = page.getByRole('list', { name: '各事项申请的延期' }).getByRole('listitem');
  for (const [title, days, reason] of asked)
    expect(await list.filter({ hasText: title }).innerText()).toMatch(new RegExp(`申请 ${days} 个工作日 ?${reason}`));
  // what one of them asked for is no figure for the other
  expect(
    await page
      .getByRole('dialog')
      .getByText(/批准天数/)
      .count(),
  ).toBe(0);
  expect(await rawKeys(page, NAMESPACES)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, 'bulk-extensions-1440');
  await page.getByRole('button', { name: '同意延期（2 项）' }).click();
  await page.getByText('已办理 2 项，未通过 0 项').waitFor();
  const granted = await Promise.all(
    [...due.keys()].map(async (id) => {
      const { body } = await handler.get(`/api/cases/${id}`).expect(200);
      return (body as { account: { extendedDays: number } }).account.extendedDays;
    }),
  );
  expect(granted).toEqual([3, 5]);
});

test('what was assigned to many by mistake is taken back at once, for as long as the panel says', async () => {
  const clerk = await server.signIn('clerk');
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const titles = ['河堤护栏松动', '河堤台阶破损'];
  for (const title of titles)
    await clerk
      .post('/api/cases')
      .send({ title, description: '多次反映。', source: 'hotline', categoryId })
      .expect(201);
  const page = await visit('/cases', {}, 'clerk');
  await choose(page, ...titles);
  await page.getByRole('button', { name: '交办', exact: true }).click();
  await page.getByText('送出后写明到几点').waitFor();
  const box = page.getByRole('dialog').getByRole('combobox', { name: '牵头单位' });
  await box.click({ force: true });
  await box.fill('城东');
  await page.getByRole('option', { name: '城东派出所' }).locator('visible=true').click();
  await page.getByRole('button', { name: '交办（2 项）' }).click();
  await page.getByText('已办理 2 项，未通过 0 项').waitFor();
  await page.getByText(/\d{2}:\d{2} 之前、单位签收之前，2 项交办可以收回。/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await screenshot(page, 'bulk-undo-1440');
  await page.getByRole('button', { name: '收回这 2 项' }).click();
  await page.getByText('已收回 2 项，未通过 0 项').waitFor();
  const { items } = (await clerk.get('/api/cases?limit=100').expect(200)).body as Listed;
  for (const title of titles) expect(items.find((one) => one.title === title)!.stage).toBe('collected');
  // and on with the same, to the right unit
  await page.getByRole('button', { name: '重新交办这 2 项' }).click();
  await box.click({ force: true });
  await box.fill('城东');
  await page.getByRole('option', { name: '城东派出所' }).locator('visible=true').click();
  await page.getByRole('button', { name: '交办（2 项）' }).click();
  await page.getByText('已办理 2 项，未通过 0 项').waitFor();
});

test('a case raised in confidence is logged with its number elsewhere and a photograph, beside what is like it; each field says whether it is needed', async () => {
  const page = await visit('/cases/new', {}, 'clerk');
  const needed = async (id: string): Promise<string | null> => page.locator(`#${id}`).getAttribute('aria-required');
  for (const id of ['case-title', 'case-description', 'case-source', 'case-category'])
    expect([id, await needed(id)]).toEqual([id, 'true']);
  expect(await needed('case-elsewhere')).toBeNull();
  await page.getByLabel('事项', { exact: true }).fill('东街路灯又不亮了');
  await page.getByRole('complementary').getByRole('link', { name: TITLES[0]! }).waitFor();
  await page.getByLabel('问题描述').fill('夜里一片黑。');
  for (const [name, option] of [
    ['问题来源', '热线'],
    ['问题类别', '打击犯罪'],
  ] as const) {
    await page.getByRole('combobox', { name }).click({ force: true });
    await page.getByRole('option', { name: option, exact: true }).locator('visible=true').first().click();
  }
  // one choice: anonymous asks for nothing, in confidence for name and contact
  await page.getByLabel('匿名', { exact: true }).check();
  expect(await page.getByLabel('联系方式').count()).toBe(0);
  await page.getByLabel('保密', { exact: true }).check();
  await page.getByLabel('姓名').fill('钱守密');
  await page.getByLabel('联系方式').fill('13700001111');
  await page.getByText('按姓名查不到').waitFor();
  await page.getByLabel('外部编号').fill('12345-0099');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件 照片和材料' }).click();
  await (await chooser).setFiles({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('现场情况说明') });
  await page.getByText('说明.txt').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, 'new-case-1440');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('已登记：').waitFor();
  // the next call mostly comes the same way
  await page.getByRole('button', { name: '再登记一项' }).click();
  await page.locator('#page').getByText('热线', { exact: true }).waitFor();
  const clerk = await server.signIn('clerk');
  const { items } = (await clerk.get('/api/cases?q=12345-0099').expect(200)).body as Listed;
  expect(items.map(({ title }) => title)).toEqual(['东街路灯又不亮了']);
  const opened = await clerk.post(`/api/cases/${items[0]!.id}/raiser`).send({ reason: '核对登记信息' }).expect(200);
  expect(opened.body).toMatchObject({ name: '钱守密', confidential: true });
});

test('filters are kept as a view with an address of its own, and a standard text goes into a form', async () => {
  const page = await visit('/cases?stage=assigned', {}, 'clerk');
  await page.getByText('视图', { exact: true }).click();
  await page.getByLabel('保存当前的筛选和排序').fill('待签收');
  await page.getByRole('button', { name: '保存视图' }).click();
  await page.getByText('已保存“待签收”').waitFor();
  await page.goto(new URL(page.url()).pathname);
  await page.getByText('视图', { exact: true }).click();
  await page.getByRole('link', { name: '待签收 仅自己' }).click();
  await page.waitForURL(/view=[0-9a-f-]{36}/);
  expect(page.url()).toContain('stage=assigned');

  await page.goto('/texts');
  await page.getByRole('button', { name: '新增常用语' }).click();
  await page.getByLabel('名称').fill('催报照片');
  await page.getByLabel('内容').fill('请于三日内补报整改后的照片。');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存“催报照片”').waitFor();
  await page.goto('/cases?stage=assigned');
  await settled(page);
  await page.getByRole('link', { name: TITLES[2]!, exact: true }).click();
  await page.getByRole('button', { name: '留言', exact: true }).click();
  await page.getByLabel('在“内容”中插入常用语').selectOption('催报照片');
  expect(await page.getByRole('dialog').locator('textarea').first().inputValue()).toBe('请于三日内补报整改后的照片。');
});

test('in colours that the system chooses, what is chosen and where a field begins is said by lines', async () => {
  const page = await visit('/cases', {}, 'clerk');
  await page.emulateMedia({ forcedColors: 'active' });
  const line = (selector: string, property: 'outlineStyle' | 'borderTopStyle'): Promise<string> =>
    page
      .locator(selector)
      .locator('visible=true')
      .first()
      .evaluate((one, name) => getComputedStyle(one)[name], property);
  expect(await line('nav [aria-current=page]', 'outlineStyle')).toBe('solid');
  expect(await line('.filters .el-select__wrapper', 'borderTopStyle')).toBe('solid');
  expect(await line('.filters .el-input__wrapper', 'borderTopStyle')).toBe('solid');
  await page.goto('/report');
  await settled(page);
  await screenshot(page, 'forced-colors-1440');
  await page.goto('/inbox');
  await settled(page);
  expect(await line('[aria-pressed=true]', 'outlineStyle')).toBe('solid');
});
