/** The visitor's desk in a real browser on the real service: a visit that strikes a case off, one that reaches nobody, one without a network. */
import type { Page } from 'playwright-core';
import type TestAgent from 'supertest/lib/agent.js';
import { v4 as uuid } from 'uuid';
import {
  axeFindings,
  chooseOption,
  cutOff,
  rawKeys,
  screenshot,
  settled,
  type Look,
  walkTo,
} from '../support/browser.js';
import { oneDesk } from './one-desk.js';
import { LOOKS } from './looks.js';

let clerk: TestAgent;
let categoryId: string;
let leadUnitId: string;

const desk = oneDesk(async (server) => {
  leadUnitId = await server.unit('城东分局');
  await server.person('clerk', ['clerk']);
  await server.person('handler', ['handler'], leadUnitId);
  await server.person('supervisor', ['supervisor']);
  await server.person('visitor', ['visitor']);
  await server.person('colleague', ['visitor']);
  clerk = await server.signIn('clerk');
  categoryId = ((await clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});

/** A case whose fix was verified: it waits for the visit. */
async function awaitsVisit(title: string): Promise<string> {
  const raiser = { name: '李阿姨', contact: '13800001234' };
  const about = { title, description: '早晚高峰乱停车。', source: 'hotline', categoryId, raiser };
  const { body } = await clerk.post('/api/cases').send(about).expect(201);
  const { id } = (body as { case: { id: string } }).case;
  const handler = await desk.server.signIn('handler');
  const supervisor = await desk.server.signIn('supervisor');
  const act = (agent: TestAgent, command: object): Promise<unknown> =>
    agent
      .post(`/api/cases/${id}/commands`)
      .send({ id: uuid(), ...command })
      .expect(200);
  await act(clerk, { type: 'ASSIGN', leadUnitId });
  await act(handler, { type: 'ACCEPT' });
  await act(handler, { type: 'SUBMIT', measure: '增设限时车位 26 个。', lastingMeasure: '每月会商。' });
  await act(supervisor, { type: 'PASS', method: 'onSite' });
  return id;
}
const read = async (id: string): Promise<Record<string, unknown> & { visits: Record<string, unknown>[] }> =>
  (await clerk.get(`/api/cases/${id}`).expect(200)).body as never;

const visit = (path: string, look: Look = {}): Promise<Page> => desk.visit(path, 'visitor', look);
const choose = (page: Page, group: string, choice: string): Promise<void> =>
  page.getByRole('radiogroup', { name: group, exact: true }).getByText(choice, { exact: true }).click();

test('a visit with ratings is recorded with the length of the call, and the case is struck off', async () => {
  const id = await awaitsVisit('东街市场乱停车');
  const page = await visit('/visits');
  await page.getByRole('link', { name: /东街市场乱停车/ }).click();
  await page.getByText('增设限时车位 26 个').waitFor();
  // encrypted until a reason is given
  expect(await page.getByText('13800001234').count()).toBe(0);
  await page.getByLabel(/为什么要看姓名和联系方式/).fill('电话回访 3 月 2 日');
  await page.getByRole('button', { name: '查看联系方式' }).click();
  await page.getByRole('link', { name: '13800001234' }).waitFor();
  await page.getByText('李阿姨').waitFor();

  await page.clock.install();
  await page.getByRole('button', { name: '开始计时' }).click();
  await page.clock.fastForward(200_000);
  await page.getByRole('button', { name: '结束通话' }).click();
  await choose(page, '回访结果', '已解决');
  await choose(page, '满意度', '满意');
  const ratings = { 服务态度: 5, 办理速度: 4, 办理质量: 5, 公正廉洁: 5, 沟通反馈: 3 };
  for (const [name, value] of Object.entries(ratings)) await choose(page, name, String(value));
  await page.getByLabel('回访记录').fill('比以前好多了。');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '登记回访' }).click();
  await page.getByText('回访已登记，事项已销号').waitFor();
  expect(await axeFindings(page)).toEqual([]);

  const shown = await read(id);
  expect(shown).toMatchObject({ stage: 'closed', outcome: 'resolved' });
  expect(shown.visits[0]).toMatchObject({
    method: 'phone',
    outcome: 'fixed',
    satisfaction: 'satisfied',
    ratings: { attitude: 5, speed: 4, quality: 5, fairness: 5, feedback: 3 },
    note: '比以前好多了。',
  });
  expect(shown.visits[0]!['durationSeconds']).toBeGreaterThanOrEqual(200);
  expect(desk.open.faults).toEqual([]);
});

test('who was not reached on the telephone comes back on the day that was chosen', async () => {
  const id = await awaitsVisit('户籍窗口中午无人');
  const page = await visit(`/visits?case=${id}`, { width: 390 });
  await choose(page, '回访结果', '未联系上');
  // nobody who was not reached has rated anything
  expect(await page.getByRole('radiogroup', { name: '满意度' }).count()).toBe(0);
  const days = page.getByRole('radiogroup', { name: '下次回访' });
  const day = await days.getByRole('radio').nth(1).getAttribute('value');
  await days.locator('label').nth(1).click();
  await page.getByLabel('回访记录').fill('无人接听');
  const button = page.getByRole('button', { name: '登记回访' });
  expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(40);
  await button.click();
  await page.getByText('已登记，本次未联系上').waitFor();
  const shown = await read(id);
  expect(shown).toMatchObject({ stage: 'followUpVisit', attempts: ['2026-03-02'] });
  expect(shown.visits[0]).toMatchObject({ outcome: 'unreachable', nextAttemptOn: day, ratings: null });
  await page.goto('/visits');
  await page.getByRole('link', { name: /再次回访[\s\S]*户籍窗口中午无人/ }).waitFor();
});

test('what is not fixed goes back to the unit with a new due day', async () => {
  const id = await awaitsVisit('烧烤摊占道');
  const page = await visit(`/visits?case=${id}`);
  await choose(page, '回访结果', '未解决');
  await choose(page, '满意度', '不满意');
  await page.getByRole('button', { name: '登记回访' }).click();
  await page.getByText('问题未解决，已退回整改').waitFor();
  const shown = await read(id);
  expect(shown).toMatchObject({ stage: 'deadline', state: 'rectifying' });
  expect(shown.visits[0]).toMatchObject({ outcome: 'notFixed', satisfaction: 'dissatisfied' });
});

test('without an outcome nothing is sent, and the form says what is missing', async () => {
  const id = await awaitsVisit('门禁损坏');
  const page = await visit(`/visits?case=${id}`);
  await page.getByRole('button', { name: '登记回访' }).click();
  await page.getByText('请填写此项').waitFor();
  expect((await read(id)).visits).toEqual([]);
});

test('a visit recorded without a network is kept on the device and recorded once', async () => {
  const id = await awaitsVisit('路灯不亮');
  const page = await visit(`/visits?case=${id}`);
  await choose(page, '回访结果', '已解决');
  await choose(page, '满意度', '满意');
  await page.reload();
  await settled(page);
  // half a visit survives a closed page
  expect(await page.getByRole('radio', { name: '已解决', exact: true }).isChecked()).toBe(true);
  await page.route('**/commands', (route) => route.abort());
  await page.getByRole('button', { name: '登记回访' }).click();
  await page.getByText('已保存在本机，网络恢复后自动发送').waitFor();
  expect((await read(id)).visits).toEqual([]);
  await page.unroute('**/commands');
  await page.getByText('1 项尚未送达').click();
  await page.getByRole('button', { name: '立即重发' }).click();
  await page.waitForFunction(() => !document.body.innerText.includes('尚未送达'));
  expect((await read(id)).visits).toHaveLength(1);
});

test('what was typed stays in sight when a colleague was quicker', async () => {
  const id = await awaitsVisit('垃圾桶满溢');
  const page = await visit('/visits');
  await page.clock.install();
  await page.goto(`/visits?case=${id}`);
  await settled(page);
  await choose(page, '回访结果', '未解决');
  await page.getByLabel('回访记录').fill('周末没人清运');
  const colleague = await desk.server.signIn('colleague');
  const told = { type: 'RECORD_VISIT', method: 'phone', outcome: 'fixed', satisfaction: 'satisfied', note: '都好了' };
  await colleague
    .post(`/api/cases/${id}/commands`)
    .send({ id: uuid(), ...told })
    .expect(200);
  // back from the telephone to the page: it reads the case again
  await page.clock.fastForward(90_000);
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await page.getByText('此事项现在不需要您回访。您填写的内容还在').waitFor();
  await page.locator('.changed').getByText('colleague').waitFor();
  expect(await page.getByLabel('回访记录').inputValue()).toBe('周末没人清运');
  // and what was sent without a network leaves no empty form behind
  await page.reload();
  await page.getByText('此事项现在不需要您回访').waitFor();
  expect(await page.getByRole('button', { name: '登记回访' }).count()).toBe(0);
});

test.each<Look>([...LOOKS, { theme: 'dark' }])('can be used by everybody, is translated and fits: %j', async (look) => {
  const id = await awaitsVisit('东街农贸市场周边早晚高峰乱停车，影响居民出行');
  const page = await visit('/visits', look);
  for (const path of ['/visits', `/visits?case=${id}`]) {
    await walkTo(page, path);
    if (path !== '/visits') await page.locator('input[value="fixed"]').check({ force: true });
    expect(await axeFindings(page)).toEqual([]);
    expect(await rawKeys(page, ['visits', 'form', 'case', 'values', 'terms', 'shell'])).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await screenshot(
      page,
      `visits-${path.length > 8 ? 'desk' : 'list'}-${look.locale ?? 'dark'}-${look.width ?? 1440}`,
    );
  }
  expect(desk.open.faults).toEqual([]);
});

test('several raisers are visited one by one, each by place; who is dissatisfied sends the case back', async () => {
  const id = await awaitsVisit('学校门口路灯不亮');
  for (const name of ['张三丰', '赵四'])
    await clerk.post(`/api/cases/${id}/raisers`).send({ name, contact: '13700005678' }).expect(201);
  const page = await visit(`/visits?case=${id}`, { width: 390 });
  await page.getByRole('heading', { name: '已回访 0 / 3 位' }).waitFor();
  await page.getByRole('radio', { name: /第 2 位反映人/ }).check();
  await page.getByLabel(/为什么要看姓名和联系方式/).fill('电话回访 3 月 2 日');
  await page.getByRole('button', { name: '查看联系方式' }).click();
  await page.getByText('张三丰').waitFor();
  expect(await page.getByText('李阿姨').count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, 'visit-of-several-390');
  await choose(page, '回访结果', '已解决');
  await choose(page, '满意度', '满意');
  await page.getByRole('button', { name: '登记回访' }).click();
  await page.getByText('回访已登记', { exact: true }).waitFor();
  await page.getByRole('heading', { name: '已回访 1 / 3 位' }).waitFor();
  // the name of the one before is gone, and nothing typed for them stands here
  await page.getByRole('button', { name: '接着回访第 1 位反映人' }).click();
  expect(await page.getByText('张三丰').count()).toBe(0);
  await choose(page, '回访结果', '未联系上');
  await page.getByRole('button', { name: '登记回访' }).click();
  await page.getByText('已登记，本次未联系上').waitFor();
  await page.getByRole('button', { name: '接着回访第 3 位反映人' }).click();
  await choose(page, '回访结果', '已解决');
  await choose(page, '满意度', '不满意');
  await page.getByText('反映人不满意的，登记后退回重办').waitFor();
  await page.getByLabel('回访记录').fill('只亮了一盏。');
  await page.getByRole('button', { name: '登记回访' }).click();
  await page.getByText('反映人不满意，已退回整改').waitFor();
  const shown = await read(id);
  expect(shown).toMatchObject({ stage: 'deadline' });
  expect(shown.visits.map(({ outcome }) => outcome)).toEqual(['fixed', 'unreachable', 'fixed']);
  expect(new Set(shown.visits.map(({ raiserId }) => raiserId)).size).toBe(3);
  expect(desk.open.faults).toEqual([]);
});

test('the office adds somebody who raises the same, hands over the receipt, and opens each by place', async () => {
  const id = await awaitsVisit('公园厕所无灯');
  const page = await desk.visit(`/cases/${id}`, 'clerk', { width: 390 });
  await page.getByRole('button', { name: '登记另一位反映人' }).click();
  await page.getByLabel('姓名', { exact: true }).fill('孙某某');
  await page.getByLabel('联系方式', { exact: true }).fill('13700007777');
  await page.getByRole('button', { name: '登记反映人', exact: true }).click();
  await page.getByText(/回执码\s*(?:[2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}\s*请交给反映人/).waitFor();
  await page.getByText('共 2 位反映人，查看哪一位').waitFor();
  await chooseOption(page, '共 2 位反映人，查看哪一位', '第 2 位反映人');
  await page.getByLabel(/为什么要看姓名和联系方式/).fill('核对登记信息');
  await page.getByRole('button', { name: '查看联系方式' }).click();
  await page.getByRole('link', { name: '13700007777' }).waitFor();
  expect(await page.getByText('李阿姨').count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, 'case-raisers-390');
});
