/** Durable case events a second: the executor against bare `pg`, on the same rows, at 16 and 64 clients and one alone. */
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../src/domain/command.js';
import { CommandExecutor } from '../src/executor/command-executor.js';
import { CaseStore } from '../src/store/cases/case.store.js';
import type { Rows } from '../src/store/cases/commit-parts.js';
import type { CommitWrite, Statement } from '../src/store/cases/commit-statement.js';
import type { Database } from '../src/store/database/database.js';
import { HistoryStore } from '../src/store/cases/history.store.js';
import { collecting, type Fixture } from '../test/support/fixture.js';
import { openFixture2 } from '../test/support/fixture-2.js';
import { ACTOR, UNIT, at } from '../test/support/engine.js';
import { bareStatement, type BareWrite } from './bare-statement.js';
import type { BenchCluster } from './bench-cluster.js';
import { casesIn, sizesOf } from './stored-cases.js';
import { median, ratiosOf, type Row } from './table.js';

/** What happens to each case; all of it may happen on one day. */
export const STEPS: readonly [string, Actor, string, Record<string, unknown>][] = [
  ['ACCEPT', ACTOR.handler, '2026-03-03', {}],
  ['PROGRESS', ACTOR.handler, '2026-03-04', { text: '已现场核实情况，正在协调相关单位' }],
  ['SUBMIT', ACTOR.handler, '2026-03-05', { measure: '更换灯具十二盏', lastingMeasure: '每月巡查' }],
  ['RETURN', ACTOR.supervisor, '2026-03-06', { reason: '仍有两盏不亮' }],
  ['SUBMIT', ACTOR.handler, '2026-03-09', { measure: '补换两盏', lastingMeasure: '每月巡查' }],
  ['PASS', ACTOR.supervisor, '2026-03-10', { method: 'onSite' }],
  ['RECORD_VISIT', ACTOR.visitor, '2026-03-11', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' }],
];

/** Keeps what each commit wrote, case by case, to be written again by the bare statement. */
class RecordingStore extends CaseStore {
  readonly writes = new Map<string, BareWrite[]>();

  override prepare(write: CommitWrite): Statement {
    const { expected, rows } = write;
    for (const { g, id, version } of expected) {
      const own = Object.fromEntries(
        Object.entries(rows).map(([part, all]) => [part, all.filter((row) => row.g === g)]),
      ) as Rows;
      this.writes.set(id, [...(this.writes.get(id) ?? []), bareStatement(id, version, own)]);
    }
    return super.prepare(write);
  }
}

/** Drives the cases through STEPS with so many clients; answers events a second. */
export async function drive(executor: CommandExecutor, ids: readonly string[], clients: number): Promise<number> {
  const queue = [...ids];
  const client = async (): Promise<void> => {
    for (let caseId = queue.pop(); caseId !== undefined; caseId = queue.pop()) {
      for (const [type, actor, day, payload] of STEPS) {
        const command = { id: uuid(), type, caseId, actor, at: at(day), payload };
        await executor.execute({ steps: [{ kind: 'command', command }] });
      }
    }
  };
  const from = process.hrtime.bigint();
  await Promise.all(Array.from({ length: clients }, client));
  return (ids.length * STEPS.length) / (Number(process.hrtime.bigint() - from) / 1e9);
}

/** The same by the bare statement. */
export async function driveBare(database: Database, writes: readonly BareWrite[][], clients: number): Promise<number> {
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client(database.connection);
      await client.connect();
      return client;
    }),
  );
  const queue = [...writes];
  let events = 0;
  const from = process.hrtime.bigint();
  await Promise.all(
    connections.map(async (connection) => {
      for (let own = queue.pop(); own !== undefined; own = queue.pop()) {
        for (const { name, text, values } of own) {
          const { rowCount } = await connection.query({ name, text, values });
          if (rowCount !== 1) throw new Error('the bare statement lost its race');
          events += 1;
        }
      }
    }),
  );
  const rate = events / (Number(process.hrtime.bigint() - from) / 1e9);
  await Promise.all(connections.map((connection) => connection.end()));
  return rate;
}

/** Assigned cases in the database `events_base`, and what their steps write, to be written again by the bare statement. */
export async function recordedEvents(
  cluster: BenchCluster,
  cases: number,
): Promise<{ ids: string[]; dependencies: Fixture['dependencies']; writes: ReadonlyMap<string, BareWrite[]> }> {
  const base = await cluster.open('events_base');
  const fixture = await openFixture2(base);
  const ids: string[] = [];
  for (let n = 0; n < cases; n += 50) {
    const made = await Promise.all(Array.from({ length: 50 }, () => fixture.collect(at('2026-03-02'))));
    await Promise.all(
      made.map((id) => fixture.send(id, ACTOR.clerk, at('2026-03-02'), 'ASSIGN', { leadUnitId: UNIT.lead })),
    );
    ids.push(...made);
  }
  const { dependencies } = fixture;
  await base.close();

  const recorded = await cluster.open('events_recorded', 'events_base');
  const recorder = new RecordingStore({ hotPool: recorded.pool });
  await drive(new CommandExecutor({ ...dependencies, cases: recorder }, new HistoryStore(recorded)), ids, 16);
  await recorded.close();
  return { ids, dependencies, writes: recorder.writes };
}

/** The executor over a database. */
export const executorOn = (database: Database, dependencies: Fixture['dependencies']): CommandExecutor =>
  new CommandExecutor({ ...dependencies, cases: new CaseStore(database) }, new HistoryStore(database));

/** The rows of the table: rates as medians of `rounds`, each beside its limit in the same run. */
export async function benchEvents(cluster: BenchCluster, cases = 600, rounds = 3): Promise<Row[]> {
  const { ids, dependencies, writes: recorded } = await recordedEvents(cluster, cases);
  const rates: Record<string, number[]> = {};
  const measure = async (name: string, run: (database: Database) => Promise<number>): Promise<void> => {
    const database = await cluster.open('events_run', 'events_base');
    (rates[name] ??= []).push(await run(database));
    await database.close();
  };
  const alone = ids.slice(0, Math.ceil(cases / 6));
  for (let round = 0; round < rounds; round += 1) {
    for (const clients of [16, 64, 1]) {
      const some = clients === 1 ? alone : ids;
      const writes = some.map((id) => recorded.get(id)!);
      await measure(`bare ${clients}`, (database) => driveBare(database, writes, Math.min(clients, 50)));
      await measure(`door ${clients}`, (database) => drive(executorOn(database, dependencies), some, clients));
    }
  }
  await cluster.drop('events_base', 'events_recorded', 'events_run');
  return [
    row('durable events, 16 clients', rates, 16, 'at least 0.7, aim 1.0', 0.7),
    row('durable events, 64 clients', rates, 64, 'at least 1.2', 1.2),
    row('durable events, one client alone', rates, 1, 'at least 0.67 (no slower than 1.5 times)', 1 / 1.5),
  ];
}

const CASES_DRIVEN = 200;
const ROUNDS = 3;

/** Rates of fresh cases that go their way with 16 clients, a round each. */
export async function commitRates(database: Database, dependencies: Fixture['dependencies']): Promise<number[]> {
  const executor = new CommandExecutor({ ...dependencies, cases: new CaseStore(database) }, new HistoryStore(database));
  const when = at('2026-03-02');
  const assigned = async (): Promise<string> => {
    const [done] = await executor.execute(collecting(when));
    const caseId = done!.state.id;
    const payload = { leadUnitId: UNIT.lead };
    await executor.execute({
      steps: [
        { kind: 'command', command: { id: uuid(), type: 'ASSIGN', caseId, actor: ACTOR.clerk, at: when, payload } },
      ],
    });
    return caseId;
  };
  const rates: number[] = [];
  await database.pool.query('CHECKPOINT');
  for (let round = 0; round < ROUNDS; round += 1) {
    const ids = await Promise.all(Array.from({ length: CASES_DRIVEN }, assigned));
    rates.push(await drive(executor, ids, 16));
  }
  return rates;
}

/** Events among ever more stored cases, beside the same among the fewest. */
export async function benchAmong(cluster: BenchCluster, options: { large: boolean }): Promise<Row[]> {
  const rows: Row[] = [];
  for (const cases of sizesOf(options)) {
    const { database, fixture, referenceData } = await casesIn(cluster, cases);
    const ours = await commitRates(database, { ...fixture.dependencies, referenceData });
    const limit = rows[0]?.ours ?? ours;
    const work = `durable events, 16 clients, among ${cases.toLocaleString('en')} stored cases`;
    rows.push({ work, unit: 'events/s', ours, limit, ratios: ratiosOf(ours, limit), budget: '–', within: null });
  }
  return rows;
}

function row(work: string, rates: Record<string, number[]>, clients: number, budget: string, least: number): Row {
  const executor = rates[`door ${clients}`]!;
  const bare = rates[`bare ${clients}`]!;
  const ratios = ratiosOf(executor, bare);
  return { work, unit: 'events/s', ours: executor, limit: bare, ratios, budget, within: median(ratios) >= least };
}
