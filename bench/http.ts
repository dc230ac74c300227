/** The events of bench/events.ts over HTTP, 16 clients with kept connections, beside the same clients at the executor. */
import type { BenchCluster } from './bench-cluster.js';
import { executorSteps, drive, httpSteps, prepare, TODAY, type TakeStep } from './http-load.js';
import { startService } from './http-service.js';
import { median, ratiosOf, type Row } from './table.js';

/** Cases that go first and are not counted: a server has been up for days, and its code is compiled. */
const WARMING = 400;

/** Events a second, at the executor or over HTTP, once the first cases are through. */
async function rateOf(ids: readonly string[], step: TakeStep): Promise<number> {
  await drive(ids.slice(0, WARMING), step);
  return drive(ids.slice(WARMING), step);
}

/** The row of the table. */
export async function benchHttp(cluster: BenchCluster, cases = 700, rounds = 3): Promise<Row[]> {
  const base = await cluster.open('http_base');
  const { fixture, ids } = await prepare(base, cases);
  await base.close();
  const [http, executor]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const database = await cluster.open('http_run', 'http_base');
    executor.push(await rateOf(ids, executorSteps(database, fixture)));
    await database.close();
    const fresh = await cluster.open('http_run', 'http_base');
    await fresh.close();
    const service = await startService(cluster.url('http_run'), TODAY);
    const { step, close } = await httpSteps(service.address);
    http.push(await rateOf(ids, step));
    close();
    await service.stop();
  }
  await cluster.drop('http_base', 'http_run');
  const ratios = ratiosOf(http, executor);
  return [
    {
      work: 'durable events over HTTP, 16 clients, beside the door',
      unit: 'events/s',
      ours: http,
      limit: executor,
      ratios,
      budget: 'at least 0.5',
      within: median(ratios) >= 0.5,
    },
  ];
}
