/** The one door through which a person's inbox is written: by the messages of cases that go out, and by every feature that has something to tell. */
import { v5 as derived } from 'uuid';
import { addMessages } from '../store/messages/due-messages.js';
import type { Role } from '../domain/words.js';
import { type Client, type EntryRow, insertEntries } from '../store/messages/entry-rows.js';
import type { Facts } from '../store/messages/inbox-entry.entity.js';
import { queueDeliveries } from './queue-deliveries.js';
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
  const fresh = await insertEntries(client, rows);
  await queueDeliveries(client, fresh, at);
  return fresh;
}

export interface NewMessage {
  topic: TopicKey;
  /** Whom it addresses: the role at a unit, or nearest above it; see RECIPIENTS. */
  role: Role;
  unitId: string | null;
  caseId?: string | null;
  facts?: Facts;
  /** When it may go out, epoch milliseconds: `calendar.nextDelivery(at)`, or `at` itself where a person sends it. */
  deliverAt: number;
}

/** Puts messages to roles in line, in the transaction of `client`; who holds them is asked when they go out, and where nobody does it goes to whom the table
 *  names next. For what is told to a role and comes from no step of a case. */
export const tellRoles = (client: Client, messages: readonly NewMessage[], at: number): Promise<void> =>
  addMessages(
    client,
    messages.map(({ caseId = null, facts = {}, ...message }) => ({ ...message, caseId, facts })),
    at,
  );
