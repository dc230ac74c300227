/** Signing in and out, how long it lasts, and what keeps others from using it. */
import supertest from 'supertest';
import { startServer, type TestServer } from '../support/server.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const cookieOf = (answer: { headers: Record<string, unknown> }): string => String(answer.headers['set-cookie']);
const attempt = (username: string, password: string, headers: Record<string, string> = {}) =>
  server.anonymous().post('/api/session').set(headers).send({ username, password });
const PASSWORD = 'password of admin';

it('tells who signed in, with roles and units', async () => {
  const answer = await attempt('admin', PASSWORD).expect(200);
  expect(answer.body).toEqual({
    user: {
      id: expect.any(String),
      username: 'admin',
      name: '管理员',
      unitId: server.units.root,
      roles: [{ role: 'administrator', unitId: server.units.root }],
    },
    officeZone: 'Asia/Shanghai',
    passwordDue: false,
    draftKey: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
  });
  const admin = await server.signIn('admin');
  expect((await admin.get('/api/me').expect(200)).body).toEqual(answer.body);
});

it('tells each person a key of their own for drafts, the same each time, and none to a program', async () => {
  await server.person('drafter', ['clerk']);
  const drafter = await server.signIn('drafter');
  const keyOf = async (agent: Awaited<ReturnType<typeof server.signIn>>): Promise<string> =>
    ((await agent.get('/api/me').expect(200)).body as { draftKey: string }).draftKey;
  const key = await keyOf(drafter);
  expect(await keyOf(await server.signIn('drafter'))).toBe(key);
  expect(await keyOf(await server.signIn('admin'))).not.toBe(key);
  const { body } = await drafter.post('/api/tokens').send({ name: '接口', expiresOn: '2027-12-31' }).expect(201);
  const program = server
    .anonymous()
    .get('/api/me')
    .set('Authorization', `Bearer ${(body as { token: string }).token}`);
  expect((await program.expect(200)).body).toMatchObject({ draftKey: '' });
});

it('gives a cookie that scripts cannot read and foreign pages cannot use', async () => {
  expect(cookieOf(await attempt('admin', PASSWORD))).toMatch(
    /^xiaohao_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax(,xiaohao_device=[\w.~-]+; Max-Age=\d+; Path=\/api\/(session|me\/password); HttpOnly; SameSite=Lax){2}$/i,
  );
});

it('marks the cookie as secure where a trusted proxy took the request by https', async () => {
  expect(cookieOf(await attempt('admin', PASSWORD, { 'X-Forwarded-Proto': 'https' }))).toMatch(/; Secure/);
});

it('believes no proxy where none is trusted', async () => {
  const strict = await startServer({ env: { TRUST_PROXY: 'none' } });
  try {
    const answer = await supertest(strict.url)
      .post('/api/session')
      .set('X-Forwarded-Proto', 'https')
      .send({ username: 'admin', password: PASSWORD })
      .expect(200);
    expect(cookieOf(answer)).not.toMatch(/Secure/);
  } finally {
    await strict.close();
  }
});

it('keeps neither passwords nor secrets of sessions in the database', async () => {
  const secret = /xiaohao_session=([\w-]+)/.exec(cookieOf(await attempt('admin', PASSWORD)))![1]!;
  const { rows } = await server.test.database.pool.query<{ row: string }>(
    'SELECT s::text AS row FROM session s UNION ALL SELECT p::text FROM person p',
  );
  const stored = rows.map(({ row }) => row).join('\n');
  expect(stored).toContain('$argon2id$');
  for (const text of [PASSWORD, secret, Buffer.from(secret).toString('hex')]) expect(stored).not.toContain(text);
});

it('answers alike to a wrong password and to an account that does not exist', async () => {
  const wrong = await attempt('admin', 'guess').expect(401);
  const unknown = await attempt('nobody', 'guess').expect(401);
  expect(unknown.body).toEqual(wrong.body);
  expect(wrong.body).toMatchObject({ code: 'session.wrongCredentials' });
});

it('slows down who guesses, also all at once, and leaves other accounts alone', async () => {
  await server.person('wang', ['clerk']);
  await server.person('guessed', ['clerk']);
  const guesses = await Promise.all(Array.from({ length: 12 }, () => attempt('guessed', 'guess')));
  expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
  const slowed = guesses.filter(({ status }) => status === 429);
  expect(slowed).toHaveLength(7);
  expect(Number(slowed[0]!.headers['retry-after'])).toBeGreaterThan(0);
  await attempt('guessed', 'password of guessed').expect(429);
  await attempt('wang', 'password of wang').expect(200);
});

it('does not count a sign-in that succeeds', async () => {
  for (let i = 0; i < 8; i += 1) await attempt('admin', PASSWORD).expect(200);
});

it('ends after twelve hours without use', async () => {
  const admin = await server.signIn('admin');
  server.clock.advance(12 * HOUR - MINUTE);
  await admin.get('/api/me').expect(200);
  server.clock.advance(12 * HOUR - MINUTE);
  await admin.get('/api/me').expect(200);
  server.clock.advance(12 * HOUR);
  await admin.get('/api/me').expect(401);
});

it('ends after a week however much it is used', async () => {
  const admin = await server.signIn('admin');
  for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
    await admin.get('/api/me').expect(200);
    server.clock.advance(6 * HOUR);
  }
  await admin.get('/api/me').expect(200);
  server.clock.advance(6 * HOUR);
  await admin.get('/api/me').expect(401);
});

it('ends on signing out, and signing out twice is no fault', async () => {
  const secret = cookieOf(await attempt('admin', PASSWORD)).split(';')[0]!;
  const me = () => server.anonymous().get('/api/me').set('Cookie', secret);
  await me().expect(200);
  for (let i = 0; i < 2; i += 1) await server.anonymous().delete('/api/session').set('Cookie', secret).expect(204);
  await me().expect(401);
});

it('answers 401 to a cookie nobody was given and to another scheme than bearer', async () => {
  await server.anonymous().get('/api/me').set('Cookie', 'xiaohao_session=guess').expect(401);
  await server.anonymous().get('/api/me').set('Cookie', 'xiaohao_session=%00').expect(401);
  const admin = await server.signIn('admin');
  await admin.get('/api/me').set('Authorization', 'Basic YTpi').expect(401);
});

describe('a change sent with a cookie', () => {
  const change = async (
    headers: Record<string, string>,
    body: string | object = { name: '政工科', parentId: server.units.root },
  ) => (await (await server.signIn('admin')).post('/api/units').set(headers).send(body)).status;
  const own = () => server.url;

  it('is taken from our own pages and from programs', async () => {
    expect(await change({ 'Sec-Fetch-Site': 'same-origin' })).toBe(201);
    expect(await change({ Origin: own() })).toBe(201);
    expect(await change({})).toBe(201);
  });

  it.each(['cross-site', 'same-site', 'none'])('is refused from a page the browser calls %s', async (site) => {
    expect(await change({ 'Sec-Fetch-Site': site, Origin: own() })).toBe(403);
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('is refused from the origin %s', async (origin) => {
    expect(await change({ Origin: origin })).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'is refused as %s, which a plain form can send',
    async (type) => {
      expect(await change({ 'Content-Type': type }, '{"name":"x"}')).toBe(403);
    },
  );

  it('does not stop reading, nor programs with a token', async () => {
    const admin = await server.signIn('admin');
    await admin.get('/api/units').set('Origin', 'https://evil.example').expect(200);
    const { body } = await admin.post('/api/tokens').send({ name: 'robot', expiresOn: '2026-12-31' }).expect(201);
    await server
      .anonymous()
      .post('/api/units')
      .set({ Authorization: `Bearer ${(body as { token: string }).token}`, 'Sec-Fetch-Site': 'cross-site' })
      .send({ name: '机器人科', parentId: server.units.root })
      .expect(201);
  });
});
