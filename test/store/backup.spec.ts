/** Backup and restore: what comes back is what was there, and a file or database that does not fit is refused untouched. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backup, restore } from '../../src/store/backup/backup.js';
import { type Database, type MigrationClass, openDatabase } from '../../src/store/database/database.js';
import { migrate } from '../../src/store/database/migrate.js';
import { readNote } from '../support/cluster-note.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** Everything that makes a restore hard: keys in a circle, a parent in its own table, a trigger that writes, seeds, odd names and types. */
class MakeHardTables1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`CREATE TABLE "Odd ""name" (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent bigint REFERENCES "Odd ""name" (id), text text, doc jsonb,
        bytes bytea, list text[], at timestamptz, day date, rate numeric, number double precision,
        twice text GENERATED ALWAYS AS (text || text) STORED)`);
    await runner.query('CREATE TABLE a_child (id serial PRIMARY KEY, other int)');
    await runner.query('CREATE TABLE b_child (id int PRIMARY KEY, other int REFERENCES a_child (id))');
    await runner.query('ALTER TABLE a_child ADD CONSTRAINT to_b FOREIGN KEY (other) REFERENCES b_child (id)');
    await runner.query('CREATE TABLE trace (what text)');
    await runner.query(`CREATE FUNCTION trace() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO trace VALUES (TG_TABLE_NAME); RETURN NEW; END $$`);
    await runner.query('CREATE TRIGGER traced AFTER INSERT ON a_child FOR EACH ROW EXECUTE FUNCTION trace()');
    await runner.query(`CREATE TABLE role (name text PRIMARY KEY, label text)`);
    await runner.query(`INSERT INTO role VALUES ('clerk', '经办人'), ('leader', '领导')`);
    await runner.query('CREATE TABLE year_part (year int, n int) PARTITION BY LIST (year)');
    await runner.query('CREATE TABLE year_part_2026 PARTITION OF year_part FOR VALUES IN (2026)');
    await runner.query('CREATE TABLE empty_table (id int)');
  }
  async down() {}
}
class AddColumn1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('ALTER TABLE empty_table ADD COLUMN more int');
  }
  async down() {}
}

const TABLES = ['"Odd ""name"', 'a_child', 'b_child', 'trace', 'role', 'year_part', 'empty_table'];
const nasty = [
  '',
  '\\N',
  '\\.',
  'tab\there',
  'line\nbreak\r\n',
  'back\\slash',
  `quote ' "`,
  '座谈会 𠮷 🧧 \u0001',
  'x'.repeat(300_000),
];

const dropped: TestDatabase[] = [];
const closed: Database[] = [];
afterEach(async () => {
  await Promise.all(closed.splice(0).map((database) => database.close()));
  await Promise.all(dropped.splice(0).map((database) => database.drop()));
});

async function empty(...migrations: MigrationClass[]): Promise<Database> {
  const test = await createTestDatabase({ empty: true, migrations, entities: [] });
  dropped.push(test);
  await migrate(test.database);
  return test.database;
}

async function filled(): Promise<Database> {
  const database = await empty(MakeHardTables1700000000001);
  const { pool } = database;
  for (const text of nasty) {
    await pool.query(
      `INSERT INTO "Odd ""name" (text, doc, bytes, list, at, day, rate, number)
       VALUES ($1, $2, $3, $4, '2026-02-28 23:59:59.123456+08', '4713-01-01 BC', 12.3400, 0.1::float8 + 0.2::float8)`,
      [text, JSON.stringify({ text }), Buffer.from([0, 92, 10, 255]), [text, null, 'a,b"{}']],
    );
  }
  await pool.query('INSERT INTO "Odd ""name" (parent) SELECT max(id) FROM "Odd ""name"');
  await pool.query('UPDATE "Odd ""name" SET parent = 10 WHERE id = 1'); // a parent that comes after its child
  await pool.query(`INSERT INTO a_child (other) SELECT NULL FROM generate_series(1, 1000)`);
  await pool.query('INSERT INTO b_child SELECT id, id FROM a_child');
  await pool.query('UPDATE a_child SET other = id');
  await pool.query(`UPDATE role SET label = '办事员' WHERE name = 'clerk'`);
  await pool.query(`DELETE FROM role WHERE name = 'leader'`);
  await pool.query('INSERT INTO year_part SELECT 2026, n FROM generate_series(1, 5) n');
  return database;
}

async function contents({ pool }: Database): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const table of TABLES) all[table] = (await pool.query(`SELECT t::text FROM ${table} t ORDER BY 1`)).rows;
  return all;
}

async function freshFile(): Promise<string> {
  const folder = join(readNote().folder, randomUUID().slice(0, 8));
  await mkdir(folder);
  return join(folder, 'monday.backup');
}

it('brings everything back: odd text, binary, circles of keys, changed seeds, counters', async () => {
  const source = await filled();
  const file = await freshFile();
  const taken = await backup(source, file);
  expect(taken.rows).toMatchObject({
    'Odd "name': nasty.length + 1,
    a_child: 1000,
    role: 1,
    year_part_2026: 5,
    empty_table: 0,
  });
  const target = await empty(MakeHardTables1700000000001);
  expect(await restore(target, file)).toEqual(taken);
  expect(await contents(target)).toEqual(await contents(source));
  const next = 'INSERT INTO a_child DEFAULT VALUES RETURNING id';
  expect((await target.pool.query(next)).rows).toEqual((await source.pool.query(next)).rows);
  const last = 'INSERT INTO "Odd ""name" DEFAULT VALUES RETURNING id';
  expect((await target.pool.query(last)).rows).toEqual((await source.pool.query(last)).rows);
});

it('leaves the database guarded as before: keys hold and triggers fire', async () => {
  const file = await freshFile();
  await backup(await filled(), file);
  const target = await empty(MakeHardTables1700000000001);
  await restore(target, file);
  await expect(target.pool.query('INSERT INTO b_child VALUES (5000, 5000)')).rejects.toMatchObject({ code: '23503' });
  await expect(target.pool.query('DELETE FROM b_child WHERE id = 1')).rejects.toMatchObject({ code: '23503' });
  await target.pool.query('INSERT INTO a_child DEFAULT VALUES');
  expect((await target.pool.query('SELECT count(*) AS traces FROM trace')).rows).toEqual([{ traces: 1001 }]);
});

it('shows one instant, whatever is written meanwhile', async () => {
  const source = await filled();
  const client = await source.pool.connect();
  await client.query('BEGIN');
  await client.query('INSERT INTO empty_table VALUES (1)');
  const taken = await backup(source, await freshFile());
  await client.query('COMMIT');
  client.release();
  expect(taken.rows['empty_table']).toBe(0);
});

it('keeps one bureau’s schema to itself', async () => {
  const file = await freshFile();
  await backup(await filled(), file);
  const host = await createTestDatabase({ empty: true, migrations: [], entities: [] });
  dropped.push(host);
  const fixture = await openDatabase({
    databaseUrl: host.connectionString,
    dataDir: '/nowhere',
    schema: 'bureau',
    entities: [],
    migrations: [MakeHardTables1700000000001],
  });
  closed.push(fixture);
  await migrate(fixture);
  await restore(fixture, file);
  expect((await fixture.pool.query('SELECT count(*) AS rows FROM a_child')).rows).toEqual([{ rows: 1000 }]);
  expect((await host.database.pool.query(`SELECT to_regclass('a_child') AS found`)).rows).toEqual([{ found: null }]);
});

it('is readable by its owner alone and leaves no unfinished file', async () => {
  const file = await freshFile();
  await backup(await empty(MakeHardTables1700000000001), file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(file, '..'))).toEqual(['monday.backup']);
});

it('never overwrites a file', async () => {
  const file = await freshFile();
  await writeFile(file, 'last year');
  await expect(backup(await empty(), file)).rejects.toMatchObject({ code: 'backup.fileExists' });
  expect(await readFile(file, 'utf8')).toBe('last year');
});

it('refuses a file that was cut, changed in one bit, or is none, and writes nothing', async () => {
  const file = await freshFile();
  await backup(await filled(), file);
  const target = await empty(MakeHardTables1700000000001);
  const before = await contents(target);
  const bytes = await readFile(file);
  const damage: ((path: string) => Promise<void>)[] = [
    (path) => truncate(path, bytes.length - 1),
    (path) => truncate(path, Math.floor(bytes.length / 2)),
    (path) => truncate(path, 0),
    (path) => writeFile(path, 'a letter, long enough to hold more than a trailer of sixty-five bytes and a first line'),
    ...[0, 20, Math.floor(bytes.length / 2), bytes.length - 30].map((place) => (path: string) => {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      return writeFile(path, changed);
    }),
  ];
  for (const spoil of damage) {
    const copy = await freshFile();
    await copyFile(file, copy);
    await spoil(copy);
    await expect(restore(target, copy)).rejects.toMatchObject({ code: 'backup.damaged' });
  }
  expect(await contents(target)).toEqual(before);
});

it('refuses a database that already holds rows', async () => {
  const source = await filled();
  const file = await freshFile();
  await backup(source, file);
  const before = await contents(source);
  await expect(restore(source, file)).rejects.toMatchObject({ code: 'backup.notEmpty' });
  expect(await contents(source)).toEqual(before);
});

it('refuses a database of another version', async () => {
  const file = await freshFile();
  await backup(await filled(), file);
  const target = await empty(MakeHardTables1700000000001, AddColumn1700000000002);
  await expect(restore(target, file)).rejects.toMatchObject({ code: 'backup.otherVersion' });
});

it('says so when the file is missing', async () => {
  const file = join(readNote().folder, 'never-written');
  await expect(restore(await empty(), file)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(existsSync(file)).toBe(false);
});

it('needs no more memory for a large database than for a small one', async () => {
  const source = await empty(MakeHardTables1700000000001);
  await source.pool.query(
    `INSERT INTO trace SELECT repeat(md5(n::text), 100) FROM generate_series(1, 40000) n`, // 128 MB
  );
  const file = await freshFile();
  const target = await empty(MakeHardTables1700000000001);
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 10);
  await backup(source, file);
  await restore(target, file);
  clearInterval(watch);
  expect(peak - before).toBeLessThan(100 * 2 ** 20);
  const digest = 'SELECT count(*) AS rows, sum(hashtext(what)) AS hash FROM trace';
  expect((await target.pool.query(digest)).rows).toEqual((await source.pool.query(digest)).rows);
});
