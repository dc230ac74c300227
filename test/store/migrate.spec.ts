/** Migrations on start: once each, whoever starts, all or nothing, and never backwards. */
import { setTimeout as pause } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Database, type MigrationClass, openDatabase } from '../../src/store/database/database.js';
import { bringTables } from '../../src/store/database/bring-tables.js';
import { appliedMigrations, knownMigrations, migrate, releasedMigrations } from '../../src/store/database/migrate.js';
import type { StoreRefusal } from '../../src/store/database/store-refusal.js';
import { whyNotWritable } from '../../src/store/database/writable.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

class MakeUnit1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE unit (name text)');
    await runner.query(`SELECT pg_sleep(0.05)`); // long enough for the others to arrive
    await runner.query(`INSERT INTO unit VALUES ('信访局')`);
  }
  async down(runner: QueryRunner) {
    await runner.query('DROP TABLE unit');
  }
}

class AddLeader1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('ALTER TABLE unit ADD COLUMN leader text');
  }
  async down(runner: QueryRunner) {
    await runner.query('ALTER TABLE unit DROP COLUMN leader');
  }
}

class BreakHalfway1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE half (name text)');
    await runner.query('SELECT 1 / 0');
  }
  async down() {}
}

class AddAside1700000000004 implements MigrationInterface {
  breaks = false;
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE aside (name text)');
  }
  async down() {}
}

let test: TestDatabase;
let opened: Database[];
beforeEach(async () => {
  test = await createTestDatabase({ empty: true, migrations: [], entities: [], applicationName: 'a test' });
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await test.drop();
});

async function release(...migrations: MigrationClass[]): Promise<Database> {
  const database = await openDatabase({
    databaseUrl: test.connectionString,
    dataDir: '/nowhere',
    entities: [],
    migrations,
    poolSize: 2,
  });
  opened.push(database);
  return database;
}

it('applies each migration once when four processes start together', async () => {
  const databases = await Promise.all([1, 2, 3, 4].map(() => release(AddLeader1700000000002, MakeUnit1700000000001)));
  const applied = await Promise.all(databases.map((database) => migrate(database)));
  expect(applied.flat().sort()).toEqual(['AddLeader1700000000002', 'MakeUnit1700000000001']);
  const { rows } = await test.database.pool.query('SELECT * FROM unit');
  expect(rows).toEqual([{ name: '信访局', leader: null }]);
});

it('applies only what is new, oldest first', async () => {
  expect(await migrate(await release(MakeUnit1700000000001))).toEqual(['MakeUnit1700000000001']);
  const next = await release(AddLeader1700000000002, MakeUnit1700000000001);
  expect(await migrate(next)).toEqual(['AddLeader1700000000002']);
  expect(await migrate(next)).toEqual([]);
  expect(await appliedMigrations(next)).toEqual(['MakeUnit1700000000001', 'AddLeader1700000000002']);
});

it('leaves nothing of a migration that fails, and keeps those before it', async () => {
  const database = await release(MakeUnit1700000000001, BreakHalfway1700000000003);
  await expect(migrate(database)).rejects.toThrow(/division by zero/);
  expect(await appliedMigrations(database)).toEqual(['MakeUnit1700000000001']);
  const { rows } = await test.database.pool.query(`SELECT to_regclass('half') AS half`);
  expect(rows).toEqual([{ half: null }]);
});

it('refuses a database that a newer release has migrated, and changes nothing', async () => {
  await migrate(await release(MakeUnit1700000000001, AddLeader1700000000002));
  await expect(migrate(await release(MakeUnit1700000000001))).rejects.toMatchObject({
    code: 'database.newerRelease',
    message: expect.stringContaining('AddLeader1700000000002'),
    messageZh: expect.stringContaining('AddLeader1700000000002'),
  });
});

it('changes no tables under a server of an older release that is still connected, and says which', async () => {
  const settings = { zone: 'Asia/Shanghai', schema: undefined };
  const older = await release(MakeUnit1700000000001);
  await bringTables(older, settings);
  const adding = await release(MakeUnit1700000000001, AddAside1700000000004);
  expect(await bringTables(adding, settings)).toEqual(['AddAside1700000000004']);
  const all = [MakeUnit1700000000001, AddAside1700000000004, AddLeader1700000000002] as const;
  const breaking = await Promise.all([release(...all), release(...all)]);
  const refused: unknown = await bringTables(breaking[0]!, settings).catch((refusal: unknown) => refusal);
  expect(refused).toMatchObject({
    code: 'database.olderServers',
    messageZh: expect.stringContaining('停止全部旧版服务'),
    details: { places: expect.any(String), pids: expect.arrayContaining([expect.any(Number)]) },
  });
  await Promise.all([older.close(), adding.close()]);
  // what was closed is connected until its process at the database has heard of it
  const { pids } = (refused as StoreRefusal).details!;
  const connected = 'SELECT 1 FROM pg_stat_activity WHERE pid = ANY($1::int[])';
  while ((await test.database.pool.query(connected, [pids])).rows.length > 0) await pause(20);
  // two of this release that start together are not in each other's way
  const applied = await Promise.all(breaking.map((one) => bringTables(one, settings)));
  expect(applied.flat()).toEqual(['AddLeader1700000000002']);
});

it('works beside a newer release whose migrations only add, and says otherwise that it may not', async () => {
  const older = await release(MakeUnit1700000000001);
  await migrate(await release(MakeUnit1700000000001, AddAside1700000000004));
  expect(await migrate(older)).toEqual([]);
  expect(await whyNotWritable(older)).toBeUndefined();
  await migrate(await release(MakeUnit1700000000001, AddLeader1700000000002, AddAside1700000000004));
  expect(await whyNotWritable(older)).toMatchObject({ code: 'database.newerTables' });
  await expect(migrate(older)).rejects.toMatchObject({ code: 'database.newerRelease' });
});

/** What older servers meet: every column with its type, whether it may be left out of a new row, and every constraint. */
const SHAPE = `SELECT table_name || '.' || column_name || ' ' || data_type AS what,
    is_nullable = 'YES' OR column_default IS NOT NULL OR is_identity = 'YES' OR is_generated = 'ALWAYS' AS "mayBeLeft"
  FROM information_schema.columns WHERE table_schema = current_schema()
  UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid), false
  FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype <> 'n'`;

it('lets older servers work beside only what adds: no column, type or constraint of theirs is another, nor asked for more', async () => {
  const database = await release(...releasedMigrations());
  const shape = async (): Promise<Map<string, boolean>> => {
    const { rows } = await test.database.pool.query<{ what: string; mayBeLeft: boolean }>(SHAPE);
    return new Map(rows.map(({ what, mayBeLeft }) => [what, mayBeLeft]));
  };
  const all = knownMigrations(database);
  const beside = all.filter(({ migration }) => migration.breaks === false);
  expect(beside.map(({ name }) => name)).toContain('NoteBackups1764910100000');
  for (const { name } of beside) {
    await migrate(database, 'Asia/Shanghai', all[all.findIndex((one) => one.name === name) - 1]!.name);
    const before = await shape();
    const tables = new Set([...before.keys()].map((what) => what.split(/[. ]/)[0]));
    await migrate(database, 'Asia/Shanghai', name);
    const after = await shape();
    // a foreign key that is gone asks less of them, and no statement can name it
    const gone = [...before].filter(([what]) => !after.has(what) && !what.includes(' FOREIGN KEY '));
    expect([name, gone]).toEqual([name, []]);
    const asked = [...after].filter(
      ([what, mayBeLeft]) => !before.has(what) && !mayBeLeft && tables.has(what.split(/[. ]/)[0]),
    );
    expect([name, asked]).toEqual([name, []]);
  }
}, 60_000);

it('takes the released migrations up, down and up again', async () => {
  const migrations = releasedMigrations();
  const database = await release(...migrations);
  await migrate(database);
  for (const migration of [...database.dataSource.migrations].reverse()) {
    const runner = database.dataSource.createQueryRunner();
    await migration.down(runner);
    await runner.query('DELETE FROM migrations WHERE name = $1', [migration.name ?? migration.constructor.name]);
    await runner.release();
  }
  expect(await migrate(database)).toHaveLength(migrations.length);
});
