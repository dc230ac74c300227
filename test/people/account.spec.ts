/** What people do with their own account: tokens for programs and the password. */
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const withToken = (token: string, path = '/api/me') =>
  server.anonymous().get(path).set('Authorization', `Bearer ${token}`);

async function issue(username: string, expiresOn = '2026-12-31'): Promise<{ id: string; token: string }> {
  const agent = await server.signIn(username);
  return (await agent.post('/api/tokens').send({ name: 'ledger robot', expiresOn }).expect(201)).body as {
    id: string;
    token: string;
  };
}

describe('a token', () => {
  it('acts as its person with the roles held now, not those held when it was made', async () => {
    const id = await server.person('token-owner', ['clerk']);
    const { token } = await issue('token-owner');
    const roles = async () =>
      ((await withToken(token).expect(200)).body as { user: { roles: { role: string }[] } }).user.roles;
    expect((await roles()).map(({ role }) => role)).toEqual(['clerk']);
    const admin = await server.signIn('admin');
    await admin.patch(`/api/people/${id}`).send({ roles: [] }).expect(200);
    expect(await roles()).toEqual([]);
  });

  it('works through its last day at the office and no longer', async () => {
    const { token } = await issue('admin', '2026-03-02');
    const before = server.clock.now();
    try {
      server.clock.set(Date.parse('2026-03-02T23:59:59+08:00'));
      await withToken(token).expect(200);
      server.clock.set(Date.parse('2026-03-03T00:00:00+08:00'));
      await withToken(token).expect(401);
    } finally {
      server.clock.set(before);
    }
  });

  it('is told once, listed without its secret, and dead when revoked', async () => {
    const { id, token } = await issue('admin');
    const admin = await server.signIn('admin');
    const listed = await admin.get('/api/tokens').expect(200);
    expect(listed.text).toContain(id);
    expect(listed.text).not.toContain(token);
    await admin.delete(`/api/tokens/${id}`).expect(204);
    await withToken(token).expect(401);
    await admin.delete(`/api/tokens/${id}`).expect(404);
  });

  it('of somebody else cannot be revoked or seen', async () => {
    const { id, token } = await issue('admin');
    await server.person('other', ['clerk']);
    const other = await server.signIn('other');
    await other.delete(`/api/tokens/${id}`).expect(404);
    expect((await other.get('/api/tokens').expect(200)).body).toEqual([]);
    await withToken(token).expect(200);
  });

  it('is refused for a day that is over, a day that does not exist and a person who signed in with a token', async () => {
    const admin = await server.signIn('admin');
    await admin.post('/api/tokens').send({ name: 'x', expiresOn: '2026-03-01' }).expect(422);
    await admin.post('/api/tokens').send({ name: 'x', expiresOn: '2026-02-30' }).expect(400);
    const { token } = await issue('admin');
    await server
      .anonymous()
      .post('/api/tokens')
      .set('Authorization', `Bearer ${token}`)
      .send({ name: 'child', expiresOn: '2026-12-31' })
      .expect(403);
  });

  it('leaves no trace of its secret in the database', async () => {
    const { token } = await issue('admin');
    const { rows } = await server.test.database.pool.query<{ row: string }>('SELECT t::text AS row FROM token t');
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
  });
});

describe('a new password', () => {
  it('asks for the present one, and throws out whoever knew it', async () => {
    await server.person('careful', ['clerk']);
    const { token } = await issue('careful');
    const [here, elsewhere] = [await server.signIn('careful'), await server.signIn('careful')];
    const change = (currentPassword: string, newPassword: string) =>
      here.patch('/api/me/password').send({ currentPassword, newPassword });
    await change('wrong', 'a longer password').expect(403);
    await change('password of careful', 'short').expect(422);
    await change('password of careful', 'a longer password').expect(204);
    await elsewhere.get('/api/me').expect(401);
    await withToken(token).expect(401);
    const signIn = (password: string) =>
      server.anonymous().post('/api/session').send({ username: 'careful', password });
    await signIn('password of careful').expect(401);
    await signIn('a longer password').expect(200);
  });
});
