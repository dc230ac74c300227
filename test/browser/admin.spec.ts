/** Administration in a real browser on the real service: a unit and a person who can then sign in, a year of the calendar, parked timers. */
import type { Page } from 'playwright-core';
import type TestAgent from 'supertest/lib/agent.js';
import { v4 as uuid } from 'uuid';
import {
  axeFindings,
  chooseOption,
  cutOff,
  leaveBrowser,
  openPage,
  rawKeys,
  screenshot,
  settled,
  walkTo,
  type Look,
  type OpenPage,
} from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { builtDesk } from './invented-service.js';
import { LOOKS } from './looks.js';

let server: TestServer;
let open: OpenPage | undefined;
let admin: TestAgent;
let caseId: string;

beforeAll(async () => {
  // a few days before the year that nobody has announced yet
  server = await startServer({ webFolder: builtDesk(), now: '2026-12-21T10:00:00+08:00' });
  admin = await server.signIn('admin');
  await server.person('clerk', ['clerk']);
  const clerk = await server.signIn('clerk');
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const about = { title: '路灯不亮', description: '路灯全部不亮。', source: 'hotline', categoryId };
  const { body } = await clerk.post('/api/cases').send(about).expect(201);
  caseId = (body as { case: { id: string } }).case.id;
  await clerk
    .post(`/api/cases/${caseId}/commands`)
    .send({ id: uuid(), type: 'ASSIGN', leadUnitId: await server.unit('治安支队') })
    .expect(200);
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
const save = (page: Page): Promise<void> => page.getByRole('button', { name: '保存', exact: true }).click();

test('an administrator opens a unit and a person in it, who can then sign in', async () => {
  const page = await visit('/admin/units');
  await page.getByRole('button', { name: '新建单位' }).click();
  await page.getByLabel('单位名称').fill('高铁站派出所');
  await save(page);
  await page.getByRole('cell', { name: '高铁站派出所', exact: true }).waitFor();

  await page.getByRole('link', { name: '人员与角色' }).click();
  await page.getByRole('button', { name: '新建人员' }).click();
  await page.getByLabel('姓名', { exact: true }).fill('陈晓');
  await page.getByLabel('用户名', { exact: true }).fill('chenxiao');
  await pickUnit(page);
  await page.getByRole('button', { name: '随机生成' }).click();
  const password = await page.getByLabel('初始密码').inputValue();
  expect(password).toMatch(/^\w{12}$/);
  await page.getByRole('button', { name: '增加角色' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await save(page);
  await page.getByText('已新建人员：陈晓').waitFor();
  await page.getByRole('cell', { name: '高铁站派出所', exact: true }).waitFor();
  expect(open!.faults).toEqual([]);
  await open!.leave();

  open = await openPage(server.url);
  await open.page.goto('/sign-in');
  await open.page.getByLabel('用户名').fill('chenxiao');
  await open.page.getByLabel('密码').fill(password);
  await open.page.keyboard.press('Enter');
  await open.page.getByLabel('新密码', { exact: true }).fill('seven green kettles');
  await open.page.getByLabel('再输一次新密码').fill('seven green kettles');
  await open.page.getByRole('button', { name: '设为我的密码' }).click();
  await open.page.getByRole('heading', { name: '我的工作' }).waitFor();
  const me = (await (await open.page.request.get('/api/me')).json()) as { user: { roles: { role: string }[] } };
  expect(me.user.roles.map(({ role }) => role)).toEqual(['handler']);
});

/** The unit of the drawer: the page behind it has a control of the same name. */
async function pickUnit(page: Page): Promise<void> {
  await page.locator('#person-unit').click({ force: true });
  await page.locator('#person-unit').fill('高铁站');
  await page.getByRole('option', { name: '高铁站派出所' }).last().click();
}

test('a unit is renamed and moved, and gets its leader', async () => {
  const parentId = await server.unit('开发区分局');
  const id = await server.unit('河西站');
  await server.person('liu', ['unitLeader'], id);
  const page = await visit('/admin/units');
  await page.getByRole('button', { name: '修改 河西站' }).click();
  await page.getByLabel('单位名称').fill('河西派出所');
  await chooseOption(page, '上级单位', '开发区分局');
  await chooseOption(page, '责任领导', 'liu');
  await save(page);
  await page.getByRole('cell', { name: '河西派出所', exact: true }).waitFor();
  const units = (await admin.get('/api/units')).body as { id: string }[];
  expect(units.find((unit) => unit.id === id)).toMatchObject({
    name: '河西派出所',
    parentId,
    depth: 2,
    leaderId: expect.any(String),
  });
});

test('a new office is told what is still to be set up, and a list of units and people is tried before it is written', async () => {
  const page = await visit('/');
  await page.getByRole('heading', { name: '开办清单' }).waitFor();
  await page.getByText('顶层单位还叫“本单位”').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: '粘贴名单 建单位' }).click();
  await page
    .getByPlaceholder('在这里粘贴')
    .fill(
      '序号\t部门\t上级部门\t备注\n1\t治安一大队\t南湖分局\t\n2\t南湖分局\t本单位\t新设\n3\t治安支队\t南湖分局\t\n4\t北湖所\t没有的分局\t\n',
    );
  await page.getByRole('button', { name: '读这些内容' }).click();
  await page.getByRole('group', { name: '粘贴的内容填到哪里' }).waitFor();
  expect(await page.getByLabel('部门 填入', { exact: true }).inputValue()).toBe('name');
  await page.keyboard.press('Enter'); // the columns are as they should be
  await page.getByText('已有同名或近似的单位：本单位/治安支队').waitFor();
  await page.getByText('没有上级单位“没有的分局”').waitFor();
  await page.getByText('还没有写入任何内容 · 2 行不写入').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await screenshot(page, 'admin-list-units');
  const before = (await admin.get('/api/units')).body as object[];
  await page.getByText('照此录入').click();
  await page.getByRole('button', { name: '新建 3 个单位' }).click();
  await page.getByText('已新建 3 个单位').waitFor();
  expect((await admin.get('/api/units')).body as object[]).toHaveLength(before.length + 3);

  await page.goto('/admin/list/people');
  const csv = Buffer.from('姓名,单位,角色\n林小北,治安一大队,承办人\n何一,治安一大队,掌柜\n', 'utf8');
  await page.locator('input[type=file]').setInputFiles({ name: '人员.csv', mimeType: 'text/csv', buffer: csv });
  await page.getByRole('button', { name: '读这些内容' }).click();
  await page.getByText('没有角色“掌柜”').waitFor();
  await screenshot(page, 'admin-list-people');
  // the answer is lost on its way: what was handed out is shown all the same
  await page.route('**/api/setup/people', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: '开 1 个账号' }).click();
  await page.getByText('没有收到答复；这些人已经在系统里').waitFor();
  const password = (await page.locator('td.password').textContent())!.trim();
  expect(password).toMatch(/^\w{12}$/);
  await screenshot(page, 'admin-list-passwords');
  const start = { username: '林小北', password };
  expect((await server.anonymous().post('/api/session').send(start)).status).toBe(200);
});

test('a second unit of the same name is warned of, the first field has the focus, and a button that waits says for what', async () => {
  await server.unit('网安支队');
  const page = await visit('/admin/units');
  await page.getByRole('button', { name: '新建单位' }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'unit-name');
  await page.getByText('还缺：单位名称').waitFor();
  await page.keyboard.type('网安支队。');
  await page.getByText('已有同名或近似的单位：本单位/网安支队').waitFor();
  await page.getByText('请先核对同名或近似的单位').waitFor();
  expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await screenshot(page, 'admin-unit-alike');
  await page.getByText('确实是另一个单位').click();
  // the only unit that fits is taken by Enter
  await page.getByRole('combobox', { name: '责任领导' }).fill('管理员');
  await page.keyboard.press('Enter');
  await save(page);
  await page.getByRole('cell', { name: '网安支队。', exact: true }).waitFor();
  const units = (await admin.get('/api/units')).body as { name: string; leaderId: string | null }[];
  expect(units.find(({ name }) => name === '网安支队。')!.leaderId).not.toBeNull();
});

test('days that are still to come are changed in place', async () => {
  const page = await visit('/admin/calendar?year=2020');
  await page.getByRole('button', { name: '修改日期' }).click();
  // what has passed is no button
  expect(await page.getByRole('button', { name: /^修改 .*日/ }).count()).toBe(0);
  await page.goto('/admin/calendar?year=2035');
  await page.getByRole('button', { name: '修改日期' }).click();
  await page.getByRole('button', { name: /^修改 .*12月24日/ }).click();
  await page.getByText('保存后，2035 年即按已公布计算').waitFor();
  await page.getByText('放假', { exact: true }).last().click();
  await page.getByText('请写明属于哪个节日或安排').waitFor();
  await page.getByLabel('属于哪个节日或安排').fill('建局纪念');
  expect(await axeFindings(page)).toEqual([]);
  await screenshot(page, 'admin-calendar-day');
  await page.getByRole('button', { name: '改 1 天' }).click();
  await page.getByText('已改 1 天').waitFor();
  await page.getByText('来源：手工录入').waitFor();
  const { body } = await admin.get('/api/calendar/2035');
  expect(body).toMatchObject({ announced: true, offDays: [{ day: '2035-12-24', name: '建局纪念' }] });
});

test('a closed account can no longer sign in; a new password opens the door again once it is reopened', async () => {
  await server.person('zhou', ['handler']);
  const page = await visit('/admin/people');
  await page.getByRole('button', { name: '修改 zhou' }).click();
  await page.getByRole('button', { name: '停用账号' }).click();
  await page.getByText('zhou 立即退出登录').waitFor();
  await page.getByRole('button', { name: '停用账号' }).click();
  await page.getByText('zhou 的账号已停用').waitFor();
  const password = 'password of zhou';
  await server.anonymous().post('/api/session').send({ username: 'zhou', password }).expect(401);
  await page.getByText('显示已停用').click();
  await page.getByRole('button', { name: '修改 zhou' }).click();
  await page.getByRole('button', { name: '恢复账号' }).click();
  await page.getByText('zhou 的账号已恢复').waitFor();
  await page.getByRole('button', { name: '修改 zhou' }).click();
  await page.getByRole('button', { name: '重置密码' }).click();
  await page.getByLabel('新密码').fill('another password');
  await page.getByRole('button', { name: '设为新密码' }).click();
  await page.getByText('zhou 的密码已重置').waitFor();
  await server.anonymous().post('/api/session').send({ username: 'zhou', password: 'another password' }).expect(200);
});

test('a refusal and a lost connection are said in words and keep what was typed', async () => {
  const page = await visit('/admin/categories');
  await page.getByRole('button', { name: '新建类别' }).click();
  await page.getByLabel('中文名称').fill('噪声扰民');
  await page.getByLabel('英文名称').fill('Noise');
  await page.getByLabel('代码').fill('noise-by-night');
  await page.route('**/api/categories', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await save(page);
  await page.getByText('暂时连不上服务').waitFor();
  expect(await page.getByLabel('中文名称').inputValue()).toBe('噪声扰民');
  await page.unroute('**/api/categories');
  await save(page);
  await page.getByRole('cell', { name: '噪声扰民', exact: true }).waitFor();
  await page.getByRole('button', { name: '新建类别' }).click();
  await page.getByLabel('中文名称').fill('又一个');
  await page.getByLabel('英文名称').fill('Another');
  await page.getByLabel('代码').fill('noise-by-night');
  await save(page);
  await page.locator('.el-drawer [role=alert]').waitFor();
  expect(await page.getByLabel('中文名称').inputValue()).toBe('又一个');
  // neither is needed
  await page.getByLabel('英文名称').fill('');
  await page.getByLabel('代码').fill('');
  await save(page);
  await page.getByRole('cell', { name: 'yyg', exact: true }).waitFor();
});

const YEAR = {
  year: 2027,
  papers: [],
  days: [
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '元旦', date: '2027-01-02', isOffDay: true },
    { name: '元旦', date: '2027-01-03', isOffDay: true },
    { name: '国庆节', date: '2027-10-01', isOffDay: true },
    { name: '国庆节', date: '2027-10-09', isOffDay: false },
  ],
};
const file = (json: unknown): { name: string; mimeType: string; buffer: Buffer } => ({
  name: '2027.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(json)),
});

test('a year is loaded from its file, after one look at what it holds, and due days are computed again', async () => {
  const page = await visit('/admin/calendar?year=2027');
  await page.getByText('尚未公布，暂按周一至周五').waitFor();
  const before = (await admin.get(`/api/calendar/2027`)).body as { workingDays: number };

  await page.locator('input[type=file]').setInputFiles(file({ hello: 1 }));
  await page.getByText('2027.json 不是节假日文件').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page
    .locator('input[type=file]')
    .setInputFiles(file({ ...YEAR, days: [{ ...YEAR.days[0], date: '2027-02-30' }] }));
  await page.getByRole('button', { name: '载入 2027 年' }).click();
  await page.getByText('应为有效日期').waitFor();

  await page.locator('input[type=file]').setInputFiles(file(YEAR));
  await page.getByText('2027 年：放假 4 天，调休上班 1 天').waitFor();
  await page.getByRole('button', { name: '载入 2027 年' }).click();
  await page.getByText('重算了 1 个事项的时限').waitFor();
  await page.getByText('放假安排已公布').waitFor();
  await page
    .getByText('1月1日 – 1月3日 放假，共 3 天')
    .or(page.getByText('2027年1月1日 – 2027年1月3日 放假，共 3 天'))
    .waitFor();
  const after = (await admin.get('/api/calendar/2027')).body as { workingDays: number; announced: boolean };
  // Friday 1 January and Friday 1 October are lost, Saturday 9 October is won
  expect(after).toMatchObject({ announced: true, workingDays: before.workingDays - 1 });
  expect(open!.faults).toEqual([]);
});

test('a workflow is drawn with its stages and clock, and can be read as a table', async () => {
  const page = await visit('/admin/workflows');
  await page.getByRole('link', { name: '限期整改' }).first().click();
  await page.getByRole('img', { name: '限期整改流程图：阶段' }).waitFor();
  expect(await page.locator('svg .card').count()).toBeGreaterThan(20);
  await page.getByText('用文字查看').click();
  await page.getByRole('row', { name: /办结核查 退回重办 整改落实/ }).waitFor();
});

test('the case shows its workflow with the path taken and its place', async () => {
  const page = await visit(`/cases/${caseId}`, {}, 'clerk');
  await page.locator('summary', { hasText: '流程' }).last().click();
  await page.getByRole('img', { name: '限期整改流程图：阶段' }).waitFor();
  expect(await page.locator('svg .card.now .head').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('已交办')]),
  );
  expect(await page.locator('svg .line.taken').count()).toBe(1);
  expect(await axeFindings(page)).toEqual([]);
});

test('a parked timer is shown with its error and tried again', async () => {
  await server.test.database.pool.query(
    `UPDATE case_timer SET error = 'the guard divides by nothing', poisoned_at = now()
     WHERE case_id = $1 AND timer_id = (SELECT min(timer_id) FROM case_timer WHERE case_id = $1)`,
    [caseId],
  );
  const page = await visit('/admin/health');
  await page.getByText('the guard divides by nothing').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /再试一次/ }).click();
  await page.getByText('没有停放的定时').waitFor();
  expect((await admin.get('/api/admin/timers')).body).toMatchObject({ deadLettered: 0 });
});

test('the office is offered none of it', async () => {
  const page = await visit('/work', {}, 'clerk');
  expect(await page.getByRole('link', { name: '人员与角色' }).count()).toBe(0);
  await page.goto('/admin/health');
  await page.getByText('您的角色不能进行此操作').waitFor();
});

const PAGES = [
  'start',
  'list/units',
  'units',
  'people',
  'categories',
  'calendar',
  'workflows',
  'workflows/rectification/1',
  'health',
];
const WORDS = [
  'admin',
  'setup',
  'setupList',
  'grid',
  'units',
  'people',
  'categories',
  'calendar',
  'workflows',
  'health',
  'diagram',
  'form',
  'shell',
  'values',
];
test.each<Look>([...LOOKS, { theme: 'dark' }])('can be used by everybody, is translated and fits: %j', async (look) => {
  const page = await visit('/work', look);
  for (const name of PAGES) {
    await walkTo(page, `/admin/${name}`);
    expect({ name, found: await axeFindings(page) }).toEqual({ name, found: [] });
    expect(await rawKeys(page, WORDS)).toEqual([]);
    expect({ name, found: await cutOff(page) }).toEqual({ name, found: [] });
    await screenshot(page, `admin-${name.replaceAll('/', '-')}-${look.locale ?? 'dark'}-${look.width ?? 1440}`);
  }
  expect(open!.faults).toEqual([]);
});
