/** Timers that could not fire, over HTTP: administrators see why, and have them tried again once the cause is mended. */
import type TestAgent from 'supertest/lib/agent.js';
import { v7 as uuid } from 'uuid';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: TestAgent;
let clerk: TestAgent;
let dependencies: Dependencies;
let categoryId: string;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn('admin');
  await server.person('clerk', ['clerk']);
  clerk = await server.signIn('clerk');
  categoryId = ((await admin.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
  dependencies = server.app.get<Dependencies>(DEPENDENCIES);
});
afterAll(() => server.close());

const DAY = 86_400_000;
const until = (): number => server.clock.now();
const query = (sql: string): Promise<unknown> => server.test.database.pool.query(sql);

/** A case nobody signs for: its reminders fall due in the next days. */
async function waiting(): Promise<string> {
  const unitId = await server.unit(`单位 ${until()}-${Math.random()}`);
  const collected = await clerk
    .post('/api/cases')
    .send({ id: uuid(), title: '东街路灯不亮', description: '路灯全部不亮。', source: 'hotline', categoryId })
    .expect(201);
  const { id } = (collected.body as { case: { id: string } }).case;
  await clerk.post(`/api/cases/${id}/commands`).send({ id: uuid(), type: 'ASSIGN', leadUnitId: unitId }).expect(200);
  return id;
}

/** Days go by; sessions end meanwhile. */
async function later(days: number): Promise<void> {
  server.clock.advance(days * DAY);
  admin = await server.signIn('admin');
  clerk = await server.signIn('clerk');
}

/** Has the database refuse what the sweep writes about one case, which parks its timer. */
async function refuseToFire(id: string): Promise<void> {
  await query(`ALTER TABLE case_event ADD CONSTRAINT refuses_one CHECK (case_id <> '${id}') NOT VALID`);
  await later(7);
  while ((await sweep(dependencies, until(), 100)).claimed > 0);
}

it('shows what is due and how long it has waited, and nothing parked while all is well', async () => {
  await waiting();
  const { body: before } = await admin.get('/api/admin/timers').expect(200);
  expect(before).toEqual({ backlog: 0, lagSeconds: 0, deadLettered: 0, items: [] });
  await later(4);
  const { body } = await admin.get('/api/admin/timers').expect(200);
  expect(body).toMatchObject({ backlog: 2, deadLettered: 0, items: [] });
  expect((body as { lagSeconds: number }).lagSeconds).toBeGreaterThan(DAY / 1000);
  while ((await sweep(dependencies, until(), 100)).claimed > 0);
});

it('shows a parked timer with its case and its error; tried again after mending, it fires', async () => {
  const id = await waiting();
  await refuseToFire(id);
  const { body } = await admin.get('/api/admin/timers').expect(200);
  const { items } = body as { items: { timerId: string; caseId: string; number: string; error: string }[] };
  expect(items[0]).toMatchObject({ caseId: id, error: expect.stringContaining('refuses_one') });
  const path = (timerId: string): string => `/api/admin/timers/${id}/${encodeURIComponent(timerId)}/retry`;

  // Not mended: it is armed again, and the sweep parks it again instead of looping.
  await admin.post(path(items[0]!.timerId)).expect(200);
  await sweep(dependencies, until(), 100);
  const again = await admin.get('/api/admin/timers').expect(200);
  expect((again.body as { items: unknown[] }).items).toHaveLength(items.length);

  await query('ALTER TABLE case_event DROP CONSTRAINT refuses_one');
  for (const { timerId } of items) {
    const { body: after } = await admin.post(path(timerId)).expect(200);
    expect((after as { items: { timerId: string }[] }).items.map((one) => one.timerId)).not.toContain(timerId);
  }
  while ((await sweep(dependencies, until(), 100)).claimed > 0);
  const { body: history } = await clerk.get(`/api/cases/${id}/history`).expect(200);
  expect((history as { type: string }[]).filter(({ type }) => type === 'TIMER')).toHaveLength(2);
  expect(
    (await checkCases(server.test.database.pool, dependencies.workflows, dependencies.referenceData.current())).faults,
  ).toEqual([]);
});

it('says 404 for a timer that is not parked', async () => {
  const id = await waiting();
  const { rows } = (await server.test.database.pool.query(
    `SELECT timer_id FROM case_timer WHERE case_id = '${id}'`,
  )) as {
    rows: { timer_id: string }[];
  };
  const armed = encodeURIComponent(rows[0]!.timer_id);
  const { body } = await admin.post(`/api/admin/timers/${id}/${armed}/retry`).expect(404);
  expect(body).toMatchObject({ code: 'parkedTimer.notFound' });
  await admin.post('/api/admin/timers/no-uuid/none/retry').expect(404);
});

it('is closed to everybody who is no administrator', async () => {
  const id = '00000000-0000-7000-8000-000000000000';
  await clerk.get('/api/admin/timers').expect(403);
  await clerk.post(`/api/admin/timers/${id}/x/retry`).expect(403);
  await server.anonymous().get('/api/admin/timers').expect(401);
});
