/** Writes what is to be delivered beside an inbox entry, in the transaction of the entry: whom a channel reaches, which systems listen, and the rows. */
import type { Channel, Way } from '../../domain/words.js';
import type { Client } from './entry-rows.js';

/** A channel that is switched on and reaches the person. */
export interface Reached {
  personId: string;
  channel: Channel;
  /** The person chose it. */
  wanted: boolean;
  /** Orders go out here for whoever chose nothing that works. */
  isDefault: boolean;
}

/** On what these people are reached now. */
export async function reachedOn(client: Client, personIds: readonly string[]): Promise<Reached[]> {
  const { rows } = await client.query<Reached>({
    name: 'reached-on',
    text: `SELECT k.person_id AS "personId", k.channel, k.wanted, c.is_default AS "isDefault"
         FROM person_channel k JOIN channel c ON c.name = k.channel AND c.enabled
        WHERE k.person_id = ANY($1::uuid[]) AND k.channel <> 'push' AND k.address IS NOT NULL AND k.verified_at IS NOT NULL
       UNION ALL
       SELECT s.person_id, c.name, coalesce(k.wanted, true), c.is_default
         FROM (SELECT DISTINCT person_id FROM push_subscription WHERE person_id = ANY($1::uuid[])) s
         JOIN channel c ON c.name = 'push' AND c.enabled
         LEFT JOIN person_channel k ON k.person_id = s.person_id AND k.channel = 'push'`,
    values: [personIds],
  });
  return rows;
}

export interface Listening {
  id: string;
  way: 'webhook' | 'robot';
  topics: string[];
}

/** The systems and robots that hear of one of the topics. */
export async function listeningTo(client: Client, topics: readonly string[]): Promise<Listening[]> {
  const { rows } = await client.query<Listening>({
    name: 'listening-to',
    text: `SELECT id, CASE WHEN kind = 'standard' THEN 'webhook' ELSE 'robot' END AS way, topics FROM webhook WHERE active AND topics && $1::text[]`,
    values: [topics],
  });
  return rows;
}

export interface DeliveryRow {
  id: string;
  entryId: string;
  /** A person, or a webhook where the way is none of a person. */
  targetId: string;
  way: Way;
  byHand: boolean;
}

/** Queues the deliveries at `at` (epoch milliseconds); one that is there already stays as it is. */
export async function insertDeliveries(client: Client, rows: readonly DeliveryRow[], at: number): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'insert-deliveries',
    text: `INSERT INTO delivery (id, entry_id, target_id, person_id, webhook_id, channel, by_hand, state, queued_at)
       SELECT id, entry_id, target_id, CASE WHEN way IN ('webhook', 'robot') THEN NULL ELSE target_id END,
              CASE WHEN way IN ('webhook', 'robot') THEN target_id END, way, by_hand, 'queued', $6
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[]) AS r (id, entry_id, target_id, way, by_hand)
       ON CONFLICT (id) DO NOTHING`,
    values: [
      ...[rows.map(({ id }) => id), rows.map(({ entryId }) => entryId), rows.map(({ targetId }) => targetId)],
      ...[rows.map(({ way }) => way), rows.map(({ byHand }) => byHand), new Date(at)],
    ],
  });
}

/** On which ways each of the entries went or goes to its person, by entry. */
export async function waysOf(client: Client, entryIds: readonly string[]): Promise<Map<string, Way[]>> {
  const { rows } = await client.query<{ id: string; ways: Way[] }>(
    `SELECT entry_id AS id, array_agg(channel) AS ways FROM delivery WHERE entry_id = ANY($1::uuid[]) AND person_id IS NOT NULL GROUP BY entry_id`,
    [entryIds],
  );
  return new Map(rows.map(({ id, ways }) => [id, ways]));
}
