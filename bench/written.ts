/** What an event writes, counted: bytes of WAL, rows, entries of indexes, flushes, processor time. Counts do not depend on what else the machine does. */
import pg from 'pg';
import type { Database } from '../src/store/database/database.js';
import type { BenchCluster } from './bench-cluster.js';
import { drive, driveBare, executorOn, recordedEvents, STEPS } from './events.js';
import { serverTime } from './processor-time.js';
import type { Row } from './table.js';

/** Each is of one event. */
interface Written {
  bytes: number;
  pages: number;
  rows: number;
  entries: number;
  locks: number;
  flushes: number;
  inPlace: number;
  node: number;
  server: number;
  together: number;
}

/** Per event, what `run` wrote in a fresh copy of the assigned cases; it answers how many it wrote at once. */
async function written(
  cluster: BenchCluster,
  events: number,
  run: (database: Database) => Promise<number>,
): Promise<Written> {
  const database = await cluster.open('events_run', 'events_base');
  const looking = new pg.Client(database.connection);
  await looking.connect();
  const one = async <T extends object>(sql: string, values: unknown[] = []): Promise<T> =>
    (await looking.query<T>(sql, values)).rows[0]!;
  await looking.query('CREATE EXTENSION IF NOT EXISTS pg_walinspect');
  await cluster.checkpoint();
  const { pid } = await one<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const flushed = (): Promise<{ n: number }> =>
    one(`SELECT coalesce(sum(fsyncs), 0)::int AS n FROM pg_stat_io WHERE object = 'wal' AND context = 'normal'`);
  const from = await one<{ lsn: string }>('SELECT pg_current_wal_insert_lsn() AS lsn');
  const [flushes, server, node] = [(await flushed()).n, serverTime(pid), process.cpuUsage()];
  const together = await run(database);
  const spent = process.cpuUsage(node);
  const found = await one<Omit<Written, 'flushes' | 'node' | 'server' | 'together'>>(
    `SELECT sum(record_length - fpi_length)::int AS bytes, sum(fpi_length)::int AS pages,
       count(*) FILTER (WHERE kind LIKE 'Heap/INSERT%' OR kind LIKE 'Heap/%UPDATE%')::int AS rows,
       count(*) FILTER (WHERE kind LIKE 'Btree/INSERT_LEAF' OR kind LIKE 'Btree/INSERT_POST' OR kind LIKE 'Btree/SPLIT%')::int AS entries,
       count(*) FILTER (WHERE kind = 'Heap/LOCK')::int AS locks,
       count(*) FILTER (WHERE kind = 'Heap/HOT_UPDATE')::int AS "inPlace"
     FROM (SELECT *, resource_manager || '/' || record_type AS kind FROM pg_get_wal_records_info($1, pg_current_wal_flush_lsn())) i`,
    [from.lsn],
  );
  const used = { server: serverTime(pid) - server, node: spent.user + spent.system };
  // A server tells what it flushed at the end of a session, and now and then.
  await database.close();
  await new Promise((done) => setTimeout(done, 1_500));
  const all = { ...found, ...used, flushes: (await flushed()).n - flushes };
  await looking.end();
  const each = Object.fromEntries(Object.entries(all).map(([name, sum]) => [name, sum / events]));
  return { ...(each as Omit<Written, 'together'>), together };
}

/** One row for each count: the executor beside the bare statement, which writes the same rows; both with so many clients. */
export async function benchWritten(cluster: BenchCluster, cases = 300): Promise<Row[]> {
  const { ids, dependencies, writes } = await recordedEvents(cluster, cases);
  const rows: Row[] = [];
  for (const clients of [16, 64, 1]) {
    const some = clients === 1 ? ids.slice(0, 100) : ids;
    const events = some.length * STEPS.length;
    const bare = await written(cluster, events, async (database) => {
      const own = some.map((id) => writes.get(id)!);
      await driveBare(database, own, Math.min(clients, 50));
      return 1;
    });
    const ours = await written(cluster, events, async (database) => {
      const executor = executorOn(database, dependencies);
      const sizes: number[] = [];
      executor.onBatch = (size) => void sizes.push(size);
      await drive(executor, some, clients);
      return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    });
    const row = (what: keyof Written, work: string, unit: string, most?: number): Row => ({
      work: `${work}, ${clients === 1 ? 'one client' : `${clients} clients`}`,
      ...{ unit, ours: [ours[what]], limit: [bare[what]], ratios: [ours[what] / bare[what]] },
      ...{ budget: most === undefined ? '–' : `at most ${most.toLocaleString('en')}` },
      within: most === undefined ? null : ours[what] <= most,
    });
    rows.push(
      row('bytes', 'WAL of an event without whole pages', 'bytes', 3_200),
      row('pages', 'whole pages after a checkpoint', 'bytes'),
      row('rows', 'rows inserted and updated', 'rows'),
      row('entries', 'entries of indexes', 'entries', 10),
      row('inPlace', 'rows updated in place (HOT)', 'rows'),
      row('locks', 'rows locked', 'rows'),
      row('flushes', 'flushes', 'flushes'),
      row('together', 'events of a commit', 'events'),
      row('node', 'processor time of node', 'µs'),
      row('server', 'processor time of PostgreSQL', 'µs'),
    );
  }
  await cluster.drop('events_base', 'events_recorded', 'events_run');
  return rows;
}
