/** Decides on which ways an inbox entry leaves the house, and queues it there in the entry's own transaction. */
import { v5 as derived } from 'uuid';
import { CHANNELS, type Channel, type Way } from '../domain/words.js';
import {
  type DeliveryRow,
  insertDeliveries,
  listeningTo,
  type Reached,
  reachedOn,
  waysOf,
} from '../store/messages/delivery-rows.js';
import type { Client, EntryRow } from '../store/messages/entry-rows.js';
import { topicOf } from './topics.js';

/** Namespace of the ids of deliveries. */
const DELIVERIES = '5b0f7c52-6f0e-5d7b-9a86-3d1c2e0f4a77';

/** Topics that only their own reader has a use for: no system and no group is told of them. */
const ONES_OWN = ['digest', 'system'];

/** True where a system or a robot may hear of the topic. */
export const isForSystems = (topic: string): boolean => {
  const line = topicOf(topic);
  return line !== undefined && !ONES_OWN.includes(line.group);
};

/** The channels on which something goes to a person: what they chose; an order, which cannot be silenced, on the default one where that is none of those
 *  that work, and on any that reaches them where the default one does not. */
export function waysTo(reached: readonly Reached[], isOrder: boolean): Channel[] {
  const wanted = reached.filter((one) => one.wanted);
  if (wanted.length > 0 || !isOrder) return wanted.map(({ channel }) => channel);
  const fallback = firstOf(reached);
  return fallback === undefined ? [] : [fallback];
}

/** The default channel where it is one of them, else the first of them; undefined of none. */
function firstOf(reached: readonly Reached[]): Channel | undefined {
  const inOrder = [...reached].sort((a, b) => CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel));
  return (inOrder.find(({ isDefault }) => isDefault) ?? inOrder[0])?.channel;
}

const idOf = (key: string, way: Way, targetId: string): string => derived(`${key}/${way}/${targetId}`, DELIVERIES);

/** Queues what the entries bring about; the same entry on the same way is queued once. A system hears of a message once, however many people it tells. */
export async function queueDeliveries(client: Client, entries: readonly EntryRow[], at: number): Promise<void> {
  if (entries.length === 0) return;
  const reached = new Map<string, Reached[]>();
  for (const one of await reachedOn(client, [...new Set(entries.map(({ personId }) => personId))]))
    reached.set(one.personId, [...(reached.get(one.personId) ?? []), one]);
  const topics = [...new Set(entries.map(({ topic }) => topic))].filter(isForSystems);
  const listening = topics.length === 0 ? [] : await listeningTo(client, topics);
  const rows = new Map<string, DeliveryRow>();
  const queue = (key: string, row: Omit<DeliveryRow, 'id'>): void => {
    const id = idOf(key, row.way, row.targetId);
    if (!rows.has(id)) rows.set(id, { id, ...row });
  };
  for (const { id, personId, topic, caseId, at: told, byHand, facts } of entries) {
    for (const way of waysTo(reached.get(personId) ?? [], topicOf(topic)?.isOrder === true))
      queue(id, { entryId: id, targetId: personId, way, byHand });
    for (const { id: targetId, way, topics: heard } of listening)
      // An answer to one platform is for no other system, whatever else listens.
      if (heard.includes(topic) && (facts['webhookId'] ?? targetId) === targetId)
        queue([topic, caseId, told, facts['answerId'] ?? []].flat().join('/'), { entryId: id, targetId, way, byHand });
  }
  await insertDeliveries(client, [...rows.values()], at);
}

/** An order that could not be sent goes to its person on the next channel that reaches them and was not tried: a mailbox that is no more silences nothing. */
export async function queueElsewhere(
  client: Client,
  personId: string,
  entries: readonly { entryId: string; topic: string; byHand: boolean }[],
  at: number,
): Promise<void> {
  const orders = entries.filter(({ topic }) => topicOf(topic)?.isOrder === true);
  if (orders.length === 0) return;
  const [reached, tried] = [
    await reachedOn(client, [personId]),
    await waysOf(
      client,
      orders.map(({ entryId }) => entryId),
    ),
  ];
  const rows = orders.flatMap(({ entryId, byHand }) => {
    const way = firstOf(reached.filter(({ channel }) => tried.get(entryId)?.includes(channel) !== true));
    return way === undefined ? [] : [{ id: idOf(entryId, way, personId), entryId, targetId: personId, way, byHand }];
  });
  await insertDeliveries(client, rows, at);
}
