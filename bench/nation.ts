/** Many bureaus in one PostgreSQL, each in a schema of its own: what a schema and its migration cost, what a hundred take that work at once,
 *  and what a sign-off waits for while another bureau takes a ledger over. NATION=<schemas>, LIVE=<bureaus that work>. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { CommandExecutor } from '../src/executor/command-executor.js';
import { openDatabase, type Database } from '../src/store/database/database.js';
import { migrate, releasedEntities, releasedMigrations } from '../src/store/database/migrate.js';
import { ACTOR, UNIT, at } from '../test/support/engine.js';
import { openFixture2 } from '../test/support/fixture-2.js';
import { STEPS } from './events.js';
import { type OwnServer, startOwnServer } from './own-server.js';
import { serverTime } from './processor-time.js';
import { percentileOf, type Row } from './table.js';

const SCHEMAS = Number(process.env['NATION'] ?? 150);
const LIVE = Number(process.env['LIVE'] ?? 100);
/** What the plan speaks of. */
const NATION = 3_000;
/** Of each bureau that works: cases on their way, all steps of each. */
const CASES = 2;
/** Between two steps of a bureau whose neighbour imports, milliseconds: people who work, not a load that fills the machine. */
const THINKING = 400;
const ROUNDS = 2;
/** Bureaus whose sign-offs are measured beside an import. */
const SOME = 20;

interface Bureau {
  database: Database;
  executor: CommandExecutor;
  ids: string[];
}

const nameOf = (n: number): string => `b${String(n).padStart(4, '0')}`;
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const figure = (work: string, unit: string, ours: number[]): Row => ({
  ...{ work, unit, ours, limit: [], ratios: [], budget: '–', within: null },
});
/** Kilobytes of a process, memory that it shares counted by its share. */
const kilobytes = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);

function open(server: OwnServer, schema: string): Promise<Database> {
  return openDatabase({
    ...{ databaseUrl: server.url('nation'), schema, dataDir: '', poolSize: 2, log: () => undefined },
    entities: releasedEntities(),
    migrations: releasedMigrations(),
  });
}

/** Makes the schemas by the migrations, as a first start does; the rows that tell what one takes. */
async function make(server: OwnServer, admin: pg.Client): Promise<Row[]> {
  const { rows: own } = await admin.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const [seconds, processor]: [number[], number[]] = [[], []];
  const size = async (): Promise<{ whole: number; catalogs: number; relations: number }> => {
    const { rows } = await admin.query<{ whole: number; catalogs: number; relations: number }>(
      `SELECT pg_database_size('nation')::float AS whole, (SELECT count(*)::int FROM pg_class) AS relations,
         (SELECT sum(pg_total_relation_size(oid))::float FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r') AS catalogs`,
    );
    return rows[0]!;
  };
  const before = await size();
  for (let n = 0; n < SCHEMAS; n += 1) {
    const [from, used] = [performance.now(), serverTime(own[0]!.pid)];
    const database = await open(server, nameOf(n));
    await migrate(database);
    await database.close();
    seconds.push((performance.now() - from) / 1e3);
    processor.push((serverTime(own[0]!.pid) - used) / 1e6);
  }
  const after = await size();
  const each = (of: 'whole' | 'catalogs' | 'relations'): number => (after[of] - before[of]) / SCHEMAS;
  const tenth = Math.max(1, Math.floor(SCHEMAS / 10));
  return [
    figure('founding a schema by all migrations, the first tenth of them', 's', seconds.slice(0, tenth)),
    figure('the same, the last tenth', 's', seconds.slice(-tenth)),
    figure('processor time of PostgreSQL for one', 's', [mean(processor)]),
    figure(`founding ${NATION.toLocaleString('en')}, one after the other, by these`, 'min', [
      (mean(seconds) * NATION) / 60,
    ]),
    figure('tables, indexes and sequences of a schema', 'rows of pg_class', [each('relations')]),
    figure('disk that an empty schema takes', 'MB', [each('whole') / 1e6]),
    figure('of it in the catalogs', 'MB', [each('catalogs') / 1e6]),
    figure(`disk of ${NATION.toLocaleString('en')} empty ones, by these`, 'GB', [(each('whole') * NATION) / 1e9]),
  ];
}

/** What a release does that adds a column and an index, in each schema, as `migrate` does it: its own connection, one transaction. */
async function upgrade(server: OwnServer): Promise<Row[]> {
  const seconds: number[] = [];
  for (let n = 0; n < SCHEMAS; n += 1) {
    const from = performance.now();
    const client = new pg.Client({
      connectionString: server.url('nation'),
      options: `-c search_path=${nameOf(n)},public`,
    });
    await client.connect();
    await client.query(
      `BEGIN; ALTER TABLE rectification_case ADD COLUMN of_the_bench text; CREATE INDEX ON rectification_case (of_the_bench); COMMIT`,
    );
    await client.end();
    seconds.push((performance.now() - from) / 1e3);
  }
  return [
    figure('a migration that adds a column and an index to a schema', 's', seconds),
    figure(`the same in ${NATION.toLocaleString('en')}, one after the other, by these`, 'min', [
      (mean(seconds) * NATION) / 60,
    ]),
  ];
}

/** Megabytes that one connection keeps in its caches after it has read the main tables of so many schemas. */
async function caches(server: OwnServer): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server.url('nation') });
  client.on('error', () => undefined);
  await client.connect();
  const held = async (): Promise<number> => {
    const { rows } = await client.query<{ bytes: number }>(
      'SELECT sum(total_bytes)::float AS bytes FROM pg_backend_memory_contexts',
    );
    return rows[0]!.bytes / 1e6;
  };
  const rows: Row[] = [];
  let visited = 0;
  for (const upTo of new Set([1, Math.min(10, SCHEMAS), SCHEMAS])) {
    for (; visited < upTo; visited += 1) {
      await client.query(`SET search_path = ${nameOf(visited)}, public`);
      await client.query(
        `SELECT FROM rectification_case c LEFT JOIN case_event e ON e.case_id = c.id LEFT JOIN case_timer t ON t.case_id = c.id
           LEFT JOIN message m ON false LEFT JOIN visit v ON v.case_id = c.id LEFT JOIN supervision_order o ON o.case_id = c.id
           LEFT JOIN person p ON false LEFT JOIN session s ON false LEFT JOIN unit u ON false LEFT JOIN report_rollup r ON false LIMIT 1`,
      );
    }
    rows.push(figure(`memory of a connection that has served ${upTo} schemas`, 'MB', [await held()]));
  }
  await client.end();
  return rows;
}

/** A bureau with people and cases that were given to a unit: enough for twice all together, and for what some do beside an import. */
async function bureau(server: OwnServer, n: number): Promise<Bureau> {
  const database = await open(server, nameOf(n));
  const { executor, collect, send } = await openFixture2(database);
  const cases = CASES * (2 + (n < SOME ? 2 * ROUNDS : 0));
  const ids = await Promise.all(Array.from({ length: cases }, () => collect(at('2026-03-02'))));
  await Promise.all(ids.map((id) => send(id, ACTOR.clerk, at('2026-03-02'), 'ASSIGN', { leadUnitId: UNIT.lead })));
  return { database, executor, ids };
}

/** Milliseconds of each step of the cases of a bureau, and of its sign-offs (PASS) alone. */
async function live(
  { executor, ids }: Bureau,
  thinking: number,
  noted: { all: number[]; signed: number[] },
): Promise<void> {
  for (const caseId of ids.splice(0, CASES)) {
    for (const [type, actor, day, payload] of STEPS) {
      if (thinking > 0) await pause(thinking * (0.5 + Math.random()));
      const begun = performance.now();
      const command = { id: uuid(), type, caseId, actor, at: at(day), payload };
      await executor.execute({ steps: [{ kind: 'command', command }] });
      const taken = performance.now() - begun;
      noted.all.push(taken);
      if (type === 'PASS') noted.signed.push(taken);
    }
  }
}

async function together(
  bureaus: readonly Bureau[],
  thinking: number,
): Promise<{ all: number[]; signed: number[]; rate: number }> {
  const noted = { all: [] as number[], signed: [] as number[] };
  const begun = performance.now();
  await Promise.all(bureaus.map((bureau) => live(bureau, thinking, noted)));
  return { ...noted, rate: noted.all.length / ((performance.now() - begun) / 1e3) };
}

/** Sign-offs of the bureaus alone, and while another bureau's server takes ledgers over. */
async function beside(server: OwnServer, bureaus: readonly Bureau[]): Promise<Row[]> {
  const measure = async (): Promise<[number[], number[], number[]]> => {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await together(bureaus, THINKING));
    return [
      rounds.map(({ signed }) => percentileOf(signed, 50)),
      rounds.map(({ signed }) => percentileOf(signed, 95)),
      rounds.map(({ rate }) => rate),
    ];
  };
  const [p50, p95, rate] = await measure();
  const hook = join(__dirname, '../test/support/run-typescript.cjs');
  const noisy = fork(join(__dirname, 'nation-importer.ts'), [server.url('nation'), nameOf(SCHEMAS - 1)], {
    execArgv: ['-r', hook],
  });
  let imported = 0;
  noisy.on('message', (told: { imported?: number }) => (imported += told.imported ?? 0));
  // Its first ledger is through, and the next is on its way.
  while (imported === 0) await once(noisy, 'message');
  imported = 0;
  const [noisy50, noisy95, noisyRate] = await measure();
  const gone = once(noisy, 'exit');
  noisy.kill('SIGTERM');
  await gone;
  process.stderr.write(
    `meanwhile ${imported} rows were told as imported; ${mean(rate).toFixed(0)} and ${mean(noisyRate).toFixed(0)} steps/s\n`,
  );
  const row = (name: string, ours: number[], limit: number[], most: number | null): Row => {
    const ratios = ours.map((value, i) => value / limit[i]!);
    const within = most === null ? null : mean(ratios) <= most;
    return { work: name, unit: 'ms', ours, limit, ratios, budget: most === null ? '–' : `within ${most}`, within };
  };
  return [
    row('sign-off while another bureau imports: p50, beside the same without', noisy50, p50, 2),
    row('sign-off while another bureau imports: p95, beside the same without', noisy95, p95, 2),
  ];
}

/** The rows of the table. */
export async function benchNation(): Promise<Row[]> {
  const server = await startOwnServer({
    ...{ max_connections: '600', shared_buffers: '512MB', max_wal_size: '2GB', wal_compression: 'pglz', jit: 'off' },
    lc_messages: 'C',
  });
  const first = new pg.Client({ connectionString: server.url('postgres') });
  await first.connect();
  await first.query('CREATE DATABASE nation TEMPLATE template0');
  await first.end();
  const admin = new pg.Client({ connectionString: server.url('nation') });
  await admin.connect();
  await admin.query('CREATE EXTENSION pg_trgm SCHEMA public');
  const rows: Row[] = [];
  const bureaus: Bureau[] = [];
  try {
    rows.push(...(await make(server, admin)), ...(await upgrade(server)), ...(await caches(server)));
    const heap = process.memoryUsage().rss;
    for (let n = 0; n < Math.min(LIVE, SCHEMAS - 1); n += 1) bureaus.push(await bureau(server, n));
    await together(bureaus, 0);
    const { all, signed, rate } = await together(bureaus, 0);
    const { rows: backends } = await admin.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    const memory = backends.map(({ pid }) => kilobytes(pid) / 1e3);
    const of = `${bureaus.length} bureaus at once, in one process, each with its own connections`;
    rows.push(
      figure(`${of}: events`, 'events/s', [rate]),
      figure(`${of}: a step, p50`, 'ms', [percentileOf(all, 50)]),
      figure(`${of}: a sign-off, p95`, 'ms', [percentileOf(signed, 95)]),
      figure('connections they hold', '', [backends.length]),
      figure('memory of one such connection, its share of what is shared included', 'MB', [mean(memory)]),
      figure('memory of the process by each bureau', 'MB', [(process.memoryUsage().rss - heap) / 1e6 / bureaus.length]),
      ...(await beside(server, bureaus.slice(0, SOME))),
    );
  } finally {
    for (const { database } of bureaus) await database.close();
    await admin.end();
    await server.stop();
  }
  return rows;
}
