/** Who stands in for whom: entered, agreed to, ended, and looked up at every call of a deputy. */
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Actor, PastPost, RoleAt } from '../../domain/command.js';
import type { Day } from '../../domain/day.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { inTransaction } from '../database/transaction.js';
import { PAST_POSTS } from './tenure.store.js';

/** A deputation with the names of all who had a part in it. */
export interface DeputationRow {
  id: string;
  absentId: string;
  absentName: string;
  absentUnitId: string;
  deputyId: string;
  deputyName: string;
  fromOn: Day;
  untilOn: Day;
  startsAt: Date;
  endsAt: Date;
  reason: string;
  askedBy: string;
  askedByName: string;
  grantedBy: string | null;
  grantedByName: string | null;
  endedByName: string | null;
  endedAt: Date | null;
}

export interface NewDeputation {
  absentId: string;
  deputyId: string;
  fromOn: Day;
  untilOn: Day;
  /** Epoch milliseconds: the first moment of it, and the first after it. */
  startsAt: number;
  endsAt: number;
  reason: string;
  askedBy: string;
  /** True where nobody else has to agree. */
  isGranted: boolean;
}

/** Somebody absent as their deputy is bound to them, with the last day of it. */
export interface AbsentNow {
  person: Actor;
  untilOn: Day;
}

/** For whom a person is deputy now, and the posts at which they were until it ended: these tie them as posts of their own do. */
export interface Standing {
  absent: AbsentNow[];
  past: PastPost[];
}

/** What stands against a new deputation, with the name to be read. */
export type Clash = { kind: 'absentTwice' | 'deputyAbsent' | 'absentIsDeputy'; name: string } | { kind: 'closed' };

const SELECT = `SELECT d.id, d.absent_id AS "absentId", a.name AS "absentName", a.unit_id AS "absentUnitId", d.deputy_id AS "deputyId",
    b.name AS "deputyName", d.from_on AS "fromOn", d.until_on AS "untilOn", d.starts_at AS "startsAt", d.ends_at AS "endsAt", d.reason,
    d.asked_by AS "askedBy", q.name AS "askedByName", d.granted_by AS "grantedBy", g.name AS "grantedByName",
    e.name AS "endedByName", d.ended_at AS "endedAt"
  FROM deputation d JOIN person a ON a.id = d.absent_id JOIN person b ON b.id = d.deputy_id JOIN person q ON q.id = d.asked_by
    LEFT JOIN person g ON g.id = d.granted_by LEFT JOIN person e ON e.id = d.ended_by`;

@Injectable()
export class DeputationStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** For whom the person is or was deputy at `now`, epoch milliseconds. Somebody whose account was closed is absent for good: nobody acts for them. */
  async standing(deputyId: string, now: number): Promise<Standing> {
    const { rows } = await this.database.pool.query<{
      id: string;
      name: string;
      unitId: string;
      active: boolean;
      roles: RoleAt[];
      past: PastPost[];
      untilOn: Day;
      from: Date;
      until: Date;
    }>({
      name: 'standing-in',
      text: `SELECT p.id, p.name, p.unit_id AS "unitId", p.active, d.until_on AS "untilOn", d.starts_at AS "from", least(d.ends_at, d.ended_at) AS "until",
           coalesce((SELECT json_agg(json_build_object('role', r.role, 'unitId', r.unit_id) ORDER BY r.role, r.unit_id)
                       FROM person_role r WHERE r.person_id = p.id), '[]') AS roles,
           ${PAST_POSTS} AS past
         FROM deputation d JOIN person p ON p.id = d.absent_id
         WHERE d.deputy_id = $1 AND d.granted_at <= $2 AND d.starts_at <= $2 ORDER BY p.name, p.id`,
      values: [deputyId, new Date(now)],
    });
    const standing: Standing = { absent: [], past: [] };
    for (const { id, active, untilOn, from, until, ...person } of rows) {
      const [begun, ended] = [from.getTime(), until.getTime()];
      if (ended > now) {
        if (active) standing.absent.push({ person: { userId: id, ...person, via: 'deputy' }, untilOn });
        continue;
      }
      if (ended <= begun) continue;
      const then = [...person.roles, ...person.past.filter((post) => post.until > begun)];
      standing.past.push(...then.map(({ role, unitId }) => ({ role, unitId, until: ended })));
    }
    return standing;
  }

  /** All that are in force at `now`, of accounts in use. */
  async inForce(now: number): Promise<{ absentId: string; deputyId: string }[]> {
    const { rows } = await this.database.pool.query<{ absentId: string; deputyId: string }>(
      `SELECT d.absent_id AS "absentId", d.deputy_id AS "deputyId" FROM deputation d
         JOIN person a ON a.id = d.absent_id AND a.active JOIN person b ON b.id = d.deputy_id AND b.active
       WHERE d.ends_at > $1 AND d.starts_at <= $1 AND d.granted_at <= $1 AND (d.ended_at IS NULL OR d.ended_at > $1)`,
      [new Date(now)],
    );
    return rows;
  }

  /** One; undefined where there is none. */
  async get(id: string): Promise<DeputationRow | undefined> {
    const { rows } = await this.database.pool.query<DeputationRow>(`${SELECT} WHERE d.id = $1`, [id]);
    return rows[0];
  }

  /** Those of a person, as absent or as deputy, or of everybody, that end after `since`; the one that begins last first, at most `limit`. */
  async list(personId: string | null, since: number, limit: number): Promise<DeputationRow[]> {
    const { rows } = await this.database.pool.query<DeputationRow>(
      `${SELECT} WHERE ($1::uuid IS NULL OR d.absent_id = $1 OR d.deputy_id = $1) AND d.ends_at > $2
       ORDER BY d.starts_at DESC, d.id DESC LIMIT $3`,
      [personId, new Date(since), limit],
    );
    return rows;
  }

  /** Those agreed to whose time ended between the moments, epoch milliseconds. */
  async endedBetween(from: number, until: number): Promise<DeputationRow[]> {
    const { rows } = await this.database.pool.query<DeputationRow>(
      `${SELECT} WHERE d.granted_at IS NOT NULL AND d.ends_at > $1 AND least(d.ends_at, d.ended_at) BETWEEN $1 AND $2 ORDER BY d.id`,
      [new Date(from), new Date(until)],
    );
    return rows;
  }

  /** Those that wait for somebody's agreement at `now` and are not over. */
  async asked(now: number): Promise<DeputationRow[]> {
    const { rows } = await this.database.pool.query<DeputationRow>(
      `${SELECT} WHERE d.granted_at IS NULL AND d.ended_at IS NULL AND d.ends_at > $1 ORDER BY d.asked_at, d.id`,
      [new Date(now)],
    );
    return rows;
  }

  /** Enters one, and does `also` in the same transaction; its id, or what stands against it. Both persons are locked, so that of two entries of one moment
   *  the second sees the first. */
  add(
    given: NewDeputation,
    at: number,
    also: (client: pg.PoolClient, id: string) => Promise<void>,
  ): Promise<string | Clash> {
    return inTransaction(this.database.pool, async (client) => {
      const { absentId, deputyId, fromOn, untilOn, startsAt, endsAt, reason, askedBy, isGranted } = given;
      const { rowCount } = await client.query(
        'SELECT FROM person WHERE id = ANY($1::uuid[]) AND active ORDER BY id FOR NO KEY UPDATE',
        [[absentId, deputyId]],
      );
      if (rowCount !== 2) return { kind: 'closed' };
      const clash = await clashOf(client, given);
      if (clash !== undefined) return clash;
      const id = uuid();
      const moment = new Date(at);
      await client.query(
        `INSERT INTO deputation (id, absent_id, deputy_id, from_on, until_on, starts_at, ends_at, reason, asked_by, asked_at, granted_by, granted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...[id, absentId, deputyId, fromOn, untilOn, new Date(startsAt), new Date(endsAt), reason, askedBy, moment],
          ...(isGranted ? [askedBy, moment] : [null, null]),
        ],
      );
      await also(client, id);
      return id;
    });
  }

  /** Notes who agreed, and does `also` in the same transaction. False where it waits for nobody any more. */
  grant(id: string, by: string, at: number, also: (client: pg.PoolClient) => Promise<void>): Promise<boolean> {
    return this.note(
      `UPDATE deputation SET granted_by = $2, granted_at = $3 WHERE id = $1 AND granted_at IS NULL AND ended_at IS NULL AND ends_at > $3`,
      [id, by, new Date(at)],
      also,
    );
  }

  /** Ends it at once, and does `also` in the same transaction. False where it is over. */
  end(id: string, by: string, at: number, also: (client: pg.PoolClient) => Promise<void>): Promise<boolean> {
    return this.note(
      `UPDATE deputation SET ended_by = $2, ended_at = $3 WHERE id = $1 AND ended_at IS NULL AND ends_at > $3`,
      [id, by, new Date(at)],
      also,
    );
  }

  /** Ends on the transaction of `client` all that the person has a part in and that are not over; answers them. */
  async endAllOf(client: pg.ClientBase, personId: string, by: string, at: number): Promise<DeputationRow[]> {
    const { rows: ended } = await client.query<{ id: string }>(
      `UPDATE deputation SET ended_by = $2, ended_at = $3
         WHERE (absent_id = $1 OR deputy_id = $1) AND ended_at IS NULL AND ends_at > $3 RETURNING id`,
      [personId, by, new Date(at)],
    );
    if (ended.length === 0) return [];
    const { rows } = await client.query<DeputationRow>(`${SELECT} WHERE d.id = ANY($1::uuid[]) ORDER BY d.id`, [
      ended.map(({ id }) => id),
    ]);
    return rows;
  }

  private note(text: string, values: unknown[], also: (client: pg.PoolClient) => Promise<void>): Promise<boolean> {
    return inTransaction(this.database.pool, async (client) => {
      const { rowCount } = await client.query(text, values);
      if (rowCount === 0) return false;
      await also(client);
      return true;
    });
  }
}

/** Nobody has two deputies at once, nobody absent is a deputy, and no deputy has one. Asked for counts like agreed to. */
async function clashOf(
  client: pg.PoolClient,
  { absentId, deputyId, startsAt, endsAt }: NewDeputation,
): Promise<Clash | undefined> {
  const { rows } = await client.query<{ kind: 'absentTwice' | 'deputyAbsent' | 'absentIsDeputy'; name: string }>(
    `SELECT CASE WHEN d.absent_id = $1 THEN 'absentTwice' WHEN d.absent_id = $2 THEN 'deputyAbsent' ELSE 'absentIsDeputy' END AS kind,
       CASE WHEN d.absent_id IN ($1, $2) THEN b.name ELSE a.name END AS name
     FROM deputation d JOIN person a ON a.id = d.absent_id JOIN person b ON b.id = d.deputy_id
     WHERE (d.absent_id IN ($1, $2) OR d.deputy_id = $1) AND d.ended_at IS NULL AND d.starts_at < $4 AND d.ends_at > $3
     ORDER BY kind LIMIT 1`,
    [absentId, deputyId, new Date(startsAt), new Date(endsAt)],
  );
  return rows[0];
}
