/** What a step has to tell reaches the right people, once, by any number of servers, and nobody whom it no longer concerns. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { Role } from '../../src/domain/words.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import type { InboxItem, InboxPage } from '../../src/inbox/inbox.dto.js';
import type { ToldOfCase } from '../../src/inbox/told.dto.js';
import { InboxPace } from '../../src/inbox/inbox-stream.js';
import { MessageDelivery } from '../../src/jobs/message-delivery.js';
import { Directory } from '../../src/notify/directory.js';
import { passOn as passOnBatch } from '../../src/notify/pass-on.js';
import { tellRoles } from '../../src/notify/told.js';
import { inTransaction } from '../../src/store/database/transaction.js';
import { DeputationStore } from '../../src/store/people/deputation.store.js';
import { ReachStore } from '../../src/store/people/reach.store.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { cookieFrom, listenTo } from '../support/listen.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let category: string;
const unit: Record<string, string> = {};
const people: Record<string, string> = {};
/** Four servers' jobs on one database. */
let jobs: MessageDelivery[];

beforeAll(async () => {
  server = await startServer({ now: '2026-03-02T10:00:00+08:00' });
  Object.assign(server.app.get(InboxPace, { strict: false }), { look: 50, heartbeat: 100 });
  for (const name of ['城东派出所', '城西派出所', '空所']) unit[name] = await server.unit(name);
  const add = async (name: string, roles: Role[], at?: string): Promise<void> => {
    people[name] = await server.person(name, roles, at === undefined ? undefined : unit[at]);
  };
  await add('clerk', ['clerk']);
  await add('leader', ['leader']);
  await add('wang', ['handler'], '城东派出所');
  await add('li', ['handler'], '城东派出所');
  await add('liaison', ['liaison'], '城东派出所');
  await add('chief', ['unitLeader'], '城东派出所');
  await add('named', ['unitLeader'], '城东派出所');
  await add('west', ['handler'], '城西派出所');
  await add('both', ['handler'], '城西派出所');
  const admin = await server.signIn('admin');
  await admin.patch(`/api/units/${unit['城东派出所']}`).send({ leaderId: people['named'] }).expect(200);
  const roles = ['城东派出所', '城西派出所'].map((at) => ({ role: 'handler', unitId: unit[at] }));
  await admin.patch(`/api/people/${people['both']}`).send({ roles }).expect(200);
  const { body } = await (await server.signIn('clerk')).get('/api/categories');
  category = (body as { id: string }[])[0]!.id;
  const { database, referenceData } = server.tenant;
  jobs = [1, 2, 3, 4].map(
    () =>
      new MessageDelivery(
        database,
        new ReachStore(database),
        referenceData,
        server.clock,
        new DeputationStore(database),
      ),
  );
});
afterAll(() => server.close());

/** Everything due fires, and all servers pass on what there is, at the same time. */
async function goOn(to: string): Promise<void> {
  server.clock.set(Date.parse(`${to}+08:00`));
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  while ((await sweep(dependencies, server.clock.now(), 200)).claimed > 0);
  await passOn();
}
const passOn = async (): Promise<void> => void (await Promise.all(jobs.map((job) => job.catchUp())));

const agents = new Map<string, { agent: TestAgent; until: number }>();
async function as(name: string): Promise<TestAgent> {
  const known = agents.get(name);
  if (known !== undefined && known.until > server.clock.now()) return known.agent;
  const agent = await server.signIn(name);
  agents.set(name, { agent, until: server.clock.now() + 3_600_000 });
  return agent;
}
async function inbox(name: string, about?: string): Promise<InboxItem[]> {
  const path = about === undefined ? '/api/inbox' : `/api/inbox?caseId=${about}`;
  return ((await (await as(name)).get(path).expect(200)).body as InboxPage).items;
}
const topics = async (name: string, about: string): Promise<string[]> =>
  (await inbox(name, about)).map(({ topic }) => topic).reverse();
const send = async (name: string, id: string, type: string, payload: object = {}): Promise<void> => {
  await (
    await as(name)
  )
    .post(`/api/cases/${id}/commands`)
    .send({ id: uuid(), type, ...payload })
    .expect(200);
};
async function assigned(to: string, dueOn: string): Promise<string> {
  const id = uuid();
  const given = { id, title: '路灯不亮', description: '东街', source: 'hotline', categoryId: category };
  await (await as('clerk')).post('/api/cases').send(given).expect(201);
  await send('clerk', id, 'ASSIGN', { leadUnitId: unit[to], dueOn });
  return id;
}

let late: string;
let answered: string;

it('tells a new case to the handlers and the liaison of its unit, and says what it is and what to do', async () => {
  late = await assigned('城东派出所', '2026-03-03');
  answered = await assigned('城东派出所', '2026-03-03');
  await passOn();
  for (const name of ['wang', 'li', 'both', 'liaison']) expect(await topics(name, late)).toEqual(['tell.unit']);
  for (const name of ['chief', 'named', 'west', 'clerk', 'leader']) expect(await topics(name, late)).toEqual([]);
  const [entry] = await inbox('wang', late);
  expect(entry).toMatchObject({
    text: expect.stringMatching(/^ZG-2026-\d+ 已交办你单位，3月3日前办结$/) as string,
    textEn: expect.stringMatching(/was assigned to your unit, due 3 Mar$/) as string,
    href: `/cases/${late}`,
    readAt: null,
  });
});

it('a late case: the order to who works on it and the copy to the leader the unit names, once, by four servers of which one is killed; nothing after the reply', async () => {
  for (const id of [late, answered]) await send('wang', id, 'ACCEPT');
  server.clock.set(Date.parse('2026-03-04T09:00:01+08:00'));
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  while ((await sweep(dependencies, server.clock.now(), 200)).claimed > 0);
  const reply = {
    period: 1,
    rung: 'blue',
    text: '正在换灯',
    cause: '缺配件',
    isFinal: false,
    promisedOn: '2026-03-09',
  };
  await send('wang', answered, 'REPLY_ORDER', reply);
  const { database, referenceData } = server.tenant;
  const { calendar, units } = referenceData.current();
  const directory = new Directory(await new ReachStore(database).actors(), units);
  const killed = inTransaction(database.pool, async (client) => {
    const done = await passOnBatch(
      client,
      'due',
      { now: server.clock.now(), calendar, directory, inForce: () => Promise.resolve([]) },
      500,
    );
    expect(done.told).toBeGreaterThan(0);
    throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  await passOn();
  await passOn();
  expect((await topics('wang', late)).filter((topic) => topic.startsWith('order'))).toEqual(['order.blue']);
  expect(await topics('named', late)).toEqual(['order.blue.copy']);
  for (const name of ['li', 'chief', 'both']) expect(await topics(name, late)).not.toContain('order.blue');
  expect(await topics('chief', late)).toEqual([]);
  expect(await topics('named', answered)).toEqual([]);
  expect(await topics('wang', answered)).not.toContain('order.blue');
  const { rows } = await server.tenant.database.pool.query<{ dropped: string; n: number }>(
    `SELECT dropped, count(*)::int AS n FROM message WHERE case_id = $1 AND dropped IS NOT NULL AND topic LIKE 'order.%' GROUP BY 1`,
    [answered],
  );
  expect(rows).toEqual([{ dropped: 'answered', n: 2 }]);
});

it('a case that was passed on overnight is told to the unit that has it', async () => {
  server.clock.set(Date.parse('2026-03-04T18:00:00+08:00'));
  const id = await assigned('城东派出所', '2026-03-30');
  await send('clerk', id, 'TRANSFER', { leadUnitId: unit['城西派出所'], reason: '属于城西' });
  await goOn('2026-03-05T09:00:00');
  expect(await topics('wang', id)).toEqual([]);
  expect(await inbox('west', id)).toMatchObject([{ text: expect.stringContaining('已改派你单位') as string }]);
  // In both units, and told once all the same.
  expect(await topics('both', id)).toEqual(['tell.unit']);
  const { body } = await (await as('clerk')).get(`/api/cases/${id}/told`).expect(200);
  const told = (body as ToldOfCase).items.map(({ topic, to, dropped }) => [topic, to, dropped?.['zh-CN'] ?? null]);
  expect(told).toContainEqual(['tell.unit', 'west', null]);
  expect(told).toContainEqual(['tell.unit', null, '事项已改派其他单位，不再通知']);
  await (await as('west')).get(`/api/cases/${id}/told`).expect(403);
  // A departure is asked of whoever decides, and the answer goes to whom it concerns but not to who gave it.
  await send('clerk', id, 'ASK_DEPARTURE', { kind: 'withdraw', reason: '反映人撤回' });
  await passOn();
  expect(await topics('leader', id)).toEqual(['ask.departure']);
  await send('leader', id, 'GRANT_DEPARTURE');
  await passOn();
  // both came in the same moment, in any order
  const departure = (await inbox('west', id)).find(({ topic }) => topic === 'step.departure');
  expect(departure?.text).toContain('已同意');
  expect(await topics('clerk', id)).toContain('step.departure');
  expect(await topics('leader', id)).toEqual(['ask.departure']);
});

it('where nobody holds the role it goes to the office with a word, and at last to the administrators', async () => {
  const id = await assigned('空所', '2026-03-30');
  await passOn();
  const [entry, ...more] = await inbox('clerk', id);
  expect(entry!.text).toContain('转给您');
  expect(more).toEqual([]);
  await inTransaction(server.tenant.database.pool, (client) =>
    tellRoles(
      client,
      [{ topic: 'looks.near', role: 'auditor', unitId: server.units.root, deliverAt: server.clock.now() }],
      server.clock.now(),
    ),
  );
  await passOn();
  expect((await inbox('admin')).map(({ topic }) => topic)).toEqual(['gap']);
});

it('what somebody urges goes out at once, at night too', async () => {
  server.clock.set(Date.parse('2026-03-05T21:00:00+08:00'));
  await send('leader', late, 'URGE', { text: '请抓紧' });
  await passOn();
  const [entry] = await inbox('wang', late);
  expect(entry).toMatchObject({ topic: 'urge', byHand: true, text: expect.stringContaining('leader 催办') as string });
});

it('keeps the bell: unread by stream, read one or all, pages by cursor; others’ entries are not mine to read', async () => {
  const stream = listenTo(`${server.url}/api/inbox/stream`, await cookieFrom(server.url, 'wang'));
  const wang = await as('wang');
  const { unread } = (await wang.get('/api/inbox').expect(200)).body as InboxPage;
  expect((await stream.next('inbox')).data).toMatchObject({ unread });
  const [first, second] = await inbox('wang');
  const [foreign] = await inbox('named');
  await wang.post('/api/inbox/read').send({ ids: [first!.id, foreign!.id, uuid()] }).expect(200, { unread: unread - 1 }); // prettier-ignore
  expect((await stream.next('inbox')).data).toMatchObject({ unread: unread - 1 });
  expect((await inbox('named'))[0]!.readAt).toBeNull();
  const page = (await wang.get('/api/inbox?limit=1').expect(200)).body as InboxPage;
  const after = (await wang.get(`/api/inbox?limit=1&cursor=${page.nextCursor}`).expect(200)).body as InboxPage;
  expect([page, after].map(({ items }) => items[0]!.id)).toEqual([first!.id, second!.id]);
  await wang.post('/api/inbox/read').send({}).expect(400);
  await wang.post('/api/inbox/read').send({ all: true }).expect(200, { unread: 0 });
  expect(((await wang.get('/api/inbox?unread=true').expect(200)).body as InboxPage).items).toEqual([]);
  stream.end();
  await stream.ended;
});

it('says nothing of a case that its reader may no longer see', async () => {
  const admin = await server.signIn('admin');
  await admin.patch(`/api/people/${people['li']}`).send({ roles: [] }).expect(200);
  const entries = await inbox('li');
  expect(entries.length).toBeGreaterThan(0);
  for (const entry of entries) {
    expect(entry).not.toHaveProperty('caseId');
    expect(JSON.stringify(entry)).not.toMatch(/ZG-|路灯/);
  }
});

it('after three weeks off everybody learns how it stands now, and not what it was day by day', async () => {
  const soon = await assigned('城西派出所', '2026-03-11');
  await passOn();
  await goOn('2026-03-27T09:00:00');
  // Due soon, unsigned, late: what is over is dropped, the order that stands is told.
  const told = await topics('west', soon);
  expect(told).not.toContain('remind.due');
  expect(told.filter((topic) => topic === 'order.blue')).toHaveLength(1);
  expect(new Set(told).size).toBe(told.length);
  const { database, referenceData, workflows } = server.tenant;
  expect((await checkCases(database.pool, workflows, referenceData.current())).faults).toEqual([]);
});

it('an administrator who changes by what cases are judged has the leaders told: numbers of a workflow, a year, the days of a category', async () => {
  const admin = await as('admin');
  const { policy } = (await admin.get('/api/workflows/rectification/2')).body as { policy: Record<string, object> };
  const base = { base: 2, note: '试行' };
  const save = (more: object) => admin.post('/api/workflows/rectification/versions').send({ ...base, policy: { ...policy, ...more } }); // prettier-ignore
  // What would silence the ladder is no number that an office may set.
  const ahead = { blue: 300, orange: 300, red: 300 };
  const { body } = await save({ promises: { maxAhead: ahead, perPeriod: 300 }, waivers: { maxAhead: 300 } }).expect(422); // prettier-ignore
  const { details } = body as { details: { problems: { path: string }[] } };
  expect(details.problems.map(({ path }) => path)).toEqual(['policy.promises.maxAhead.blue', 'policy.promises.maxAhead.orange', 'policy.promises.maxAhead.red', 'policy.promises.perPeriod', 'policy.waivers.maxAhead']); // prettier-ignore
  await save({ dueSoonDays: 4 }).expect(201);
  await admin.patch('/api/calendar/2026').send({ days: [{ day: '2026-12-30', kind: 'off', name: '建局日' }] }).expect(200); // prettier-ignore
  await admin
    .patch(`/api/categories/${category}`)
    .send({ workingDays: { standard: 25 } })
    .expect(200);
  await admin
    .patch(`/api/categories/${category}`)
    .send({ workingDays: { standard: 25 } })
    .expect(200); // changes nothing
  await passOn();
  const told = async (name: string) => (await inbox(name)).filter(({ topic }) => topic === 'rules.changed').map(({ text }) => text); // prettier-ignore
  expect((await told('leader')).sort()).toEqual([
    expect.stringMatching(/^管理员改了“.+”的办理天数/),
    expect.stringContaining('管理员改了流程的数字，新事项按第 1001 版（rectification）办理'),
    expect.stringContaining('管理员改动了 2026 年的工作日历'),
  ]);
  expect(await told('clerk')).toEqual([]);
  await admin.post('/api/workflows/rectification/1001/withdraw').send({ reason: '试行结束' }).expect(200);
});
