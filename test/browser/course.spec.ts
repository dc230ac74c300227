/** The steps of version 2 on their pages, at a desk and on a telephone: a reply with its promise, a waiver with its review day, a talk and its record, a
 *  departure by two people, granted and refused, a reminder, a transfer, a split, a correction, a check by weight, a leader's look and a closing in
 *  dispute, and what was learnt before. */
import type { Locator, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import { sweep } from '../../src/executor/sweep.js';
import { axeFindings, chooseOption, cutOff, rawKeys, screenshot, settled } from '../support/browser.js';
import type { TestServer } from '../support/server.js';
import { oneDesk } from './one-desk.js';

const MORNING = Date.parse('2026-03-02T10:00:00+08:00');
/** Working days after which each case is where its test begins. */
const DAY = (day: string, hour = 10): number =>
  Date.parse(`2026-03-${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const of: Record<'reply' | 'waive' | 'talk' | 'leave' | 'move' | 'fix' | 'alike' | 'check' | 'dispute', string> = {
  reply: uuid(),
  waive: uuid(),
  talk: uuid(),
  leave: uuid(),
  move: uuid(),
  fix: uuid(),
  alike: uuid(),
  check: uuid(),
  dispute: uuid(),
};

async function command(server: TestServer, who: string, id: string, type: string, more: object = {}): Promise<void> {
  const agent = await server.signIn(who);
  const { status, body } = await agent.post(`/api/cases/${id}/commands`).send({ id: uuid(), type, ...more });
  if (status !== 200) throw new Error(`${type}: ${JSON.stringify(body)}`);
}
async function untilThen(server: TestServer, at: number): Promise<void> {
  server.clock.set(at);
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  while ((await sweep(dependencies, at, 500)).claimed > 0);
}

async function fill(server: TestServer): Promise<void> {
  const [east, west] = [await server.unit('城东派出所'), await server.unit('城西派出所')];
  for (const name of ['clerk', 'second']) await server.person(name, ['clerk']);
  for (const role of ['leader', 'supervisor', 'visitor'] as const) await server.person(role, [role]);
  for (const [name, unit] of [
    ['east', east],
    ['west', west],
  ] as const)
    await server.person(name, ['handler', 'liaison'], unit);
  const categories = await (await server.signIn('clerk')).get('/api/categories');
  const categoryId = (categories.body as { id: string }[])[0]!.id;
  const made = async (
    id: string,
    title: string,
    dueOn: string | undefined,
    leadUnitId = east,
    more: object = {},
  ): Promise<void> => {
    const body = { id, title, description: '群众多次反映，至今没有解决。', source: 'hotline', categoryId, ...more };
    // sessions do not outlive the days that pass here
    await (await server.signIn('clerk')).post('/api/cases').send(body).expect(201);
    await command(server, 'clerk', id, 'ASSIGN', { leadUnitId, ...(dueOn === undefined ? {} : { dueOn }) });
  };
  await made(of.waive, '菜市场占道经营', '2026-03-09', west);
  await made(of.talk, '夜间施工噪声扰民', '2026-03-03', west);
  await made(of.alike, '河堤步道路灯不亮', '2026-03-20');
  await command(server, 'east', of.alike, 'ACCEPT');
  await command(server, 'east', of.alike, 'SUBMIT', { measure: '已更换灯头', lastingMeasure: '每月巡查河堤路灯' });
  await command(server, 'supervisor', of.alike, 'PASS', { method: 'remote' });
  await command(server, 'supervisor', of.alike, 'RECORD_VISIT', { method: 'onSite', outcome: 'fixed' });
  await untilThen(server, DAY('16'));
  await made(of.reply, '东街路灯不亮', '2026-03-17');
  await made(of.leave, '学校门口停车混乱', '2026-03-17');
  await made(of.move, '公园步道路灯不亮', undefined);
  await made(of.fix, '小区门禁失灵、楼道堆物', undefined);
  await command(server, 'east', of.reply, 'ACCEPT');
  await made(of.check, '幼儿园门口斑马线褪色', undefined, east, { isKey: true });
  await made(of.dispute, '烧烤摊油烟扰民', undefined, east, { raiser: {} });
  for (const id of [of.check, of.dispute]) await command(server, 'east', id, 'ACCEPT');
  const east2 = await server.signIn('east');
  const sent = await east2.post(`/api/cases/${of.check}/attachments`).attach('files', PHOTO, '整改前.png').expect(201);
  const fix = { measure: '已重新施划', lastingMeasure: '每季度巡查标线' };
  const photosBefore = [(sent.body as { id: string }[])[0]!.id];
  await command(server, 'east', of.check, 'SUBMIT', { ...fix, otherPlaces: '东街小学、中心幼儿园', photosBefore });
  for (let round = 0; round < 2; round += 1) {
    await command(server, 'east', of.dispute, 'SUBMIT', fix);
    await command(server, 'supervisor', of.dispute, 'PASS', { method: 'remote' });
    const said = { method: 'phone', outcome: 'fixed', satisfaction: 'dissatisfied' };
    await command(server, 'visitor', of.dispute, 'RECORD_VISIT', said);
  }
  await untilThen(server, DAY('18'));
}

const desk = oneDesk(fill, { now: new Date(MORNING).toISOString() });

const form = (page: Page): Locator => page.getByRole('dialog');
const send = async (page: Page, name: string): Promise<void> => {
  await form(page).getByRole('button', { name, exact: true }).click();
  await form(page).waitFor({ state: 'hidden' });
  await settled(page);
};
async function sound(page: Page, name: string): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await rawKeys(page, ['case', 'form', 'orders', 'overdue', 'talk', 'values'])).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, name);
}
const textOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

test('a reply names its cause and a day within what is left; the page then says until when the ladder waits', async () => {
  const page = await desk.visit(`/cases/${of.reply}?do=REPLY_ORDER`, 'east', { width: 390 });
  const text = await form(page).innerText();
  expect(text).toContain('5 个工作日内');
  expect(text).toContain('还剩 10 个');
  await sound(page, 'reply-390');
  await form(page).getByRole('textbox', { name: '回复', exact: true }).fill('灯杆已订货');
  await form(page).getByLabel('逾期原因').fill('灯杆断供');
  await form(page).getByText('阶段性回复').click();
  const day = form(page).getByLabel('承诺办结日').first();
  await day.fill('2026-04-30');
  await form(page).getByRole('button', { name: '回复督办单' }).click();
  await form(page)
    .getByText(/^不能晚于/)
    .waitFor();
  await day.fill('2026-03-20');
  await send(page, '回复督办单');
  const said = await textOf(page);
  expect(said).toMatch(/承诺 3月20日 办结/);
  expect(said).toContain('灯杆断供');
  expect(said).toMatch(/回复类型 ?阶段性回复/);
  expect(said).toMatch(/承诺期满，3月23日发橙单/);
  await sound(page, 'promised-390');
});

test('a transfer shows who held the case for how long, and moves no day', async () => {
  await untilThen(desk.server, DAY('20'));
  const page = await desk.visit(`/cases/${of.move}?do=TRANSFER`, 'clerk');
  await chooseOption(page, '牵头单位', '城西派出所');
  await form(page).getByLabel('理由').fill('辖区已调整');
  await sound(page, 'transfer');
  await send(page, '改派');
  const rows = page.getByRole('table', { name: '各单位持有时间' }).getByRole('row');
  expect(await rows.count()).toBe(3);
  expect(await rows.nth(1).innerText()).toMatch(/城东派出所[\s\S]*4/);
  await sound(page, 'held-by');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('figure.chart').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
});

test('closed cases that are alike are told with the lasting measure promised then, to whom may see them', async () => {
  const page = await desk.visit(`/cases/${of.reply}?do=SUBMIT`, 'east');
  await form(page).getByText('每月巡查河堤路灯').waitFor();
  await sound(page, 'alike');
  const west = await desk.server.signIn('west');
  const { body } = await west.get(`/api/cases/${of.move}/alike`).expect(200);
  expect(body).toEqual([]);
});

test('a case is split into several in one form, and each leads to the others', async () => {
  const page = await desk.visit(`/cases/${of.fix}?do=SPLIT`, 'clerk', { width: 390 });
  await form(page).getByLabel('第 1 项 标题').fill('楼道堆物');
  await form(page).getByLabel('第 1 项 内容').fill('三单元楼道堆放杂物。');
  await form(page).getByRole('button', { name: '再拆一项' }).click();
  await form(page).getByLabel('第 2 项 标题').fill('楼顶漏水');
  await form(page).getByLabel('第 2 项 内容').fill('雨天漏水。');
  await form(page).getByLabel('理由').fill('两件事由两家办');
  await sound(page, 'split-390');
  await send(page, '拆分');
  await page.getByRole('link', { name: /楼顶漏水/ }).click();
  await page.getByText('拆分自').waitFor();
  await page.getByRole('link', { name: /小区门禁失灵/ }).waitFor();
});

test('a correction begins with what stands there, sends what is another, and keeps both', async () => {
  const page = await desk.visit(`/cases/${of.fix}?do=CORRECT`, 'clerk');
  const title = form(page).getByLabel('标题');
  expect(await title.inputValue()).toBe('小区门禁失灵、楼道堆物');
  await form(page).getByLabel('理由').fill('已拆出堆物');
  await form(page).getByRole('button', { name: '更正', exact: true }).click();
  await form(page).getByText('请至少更正一处').waitFor();
  await title.fill('小区门禁失灵');
  await form(page).getByText('原为').waitFor();
  await sound(page, 'correct');
  await send(page, '更正');
  await page.getByRole('heading', { name: '小区门禁失灵', exact: true }).waitFor();
  expect(await textOf(page)).toMatch(/原标题.*小区门禁失灵、楼道堆物/);
  const { body } = await (await desk.server.signIn('clerk')).get(`/api/cases/${of.fix}/history`).expect(200);
  const line = (body as { type: string; payload: object }[]).find(({ type }) => type === 'CORRECT');
  expect(Object.keys(line!.payload).sort()).toEqual(['reason', 'title']);
});

test('of two cases that are one and both assigned, one is merged into the other: asked for by one, decided by another who sees what, into which and why; both say so afterwards', async () => {
  let page = await desk.visit(`/cases/${of.leave}?do=ASK_DEPARTURE`, 'clerk');
  await form(page).getByText('撤回', { exact: true }).click();
  await form(page).getByLabel('并入的事项').waitFor({ state: 'detached' });
  await form(page).getByText('并案', { exact: true }).click();
  await form(page).getByLabel('并入的事项').pressSequentially('公园步道');
  await page.getByRole('option', { name: /公园步道路灯不亮/ }).click();
  await form(page).getByLabel('理由').fill('与公园步道一事同由一人反映');
  await send(page, '提请退出');
  await page.getByText('您是提请人，不能决定').waitFor();
  expect(await page.getByRole('button', { name: '同意退出' }).count()).toBe(0);
  await desk.open.context.close();
  page = await desk.visit(`/cases/${of.leave}`, 'second');
  await page.getByText('须由牵头单位以外的领导小组成员决定').waitFor();
  expect(await page.getByRole('button', { name: '同意退出' }).count()).toBe(0);
  await sound(page, 'departure-second');
  await desk.open.context.close();
  page = await desk.visit(`/cases/${of.leave}?do=GRANT_DEPARTURE`, 'leader', { width: 390 });
  expect(await form(page).innerText()).toMatch(/并案[\s\S]*公园步道路灯不亮/);
  expect(await form(page).innerText()).toContain('与公园步道一事同由一人反映');
  await sound(page, 'departure-390');
  await send(page, '同意退出');
  expect(await textOf(page)).toContain('逾期退出');
  expect(await textOf(page)).toMatch(/并入.*公园步道路灯不亮/);
  await page.goto(`/cases/${of.move}`);
  await page.getByRole('link', { name: /学校门口停车混乱/ }).waitFor();
});

test('a waiver needs a review day, which the order then shows', async () => {
  const page = await desk.visit('/overdue', 'leader');
  await page.getByRole('button', { name: /菜市场占道经营/ }).click();
  await page.keyboard.press('w');
  await page.getByLabel('免除的理由').fill('同类问题统一处置');
  await page.getByRole('button', { name: /^免除 1 张/ }).click();
  await page.getByText('请填写复核日期').waitFor();
  await page
    .getByLabel(/^复核日期（最迟/)
    .first()
    .fill('2026-03-27');
  await sound(page, 'waive');
  await page.getByRole('button', { name: /^免除 1 张/ }).click();
  await page.getByText('已免除', { exact: true }).first().waitFor();
  await page
    .getByText(/免除至 3月27日/)
    .first()
    .waitFor();
});

test('the review says what comes next, whose move it is, and what a promise came to', async () => {
  await untilThen(desk.server, DAY('23'));
  const page = await desk.visit(`/overdue?at=${of.reply}`, 'leader');
  const row = page.getByRole('listitem').filter({ hasText: '东街路灯不亮' }).first();
  const said = (await row.innerText()).replace(/\s+/g, ' ');
  expect(said).toMatch(/下一步/);
  expect(said).toMatch(/轮到 城东派出所/);
  await page.getByText('未兑现').first().waitFor();
  await sound(page, 'overdue-next');
});

test('a talk is recorded with its pledge, and its record can be read and printed', async () => {
  const page = await desk.visit(`/cases/${of.talk}?do=RECORD_TALK`, 'leader', { width: 390 });
  const filled: [string, string][] = [
    ['地点', '局三楼会议室'],
    ['约谈人、被约谈人', '邓副局长约谈城西派出所所长'],
    ['提出的问题', '为何两次逾期'],
    ['说明情况', '人手不足'],
    ['约谈要求', '十日内办结'],
    ['表态承诺', '按期办结'],
  ];
  for (const [label, text] of filled) await form(page).getByRole('textbox', { name: label, exact: true }).fill(text);
  await form(page).getByLabel('约谈日期').first().fill('2026-03-23');
  await form(page).getByLabel('承诺完成日期').first().fill('2026-04-03');
  await sound(page, 'talk-390');
  await send(page, '登记约谈');
  await page.getByRole('link', { name: '约谈记录' }).click();
  await page.getByRole('heading', { name: '约谈记录' }).waitFor();
  const said = await textOf(page);
  for (const [, text] of filled) expect(said).toContain(text);
  await sound(page, 'talk-record-390');
});

test('the form of a check says what the weight of the case asks, what is there, and passes nothing before all of it is', async () => {
  const page = await desk.visit(`/cases/${of.check}?do=PASS`, 'supervisor');
  const needed = (await form(page).locator('.needed.basis').innerText()).replace(/\s+/g, ' ');
  expect(needed).toMatch(/由 2 人分别核查通过，已有 0 人 尚缺 现场核查 尚缺/);
  expect(needed).toMatch(/整改前照片 已具备/);
  expect(needed).toMatch(/整改后照片 尚缺/);
  expect(await form(page).getByText('远程', { exact: true }).count()).toBe(0);
  await form(page).getByText('现场', { exact: true }).click();
  await form(page).getByRole('button', { name: '核查通过', exact: true }).click();
  await form(page).getByText('请填写此项').first().waitFor();
  await sound(page, 'check');
  const photo = { name: '整改后.png', mimeType: 'image/png', buffer: PHOTO };
  await form(page).locator('input[name=photosAfter]').setInputFiles(photo);
  await form(page).getByText('整改后.png').waitFor();
  await send(page, '核查通过');
  await page.getByText('由 2 人分别核查通过，已有 1 人').waitFor();
});

test('a departure is refused in words, the case goes on, and its unit is reminded by hand', async () => {
  await command(desk.server, 'clerk', of.fix, 'ASK_DEPARTURE', { kind: 'withdraw', reason: '物业已换门禁' });
  const page = await desk.visit(`/cases/${of.fix}?do=REFUSE_DEPARTURE`, 'second', { width: 390 });
  expect(await form(page).innerText()).toContain('物业已换门禁');
  await form(page).getByLabel('理由').fill('现场未见更换');
  await sound(page, 'refuse-390');
  await send(page, '不同意退出');
  expect(await textOf(page)).toContain('现场未见更换');
  await page.goto(`/cases/${of.fix}?do=URGE`);
  await form(page).getByLabel('催办内容').fill('请于本周内签收并回电');
  await sound(page, 'urge-390');
  await send(page, '催办');
  expect(await textOf(page)).toContain('请于本周内签收并回电');
});

test('a leader finds the talk that changed nothing and the dispute under My work, looks at the one and closes the other', async () => {
  await command(desk.server, 'leader', of.talk, 'SIGN_ORDER', { period: 1, rung: 'red' });
  // Ten working days after the talk was held, the holiday in between left out.
  await untilThen(desk.server, Date.parse('2026-04-08T11:00:00+08:00'));
  const page = await desk.visit('/work', 'leader', { width: 390 });
  const work = await textOf(page);
  expect(work).toMatch(/夜间施工噪声扰民.*领导复看/);
  expect(work).toMatch(/烧烤摊油烟扰民.*研究争议事项/);
  await sound(page, 'work-390');
  await page.getByRole('listitem').filter({ hasText: '夜间施工噪声扰民' }).locator('.step').click();
  // It is about the talk, not about an order before it that nobody answered.
  expect(await form(page).innerText()).not.toContain('橙单');
  await form(page).getByLabel('批示内容').fill('由分管副局长包案，四月底前见底');
  await sound(page, 'look-390');
  await send(page, '批示');
  expect(await textOf(page)).toContain('四月底前见底');
  await page.goto(`/cases/${of.dispute}?do=CLOSE_DISPUTED`);
  await form(page).getByLabel('理由').fill('两轮整改达标，反映人要求摊点取缔，不予支持');
  await sound(page, 'dispute-390');
  await send(page, '争议销号');
  expect(await textOf(page)).toContain('争议销号');
});
