/** The late tenant with something on every page: a meeting half decided, a visit that waits, cases in every stage, all accounts. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { openPage, type Look, type OpenPage } from '../support/browser.js';
import type { TestServer } from '../support/server.js';
import type { DeskPage } from './desk-pages.js';
import { lateFixture, type LateFixture } from './late-fixture.js';

/** The accounts here by the names the list of pages knows. */
const ACCOUNTS: Record<string, string> = { 'service-handler': 'east' };

export interface WholeFixture extends LateFixture {
  /** A signed-in browser of the person whose page this is; it has opened nothing yet. */
  desk: (of: Pick<DeskPage, 'as'>, look?: Look) => Promise<OpenPage>;
}

/** Opens it; close the server in afterAll. */
export async function wholeFixture(): Promise<WholeFixture> {
  const fixture = await lateFixture();
  const { server } = fixture;
  await server.person('visitor', ['visitor']);
  await server.person('auditor', ['auditor']);
  const clerk = await server.signIn('clerk');
  const participants = ['李秀英', '王建军'].map((name) => ({ name, standing: 'resident', contact: '13800000000' }));
  const about = { kind: 'policeResident', heldOn: '2026-04-10', place: '东街社区活动室', participants };
  const { body } = await clerk
    .post('/api/meetings')
    .send({ ...about, title: '东街社区警民恳谈会', hostUnitId: server.units.office })
    .expect(201);
  const meeting = body as { id: string; participants: { id: string }[] };
  const said = ['东街市场门口早晚高峰拥堵，学生只能走机动车道', '小区电动车飞线充电，消防通道常年被占', '窗口排队太久'];
  const opinions = said.map((text, at) => ({ id: uuid(), text, participantId: meeting.participants[at % 2]!.id }));
  await clerk.post(`/api/meetings/${meeting.id}/opinions`).send(opinions).expect(201);
  await clerk.post(`/api/opinions/${opinions[2]!.id}/answer`).send({ reply: '工作日中午不休息' }).expect(200);

  const [east, supervisor] = [await server.signIn('east'), await server.signIn('supervisor')];
  const raised = await clerk.post('/api/cases').send({
    title: '夜市油烟扰民',
    description: '夜市油烟直排，居民不能开窗。',
    source: 'hotline',
    categoryId: ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id,
    raiser: { name: '李阿姨', contact: '13800001234' },
  });
  const { id } = (raised.body as { case: { id: string } }).case;
  const unit = ((await clerk.get('/api/units')).body as { id: string; name: string }[]).find(
    ({ name }) => name === '城东派出所',
  )!;
  await resultsReleased(server, clerk, unit.id);
  for (const [by, command] of [
    [clerk, { type: 'ASSIGN', leadUnitId: unit.id }],
    [east, { type: 'ACCEPT' }],
    [east, { type: 'SUBMIT', measure: '已装油烟净化器', lastingMeasure: '每月检查' }],
    [supervisor, { type: 'PASS', method: 'onSite' }],
  ] as const)
    await by
      .post(`/api/cases/${id}/commands`)
      .send({ id: uuid(), ...command })
      .expect(200);

  return {
    ...fixture,
    desk: async ({ as }, look = {}) => {
      const open = await openPage(server.url, look);
      if (as === undefined) return open;
      const username = ACCOUNTS[as] ?? as;
      const data = { username, password: `password of ${username}` };
      const answered = await open.page.request.post('/api/session', { data });
      if (!answered.ok()) throw new Error(`${username} could not sign in: ${await answered.text()}`);
      return open;
    },
  };
}

/** An earlier meeting whose answers were released; of a promise among them another word is owed by now. */
async function resultsReleased(server: TestServer, clerk: TestAgent, leadUnitId: string): Promise<void> {
  const participants = [{ name: '周桂芳', standing: 'resident' }];
  const about = { kind: 'policeResident', heldOn: '2026-03-10', place: '西街社区', participants };
  const meeting = await clerk
    .post('/api/meetings')
    .send({ ...about, title: '西街社区警民恳谈会', hostUnitId: server.units.office })
    .expect(201);
  const { id, participants: people } = meeting.body as { id: string; participants: { id: string }[] };
  const opinions = ['西街水井没有盖', '窗口中午没有人'].map((text) => ({
    id: uuid(),
    text,
    participantId: people[0]!.id,
  }));
  await clerk.post(`/api/meetings/${id}/opinions`).send(opinions).expect(201);
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const adopted = await clerk
    .post(`/api/opinions/${opinions[0]!.id}/adopt`)
    .send({ leadUnitId, categoryId })
    .expect(200);
  await clerk.post(`/api/opinions/${opinions[1]!.id}/answer`).send({ reply: '已安排午间轮班' }).expect(200);
  await clerk.post(`/api/meetings/${id}/results/release`).expect(200);
  const { caseId } = adopted.body as { caseId: string };
  const departure = { type: 'ASK_DEPARTURE', kind: 'reject', reason: '水井归街道管理，已转街道' };
  for (const [by, command] of [
    [clerk, departure],
    [await server.signIn('leader'), { type: 'GRANT_DEPARTURE', note: '同意' }],
  ] as const)
    await by
      .post(`/api/cases/${caseId}/commands`)
      .send({ id: uuid(), ...command })
      .expect(200);
}
