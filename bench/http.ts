/** The events of bench/events.ts over HTTP, 16 clients with kept connections, beside the same clients at the door. */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { Door } from '../src/door/door.js';
import { CaseStore } from '../src/store/case.store.js';
import type { Database } from '../src/store/database.js';
import { HistoryStore } from '../src/store/history.store.js';
import { openBureau } from '../test/support/bureau.js';
import { ACTOR, UNIT, at } from '../test/support/engine.js';
import type { BenchCluster } from './bench-bureau.js';
import { STEPS } from './events.js';
import { median, ratiosOf, type Row } from './table.js';

const CLIENTS = 16;
const WARMING = 100;
/** The day on which the service believes itself to be; cases were assigned the day before. */
const TODAY = '2026-03-03T10:00:00+08:00';

/** Roles as rows, and a session for each person that acts: the cookie is the person's own id. */
async function signIn(database: Database): Promise<void> {
  for (const { userId, roles } of Object.values(ACTOR)) {
    if (userId === null) continue;
    for (const { role, unitId } of roles) {
      await database.pool.query('INSERT INTO person_role (person_id, role, unit_id) VALUES ($1, $2, $3)', [
        userId,
        role,
        unitId,
      ]);
    }
    await database.pool.query(
      `INSERT INTO session (token_hash, person_id, created_at, expires_at) VALUES ($1, $2, '2026-03-03', '2026-03-04')`,
      [createHash('sha256').update(userId).digest(), userId],
    );
  }
}

function post(agent: Agent, url: string, cookie: string, body: string): Promise<void> {
  return new Promise((settle, fail) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      cookie: `xiaohao_session=${cookie}`,
    };
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      let answer = '';
      response.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      response.on('end', () =>
        response.statusCode === 200 ? settle() : fail(new Error(`${response.statusCode}: ${answer}`)),
      );
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

/** Events a second of clients that each take case after case through all steps, once the first cases are through: a server
 *  has been up for days, and its code is compiled. */
async function drive(all: readonly string[], step: (id: string, at: number) => Promise<unknown>): Promise<number> {
  const ids = all.slice(WARMING);
  const queue = all.slice(0, WARMING);
  const client = async (): Promise<void> => {
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (let at = 0; at < STEPS.length; at += 1) await step(id, at);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  queue.push(...ids);
  const begun = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (ids.length * STEPS.length) / ((performance.now() - begun) / 1e3);
}

async function overHttp(url: string, ids: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-bench-http-'));
  const child = fork(join(__dirname, 'http-server.ts'), [], {
    execArgv: ['-r', join(__dirname, '../test/support/run-typescript.cjs')],
    env: {
      ...process.env,
      DATABASE_URL: url,
      DATA_DIR: folder,
      PORT: '0',
      RUN: 'http',
      CLOCK_START: TODAY,
      LOG_LEVEL: 'error',
    },
  });
  const [{ url: address }] = (await once(child, 'message')) as [{ url: string }];
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const rate = await drive(ids, (id, at) => {
    const [type, actor, , payload] = STEPS[at]!;
    const body = JSON.stringify({ id: uuid(), type, ...payload });
    return post(agent, `${address}/api/cases/${id}/commands`, actor.userId!, body);
  });
  agent.destroy();
  child.send('stop');
  await once(child, 'exit');
  rmSync(folder, { recursive: true, force: true });
  return rate;
}

/** The row of the table. */
export async function benchHttp(cluster: BenchCluster, cases = 400, rounds = 3): Promise<Row[]> {
  const base = await cluster.open('http_base');
  const bureau = await openBureau(base);
  await signIn(base);
  const ids: string[] = [];
  for (let n = 0; n < cases; n += 50) {
    const made = await Promise.all(Array.from({ length: 50 }, () => bureau.collect(at('2026-03-02'))));
    await Promise.all(
      made.map((id) => bureau.send(id, ACTOR.clerk, at('2026-03-02'), 'ASSIGN', { leadUnitId: UNIT.lead })),
    );
    ids.push(...made);
  }
  await base.close();
  const [http, door]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const database = await cluster.open('http_run', 'http_base');
    const plain = new Door({ ...bureau.shop, cases: new CaseStore(database.hotPool) }, new HistoryStore(database.pool));
    const moment = Date.parse(TODAY);
    door.push(
      await drive(ids, (caseId, step) => {
        const [type, actor, , payload] = STEPS[step]!;
        const command = { id: uuid(), type, caseId, actor, at: moment, payload };
        return plain.execute({ steps: [{ kind: 'command', command }] });
      }),
    );
    await database.close();
    const fresh = await cluster.open('http_run', 'http_base');
    await fresh.close();
    http.push(await overHttp(cluster.url('http_run'), ids));
  }
  await cluster.drop('http_base', 'http_run');
  const ratios = ratiosOf(http, door);
  return [
    {
      work: 'durable events over HTTP, 16 clients, beside the door',
      unit: 'events/s',
      ours: http,
      limit: door,
      ratios,
      budget: 'at least 0.5',
      within: median(ratios) >= 0.5,
    },
  ];
}
