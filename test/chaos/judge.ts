/** What must hold after the chaos: held against what the servers said, and against itself. */
import type { Pool } from 'pg';
import { stepId, type Intent } from '../../src/executor/intent.js';
import type { Workflows } from '../../src/engine/workflow.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { casesWithoutDate } from '../../src/store/cases/without-date.js';
import { overdueSql } from '../../src/store/sql/overdue-sql.js';
import { calendar, refs } from '../support/engine.js';

/** What version 2 brought. A run in which nobody replied, nobody transferred and nothing left by two people has proved nothing of it. */
const EXPECTED = ['REPLY_ORDER', 'GRANT_DEPARTURE', 'TRANSFER'];
const SINCE_2 = [...EXPECTED, 'WAIVE_ORDER', 'RECORD_TALK', 'SPLIT', 'JOIN'];

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
  /** Late cases that had nothing armed at some moment of the run. */
  withoutDate: string[];
  /** Moments at which that was looked for. */
  looks: number;
}

/** Looks whether every case late at this moment of the run has a timer that leads on; says so in `told`. Nothing where the database does not answer just now. */
export async function lookForNextDates(pool: Pool, told: Told, now: number): Promise<void> {
  const found = await casesWithoutDate(pool, now, calendar.dayOf(now)).catch(() => undefined);
  if (found === undefined) return;
  told.looks += 1;
  told.withoutDate.push(
    ...found.map(({ number }) => `${number} was late without a next date, ${told.kills} kills into the run`),
  );
}

/** Figures to print, and every fault; what is late is judged at `end`, up to which the clock has run. */
export async function judge(
  pool: Pool,
  workflows: Workflows,
  told: Told,
  end: number,
): Promise<{ lines: string[]; faults: string[] }> {
  const faults = [...told.ended, ...told.withoutDate];
  if (told.looks === 0) faults.push('the run never looked for late cases without a next date');
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

  const verdict = await checkCases(pool, workflows, refs, undefined, end);
  faults.push(...verdict.faults.map(({ number, fault, message }) => `${number} ${fault}: ${message}`));
  if (verdict.timers.deadLettered > 0) faults.push(`${verdict.timers.deadLettered} timers were parked`);
  faults.push(...verdict.withoutDate.map(({ number }) => `${number} is late and has no next date`));
  const { rows: late } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM rectification_case c WHERE ${overdueSql('$1::timestamptz', '$2::date')}`,
    [new Date(end), calendar.dayOf(end)],
  );
  if (late[0]!.n === 0) faults.push('no case is late at the end: the run proves nothing about next dates');
  const { rows: done } = await pool.query<{ type: string; n: number }>(
    `SELECT type, count(*)::int AS n FROM case_event WHERE type = ANY($1) GROUP BY 1`,
    [SINCE_2],
  );
  const times = (type: string): number => done.find((row) => row.type === type)?.n ?? 0;
  faults.push(
    ...EXPECTED.filter((type) => times(type) === 0).map(
      (type) => `no ${type} was carried out: the run proves nothing of it`,
    ),
  );
  const { rows: fired } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM case_event WHERE type = 'TIMER'`,
  );
  const lines = [
    `${verdict.cases} cases (${verdict.open} open), ${verdict.events} events, ${fired[0]!.n} of them by the clock, ${verdict.timers.armed} timers armed`,
    `orders: ${rungs.map(({ rung, n }) => `${rung} ${n}`).join(', ')}`,
    `since version 2: ${SINCE_2.map((type) => `${type} ${times(type)}`).join(', ')}`,
    `${late[0]!.n} late at the end; those without a next date looked for at ${told.looks} kills and at the end`,
    `check: ${verdict.faults.length} faults; seal ${verdict.digest}`,
  ];
  return { lines, faults };
}
