/** What an operator reads at /metrics about the sweep and the executor. */
import { v7 as uuid } from 'uuid';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A figure of the page, by its name with labels. */
async function figure(name: string): Promise<number> {
  const { text } = await server.anonymous().get('/metrics').expect(200);
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}

it('tells how many timers are due and for how long, how many are parked, and the size of batches', async () => {
  await server.person('clerk', ['clerk']);
  const clerk = await server.signIn('clerk');
  const lead = await server.unit('城东分局');
  const categories = (await clerk.get('/api/categories').expect(200)).body as { id: string }[];
  const issue = { title: '路灯不亮', description: '东街路灯', source: 'hotline', categoryId: categories[0]!.id };
  const { body } = await clerk.post('/api/cases').send(issue).expect(201);
  const { id } = (body as { case: { id: string } }).case ?? body;
  await clerk.post(`/api/cases/${id}/commands`).send({ id: uuid(), type: 'ASSIGN', leadUnitId: lead }).expect(200);
  expect(await figure('xiaohao_timer_backlog')).toBe(0);

  server.clock.set(Date.parse('2026-03-05T09:00:30+08:00'));
  expect(await figure('xiaohao_timer_backlog')).toBe(2);
  expect(await figure('xiaohao_timer_lag_seconds')).toBe(24 * 3600 + 30);
  // That the unit was given a case waits for a server with jobs since ten o’clock three days before.
  expect(await figure('xiaohao_messages_lag_seconds')).toBe(71 * 3600 + 30);
  await server.test.database.pool.query(
    `UPDATE case_timer SET poisoned_at = now(), error = '-' WHERE timer_id LIKE '%untilOffice%'`,
  );
  expect(await figure('xiaohao_timers_poisoned')).toBe(1);
  expect(await figure('xiaohao_timer_backlog')).toBe(1);
  expect(await figure('xiaohao_door_waiting')).toBe(0);
  expect(await figure('xiaohao_door_batch_size_count')).toBeGreaterThanOrEqual(2);
});
