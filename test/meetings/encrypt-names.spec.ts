/** Names that an older release left in clear are encrypted when the service starts: whole, once, and on from where it stopped. */
import type { Pool } from 'pg';
import { fill } from '../../src/bootstrap.js';
import { readConfig } from '../../src/config.js';
import { decryptParticipant, encryptParticipantNames } from '../../src/store/encrypted/participant-names.js';
import { Cipher } from '../../src/store/encrypted/cipher.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { TestClock } from '../support/server.js';

const KEY = Buffer.alloc(32, 7);
const cipher = new Cipher(KEY);
const NAMES = 1_203;
let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
  const { pool } = test.database;
  await pool.query(`INSERT INTO unit (id, name) VALUES ('00000000-0000-4000-8000-000000000001', '整改办')`);
  await pool.query(
    `INSERT INTO meeting (id, title, kind, held_on, place, host_unit_id, office_unit_id, created_at)
     SELECT gen_random_uuid(), '恳谈会', 'publicInput', '2025-12-01', '礼堂', u.id, u.id, now() FROM unit u`,
  );
  // As the release before wrote them.
  await pool.query(
    `INSERT INTO participant (id, meeting_id, seq, name, standing) SELECT gen_random_uuid(), m.id, n, '张三' || n, 'resident'
     FROM meeting m, generate_series(1, $1::int) n`,
    [NAMES],
  );
});
afterEach(() => test.drop());

const read = async (): Promise<{ clear: number; names: string[] }> => {
  const { rows } = await test.database.pool.query<{ id: string; name: string | null; name_sealed: Buffer | null }>(
    'SELECT id, name, name_sealed FROM participant ORDER BY seq',
  );
  return {
    clear: rows.filter(({ name }) => name !== null).length,
    names: rows.flatMap(({ id, name_sealed: name }) =>
      name === null ? [] : [decryptParticipant(cipher, id, { name, contact: null }).name],
    ),
  };
};
const all = Array.from({ length: NAMES }, (_, n) => `张三${n + 1}`);

it('seals every name, and finds nothing to do the second time', async () => {
  expect(await encryptParticipantNames(test.database.pool, cipher)).toBe(NAMES);
  expect(await read()).toEqual({ clear: 0, names: all });
  expect(await encryptParticipantNames(test.database.pool, cipher)).toBe(0);
});

it('goes on where a start was cut off, and never leaves a name both ways or neither', async () => {
  let connections = 0;
  const { pool } = test.database;
  const dying = { connect: () => (++connections > 1 ? Promise.reject(new Error('cut off')) : pool.connect()) } as Pool;
  await expect(encryptParticipantNames(dying, cipher)).rejects.toThrow('cut off');
  const half = await read();
  expect(half.clear).toBeGreaterThan(0);
  expect(half.clear + half.names.length).toBe(NAMES);
  expect(half.names.length).toBeGreaterThan(0);
  await encryptParticipantNames(pool, cipher);
  expect(await read()).toEqual({ clear: 0, names: all });
});

it('seals each name once when several servers start together', async () => {
  const counts = await Promise.all([1, 2, 3].map(() => encryptParticipantNames(test.database.pool, cipher)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(NAMES);
  expect(await read()).toEqual({ clear: 0, names: all });
});

it('is done before a start is over', async () => {
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: '/nowhere',
    ADMIN_PASSWORD: 'a long password of admin',
    SEAL_KEY: KEY.toString('base64'),
  });
  await fill(test.database, config, new TestClock(Date.parse('2026-03-02T10:00:00+08:00')));
  expect(await read()).toEqual({ clear: 0, names: all });
});
