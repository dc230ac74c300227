/** Repositories and statements of our own on the same connections: one transaction holds both, and both fail alike. */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { entitiesOn } from '../../src/store/database/one-pool.js';
import { inTransaction } from '../../src/store/database/transaction.js';
import { copyBytes } from '../../src/store/files/copy-bytes.js';
import { CategoryEntity } from '../../src/store/reference-data/category.entity.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const category = (code: string): CategoryEntity => ({
  id: uuid(),
  code,
  nameZh: '类别',
  nameEn: 'Category',
  parentId: null,
  sort: 0,
});
const codes = async (): Promise<string[]> =>
  (await test.database.dataSource.getRepository(CategoryEntity).find({ order: { code: 'ASC' } })).map(
    ({ code }) => code,
  );

it('commits and rolls back what both wrote, together', async () => {
  const { pool, dataSource } = test.database;
  const write = (code: string, fail: boolean): Promise<number> =>
    inTransaction(pool, async (client) => {
      await client.query(`INSERT INTO category (id, code, name_zh, name_en) VALUES ($1, $2, '', '')`, [
        uuid(),
        `${code}1`,
      ]);
      const categories = entitiesOn(dataSource, client).getRepository(CategoryEntity);
      await categories.insert(category(`${code}2`));
      if (fail) throw new Error('changed my mind');
      return categories.count();
    });
  await expect(write('a', true)).rejects.toThrow('changed my mind');
  expect(await codes()).toEqual([]);
  expect(await write('b', false)).toBe(2);
  expect(await codes()).toEqual(['b1', 'b2']);
});

it('takes a transaction of TypeORM inside of ours as a savepoint: undone alone, committed with us', async () => {
  const { pool, dataSource } = test.database;
  await inTransaction(pool, async (client) => {
    const entities = entitiesOn(dataSource, client);
    await entities.insert(CategoryEntity, category('c1'));
    await expect(
      entities.transaction(async (inner) => {
        await inner.insert(CategoryEntity, category('c2'));
        throw new Error('not this one');
      }),
    ).rejects.toThrow('not this one');
    await entities.save(entities.create(CategoryEntity, category('c3')));
  });
  expect(await codes()).toEqual(expect.arrayContaining(['c1', 'c3']));
  expect(await codes()).not.toContain('c2');
});

it('opens no connection of its own, and gives each back', async () => {
  const { pool, dataSource } = test.database;
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const asked = (await dataSource.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid'))[0];
  expect(asked).toEqual(rows[0]);
  await Promise.all(Array.from({ length: 40 }, () => codes()));
  expect(pool.totalCount).toBeLessThanOrEqual(8);
  expect([pool.idleCount, pool.waitingCount]).toEqual([pool.totalCount, 0]);
});

it('fails as the driver does: code and constraint, and none of the values that were sent', async () => {
  const { pool, dataSource } = test.database;
  const twice = { ...category('b1'), nameEn: 'nobody should read this in a log' };
  const faults = await Promise.all([
    dataSource
      .getRepository(CategoryEntity)
      .insert(twice)
      .catch((error: unknown) => error),
    inTransaction(pool, (client) => entitiesOn(dataSource, client).insert(CategoryEntity, twice)).catch(
      (error: unknown) => error,
    ),
  ]);
  for (const fault of faults) {
    expect(fault).toMatchObject({ code: '23505', constraint: 'category_code_key' });
    expect(JSON.stringify(fault)).not.toContain('nobody should read');
    expect(Object.keys(fault as object)).not.toContain('parameters');
  }
});

it('has a connection plan what a repository reads once, however often and with whatever values', async () => {
  const { pool, dataSource } = test.database;
  const named = await inTransaction(pool, async (client) => {
    const categories = entitiesOn(dataSource, client).getRepository(CategoryEntity);
    for (const nameEn of ['Category', 'Crime', 'none']) await categories.findOneBy({ nameEn });
    return client.query<{ name: string }>(
      `SELECT name FROM pg_prepared_statements WHERE statement LIKE '%"name_en" = $1%'`,
    );
  });
  expect(named.rows).toEqual([{ name: expect.stringMatching(/^entities-[0-9a-f]{16}$/) }]);
});

describe('the bytes of a file, piece by piece', () => {
  const whole = randomBytes(3_000_000);
  const sha256 = createHash('sha256').update(whole).digest();
  const inParts = function* (until = whole.length): Generator<Buffer> {
    for (let at = 0; at < until; at += 700_000) yield whole.subarray(at, Math.min(at + 700_000, until));
  };
  const kept = async (): Promise<Buffer[]> =>
    (await test.database.pool.query<{ bytes: Buffer }>('SELECT bytes FROM attachment_blob')).rows.map(
      ({ bytes }) => bytes,
    );
  const put = (pieces: Iterable<Buffer> | AsyncIterable<Buffer>, first = 'SELECT 1'): Promise<void> =>
    inTransaction(
      test.database.pool,
      async (client) => {
        await client.query(first);
        await copyBytes(client, sha256, whole.length, pieces);
        await client.query('SELECT 1');
      },
      'BEGIN',
      'close',
    );

  it('are not there where their source breaks off, or gives fewer than it said', async () => {
    const breaking = function* (): Generator<Buffer> {
      yield* inParts(1_000_000);
      throw new Error('the disk went away');
    };
    await expect(put(breaking())).rejects.toThrow('the disk went away');
    await expect(put(inParts(1_000_000))).rejects.toThrow('a file of 3000000 bytes came with 1000000');
    expect(await kept()).toEqual([]);
  });

  it('are not there where the database gives up in between, and the next call finds a connection', async () => {
    const slow = async function* (): AsyncGenerator<Buffer> {
      for (const piece of inParts()) {
        yield piece;
        await wait(150);
      }
    };
    await expect(put(slow(), 'SET LOCAL statement_timeout = 200')).rejects.toMatchObject({ code: '57014' });
    expect(await kept()).toEqual([]);
  });

  it('stand once when two send the same at once, and go on in the transaction of the later one', async () => {
    await Promise.all([put(inParts()), put(inParts()), put(inParts())]);
    expect((await kept()).map((bytes) => bytes.equals(whole))).toEqual([true]);
  });
});
