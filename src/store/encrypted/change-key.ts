/** Changes, on purpose and with every server stopped, what a tenant is held against: its encryption key, its time zone. */
import type { Pool, PoolClient } from 'pg';
import { StoreRefusal } from '../database/store-refusal.js';
import { isServerOf } from '../database/service-name.js';
import { inTransaction } from '../database/transaction.js';
import { type Cipher, keyPrint } from './cipher.js';
import { DERIVATION } from './held-settings.js';
import { SEALED_COLUMNS, type SealedColumn, type SealedValue, valuesOf } from './sealed-columns.js';

/** Encrypts every value anew under `key`, in one transaction, and answers how many that were; codes and fingerprints stay as they were, so that slips
 *  in people's hands and the search go on. Refuses (StoreRefusal) while a server of this tenant is connected, and where a value does not open. */
export function changeKey(pool: Pool, service: string, cipher: Cipher, key: Buffer, now: number): Promise<number> {
  const next = cipher.under(key);
  return inTransaction(pool, async (client) => {
    await requireAlone(client, service);
    let changed = 0;
    for (const column of SEALED_COLUMNS) changed += await encryptAnew(client, column, cipher, next);
    await client.query('UPDATE held_setting SET key_print = $1, derivation = $2, changed_at = $3', [
      keyPrint(key),
      next.sealedDerivation(DERIVATION),
      new Date(now),
    ]);
    return changed;
  });
}

/** From now on the database lives by `zone`; days that were computed stay as they are. Answers the zone before. Refuses as changeKey does. */
export function changeZone(pool: Pool, service: string, zone: string, now: number): Promise<string | undefined> {
  return inTransaction(pool, async (client) => {
    await requireAlone(client, service);
    const { rows } = await client.query<{ zone: string }>('SELECT zone FROM held_setting FOR UPDATE');
    await client.query('UPDATE held_setting SET zone = $1, changed_at = $2', [zone, new Date(now)]);
    return rows[0]?.zone;
  });
}

/** A server that runs would go on with what it read at its start. */
async function requireAlone(client: PoolClient, service: string): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity WHERE ${isServerOf('$1')}`,
    [service],
  );
  if (rows[0]!.others > 0)
    throw new StoreRefusal(
      'setting.serversRunning',
      '还有服务连着这个数据库。请先停止全部服务，再执行。',
      'A server is still connected to this database. Stop all of them first.',
    );
}

/** By a cursor, which sees the rows as they were: what is written while it goes on does not come again. */
async function encryptAnew(client: PoolClient, column: SealedColumn, from: Cipher, to: Cipher): Promise<number> {
  const { table, column: name, together } = column;
  await client.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
  await client.query(`DECLARE sealed NO SCROLL CURSOR FOR ${valuesOf(column)}`);
  let changed = 0;
  for (;;) {
    const { rows } = await client.query<SealedValue>(`FETCH ${together} FROM sealed`);
    if (rows.length === 0) break;
    const values = rows.map(({ about, value }) => to.encryptBytes(opened(from, value, about, column), about));
    await client.query(
      `UPDATE ${table} t SET ${name} = g.value FROM unnest($1::tid[], $2::bytea[]) AS g (place, value) WHERE t.ctid = g.place`,
      [rows.map(({ place }) => place), values],
    );
    changed += rows.length;
  }
  await client.query('CLOSE sealed');
  return changed;
}

function opened(cipher: Cipher, value: Buffer, about: string, { table, column }: SealedColumn): Buffer {
  try {
    return cipher.decryptBytes(value, about);
  } catch {
    throw new StoreRefusal(
      'seal.unopened',
      `${table}.${column} 中有一条（${about}）用现在的密钥打不开，没有更换任何内容。请先执行 npx xiaohao check。`,
      `A value of ${table}.${column} (${about}) does not open with the present key; nothing was changed. Run npx xiaohao check first.`,
    );
  }
}
