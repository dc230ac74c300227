/** Finds the open cases that may wait for somebody, by place and unit, most urgent first. */
import type { Pool } from 'pg';
import type { Actor } from '../domain/command.js';
import type { Role } from '../domain/words.js';
import type { UnitTree } from '../domain/units.js';

/** Where each role looks for work among the cases whose office it oversees: each line a place in an index. */
const OVERSEEN: Partial<Record<Role, readonly string[]>> = {
  clerk: [`c.place = 'collected'`, 'c.extension_pending'],
  supervisor: [`c.place = 'verifying'`, `c.place = 'visiting' AND NOT c.raised_outside`],
  visitor: [`c.place = 'visiting' AND c.raised_outside`],
  leader: [`c.place = 'signing'`],
};
/** Written so that no index on places is taken: most open cases of all units are in these, and those of one unit are to be walked. */
const WORKED = `c.place || '' IN ('assigned', 'rectifying')`;
const WORKING_ROLES: readonly Role[] = ['handler', 'liaison', 'unitLeader'];
const UNSIGNED = `SELECT c.id, c.due_on, c.collected_on FROM (SELECT DISTINCT case_id FROM supervision_order WHERE status = 'proposed') o
  JOIN rectification_case c ON c.id = o.case_id`;
const ORDER = 'ORDER BY due_on NULLS LAST, collected_on, id';

export class WorkStore {
  constructor(private readonly pool: Pool) {}

  /** Ids of at most `limit` open cases that wait for one of the actor's roles: the earliest due first, undated ones by age. No unit and
   *  no office is read further than that. */
  async waitingFor(actor: Actor, units: UnitTree, limit: number): Promise<string[]> {
    const values: unknown[] = [limit];
    const parts = actor.roles.flatMap(({ role, unitId }) => {
      const overseen = OVERSEEN[role] ?? [];
      const isWorking = WORKING_ROLES.includes(role);
      if (overseen.length === 0 && !isWorking) return [];
      const below = `$${values.push(units.subtree(unitId))}::uuid[]`;
      return [
        ...(isWorking ? [firstOfEach(below, 'lead_unit_id', WORKED)] : []),
        ...overseen.map((condition) => firstOfEach(below, 'office_unit_id', condition)),
        ...(role === 'leader' ? [`${UNSIGNED} WHERE c.stage <> 'closed' AND c.office_unit_id = ANY(${below})`] : []),
      ];
    });
    if (parts.length === 0) return [];
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT id FROM (SELECT DISTINCT id, due_on, collected_on FROM (${parts.join(' UNION ALL ')}) f) w ${ORDER} LIMIT $1`,
      values,
    );
    return rows.map(({ id }) => id);
  }
}

/** The first open cases of each of these units, as many as are asked for. */
function firstOfEach(units: string, column: string, condition: string): string {
  return `SELECT f.* FROM unnest(${units}) AS u (id) CROSS JOIN LATERAL
    (SELECT c.id, c.due_on, c.collected_on FROM rectification_case c
     WHERE c.${column} = u.id AND c.stage <> 'closed' AND ${condition} ${ORDER} LIMIT $1) f`;
}
