/** The due day is told before it is set: for each track when a case is made, and beside the form of each decision that sets one. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let east: string;
let category: string;
const who: Record<string, TestAgent> = {};

beforeAll(async () => {
  server = await startServer();
  east = await server.unit('城东分局');
  const west = await server.unit('城西分局');
  await server.person('clerk', ['clerk'], server.units.root);
  await server.person('leader', ['leader'], server.units.root);
  await server.person('handler', ['handler'], east);
  await server.person('stranger', ['handler'], west);
  for (const name of ['clerk', 'leader', 'handler', 'stranger']) who[name] = await server.signIn(name);
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

interface Shown {
  id: string;
  version: number;
  dueOn: string | null;
  dueProvisional: boolean;
  track: string;
  allowed: { type: string; schema: { properties: Record<string, Record<string, unknown>>; required: string[] } }[];
}

async function collected(workflow?: string): Promise<string> {
  const input = { title: '路灯不亮', description: '东街路灯不亮', source: 'hotline', categoryId: category };
  const { body } = await who['clerk']!.post('/api/cases')
    .send({ ...input, ...(workflow === undefined ? {} : { workflow }) })
    .expect(201);
  return (body as { case: Shown }).case.id;
}
const act = (name: string, id: string, type: string, payload: object = {}) =>
  who[name]!.post(`/api/cases/${id}/commands`)
    .send({ id: uuid(), type, ...payload })
    .expect(200);
const after = (name: string, id: string, body: object) => who[name]!.post(`/api/cases/${id}/due-after`).send(body);
const read = async (name: string, id: string): Promise<Shown> =>
  (await who[name]!.get(`/api/cases/${id}`).expect(200)).body as Shown;

describe('before a case is there', () => {
  it.each([undefined, 'rectification', 'immediate'])(
    'tells the day that an assignment sets, track %s',
    async (name) => {
      const { body } = await who['clerk']!.get('/api/due-day')
        .query({ categoryId: category, ...(name === undefined ? {} : { workflow: name }) })
        .expect(200);
      const id = await collected(name);
      await act('clerk', id, 'ASSIGN', { leadUnitId: east });
      const { dueOn, dueProvisional } = await read('clerk', id);
      expect(body).toEqual({ dueOn, provisional: dueProvisional, days: name === 'immediate' ? 3 : 15 });
    },
  );

  it('marks a day that reaches into a year without a calendar', async () => {
    const ask = (from: string) => who['clerk']!.get('/api/due-day').query({ categoryId: category, from });
    expect((await ask('2026-03-02').expect(200)).body).toMatchObject({ provisional: false });
    expect((await ask('2031-12-29').expect(200)).body).toMatchObject({ provisional: true });
  });

  it('names what it does not know', async () => {
    await who['clerk']!.get('/api/due-day').query({ categoryId: uuid() }).expect(404);
    await who['clerk']!.get('/api/due-day').query({ categoryId: category, workflow: 'none' }).expect(422);
    await who['clerk']!.get('/api/due-day').query({ categoryId: 'x' }).expect(400);
    await who['clerk']!.get('/api/due-day').expect(400);
  });
});

describe('before a decision is sent', () => {
  it('tells the day an assignment, an extension and a resumption set, and writes nothing', async () => {
    const id = await collected();
    const assign = { type: 'ASSIGN', leadUnitId: east };
    const { body: told } = await after('clerk', id, assign).expect(200);
    expect((await read('clerk', id)).version).toBe(1);
    await act('clerk', id, 'ASSIGN', { leadUnitId: east });
    const first = await read('clerk', id);
    expect(told).toEqual({ dueOn: null, after: first.dueOn, provisional: false, days: 15, refused: null });

    await act('handler', id, 'ACCEPT');
    await act('handler', id, 'REQUEST_EXTENSION', { days: 8, reason: '等待配件' });
    const asked = (await after('clerk', id, { type: 'GRANT_EXTENSION' }).expect(200)).body as { after: string };
    const fewer = (await after('clerk', id, { type: 'GRANT_EXTENSION', days: 5 }).expect(200)).body as typeof asked;
    expect(first.dueOn! < fewer.after && fewer.after < asked.after).toBe(true);
    await act('clerk', id, 'GRANT_EXTENSION', { days: 5 });
    const granted = await read('clerk', id);
    expect(granted.dueOn).toBe(fewer.after);

    await act('leader', id, 'PARK', { reason: '等资金', reviewOn: '2026-04-01' });
    const { body: resumed } = await after('leader', id, { type: 'RESUME' }).expect(200);
    await act('leader', id, 'RESUME');
    expect((await read('leader', id)).dueOn).toBe((resumed as typeof asked).after);
  });

  it('says why the decision would be refused', async () => {
    const id = await collected();
    const { body } = await after('clerk', id, { type: 'ASSIGN', leadUnitId: uuid() }).expect(200);
    expect(body).toMatchObject({ after: null, refused: { code: 'rule.leadUnitExists' } });
  });

  it('tells nobody about a case they may not see, and nothing of other commands', async () => {
    const id = await collected();
    await act('clerk', id, 'ASSIGN', { leadUnitId: east });
    await after('stranger', id, { type: 'ASSIGN', leadUnitId: east }).expect(404);
    await after('clerk', id, { type: 'MERGE', caseId: uuid() }).expect(400);
    await after('clerk', id, { type: 'constructor' }).expect(400);
    await after('clerk', id, {}).expect(400);
  });
});

describe('milestones', () => {
  const form = async (id: string) => (await read('clerk', id)).allowed.find(({ type }) => type === 'ASSIGN')!.schema;

  it('are asked for where the track has them, and the day of its own is not', async () => {
    const { properties, required } = await form(await collected('staged'));
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['milestones', 'supportingUnitIds']));
    expect(properties['dueOn']).toBeUndefined();
    expect(required).toEqual(['leadUnitId', 'milestones']);
  });

  it.each(['rectification', 'immediate'])('are not offered where they would be refused, track %s', async (name) => {
    const { properties, required } = await form(await collected(name));
    expect(properties['milestones']).toBeUndefined();
    expect(properties['dueOn']).toBeDefined();
    expect(required).toEqual(['leadUnitId']);
  });
});

it('says in the form of a grant how many days were asked', async () => {
  const id = await collected();
  await act('clerk', id, 'ASSIGN', { leadUnitId: east });
  await act('handler', id, 'ACCEPT');
  await act('handler', id, 'REQUEST_EXTENSION', { days: 7, reason: '等待配件' });
  const grant = (await read('clerk', id)).allowed.find(({ type }) => type === 'GRANT_EXTENSION')!;
  expect(grant.schema.properties['days']!['x-labels']).toMatchObject({ 'zh-CN': '批准天数（申请 7 天）' });
});

it('tells the lines of a history in words over HTTP', async () => {
  const id = await collected();
  await act('clerk', id, 'ASSIGN', { leadUnitId: east });
  const { body } = await who['handler']!.get(`/api/cases/${id}/history`).expect(200);
  const lines = body as { type: string; said: { field: string; text: { 'zh-CN': string } }[] }[];
  const said = lines.at(-1)!.said.map(({ field, text }) => [field, text['zh-CN']]);
  expect(said).toEqual([
    ['leadUnitId', '城东分局'],
    ['dueOn', (await read('handler', id)).dueOn],
  ]);
});
