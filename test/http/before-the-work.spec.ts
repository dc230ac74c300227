/** What a request costs before it is known who sends it, and how little whoever sends it can make of that. */
import { connect } from 'node:net';
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let clerk: TestAgent;
beforeAll(async () => {
  server = await startServer();
  await server.person('clerk', ['clerk'], server.units.root);
  clerk = await server.signIn('clerk');
});
afterAll(() => server.close());

/** Milliseconds of this process's processor that the call took, on the client's side too: for so long at most nobody else is served, and a busy
 *  machine makes it no longer. */
async function processorTime(act: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

const many = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join(',');
const keys = (count: number): string => `{${many(count, (at) => `"k${at}":1`)}}`;
const send = (agent: TestAgent, path: string, text: string) =>
  agent.post(path).set('Content-Type', 'application/json').send(text);

/** What comes back for these bytes, with the connection left open: the answer may not wait for what is still to be sent. */
function answered(head: string): Promise<string> {
  return new Promise((settle, fail) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(head));
    const late = setTimeout(() => fail(new Error('no answer within 5 s')), 5_000);
    socket.on('error', fail).once('data', (bytes) => {
      clearTimeout(late);
      socket.destroy();
      settle(String(bytes).split('\r\n')[0]!);
    });
  });
}
const head = (path: string, length: number, more = ''): string =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${more}\r\n`;

it('serves everybody else while somebody who is not signed in sends 80,000 keys', async () => {
  const text = `{"username":"a","password":"b",${many(80_000, (at) => `"k${at}":1`)}}`;
  let status = 0;
  const took = await processorTime(async () => ({ status } = await send(server.anonymous(), '/api/session', text)));
  expect(status).toBe(413);
  expect(took).toBeLessThan(500);
});

it.each([
  ['/api/session', 3_000, 413],
  ['/api/cases', 900_000, 401],
  ['/api/nothing', 900_000, 404],
  ['/api/commands', 900_000, 401],
])('answers a POST to %s of %i bytes before any of them has come', async (path, length, status) => {
  expect(await answered(head(path, length))).toContain(` ${status} `);
});

it('stops reading a body of unknown length where the limit of its route is reached', async () => {
  const chunk = `1000\r\n${'x'.repeat(4096)}\r\n`;
  const start =
    'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
  expect(await answered(start + chunk)).toContain(' 413 ');
});

it.each([
  ['/api/people', keys(30_000), 413],
  ['/api/cases', keys(20_000), 400],
  ['/api/commands', `[${keys(80_000)}]`, 400],
  ['/api/commands', `[${many(100_000, () => '{}')}]`, 400],
  ['/api/commands', `[${many(95, () => keys(60))}]`, 200],
  ['/api/commands', `[${many(6, () => `{"a":[${many(900, () => '1')}]}`)}]`, 200],
  ['/api/orders/batch', `[${many(500, () => keys(60))}]`, 400],
  ['/api/orders/batch', `[${many(95, () => keys(60))}]`, 400],
  ['/api/meetings', `{"participants":[${many(95, () => keys(60))}]}`, 400],
  ['/api/meetings', `{"participants":[${many(600, () => keys(8))}]}`, 400],
  ['/api/opinions/triage', `[${many(90, () => `{"opinionId":"${uuid()}","action":"adopt","x":${keys(60)}}`)}]`, 200],
  ['/api/cases', `{"title":"${'\\"'.repeat(100_000)}"}`, 400],
  ['/api/cases', `{"title":${'['.repeat(120_000)}`, 400],
])('refuses to stand still for what a signed-in person sends to %s (%#)', async (path, text, status) => {
  let answer = 0;
  const took = await processorTime(async () => ({ status: answer } = await send(clerk, path, text)));
  expect(answer).toBe(status === 413 && path === '/api/people' ? 403 : status);
  expect(took).toBeLessThan(1_200);
});

it('takes UTF-8 and nothing that has to be unpacked first', async () => {
  const post = (more: Record<string, string>) =>
    clerk.post('/api/cases').set({ 'Content-Type': 'application/json', ...more });
  await post({ 'Content-Encoding': 'gzip' }).send(Buffer.from('1f8b', 'hex')).expect(415);
  await post({ 'Content-Type': 'application/json; charset=gbk' }).send('{}').expect(415);
  const gb18030 = Buffer.from([0x7b, 0x22, 0xc2, 0xb7, 0xbd, 0x22, 0x3a, 0x31, 0x7d]);
  const { body } = await post({})
    .serialize(() => gb18030 as unknown as string)
    .send({})
    .expect(400);
  expect(body).toMatchObject({ code: 'request.malformed', messageZh: expect.stringContaining('UTF-8') });
  // as some editors on Windows save it
  await post({ 'Content-Type': 'application/json;charset="UTF-8"' })
    .send('\ufeff{"title":"x"}')
    .expect(400, /description/);
});

describe('who is not signed in', () => {
  let small: TestServer;
  beforeAll(async () => {
    small = await startServer({ env: { SIGNED_OUT_PER_MINUTE: '20' } });
    await small.person('leader', ['leader']);
  });
  afterAll(() => small.close());
  const from = (address: string) => ({ 'X-Forwarded-For': address });
  const call = (address: string, more: Record<string, string> = {}) =>
    small
      .anonymous()
      .get('/api/me')
      .set({ ...from(address), ...more });
  /** As many calls as there are; a slow machine gets some more meanwhile. */
  const spend = async (address: string): Promise<void> => {
    for (let at = 0; at < 200; at += 1) {
      const { status } = await call(address);
      if (status === 429) return expect(at).toBeGreaterThanOrEqual(20);
      expect(status).toBe(401);
    }
  };

  it('is told to wait after as many calls as an address may make, whatever it asks', async () => {
    await spend('203.0.113.1');
    const { headers, body } = await call('203.0.113.1').expect(429);
    expect(headers['retry-after']).toMatch(/^[123]$/);
    expect(body).toMatchObject({ code: 'request.tooMany', messageZh: expect.stringMatching(/[123] 秒/) });
    for (const path of ['/api/nothing', '/api/openapi.json', '/api/docs'])
      await small.anonymous().get(path).set(from('203.0.113.1')).expect(429);
    await small.anonymous().post('/api/session').set(from('203.0.113.1')).send({}).expect(429);
  });

  it('is counted with a cookie that is worth nothing too', async () => {
    await spend('203.0.113.2');
    const cookie = { Cookie: `xiaohao_session=${'x'.repeat(43)}` };
    await call('203.0.113.2', cookie).expect(429);
    await small
      .anonymous()
      .post('/api/session')
      .set({ ...from('203.0.113.2'), ...cookie })
      .send({})
      .expect(429);
    await small
      .anonymous()
      .get('/api/openapi.json')
      .set({ ...from('203.0.113.2'), ...cookie })
      .expect(429);
  });

  it('gets no other way in by an address in capitals', async () => {
    await spend('203.0.113.5');
    const more = { ...from('203.0.113.5'), Cookie: `xiaohao_session=${'x'.repeat(43)}`, Accept: 'application/json' };
    for (const path of ['/API/openapi.json', '/api/OpenAPI.yaml', '/Api/Docs-json', '/API/DOCS'])
      expect([path, (await small.anonymous().get(path).set(more)).status]).toEqual([path, 404]);
  });

  it('locks out nobody who is signed in at the same address, nobody elsewhere, and no probe of a balancer', async () => {
    const leader = await small.signIn('leader');
    await spend('203.0.113.3');
    await call('203.0.113.3').expect(429);
    await leader.get('/api/me').set(from('203.0.113.3')).expect(200);
    await call('203.0.113.4').expect(401);
    await small.anonymous().get('/api/health/ready').set(from('203.0.113.3')).expect(200);
  });

  it('gets no new allowance from the other addresses of its own IPv6 network', async () => {
    let refused = 0;
    for (let at = 0; at < 60; at += 1) if ((await call(`2001:db8:0:7::${at}`)).status === 429) refused += 1;
    expect(refused).toBeGreaterThan(10);
    await call('2001:db8:0:8::1').expect(401);
  });
});
