/** An administrator sets the rules in a real browser: other numbers are tried on the past, saved as a version, and open cases moved to it. */
import type { Page } from 'playwright-core';
import { v4 as uuid } from 'uuid';
import {
  axeFindings,
  cutOff,
  leaveBrowser,
  openPage,
  rawKeys,
  settled,
  type Look,
  type OpenPage,
} from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { builtDesk } from './invented-service.js';
import { widths } from './looks.js';

let server: TestServer;
let open: OpenPage | undefined;
const ids: string[] = [];

beforeAll(async () => {
  server = await startServer({ webFolder: builtDesk(), now: '2026-03-02T10:00:00+08:00' });
  await server.person('clerk', ['clerk', 'auditor']);
  const clerk = await server.signIn('clerk');
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const leadUnitId = await server.unit('城东派出所');
  for (let n = 0; n < 3; n += 1) {
    const about = { title: '路灯不亮', description: '路灯全部不亮。', source: 'hotline', categoryId };
    const { body } = await clerk.post('/api/cases').send(about).expect(201);
    const { id } = (body as { case: { id: string } }).case;
    await clerk.post(`/api/cases/${id}/commands`).send({ id: uuid(), type: 'ASSIGN', leadUnitId }).expect(200);
    ids.push(id);
  }
  server.clock.set(Date.parse('2026-03-20T10:00:00+08:00'));
}, 240_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await server.close();
});

async function visit(path: string, look: Look = {}, username = 'admin'): Promise<Page> {
  open = await openPage(server.url, look);
  await open.page.request.post('/api/session', { data: { username, password: `password of ${username}` } });
  await open.page.goto(path);
  await settled(open.page);
  return open.page;
}
const WORDS = ['shell', 'admin', 'workflows', 'categories', 'form', 'values', 'diagram'];
const flawless = async (page: Page): Promise<void> => {
  expect([await axeFindings(page), await rawKeys(page, WORDS), await cutOff(page)]).toEqual([[], [], []]);
  expect(open!.faults).toEqual([]);
};

test.each(widths(1440))(
  'other numbers are tried on the cases of the past, and nothing is kept of it (%i wide)',
  async (width) => {
    const page = await visit('/admin/workflows/rectification/2', { width });
    await page.getByRole('button', { name: '改动数字并试算' }).click();
    const days = page.getByRole('spinbutton', { name: '整改时限（工作日）' });
    await days.fill('5');
    await days.press('Tab');
    await page.getByText('现为 15').waitFor();
    await page.getByRole('button', { name: '用过去的事项试算' }).click();
    await page.getByText('重演 3 件，其中 3 件会不同。').waitFor();
    await page.getByRole('row', { name: /逾期次数/ }).waitFor();
    expect((await page.getByRole('row', { name: /逾期次数/ }).innerText()).replace(/\s+/g, ' ')).toContain('+3');
    await page.getByText('逐件查看（3 件中的 3 件）').click();
    await page.getByText('ZG-2026-000001').waitFor();
    await settled(page);
    await flawless(page);
    await days.fill('6');
    await days.press('Tab');
    await page.getByText('下面仍是改动前的结果').waitFor();
    const { body } = await (await server.signIn('admin')).get('/api/workflows');
    expect((body as { name: string }[]).filter(({ name }) => name === 'rectification')).toHaveLength(2);
  },
);

test('numbers that pass no check are said beside them, and what was typed stays', async () => {
  const page = await visit('/admin/workflows/rectification/2');
  await page.getByRole('button', { name: '改动数字并试算' }).click();
  const soon = page.getByRole('spinbutton', { name: '到期前几个工作日亮黄灯' });
  await soon.fill('0');
  await soon.press('Tab');
  await page.getByRole('button', { name: '用过去的事项试算' }).click();
  await page.getByText('流程不能使用').waitFor();
  expect(await soon.inputValue()).toBe('0');
});

test('a version is saved with its reason, and the open cases are moved to it after a look at what becomes of each', async () => {
  const page = await visit('/admin/workflows/rectification/2');
  await page.getByRole('button', { name: '改动数字并试算' }).click();
  const days = page.getByRole('spinbutton', { name: '整改时限（工作日）' });
  await days.fill('10');
  await days.press('Tab');
  const save = page.getByRole('button', { name: '存为新版本' });
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('改动理由').fill('领导小组第三次会议定');
  await save.click();
  await page.waitForURL('**/admin/workflows/rectification/1001');
  await page.getByText('领导小组第三次会议定').waitFor();

  await page.getByRole('link', { name: '把办理中的事项转入本版本' }).click();
  await page.getByText('可转入 3 件，留在原版本 0 件').waitFor();
  await settled(page);
  await flawless(page);
  await page.getByRole('button', { name: '转入 3 件' }).click();
  await page.getByText('已转入 3 件，留在原版本 0 件').waitFor();
  await page.getByText('没有异常').waitFor();
  const { body } = await (await server.signIn('clerk')).get(`/api/cases/${ids[0]}`);
  expect(body).toMatchObject({ workflow: { version: 1001 }, dueOn: '2026-03-23' });
});

test('a case that stays is listed with its reason, on a telephone too', async () => {
  await server.test.database.pool.query(`UPDATE case_timer SET poisoned_at = now(), error = 'x' WHERE case_id = $1`, [
    ids[1],
  ]);
  const admin = await server.signIn('admin');
  const { policy } = (await admin.get('/api/workflows/rectification/1001')).body as { policy: object };
  const note = '再调一次';
  await admin.post('/api/workflows/rectification/versions').send({ base: 1001, policy: { ...policy, dueSoonDays: 2 }, note }).expect(201); // prettier-ignore
  const page = await visit('/admin/workflows/rectification/1002/migrate?from=1001', { width: 390 });
  await page.getByText('可转入 2 件，留在原版本 1 件').waitFor();
  await page.getByText('事项有定时出错停放，须先处理').waitFor();
  await settled(page);
  await flawless(page);
});

test('whoever may not change the rules reads them and is offered nothing', async () => {
  const page = await visit('/admin/workflows/rectification/1001', {}, 'clerk');
  await page.getByText('领导小组第三次会议定').waitFor();
  expect(await page.getByRole('button', { name: '改动数字并试算' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: '把办理中的事项转入本版本' }).count()).toBe(0);
});

test('days are set on a category, shown with where they come from, and who set them is told', async () => {
  const page = await visit('/admin/categories');
  const row = page.getByRole('row', { name: /打击犯罪/ });
  await row.getByText('流程统一时限').first().waitFor();
  await row.getByRole('button', { name: /^修改/ }).click();
  const days = page.getByRole('spinbutton', { name: /限期整改/ });
  await days.fill('8');
  await days.press('Tab');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await row.getByText('本类所设').waitFor();
  expect((await row.innerText()).replace(/\s+/g, ' ')).toContain('8 本类所设');
  await row.getByRole('button', { name: /^修改/ }).click();
  await page.getByText('时限改动记录').waitFor();
  await page.getByText(/管理员.*8 个工作日/).waitFor();
  await settled(page);
  await flawless(page);
});
