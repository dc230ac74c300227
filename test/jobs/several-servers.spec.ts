/** The real service as several processes on one database: web and jobs apart, each effect once, an orderly end under load. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 as uuid } from 'uuid';
import { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { openWorkflows } from '../../src/store/reference-data/workflow-files.js';
import { readNote } from '../support/cluster-note.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const repository = join(__dirname, '..', '..');
let test: TestDatabase;
const children: ChildProcess[] = [];
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await test.drop();
});

interface Service {
  child: ChildProcess;
  url: string;
  /** Everything it printed. */
  said: () => string;
}

/** Starts `npm start` in the given role and waits until it says that it runs. */
async function start(run: string, clockStart: string): Promise<Service> {
  const child = spawn(process.execPath, [join(repository, 'bin/start.cjs')], {
    cwd: repository,
    env: {
      PATH: process.env['PATH'],
      RUN: run,
      PORT: '0',
      DATABASE_URL: test.connectionString,
      DATA_DIR: join(readNote().folder, 'several'),
      ADMIN_PASSWORD: 'a password of the admin',
      CLOCK_START: clockStart,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += String(chunk)));
  const lines = createInterface(child.stdout!);
  const url = await new Promise<string>((ready, fail) => {
    lines.on('line', (line) => {
      said += `${line}\n`;
      if (line.includes('Xiaohao')) ready(/http:\S+/.exec(line)?.[0] ?? '');
    });
    child.once('close', (code) => fail(new Error(`ended with ${code}: ${said}`)));
  });
  return { child, url, said: () => said };
}

/** Asks to stop; answers the exit code and the seconds it took. */
async function stop({ child }: Service): Promise<{ code: number | null; seconds: number }> {
  const from = performance.now();
  child.kill('SIGTERM');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, seconds: (performance.now() - from) / 1000 };
}

type Answer = { status: number; body: Record<string, unknown> };

class Client {
  private cookie = '';

  constructor(private readonly url: string) {}

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie !== undefined) this.cookie = cookie;
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  }

  async signIn(username: string, password: string): Promise<this> {
    expect((await this.ask('POST', '/api/session', { username, password })).status).toBe(200);
    return this;
  }
}

it('serves from two web servers, fires from two job servers, each effect once, and ends in order with commands in flight', async () => {
  const web = [await start('http', '2026-03-02T10:00:00+08:00')];
  web.push(await start('http', '2026-03-02T10:00:00+08:00'));
  const admin = await new Client(web[0]!.url).signIn('admin', 'a password of the admin');
  const units = (await admin.ask('GET', '/api/units')).body as unknown as { id: string; name: string }[];
  const office = units.find(({ name }) => name === '整改办')!.id;
  const made = await admin.ask('POST', '/api/people', {
    username: 'clerk',
    name: '王敏',
    unitId: office,
    password: 'what the clerk starts with',
    roles: [{ role: 'clerk', unitId: office }],
  });
  expect(made.status).toBe(201);
  const lead = await admin.ask('POST', '/api/units', {
    name: '城东分局',
    parentId: units.find(({ name }) => name === '本单位')!.id,
  });
  const categories = (await admin.ask('GET', '/api/categories')).body as unknown as { id: string }[];
  const beginner = await new Client(web[0]!.url).signIn('clerk', 'what the clerk starts with');
  const change = { currentPassword: 'what the clerk starts with', newPassword: 'a password of the clerk' };
  expect((await beginner.ask('PATCH', '/api/me/password', change)).status).toBe(204);
  const clerks = await Promise.all(web.map(({ url }) => new Client(url).signIn('clerk', 'a password of the clerk')));

  const cases: string[] = [];
  for (let n = 0; n < 30; n += 1) {
    const { status, body } = await clerks[n % 2]!.ask('POST', '/api/cases', {
      title: `路灯不亮 ${n}`,
      description: '东街路灯全部不亮',
      source: 'hotline',
      categoryId: categories[0]!.id,
    });
    expect([status, body]).toEqual([201, expect.anything()]);
    cases.push(String((body['case'] as { id: string } | undefined)?.id ?? body['id']));
    const assigned = await clerks[(n + 1) % 2]!.ask('POST', `/api/cases/${cases[n]}/commands`, {
      id: uuid(),
      type: 'ASSIGN',
      leadUnitId: lead.body['id'],
    });
    expect([assigned.status, assigned.body]).toEqual([200, expect.anything()]);
  }

  // Two job servers come up six weeks later, together: everything that fell due fires once.
  const jobs = await Promise.all([1, 2].map(() => start('jobs', '2026-04-13T10:00:00+08:00')));
  for (;;) {
    const { rows } = await test.database.pool.query(
      `SELECT 1 FROM case_timer WHERE due_at <= '2026-04-13T02:00:00Z' LIMIT 1`,
    );
    if (rows.length === 0) break;
    await new Promise((later) => setTimeout(later, 50));
  }
  const { rows: fired } = await test.database.pool.query<{ timer: string; n: number; cases: number }>(
    `SELECT body -> 'payload' ->> 'timer' AS timer, count(*)::int AS n, count(DISTINCT case_id)::int AS cases
     FROM case_event WHERE type = 'TIMER' GROUP BY 1 ORDER BY 1`,
  );
  expect(fired.map(({ timer }) => timer)).toEqual(
    expect.arrayContaining(['untilBlueOrder', 'untilLate', 'untilOfficeIsTold', 'untilSigningReminder']),
  );
  for (const { timer, n, cases: of } of fired) {
    // A wait for an answer ends on each level anew.
    if (timer !== 'untilAnswerLapses') expect([timer, n, of]).toEqual([timer, 30, 30]);
  }
  const { rows: orders } = await test.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM supervision_order WHERE rung = 'blue'`,
  );
  expect(orders).toEqual([{ n: 30 }]);

  // Commands are in flight when the first web server is told to go: each is answered, or was never taken.
  const sent = cases.flatMap((caseId) => [1, 2, 3].map(() => ({ id: uuid(), caseId })));
  const answers = Promise.all(
    sent.map(({ id, caseId }) =>
      clerks[0]!.ask('POST', `/api/cases/${caseId}/commands`, { id, type: 'COMMENT', text: '催' }).then(
        ({ status }) => status,
        () => 'cut' as const,
      ),
    ),
  );
  for (let begun = 0; begun === 0;) {
    const { rows } = await test.database.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM case_event WHERE type = 'COMMENT'`,
    );
    begun = rows[0]!.n;
  }
  const left = await stop(web[0]!);
  expect([left.code, left.seconds < 10, web[0]!.said()]).toEqual([0, true, expect.any(String)]);
  const said = await answers;
  const { rows: written } = await test.database.pool.query<{ command_id: string }>(
    `SELECT command_id FROM case_event WHERE type = 'COMMENT'`,
  );
  const inHistory = new Set(written.map(({ command_id }) => command_id));
  sent.forEach(({ id }, n) => {
    // 200 is in history. What is not was never taken: the connection was refused, or the executor said 503.
    if (said[n] === 200) expect(inHistory.has(id)).toBe(true);
    else expect([said[n], ['cut', 503].includes(said[n]!)]).toEqual([said[n], true]);
  });
  expect(said).toContain(200);
  // The other one goes on, and a repeat there gives the truth.
  for (const [n, { id, caseId }] of sent.entries()) {
    if (n % 9 !== 0) continue;
    const again = await clerks[1]!.ask('POST', `/api/cases/${caseId}/commands`, { id, type: 'COMMENT', text: '催' });
    expect(again.status).toBe(200);
  }
  for (const server of [...jobs, web[1]!]) expect(await stop(server)).toMatchObject({ code: 0 });

  const workflows = await openWorkflows(test.database, Date.now());
  const refs = (await ReferenceDataStore.open(test.database, 'Asia/Shanghai')).current();
  expect((await checkCases(test.database.pool, workflows, refs)).faults).toEqual([]);
}, 240_000);
