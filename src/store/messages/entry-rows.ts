/** Writes inbox entries: many in one statement, each once. */
import type pg from 'pg';
import type { Facts } from './inbox-entry.entity.js';

/** A connection with a transaction on it. */
export type Client = pg.ClientBase;

/** An entry as it is written; `at` in epoch milliseconds. */
export interface EntryRow {
  id: string;
  personId: string;
  topic: string;
  caseId: string | null;
  messageId: string | null;
  facts: Facts;
  at: number;
  byHand: boolean;
}

/** Those of the rows that were not there yet, in their order. */
export async function insertEntries(client: Client, rows: readonly EntryRow[]): Promise<EntryRow[]> {
  const { rows: written } = await client.query<{ id: string }>({
    name: 'insert-inbox-entries',
    text: `INSERT INTO inbox_entry (id, person_id, topic, case_id, message_id, facts, at, by_hand)
       SELECT id, person_id, topic, case_id, message_id, facts, to_timestamp(at / 1000.0), by_hand
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::jsonb[], $7::int8[], $8::boolean[])
         AS r (id, person_id, topic, case_id, message_id, facts, at, by_hand)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
    values: [
      rows.map(({ id }) => id),
      rows.map(({ personId }) => personId),
      rows.map(({ topic }) => topic),
      rows.map(({ caseId }) => caseId),
      rows.map(({ messageId }) => messageId),
      rows.map(({ facts }) => JSON.stringify(facts)),
      rows.map(({ at }) => at),
      rows.map(({ byHand }) => byHand),
    ],
  });
  const fresh = new Set(written.map(({ id }) => id));
  return rows.filter(({ id }) => fresh.delete(id));
}
