/** A ledger comes in through the page: tried first, refused rows with their reasons, then imported; on the real service. */
import type { Page } from 'playwright-core';
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
import { LOOKS, widths } from './looks.js';

const LEDGER = `序号,问题编号,问题描述,责任单位,反映时间,是否销号,完成时间,领导批示
1,T1,路灯不亮,城东分局,2026-01-05,是,2026-01-15,已阅
2,T2,噪音扰民,城东分局,2026-02-03,否,,
3,T3,,城东分局,2026-02-03,否,,
4,T4,日期写错的一行,城东分局,2026-13-40,否,,
5,T2,噪音扰民还在,城东分局,2026-02-03,否,,`;

let server: TestServer;
let open: OpenPage | undefined;

beforeAll(async () => {
  server = await startServer({ webFolder: process.env['XIAOHAO_DESK'] ?? builtDesk() });
  await server.person('clerk', ['clerk']);
  await server.unit('城东分局');
}, 180_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await server.close();
});

async function visit(look: Look = {}): Promise<Page> {
  open = await openPage(server.url, look);
  await open.page.request.post('/api/session', { data: { username: 'clerk', password: 'password of clerk' } });
  await open.page.goto('/ledger/import');
  await settled(open.page);
  return open.page;
}
const choose = (page: Page, text: string, name = '台账.csv'): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const figures = (page: Page): Promise<string[]> => page.locator('dd.figure').allInnerTexts();
const casesNow = async (): Promise<number> =>
  ((await (await server.signIn('clerk')).get('/api/cases').expect(200)).body as { total: number }).total;

describe.each(LOOKS)('at $width pixels in $locale', (look) => {
  test.each(['light', 'dark'] as const)(
    'the %s page can be used by everybody, is translated and fits',
    async (theme) => {
      const page = await visit({ ...look, theme });
      expect(await axeFindings(page)).toEqual([]);
      await choose(page, LEDGER);
      await page.getByRole('table').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await rawKeys(page, ['ledgerImport', 'shell', 'values'])).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      expect(open!.faults).toEqual([]);
    },
  );
});

test('a file that is no ledger is refused whole, in words, and another can be chosen', async () => {
  const page = await visit();
  await choose(page, 'a,b\n1,2', '不是台账.csv');
  await page.getByRole('alert').waitFor();
  expect(await page.getByText('不是台账.csv').count()).toBe(1);
  await choose(page, LEDGER);
  await page.getByRole('heading', { name: '试算结果：可导入 2 项' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('the reasons of refused rows are said in the language of the reader', async () => {
  const page = await visit({ locale: 'en' });
  await choose(page, LEDGER);
  const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: '4', exact: true }) });
  await row.getByText('Neither a title nor a description').waitFor();
});

test('a ledger is tried without writing anything, then imported, and leads to its cases', async () => {
  const page = await visit();
  await choose(page, LEDGER);
  await page.getByRole('heading', { name: '试算结果：可导入 2 项' }).waitFor();
  expect(await figures(page)).toEqual(['5', '2', '1', '2']);
  const refused = page.getByRole('table', { name: '2 行未通过' });
  await refused.getByRole('row', { name: /^4 没有标题，也没有问题描述/ }).waitFor();
  await refused.getByRole('row', { name: /^5 .*2026-13-40/ }).waitFor();
  expect(await casesNow()).toBe(0);

  // the network fails in the middle: the file is still chosen, and nothing comes twice
  await page.route('**/api/ledger/import', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: '正式导入 2 项' }).click();
  await page.getByRole('alert').getByText('暂时连不上服务').waitFor();
  await page.unroute('**/api/ledger/import');
  await page.getByRole('button', { name: '正式导入 2 项' }).click();
  await page.getByRole('heading', { name: '已导入 0 项' }).waitFor();
  expect(await figures(page)).toEqual(['5', '0', '3', '2']);
  expect(await casesNow()).toBe(2);

  await choose(page, LEDGER.replaceAll(',T', ',U').replaceAll('噪音', '油烟').replace('路灯', '井盖'));
  await page.getByRole('button', { name: '正式导入 2 项' }).click();
  await page.getByRole('heading', { name: '已导入 2 项' }).waitFor();
  expect(await casesNow()).toBe(4);
  await page.getByRole('link', { name: '查看整改事项' }).click();
  await page.getByText('油烟扰民').first().waitFor();
});

describe('the columns of a foreign ledger', () => {
  const FOREIGN = '台账一览,,\n编码,群众说了什么,哪天说的\nF1,河道里有垃圾,2026-02-03\nF2,站牌被撞歪,2026-02-04';
  const readAs = (page: Page, header: string) => page.getByRole('combobox', { name: new RegExp(`列 ${header} 读作`) });

  test('are assigned by hand, tried again at once, remembered, and the ledger is imported', async () => {
    const before = await casesNow();
    const page = await visit();
    await choose(page, FOREIGN, '外来台账.csv');
    await page.getByRole('group', { name: '哪一行是表头？' }).waitFor();
    await page.getByRole('radio', { name: /^第 2 行：编码、群众说了什么/ }).check();
    await page.getByText('请至少把一列读作“问题描述”或“标题”。').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await readAs(page, '群众说了什么').focus();
    await readAs(page, '群众说了什么').selectOption('问题描述');
    await page.getByRole('heading', { name: '试算结果：可导入 2 项' }).waitFor();
    expect(await readAs(page, '群众说了什么').evaluate((one) => one === document.activeElement)).toBe(true);
    await readAs(page, '哪天说的').selectOption('反映时间');
    await readAs(page, '编码').selectOption('问题编号');
    await settled(page);
    expect(await casesNow()).toBe(before);

    // the same headers next time, in another order: read as they were corrected
    await page.reload();
    await settled(page);
    await choose(
      page,
      '哪天说的,编码,群众说了什么\n2026-02-03,F1,河道里有垃圾\n2026-02-05,F3,桥栏杆松了',
      '第二批.csv',
    );
    await page.getByRole('heading', { name: '试算结果：可导入 2 项' }).waitFor();
    await page.getByText('列对应关系').click();
    await page.getByText('已按您上次对同样表头的改动读取。').waitFor();
    expect(await readAs(page, '编码').inputValue()).toBe('externalId');
    await choose(page, FOREIGN, '外来台账.csv');
    await page.getByRole('button', { name: '正式导入 2 项' }).click();
    await page.getByRole('heading', { name: '已导入 2 项' }).waitFor();
    expect(await casesNow()).toBe(before + 2);
    const clerk = await server.signIn('clerk');
    const { items } = (await clerk.get(`/api/cases?q=${encodeURIComponent('河道里有垃圾')}`).expect(200)).body as {
      items: { title: string; collectedOn: string }[];
    };
    expect(items).toMatchObject([{ title: '河道里有垃圾', collectedOn: '2026-02-03' }]);
  });

  test('that were recognised stand there; a field goes from one column to the other, and back when recognised anew', async () => {
    const page = await visit();
    await choose(
      page,
      LEDGER.replace('领导批示', '承办单位').replaceAll(',T', ',V').replace('路灯', '树枝').replaceAll('噪音', '广告'),
    );
    await page.getByText('列对应关系').click();
    expect(await readAs(page, '责任单位').inputValue()).toBe('unitName');
    expect(await readAs(page, '承办单位').inputValue()).toBe('');
    await readAs(page, '承办单位').selectOption('责任单位');
    expect(await readAs(page, '责任单位').inputValue()).toBe('');
    await page.getByText('新建单位：已阅').waitFor();
    await page.getByRole('button', { name: '恢复自动识别' }).click();
    await page.getByText('新建单位：已阅').waitFor({ state: 'detached' });
    expect(await readAs(page, '责任单位').inputValue()).toBe('unitName');
  });

  test.each(widths(390))('the editor can be used by everybody and fits at %i pixels', async (width) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const page = await visit({ width, locale });
      await choose(page, LEDGER);
      await page.locator('.columns summary').click();
      expect(await axeFindings(page)).toEqual([]);
      expect(await rawKeys(page, ['ledgerImport', 'shell', 'values'])).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      await page.locator('.columns').scrollIntoViewIfNeeded();
      await screenshot(page, `import-columns-${locale}-${width}`);
      await open!.leave();
    }
  });
});
