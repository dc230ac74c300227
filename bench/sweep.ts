/** Timers fired a second: the sweep of one and of two servers against one set-based statement that writes the same rows. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sweep } from '../src/executor/sweep.js';
import { CaseStore } from '../src/store/cases/case.store.js';
import type { Rows } from '../src/store/cases/commit-parts.js';
import type { CommitWrite, Statement } from '../src/store/cases/commit-statement.js';
import { openFixture2 } from '../test/support/fixture-2.js';
import { at } from '../test/support/engine.js';
import type { BenchCluster } from './bench-cluster.js';
import { copyCase } from './copies.js';
import { setStatement } from './set-statement.js';
import { median, ratiosOf, type Row } from './table.js';

/** Timers of one transaction, as the job takes them (src/jobs/sweeper.ts). */
const BATCH = 200;
/** Timers that each server sweeps before it is measured: it has been up for days when timers fall due, its code is compiled. */
const WARMING = 3_000;
/** The unit has been told that it is late; three days later, unanswered, the next order goes out: one timer, one event. */
const RAISED = at('2026-03-02');
const TOLD = at('2026-03-24', '09:30');
const UNANSWERED = at('2026-03-27', '09:30');

class RecordingStore extends CaseStore {
  rows: Rows = {};

  override prepare(write: CommitWrite): Statement {
    this.rows = write.rows;
    return super.prepare(write);
  }
}

/** One case in the state in which a timer is next, and copies of it; answers what firing that timer writes. */
async function prepare(cluster: BenchCluster, name: string, copies: number, stride: number): Promise<Rows> {
  const database = await cluster.open(name);
  const fixture = await openFixture2(database);
  const id = await fixture.working(RAISED);
  await sweep(fixture.dependencies, TOLD, 10);
  await copyCase(database.pool, id, copies, stride);
  await database.close();
  // The case that the others were copied from fires alone, and shows what is to be written.
  const shown = await cluster.open(`${name}_shown`, name);
  await shown.pool.query('DELETE FROM case_timer WHERE case_id <> $1', [id]);
  const recorder = new RecordingStore(shown);
  await sweep({ ...fixture.dependencies, cases: recorder }, UNANSWERED, 10);
  await shown.close();
  await cluster.drop(`${name}_shown`);
  return recorder.rows;
}

/** A server that has swept the warming database and waits. */
async function server(url: string, warming: string): Promise<ChildProcess> {
  const hook = join(__dirname, '../test/support/run-typescript.cjs');
  const child = fork(join(__dirname, 'sweeping-server.ts'), [url, warming, String(UNANSWERED), String(BATCH)], {
    execArgv: ['-r', hook],
  });
  await once(child, 'message');
  return child;
}

/** Timers a second of so many servers on a fresh copy of the database. */
async function sweepRate(cluster: BenchCluster, from: string, servers: number): Promise<number> {
  await (await cluster.open('sweep_run', from)).close();
  const children: ChildProcess[] = [];
  for (let one = 0; one < servers; one += 1) {
    const warming = await cluster.open('sweep_warming', 'sweep_warm');
    await warming.close();
    children.push(await server(cluster.url('sweep_run'), cluster.url('sweep_warming')));
  }
  await cluster.checkpoint();
  const begun = performance.now();
  const fired = await Promise.all(
    children.map(async (child) => {
      const answer = once(child, 'message') as Promise<[{ fired: number }]>;
      child.send('go');
      return (await answer)[0].fired;
    }),
  );
  const seconds = (performance.now() - begun) / 1e3;
  await Promise.all(children.filter((child) => child.exitCode === null).map((child) => once(child, 'exit')));
  return fired.reduce((a, b) => a + b) / seconds;
}

async function limitRate(cluster: BenchCluster, from: string, rows: Rows): Promise<number> {
  const database = await cluster.open('sweep_run', from);
  await cluster.checkpoint();
  const { text, values } = setStatement(rows);
  const begun = performance.now();
  const result = await database.pool.query<{ n: number }>(text, [new Date(UNANSWERED), ...values]);
  const rate = result.rows[0]!.n / ((performance.now() - begun) / 1e3);
  await database.close();
  return rate;
}

/** The rows of the table: `due` timers of ten times as many. */
export async function benchSweep(cluster: BenchCluster, { large }: { large: boolean }): Promise<Row[]> {
  const due = large ? 100_000 : 10_000;
  const rows = await prepare(cluster, 'sweep_base', due * 10, 10);
  await prepare(cluster, 'sweep_twice', due * 20, 20);
  await prepare(cluster, 'sweep_warm', WARMING, 1);
  const rates: Record<'one' | 'two' | 'limit' | 'twice', number[]> = { one: [], two: [], limit: [], twice: [] };
  for (let round = 0; round < (large ? 3 : 5); round += 1) {
    rates.limit.push(await limitRate(cluster, 'sweep_base', rows));
    rates.one.push(await sweepRate(cluster, 'sweep_base', 1));
    rates.two.push(await sweepRate(cluster, 'sweep_base', 2));
    rates.twice.push(await sweepRate(cluster, 'sweep_twice', 1));
  }
  await cluster.drop('sweep_base', 'sweep_twice', 'sweep_warm', 'sweep_warming', 'sweep_run');
  const size = `${due.toLocaleString('en')} due of ${(due * 10).toLocaleString('en')}`;
  const row = (work: string, ours: number[], limit: number[], budget: string, least: number | null): Row => {
    const ratios = ratiosOf(ours, limit);
    const within = least === null ? null : median(ratios) >= least;
    return { work, unit: 'timers/s', ours, limit, ratios, budget, within };
  };
  return [
    row(`sweep, ${size}, two servers`, rates.two, rates.limit, 'at least 0.7, aim 1.0', 0.7),
    row(`sweep, ${size}, one server`, rates.one, rates.limit, '–', null),
    row(
      'one server, the same among twice as many',
      rates.twice,
      rates.one,
      'about 1 (at least 0.8): cost follows what is due',
      0.8,
    ),
  ];
}
