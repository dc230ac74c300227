/** Encrypts what tells who took part in a meeting, also the names that an older release left in clear. */
import type { Pool } from 'pg';
import type { NewParticipant, EncryptedParticipant } from '../meetings/meeting.store.js';
import { personKeys } from './search-keys.js';
import type { Cipher } from './cipher.js';
import { inTransaction } from '../database/transaction.js';

/** Name and contact of a participant encrypted, with the keyed hashes by which they are found; they open only beside this participant. */
export function encryptParticipant(
  cipher: Cipher,
  id: string,
  { name, contact }: { name: string; contact?: string | undefined },
): Omit<NewParticipant, 'id' | 'standing'> {
  return {
    name: cipher.encrypt(name, about(id, 'name')),
    contact: contact === undefined ? null : cipher.encrypt(contact, about(id, 'contact')),
    searchKeys: personKeys(cipher, { name, contact: contact ?? null }),
  };
}

/** Name and contact of a participant. */
export function decryptParticipant(
  cipher: Cipher,
  id: string,
  { name, contact }: EncryptedParticipant,
): { name: string; contact: string | null } {
  return {
    name: cipher.decrypt(name, about(id, 'name')),
    contact: contact === null ? null : cipher.decrypt(contact, about(id, 'contact')),
  };
}

const about = (participantId: string, field: 'name' | 'contact'): string => `${participantId}/${field}`;

const TOGETHER = 500;

/** Encrypts the names that stand in clear, and answers how many: a migration has no key, so the service does it when it starts. Each 500 are one transaction that empties the clear column in the same breath, so a start that is cut off
 *  goes on where it stopped, and several servers starting at once wait for each other's rows. */
export async function encryptParticipantNames(pool: Pool, cipher: Cipher): Promise<number> {
  for (let encrypted = 0; ;) {
    const done = await inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ id: string; name: string }>(
        `SELECT id, name FROM participant WHERE name IS NOT NULL ORDER BY id LIMIT ${TOGETHER} FOR UPDATE`,
      );
      await client.query(
        `UPDATE participant p SET name_sealed = g.name, name = NULL FROM unnest($1::uuid[], $2::bytea[]) AS g (id, name) WHERE p.id = g.id`,
        [rows.map(({ id }) => id), rows.map(({ id, name }) => cipher.encrypt(name, about(id, 'name')))],
      );
      return rows.length;
    });
    encrypted += done;
    if (done === 0) return encrypted;
  }
}
