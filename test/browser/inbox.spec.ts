/** Messages in a real browser: a case falls late and the bell counts it without a reload, the message leads to its next step, and what is read on one
 *  device is read on the other; a leader's morning. */
/// <reference lib="dom" />
import { v7 as uuid } from 'uuid';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { DigestService } from '../../src/inbox/digest.service.js';
import { InboxPace } from '../../src/inbox/inbox-stream.js';
import { MorningService } from '../../src/inbox/morning.service.js';
import { MessageDelivery } from '../../src/jobs/message-delivery.js';
import { DigestStore } from '../../src/store/messages/digest.store.js';
import { DeputationStore } from '../../src/store/people/deputation.store.js';
import { ReachStore } from '../../src/store/people/reach.store.js';
import { axeFindings, cutOff, openPage, screenshot, settled } from '../support/browser.js';
import type { TestServer } from '../support/server.js';
import { oneDesk } from './one-desk.js';

const TITLE = '东街路灯不亮';

async function fill(server: TestServer): Promise<void> {
  Object.assign(server.app.get(InboxPace, { strict: false }), { look: 50 });
  const east = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('leader', ['leader']);
  await server.person('east', ['handler'], east);
  const clerk = await server.signIn('clerk');
  const [category] = (await clerk.get('/api/categories')).body as { id: string }[];
  const id = uuid();
  const given = { id, title: TITLE, description: '东街路灯坏了三盏。', source: 'hotline', categoryId: category!.id };
  await clerk.post('/api/cases').send(given).expect(201);
  const command = { id: uuid(), type: 'ASSIGN', leadUnitId: east, dueOn: '2026-03-03' };
  await clerk.post(`/api/cases/${id}/commands`).send(command).expect(200);
  await goTo(server, '2026-03-04T08:40:00');
}

/** All that is due by then fires and goes out. */
async function goTo(server: TestServer, at: string): Promise<void> {
  server.clock.set(Date.parse(`${at}+08:00`));
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  while ((await sweep(dependencies, server.clock.now(), 200)).claimed > 0);
  const { database, referenceData } = server.tenant;
  const reach = new ReachStore(database);
  await new MessageDelivery(database, reach, referenceData, server.clock, new DeputationStore(database)).catchUp();
  const digests = server.app.get(DigestService, { strict: false });
  await new MorningService(database, new DigestStore(database), digests, reach, referenceData, server.clock).make();
}

/** What the service counts for the handler, in the words of the bell. */
async function counted(server: TestServer): Promise<string> {
  const { body } = await (await server.signIn('east')).get('/api/inbox').expect(200);
  return `${(body as { unread: number }).unread} 条未读消息`;
}

const desk = oneDesk(fill, { now: '2026-03-02T10:00:00+08:00' });

test('the bell counts a late case without a reload; its message leads to the next step, and is read on the other device too', async () => {
  const page = await desk.visit('/work', 'east');
  const phone = await openPage(desk.server.url, { width: 390 });
  try {
    await phone.page.request.post('/api/session', { data: { username: 'east', password: 'password of east' } });
    await phone.page.goto('/inbox');
    await settled(phone.page);
    const rail = page.getByRole('navigation').getByRole('link', { name: /^消息/ });
    const tab = phone.page.getByRole('navigation').getByRole('link').nth(1);
    const before = await counted(desk.server);
    await rail.getByText(before).waitFor();
    const order = phone.page.getByRole('listitem').filter({ hasText: '蓝色督办单' });
    expect(await order.count()).toBe(0);

    await goTo(desk.server, '2026-03-04T09:00:30');
    const after = await counted(desk.server);
    expect(parseInt(after)).toBeGreaterThan(parseInt(before));
    await rail.getByText(after).waitFor();
    await page.getByRole('status').filter({ hasText: after }).waitFor({ state: 'attached' });
    expect(await page.title()).toMatch(/^\(\d+\) 我的工作/);
    await order.getByText('未读').waitFor({ state: 'attached' });
    expect(await tab.textContent()).toContain(after);
    expect(await axeFindings(phone.page)).toEqual([]);
    expect(await cutOff(phone.page)).toEqual([]);
    await screenshot(phone.page, 'inbox-late-390');

    await rail.click();
    await settled(page);
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('step');
    await page.getByRole('listitem').filter({ hasText: '蓝色督办单' }).getByRole('link').press('Enter');
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await order.getByText('未读').waitFor({ state: 'detached' });
    const left = await counted(desk.server);
    await rail.getByText(left).waitFor();
    await tab.getByText(left).waitFor({ state: 'attached' });
    await phone.page.getByRole('button', { name: '全部标为已读' }).tap();
    await page.waitForFunction(() => !document.title.startsWith('('));
    expect(await rail.textContent()).toBe('消息');
    expect([...desk.open.faults, ...phone.faults]).toEqual([]);
  } finally {
    await phone.leave();
  }
});

test('a leader lands on what changed since they last looked, and has a morning sheet that is a page', async () => {
  const page = await desk.visit('/', 'leader', { width: 390, locale: 'zh-CN' });
  await page.getByRole('heading', { name: '今日要情' }).waitFor();
  await page
    .getByRole('listitem')
    .getByRole('link', { name: /新增逾期/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: '知道了' }).tap();
  await page.getByText(/自上次查看（.*09:00）以来/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await page.goto('/inbox');
  await settled(page);
  await page.getByRole('listitem').filter({ hasText: '晨报' }).getByRole('link').click();
  await page.getByRole('heading', { name: '领导晨报' }).waitFor();
  await page.getByText('昨日到期未结 1 件').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, 'inbox-morning-390');
  expect(desk.open.faults).toEqual([]);
});

test('a deputy works from the list of the absent in that one’s name, and with the same words in their own once it is over', async () => {
  const { server } = desk;
  const absent = await server.signIn('east');
  const units = (await absent.get('/api/units').expect(200)).body as { id: string; name: string }[];
  const unitId = units.find(({ name }) => name === '城东派出所')!.id;
  const deputyId = await server.person('liaison', ['liaison'], unitId);
  const day = new Date(server.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const named = await absent
    .post('/api/me/deputies')
    .send({ deputyId, fromOn: day, untilOn: day, reason: '出差' })
    .expect(201);
  const page = await desk.visit('/work', 'liaison', { width: 390, locale: 'zh-CN' });
  await page.getByRole('button', { name: '代east' }).tap();
  await page.getByRole('listitem').filter({ hasText: TITLE }).getByRole('link').first().tap();
  await page.getByText('历程写“liaison代east”').waitFor();
  const comment = page.getByRole('button', { name: /^留言/ });
  const words = page.getByRole('dialog').getByRole('textbox');
  const send = page.getByRole('dialog').getByRole('button', { name: '留言' });
  await comment.tap();
  await words.fill('已联系施工方');
  expect(await cutOff(page)).toEqual([]);
  await send.tap();
  await page.getByText('liaison代east').nth(1).waitFor();
  await words.waitFor({ state: 'detached' });
  await comment.tap();
  await words.fill('明日进场');
  await absent.delete(`/api/deputies/${(named.body as { id: string }).id}`).expect(200);
  await send.tap();
  await page.getByRole('dialog').getByText('您现在不是此人的代理人').waitFor();
  await page.getByText('原是代east填写的').waitFor();
  expect(await words.inputValue()).toBe('明日进场');
  await send.tap();
  await words.waitFor({ state: 'detached' });
  const { body } = await absent.get(`/api/cases/${new URL(page.url()).pathname.split('/')[2]}/history`).expect(200);
  const said = (body as { actor: { name: string }; type: string }[]).filter(({ type }) => type === 'COMMENT');
  expect(said.map(({ actor }) => actor.name)).toEqual(['liaison代east', 'liaison']);
  expect(desk.open.faults.filter((fault) => !fault.includes('403'))).toEqual([]);
});
