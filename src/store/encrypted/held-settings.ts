/** Holds a start against the key and the time zone that its database has lived by: another of either would spoil what is there without a word. */
import type { Pool, PoolClient } from 'pg';
import { StoreRefusal } from '../database/store-refusal.js';
import { Cipher, keyPrint } from './cipher.js';
import { encryptionKeyFile } from './encryption-key.js';
import { SEALED_COLUMNS, type SealedValue, valuesOf } from './sealed-columns.js';

/** Settings of this process that must be those of its database. */
export interface GivenSettings {
  zone: string;
  /** Null: the key file in `dataDir`. */
  encryptionKey: Buffer | null;
  dataDir: string;
}

interface Held {
  zone: string;
  keyPrint: Buffer;
  derivation: Buffer | null;
}

/** What the encrypted key of codes and fingerprints is about. */
export const DERIVATION = 'held_setting/derivation';
/** Values that are opened to see whether a key fits, of each column. */
const SAMPLE = 20;

const HELD = 'SELECT zone, key_print AS "keyPrint", derivation FROM held_setting';

async function held(on: Pool | PoolClient): Promise<Held | undefined> {
  return (await on.query<Held>(HELD)).rows[0];
}

/** The cipher of this tenant. The first start writes down zone and key; every later one is refused (StoreRefusal) where its zone
 *  (`setting.otherZone`) or key (`seal.otherKey`, `seal.keyMissing`) is another one. A database from before they were written down takes the zone
 *  as it is given, and the key only if it opens what is encrypted there. */
export async function openCipher(pool: Pool, given: GivenSettings, now: number): Promise<Cipher> {
  const before = await held(pool);
  if (before !== undefined) refuseOtherZone(before.zone, given.zone); // before a key is looked for, or made
  const isNew = before === undefined && !(await holdsSeals(pool));
  const key = given.encryptionKey ?? (await encryptionKeyFile(given.dataDir, isNew));
  if (before === undefined && !isNew && (await sampleSeals(pool, new Cipher(key))).shut > 0) throw otherKey();
  const { zone, keyPrint: print, derivation } = before ?? (await firstHeld(pool, given.zone, key, now));
  refuseOtherZone(zone, given.zone);
  if (!print.equals(keyPrint(key))) throw otherKey();
  const cipher = new Cipher(key);
  return derivation === null ? cipher : new Cipher(key, cipher.decryptBytes(derivation, DERIVATION));
}

/** Writes down zone and key, and answers what is held then: of servers that start together with different settings, one has written. */
async function firstHeld(pool: Pool, zone: string, key: Buffer, now: number): Promise<Held> {
  await pool.query(
    `INSERT INTO held_setting (one, zone, key_print, changed_at) VALUES (true, $1, $2, $3) ON CONFLICT DO NOTHING`,
    [zone, keyPrint(key), new Date(now)],
  );
  return (await held(pool))!;
}

/** Refuses where the database lives by another zone than `zone`; a database that has none yet is as good as any. */
export async function requireZone(pool: Pool, zone: string): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(`SELECT to_regclass('held_setting') IS NOT NULL AS there`);
  const known = rows[0]!.there ? await held(pool) : undefined;
  if (known !== undefined) refuseOtherZone(known.zone, zone);
}

/** Whether the key fits the database: undefined where nothing is written down yet. */
export async function keyFits(pool: Pool, key: Buffer): Promise<boolean | undefined> {
  return (await held(pool))?.keyPrint.equals(keyPrint(key));
}

/** Opens some values of each encrypted column, taken by chance: how many, and how many stayed shut. */
export async function sampleSeals(pool: Pool, cipher: Cipher): Promise<{ looked: number; shut: number }> {
  let [looked, shut] = [0, 0];
  for (const column of SEALED_COLUMNS) {
    const most = Math.min(SAMPLE, column.together);
    const { rows } = await pool.query<SealedValue>(valuesOf(column, `ORDER BY random() LIMIT ${most}`));
    looked += rows.length;
    shut += rows.filter(({ about, value }) => !opens(cipher, value, about)).length;
  }
  return { looked, shut };
}

function opens(cipher: Cipher, value: Buffer, about: string): boolean {
  try {
    cipher.decryptBytes(value, about);
    return true;
  } catch {
    return false;
  }
}

async function holdsSeals(pool: Pool): Promise<boolean> {
  const any = SEALED_COLUMNS.map((column) => `EXISTS (${valuesOf(column)})`).join(' OR ');
  return (await pool.query<{ any: boolean }>(`SELECT ${any} AS any`)).rows[0]!.any;
}

function refuseOtherZone(held: string, given: string): void {
  if (held === given) return;
  throw new StoreRefusal(
    'setting.otherZone',
    `这个数据库的时区是 ${held}，现在的 OFFICE_TZ 是 ${given}。请改回 OFFICE_TZ=${held}；确要更换时，停止全部服务后执行 npx xiaohao zone ${given}。`,
    `This database lives by the time zone ${held}, and OFFICE_TZ is ${given}. Set OFFICE_TZ=${held}; to change it on purpose, stop every server and run npx xiaohao zone ${given}.`,
    { held, given },
  );
}

function otherKey(): StoreRefusal {
  return new StoreRefusal(
    'seal.otherKey',
    '密钥（SEAL_KEY 或 seal.key）不是这个数据库所用的那一把，已加密的反映人信息打不开。请换回原来的密钥；各服务器须用同一把。确要更换密钥时执行 npx xiaohao key 新密钥文件。',
    'The key (SEAL_KEY or seal.key) is not the one this database was encrypted with. Put the right one back; all servers use the same. To change it on purpose: npx xiaohao key FILE.',
  );
}
