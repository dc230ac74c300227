/** Whatever a client sends, it is told what was wrong with it; never 500. */
import pg from 'pg';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: TestAgent;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn('admin');
});
afterAll(() => server.close());

const unit = (more: object) => admin.post('/api/units').send({ name: '三中队', parentId: server.units.root, ...more });

it('refuses malformed JSON', async () => {
  const { body } = await admin.post('/api/units').set('Content-Type', 'application/json').send('{"name":').expect(400);
  expect(body).toMatchObject({ code: 'request.malformed', messageZh: expect.stringMatching(/[\u4e00-\u9fff]/) });
});

it.each(['null', '7', '"text"', '[]', '[{}]'])('refuses the JSON %s where an object is expected', async (text) => {
  const { body } = await admin.post('/api/units').set('Content-Type', 'application/json').send(text).expect(400);
  expect(body).toMatchObject({ code: 'request.malformed' });
});

it('refuses a request without a body', async () => {
  await admin.post('/api/units').expect(400);
});

it('refuses a body larger than one megabyte', async () => {
  const { body } = await unit({ name: 'x'.repeat(1_100_000) }).expect(413);
  expect(body).toMatchObject({ code: 'request.tooLarge' });
});

it.each(['a\u0000b', 'a\u001bb', 'a\ud800b'])(
  'refuses control characters and broken characters in a body',
  async (name) => {
    expect((await unit({ name }).expect(400)).body).toMatchObject({ code: 'request.malformed' });
  },
);

it.each([
  '/api/people?unitId=%00',
  '/api/workflows/a%00b/1',
  '/api/workflows/%E4%B8/1',
  '/api/%',
  '/api/people?unitId=x',
])('refuses the address %s', async (path) => {
  expect((await admin.get(path).expect(400)).body).toMatchObject({ code: 'request.malformed' });
});

it('refuses nesting that no request needs', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  await admin.post('/api/units').set('Content-Type', 'application/json').send(deep).expect(400);
});

it('refuses a field name that would reach into every object', async () => {
  const text = `{"name":"x","parentId":"${server.units.root}","__proto__":{"active":true}}`;
  await admin.post('/api/units').set('Content-Type', 'application/json').send(text).expect(400);
});

it('refuses an unknown encoding and an unknown compression', async () => {
  const send = (name: string, value: string) =>
    admin.post('/api/units').set('Content-Type', 'application/json').set(name, value).send('{}');
  expect((await send('Content-Type', 'application/json; charset=utf-99')).status).toBe(415);
  expect((await send('Content-Encoding', 'snappy')).status).toBe(415);
});

it('says which fields are wrong, in both languages', async () => {
  const { body } = await unit({ name: '', parentId: 'x', sort: 1.5, extra: 1 }).expect(400);
  const { details } = body as { details: { fields: { field: string; message: string; messageZh: string }[] } };
  expect(details.fields.map(({ field }) => field).sort()).toEqual(['extra', 'name', 'parentId', 'sort']);
  for (const { messageZh } of details.fields) expect(messageZh).toMatch(/[\u4e00-\u9fff]|UUID/);
});

it('names a wrong field inside a list by its place', async () => {
  const roles = [
    { role: 'clerk', unitId: server.units.office },
    { role: 'king', unitId: server.units.office },
  ];
  const { body } = await admin
    .post('/api/people')
    .send({ username: 'li', name: 'Li', unitId: server.units.office, password: 'long enough', roles })
    .expect(400);
  expect(body).toMatchObject({ details: { fields: [{ field: 'roles[1].role' }] } });
});

it.each([[[1]], [['x']], [[[]]], [[null]], ['x'], [null]])('refuses %j as a list of objects', async (roles) => {
  await admin
    .post('/api/people')
    .send({ username: 'li', name: 'Li', unitId: server.units.office, password: 'long enough', roles })
    .expect(400);
});

it('answers 404 for an address that does not exist, for an id nobody has and for one that is none', async () => {
  expect((await admin.get('/api/nothing').expect(404)).body).toMatchObject({ code: 'route.notFound' });
  const id = '00000000-0000-7000-8000-000000000000';
  expect((await admin.patch(`/api/units/${id}`).send({ name: 'x' }).expect(404)).body).toMatchObject({
    code: 'unit.notFound',
  });
  await admin.patch('/api/units/17').send({ name: 'x' }).expect(404);
});

it('gives no stack away', async () => {
  const { text } = await admin.get('/api/nothing').expect(404);
  expect(text).not.toMatch(/node_modules|\.ts|\.js/);
});

it('tells a client to come back while the database is away, and serves again afterwards', async () => {
  const down = await startServer();
  const database = /[^/]+$/.exec(down.test.connectionString)![0];
  const client = new pg.Client(down.test.connectionString.replace(database, 'postgres'));
  await client.connect();
  try {
    await client.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database]);
    const answer = await supertest(down.url).get('/api/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect(answer.body).toMatchObject({ code: 'service.unavailable' });
    await client.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`);
    await supertest(down.url).get('/api/health/ready').expect(200);
  } finally {
    await client.end();
    await down.close();
  }
});
