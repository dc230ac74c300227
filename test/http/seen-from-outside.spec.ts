/** What a machine sees of the service from outside: the release, one line a request under the caller's own id, the cause of a 503, no stream among answers. */
import { Logger } from '@nestjs/common';
import { RELEASE } from '../../src/release.js';
import { levelOf, type RequestLine } from '../../src/http/request-log.js';
import { main as commandLine } from '../../src/cli.js';
import { serviceLog } from '../../src/service-log.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
const lines: RequestLine[] = [];
beforeAll(async () => {
  server = await startServer({ onRequest: (line) => void lines.push(line) });
});
afterAll(() => server.close());

it('says its release where a balancer and an operator ask', async () => {
  expect(RELEASE).toMatch(/^\d+\.\d+\.\d+/);
  for (const path of ['/api/health/live', '/api/health/ready']) {
    expect((await server.anonymous().get(path).expect(200)).body).toEqual({ status: 'ok', version: RELEASE });
  }
  const said: string[] = [];
  expect(await commandLine(['--version'], (line) => void said.push(line))).toBe(0);
  expect(said).toEqual([RELEASE]);
});

it('takes over the id and the trace that a proxy gave, if they are plain, and answers with the id', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const ask = (id: string, parent: string) =>
    server.anonymous().get('/api/me').set('X-Request-Id', id).set('traceparent', parent).expect(401);
  const taken = await ask('proxy-7:42.a', `00-${trace}-00f067aa0ba902b7-01`);
  expect(taken.headers['x-request-id']).toBe('proxy-7:42.a');
  expect(lines.at(-1)).toMatchObject({ requestId: 'proxy-7:42.a', traceId: trace, status: 401, isStream: false });
  for (const odd of ['short', 'a b c d e f g h', '"}{"level":"error', 'x'.repeat(65)]) {
    const answered = await ask(odd, `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`);
    expect(answered.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines.at(-1)).toMatchObject({ requestId: answered.headers['x-request-id'], traceId: null });
  }
});

it('writes one line of JSON a fact, with its level by name, the time, the release and no secret', () => {
  let written = '';
  serviceLog('info', { write: (text) => void (written += text) }).warn({ requestId: 'r1', password: 'x1' }, 'request');
  const { time, ...line } = JSON.parse(written) as Record<string, unknown>;
  expect(line).toMatchObject({
    level: 'warn',
    version: RELEASE,
    requestId: 'r1',
    msg: 'request',
    password: '[Redacted]',
  });
  expect(Date.parse(String(time))).toBeGreaterThan(0);
  expect(written.trim().split('\n')).toHaveLength(1);
  const of = (more: object) => levelOf({ status: 200, ms: 5, isStream: false, ...more } as RequestLine);
  expect([of({}), of({ ms: 1_500 }), of({ ms: 90_000, isStream: true })]).toEqual(['info', 'warn', 'info']);
  expect([of({ status: 404 }), of({ status: 503 }), of({ status: 500 })]).toEqual(['info', 'warn', 'error']);
});

it('keeps the time of a stream out of the time of answers', async () => {
  const admin = await server.signIn('admin');
  const cookie = (
    await server.anonymous().post('/api/session').send({ username: 'admin', password: 'password of admin' })
  ).headers['set-cookie'] as unknown as string[];
  const stop = new AbortController();
  const streaming = await fetch(`${server.url}/api/inbox/stream`, {
    headers: { cookie: cookie[0]!.split(';')[0]! },
    signal: stop.signal,
  });
  expect(streaming.headers.get('content-type')).toContain('text/event-stream');
  stop.abort();
  while (!lines.some(({ isStream }) => isStream)) await new Promise((done) => setTimeout(done, 5));
  await admin.get('/api/units').expect(200);
  const { text } = await server.anonymous().get('/metrics').expect(200);
  expect(text).toMatch(/xiaohao_http_seconds_count\{[^}]*route="\/api\/units"/);
  expect(text).not.toMatch(/xiaohao_http_seconds_count\{[^}]*route="\/api\/inbox\/stream"/);
});

it('says the cause of a 503 beside the id with which it was answered', async () => {
  const admin = await server.signIn('admin');
  const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  const down = Object.assign(new Error('the database system is shutting down'), { code: '57P03' });
  const query = jest
    .spyOn(server.tenant.database.pool, 'query')
    .mockImplementation(() => Promise.reject(down) as never);
  try {
    const { headers } = await admin.get('/api/cases').expect(503);
    expect(warned.mock.calls.map(([message]) => message as string)).toContain(
      `request ${headers['x-request-id']} answered 503: 57P03 the database system is shutting down`,
    );
  } finally {
    query.mockRestore();
    warned.mockRestore();
  }
});
