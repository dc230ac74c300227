/** Requests of one moment share the questions every request asks of the database, and a revoked secret is refused all the same. */
import { v7 as uuid } from 'uuid';
import type pg from 'pg';
import { CasesService } from '../../src/cases/cases.service.js';
import type { Actor } from '../../src/domain/command.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { PeopleStore } from '../../src/store/people/people.store.js';
import { SessionStore } from '../../src/store/people/session.store.js';
import { startServer, type TestServer } from '../support/server.js';

const HOUR = 3_600_000;
const TODAY = '2026-03-02';
const PEOPLE = ['an', 'bai', 'cai', 'deng'];

let server: TestServer;
let sessions: SessionStore;
const ids = new Map<string, string>();
beforeAll(async () => {
  server = await startServer();
  sessions = server.app.get(SessionStore);
  for (const name of PEOPLE) ids.set(name, await server.person(name, ['handler']));
});
afterAll(() => server.close());
afterEach(() => jest.restoreAllMocks());

/** The real query of a pool, watched: how often a statement of that name was sent. */
function watch(pool: pg.Pool, name: string): () => number {
  const spy = jest.spyOn(pool, 'query');
  return () => (spy.mock.calls as unknown[][]).filter(([asked]) => (asked as { name?: string }).name === name).length;
}

/** Lets the answer to the next statement on the pool arrive only when the test says so. */
function holdNextAnswer(pool: pg.Pool): () => void {
  let letGo!: () => void;
  const held = new Promise<void>((done) => (letGo = done));
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
  jest.spyOn(pool, 'query').mockImplementationOnce((async (...args: unknown[]) => {
    const answer = await query(...args);
    await held;
    return answer;
  }) as never);
  return letGo;
}

async function session(name: string): Promise<string> {
  const secret = uuid();
  const now = server.clock.now();
  const personId = ids.get(name)!;
  const passwordHash = await server.app.get(PeopleStore, { strict: false }).passwordHash(personId);
  const begun = { secret, personId, passwordHash, at: now, expiresAt: now + HOUR, userAgent: '' };
  expect(await sessions.begin(begun)).toBe(true);
  return secret;
}

it('asks once who is behind the cookies of one moment and takes nobody for another', async () => {
  const secrets = await Promise.all([...PEOPLE, ...PEOPLE].map(session));
  const asked = watch(server.test.database.pool, 'find-sessions');
  const found = await Promise.all([...secrets, 'guess'].map((secret) => sessions.find(secret, server.clock.now())));
  expect(found.map((one) => one?.person.username)).toEqual([...PEOPLE, ...PEOPLE, undefined]);
  expect(asked()).toBe(1);
});

it('judges each request by its own moment', async () => {
  const secret = await session('an');
  const now = server.clock.now();
  const [inTime, late] = await Promise.all([sessions.find(secret, now), sessions.find(secret, now + HOUR)]);
  expect(inTime?.person.username).toBe('an');
  expect(late).toBeNull();
});

it('refuses a session that was ended while the question of an earlier request was under way', async () => {
  const secret = await session('bai');
  const { pool } = server.test.database;
  const letGo = holdNextAnswer(pool);
  const earlier = sessions.find(secret, server.clock.now());
  await new Promise((done) => setTimeout(done, 20));
  await sessions.end(secret);
  const later = sessions.find(secret, server.clock.now());
  letGo();
  expect((await earlier)?.person.username).toBe('bai');
  expect(await later).toBeNull();
});

it('answers 401 to the second of two requests when the session ended between them', async () => {
  const secret = await session('cai');
  const me = () => server.anonymous().get('/api/me').set('Cookie', `xiaohao_session=${secret}`);
  const { pool } = server.test.database;
  const letGo = holdNextAnswer(pool);
  const first = me().then(({ status }) => status);
  await new Promise((done) => setTimeout(done, 50));
  await sessions.end(secret);
  const second = me().then(({ status }) => status);
  await new Promise((done) => setTimeout(done, 50));
  letGo();
  expect(await Promise.all([first, second])).toEqual([200, 401]);
});

it('asks once for tokens too, and knows the revoked and the expired among them', async () => {
  const issue = async (name: string, expiresOn: string) => {
    const secret = uuid();
    const asked = { secret, sessionSecret: await session(name), name: 'robot', expiresOn, at: server.clock.now() };
    return { secret, id: (await sessions.addToken(asked))! };
  };
  const [good, revoked, expired] = await Promise.all([
    issue('an', TODAY),
    issue('bai', TODAY),
    issue('cai', '2026-03-01'),
  ]);
  await sessions.revokeToken(revoked.id, ids.get('bai')!, server.clock.now());
  const asked = watch(server.test.database.pool, 'find-tokens');
  const found = await Promise.all([good, revoked, expired].map(({ secret }) => sessions.findByToken(secret, TODAY)));
  expect(found.map((person) => person?.username)).toEqual(['an', undefined, undefined]);
  expect(asked()).toBe(1);
});

it('reads the cases of the commands of one moment once, for the question who may see them and for the door', async () => {
  const clerk = await server.person('clerk', ['clerk'], server.units.root);
  const east = await server.unit('城东分局');
  const actor: Actor = {
    userId: clerk,
    name: 'clerk',
    unitId: server.units.root,
    roles: [{ role: 'clerk', unitId: server.units.root }],
    via: 'web',
  };
  const cases = server.app.get(CasesService);
  const { categories } = server.tenant.referenceData.current();
  const input = {
    title: '路灯不亮',
    description: '东街路灯不亮',
    source: 'hotline',
    categoryId: [...categories.keys()][0]!,
  };
  const made = await Promise.all(Array.from({ length: 6 }, () => cases.collect(actor, input as never)));
  const caseIds = made.map((one) => one.case.id);
  server.app.get(CaseStore).memory.forget(caseIds);
  const asked = watch(server.test.database.hotPool, 'load-cases');
  const assign = (id: string) => cases.command(actor, id, { id: uuid(), type: 'ASSIGN', leadUnitId: east });
  const done = await Promise.all(caseIds.map(assign));
  expect(done.map((one) => one.case.stage)).toEqual(caseIds.map(() => 'assigned'));
  expect(asked()).toBe(1);

  // What the sender may not know of is not told apart from what does not exist, remembered or not.
  const stranger = { ...actor, roles: [] };
  server.app.get(CaseStore).memory.forget(caseIds);
  const refused = await Promise.allSettled(
    caseIds.map((id) => cases.command(stranger, id, { id: uuid(), type: 'ACCEPT' })),
  );
  expect(refused.map((one) => (one as { reason?: { status?: number } }).reason?.status)).toEqual(
    caseIds.map(() => 404),
  );
});
