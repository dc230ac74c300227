/** What a machine sees of the service from outside: the release, one line a request under the caller's own id, the cause of a 503, spans of a trace, no stream among answers. */
import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import type { Response } from 'express';
import type { ActingRequest } from '../../src/http/acting-request.js';
import { Spans } from '../../src/health/spans.js';
import { RELEASE } from '../../src/release.js';
import { levelOf, type RequestLine } from '../../src/http/request-log.js';
import { main as commandLine } from '../../src/cli.js';
import { serviceLog } from '../../src/service-log.js';
import { startServer, type TestServer } from '../support/server.js';

interface Told {
  resource: { attributes: unknown[] };
  scopeSpans: [{ spans: (Record<string, string> & { attributes: unknown[] })[] }];
}

let server: TestServer;
const lines: RequestLine[] = [];
/** What a collector of OpenTelemetry was sent, and with which header. */
const collected: { key: unknown; body: string }[] = [];
const collector = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += String(chunk)));
  request.on('end', () => {
    collected.push({ key: request.headers['x-key'], body });
    response.writeHead(request.url === '/v1/traces' ? 200 : 404).end('{}');
  });
});
beforeAll(async () => {
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done));
  const { port } = collector.address() as AddressInfo;
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/`,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b',
    OTEL_SERVICE_NAME: 'xiaohao-east',
  };
  server = await startServer({ onRequest: (line) => void lines.push(line), env });
});
afterAll(async () => {
  await server.close();
  collector.close();
});

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

it('tells each answer to a collector as a span of the caller’s trace, and never a person or an address; not what the caller does not record', async () => {
  const spans = server.app.get(Spans);
  await spans.beforeApplicationShutdown(); // what came before
  collected.length = 0;
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const ask = (path: string, flags: string) =>
    server.anonymous().get(path).set('traceparent', `00-${trace}-00f067aa0ba902b7-${flags}`);
  const { headers } = await ask('/api/cases/01a20000-0000-7000-8000-000000000001', '01').expect(401);
  await ask('/api/me', '00').expect(401);
  await server.anonymous().get('/api/health/live').expect(200);
  await spans.beforeApplicationShutdown();
  expect(collected.map(({ key }) => key)).toEqual(['a b']);
  const [{ resource, scopeSpans }] = (JSON.parse(collected[0]!.body) as { resourceSpans: [Told] }).resourceSpans;
  expect(resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'xiaohao-east' } });
  const [told, own, ...others] = scopeSpans[0].spans;
  expect(others).toEqual([]);
  expect(told).toMatchObject({ traceId: trace, parentSpanId: '00f067aa0ba902b7', name: 'GET /api/cases/:id', kind: 2 });
  expect(told!.attributes).toEqual([
    { key: 'http.request.method', value: { stringValue: 'GET' } },
    { key: 'http.route', value: { stringValue: '/api/cases/:id' } },
    { key: 'http.response.status_code', value: { intValue: '401' } },
    { key: 'xiaohao.request_id', value: { stringValue: headers['x-request-id'] } },
  ]);
  const lasted = BigInt(told!['endTimeUnixNano']!) - BigInt(told!['startTimeUnixNano']!);
  expect(lasted > 0n && lasted < 60_000_000_000n).toBe(true);
  expect(own!['parentSpanId']).toBeUndefined();
  expect(own!['traceId']).not.toBe(trace);
  // a collector that is away holds nothing up
  jest.spyOn(Logger.prototype, 'warn').mockImplementationOnce(() => undefined);
  const away = new Spans({ traces: { url: 'http://127.0.0.1:1/v1/traces', headers: {}, service: 'x' } });
  const closed = new EventEmitter() as unknown as Response;
  away.middleware!({ headers: {}, method: 'GET' } as ActingRequest, closed, () => undefined);
  closed.emit('close');
  await away.beforeApplicationShutdown();
  expect(away.dropped).toBe(1);
  expect(new Spans({ traces: undefined }).middleware).toBeUndefined();
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

it('shows a person at a terminal warnings alone, in a line of words', () => {
  let written = '';
  const log = serviceLog(undefined, { isTTY: true, write: (text) => void (written += text) });
  log.info('seen by nobody');
  log.warn({ requestId: 'r1', password: 'x1', route: null, status: 503 }, 'request');
  expect(written).toMatch(/^\d\d:\d\d:\d\d warn request requestId=r1 password=\[Redacted\] status=503\n$/);
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
