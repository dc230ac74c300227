/** Reads a person's inbox and marks in it what was read. */
import { Inject, Injectable } from '@nestjs/common';
import type { CaseUnits } from '../../domain/visibility.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import type { Facts } from './inbox-entry.entity.js';

export interface InboxRow extends CaseUnits {
  id: string;
  topic: string;
  caseId: string | null;
  facts: Facts;
  at: Date;
  byHand: boolean;
  readAt: Date | null;
  /** Of its case; null without one. */
  caseNumber: string | null;
  caseTitle: string | null;
}

/** Something that was told of a case, or dropped. */
export interface ToldRow {
  at: Date;
  topic: string;
  /** Name of the person; null where it was dropped. */
  to: string | null;
  readAt: Date | null;
  dropped: string | null;
}

export interface InboxQuestion {
  unread: boolean;
  topics?: readonly string[] | undefined;
  caseId?: string | undefined;
  /** Entries older than this one. */
  before?: { at: number; id: string } | undefined;
  limit: number;
}

/** Where somebody's inbox stands; `newest` changes with every entry that comes in. */
export interface InboxMark {
  unread: number;
  newest: string | null;
}

/** Unread entries are counted up to here. */
export const MOST_UNREAD = 1000;

@Injectable()
export class InboxStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Entries of the person, the latest first, with the units that say who may see their case. */
  async list(personId: string, { unread, topics, caseId, before, limit }: InboxQuestion): Promise<InboxRow[]> {
    const { rows } = await this.database.pool.query<InboxRow>(
      `SELECT e.id, e.topic, e.case_id AS "caseId", e.facts, e.at, e.by_hand AS "byHand", e.read_at AS "readAt",
              c.number AS "caseNumber", t.title AS "caseTitle", c.office_unit_id AS "officeUnitId", c.lead_unit_id AS "leadUnitId",
              coalesce(c.supporting_unit_ids, '{}') AS "supportingUnitIds"
         FROM inbox_entry e LEFT JOIN rectification_case c ON c.id = e.case_id LEFT JOIN case_text t ON t.case_id = e.case_id
        WHERE e.person_id = $1 ${unread ? 'AND e.read_at IS NULL' : ''}
          AND ($2::text[] IS NULL OR e.topic = ANY($2)) AND ($3::uuid IS NULL OR e.case_id = $3)
          AND ($4::timestamptz IS NULL OR (e.at, e.id) < ($4, $5::uuid))
        ORDER BY e.at DESC, e.id DESC LIMIT $6`,
      [
        ...[personId, topics ?? null, caseId ?? null],
        ...[before === undefined ? null : new Date(before.at), before?.id ?? null, limit],
      ],
    );
    return rows;
  }

  /** Who was told what of the case and what was dropped, the latest first: along the indexes of entries by case and of what was dropped. */
  async toldOf(caseId: string, limit: number): Promise<ToldRow[]> {
    const { rows } = await this.database.pool.query<ToldRow>(
      `SELECT e.at, e.topic, p.name AS "to", e.read_at AS "readAt", NULL AS dropped
         FROM inbox_entry e JOIN person p ON p.id = e.person_id WHERE e.case_id = $1
       UNION ALL SELECT m.delivered_at, m.topic, NULL, NULL, m.dropped FROM message m WHERE m.case_id = $1 AND m.dropped IS NOT NULL
       ORDER BY 1 DESC, 2 LIMIT $2`,
      [caseId, limit],
    );
    return rows;
  }

  /** The units that say who may see these cases. */
  async unitsOf(caseIds: readonly string[]): Promise<Map<string, CaseUnits>> {
    if (caseIds.length === 0) return new Map();
    const { rows } = await this.database.pool.query<CaseUnits & { id: string }>(
      `SELECT id, office_unit_id AS "officeUnitId", lead_unit_id AS "leadUnitId", supporting_unit_ids AS "supportingUnitIds"
         FROM rectification_case WHERE id = ANY($1::uuid[])`,
      [caseIds],
    );
    return new Map(rows.map(({ id, ...units }) => [id, units]));
  }

  /** For how long the oldest message that may go out at `now` has been waiting, milliseconds; 0 without any. */
  async lag(now: number): Promise<number> {
    const { rows } = await this.database.pool.query<{ oldest: Date | null }>(
      'SELECT min(deliver_at) AS oldest FROM message WHERE delivered_at IS NULL AND deliver_at <= $1',
      [new Date(now)],
    );
    const oldest = rows[0]?.oldest ?? null;
    return oldest === null ? 0 : now - oldest.getTime();
  }

  /** Messages that may go out at `now` and have not been passed on; of more than 100,000 so many. */
  async due(now: number): Promise<number> {
    const { rows } = await this.database.pool.query<{ due: number }>(
      `SELECT count(*)::int AS due FROM
         (SELECT FROM message WHERE delivered_at IS NULL AND deliver_at <= $1 LIMIT 100000) few`,
      [new Date(now)],
    );
    return rows[0]!.due;
  }

  /** Marks these entries of the person read at `at`, or all; others and unknown ones are left alone. */
  async markRead(personId: string, ids: readonly string[] | 'all', at: number): Promise<void> {
    await this.database.pool.query(
      `UPDATE inbox_entry SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL ${ids === 'all' ? '' : 'AND id = ANY($3::uuid[])'}`,
      [personId, new Date(at), ...(ids === 'all' ? [] : [ids])],
    );
  }

  /** Where the inboxes of these people stand, in one question: two short walks along an index for each. */
  async marks(personIds: readonly string[]): Promise<Map<string, InboxMark>> {
    const { rows } = await this.database.pool.query<InboxMark & { personId: string }>({
      name: 'inbox-marks',
      text: `SELECT p.id AS "personId", u.unread, n.id AS newest FROM unnest($1::uuid[]) AS p (id)
         CROSS JOIN LATERAL (SELECT count(*)::int AS unread FROM
           (SELECT FROM inbox_entry e WHERE e.person_id = p.id AND e.read_at IS NULL LIMIT ${MOST_UNREAD}) few) u
         LEFT JOIN LATERAL (SELECT e.id FROM inbox_entry e WHERE e.person_id = p.id ORDER BY e.at DESC, e.id DESC LIMIT 1) n ON true`,
      values: [personIds],
    });
    return new Map(rows.map(({ personId, ...mark }) => [personId, mark]));
  }
}
