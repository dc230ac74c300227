/** Parking by a leader, an extension asked for and granted, and signing out: through the pages, on the real service. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { leaveBrowser, openPage, settled, type OpenPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { builtDesk } from './invented-service.js';

interface Shown {
  state: string;
  dueOn: string;
  reviewOn: string | null;
  account: { extendedDays: number; remaining: number; paused: { from: string; to: string | null; reason: string }[] };
  extension: { days: number } | null;
}

let server: TestServer;
let unitId: string;
const open: OpenPage[] = [];

beforeAll(async () => {
  server = await startServer({ webFolder: process.env['XIAOHAO_DESK'] ?? builtDesk() });
  unitId = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('leader', ['leader'], server.units.root);
  await server.person('handler', ['handler'], unitId);
}, 180_000);
afterEach(async () => {
  for (const one of open.splice(0)) await one.leave();
});
afterAll(async () => {
  await leaveBrowser();
  await server.close();
});

async function working(title: string): Promise<string> {
  const clerk = await server.signIn('clerk');
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const id = uuid();
  const body = { id, title, description: '群众多次反映。', source: 'hotline', categoryId };
  await clerk.post('/api/cases').send(body).expect(201);
  const command = `/api/cases/${id}/commands`;
  await clerk.post(command).send({ id: uuid(), type: 'ASSIGN', leadUnitId: unitId }).expect(200);
  await (await server.signIn('handler')).post(command).send({ id: uuid(), type: 'ACCEPT' }).expect(200);
  return id;
}
const now = async (id: string): Promise<Shown> =>
  (await (await server.signIn('clerk')).get(`/api/cases/${id}`).expect(200)).body as Shown;

/** A browser of the person's own, already signed in, at this page. */
async function visit(username: string, path: string): Promise<Page> {
  const one = await openPage(server.url);
  open.push(one);
  await one.page.request.post('/api/session', { data: { username, password: `password of ${username}` } });
  await one.page.goto(path);
  await settled(one.page);
  return one.page;
}
/** Opens the form of an action and answers it. */
async function formOf(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click();
  const form = page.getByRole('dialog', { name });
  await form.waitFor();
  return { form, send: () => form.getByRole('button', { name, exact: true }).click() };
}

test('a leader parks a case with a reason and a day to look again, and its clock stands until it is resumed', async () => {
  const id = await working('老旧小区电梯改造');
  const page = await visit('leader', `/cases/${id}`);
  const { form, send } = await formOf(page, '挂账');
  await send();
  await form.getByText('请填写此项').first().waitFor();
  await form.getByLabel('理由').fill('等市里专项资金');
  await form.getByLabel('复核日期').fill('2026-04-01');
  await page.keyboard.press('Enter');
  await send();
  await page.getByText('已办理：挂账').waitFor();
  const parked = await now(id);
  expect([parked.state, parked.reviewOn, parked.account.paused.at(-1)!.reason]).toEqual([
    'parked',
    '2026-04-01',
    '等市里专项资金',
  ]);
  await page.getByText('挂账，4月1日 复核').waitFor();

  server.clock.set(Date.parse('2026-03-16T10:00:00+08:00'));
  const later = await visit('leader', `/cases/${id}`); // two weeks on, the leader signs in anew
  const resume = await formOf(later, '恢复整改');
  await resume.send();
  await later.getByText('已办理：恢复整改').waitFor();
  const resumed = await now(id);
  expect(resumed.account.remaining).toBe(parked.account.remaining); // a parked day costs nothing
  expect(resumed.dueOn > parked.dueOn).toBe(true);
});

test('a unit asks for five more days and the office grants them', async () => {
  const id = await working('河道清淤');
  const { dueOn } = await now(id);
  const unit = await visit('handler', `/cases/${id}`);
  const ask = await formOf(unit, '申请延期');
  await ask.form.getByLabel('申请天数').fill('5');
  await ask.form.getByLabel('理由').fill('连日降雨，机械无法进场');
  await ask.send();
  await unit.getByText('已办理：申请延期').waitFor();
  expect((await now(id)).dueOn).toBe(dueOn); // asking alone moves nothing

  const office = await visit('clerk', '/work');
  await office.getByRole('link', { name: /^同意延期/ }).click();
  const grant = office.getByRole('dialog', { name: '同意延期' });
  // what was asked, why, and both due days stand beside the form
  await grant.getByText('批准天数（申请 5 天）').waitFor();
  await grant.getByText('连日降雨，机械无法进场').waitFor();
  const beside = grant.locator('dl');
  await beside.getByText('批准后时限').waitFor();
  const days = (await beside.innerText()).match(/\d+月\d+日 周./g) ?? [];
  expect(days).toHaveLength(2);
  await grant.getByLabel(/批准天数/).fill('2');
  await office.waitForFunction(
    ([before]) => {
      const shown = document.querySelector('[role=dialog] dl')?.textContent?.match(/\d+月\d+日 周./g) ?? [];
      return shown.length === 2 && shown[1] !== before;
    },
    [days[1]] as const,
  );
  await grant.getByLabel(/批准天数/).fill('');
  await grant.getByRole('button', { name: '同意延期' }).click();
  await office.getByText('已办理：同意延期').waitFor();
  const granted = await now(id);
  expect([granted.account.extendedDays, granted.extension]).toEqual([5, null]);
  const history = office
    .getByRole('region', { name: '办理历程' })
    .or(office.locator('section', { hasText: '办理历程' }));
  await office.goto(`/cases/${id}`);
  await history.getByText('5 个工作日（申请 5 天）').waitFor();
  await history.getByText('连日降雨，机械无法进场').waitFor();
  await history.getByText('城东派出所').first().waitFor();
  expect(granted.dueOn > dueOn).toBe(true);
});

test('after signing out nothing can be read, and the next person starts at their own work', async () => {
  const page = await visit('leader', '/cases');
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByRole('button', { name: '登录' }).waitFor();
  expect((await page.request.get('/api/cases')).status()).toBe(401);
  await page.goto('/cases');
  await page.getByRole('button', { name: '登录' }).waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  await page.getByLabel('用户名').fill('clerk');
  await page.getByLabel('密码').fill('password of clerk');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '整改事项' }).waitFor();
});
