/** What an operator reads at /metrics about the sweep and the executor. */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { alerts } from '../../bin/write-docs.cjs';
import { Metrics } from '../../src/health/metrics.js';
import { backup } from '../../src/store/backup/backup.js';
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
  expect(await figure('xiaohao_messages_due')).toBeGreaterThanOrEqual(1);
  expect(await figure('xiaohao_report_deltas_waiting')).toBeGreaterThanOrEqual(1);
  expect(await figure('xiaohao_door_waiting')).toBe(0);
  expect(await figure('xiaohao_door_batch_size_count')).toBeGreaterThanOrEqual(2);
});

it('tells of connections, the disk, and the newest backup, which is absent until there is one', async () => {
  expect(await figure('xiaohao_pool_in_use{pool="general"}')).toBeGreaterThanOrEqual(0);
  expect(await figure('xiaohao_pool_waiting{pool="executor"}')).toBe(0);
  expect(await figure('xiaohao_disk_free_bytes{folder="data"}')).toBeGreaterThan(0);
  expect(await figure('xiaohao_slow_queries_total')).toBe(0);
  const age = 'xiaohao_backup_age_seconds{kind="file"}';
  expect(await figure(age)).toBeNaN();
  const file = join(tmpdir(), `xiaohao-${uuid()}.backup`);
  await backup(server.tenant.database, file);
  rmSync(file);
  server.clock.set(Date.now() + 3_600_000);
  expect(Math.round((await figure(age)) / 100)).toBe(36);
});

interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
}

it('has every metric that the alert rules and the dashboard name', () => {
  const { registry } = server.app.get(Metrics);
  const known = new Set(registry.getMetricsAsArray().map(({ name }) => name));
  const { panels } = JSON.parse(readFileSync(join(__dirname, '../../deploy/dashboard.json'), 'utf8')) as Dashboard;
  const asked = [
    ...alerts().map(({ alert, expr }) => [alert, expr] as const),
    ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ];
  expect(asked.length).toBeGreaterThan(35);
  const unknown = asked.flatMap(([where, expr]) => {
    const names = expr.match(/\b(?:xiaohao|nodejs|process)_\w+/g) ?? [];
    expect([where, names.length > 0 || expr.startsWith('up')]).toEqual([where, true]);
    const lacking = names.filter((name) => !known.has(name) && !known.has(name.replace(/_(bucket|sum|count)$/, '')));
    return lacking.map((name) => `${where}: ${name}`);
  });
  expect(unknown).toEqual([]);
  // And what is measured of the work is looked at somewhere.
  const text = asked.map(([, expr]) => expr).join('\n');
  expect([...known].filter((name) => name.startsWith('xiaohao_') && !text.includes(name))).toEqual([]);
});
