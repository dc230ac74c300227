/** A ledger with every trouble comes in through the import desk: read, asked about, looked at, confirmed, written; on the real service. */
import type { Page } from 'playwright-core';
import { axeFindings, cutOff, rawKeys, screenshot, settled } from '../support/browser.js';
import { LOOKS } from './looks.js';
import { oneDesk } from './one-desk.js';
import { troubledLedger } from './troubled-ledger.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const desk = oneDesk(
  async (server) => {
    await server.person('clerk', ['clerk']);
    for (const name of ['城东分局', '治安支队']) await server.unit(name);
  },
  { now: '2026-07-06T10:00:00+08:00' },
);
const visit = (look = {}): Promise<Page> => desk.visit('/ledger/import', 'clerk', look);

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const mimeType = name.endsWith('.csv') ? 'text/csv' : XLSX;
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  await page.getByRole('grid').or(page.locator('ol.cards')).or(page.getByRole('alert')).first().waitFor();
  await settled(page);
}
interface Case {
  title: string;
  stage: string;
  leadUnit: { name: string } | null;
  dueOn: string | null;
}
const casesNow = async (): Promise<{ total: number; items: Case[] }> =>
  (await (await desk.server.signIn('clerk')).get('/api/cases?limit=100').expect(200)).body as {
    total: number;
    items: Case[];
  };
/** Forgets what was left at the desk, so that each test begins with nothing. */
async function tidy(page: Page): Promise<void> {
  const { items } = (await (await page.request.get('/api/ledger/drafts')).json()) as { items: { id: string }[] };
  for (const { id } of items) await page.request.delete(`/api/ledger/drafts/${id}`);
}

const THEMES = [
  ...LOOKS.map((look) => ({ ...look, theme: 'light' as const })),
  { width: 1440, locale: 'zh-CN' as const, theme: 'dark' as const },
];
test.each(THEMES)(
  'the $theme desk at $width pixels in $locale can be used by everybody, is translated and fits',
  async (look) => {
    const page = await visit(look);
    expect(await axeFindings(page)).toEqual([]);
    await choose(page, '台账.xlsx', troubledLedger());
    expect(await axeFindings(page)).toEqual([]);
    expect(await rawKeys(page, ['ledgerImport', 'shell', 'values'])).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(/constants|unitName|headerRow/);
    await screenshot(page, `import-desk-${look.theme}-${look.locale}-${look.width}`);
    expect(desk.open.faults).toEqual([]);
    await tidy(page);
  },
);

test('a ledger of 13 rows with every trouble is settled and written in ten presses of a key', async () => {
  const page = await visit();
  let presses = 0;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      presses += 1;
      await page.keyboard.press(key);
      await settled(page);
    }
  };
  const grid = page.getByRole('grid', { name: '台账各行与导入结果' });
  const lineOf = (line: number) =>
    grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: String(line), exact: true }) });
  const isAsked = (words: string): Promise<void> => page.locator('#question-asks').getByText(words).waitFor();
  await choose(page, '台账.xlsx', troubledLedger());
  presses += 2; // the button and the file

  // what is certain is shown with its reason
  for (const [line, words] of [
    [5, '城东分局 · 已销号'],
    [6, '城东分局 · 未办结'],
    [8, '并入'],
    [9, '不导入'],
    [15, '不导入'],
    [16, '不导入'],
  ] as const)
    await lineOf(line).getByText(words).first().waitFor();

  // each question in turn; Enter takes what is suggested, and where nothing is, it answers nothing
  await isAsked('没有“户政科”这个单位');
  await press('Enter');
  await isAsked('“李强”像是人名，不是单位');
  await press('Enter');
  await isAsked('“李强”像是人名，不是单位');
  await press('2');
  await isAsked('“2026-02-30”没有这一天');
  await press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  await lineOf(12).locator('[aria-selected=true], .at').first().waitFor({ state: 'attached' });
  await press('F2');
  await page.keyboard.type('2026-07-30'); // ten keys, in place of what stands there
  await press('Enter');
  await lineOf(12).getByText('城东分局 · 未办结 · 7月30日 到期').waitFor();
  expect((await casesNow()).total).toBe(0);

  await page.getByRole('button', { name: '写入全部 9 行' }).click();
  const confirm = page.getByRole('dialog', { name: '确认写入：台账.xlsx' });
  for (const words of ['新建 8 项', '1 项按已销号接收', '新建单位：户政科', '4 行不导入', '已发出的消息收不回来'])
    await confirm.getByText(words).waitFor();
  await screenshot(page, 'import-confirm');
  presses += 1;
  await press('Enter');
  await page.getByRole('heading', { name: '已写入 台账.xlsx' }).waitFor();
  expect(presses).toBe(10);

  const written = (await casesNow()).items.map((one) => [one.title, one.stage, one.leadUnit?.name ?? null, one.dueOn]);
  expect(written.reverse()).toEqual([
    ['东街路灯不亮，夜里看不清路', 'closed', '城东分局', '2026-03-31'],
    ['夜市油烟扰民', 'assigned', '城东分局', '2026-12-31'],
    ['小区电动车飞线充电', 'assigned', '城东分局', '2026-09-30'],
    ['办证窗口排队太久', 'assigned', '户政科', '2026-07-09'],
    ['证明材料重复提交', 'collected', null, null],
    ['停车收费不透明', 'assigned', '城东分局', '2026-07-30'],
    ['公示栏内容过期', 'assigned', '城东分局', '2026-08-31'],
    ['噪声投诉无人回复', 'assigned', '治安支队', '2026-05-31'],
  ]);

  // for a day it can be taken back, and the page says what that does; it stays in the list of imports
  await page
    .getByRole('link', { name: '下载对照表' })
    .or(page.getByRole('button', { name: '下载对照表' }))
    .first()
    .waitFor();
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  const undo = page.getByRole('dialog', { name: '撤销这次导入？' });
  await undo.getByText('这次新建的 8 项里').waitFor();
  await undo.getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByRole('dialog').getByText('已撤回 8 项').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '已撤销 台账.xlsx' }).waitFor();
  await page.getByRole('button', { name: '导入另一份' }).click();
  await page.getByRole('heading', { name: '以往的导入' }).waitFor();
  await page.getByText('已撤销').waitFor();
  expect(desk.open.faults).toEqual([]);
});

test('one row is answered alone, a draft that was left is offered and thrown away, and nothing was written', async () => {
  const before = (await casesNow()).total;
  const page = await visit();
  await tidy(page);
  const rows = ['甲,车管所', '乙,车管所', '丙,城东分局'].map((row) => `${row},2026-08-31`);
  await choose(page, '第二批.csv', Buffer.from(['反馈问题,责任单位,整改时限', ...rows].join('\n')));
  const question = page.locator('.question');
  await question.getByText('第 2 行，同样的共 2 行').waitFor();
  await page.getByLabel('只用于第 2 行').check();
  await question.getByRole('button', { name: /不填单位/ }).click();
  await question.getByText('第 3 行', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^待确认/ }).click();
  const grid = page.getByRole('grid');
  await grid.getByRole('rowheader').nth(1).waitFor({ state: 'detached' });
  await grid.getByRole('rowheader', { name: '3', exact: true }).waitFor();

  await page.getByRole('button', { name: '先放着' }).click();
  await page.getByRole('heading', { name: '没有完成的导入' }).waitFor();
  await page.getByRole('button', { name: '继续' }).click();
  await question.getByText('没有“车管所”这个单位').waitFor();
  await page.getByRole('button', { name: '丢弃' }).click();
  await page.getByRole('button', { name: '选择文件' }).waitFor();
  await page.getByText('第二批.csv').waitFor({ state: 'detached' });
  expect((await casesNow()).total).toBe(before);
});

test('of a thousand rows only those in sight are drawn, and the last is a key away', async () => {
  const page = await visit();
  const rows = Array.from({ length: 1_000 }, (_, n) => `第${n + 1}件：路灯不亮,城东分局,2026-08-31`);
  await choose(page, '千行.csv', Buffer.from(['反馈问题,责任单位,整改时限', ...rows].join('\n')));
  const grid = page.getByRole('grid');
  expect(await grid.getAttribute('aria-rowcount')).toMatch(/^100\d$/);
  await grid.focus();
  await page.keyboard.press('End');
  await grid.getByText('第1000件').waitFor();
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  await tidy(page);
});

test('what changed since is shown before anything is written, an import that was stopped goes on the next day, and what is remembered has a page', async () => {
  const page = await visit();
  await tidy(page);
  const before = (await casesNow()).total;
  const rows = Array.from(
    { length: 1_000 },
    (_, n) => `Z${n + 1},第${n + 1}件：积水,${n < 2 ? '北门所' : '城东分局'},2026-08-31`,
  );
  await choose(page, '停一停.csv', Buffer.from(['问题编号,反馈问题,责任单位,整改时限', ...rows].join('\n')));
  await page
    .locator('.question')
    .getByRole('button', { name: /新建单位/ })
    .click();
  const write = page.getByRole('button', { name: '写入全部 1,000 行' });
  await write.waitFor();

  // somebody makes the unit while the preview stands
  await desk.server.unit('北门所');
  await write.click();
  const dialog = page.getByRole('dialog', { name: '确认写入：停一停.csv' });
  await dialog.getByRole('button', { name: /^写入/ }).click();
  await page.getByText('预览之后情况有变').first().waitFor();
  expect((await casesNow()).total).toBe(before);
  await dialog.getByRole('button', { name: '再看看' }).click();
  await settled(page);

  // the counter is held, so that the import is under way for as long as it takes to stop it
  const client = await desk.server.test.database.pool.connect();
  await client.query('BEGIN; LOCK TABLE case_counter IN EXCLUSIVE MODE');
  await page.getByRole('button', { name: '写入全部 1,000 行' }).click();
  await dialog.getByRole('button', { name: /^写入/ }).click();
  await page.getByRole('heading', { name: '正在写入 停一停.csv' }).waitFor();
  await page.getByRole('button', { name: '停止写入' }).click();
  await settled(page);
  await client.query('COMMIT');
  client.release();
  await page.getByRole('heading', { name: '已停止写入：停一停.csv' }).waitFor();
  const written = (await casesNow()).total - before;
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(1_000);
  await screenshot(page, 'import-stopped');

  await page.getByRole('button', { name: '继续写入' }).click();
  await page.getByRole('grid').waitFor();

  // the next day it is offered, shown anew, and only the rest is written
  desk.server.clock.set(Date.parse('2026-07-07T08:30:00+08:00'));
  await page.request.post('/api/session', { data: { username: 'clerk', password: 'password of clerk' } });
  await page.goto('/ledger/import');
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('grid').waitFor();
  await page.getByRole('button', { name: /^写入全部/ }).click();
  await dialog.getByRole('button', { name: /^写入/ }).click();
  await page.getByRole('heading', { name: '已写入 停一停.csv' }).waitFor();
  expect((await casesNow()).total).toBe(before + 1_000);

  await page.getByRole('button', { name: '导入另一份' }).click();
  await page.getByRole('link', { name: '本单位台账用语' }).click();
  await page.getByLabel('台账里的写法').fill('整改完成的日子');
  await page.getByRole('combobox', { name: /^读作/ }).selectOption({ label: '整改时限' });
  await page.getByRole('button', { name: '增加' }).click();
  await page.getByText('“整改完成的日子”今后读作：整改时限').waitFor();
  await page.getByLabel('“整改完成的日子”读作').selectOption({ label: '完成时间' });
  await page.getByText('“整改完成的日子”今后读作：完成时间').waitFor();
  expect(await rawKeys(page, ['ledgerImport', 'shell'])).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  await screenshot(page, 'ledger-words');
  await page.setViewportSize({ width: 390, height: 844 });
  await settled(page);
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, 'ledger-words-390');
  await page.getByRole('button', { name: '删除“整改完成的日子”' }).click();
  await page.getByText('还没有本单位的用语').waitFor();
});
