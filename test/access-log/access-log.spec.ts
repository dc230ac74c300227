/** Accesses to encrypted names: whose turn it must be, what a reason is, how many on a day, and who hears of it. */
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

describe('the history of looks', () => {
  interface Page {
    items: { personName: string; caseId: string | null; reason: string; at: string }[];
    nextCursor: string | null;
  }
  const read = async (name: string, query: object): Promise<Page> =>
    (await who[name]!.get('/api/looks').query(query).expect(200)).body as Page;

  it('is read by the auditor, by person, case and day, page by page, without an encrypted name', async () => {
    who['auditor'] = await server.signIn('auditor');
    const all = await read('auditor', { limit: 200 });
    expect(all.items.length).toBeGreaterThan(LIMIT);
    expect(JSON.stringify(all)).not.toMatch(/王某某|13911112222/);
    const mine = await read('auditor', { personId: ids['curious'], from: '2026-03-02', to: '2026-03-02', limit: 200 });
    expect(mine.items.length).toBe(LIMIT + 1);
    expect(mine.items.every(({ personName }) => personName === 'curious')).toBe(true);
    const caseId = mine.items[0]!.caseId!;
    expect((await read('auditor', { caseId })).items.every((one) => one.caseId === caseId)).toBe(true);
    const paged: string[] = [];
    for (let cursor: string | null | undefined = undefined; cursor !== null;) {
      const page: Page = await read('auditor', { limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...page.items.map(({ at }) => at));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all.items.map(({ at }) => at));
  });

  it('tells the auditor who came near the limit and over it', async () => {
    const { body } = await who['auditor']!.get('/api/looks/alarms').expect(200);
    expect(body).toMatchObject({
      limit: LIMIT,
      items: [
        {
          personName: 'curious',
          day: '2026-03-02',
          looked: LIMIT,
          refused: 3,
          nearAt: expect.any(String),
          overAt: expect.any(String),
        },
      ],
    });
  });

  it('is shown to the office at a case of its own, and to nobody else', async () => {
    who['clerk'] = await server.signIn('clerk');
    who['handler'] = await server.signIn('handler');
    who['visitor'] = await server.signIn('visitor');
    const id = await rectifying();
    await look('clerk', id, '核对登记信息', 'correct').expect(200);
    expect((await read('clerk', { caseId: id })).items).toMatchObject([
      { reason: '核对登记信息', personName: 'clerk' },
    ]);
    expect((await who['clerk']!.get('/api/looks').expect(403)).body).toMatchObject({ code: 'looks.caseNeeded' });
    for (const name of ['handler', 'visitor']) await who[name]!.get('/api/looks').query({ caseId: id }).expect(403);
    await who['clerk']!.get('/api/looks/alarms').expect(403);

    // a clerk of another office, and one who also works for the unit that the case is about
    const west = await server.unit('城西分局');
    await server.person('westClerk', ['clerk'], west);
    who['westClerk'] = await server.signIn('westClerk');
    expect((await read('westClerk', { caseId: id })).items).toEqual([]);
    who['both'] = await server.signIn('both');
    expect((await read('both', { caseId: id })).items).toEqual([]);
    // an auditor of another branch
    await server.person('westAuditor', ['auditor'], west);
    who['westAuditor'] = await server.signIn('westAuditor');
    expect((await read('westAuditor', {})).items).toEqual([]);
  });
});
