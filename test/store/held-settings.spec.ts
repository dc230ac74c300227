/** A database is held to the key and the time zone it has lived by: another is refused in words, and changed on purpose alone. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from '../../src/bootstrap.js';
import { type Config, readConfig } from '../../src/config.js';
import { serviceName } from '../../src/store/database/service-name.js';
import { changeKey, changeZone } from '../../src/store/encrypted/change-key.js';
import { Cipher } from '../../src/store/encrypted/cipher.js';
import { openCipher, requireZone, sampleSeals } from '../../src/store/encrypted/held-settings.js';
import { SEALED_COLUMNS, valuesOf } from '../../src/store/encrypted/sealed-columns.js';
import { startServer, type TestServer } from '../support/server.js';

const [FIRST, NEXT] = [randomBytes(32), randomBytes(32)];
let server: TestServer;
let folder: string;
let receipt: string;
const given = (more: Partial<Config> = {}) => ({
  ...{ zone: 'Asia/Shanghai', encryptionKey: FIRST, dataDir: folder, ...more },
});
const open = (more: Partial<Config> = {}): Promise<Cipher> => openCipher(server.tenant.database.pool, given(more), 0);
const refused = (code: string) => ({ code, messageZh: expect.stringMatching(/[一-鿿]/) as string });
/** Of no server that is connected: those of the test are. */
const ALONE = 'a tenant of nobody';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaohao-held-'));
  server = await startServer({ env: { SEAL_KEY: FIRST.toString('base64') } });
  await server.person('clerk', ['clerk']);
  const clerk = await server.signIn('clerk');
  const [category] = (await clerk.get('/api/categories').expect(200)).body as { id: string }[];
  const raiser = { name: '李阿姨', contact: '13800001234' };
  const about = {
    title: '路灯不亮',
    description: '夜里看不清路。',
    source: 'hotline',
    categoryId: category!.id,
    raiser,
  };
  ({ receiptCode: receipt } = (await clerk.post('/api/cases').send(about).expect(201)).body as { receiptCode: string });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

it('knows every column that is encrypted', async () => {
  const { rows } = await server.tenant.database.pool.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'bytea' ORDER BY 1`,
  );
  const sealed = new Set(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`));
  // hashes, files and fingerprints: none of them is opened with the key
  expect(rows.map(({ name }) => name).filter((name) => !sealed.has(name))).toEqual([
    'archive_file.sha256',
    'archived_command.command_digest',
    'attachment.original_sha256',
    'attachment.sha256',
    'attachment_blob.bytes',
    'attachment_blob.sha256',
    'attachment_thumbnail.bytes',
    'attachment_thumbnail.sha256',
    'calendar_feed.token_hash',
    'case_archive.head',
    'case_event.command_digest',
    'case_event.hash',
    'guess.key',
    'held_setting.derivation',
    'held_setting.key_print',
    'ledger_import.file_sha256',
    'person_channel.code',
    'push_subscription.endpoint_key',
    'raiser.receipt_hash',
    'raiser.receipt_salt',
    'rectification_case.head',
    'result_link.token_hash',
    'session.token_hash',
    'token.token_hash',
    'upload_piece.bytes',
  ]);
});

it('refuses another time zone, another key, and a missing one, and makes none', async () => {
  await expect(open()).resolves.toBeInstanceOf(Cipher);
  await expect(open({ zone: 'Asia/Urumqi' })).rejects.toMatchObject(refused('setting.otherZone'));
  await expect(open({ encryptionKey: NEXT })).rejects.toMatchObject(refused('seal.otherKey'));
  await expect(open({ encryptionKey: null })).rejects.toMatchObject(refused('seal.keyMissing'));
  expect(existsSync(join(folder, 'seal.key'))).toBe(false);
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder, SEAL_KEY: NEXT.toString('base64') });
  await expect(fill(server.test.database, config, server.clock)).rejects.toMatchObject(refused('seal.otherKey'));
  await expect(requireZone(server.tenant.database.pool, 'UTC')).rejects.toMatchObject(refused('setting.otherZone'));
});

it('of a database from before takes the key that opens what is there, and no other; of two that start at once, one', async () => {
  const { pool } = server.tenant.database;
  await pool.query('DELETE FROM held_setting');
  await expect(open({ encryptionKey: NEXT })).rejects.toMatchObject(refused('seal.otherKey'));
  await expect(open({ encryptionKey: null })).rejects.toMatchObject(refused('seal.keyMissing'));
  const started = await Promise.allSettled([open(), open({ zone: 'Asia/Urumqi' })]);
  expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await pool.query(`UPDATE held_setting SET zone = 'Asia/Shanghai'`);
});

it('changes neither while a server is connected', async () => {
  const { database, cipher } = server.tenant;
  const service = serviceName(undefined);
  await expect(changeZone(database.pool, service, 'Asia/Urumqi', 0)).rejects.toMatchObject(
    refused('setting.serversRunning'),
  );
  await expect(changeKey(database.pool, service, cipher, NEXT, 0)).rejects.toMatchObject(
    refused('setting.serversRunning'),
  );
});

it('changes the zone on purpose', async () => {
  const { pool } = server.tenant.database;
  expect(await changeZone(pool, ALONE, 'Asia/Urumqi', 0)).toBe('Asia/Shanghai');
  await expect(open()).rejects.toMatchObject(refused('setting.otherZone'));
  await expect(open({ zone: 'Asia/Urumqi' })).resolves.toBeInstanceOf(Cipher);
  await changeZone(pool, ALONE, 'Asia/Shanghai', 0);
});

it('changes the key: all opens with the new one and nothing with the old, and codes and searches stay', async () => {
  const { database, cipher } = server.tenant;
  const { pool } = database;
  expect(await sampleSeals(pool, cipher)).toMatchObject({ shut: 0 });
  const count = `SELECT ${SEALED_COLUMNS.map((column) => `(SELECT count(*) FROM (${valuesOf(column)}))`).join('+')} AS all`;
  const { all } = (await pool.query<{ all: string }>(count)).rows[0]!;
  expect(Number(all)).toBeGreaterThanOrEqual(2);
  expect(await changeKey(pool, ALONE, cipher, NEXT, 0)).toBe(Number(all));
  expect((await sampleSeals(pool, new Cipher(FIRST))).shut).toBe(Number(all));
  await expect(open()).rejects.toMatchObject(refused('seal.otherKey'));
  const after = await open({ encryptionKey: NEXT });
  expect(await sampleSeals(pool, after)).toEqual({ looked: Number(all), shut: 0 });
  expect(after.fingerprint('telephone', '13800001234')).toEqual(cipher.fingerprint('telephone', '13800001234'));
  await server.anonymous().get(`/api/receipts/${receipt}`).expect(200);
  // and once more, back: what codes are made of is handed on from key to key
  expect(await changeKey(pool, ALONE, after, FIRST, 0)).toBe(Number(all));
  expect((await open()).code('receipt')).toBe(cipher.code('receipt'));
});

it('changes nothing where a value does not open', async () => {
  const { database, cipher } = server.tenant;
  const { pool } = database;
  await pool.query(`UPDATE raiser SET contact_sealed = set_byte(contact_sealed, 20, 0)`);
  await expect(changeKey(pool, ALONE, cipher, NEXT, 0)).rejects.toMatchObject(refused('seal.unopened'));
  expect((await sampleSeals(pool, cipher)).shut).toBe(1);
  await expect(open()).resolves.toBeInstanceOf(Cipher);
});
