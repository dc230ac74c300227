/** More than can be done: what is beyond is sent away before anything is done for it, and what can wait waits while the process is behind. */
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Admission } from '../../src/http/admission.js';
import { startServer, type TestServer } from '../support/server.js';

class Answer extends EventEmitter {
  status = 0;
  head: Record<string, unknown> = {};
  body = '';
  writeHead(status: number, head: Record<string, unknown>): this {
    this.status = status;
    this.head = head;
    return this;
  }
  end(body: Buffer): void {
    this.body = String(body);
  }
}

/** A call that stays under way; whether it was let through. */
function come(admission: Admission, url: string): { answer: Answer; through: boolean } {
  const answer = new Answer();
  let through = false;
  const serve = (): void => void (through = true);
  admission.door(serve)(
    { url } as IncomingMessage,
    answer as unknown as ServerResponse<IncomingMessage> & { req: IncomingMessage },
  );
  return { answer, through };
}

it('takes as many calls as can be done, and tells the next one at once to come back', () => {
  const admission = new Admission();
  const taken = [];
  let next = come(admission, '/api/cases');
  while (next.through) {
    taken.push(next);
    next = come(admission, '/api/cases');
  }
  expect(taken).toHaveLength(120);
  expect(next.answer).toMatchObject({ status: 503, head: { 'Retry-After': '2' } });
  expect(JSON.parse(next.answer.body)).toMatchObject({
    code: 'service.busy',
    messageZh: expect.stringContaining('请稍后'),
  });
  // a citizen's app is told as its standard has it
  const { answer } = come(admission, '/api/open311/v2/services.xml?jurisdiction_id=x');
  expect([answer.status, answer.head['Retry-After']]).toEqual([503, '2']);
  expect(answer.body).toContain('<code>503</code>');
  // balancers, streams that stay open, and pages are no part of it
  for (const path of ['/api/health/ready', '/api/wall/stream', '/wall'])
    expect(come(admission, path).through).toBe(true);
  taken[0]!.answer.emit('close');
  expect(come(admission, '/api/cases').through).toBe(true);
  expect(admission.figures()).toMatchObject({ underWay: 120, refused: { tooMany: 2 } });
});

describe('a process that is behind', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('lets reports and exports wait, and nothing else', async () => {
    const admission = server.app.get(Admission);
    const admin = await server.signIn('admin');
    const figures = '/api/reports/closure?from=2026-03-01&to=2026-03-02';
    await admin.get(figures).expect(200);
    const until = (isSo: () => boolean, between: () => void): Promise<void> =>
      new Promise((done) => {
        const step = (): void => {
          if (isSo()) return done();
          between();
          setTimeout(step, 1);
        };
        step();
      });
    const isBehind = (): boolean => {
      try {
        admission.requireLeisure();
        return false;
      } catch {
        return true;
      }
    };
    await until(isBehind, () => {
      for (const end = performance.now() + 250; performance.now() < end;);
    });
    const [report, exported, work, metrics] = await Promise.all([
      server.anonymous().get(figures),
      server.anonymous().get('/api/ledger/export'),
      admin.get('/api/cases'),
      server.anonymous().get('/metrics'),
    ]);
    expect([report, exported].map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [503, 'service.busy'],
      [503, 'service.busy'],
    ]);
    expect(report.headers['retry-after']).toBe('5');
    expect([work.status, metrics.status]).toEqual([200, 200]);
    expect(metrics.text).toMatch(/^xiaohao_requests_sent_away_total\{why="canWait"\} \d+$/m);
    await until(
      () => !isBehind(),
      () => undefined,
    );
    await admin.get(figures).expect(200);
  });
});
