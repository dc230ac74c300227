/** Late cases whose clock has nothing armed, so that they could lie for ever: `isLateWithoutDate` of the engine, asked of all cases at once. */
import type { Pool } from 'pg';
import type { WorkflowRef } from '../../domain/case.js';
import type { Day } from '../../domain/day.js';
import { overdueSql } from '../sql/overdue-sql.js';

export interface CaseWithoutDate {
  id: string;
  number: string;
  workflow: WorkflowRef;
  /** A timer of its clock failed and was parked. */
  hasFailed: boolean;
}

/** More than these are not told one by one. */
const MOST = 20_000;

/** The fifth name in the id of a timer is its region. */
const CLOCK = `split_part(t.timer_id, '.', 5) = 'clock'`;

/** Those late at `now`, an instant of the office's day `today`, the one due first before others; twenty thousand at most. Looks at the timers of late cases only. */
export async function casesWithoutDate(on: Pick<Pool, 'query'>, now: number, today: Day): Promise<CaseWithoutDate[]> {
  const { rows } = await on.query<{
    id: string;
    number: string;
    name: string;
    version: number;
    hash: string;
    failed: boolean;
  }>(
    `SELECT c.id, c.number, c.workflow_name AS name, c.workflow_version AS version, c.workflow_hash AS hash,
       EXISTS (SELECT FROM case_timer t WHERE t.case_id = c.id AND t.poisoned_at IS NOT NULL AND ${CLOCK}) AS failed
     FROM rectification_case c WHERE ${overdueSql('$1::timestamptz', '$2::date')}
       AND NOT EXISTS (SELECT FROM case_timer t WHERE t.case_id = c.id AND t.poisoned_at IS NULL AND ${CLOCK})
     ORDER BY c.due_on, c.id LIMIT ${MOST}`,
    [new Date(now), today],
  );
  return rows.map(({ id, number, name, version, hash, failed }) => ({
    ...{ id, number, hasFailed: failed },
    workflow: { name, version, hash },
  }));
}

/** Those alike in workflow, version and reason, in the order in which they come. */
export function byVersion(found: readonly CaseWithoutDate[]): CaseWithoutDate[][] {
  const groups = new Map<string, CaseWithoutDate[]>();
  for (const one of found) {
    const key = `${one.workflow.name} ${one.workflow.version} ${one.hasFailed}`;
    const alike = groups.get(key);
    if (alike === undefined) groups.set(key, [one]);
    else alike.push(one);
  }
  return [...groups.values()];
}
