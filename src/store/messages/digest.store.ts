/** The morning's digests: whose is still to be looked into, once a day and person however many servers ask. */
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../domain/day.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import type { Client } from './entry-rows.js';

/** Days for which it is remembered that a digest was made. */
const KEPT_DAYS = 30;

@Injectable()
export class DigestStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Puts everybody with an account in use and a role in line for the day, each once; forgets the lines of a month ago. */
  async open(day: Day): Promise<void> {
    await this.database.pool.query(
      `INSERT INTO digest (person_id, day) SELECT p.id, $1::date FROM person p
         WHERE p.active AND EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id) ON CONFLICT DO NOTHING`,
      [day],
    );
    await this.database.pool.query(`DELETE FROM digest WHERE day < $1::date - ${KEPT_DAYS}`, [day]);
  }

  /** At most `limit` people whose digest of the day nobody has looked into yet, locked until the transaction ends and marked as done with it. */
  async claim(client: Client, day: Day, limit: number, now: number): Promise<string[]> {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE digest SET made_at = $3 WHERE day = $1 AND person_id IN
         (SELECT person_id FROM digest WHERE day = $1 AND made_at IS NULL ORDER BY person_id LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING person_id AS id`,
      [day, limit, new Date(now)],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether somebody's digest of the day is not there yet: in line, or in the hands of another server. */
  async isAnyToMake(day: Day): Promise<boolean> {
    const { rowCount } = await this.database.pool.query(
      'SELECT FROM digest WHERE day = $1 AND made_at IS NULL LIMIT 1',
      [day],
    );
    return rowCount === 1;
  }

  /** Open cases whose due day lay in (after, until] and whose clock runs: those of the offices, and those that `units` lead. Along case_due, one unit after
   *  the other of `all`. */
  async fellDue(
    { offices, units, all }: { offices: readonly string[]; units: readonly string[]; all: readonly string[] },
    after: Day,
    until: Day,
  ): Promise<number> {
    const { rows } = await this.database.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM unnest($1::uuid[]) AS u (id) JOIN rectification_case c
         ON c.lead_unit_id = u.id AND c.stage <> 'closed' AND c.due_on > $2::date AND c.due_on <= $3::date
       WHERE c.clock_mode = 'running' AND (c.office_unit_id = ANY($4::uuid[]) OR c.lead_unit_id = ANY($5::uuid[]))`,
      [all, after, until, offices, units],
    );
    return rows[0]!.n;
  }

  /** Until when the person has seen what changed; null: never. */
  async lastLook(personId: string): Promise<Date | null> {
    const { rows } = await this.database.pool.query<{ at: Date }>('SELECT at FROM last_look WHERE person_id = $1', [
      personId,
    ]);
    return rows[0]?.at ?? null;
  }

  /** Notes that the person has seen what changed until `at`; an earlier moment than the one noted changes nothing. */
  async looked(personId: string, at: number): Promise<void> {
    await this.database.pool.query(
      `INSERT INTO last_look AS l (person_id, at) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET at = greatest(l.at, excluded.at)`,
      [personId, new Date(at)],
    );
  }
}
