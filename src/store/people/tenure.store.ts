/** Who held which post from when to when: kept beside every change of a person's unit and roles, and never rewritten. */
import type pg from 'pg';
import type { Post } from '../../domain/command.js';

/** Posts that ended, of person p, as JSON: PastPost of domain/command.ts. */
export const PAST_POSTS = `coalesce((SELECT json_agg(json_build_object('role', t.role, 'unitId', t.unit_id,
    'until', floor(extract(epoch FROM t.until) * 1000)) ORDER BY t.until) FROM tenure t WHERE t.person_id = p.id AND t.until IS NOT NULL), '[]')`;

/** Ends the posts that the person no longer holds and begins those that are new, at the instant `at`. To be called in the transaction
 *  that changed them, after the change. */
export async function keepTenure(client: pg.ClientBase, personId: string, at: Date): Promise<void> {
  await client.query(
    `WITH held AS (SELECT unit_id, role FROM person_role WHERE person_id = $1 UNION ALL SELECT unit_id, 'member' FROM person WHERE id = $1),
       present AS (SELECT unit_id, role, since FROM tenure WHERE person_id = $1 AND until IS NULL),
       ended AS (UPDATE tenure t SET until = $2 FROM present o
         WHERE t.person_id = $1 AND (t.unit_id, t.role, t.since) = (o.unit_id, o.role, o.since)
           AND NOT EXISTS (SELECT FROM held h WHERE (h.unit_id, h.role) = (o.unit_id, o.role)))
     INSERT INTO tenure (person_id, unit_id, role, since)
     SELECT $1, h.unit_id, h.role, $2 FROM held h
     WHERE NOT EXISTS (SELECT FROM present o WHERE (o.unit_id, o.role) = (h.unit_id, h.role))
     ON CONFLICT (person_id, unit_id, role, since) DO UPDATE SET until = NULL`,
    [personId, at],
  );
}

/** Begins the posts of people who were made at the instant `at`, in the transaction that made them. */
export async function beginTenures(client: pg.ClientBase, personIds: readonly string[], at: Date): Promise<void> {
  await client.query(
    `INSERT INTO tenure (person_id, unit_id, role, since)
     SELECT person_id, unit_id, role, $2::timestamptz FROM person_role WHERE person_id = ANY($1::uuid[])
     UNION ALL SELECT id, unit_id, 'member', $2::timestamptz FROM person WHERE id = ANY($1::uuid[])`,
    [personIds, at],
  );
}

/** A post with the time it was held. */
export interface HeldPost extends Post {
  personId: string;
  /** Epoch milliseconds. */
  since: number;
  /** Null while it is held. */
  until: number | null;
}

/** Every post that anybody holds or held. */
export async function heldPosts(pool: pg.Pool): Promise<HeldPost[]> {
  const { rows } = await pool.query<{
    person_id: string;
    role: Post['role'];
    unit_id: string;
    since: Date;
    until: Date | null;
  }>('SELECT person_id, role, unit_id, since, until FROM tenure ORDER BY person_id, since');
  return rows.map(({ person_id: personId, role, unit_id: unitId, since, until }) => ({
    personId,
    role,
    unitId,
    since: since.getTime(),
    until: until === null ? null : until.getTime(),
  }));
}
