/** Two bureaus in one database, each in a schema of its own: the same code, and nothing of one is seen by the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sweep } from '../../src/door/sweep.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { openDatabase, type Database } from '../../src/store/database/database.js';
import { migrate, releasedEntities, releasedMigrations } from '../../src/store/database/migrate.js';
import { TimerStore } from '../../src/store/cases/timer.store.js';
import { openBureau, type Bureau } from '../support/bureau.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, refs } from '../support/engine.js';

let test: TestDatabase;
let east: { database: Database; bureau: Bureau };
let west: { database: Database; bureau: Bureau };
const UNTIL = at('2026-04-20');

async function open(schema: string): Promise<{ database: Database; bureau: Bureau }> {
  const database = await openDatabase({
    databaseUrl: test.connectionString,
    schema,
    dataDir: '',
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    poolSize: 4,
  });
  await migrate(database);
  return { database, bureau: await openBureau(database) };
}

beforeAll(async () => {
  test = await createTestDatabase({ empty: true });
  east = await open('east');
  west = await open('west');
});
afterAll(async () => {
  await Promise.all([east.database.close(), west.database.close()]);
  await test.drop();
});

/** Rows of every table of a schema. */
async function rowsIn(schema: string): Promise<Record<string, number>> {
  const { rows: tables } = await test.database.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1 AND table_type = 'BASE TABLE' ORDER BY 1`,
    [schema],
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await test.database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${schema}.${name}`);
    counts[name] = rows[0]!.n;
  }
  return counts;
}

it('makes every table in the schema of the bureau and none anywhere else', async () => {
  const tables = Object.keys(await rowsIn('east'));
  expect(tables).toContain('rectification_case');
  expect(Object.keys(await rowsIn('west'))).toEqual(tables);
  expect(Object.keys(await rowsIn('public'))).toEqual([]);
});

it('leaves the other bureau as it is, row for row, through a life of cases with orders, visits and reports', async () => {
  await west.bureau.working(at('2026-03-02'));
  const before = await rowsIn('west');
  const late = await east.bureau.working(at('2026-03-02'));
  const done = await east.bureau.working(at('2026-03-02'));
  await east.bureau.send(done, ACTOR.handler, at('2026-03-04'), 'SUBMIT', { measure: '更换', lastingMeasure: '巡查' });
  await east.bureau.send(done, ACTOR.supervisor, at('2026-03-05'), 'PASS', { method: 'onSite' });
  const visit = { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' };
  await east.bureau.send(done, ACTOR.visitor, at('2026-03-06'), 'RECORD_VISIT', visit);
  while ((await sweep(east.bureau.shop, UNTIL, 100)).claimed > 0);
  expect((await east.bureau.history.of(late)).filter(({ type }) => type === 'TIMER').length).toBeGreaterThan(3);
  expect(await rowsIn('west')).toEqual(before);
});

it('numbers each bureau from one, and neither finds, fires or commands the cases of the other', async () => {
  const here = await east.bureau.working(at('2032-03-01'));
  const there = await west.bureau.working(at('2032-03-01'));
  const number = async ({ bureau }: typeof east, id: string): Promise<string | undefined> =>
    (await bureau.shop.cases.load([id])).cases.get(id)?.facts.number;
  expect([await number(east, here), await number(west, there)]).toEqual(['ZG-2032-000001', 'ZG-2032-000001']);
  expect([await number(east, there), await number(west, here)]).toEqual([undefined, undefined]);
  await expect(west.bureau.send(here, ACTOR.handler, UNTIL, 'COMMENT', { text: '一' })).rejects.toMatchObject({
    code: 'case.notFound',
  });
  const due = new TimerStore(west.database);
  const before = await due.backlog(at('2032-04-20'));
  while ((await sweep(east.bureau.shop, at('2032-04-20'), 100)).claimed > 0);
  expect(await due.backlog(at('2032-04-20'))).toEqual(before);
  expect(before.due).toBeGreaterThan(0);
});

it('finds the books of both in order', async () => {
  for (const { database, bureau } of [east, west]) {
    expect((await checkCases(database.pool, bureau.shop.workflows, refs)).faults).toEqual([]);
  }
});

it('names no schema in any statement of the store or the migrations', () => {
  const root = join(__dirname, '..', '..');
  const files = ['src', 'migrations'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
  const tables = new Set(
    files
      .filter((file) => file.startsWith('migrations'))
      .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+)/g)])
      .map(([, name]) => name!),
  );
  expect(tables.size).toBeGreaterThan(20);
  const named = new RegExp(
    String.raw`(?<!DISTINCT\s)\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES|ON)\s+(?:ONLY\s+)?"?\w+"?\."?(?:${[...tables].join('|')})\b"?`,
    'gi',
  );
  const found = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(named), ...text.matchAll(/\bpublic\.\w+|\bSET (?:LOCAL )?search_path/gi)].map(
      ([match]) => `${file}: ${match}`,
    );
  });
  expect(found).toEqual([]);
});
