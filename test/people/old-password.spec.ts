/** Whoever knew a password that was replaced has nothing left of it: no session begun in the same moment, no token, no stock of known browsers. */
import type TestAgent from 'supertest/lib/agent.js';
import { PeopleStore } from '../../src/store/people/people.store.js';
import { SessionStore } from '../../src/store/people/session.store.js';
import { START_PASSWORD, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: TestAgent;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn('admin');
});
afterAll(() => server.close());

const OWN = 'seven green kettles';
const add = (username: string) =>
  admin
    .post('/api/people')
    .send({ username, name: '赵小明', unitId: server.units.office, password: START_PASSWORD, roles: [] })
    .expect(201);
const signInWith = (username: string, password: string, address = '203.0.113.1', cookie = '') =>
  server
    .anonymous()
    .post('/api/session')
    .set('X-Forwarded-For', address)
    .set('Cookie', cookie)
    .send({ username, password });
const cookiesOf = (answer: { headers: Record<string, unknown> }): string[] =>
  (answer.headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0]!);
const named = (cookies: string[], name: string): string => cookies.find((one) => one.startsWith(`${name}=`)) ?? '';
const change = (session: string, currentPassword: string, newPassword = OWN) =>
  server.anonymous().patch('/api/me/password').set('Cookie', session).send({ currentPassword, newPassword });

/** Lets every call of the method wait until `after`, as a slow machine may. */
function held<T extends object, K extends keyof T>(
  of: T,
  method: K,
  after: Promise<unknown>,
  before = false,
): () => void {
  const real = (of[method] as (...args: unknown[]) => Promise<unknown>).bind(of);
  const slow = async (...args: unknown[]): Promise<unknown> => {
    if (before) await after;
    const answer = await real(...args);
    await after;
    return answer;
  };
  of[method] = slow as T[K];
  return () => delete of[method];
}

it('a sign-in that was under way with the old password comes to nothing', async () => {
  await add('hurried');
  const mine = named(cookiesOf(await signInWith('hurried', START_PASSWORD).expect(200)), 'xiaohao_session');
  let done = (): void => undefined;
  const changed = new Promise<void>((settle) => (done = settle));
  const release = held(server.app.get(PeopleStore, { strict: false }), 'credentials', changed);
  const late = Promise.all([1, 2, 3].map((n) => signInWith('hurried', START_PASSWORD, `203.0.113.${n}`)));
  await new Promise((soon) => setTimeout(soon, 200));
  await change(mine, START_PASSWORD).expect(204);
  done();
  expect((await late).map(({ status }) => status)).toEqual([401, 401, 401]);
  release();
  const { rows } = await server.test.database.pool.query(
    `SELECT FROM session s JOIN person p ON p.id = s.person_id WHERE p.username = 'hurried'`,
  );
  expect(rows).toHaveLength(1);
});

it('a token that was asked for by a session that has ended meanwhile is not made', async () => {
  await server.person('robotic', ['clerk']);
  const [owner, thief] = [await server.signIn('robotic'), await server.signIn('robotic')];
  let done = (): void => undefined;
  const changed = new Promise<void>((settle) => (done = settle));
  const release = held(server.app.get(SessionStore, { strict: false }), 'addToken', changed, true);
  const asked = thief
    .post('/api/tokens')
    .send({ name: 'robot', expiresOn: '2026-12-31' })
    .then(({ status }) => status);
  await new Promise((soon) => setTimeout(soon, 200));
  const mine = { currentPassword: 'password of robotic', newPassword: OWN };
  await owner.patch('/api/me/password').send(mine).expect(204);
  done();
  expect(await asked).toBe(401);
  release();
  expect((await owner.get('/api/tokens').expect(200)).body).toEqual([]);
});

it('a reset that comes while the person changes their password is not undone by it', async () => {
  const id = await server.person('reset', ['clerk']);
  const agent = await server.signIn('reset');
  let done = (): void => undefined;
  const reset = new Promise<void>((settle) => (done = settle));
  const release = held(server.app.get(PeopleStore, { strict: false }), 'passwordHash', reset);
  const asked = agent
    .patch('/api/me/password')
    .send({ currentPassword: 'password of reset', newPassword: OWN })
    .then(({ status }) => status);
  await new Promise((soon) => setTimeout(soon, 200));
  await admin.patch(`/api/people/${id}`).send({ password: START_PASSWORD }).expect(200);
  done();
  expect(await asked).toBe(403);
  release();
  await signInWith('reset', OWN).expect(401);
  expect((await signInWith('reset', START_PASSWORD).expect(200)).body).toMatchObject({ passwordDue: true });
});

it('browsers that were known by the old password have no guesses of their own any more', async () => {
  await add('guarded');
  const marks: string[] = [];
  for (let n = 0; n < 12; n += 1)
    marks.push(
      named(cookiesOf(await signInWith('guarded', START_PASSWORD, `198.51.100.${n}`).expect(200)), 'xiaohao_device'),
    );
  expect(new Set(marks).size).toBe(12);
  const mine = named(cookiesOf(await signInWith('guarded', START_PASSWORD).expect(200)), 'xiaohao_session');
  await change(mine, START_PASSWORD).expect(204);
  const guesses = await Promise.all(
    marks.flatMap((mark, n) =>
      [1, 2, 3, 4].map((m) => signInWith('guarded', `guess ${n} ${m}`, `198.51.100.${n}`, mark)),
    ),
  );
  expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
});

it('the browser in which it was changed stays known, with the others that use it', async () => {
  await add('keeper');
  await server.person('colleague', []);
  const theirs = named(cookiesOf(await signInWith('colleague', 'password of colleague').expect(200)), 'xiaohao_device');
  const first = cookiesOf(await signInWith('keeper', START_PASSWORD, '203.0.113.1', theirs).expect(200));
  const both = [named(first, 'xiaohao_session'), named(first, 'xiaohao_device')].join('; ');
  const known = named(cookiesOf(await change(both, START_PASSWORD).expect(204)), 'xiaohao_device');
  for (const username of ['keeper', 'colleague']) {
    await Promise.all(Array.from({ length: 20 }, (_, n) => signInWith(username, 'guess', `192.0.2.${n}`)));
    const password = username === 'keeper' ? OWN : 'password of colleague';
    await signInWith(username, password, '192.0.2.200').expect(429);
    await signInWith(username, password, '192.0.2.1', known).expect(200);
  }
});
