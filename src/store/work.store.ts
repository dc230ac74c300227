/** Finds the open cases that may wait for somebody, by place and unit, most urgent first. */
import type { Pool } from 'pg';
import type { Actor } from '../domain/command.js';
import type { Role } from '../domain/words.js';
import type { UnitTree } from '../domain/units.js';

/** Where each role looks for work: places of the cases whose office it oversees, or whose lead unit it belongs to. */
const OVERSEEN: Partial<Record<Role, string>> = {
  clerk: `(c.place = 'collected' OR c.extension_pending)`,
  supervisor: `(c.place = 'verifying' OR (c.place = 'visiting' AND NOT c.raised_outside))`,
  visitor: `(c.place = 'visiting' AND c.raised_outside)`,
  leader: `(c.place = 'signing' OR EXISTS (SELECT 1 FROM supervision_order o WHERE o.case_id = c.id AND o.status = 'proposed'))`,
};
const WORKED = `c.place IN ('assigned', 'rectifying')`;
const WORKING_ROLES: readonly Role[] = ['handler', 'liaison', 'unitLeader'];

export class WorkStore {
  constructor(private readonly pool: Pool) {}

  /** Ids of at most `limit` open cases that wait for one of the actor's roles: the earliest due first, undated ones by age. */
  async waitingFor(actor: Actor, units: UnitTree, limit: number): Promise<string[]> {
    const values: unknown[] = [limit];
    const terms = actor.roles.flatMap(({ role, unitId }) => {
      const place = OVERSEEN[role];
      const working = WORKING_ROLES.includes(role);
      if (place === undefined && !working) return [];
      values.push(units.subtree(unitId));
      const scope = `= ANY($${values.length}::uuid[])`;
      return [
        place === undefined ? `(c.lead_unit_id ${scope} AND ${WORKED})` : `(c.office_unit_id ${scope} AND ${place})`,
      ];
    });
    if (terms.length === 0) return [];
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT c.id FROM rectification_case c WHERE c.stage <> 'closed' AND (${terms.join(' OR ')})
       ORDER BY c.due_on NULLS LAST, c.collected_on, c.id LIMIT $1`,
      values,
    );
    return rows.map(({ id }) => id);
  }
}
