/** The one door through which a person's inbox is written: by the messages of cases that go out, and by every feature that has something to tell. */
import { v5 as derived } from 'uuid';
import { type Client, type EntryRow, insertEntries } from '../store/messages/entry-rows.js';
import type { Facts } from '../store/messages/inbox-entry.entity.js';
import { TOPICS, type TopicKey } from './topics.js';

export interface NewEntry {
  personId: string;
  topic: TopicKey;
  caseId?: string | null;
  messageId?: string | null;
  facts?: Facts;
  /** What made it, as a text: the same key tells the same person once, however often it is repeated. */
  key: string;
}

/** Namespace of the ids of entries. */
const ENTRIES = '8d0c4b0e-2f0a-5c55-9f43-1b7f6c2f5a11';

/** The id under which a person has what `key` made. */
export const entryId = (key: string, personId: string): string => derived(`${key}/${personId}`, ENTRIES);

/** Writes the entries at `at` (epoch milliseconds) in the transaction of `client`, and queues their deliveries. Answers those that are new: what was told
 *  before under the same key stays as it is. Never put a raiser's name or contact into the facts. */
export async function tell(client: Client, entries: readonly NewEntry[], at: number): Promise<EntryRow[]> {
  if (entries.length === 0) return [];
  const rows = entries.map(({ personId, topic, caseId = null, messageId = null, facts = {}, key }) => ({
    id: entryId(key, personId),
    ...{ personId, topic, caseId, messageId, facts, at },
    byHand: 'byHand' in TOPICS[topic],
  }));
  return insertEntries(client, rows);
}
