/** Corrects what was written about a meeting as long as nothing was decided on it, and keeps what was written before. */
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { inTransaction } from '../database/transaction.js';
import { MeetingCorrection, type Corrected } from './correction.entity.js';

/** Columns of each kind by the name under which they are changed, the table, and what was decided on it. */
const TABLES = {
  meeting: {
    table: 'meeting',
    columns: { title: 'title', kind: 'kind', heldOn: 'held_on', place: 'place', hostUnitId: 'host_unit_id' },
    decided: 'SELECT 1 FROM opinion o JOIN opinion_triage t ON t.opinion_id = o.id WHERE o.meeting_id = $1 LIMIT 1',
  },
  participant: {
    table: 'participant',
    columns: { name: 'name_sealed', standing: 'standing', contact: 'contact_sealed', searchKeys: 'search_keys' },
    decided: 'SELECT 1 FROM opinion o JOIN opinion_triage t ON t.opinion_id = o.id WHERE o.participant_id = $1 LIMIT 1',
  },
  opinion: {
    table: 'opinion',
    columns: { participantId: 'participant_id', text: 'text', categoryId: 'category_id' },
    decided: 'SELECT 1 FROM opinion_triage WHERE opinion_id = $1',
  },
} as const satisfies Record<Corrected, { table: string; columns: Record<string, string>; decided: string }>;

/** Of whom names and contacts are encrypted: that they were others is kept, not which. */
const SEALED: readonly string[] = ['name', 'contact'];
/** Follow from another field. */
const DERIVED: readonly string[] = ['searchKeys'];

export interface Correction {
  kind: Corrected;
  id: string;
  meetingId: string;
  /** New values by field; absent fields stay. */
  values: Record<string, unknown>;
  by: string | null;
  at: number;
}

/** A correction as it is told, with the name of who made it. */
export type CorrectionLine = Pick<MeetingCorrection, 'kind' | 'aboutId' | 'before' | 'at'> & { by: string | null };

@Injectable()
export class CorrectionStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** `done` also where nothing was to change; `decided`, and nothing written, where the office has decided on it: rows are locked, so that a
   *  decision of the same moment comes before or after; `unknown` where the meeting has none of this id. */
  correct({ kind, id, meetingId, values, by, at }: Correction): Promise<'done' | 'decided' | 'unknown'> {
    return inTransaction(this.database.pool, async (client) => {
      const fields = Object.keys(values);
      const there = await this.locked(client, kind, id, meetingId);
      if (there === undefined) return 'unknown';
      const { rows: decisions } = await client.query(TABLES[kind].decided, [id]);
      if (decisions.length > 0) return 'decided';
      const changed = fields.filter((field) => !isSame(there[field], values[field]));
      if (changed.every((field) => DERIVED.includes(field))) return 'done';
      const { table, columns } = TABLES[kind];
      const set = changed.map((field, n) => `${(columns as Record<string, string>)[field]!} = $${n + 2}`);
      await client.query(`UPDATE ${table} SET ${set.join(', ')} WHERE id = $1`, [
        id,
        ...changed.map((field) => values[field]),
      ]);
      const before = Object.fromEntries(
        changed
          .filter((field) => !DERIVED.includes(field))
          .map((field) => [field, SEALED.includes(field) ? null : (there[field] ?? null)]),
      );
      await client.query(
        `INSERT INTO meeting_correction (id, meeting_id, kind, about_id, before, person_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [uuid(), meetingId, kind, id, before, by, new Date(at)],
      );
      return 'done';
    });
  }

  /** All corrections at a meeting, the latest first. */
  async ofMeeting(meetingId: string): Promise<CorrectionLine[]> {
    const { rows } = await this.database.pool.query<CorrectionLine>(
      `SELECT c.kind, c.about_id AS "aboutId", c.before, c.at, p.name AS by FROM meeting_correction c
         LEFT JOIN person p ON p.id = c.person_id WHERE c.meeting_id = $1 ORDER BY c.at DESC, c.id DESC LIMIT 500`,
      [meetingId],
    );
    return rows;
  }

  private async locked(
    client: PoolClient,
    kind: Corrected,
    id: string,
    meetingId: string,
  ): Promise<Record<string, unknown> | undefined> {
    const { table, columns } = TABLES[kind];
    const told = Object.entries(columns).map(([field, column]) => `${column} AS "${field}"`);
    const own = kind === 'meeting' ? 'id' : 'meeting_id';
    // Whoever decides holds a key share of these rows until they have: what was decided meanwhile is seen below.
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT ${told.join(', ')} FROM ${table} WHERE id = $1 AND ${own} = $2 FOR UPDATE`,
      [id, meetingId],
    );
    return rows[0];
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (Buffer.isBuffer(one) && Buffer.isBuffer(other)) return one.equals(other);
  return one === other;
}
