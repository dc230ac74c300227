/** Gives the rows of an older release the keys by which their persons are found: a migration has no key to make them with. */
import type { Pool } from 'pg';
import { personKeys } from './search-keys.js';
import type { Cipher } from './cipher.js';

/** Rows at once: a fraction of a second, so that nobody waits for a row. */
const PORTION = 2_000;

interface Unkeyed {
  id: string;
  name: Buffer | string | null;
  contact: Buffer | null;
  isKept: boolean;
}

const TABLES = [
  { table: 'raiser', id: 'id', name: 'name_sealed', kept: 'confidential' },
  { table: 'participant', id: 'id', name: 'name_sealed', kept: 'false' },
] as const;

/** Fills what is missing and answers how many rows that were. Several servers may do it at once: they take different rows. A row that
 *  this key does not open stays as it is (it is found by nothing), and is counted in `unopened`. */
export async function fillSearchKeys(pool: Pool, cipher: Cipher): Promise<{ filled: number; unopened: number }> {
  let [filled, unopened] = [0, 0];
  for (const { table, id, name, kept } of TABLES) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const { rows } = await pool.query<Unkeyed>(
        `SELECT ${id} AS id, ${name} AS name, contact_sealed AS contact, ${kept} AS "isKept" FROM ${table}
         WHERE search_keys IS NULL AND ${id} > $1 ORDER BY ${id} LIMIT ${PORTION}`,
        [after],
      );
      if (rows.length === 0) break;
      after = rows.at(-1)!.id;
      const known = rows.flatMap((row) => {
        const keys = keysOf(cipher, row);
        if (keys === undefined) unopened += 1;
        return keys === undefined ? [] : [{ id: row.id, keys }];
      });
      await write(pool, table, id, known);
      filled += known.length;
    }
  }
  return { filled, unopened };
}

function keysOf(cipher: Cipher, { id, name, contact, isKept }: Unkeyed): Buffer[] | undefined {
  try {
    return personKeys(cipher, {
      name: isKept ? null : Buffer.isBuffer(name) ? cipher.decrypt(name, `${id}/name`) : name,
      contact: contact === null ? null : cipher.decrypt(contact, `${id}/contact`),
    });
  } catch {
    return undefined; // encrypted with another key: restoring that key makes it fillable
  }
}

async function write(pool: Pool, table: string, id: string, rows: { id: string; keys: Buffer[] }[]): Promise<void> {
  const flat = rows.flatMap((row) => row.keys.map((key) => ({ id: row.id, key })));
  await pool.query(
    `UPDATE ${table} r SET search_keys = coalesce(k.keys, '{}')
     FROM unnest($1::uuid[]) AS i(id)
     LEFT JOIN (SELECT g.id, array_agg(g.key) AS keys FROM unnest($2::uuid[], $3::bytea[]) AS g(id, key) GROUP BY g.id) k USING (id)
     WHERE r.${id} = i.id AND r.search_keys IS NULL`,
    [rows.map((row) => row.id), flat.map((one) => one.id), flat.map((one) => one.key)],
  );
}
