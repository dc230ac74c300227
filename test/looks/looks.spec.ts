/** Looks behind the seal: whose turn it must be, what a reason is, how many on a day, and who hears of it. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { startServer, type TestServer } from '../support/server.js';

const LIMIT = 5;
const DAY = 86_400_000;
let server: TestServer;
let east: string;
let category: string;
const who: Record<string, TestAgent> = {};
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startServer({ env: { LOOKS_PER_DAY: String(LIMIT) } });
  east = await server.unit('城东分局');
  const { root } = server.units;
  const at: [string, Parameters<TestServer['person']>[1], string][] = [
    ['clerk', ['clerk'], root],
    ['supervisor', ['supervisor'], root],
    ['visitor', ['visitor'], root],
    ['curious', ['visitor'], root],
    ['auditor', ['auditor'], root],
    ['handler', ['handler'], east],
  ];
  for (const [name, roles, unit] of at) {
    ids[name] = await server.person(name, roles, unit);
    who[name] = await server.signIn(name);
  }
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

const act = (name: string, id: string, type: string, payload: object = {}) =>
  who[name]!.post(`/api/cases/${id}/commands`)
    .send({ id: uuid(), type, ...payload })
    .expect(200);

async function collected(): Promise<string> {
  const { body } = await who['clerk']!.post('/api/cases')
    .send({
      title: '路灯不亮',
      description: '东街路灯不亮',
      source: 'hotline',
      categoryId: category,
      raiser: { name: '王某某', contact: '13911112222' },
    })
    .expect(201);
  return (body as { case: { id: string } }).case.id;
}
async function rectifying(): Promise<string> {
  const id = await collected();
  await act('clerk', id, 'ASSIGN', { leadUnitId: east });
  await act('handler', id, 'ACCEPT');
  return id;
}
async function toVisit(): Promise<string> {
  const id = await rectifying();
  await act('handler', id, 'SUBMIT', { measure: '修好', lastingMeasure: '巡查' });
  await act('supervisor', id, 'PASS', { method: 'onSite' });
  return id;
}
const look = (name: string, id: string, reason = '电话回访，核实路灯', purpose = 'visit') =>
  who[name]!.post(`/api/cases/${id}/raiser`).send({ reason, purpose });

describe('a look', () => {
  it('of a visitor needs a case whose visit is due now', async () => {
    for (const id of [await collected(), await rectifying()]) {
      expect((await look('visitor', id).expect(403)).body).toMatchObject({ code: 'raiser.noVisitDue' });
    }
    const id = await toVisit();
    expect((await look('visitor', id).expect(200)).body).toMatchObject({ name: '王某某', contact: '13911112222' });
    await act('visitor', id, 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' });
    await look('visitor', id).expect(403);
    await look('clerk', id).expect(200);
  });

  it('is refused to whoever holds a working role in the unit the case is about, wherever they are at home', async () => {
    await server.person('both', ['visitor', 'clerk'], server.units.root);
    const admin = await server.signIn('admin');
    const { body } = await admin.get('/api/people').expect(200);
    const both = (body as { id: string; username: string; roles: object[] }[]).find(
      ({ username }) => username === 'both',
    )!;
    await admin
      .patch(`/api/people/${both.id}`)
      .send({ roles: [...both.roles, { role: 'liaison', unitId: east }] })
      .expect(200);
    who['both'] = await server.signIn('both');
    expect((await look('both', await toVisit()).expect(403)).body).toMatchObject({ code: 'raiser.sealed' });
  });

  it.each(['.', '。。。。。。', '1234567', 'aaaaaaaa', '查看', '　　　　　'])(
    'is refused for the reason “%s”',
    async (reason) => {
      const { status } = await look('clerk', await collected(), reason);
      expect([400, 422]).toContain(status);
    },
  );
});

describe('too many looks on one day', () => {
  it('are refused however fast they come, raise an alarm for the auditor, and begin anew the next day', async () => {
    const cases = await Promise.all(Array.from({ length: LIMIT + 3 }, toVisit));
    const answered = await Promise.all(cases.map((id) => look('curious', id)));
    expect(answered.filter(({ status }) => status === 200)).toHaveLength(LIMIT);
    const refused = answered.filter(({ status }) => status === 422);
    expect(refused).toHaveLength(3);
    expect(refused[0]!.body).toMatchObject({ code: 'look.dayLimit', details: { most: LIMIT } });
    expect(refused.every(({ text }) => !text.includes('王某某'))).toBe(true);

    // the same person again costs nothing: a call that was cut off
    const seen = cases[answered.findIndex(({ status }) => status === 200)]!;
    await look('curious', seen).expect(200);

    const { pool } = server.test.database;
    const alarms = await pool.query(
      'SELECT near_at IS NOT NULL AS near, over_at IS NOT NULL AS over, refused FROM look_alarm',
    );
    expect(alarms.rows).toEqual([{ near: true, over: true, refused: 3 }]);
    const messages = await pool.query(`SELECT topic, role FROM message WHERE topic LIKE 'looks.%' ORDER BY topic`);
    expect(messages.rows).toEqual([
      { topic: 'looks.near', role: 'auditor' },
      { topic: 'looks.over', role: 'auditor' },
    ]);

    server.clock.advance(DAY);
    who['curious'] = await server.signIn('curious');
    await look('curious', cases[answered.findIndex(({ status }) => status === 422)]!).expect(200);
  });
});
