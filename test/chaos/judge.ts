/** What must hold after the chaos: held against what the servers said, and against itself. */
import type { Pool } from 'pg';
import { stepId, type Intent } from '../../src/executor/intent.js';
import type { Workflows } from '../../src/engine/workflow.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { refs } from '../support/engine.js';

/** Everything the run knows from outside the database. */
export interface Told {
  sent: Map<string, { intent: Intent; answered: boolean }>;
  /** Command id to the version its answer told. */
  acked: Map<string, number>;
  /** Ids that were refused at the first try. */
  refused: string[];
  kills: number;
  restarts: number;
  /** Servers that ended although nobody killed them. */
  ended: string[];
}

/** Figures to print, and every fault. */
export async function judge(
  pool: Pool,
  workflows: Workflows,
  told: Told,
): Promise<{ lines: string[]; faults: string[] }> {
  const faults = [...told.ended];
  const { rows: written } = await pool.query<{ command_id: string; n: number; seq: number; type: string }>(
    `SELECT command_id, count(*)::int AS n, max(seq) AS seq, max(type) AS type FROM case_event WHERE command_id IS NOT NULL GROUP BY 1`,
  );
  const inHistory = new Map(written.map((row) => [row.command_id, row]));
  for (const [id, version] of told.acked) {
    const line = inHistory.get(id);
    if (line === undefined) faults.push(`command ${id} was acknowledged and is not in history`);
    else if (line.n !== 1) faults.push(`command ${id} is in history ${line.n} times`);
    else if (line.seq > version) faults.push(`command ${id} is line ${line.seq}, its answer said ${version}`);
  }
  for (const id of told.refused) if (inHistory.has(id)) faults.push(`command ${id} was refused and is in history`);
  const sent = new Set([...told.sent.values()].flatMap(({ intent }) => intent.steps.map(stepId)));
  for (const id of inHistory.keys()) if (!sent.has(id)) faults.push(`command ${id} is in history and nobody sent it`);

  const { rows: rungs } = await pool.query<{ rung: string; n: number; most: number }>(
    `SELECT rung, sum(n)::int AS n, max(n)::int AS most FROM (
       SELECT e.case_id, f ->> 'period', f ->> 'rung' AS rung, count(*) AS n
       FROM case_event e, json_array_elements(e.body -> 'effects') f WHERE f ->> 'kind' = 'order' GROUP BY 1, 2, 3) o
     GROUP BY 1 ORDER BY 1`,
  );
  for (const { rung, most } of rungs) if (most > 1) faults.push(`rung ${rung} was climbed ${most} times in one period`);

  const verdict = await checkCases(pool, workflows, refs);
  faults.push(...verdict.faults.map(({ number, fault, message }) => `${number} ${fault}: ${message}`));
  if (verdict.timers.deadLettered > 0) faults.push(`${verdict.timers.deadLettered} timers were parked`);
  for (const { number, workflow } of verdict.withoutDate) {
    if (workflow.version > 1) faults.push(`${number} is late and has no next date`);
  }
  const { rows: fired } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM case_event WHERE type = 'TIMER'`,
  );
  const lines = [
    `${verdict.cases} cases (${verdict.open} open), ${verdict.events} events, ${fired[0]!.n} of them by the clock, ${verdict.timers.armed} timers armed`,
    `orders: ${rungs.map(({ rung, n }) => `${rung} ${n}`).join(', ')}`,
    `late without a next date: ${verdict.withoutDate.length}, all of version 1`,
    `check: ${verdict.faults.length} faults; seal ${verdict.digest}`,
  ];
  return { lines, faults };
}
