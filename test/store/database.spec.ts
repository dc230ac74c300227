/** How values travel between PostgreSQL and the service, and which servers are refused. */
import pg from 'pg';
import { openDatabase } from '../../src/store/database/database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

describe('column values', () => {
  const statement = `SELECT 9007199254740991::int8 AS count, 12.5::numeric AS rate, date '2026-02-28' AS day,
    timestamptz '2026-02-28 08:00:00+08' AS at, ARRAY[1, NULL]::int8[] AS counts, ARRAY[date '2026-01-01'] AS days, NULL::date AS never`;
  const expected = {
    count: 9007199254740991,
    rate: 12.5,
    day: '2026-02-28',
    at: new Date('2026-02-28T00:00:00Z'),
    counts: [1, null],
    days: ['2026-01-01'],
    never: null,
  };

  it('come out alike through pg and TypeORM: counts as numbers, days as plain text', async () => {
    expect((await test.database.pool.query(statement)).rows[0]).toEqual(expected);
    expect(await test.database.dataSource.query(statement)).toEqual([expected]);
  });

  it('refuse a bigint that would silently become another number', async () => {
    await expect(test.database.pool.query('SELECT 9007199254740993::int8')).rejects.toThrow(/does not fit/);
  });
});

it('limits how long a statement may run, for pg and TypeORM alike', async () => {
  for (const query of [
    (sql: string) => test.database.pool.query<{ value: string }>(sql).then(({ rows }) => rows),
    (sql: string) => test.database.dataSource.query<{ value: string }[]>(sql),
  ]) {
    expect(await query(`SELECT current_setting('statement_timeout') AS value`)).toEqual([{ value: '15s' }]);
    expect(await query(`SELECT current_setting('TimeZone') AS value`)).toEqual([{ value: 'UTC' }]);
  }
});

it('tells of a slow statement once, with its text and no value, however it is asked and whether it fails', async () => {
  const told: string[] = [];
  const database = await openDatabase({
    ...{ databaseUrl: test.connectionString, dataDir: '/nowhere', entities: [], migrations: [], slowQuery: 20 },
    log: (line) => told.push(line),
  });
  try {
    const slow = `SELECT pg_sleep($1), '王小明' AS name, 13800138000`;
    await database.pool.query(slow, [0.03]);
    await database.pool.query(slow, [0.03]);
    await expect(database.hotPool.query(`SELECT pg_sleep(0.03), 1 / ($1::int - 1)`, [1])).rejects.toThrow(/zero/);
    await database.dataSource.query('SELECT pg_sleep(0.03) AS entity');
    await database.pool.query('SELECT 1');
    const shown = told.map((line) => line.replace(/, \d+ ms/, ''));
    expect(shown).toEqual([
      `慢查询 / slow query: SELECT pg_sleep($1), '…' AS name, …`,
      '慢查询 / slow query: SELECT pg_sleep(0.03), 1 / ($1::int - 1)',
      '慢查询 / slow query: SELECT pg_sleep(0.03) AS entity',
    ]);
    expect(database.slow.count).toBe(4);
  } finally {
    await database.close();
  }
});

it('finds trigrams in Chinese', async () => {
  const { rows } = await test.database.pool.query<{ found: string[] }>(`SELECT show_trgm('座谈会') AS found`);
  expect(rows[0]?.found.length).toBeGreaterThan(0);
});

it('keeps bureaus apart by schema, with no schema named in any statement', async () => {
  const open = (schema: string) =>
    openDatabase({ databaseUrl: test.connectionString, dataDir: '/nowhere', schema, entities: [], migrations: [] });
  const [east, west] = await Promise.all([open('bureau_east'), open('bureau_west')]);
  try {
    await east.pool.query('CREATE TABLE note (text text)');
    await west.pool.query('CREATE TABLE note (text text)');
    await east.dataSource.query(`INSERT INTO note VALUES ('east')`);
    expect((await east.pool.query('SELECT text FROM note')).rows).toEqual([{ text: 'east' }]);
    expect((await west.pool.query('SELECT text FROM note')).rows).toEqual([]);
  } finally {
    await Promise.all([east.close(), west.close()]);
  }
});

it('refuses a server whose character type finds no Chinese words, and says how to make one that does', async () => {
  const admin = new pg.Client(test.connectionString);
  await admin.connect();
  await admin.query(`CREATE DATABASE deaf TEMPLATE template0 LC_CTYPE 'C'`);
  try {
    const url = test.connectionString.replace(/[^/]+$/, 'deaf');
    await expect(
      openDatabase({ databaseUrl: url, dataDir: '/nowhere', entities: [], migrations: [] }),
    ).rejects.toMatchObject({ code: 'database.noChineseTrigrams', messageZh: expect.stringContaining('LC_CTYPE') });
  } finally {
    await admin.query('DROP DATABASE deaf');
    await admin.end();
  }
});

it('refuses a server that is not there, in both languages', async () => {
  await expect(
    openDatabase({ databaseUrl: 'postgresql://x@%2Fnowhere/x', dataDir: '/nowhere', entities: [], migrations: [] }),
  ).rejects.toMatchObject({ code: 'database.unreachable', messageZh: expect.stringContaining('无法连接') });
});
