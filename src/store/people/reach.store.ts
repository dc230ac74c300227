/** Reads what it takes to tell who can act on what: open cases in groups, the people with their posts, and the open cases themselves. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, PastPost, RoleAt } from '../../domain/command.js';
import type { WaitingGroup } from '../../domain/reach.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { PAST_POSTS } from './tenure.store.js';

@Injectable()
export class ReachStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Open cases by what they wait for, office and lead unit. */
  async groups(): Promise<WaitingGroup[]> {
    const { rows } = await this.database.pool.query<WaitingGroup>(
      `SELECT waits_for AS kind, office_unit_id AS "officeUnitId", lead_unit_id AS "leadUnitId", count(*)::int AS n
       FROM rectification_case WHERE stage <> 'closed' AND waits_for IS NOT NULL GROUP BY 1, 2, 3`,
    );
    return rows;
  }

  /** Everybody with an account in use, as they would act: with the posts they hold, and those they held. */
  actors(): Promise<Actor[]> {
    return this.acting();
  }

  /** The person as they would act; undefined where the account is not in use, or holds no post. */
  async actor(id: string): Promise<Actor | undefined> {
    return (await this.acting(id))[0];
  }

  private async acting(only: string | null = null): Promise<Actor[]> {
    const { rows } = await this.database.pool.query<{
      id: string;
      name: string;
      unitId: string;
      roles: RoleAt[];
      past: PastPost[];
    }>(
      `SELECT p.id, p.name, p.unit_id AS "unitId",
         (SELECT json_agg(json_build_object('role', r.role, 'unitId', r.unit_id) ORDER BY r.role, r.unit_id)
          FROM person_role r WHERE r.person_id = p.id) AS roles,
         ${PAST_POSTS} AS past
       FROM person p WHERE p.active AND ($1::uuid IS NULL OR p.id = $1) AND EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id) ORDER BY p.name, p.id`,
      [only],
    );
    return rows.map(({ id, ...person }) => ({ userId: id, ...person, via: 'web' }));
  }

  /** All ids of open cases, oldest first, at most `limit`: read along the open cases alone. */
  async open(limit: number): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ id: string }>(
      `SELECT id FROM rectification_case WHERE stage <> 'closed' AND waits_for IS NOT NULL ORDER BY waits_by, id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }
}
