/** How deliveries are doing: what waits on which way and how long, what failed for good, and whom nothing reaches. */
import { Inject, Injectable } from '@nestjs/common';
import type { Channel, Way } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';

export interface ChannelFigures {
  channel: Way;
  waiting: number;
  /** When the oldest that waits was queued, epoch milliseconds. */
  oldest: number;
  dead: number;
}

export interface DeadBundle {
  id: string;
  channel: Way;
  name: string;
  topics: string[];
  messages: number;
  attempts: number;
  lastError: string;
  queuedAt: Date;
}

@Injectable()
export class DeliveryFiguresStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** By channel; one on which nothing waits and nothing failed is absent. */
  async byChannel(): Promise<ChannelFigures[]> {
    const { rows } = await this.database.pool.query<Omit<ChannelFigures, 'oldest'> & { oldest: Date | null }>(
      `SELECT channel, (count(*) FILTER (WHERE state = 'queued'))::int AS waiting, min(queued_at) FILTER (WHERE state = 'queued') AS oldest,
              (count(*) FILTER (WHERE state = 'dead'))::int AS dead
         FROM delivery WHERE state IN ('queued', 'dead') GROUP BY channel`,
    );
    return rows.map(({ oldest, ...row }) => ({ ...row, oldest: oldest?.getTime() ?? 0 }));
  }

  /** The same by webhook. */
  async byWebhook(): Promise<Map<string, { waiting: number; dead: number }>> {
    const { rows } = await this.database.pool.query<{ id: string; waiting: number; dead: number }>(
      `SELECT webhook_id AS id, (count(*) FILTER (WHERE state = 'queued'))::int AS waiting, (count(*) FILTER (WHERE state = 'dead'))::int AS dead
         FROM delivery WHERE state IN ('queued', 'dead') AND webhook_id IS NOT NULL GROUP BY webhook_id`,
    );
    return new Map(rows.map(({ id, waiting, dead }) => [id, { waiting, dead }]));
  }

  /** How many active people each channel reaches, whether it is switched on or not, and how many none reaches that is. */
  async people(): Promise<{ byChannel: Map<Channel, number>; unreached: number }> {
    const { rows } = await this.database.pool.query<{ channel: Channel | null; people: number }>(
      `WITH reached AS (
         SELECT k.person_id, k.channel FROM person_channel k WHERE k.verified_at IS NOT NULL AND k.address IS NOT NULL
         UNION SELECT s.person_id, 'push' FROM push_subscription s)
       SELECT r.channel, count(*)::int AS people FROM reached r JOIN person p ON p.id = r.person_id AND p.active GROUP BY r.channel
       UNION ALL
       SELECT NULL, count(*)::int FROM person p WHERE p.active AND NOT EXISTS (
         SELECT 1 FROM reached r JOIN channel c ON c.name = r.channel AND c.enabled WHERE r.person_id = p.id)`,
    );
    const named = rows.flatMap(({ channel, people }) => (channel === null ? [] : [[channel, people] as const]));
    return { byChannel: new Map(named), unreached: rows.find(({ channel }) => channel === null)?.people ?? 0 };
  }

  /** What failed for good, the oldest first, and how many there are. */
  async dead(most: number): Promise<{ total: number; items: DeadBundle[] }> {
    const { rows } = await this.database.pool.query<DeadBundle & { total: number }>(
      `SELECT d.bundle_id AS id, min(d.channel) AS channel, min(coalesce(w.name, p.name)) AS name,
              array_agg(DISTINCT e.topic ORDER BY e.topic) AS topics, count(*)::int AS messages, max(d.attempts) AS attempts,
              coalesce(max(d.last_error), '') AS "lastError", min(d.queued_at) AS "queuedAt", (count(*) OVER ())::int AS total
         FROM delivery d JOIN inbox_entry e ON e.id = d.entry_id LEFT JOIN person p ON p.id = d.person_id LEFT JOIN webhook w ON w.id = d.webhook_id
        WHERE d.state = 'dead' AND d.bundle_id IS NOT NULL GROUP BY d.bundle_id ORDER BY min(d.queued_at), d.bundle_id LIMIT $1`,
      [most],
    );
    return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...row }) => row) };
  }

  /** Lets what failed be tried again under the id it had; false where there is nothing of that id. */
  async retry(bundleId: string): Promise<boolean> {
    const { rowCount } = await this.database.pool.query(
      `UPDATE delivery SET state = 'queued', attempts = 0 WHERE bundle_id = $1 AND state = 'dead'`,
      [bundleId],
    );
    return (rowCount ?? 0) > 0;
  }

  /** Lets everything of a channel, or of all, be tried again, gathered anew: somebody with twenty of them gets one. How many. */
  async retryAll(channel: Way | undefined): Promise<number> {
    const { rowCount } = await this.database.pool.query(
      `UPDATE delivery SET state = 'queued', attempts = 0, bundle_id = CASE WHEN channel = 'webhook' THEN bundle_id END
        WHERE state = 'dead' AND ($1::text IS NULL OR channel = $1)`,
      [channel ?? null],
    );
    return rowCount ?? 0;
  }
}
