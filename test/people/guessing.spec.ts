/** Guessing is slow from any number of addresses, and nobody locks out somebody else. */
import supertest from 'supertest';
import { guessed, NO_GUESSES, takenBack, type GuessBudget, type GuessCount } from '../../src/domain/guessing.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
  await server.person('leader', ['leader']);
});
afterEach(() => server.close());

const attempt = (username: string, password: string, address = '203.0.113.1') =>
  server.anonymous().post('/api/session').set('X-Forwarded-For', address).send({ username, password });
const PASSWORD = 'password of leader';

it('slows down 120 guesses from 120 addresses', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 120 }, (_, n) => attempt('leader', `guess ${n}`, `198.51.100.${n + 1}`)),
  );
  expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
  const slowed = guesses.filter(({ status }) => status === 429);
  expect(slowed.length).toBeGreaterThanOrEqual(110);
  expect(Number(slowed[0]!.headers['retry-after'])).toBeGreaterThan(0);
});

it('holds up nobody who is signed in, however many guesses wait to be counted', async () => {
  const signedIn = await server.signIn('leader');
  await attempt('leader', 'guess', '198.51.100.1').expect(401);
  const client = await server.test.database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT FROM guess FOR UPDATE'); // as the counting of other guesses does, only longer
    const guesses = Promise.all(
      Array.from({ length: 60 }, (_, n) => attempt('leader', `guess ${n}`, `198.51.100.${(n % 30) + 1}`)),
    );
    await new Promise((soon) => setTimeout(soon, 500));
    const answered = signedIn.get('/api/units').then(({ status }) => status);
    const late = new Promise<string>((settle) => setTimeout(() => settle('not answered within 20 s'), 20_000));
    expect(await Promise.race([answered, late])).toBe(200);
    await client.query('COMMIT');
    expect((await guesses).filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(50);
  } finally {
    client.release();
  }
}, 240_000);

it('does not lock out a leader behind an address from which 30 guesses at others came', async () => {
  for (let n = 0; n < 30; n += 1) await attempt(`somebody${n}`, 'guess');
  await attempt('leader', PASSWORD).expect(200);
});

it('does not lock out an owner whose browser is known, whoever hammers the account, also from the same address', async () => {
  const agent = supertest.agent(server.url);
  const signIn = () =>
    agent.post('/api/session').set('X-Forwarded-For', '203.0.113.1').send({ username: 'leader', password: PASSWORD });
  await signIn().expect(200);
  await agent.delete('/api/session').expect(204);
  await Promise.all(Array.from({ length: 40 }, (_, n) => attempt('leader', 'guess', `203.0.113.${(n % 4) + 1}`)));
  await attempt('leader', PASSWORD).expect(429); // another browser waits
  await signIn().expect(200);
});

it('believes no mark of a browser that it did not sign, nor one of another account', async () => {
  await server.person('other', ['clerk']);
  const { headers } = await attempt('other', 'password of other').expect(200);
  const mark = (headers['set-cookie'] as unknown as string[]).find((one) => one.startsWith('xiaohao_device'))!;
  for (const cookie of [mark.split(';')[0]!, 'xiaohao_device=AAAAAAAAAAAAAAAA.forged']) {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => attempt('leader', 'guess', '192.0.2.9').set('Cookie', cookie)),
    );
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(7);
  }
});

it('counts for a second server too', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => attempt('leader', 'guess', `198.51.100.${n + 1}`)));
  await server.restart();
  await attempt('leader', 'guess', '198.51.100.200').expect(429);
});

it('slows down guesses at the present password of a stolen session, and the owner signs in all the same', async () => {
  const thief = await server.signIn('leader');
  const change = (currentPassword: string) =>
    thief.patch('/api/me/password').send({ currentPassword, newPassword: 'seven green kettles' });
  const guesses = await Promise.all(Array.from({ length: 60 }, (_, n) => change(`guess ${n}`)));
  expect(guesses.filter(({ status }) => status === 403)).toHaveLength(5);
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(55);
  const owner = await server.signIn('leader');
  const mine = { currentPassword: PASSWORD, newPassword: 'seven green kettles' };
  await owner.patch('/api/me/password').send(mine).expect(204);
});

it('shows the administrator and the auditor whose account was guessed at', async () => {
  await server.person('auditor', ['auditor']);
  await Promise.all(Array.from({ length: 9 }, () => attempt('leader', 'guess')));
  for (const name of ['admin', 'auditor']) {
    const { body } = await (await server.signIn(name)).get('/api/sign-in-alarms').expect(200);
    expect(body).toMatchObject([{ username: 'leader', day: '2026-03-02', refused: 4 }]);
  }
});

it('answers alike for an account that does not exist', async () => {
  const of = async (username: string) =>
    (await Promise.all(Array.from({ length: 12 }, () => attempt(username, 'guess', '192.0.2.77')))).map(
      ({ status }) => status,
    );
  expect((await of('nobody')).sort()).toEqual((await of('leader')).sort());
});

it('forgets, and keeps no row longer than it says something', async () => {
  const { pool } = server.test.database;
  await Promise.all(Array.from({ length: 20 }, () => attempt('leader', 'guess')));
  await pool.query(`UPDATE guess SET at = at - interval '1 day', free_at = free_at - interval '1 day',
                      forgotten_at = forgotten_at - interval '1 day'`);
  await attempt('leader', PASSWORD).expect(200);
  await attempt('leader', PASSWORD, '192.0.2.1').expect(200);
  const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM guess WHERE forgotten_at < now()');
  expect(rows[0]!.n).toBeLessThanOrEqual(5);
});

describe('the wait', () => {
  const budget: GuessBudget = { free: 3, forget: 60, firstWait: 10, longestWait: 80 };
  it('doubles after the free guesses, ends at the longest, and fades when nobody guesses', () => {
    let count: GuessCount = NO_GUESSES;
    let now = 1_000_000;
    const waits: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      const next = guessed(count, budget, now) as GuessCount;
      waits.push((next.freeAt - now) / 1000);
      count = next;
      now = next.freeAt;
    }
    expect(waits.slice(0, 5)).toEqual([0, 0, 10, 20, 40]);
    expect(Math.max(...waits)).toBe(80);
    expect(guessed(count, budget, count.freeAt - 1)).toEqual({ waitSeconds: 1 });
    expect((guessed(count, budget, now + 3_600_000) as GuessCount).freeAt).toBe(now + 3_600_000);
  });

  it('is taken back when the guess was right', () => {
    const first = guessed(NO_GUESSES, budget, 5_000) as GuessCount;
    expect(takenBack(first, budget, 5_000)).toEqual({ level: 0, at: 5_000, freeAt: 5_000 });
  });
});
