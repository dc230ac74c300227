/** Orders and the leaders' view of what is late, over HTTP: sign, waive, instruct, reply, many at once. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import { START_PASSWORD, startServer, type TestServer } from '../support/server.js';

interface Order {
  id: string;
  rung: string;
  status: string;
  acts: { act: string; byName: string; text: string }[];
}
interface Late {
  id: string;
  dueOn: string;
  light: string;
  workingDaysLate: number;
  awaitingSignature: boolean;
  leadUnitId: string;
  clock: { state: string };
  wait: { kind: string; by: string; is: string; days: number } | null;
  nextDate: { kind: string; day: string; rung: string; roles: string[]; unitId: string } | null;
  orders: Order[];
}
interface Page {
  items: Late[];
  nextCursor: string | null;
}

let server: TestServer;
let station: string;
let suburb: string;
let category: string;
const who: Record<string, TestAgent> = {};

beforeAll(async () => {
  server = await startServer({ now: '2026-03-02T10:00:00+08:00' });
  [station, suburb] = [await server.unit('城东派出所'), await server.unit('城西派出所')];
  await server.person('clerk', ['clerk']);
  await server.person('leader', ['leader']);
  await server.person('handler', ['handler'], station);
  await server.person('suburbHandler', ['handler'], suburb);
  // A member of the leading group who belongs to the unit that is late.
  await (
    await server.signIn('admin')
  )
    .post('/api/people')
    .send({
      username: 'ownLeader',
      name: 'ownLeader',
      unitId: station,
      password: START_PASSWORD,
      roles: [{ role: 'leader', unitId: server.units.office }],
    })
    .expect(201);
  await server.ownPassword('ownLeader', START_PASSWORD);
  for (const name of ['clerk', 'leader', 'handler', 'suburbHandler', 'ownLeader'])
    who[name] = await server.signIn(name);
  category = ((await who['clerk']!.get('/api/categories')).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

async function assigned(dueOn: string, leadUnitId = station): Promise<string> {
  const id = uuid();
  const { clerk } = who;
  await clerk!
    .post('/api/cases')
    .send({ id, title: `到期 ${dueOn}`, description: '路灯不亮', source: 'hotline', categoryId: category })
    .expect(201);
  await clerk!.post(`/api/cases/${id}/commands`).send({ id: uuid(), type: 'ASSIGN', leadUnitId, dueOn }).expect(200);
  return id;
}

/** Moves the clock and fires what fell due. */
async function until(now: string): Promise<void> {
  server.clock.set(Date.parse(now));
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  while ((await sweep(dependencies, server.clock.now(), 500)).claimed > 0);
  // Sessions do not last for weeks.
  for (const name of Object.keys(who)) who[name] = await server.signIn(name);
}
const late = async (agent: TestAgent, query = ''): Promise<Page> =>
  (await agent.get(`/api/overdue${query}`).expect(200)).body as Page;
const orderOf = async (caseId: string, rung: string): Promise<Order> =>
  (await late(who['leader']!, '?limit=200')).items
    .find(({ id }) => id === caseId)!
    .orders.find((order) => order.rung === rung)!;

/** What a reply says besides its text. */
const PROMISE = { cause: '配件缺货', isFinal: false, promisedOn: '2026-04-16' };

describe('the ladder in the hands of leaders', () => {
  const cases: string[] = [];
  beforeAll(async () => {
    // From the longest overdue to the one that is late since yesterday; the last lies in the other unit.
    for (const dueOn of ['2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10', '2026-04-10'])
      cases.push(await assigned(dueOn));
    cases.push(await assigned('2026-04-13', suburb));
    cases.push(await assigned('2026-06-01'));
    await until('2026-04-14T10:00:00+08:00');
  });

  it('shows those awaiting a signature first, then the worst light, then the longest late', async () => {
    const { items } = await late(who['leader']!);
    expect(items.map(({ id }) => id)).toEqual(cases);
    const waits = [true, true, true, true, false, false, false];
    expect(items.map(({ awaitingSignature }) => awaitingSignature)).toEqual(waits);
    expect(items.map(({ light }) => light)).toEqual(['talk', 'talk', 'talk', 'talk', 'blue', 'blue', null]);
    expect(items[0]!.orders.map(({ rung, status }) => `${rung} ${status}`)).toEqual([
      'blue issued',
      'orange issued',
      'red proposed',
      'talk proposed',
    ]);
    expect(items[5]).toMatchObject({ workingDaysLate: 1, leadUnitId: suburb });
    // The last is due in June, and nobody has signed for it since the first days of March.
    expect(items[6]).toMatchObject({
      workingDaysLate: 0,
      clock: { state: 'left' },
      wait: { kind: 'sign', by: '2026-03-03', is: 'late', days: 29 },
    });
  });

  it('counts lateness in working days, as the account of the case does', async () => {
    for (const { id, workingDaysLate } of (await late(who['leader']!)).items) {
      const { body } = await who['leader']!.get(`/api/cases/${id}`).expect(200);
      expect((body as { account: { workingDaysLate: number } }).account.workingDaysLate).toBe(workingDaysLate);
    }
  });

  it('says of each late case what comes next, when and whose move it is, as the case itself does', async () => {
    const { items } = await late(who['leader']!);
    const next = { kind: 'order', rung: 'orange', roles: ['handler', 'liaison', 'unitLeader'], is: 'left' };
    expect(items[4]!.nextDate).toMatchObject({ ...next, day: '2026-04-16', unitId: station });
    expect(items[5]!.nextDate).toMatchObject({ ...next, day: '2026-04-17', unitId: suburb });
    for (const { id, nextDate } of items) {
      expect(nextDate).not.toBeNull();
      const { body } = await who['leader']!.get(`/api/cases/${id}`).expect(200);
      expect((body as Late).nextDate).toEqual(nextDate);
    }
  });

  it('goes page by page without losing or repeating a case', async () => {
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const page = await late(who['leader']!, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      found.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(found).toEqual(cases);
    await who['leader']!.get('/api/overdue?cursor=e30').expect(400);
  });

  it('narrows to a unit and to a level, and shows a unit only its own', async () => {
    expect((await late(who['leader']!, `?unitId=${suburb}`)).items.map(({ id }) => id)).toEqual([cases[5]]);
    expect((await late(who['leader']!, '?rung=blue')).items.map(({ id }) => id)).toEqual([cases[4], cases[5]]);
    expect((await late(who['suburbHandler']!)).items.map(({ id }) => id)).toEqual([cases[5]]);
    expect((await late(who['suburbHandler']!, `?unitId=${station}`)).items).toEqual([]);
    await who['leader']!.get('/api/overdue?rung=purple').expect(400);
  });

  it('a leader signs three and waives one at once', async () => {
    const reds = await Promise.all(cases.slice(0, 4).map((id) => orderOf(id, 'red')));
    const { body } = await who['leader']!.post('/api/orders/batch')
      .send([
        ...reds.slice(0, 3).map(({ id }) => ({ orderId: id, action: 'sign', text: '同意通报' })),
        { orderId: reds[3]!.id, action: 'waive', reason: '因暴雨停工', reviewOn: '2026-04-21' },
      ])
      .expect(200);
    const results = body as { ok: boolean; answer: Order }[];
    expect(results.map(({ answer }) => answer.status)).toEqual(['signed', 'signed', 'signed', 'waived']);
    expect(results[3]!.answer.acts).toMatchObject([{ act: 'waived', byName: 'leader', text: '因暴雨停工' }]);
  });

  it('a leader cannot waive an order against their own unit, and a batch says so line by line', async () => {
    const talks = await Promise.all(cases.slice(0, 2).map((id) => orderOf(id, 'talk')));
    const blue = await orderOf(cases[4]!, 'blue');
    const { body } = await who['ownLeader']!.post('/api/orders/batch')
      .send([
        { orderId: talks[0]!.id, action: 'waive', reason: '理解万岁', reviewOn: '2026-04-21' },
        { orderId: talks[1]!.id, action: 'instruct', instruction: '三日内办结' },
        { orderId: blue.id, action: 'sign' },
        { orderId: talks[0]!.id, action: 'waive' },
        { orderId: uuid(), action: 'sign' },
      ])
      .expect(200);
    const results = body as { ok: boolean; error?: { code: string } }[];
    expect(results.map(({ ok, error }) => (ok ? 'done' : error!.code))).toEqual([
      'rule.isNotOwnUnitsWaiver',
      'done',
      'rule.orderAwaitsSignature',
      'command.malformed',
      'order.notFound',
    ]);
  });

  it('only a leader signs; only the unit replies; each order is answered once', async () => {
    const blue = await orderOf(cases[4]!, 'blue');
    const talk = await orderOf(cases[0]!, 'talk');
    expect((await who['handler']!.post(`/api/orders/${talk.id}/sign`).send({}).expect(422)).body).toMatchObject({
      code: 'rule.isLeader',
    });
    await who['leader']!.post(`/api/orders/${blue.id}/reply`)
      .send({ ...PROMISE, text: '代答' })
      .expect(422);
    await who['suburbHandler']!.post(`/api/orders/${blue.id}/reply`)
      .send({ ...PROMISE, text: '越权' })
      .expect(404);
    const command = { id: uuid(), ...PROMISE, text: '配件已到，明日完工' };
    const first = await who['handler']!.post(`/api/orders/${blue.id}/reply`).send(command).expect(200);
    expect(first.body).toMatchObject({ status: 'replied', acts: [{ act: 'replied', text: '配件已到，明日完工' }] });
    const again = await who['handler']!.post(`/api/orders/${blue.id}/reply`).send(command).expect(200);
    expect(again.body).toEqual(first.body);
    await who['handler']!.post(`/api/orders/${blue.id}/reply`)
      .send({ ...PROMISE, text: '再答' })
      .expect(422);
    expect((await who['handler']!.get(`/api/orders/${blue.id}`).expect(200)).body).toEqual(first.body);
    await who['suburbHandler']!.get(`/api/orders/${blue.id}`).expect(404);
  });

  it('counts a case no later while its late fix is being checked', async () => {
    const [id] = cases;
    const command = (body: object): Promise<unknown> =>
      who['handler']!.post(`/api/cases/${id}/commands`)
        .send({ id: uuid(), ...body })
        .expect(200);
    await command({ type: 'ACCEPT' });
    await command({ type: 'SUBMIT', measure: '已换灯', lastingMeasure: '每月巡查' });
    const days = async (): Promise<number> =>
      (await late(who['leader']!, '?limit=200')).items.find((one) => one.id === id)!.workingDaysLate;
    const before = await days();
    await until('2026-04-20T10:00:00+08:00');
    expect(await days()).toBe(before);
    const { body } = await who['leader']!.get(`/api/cases/${id}`).expect(200);
    expect((body as { account: { workingDaysLate: number } }).account.workingDaysLate).toBe(before);
  });
});
