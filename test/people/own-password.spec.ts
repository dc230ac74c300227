/** A password is its person's own: what somebody else set opens nothing but the change of it, and the easily guessed are refused. */
import { requireGoodPassword } from '../../src/people/password-policy.js';
import { openApiDocument } from '../../src/http/open-api.js';
import { START_PASSWORD, startServer, type TestServer } from '../support/server.js';
import type TestAgent from 'supertest/lib/agent.js';

let server: TestServer;
let admin: TestAgent;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn('admin');
});
afterAll(() => server.close());

const add = (username: string, password: string, name = '赵小明') =>
  admin.post('/api/people').send({ username, name, unitId: server.units.office, password, roles: [] });
const signInWith = (username: string, password: string) =>
  server.anonymous().post('/api/session').send({ username, password });
const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  (answer.headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0]).join('; ');

describe('a password that an administrator set', () => {
  it('opens no route but who one is, the change of the password, and the way out', async () => {
    await add('beginner', START_PASSWORD).expect(201);
    const signedIn = await signInWith('beginner', START_PASSWORD).expect(200);
    expect(signedIn.body).toMatchObject({ passwordDue: true });
    const cookie = cookieOf(signedIn);
    const { paths } = openApiDocument(server.app);
    const routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, { security?: object[] }>)
        .filter(([, { security }]) => (security ?? []).length > 0)
        .map(([method]) => ({ method, path: path.replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000') })),
    );
    expect(routes.length).toBeGreaterThan(40);
    const open: string[] = [];
    for (const { method, path } of routes) {
      const agent = server.anonymous() as unknown as Record<
        string,
        (path: string) => { set(name: string, value: string): Promise<{ status: number; body: { code?: string } }> }
      >;
      const { status, body } = await agent[method]!(path).set('Cookie', cookie);
      // an answer to HEAD has no body
      if (status !== 403 || (method !== 'head' && body.code !== 'account.passwordDue')) open.push(`${method} ${path}`);
    }
    expect(open.sort()).toEqual(['get /api/me', 'patch /api/me/password']);
  });

  it('is replaced by one of the person’s own, after which everything opens and this browser goes on', async () => {
    await add('replacer', START_PASSWORD).expect(201);
    const cookie = cookieOf(await signInWith('replacer', START_PASSWORD).expect(200));
    const change = (newPassword: string) =>
      server
        .anonymous()
        .patch('/api/me/password')
        .set('Cookie', cookie)
        .send({ currentPassword: START_PASSWORD, newPassword });
    expect((await change(START_PASSWORD).expect(422)).body).toMatchObject({ code: 'password.same' });
    const changed = await change('seven green kettles').expect(204);
    await server.anonymous().get('/api/me').set('Cookie', cookie).expect(401);
    const next = cookieOf(changed);
    expect((await server.anonymous().get('/api/me').set('Cookie', next).expect(200)).body).toMatchObject({
      passwordDue: false,
    });
    await server.anonymous().get('/api/units').set('Cookie', next).expect(200);
    await signInWith('replacer', START_PASSWORD).expect(401);
  });

  it('comes back with a reset, and nobody resets their own', async () => {
    const id = await server.person('reset', ['clerk']);
    await admin.patch(`/api/people/${id}`).send({ password: START_PASSWORD }).expect(200);
    expect((await signInWith('reset', START_PASSWORD).expect(200)).body).toMatchObject({ passwordDue: true });
    const { body } = await admin.get('/api/me').expect(200);
    const mine = (body as { user: { id: string } }).user.id;
    const answer = await admin.patch(`/api/people/${mine}`).send({ password: 'seven green kettles' }).expect(422);
    expect(answer.body).toMatchObject({ code: 'people.ownPassword' });
    await admin.get('/api/me').expect(200);
  });
});

describe('a password that is easily guessed', () => {
  const WEAK: [string, string][] = [
    ['12345678', 'password.tooShort'],
    ['        ', 'password.tooShort'],
    ['            ', 'password.regular'],
    ['zhaoxiaoming', 'password.ownWords'],
    ['赵小明赵小明赵小明赵小明', 'password.ownWords'],
    ['整改办整改办整改办整改办', 'password.ownWords'],
    ['Xiaohao2026!', 'password.ownWords'],
    ['qwertyuiop', 'password.common'],
    ['1234567890', 'password.common'],
    ['20260302ab', 'password.regular'],
    ['aaaaaaaaaaaaaaaaaaaa', 'password.regular'],
  ];
  it.each(WEAK)('“%s” is refused where an account is opened, with a sentence that says why', async (password, code) => {
    const { body } = await add('zhaoxiaoming', password).expect(422);
    expect(body).toMatchObject({ code, messageZh: expect.stringMatching(/密码/), message: expect.any(String) });
  });

  it('is refused at a reset and at the change of one’s own too', async () => {
    const id = await server.person('zhaoliu', ['clerk']);
    await admin.patch(`/api/people/${id}`).send({ password: 'zhaoliu2026' }).expect(422);
    const agent = await server.signIn('zhaoliu');
    const change = { currentPassword: 'password of zhaoliu', newPassword: 'zhaoliu2026' };
    expect((await agent.patch('/api/me/password').send(change).expect(422)).body).toMatchObject({
      code: 'password.ownWords',
    });
    await agent.get('/api/me').expect(200);
  });

  it('as ADMIN_PASSWORD does not found a bureau', async () => {
    await expect(startServer({ env: { ADMIN_PASSWORD: 'admin12345' } })).rejects.toMatchObject({
      messageZh: expect.stringMatching(/^ADMIN_PASSWORD：/),
    });
  });

  it('costs no more than its first characters, however long it is', () => {
    const time = (password: string): number => {
      const began = performance.now();
      expect(() => requireGoodPassword(password, [])).toThrow();
      return performance.now() - began;
    };
    time('p4$sw0rd'.repeat(4));
    const [short, long] = [time('p4$sw0rd'.repeat(4)), time('p4$sw0rd'.repeat(25))];
    expect(long).toBeLessThan(10 * short + 50);
  });
});
