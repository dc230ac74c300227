/** The morning: one digest a working day and person, by two servers, from My work's own list; a sheet for leaders; and what changed since somebody last looked. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { InboxItem, InboxPage } from '../../src/inbox/inbox.dto.js';
import { DigestService } from '../../src/inbox/digest.service.js';
import { MorningService } from '../../src/inbox/morning.service.js';
import type { Briefing } from '../../src/inbox/briefing.dto.js';
import type { SinceShown } from '../../src/inbox/since.dto.js';
import { DigestStore } from '../../src/store/messages/digest.store.js';
import { ReachStore } from '../../src/store/people/reach.store.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let servers: MorningService[];
let station: string;
let category: string;

beforeAll(async () => {
  server = await startServer({ now: '2026-03-02T10:00:00+08:00' });
  station = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('leader', ['leader']);
  await server.person('handler', ['handler'], station);
  await server.person('idle', ['visitor']);
  const { database, referenceData } = server.tenant;
  const digests = server.app.get(DigestService, { strict: false });
  servers = [1, 2].map(
    () => new MorningService(database, new DigestStore(database), digests, new ReachStore(database), referenceData, server.clock), // prettier-ignore
  );
  category = ((await (await server.signIn('clerk')).get('/api/categories')).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

const at = (moment: string): void => server.clock.set(Date.parse(`${moment}+08:00`));
const make = async (): Promise<number> =>
  (await Promise.all(servers.map((one) => one.make()))).reduce((sum, n) => sum + n, 0);
async function digestsOf(name: string): Promise<InboxItem[]> {
  const { body } = await (await server.signIn(name)).get('/api/inbox').expect(200);
  return (body as InboxPage).items.filter(({ topic }) => topic === 'digest' || topic === 'morning');
}
async function assigned(dueOn: string): Promise<string> {
  const clerk: TestAgent = await server.signIn('clerk');
  const id = uuid();
  const given = { id, title: '路灯不亮', description: '东街', source: 'hotline', categoryId: category };
  await clerk.post('/api/cases').send(given).expect(201);
  const command = { id: uuid(), type: 'ASSIGN', leadUnitId: station, dueOn };
  await clerk.post(`/api/cases/${id}/commands`).send(command).expect(200);
  return id;
}

it('comes at half past eight of working days, once, and to nobody for whom nothing waits', async () => {
  const first = await assigned('2026-03-03');
  await assigned('2026-03-20');
  at('2026-03-04T08:29:00');
  expect(await make()).toBe(0);
  at('2026-03-04T08:30:05');
  expect(await make()).toBe(2);
  expect(await make()).toBe(0);
  const [digest, ...more] = await digestsOf('handler');
  expect(more).toEqual([]);
  expect(digest!.text).toMatch(/^今天有 2 件事等您办/);
  expect(digest!.href).toBe('/work');
  expect(digest!.lines!.map(({ caseId }) => caseId)[0]).toBe(first);
  expect(await digestsOf('idle')).toEqual([]);
  at('2026-03-07T09:00:00'); // a Saturday
  expect(await make()).toBe(0);
});

it('is a morning sheet for leaders: what fell due and what changed', async () => {
  const [sheet] = await digestsOf('leader');
  expect(sheet).toMatchObject({ topic: 'morning', href: '/overdue' });
  expect(sheet!.text).toContain('昨日到期未结 1 件');
});

it('says what changed since the last look, which the server keeps', async () => {
  at('2026-03-09T09:00:00');
  const leader = await server.signIn('leader');
  const since = async (by: TestAgent): Promise<SinceShown> => (await by.get('/api/me/since').expect(200)).body as SinceShown; // prettier-ignore
  const first = await since(leader);
  expect(first.lookedAt).toBeNull();
  await leader.post('/api/me/since').send({ at: first.at }).expect(204);
  at('2026-03-10T09:00:00');
  await assigned('2026-03-30');
  const elsewhere = await server.signIn('leader');
  const next = await since(elsewhere);
  expect(next).toMatchObject({ lookedAt: first.at, from: '2026-03-09' });
  expect(next.changes).toMatchObject([{ measure: 'collected', before: 2, after: 3 }]);
  // Nobody looks ahead of the clock, and no computer that is behind takes a look back.
  await elsewhere.post('/api/me/since').send({ at: '2030-01-01T00:00:00Z' }).expect(204);
  expect((await since(elsewhere)).lookedAt).toBe(next.at);
  await elsewhere.post('/api/me/since').send({ at: first.at }).expect(204);
  expect((await since(elsewhere)).lookedAt).toBe(next.at);
  await (await server.signIn('handler')).get('/api/me/since').expect(403);
});

it('is one page for a leader, on which each line opens the cases it counts', async () => {
  const read = async (by: TestAgent): Promise<Briefing> => (await by.get('/api/me/briefing').expect(200)).body as Briefing; // prettier-ignore
  // The unit answers the order against its late case, and does not keep its word.
  const [broken] = await digestsOf('handler').then(([digest]) => digest!.lines!);
  const handler = await server.signIn('handler');
  const of = `/api/cases/${broken!.caseId}`;
  await handler.post(`${of}/commands`).send({ id: uuid(), type: 'ACCEPT' }).expect(200);
  const { orders } = (await handler.get(of).expect(200)).body as { orders: { id: string }[] };
  const reply = { text: '已约施工队', cause: '缺少配件', isFinal: false, promisedOn: '2026-03-12' };
  const head = await server.person('head', ['unitLeader'], station).then(() => server.signIn('head'));
  await head
    .post(`/api/orders/${orders.at(-1)!.id}/reply`)
    .send(reply)
    .expect(200);

  at('2026-03-24T09:00:00');
  const leader = await server.signIn('leader');
  const briefing = await read(leader);
  expect(briefing).toMatchObject({
    from: '2026-03-10',
    overdue: { count: 2 },
    newlyLate: { count: 1 },
    promised: { count: 1 },
    broken: { count: 1 },
    ask: [{ unitId: station, name: '城东派出所' }],
  });
  const [asked] = briefing.ask;
  expect(asked!.points).toBe(asked!.reasons.reduce((sum, { points }) => sum + points, 0));
  expect(asked!.reasons.map(({ what }) => what)).toEqual(expect.arrayContaining(['promiseBroken', 'newlyLate']));
  const { overdue, newlyLate, promised, broken: unkept } = briefing;
  for (const { count, casesHref } of [overdue, newlyLate, promised, unkept, ...asked!.reasons]) {
    const { body } = await leader.get(casesHref).expect(200);
    expect([casesHref, (body as { total: number }).total]).toEqual([casesHref, count]);
  }
  // What waits is what My work lists.
  const work = (await leader.get('/api/work').expect(200)).body as { items: { id: string }[] };
  expect(briefing.waiting.items.map(({ id }) => id)).toEqual(work.items.slice(0, 6).map(({ id }) => id));
  // Seen on one computer, it is seen on all: on the morning after nothing is new.
  await leader.post('/api/me/since').send({ at: briefing.at }).expect(204);
  at('2026-03-25T09:00:00');
  expect(await read(await server.signIn('leader'))).toMatchObject({
    lookedAt: briefing.at,
    overdue: { count: 2 },
    newlyLate: { count: 0 },
    broken: { count: 0 },
    changes: [],
  });
  await (await server.signIn('handler')).get('/api/me/briefing').expect(403);
  await (await server.signIn('leader')).get('/api/cases?since=2026-03-10').expect(400);
});
