/** Finds the open cases that wait for somebody, in the order of the days by which they should be acted on. Set-based, one statement. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/command.js';
import type { Day } from '../../domain/day.js';
import type { UnitTree } from '../../domain/units.js';
import type { BesideWait, MainWait } from '../../domain/waits.js';
import type { Role } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { UNSIGNED } from '../sql/unsigned-orders.js';

export interface WaitingCase {
  id: string;
  /** When the oldest order that waits for a signature was proposed; null without one, and for whom none is asked. */
  proposedAt: Date | null;
  /** The day to which the last visit put off the next attempt; null without one. */
  nextAttemptOn: Day | null;
}

/** What waits for each role at the office, by kind; `late` is asked for once others have let it lie past its day. */
const OVERSEEN: Partial<Record<Role, readonly { kind: MainWait; late?: true }[]>> = {
  clerk: [
    { kind: 'triage' },
    { kind: 'review' },
    { kind: 'sign', late: true },
    { kind: 'verify', late: true },
    { kind: 'notice' },
  ],
  supervisor: [
    { kind: 'verify' },
    { kind: 'look' },
    { kind: 'closeUnverified' },
    { kind: 'triageManner' },
    { kind: 'objection' },
  ],
  visitor: [{ kind: 'visit' }],
  leader: [
    { kind: 'signClosing' },
    { kind: 'review', late: true },
    { kind: 'verify', late: true },
    { kind: 'triage', late: true },
    { kind: 'triageManner', late: true },
  ],
};
/** What waits for them beside it. */
const BESIDE: Partial<Record<Role, readonly BesideWait[]>> = {
  clerk: ['departure', 'recordTalk', 'raiserQuestion'],
  leader: ['recordTalk', 'leaderLook', 'departure', 'dispute'],
};
/** What waits for them of cases that are closed: what raisers said by receipt. */
const AFTERWARDS: Partial<Record<Role, readonly BesideWait[]>> = {
  clerk: ['raiserQuestion'],
  supervisor: ['unsolved'],
};
const WORKING_ROLES: readonly Role[] = ['handler', 'liaison', 'unitLeader'];

@Injectable()
export class WorkStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** At most `limit` open cases that may wait for one of the actor's roles on `today`, the earliest day first. Each source is read in the
   *  order of an index and no further than that. */
  async waitingFor(actor: Actor, units: UnitTree, today: Day, limit: number): Promise<WaitingCase[]> {
    const values: unknown[] = [limit];
    const parts = actor.roles.flatMap(({ role, unitId }) => {
      const overseen = OVERSEEN[role] ?? [];
      const isWorking = WORKING_ROLES.includes(role);
      if (overseen.length === 0 && !isWorking) return [];
      const below = `$${values.push(units.subtree(unitId))}::uuid[]`;
      return [
        ...overseen.map(({ kind, late }) => ofOffices(below, kind, late ? `$${values.push(today)}::date` : null)),
        ...(BESIDE[role] === undefined ? [] : [beside(below, `$${values.push(BESIDE[role])}::text[]`)]),
        ...(AFTERWARDS[role] === undefined ? [] : [beside(below, `$${values.push(AFTERWARDS[role])}::text[]`, '=')]),
        ...(role === 'clerk' ? [extensions(below)] : []),
        ...(role === 'leader' ? [unsignedOrders(below)] : []),
        ...(isWorking ? [unsigned(below), worked(below), supported(below)] : []),
      ];
    });
    const inWhose = actor.inNameOf?.userId ?? actor.userId;
    // Orders to a responsible leader who is named on the unit and may hold no role there.
    const named = units.all().filter(({ leaderId }) => leaderId !== null && leaderId === inWhose);
    if (named.length > 0) {
      const below = [...new Set(named.flatMap(({ id }) => units.subtree(id)))];
      parts.push(worked(`$${values.push(below)}::uuid[]`, ['replyLeader']));
    }
    if (parts.length === 0) return [];
    const { rows } = await this.database.pool.query<WaitingCase>(
      `SELECT w.id, w."proposedAt", v.next_attempt_on AS "nextAttemptOn" FROM (
         SELECT id, min(by) AS by, min(proposed_at) AS "proposedAt", bool_or(visited) AS visited
         FROM (${parts.map((part) => `(${part})`).join(' UNION ALL ')}) f GROUP BY id ORDER BY 2, id LIMIT $1) w
       LEFT JOIN LATERAL (SELECT next_attempt_on FROM visit WHERE visit.case_id = w.id ORDER BY at DESC, visit.id DESC LIMIT 1) v ON w.visited
       ORDER BY w.by, w.id`,
      values,
    );
    return rows;
  }
}

/** What a unit has to do between signing and handing in. */
const AT_WORK: readonly MainWait[] = ['work', 'reply', 'replyLeader', 'promise'];
const listed = (kinds: readonly MainWait[]): string => kinds.map((kind) => `'${kind}'`).join(', ');

const row = (by: string, { proposedAt = 'NULL::timestamptz', visited = false } = {}): string =>
  `c.id, ${by} AS by, ${proposedAt} AS proposed_at, ${visited} AS visited`;

/** The first of each office: along case_waits. */
function ofOffices(offices: string, kind: MainWait, lateOn: string | null): string {
  return `SELECT f.* FROM unnest(${offices}) AS u (id) CROSS JOIN LATERAL
    (SELECT ${row('c.waits_by', { visited: kind === 'visit' || kind === 'look' })} FROM rectification_case c
     WHERE c.waits_for = '${kind}' AND c.office_unit_id = u.id AND c.stage <> 'closed'${lateOn === null ? '' : ` AND c.waits_by < ${lateOn}`}
     ORDER BY c.waits_by, c.id LIMIT $1) f`;
}

/** Of few cases, and what is theirs among it: along case_waits_beside, and of closed cases along case_waits_raiser. */
function beside(offices: string, kinds: string, closed: '=' | '<>' = '<>'): string {
  return `SELECT f.* FROM unnest(${offices}) AS u (id) CROSS JOIN LATERAL
    (SELECT ${row('c.waits_beside_by')} FROM rectification_case c
     WHERE c.office_unit_id = u.id AND c.stage ${closed} 'closed' AND c.waits_beside IS NOT NULL AND c.waits_beside && ${kinds}
     ORDER BY c.waits_beside_by, c.id LIMIT $1) f`;
}

/** Few at a time: along case_extension. */
function extensions(offices: string): string {
  return `SELECT ${row(`least(c.due_on, (c.context -> 'extension' ->> 'askedOn')::date + 1)`)} FROM rectification_case c
    WHERE c.office_unit_id = ANY(${offices}) AND c.stage <> 'closed' AND c.extension_pending ORDER BY c.due_on LIMIT $1`;
}

/** Orders of open cases that wait for a signature, by their own index; each case by its id (hence OFFSET), however many are open. */
function unsignedOrders(offices: string): string {
  return `SELECT ${row(`o.proposed_at::date + 2`, { proposedAt: 'o.proposed_at' })}
    FROM (SELECT case_id, min(issued_at) AS proposed_at FROM supervision_order WHERE ${UNSIGNED} GROUP BY case_id) o
    CROSS JOIN LATERAL (SELECT r.id, r.stage, r.office_unit_id FROM rectification_case r WHERE r.id = o.case_id OFFSET 0) c
    WHERE c.stage <> 'closed' AND c.office_unit_id = ANY(${offices})`;
}

/** Cases a unit has not signed for: along case_unsigned. */
function unsigned(units: string): string {
  return `SELECT f.* FROM unnest(${units}) AS u (id) CROSS JOIN LATERAL
    (SELECT ${row('c.waits_by')} FROM rectification_case c WHERE c.lead_unit_id = u.id AND c.stage = 'assigned'
     ORDER BY c.waits_by, c.id LIMIT $1) f`;
}

/** Cases a unit works on: along case_due. Written so that no index on waits is taken: of all units most open cases are in these, and
 *  those of one unit are to be walked. An order's reply day comes after the due day, so the walk misses none that is more urgent. */
function worked(units: string, kinds: readonly MainWait[] = AT_WORK): string {
  return `SELECT f.* FROM unnest(${units}) AS u (id) CROSS JOIN LATERAL
    (SELECT ${row('c.waits_by')} FROM rectification_case c WHERE c.lead_unit_id = u.id AND c.stage <> 'closed'
       AND c.waits_for || '' IN (${listed(kinds)}) ORDER BY c.due_on, c.id LIMIT $1) f`;
}

/** Cases in which a unit supports another: by case_supported. */
function supported(units: string): string {
  return `SELECT ${row('c.due_on')} FROM rectification_case c WHERE c.supporting_unit_ids && ${units} AND c.supporting_unit_ids <> '{}'
    AND c.stage = 'deadline' AND c.waits_for IN (${listed(AT_WORK)}) ORDER BY c.due_on, c.id LIMIT $1`;
}
