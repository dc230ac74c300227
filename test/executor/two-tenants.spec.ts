/** Two tenants in one database, each in a schema of its own: the same code, and nothing of one is seen by the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sweep } from '../../src/executor/sweep.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { openDatabase, type Database } from '../../src/store/database/database.js';
import { migrate, releasedEntities, releasedMigrations } from '../../src/store/database/migrate.js';
import { TimerStore } from '../../src/store/cases/timer.store.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, refs } from '../support/engine.js';

let test: TestDatabase;
let east: { database: Database; fixture: Fixture };
let west: { database: Database; fixture: Fixture };
const UNTIL = at('2026-04-20');

async function open(schema: string): Promise<{ database: Database; fixture: Fixture }> {
  const database = await openDatabase({
    databaseUrl: test.connectionString,
    schema,
    dataDir: '',
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    poolSize: 4,
  });
  await migrate(database);
  return { database, fixture: await openFixture(database) };
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
  await west.fixture.working(at('2026-03-02'));
  const before = await rowsIn('west');
  const late = await east.fixture.working(at('2026-03-02'));
  const done = await east.fixture.working(at('2026-03-02'));
  await east.fixture.send(done, ACTOR.handler, at('2026-03-04'), 'SUBMIT', { measure: '更换', lastingMeasure: '巡查' });
  await east.fixture.send(done, ACTOR.supervisor, at('2026-03-05'), 'PASS', { method: 'onSite' });
  const visit = { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' };
  await east.fixture.send(done, ACTOR.visitor, at('2026-03-06'), 'RECORD_VISIT', visit);
  while ((await sweep(east.fixture.dependencies, UNTIL, 100)).claimed > 0);
  expect((await east.fixture.history.of(late)).filter(({ type }) => type === 'TIMER').length).toBeGreaterThan(3);
  expect(await rowsIn('west')).toEqual(before);
});

it('numbers each bureau from one, and neither finds, fires or commands the cases of the other', async () => {
  const here = await east.fixture.working(at('2032-03-01'));
  const there = await west.fixture.working(at('2032-03-01'));
  const number = async ({ fixture }: typeof east, id: string): Promise<string | undefined> =>
    (await fixture.dependencies.cases.load([id])).cases.get(id)?.facts.number;
  expect([await number(east, here), await number(west, there)]).toEqual(['ZG-2032-000001', 'ZG-2032-000001']);
  expect([await number(east, there), await number(west, here)]).toEqual([undefined, undefined]);
  await expect(west.fixture.send(here, ACTOR.handler, UNTIL, 'COMMENT', { text: '一' })).rejects.toMatchObject({
    code: 'case.notFound',
  });
  const due = new TimerStore(west.database);
  const before = await due.backlog(at('2032-04-20'));
  while ((await sweep(east.fixture.dependencies, at('2032-04-20'), 100)).claimed > 0);
  expect(await due.backlog(at('2032-04-20'))).toEqual(before);
  expect(before.due).toBeGreaterThan(0);
});

it('finds the books of both in order', async () => {
  for (const { database, fixture } of [east, west]) {
    expect((await checkCases(database.pool, fixture.dependencies.workflows, refs)).faults).toEqual([]);
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
