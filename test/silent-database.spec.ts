/** The service while its database is silent, half gone, slow, full, read-only or a standby: what callers are told, how soon, and that nothing
 *  acknowledged is lost. A line of the test's own stands between the two. */
import supertest from 'supertest';
import { v7 as uuid } from 'uuid';
import { databaseLine, type DatabaseLine } from './support/database-line.js';
import { atLength } from './support/length.js';
import { startServer, type TestServer } from './support/server.js';

/** Commands acknowledged between one mood of the line and the next. */
const BETWEEN = atLength(200, 12);
const ROUNDS = atLength(10, 1);
const SENDERS = 6;

let line: DatabaseLine;
let server: TestServer;
let clerk: Awaited<ReturnType<TestServer['signIn']>>;
const cases: string[] = [];
beforeAll(async () => {
  line = await databaseLine();
  const patience = { connect: 1_500, silent: 300 };
  server = await startServer({
    database: { lines: [line], patience, log: () => undefined },
    env: { DATABASE_CONNECT_TIMEOUT: '1500', DATABASE_SILENT_AFTER: '300' },
  });
  await server.person('clerk', ['clerk']);
  clerk = await server.signIn('clerk');
  const categories = (await clerk.get('/api/categories').expect(200)).body as { id: string }[];
  for (let n = 0; n < SENDERS; n += 1) {
    const issue = { title: '路灯不亮', description: '东街', source: 'hotline', categoryId: categories[0]!.id };
    const { body } = await clerk.post('/api/cases').send(issue).expect(201);
    cases.push(((body as { case?: { id: string } }).case ?? (body as { id: string })).id);
  }
});
afterAll(async () => {
  line.mood('well');
  line.slow(0);
  await server.close();
  await line.close();
});

const comment = (caseId: string, id: string) =>
  clerk.post(`/api/cases/${caseId}/commands`).send({ id, type: 'COMMENT', text: '已联系' });
const readiness = () => supertest(server.url).get('/api/health/ready');

it('answers everybody while the database is silent, and says what is wrong', async () => {
  await readiness().expect(200);
  line.mood('silent');
  const began = performance.now();
  const [command, page, live, metrics] = await Promise.all([
    comment(cases[0]!, uuid()),
    clerk.get('/api/cases'),
    supertest(server.url).get('/api/health/live'),
    supertest(server.url).get('/metrics'),
  ]);
  for (const { status, headers, body } of [command, page]) {
    expect([status, (body as { code: string }).code]).toEqual([503, 'service.unavailable']);
    expect(headers['retry-after']).toMatch(/^\d+$/);
  }
  expect([live.status, metrics.status]).toEqual([200, 200]);
  expect(metrics.text).toMatch(/^xiaohao_loop_lag_seconds /m);
  const asked = performance.now();
  const { status, body } = await readiness();
  expect(status).toBe(503);
  expect(body).toMatchObject({ messageZh: '数据库没有回应', details: { reason: 'database.silent' } });
  expect(performance.now() - asked).toBeLessThan(2_000);
  expect(asked - began).toBeLessThan(10_000);
  line.mood('well');
  await readiness().expect(200);
});

it('says what else keeps it from serving', async () => {
  const { pool } = server.test.database;
  const reasonNow = async (): Promise<unknown> =>
    ((await readiness()).body as { details?: { reason: unknown } }).details?.reason;
  const name = (await pool.query<{ name: string }>('SELECT current_database() AS name')).rows[0]!.name;
  const anew = async (): Promise<void> => {
    await pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`,
      [name],
    );
    await new Promise((next) => setTimeout(next, 600));
  };
  await pool.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  await anew();
  expect(await reasonNow()).toBe('database.readOnly');
  await pool.query('SET default_transaction_read_only = off');
  await pool.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
  await anew();
  const { rows } = await pool.query<{ name: string }>(
    'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING *',
  );
  expect(await reasonNow()).toBe('database.oldTables');
  await pool.query('INSERT INTO migrations SELECT * FROM json_populate_record(NULL::migrations, $1)', [
    JSON.stringify(rows[0]),
  ]);
  await readiness().expect(200);
});

it(
  'loses nothing that was acknowledged and does nothing twice, whatever the line does',
  async () => {
    const acknowledged: string[] = [];
    let over = false;
    let heard = (): void => undefined;
    const sender = async (caseId: string): Promise<void> => {
      while (!over) {
        const id = uuid();
        for (let status = 0; status !== 200;) {
          ({ status } = await comment(caseId, id));
          if (status !== 200 && status !== 503) throw new Error(`answered ${status}`);
          if (status === 503) await new Promise((next) => setTimeout(next, 100));
        }
        acknowledged.push(id);
        heard();
      }
    };
    const more = async (count: number): Promise<void> => {
      for (const wanted = acknowledged.length + count; acknowledged.length < wanted;)
        await new Promise<void>((next) => (heard = next));
    };
    const senders = Promise.all(cases.map(sender));
    for (let round = 0; round < ROUNDS; round += 1) {
      await more(BETWEEN);
      line.mood('silent');
      await new Promise((next) => setTimeout(next, 1_000));
      line.mood('well');
      await more(BETWEEN);
      line.halfOpen();
      await more(BETWEEN);
      line.slow(30);
      await more(BETWEEN);
      line.slow(0);
    }
    await more(BETWEEN);
    over = true;
    await senders;
    const { rows } = await server.test.database.pool.query<{ id: string }>(
      `SELECT command_id AS id FROM case_event WHERE type = 'COMMENT'`,
    );
    const written = rows.map(({ id }) => id);
    expect(new Set(written).size).toBe(written.length);
    expect(written).toEqual(expect.arrayContaining(acknowledged));
  },
  atLength(3_600_000, 120_000),
);
