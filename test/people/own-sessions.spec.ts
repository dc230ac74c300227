/** Where one is signed in: listed, and ended one by one or all but this. */
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await server.person('wang', ['clerk']);
  await server.person('li', ['clerk']);
});
afterAll(() => server.close());

interface Listed {
  id: string;
  device: string;
  since: string;
  lastUsedAt: string;
  current: boolean;
}
type Agent = Awaited<ReturnType<TestServer['signIn']>>;
const listed = async (agent: Agent): Promise<Listed[]> =>
  (await agent.get('/api/me/sessions').expect(200)).body as Listed[];

it('tells device, since when and when last used, marks the one that asks, and shows no secret', async () => {
  const began = server.clock.now();
  const [desk, phone] = [await server.signIn('wang'), await server.signIn('wang')];
  server.clock.advance(3_600_000);
  await phone.get('/api/units').set('User-Agent', 'phone').expect(200);
  const sessions = await listed(desk);
  const mine = sessions.find(({ current }) => current)!;
  expect(sessions.filter(({ current }) => current)).toHaveLength(1);
  expect(mine).toMatchObject({ since: new Date(began).toISOString() });
  expect(sessions.some(({ lastUsedAt }) => lastUsedAt === new Date(began + 3_600_000).toISOString())).toBe(true);
  expect(JSON.stringify(sessions)).not.toMatch(/[\w-]{43}/);
});

it('ends one, or all others, and never somebody else’s', async () => {
  const [here, lost, third] = [await server.signIn('wang'), await server.signIn('wang'), await server.signIn('wang')];
  const other = await server.signIn('li');
  const ofLost = (await listed(lost)).find(({ current }) => current)!.id;
  await other.delete(`/api/me/sessions/${ofLost}`).expect(404);
  await here.delete(`/api/me/sessions/${ofLost}`).expect(204);
  await here.delete(`/api/me/sessions/${ofLost}`).expect(404);
  await lost.get('/api/me').expect(401);
  await third.get('/api/me').expect(200);
  await here.delete('/api/me/sessions').expect(204);
  await third.get('/api/me').expect(401);
  await other.get('/api/me').expect(200);
  expect(await listed(here)).toHaveLength(1);
});

it('does not answer to a program', async () => {
  const wang = await server.signIn('wang');
  const { body } = await wang.post('/api/tokens').send({ name: 'robot', expiresOn: '2026-12-31' }).expect(201);
  const call = (method: 'get' | 'delete') =>
    server
      .anonymous()
      [method]('/api/me/sessions')
      .set('Authorization', `Bearer ${(body as { token: string }).token}`);
  await call('get').expect(403);
  await call('delete').expect(403);
});
