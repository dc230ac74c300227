/** Deliveries on their way: gathered into what goes out together, read for sending, and what became of them. */
import { Inject, Injectable } from '@nestjs/common';
import type { CaseContext } from '../../domain/case.js';
import type { Day } from '../../domain/day.js';
import type { MainWait } from '../../domain/waits.js';
import type { Role, Stage, Way } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { inTransaction } from '../database/transaction.js';
import type { Client } from './entry-rows.js';
import type { Facts } from './inbox-entry.entity.js';
import { JobQueueStore } from './job-queue.store.js';

/** Targets that are gathered in one transaction. */
const TARGETS = 500;

/** One delivery of a bundle with its entry, and its case as it stands now; the part of the case is null where it is about none. */
export interface Bundled {
  id: string;
  entryId: string;
  way: Way;
  targetId: string;
  byHand: boolean;
  attempts: number;
  topic: string;
  facts: Facts;
  at: Date;
  caseId: string | null;
  caseNumber: string | null;
  /** False where the person's account is out of use. */
  active: boolean;
  /** Of the message that told it; null where no step of a case did. */
  role: Role | null;
  unitId: string | null;
  stage: Stage | null;
  waitsFor: MainWait | null;
  leadUnitId: string | null;
  extensionPending: boolean | null;
  dueOn: Day | null;
  yellowAt: Date | null;
  context: Partial<CaseContext> | null;
}

@Injectable()
export class DeliveryStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly jobs: JobQueueStore,
  ) {}

  /** True while more is about to be told: timers or messages that are due. What is gathered now would leave in pieces what belongs together. */
  async isMoreToCome(now: number): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ more: boolean }>({
      name: 'more-to-be-told',
      text: `SELECT EXISTS (SELECT FROM message WHERE delivered_at IS NULL AND deliver_at <= $1)
                 OR EXISTS (SELECT FROM case_timer WHERE due_at <= $1 AND poisoned_at IS NULL) AS more`,
      values: [new Date(now)],
    });
    return rows[0]!.more;
  }

  /** When the oldest delivery was queued that is not gathered yet, epoch milliseconds; null where there is none. */
  async oldest(): Promise<number | null> {
    const { rows } = await this.database.pool.query<{ oldest: Date | null }>(
      `SELECT min(queued_at) AS oldest FROM delivery WHERE state = 'queued' AND bundle_id IS NULL`,
    );
    return rows[0]!.oldest?.getTime() ?? null;
  }

  /** Gathers what waits for some hundreds of targets, each into one bundle with a job of its own, and answers how many. A target with a bundle under way
   *  waits for it, so that an outage makes one digest and not twenty mails; a system gets each message alone. A bundle is called after its oldest
   *  delivery: what is sent again after a restore bears the id under which it went out before. Outside of working hours only
   *  what a person sent by hand, and what goes to systems. */
  gather(inHours: boolean): Promise<number> {
    return inTransaction(this.database.pool, async (client) => {
      const { rows } = await client.query<{ bundle: string }>({
        name: 'gather-deliveries',
        text: `WITH ripe AS (
            SELECT d.target_id, d.channel, d.by_hand FROM delivery d
             WHERE d.state = 'queued' AND d.bundle_id IS NULL AND ($1 OR d.by_hand OR d.channel = 'webhook')
               AND (d.channel = 'webhook' OR NOT EXISTS (SELECT FROM delivery o WHERE o.target_id = d.target_id AND o.channel = d.channel
                     AND o.state = 'queued' AND o.bundle_id IS NOT NULL AND o.by_hand = d.by_hand))
             ORDER BY d.queued_at LIMIT $2),
          taken AS (
            SELECT d.id, d.target_id, d.channel, d.by_hand, d.queued_at FROM delivery d
              JOIN (SELECT DISTINCT target_id, channel, by_hand FROM ripe) r USING (target_id, channel, by_hand)
             WHERE d.state = 'queued' AND d.bundle_id IS NULL FOR UPDATE OF d SKIP LOCKED),
          bundles AS (
            SELECT target_id, channel, by_hand, (array_agg(id ORDER BY queued_at, id))[1] AS bundle FROM taken GROUP BY target_id, channel, by_hand),
          gathered AS (
            UPDATE delivery d SET bundle_id = CASE WHEN t.channel = 'webhook' THEN d.id ELSE b.bundle END
              FROM taken t JOIN bundles b USING (target_id, channel, by_hand) WHERE d.id = t.id RETURNING d.bundle_id)
          SELECT DISTINCT bundle_id AS bundle FROM gathered`,
        values: [inHours, TARGETS],
      });
      await this.jobs.add(
        client,
        rows.map(({ bundle }) => bundle),
      );
      return rows.length;
    });
  }

  /** Gives a job to bundles that wait and have none: after a restore, after a night, after a server that was killed. How many. */
  async addMissingJobs(inHours: boolean): Promise<number> {
    const schema = await this.jobs.quotedSchema();
    return inTransaction(this.database.pool, async (client) => {
      const { rows } = await client.query<{ bundle: string }>(
        `SELECT d.bundle_id AS bundle FROM delivery d
          WHERE d.state = 'queued' AND d.bundle_id IS NOT NULL AND ($1 OR d.by_hand OR d.channel = 'webhook')
            AND NOT EXISTS (SELECT FROM ${schema}._private_jobs j WHERE j.key = d.bundle_id::text AND (j.locked_at IS NOT NULL OR j.attempts < j.max_attempts))
          GROUP BY d.bundle_id LIMIT 1000`,
        [inHours],
      );
      await this.jobs.add(
        client,
        rows.map(({ bundle }) => bundle),
      );
      return rows.length;
    });
  }

  /** What of a bundle still waits, the latest first, `limit` at most, and how many there are in all. */
  async load(bundleId: string, limit: number): Promise<{ total: number; rows: Bundled[] }> {
    const { rows } = await this.database.pool.query<Bundled & { total: number }>({
      name: 'load-bundle',
      text: `SELECT d.id, d.entry_id AS "entryId", d.channel AS way, d.target_id AS "targetId", d.by_hand AS "byHand", d.attempts, p.active IS NOT FALSE AS active, e.topic, e.facts, e.at, e.case_id AS "caseId",
          c.number AS "caseNumber", m.role, m.unit_id AS "unitId", c.stage, c.waits_for AS "waitsFor", c.lead_unit_id AS "leadUnitId",
          c.extension_pending AS "extensionPending", c.due_on AS "dueOn", c.yellow_at AS "yellowAt", c.context, (count(*) OVER ())::int AS total
        FROM delivery d JOIN inbox_entry e ON e.id = d.entry_id LEFT JOIN message m ON m.id = e.message_id LEFT JOIN person p ON p.id = d.person_id
        LEFT JOIN rectification_case c ON c.id = e.case_id
        WHERE d.bundle_id = $1 AND d.state = 'queued' ORDER BY e.at DESC, e.id DESC LIMIT $2`,
      values: [bundleId, limit],
    });
    return { total: rows[0]?.total ?? 0, rows };
  }

  /** Drops deliveries with a word each. */
  async drop(dropped: readonly { id: string; word: string }[]): Promise<void> {
    if (dropped.length === 0) return;
    await this.database.pool.query(
      `UPDATE delivery d SET state = 'dropped', last_error = r.word FROM unnest($1::uuid[], $2::text[]) AS r (id, word) WHERE d.id = r.id AND d.state = 'queued'`,
      [dropped.map(({ id }) => id), dropped.map(({ word }) => word)],
    );
  }

  /** Forgets at most `limit` that were sent or dropped and queued before `before` (epoch milliseconds), but for entries of the topics; how many. */
  async forget(before: number, kept: readonly string[], limit: number): Promise<number> {
    const { rowCount } = await this.database.pool.query(
      `DELETE FROM delivery WHERE id IN (SELECT d.id FROM delivery d JOIN inbox_entry e ON e.id = d.entry_id
         WHERE d.state IN ('sent', 'dropped') AND d.queued_at < $1 AND e.topic <> ALL($2::text[]) LIMIT $3)`,
      [new Date(before), kept, limit],
    );
    return rowCount ?? 0;
  }

  /** Counts an attempt before it is made, so that one that kills its server counts too. */
  async begin(bundleId: string): Promise<void> {
    await this.database.pool.query({
      name: 'begin-bundle',
      text: `UPDATE delivery SET attempts = attempts + 1 WHERE bundle_id = $1 AND state = 'queued'`,
      values: [bundleId],
    });
  }

  /** Notes what became of everything of a bundle that still waits, `queued` for an attempt that failed and is made again; `along` is done with it. */
  async note(
    bundleId: string,
    state: 'sent' | 'queued' | 'dead' | 'dropped',
    word: string | null,
    at: number,
    along?: (client: Client) => Promise<void>,
  ): Promise<void> {
    if (along === undefined) return this.write(this.database.pool, bundleId, state, word, at);
    await inTransaction(this.database.pool, async (client) => {
      await this.write(client, bundleId, state, word, at);
      await along(client);
    });
  }

  private async write(
    client: Pick<Client, 'query'>,
    bundleId: string,
    state: string,
    word: string | null,
    at: number,
  ): Promise<void> {
    await client.query({
      name: 'note-bundle',
      text: `UPDATE delivery SET state = $2, last_error = $3, sent_at = CASE WHEN $2 = 'sent' THEN $4::timestamptz END WHERE bundle_id = $1 AND state = 'queued'`,
      values: [bundleId, state, word, new Date(at)],
    });
  }
}
