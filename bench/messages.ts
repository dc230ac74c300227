/** Messages that are due at one moment: passed on by one server against one set-based statement that writes as many entries, and the memory it takes. */
import { randomUUID } from 'node:crypto';
import { Directory } from '../src/notify/directory.js';
import { passOn } from '../src/notify/pass-on.js';
import type { Database } from '../src/store/database/database.js';
import { inTransaction } from '../src/store/database/transaction.js';
import { ACTOR, at, refs } from '../test/support/engine.js';
import { openFixture2 } from '../test/support/fixture-2.js';
import type { BenchCluster } from './bench-cluster.js';
import { copyCase } from './copies.js';
import { median, ratiosOf, type Row } from './table.js';

/** Messages of one transaction, as the job takes them (src/jobs/message-delivery.ts). */
const BATCH = 500;
const RAISED = at('2026-03-02');
const DUE = at('2026-03-03', '09:00');

/** One case that a unit works on and so many copies, each with a message to its handler. */
async function prepare(cluster: BenchCluster, due: number): Promise<void> {
  const database = await cluster.open('messages_base');
  const fixture = await openFixture2(database);
  const id = await fixture.working(RAISED);
  await database.pool.query('DELETE FROM message');
  await copyCase(database.pool, id, due - 1, 1);
  await database.pool.query(
    `INSERT INTO message (id, case_id, topic, role, unit_id, deliver_at, created_at)
     SELECT gen_random_uuid(), id, 'tell.unit', 'handler', lead_unit_id, $1, $1 FROM rectification_case`,
    [new Date(DUE)],
  );
  await database.pool.query('VACUUM ANALYZE message');
  await database.close();
}

/** Messages a second of one server, and by how many megabytes the process grew at its peak. */
async function ours(database: Database): Promise<{ rate: number; memory: number }> {
  const directory = new Directory(Object.values(ACTOR), refs.units);
  const moment = { now: DUE, calendar: refs.calendar, directory, inForce: () => Promise.resolve([]) };
  const before = process.memoryUsage.rss();
  let [most, claimed] = [before, 0];
  const begun = performance.now();
  for (;;) {
    const done = await inTransaction(database.pool, (client) => passOn(client, 'due', moment, BATCH));
    most = Math.max(most, process.memoryUsage.rss());
    claimed += done.claimed;
    if (done.claimed === 0) break;
    if (done.told !== done.claimed) throw new Error(`${done.claimed} messages made ${done.told} entries`);
  }
  return { rate: claimed / ((performance.now() - begun) / 1e3), memory: (most - before) / 2 ** 20 };
}

async function limitRate(database: Database): Promise<number> {
  const begun = performance.now();
  const { rowCount } = await database.pool.query(
    `WITH due AS (UPDATE message SET delivered_at = $1 WHERE delivered_at IS NULL AND deliver_at <= $1 RETURNING id, topic, case_id)
     INSERT INTO inbox_entry (id, person_id, topic, case_id, message_id, facts, at)
     SELECT gen_random_uuid(), $2, d.topic, d.case_id, d.id, jsonb_build_object('on', '2026-03-03', 'number', c.number, 'dueOn', c.due_on), $1
     FROM due d JOIN rectification_case c ON c.id = d.case_id`,
    [new Date(DUE), ACTOR.handler.userId],
  );
  return rowCount! / ((performance.now() - begun) / 1e3);
}

/** The rows of the table. */
export async function benchMessages(cluster: BenchCluster): Promise<Row[]> {
  const due = 100_000;
  await prepare(cluster, due);
  const series = { rate: [] as number[], memory: [] as number[], limit: [] as number[] };
  for (let round = 0; round < 3; round += 1) {
    for (const what of ['limit', 'ours'] as const) {
      const name = `messages_${randomUUID().slice(0, 8)}`;
      const database = await cluster.open(name, 'messages_base');
      await cluster.checkpoint();
      if (what === 'limit') series.limit.push(await limitRate(database));
      else {
        const { rate, memory } = await ours(database);
        series.rate.push(rate);
        series.memory.push(memory);
      }
      await database.close();
      await cluster.drop(name);
    }
  }
  await cluster.drop('messages_base');
  const size = `${due.toLocaleString('en')} messages due at one moment`;
  const ratios = ratiosOf(series.rate, series.limit);
  return [
    {
      ...{ work: `${size}, one server`, unit: 'messages/s', ours: series.rate, limit: series.limit, ratios },
      ...{ budget: '–', within: null },
    },
    {
      ...{ work: 'growth of the process meanwhile', unit: 'MB', ours: series.memory, limit: [], ratios: [] },
      ...{ budget: 'under 100 MB', within: median(series.memory) < 100 },
    },
  ];
}
