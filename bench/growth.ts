/** What becomes of history as it grows: commits at each size, bytes an event, VACUUM, checking, archiving and bringing back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import { archiveCases } from '../src/store/archive/archive-cases.js';
import { linesOf } from '../src/store/cases/history.store.js';
import { ArchiveFolder } from '../src/store/archive/archive-folder.js';
import { putLines } from '../src/store/archive/archive.store.js';
import { bringBack } from '../src/store/archive/bring-back.js';
import { caseNumber } from '../src/store/cases/case.store.js';
import type { Database } from '../src/store/database/database.js';
import { genesis, lineHash, type ChainedLine } from '../src/store/cases/history-line.js';
import { verifyHistory } from '../src/store/audit/verify-history.js';
import { openFixture } from '../test/support/fixture.js';
import { struckOff } from '../test/support/closed-cases.js';
import { ACTOR, at } from '../test/support/engine.js';
import type { BenchCluster } from './bench-cluster.js';
import { copyId } from '../test/support/case-ids.js';
import { commitRates } from './events.js';
import type { Row } from './table.js';

/** Lines at which is measured: the first step is of true chains, which can be checked and archived, the others are copies. */
const SIZES = { plain: [10_000, 50_000, 100_000], large: [100_000, 1_000_000, 10_000_000] } as const;
const TODAY = '2026-03-02';

/** The rows of the table; the limit of a commit rate is the rate at the first size. */
export async function benchHistory(cluster: BenchCluster, { large }: { large: boolean }): Promise<Row[]> {
  const database = await cluster.open('growth');
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-growth-'));
  const rows: Row[] = [];
  const say = (work: string, unit: string, ours: number[], limit: number[] = []): void => {
    const ratios = limit.length === 0 ? [] : ours.map((value, n) => value / limit[n]!);
    rows.push({ work, unit, ours, limit, ratios, budget: '–', within: null });
    process.stderr.write(`${work}: ${ours.map((value) => value.toPrecision(4)).join(' ')} ${unit}\n`);
  };
  try {
    const { pool } = database;
    const fixture = await openFixture(database);
    const template = await struckOff(fixture);
    const lines = await linesOf(pool, [template]);
    let first: number[] = [];
    let stored = 0;
    for (const [step, size] of SIZES[large ? 'large' : 'plain'].entries()) {
      const named = `${size.toLocaleString('en')} lines`;
      const grow = size - stored;
      const loading = await seconds(() =>
        step === 0
          ? storeChains(database, template, lines, Math.ceil(grow / lines.length))
          : storeCopies(database, template, stored, grow),
      );
      stored = size;
      process.stderr.write(`${named} after ${loading.toFixed(0)} s\n`);
      say(`VACUUM (ANALYZE) of what was added, at ${named}`, 's', [
        await seconds(() => pool.query('VACUUM (ANALYZE) case_event')),
      ]);
      const rates = await commitRates(database, fixture.dependencies);
      if (step === 0) first = rates;
      say(`durable events, 16 clients, at ${named}`, 'events/s', rates, first);
      const { table, indexes } = await sizes(database);
      say(`table at ${named}`, 'bytes/line', [table]);
      say(`its indexes at ${named}`, 'bytes/line', [indexes]);
    }
    say('VACUUM with nothing to do', 's', [await seconds(() => pool.query('VACUUM case_event'))]);
    // Copies have no case, so only true chains are read here: the first step of the lines.
    const found = { events: 0 };
    const checking = await seconds(async () => Object.assign(found, await sound(database)));
    say('verify-history', 'lines/s', [found.events / checking]);

    const by = { personId: ACTOR.administrator.userId!, at: at(TODAY) };
    const from = performance.now();
    let moved = from;
    const order = { year: 2024, folder, today: TODAY, casesPerFile: 1000, by };
    const done = await archiveCases(pool, fixture.dependencies.workflows, order, () => (moved = performance.now()));
    say('archived', 'lines', [done.lines]);
    say('archive', 'lines/s', [done.lines / ((moved - from) / 1e3)]);
    say('VACUUM (ANALYZE) after archiving', 's', [(performance.now() - moved) / 1e3]);
    say('in the files', 'bytes/line', [done.files.reduce((sum, { bytes }) => sum + bytes, 0) / done.lines]);
    say('what stays of an archived line (rows and indexes)', 'bytes/line', [(await remainder(database)) / done.lines]);
    say(
      `durable events, 16 clients, after archiving`,
      'events/s',
      await commitRates(database, fixture.dependencies),
      first,
    );
    const again = await seconds(async () => Object.assign(found, await sound(database, new ArchiveFolder(folder))));
    say('verify-history --archive, files and database', 'lines/s', [found.events / again]);
    const returning = await seconds(async () => {
      for (const { name } of done.files) await bringBack(pool, join(folder, name), by);
    });
    say('restore-archive', 'lines/s', [done.lines / returning]);
    await sound(database);
  } finally {
    await database.close();
    await cluster.drop('growth');
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1e3;
}

/** The verdict; an error where history does not hold. */
async function sound({ pool }: Database, folder?: ArchiveFolder): Promise<{ events: number }> {
  const verdict = await verifyHistory(pool, folder);
  if (verdict.faults.length > 0) throw new Error(JSON.stringify(verdict.faults.slice(0, 3)));
  return verdict;
}

/** Bytes a line of case_event, and of its indexes. */
async function sizes({ pool }: Database): Promise<{ table: number; indexes: number }> {
  const { rows } = await pool.query<{ table: number; indexes: number }>(
    `SELECT pg_table_size('case_event')::float8 / n AS "table", pg_indexes_size('case_event')::float8 / n AS indexes
     FROM (SELECT count(*) AS n FROM case_event) c`,
  );
  return rows[0]!;
}

async function remainder({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(
    `SELECT (pg_total_relation_size('case_archive') + pg_total_relation_size('archived_command'))::float8 AS bytes`,
  );
  return rows[0]!.bytes;
}

/** So many more lines as wide as those of the case, under ids of cases that are not there and hashes that lead nowhere. */
async function storeCopies(database: Database, template: string, stored: number, lines: number): Promise<void> {
  await asReplica(database, async (client) => {
    await client.query('DROP TABLE IF EXISTS pattern');
    await client.query(`CREATE TEMPORARY TABLE pattern AS SELECT * FROM case_event WHERE case_id = '${template}'`);
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM pattern');
    const each = rows[0]!.n;
    const most = 100_000;
    // Indexes are taken away for the bulk, and built anew: packed, as they are after a REINDEX.
    await client.query(
      'ALTER TABLE case_event DROP CONSTRAINT case_event_pkey, DROP CONSTRAINT case_event_command_key',
    );
    for (let at = 0; at < lines / each; at += most / each) {
      await client.query(
        `INSERT INTO case_event (case_id, seq, type, at, recorded_at, actor_id, actor_name, actor_unit_id, via, command_id, command_digest, body, hash)
         SELECT ${copyId('n')}, seq, type, at, recorded_at, actor_id, actor_name, actor_unit_id, via,
           CASE WHEN command_id IS NOT NULL THEN gen_random_uuid() END, sha256(uuid_send(gen_random_uuid())), body, sha256(uuid_send(gen_random_uuid()))
         FROM generate_series($1::int, $2::int) n, pattern ORDER BY n, seq`,
        [Math.ceil(stored + at), Math.ceil(stored + Math.min(at + most / each, lines / each)) - 1],
      );
    }
    await client.query(`SET maintenance_work_mem = '512MB'`);
    await client.query(
      'ALTER TABLE case_event ADD PRIMARY KEY (case_id, seq), ADD CONSTRAINT case_event_command_key UNIQUE (command_id)',
    );
  });
}

/** So many copies of the case with histories that hold, closed in the same year. */
async function storeChains(
  database: Database,
  template: string,
  lines: readonly ChainedLine[],
  copies: number,
): Promise<void> {
  await asReplica(database, async (client) => {
    await client.query('UPDATE case_counter SET last = $1 WHERE year = 2024', [copies + 1]);
    const { rows } = await client.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'rectification_case'
         AND table_schema = current_schema() AND column_name NOT IN ('id', 'number', 'head')`,
    );
    const others = rows.map(({ name }) => name).join(', ');
    for (let from = 0; from < copies; from += 1000) {
      const made = Array.from({ length: Math.min(1000, copies - from) }, (_, n) =>
        chained(uuid(), caseNumber(2024, from + n + 2), lines),
      );
      await client.query(
        `INSERT INTO rectification_case (id, number, head, ${others})
         SELECT m.id, m.number, decode(m.head, 'hex'), ${others}
         FROM rectification_case c, unnest($2::uuid[], $3::text[], $4::text[]) AS m (id, number, head) WHERE c.id = $1`,
        [template, made.map(({ id }) => id), made.map(({ number }) => number), made.map(({ head }) => head)],
      );
      await putLines(
        client,
        made.flatMap((one) => one.lines),
      );
    }
  });
  await database.pool.query('VACUUM (ANALYZE) rectification_case');
}

/** The same history under another id and number, chained anew. */
function chained(
  id: string,
  number: string,
  lines: readonly ChainedLine[],
): { id: string; number: string; head: string; lines: ChainedLine[] } {
  let head = genesis(id, number);
  const chained = lines.map((line) => {
    const own = { ...line, caseId: id, commandId: line.commandId === null ? null : uuid() };
    head = lineHash(head, own);
    return { ...own, hash: head };
  });
  return { id, number, head, lines: chained };
}

/** Foreign keys and triggers are not looked at while loading. */
async function asReplica({ pool }: Database, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await work(client);
    await client.query('RESET session_replication_role');
  } finally {
    client.release(true);
  }
}
