/** Proves reports: counts every case anew, from what it is or from its history up to a day, and holds it against the deltas. */
import type { Pool } from 'pg';
import type { Calendar } from '../../domain/calendar.js';
import type { CaseState } from '../../domain/case.js';
import { addDays, type Day } from '../../domain/day.js';
import { dimensions, dimensionsOf, MEASURES, caseFacts, COUNTED_ONCE, type Fact } from '../../domain/case-facts.js';
import { daysAfter, SHORT_CALL_SECONDS, stateThen } from '../../domain/fact-moves.js';
import { replay } from '../../engine/decide.js';
import { archivedHistories } from '../archive/archived-histories.js';
import type { ArchiveFolder } from '../archive/archive-folder.js';
import { archivedRows } from '../archive/archive.store.js';
import type { Connection } from '../cases/case.store.js';
import { LOAD_COLUMNS, stateOfRow, type CaseRow } from '../cases/case-row.js';
import type { ChainedLine } from '../cases/history-line.js';
import { entryOf, linesOf } from '../cases/history.store.js';
import { SPLITS } from '../../domain/words.js';
import type { ReportQuestion } from '../reports/report-question.js';
import { ReportStore, type ReportSums } from '../reports/report.store.js';
import { rollupFaults } from './rollup-check.js';

/** A figure of a case that the deltas give otherwise than the case itself. */
export interface ReportDifference {
  caseId: string;
  /** `measure|bucket|dimensions|beside`. */
  figure: string;
  recorded: number;
  recounted: number;
}

export interface Recount {
  asOf: Day;
  cases: number;
  /** Facts counted over all cases. */
  facts: number;
  /** Archived cases that could not be counted from history, since their files were not given. */
  unread: number;
  /** How many figures differ; `differences` names the first 50. */
  differing: number;
  differences: ReportDifference[];
}

const BATCH = 500;

/** Recounts all cases as of a day. `from` says what from: `standing`, the cases as they are (right only for a day not
 *  before the last change of a case), or `history`, replayed up to and including the day. Working days to closing and
 *  minutes to signing are counted but not compared: they stay as they were on that day, even when a year's calendar is loaded later.
 *  Archived histories are read from `folder`; without it those cases are left out of a count from history. */
export async function recount(
  pool: Connection,
  calendar: Calendar,
  asOf: Day,
  from: 'standing' | 'history',
  folder?: ArchiveFolder,
): Promise<Recount> {
  const found: Recount = { asOf, cases: 0, facts: 0, unread: 0, differing: 0, differences: [] };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await pool.query<CaseRow>(
      `SELECT ${LOAD_COLUMNS} FROM rectification_case c WHERE c.id > $1 ORDER BY c.id LIMIT ${BATCH}`,
      [after],
    );
    if (rows.length === 0) break;
    after = rows.at(-1)!.id;
    if (from === 'standing') {
      await countCases(found, pool, calendar, rows, new Map(rows.map((row) => [row.id, stateOfRow(row)])));
      continue;
    }
    const ids = rows.map(({ id }) => id);
    const lines = await linesOf(pool, ids);
    const archived = await archivedRows(pool, ids);
    const here = rows.filter(({ id }) => !archived.has(id));
    found.unread += archived.size;
    await countCases(found, pool, calendar, here, statesAsOf(calendar, here, lines, asOf));
  }
  if (from === 'standing' || folder === undefined) return found;
  for await (const histories of archivedHistories(pool, folder)) {
    const { rows } = await pool.query<CaseRow>(
      `SELECT ${LOAD_COLUMNS} FROM rectification_case c WHERE c.id = ANY($1::uuid[])`,
      [histories.map(({ caseId }) => caseId)],
    );
    const lines = histories.flatMap((history) => history.lines);
    found.unread -= rows.length;
    await countCases(found, pool, calendar, rows, statesAsOf(calendar, rows, lines, asOf));
  }
  return found;
}

/** Counts these cases as they stood, and holds each against its deltas. */
async function countCases(
  found: Recount,
  pool: Connection,
  calendar: Calendar,
  rows: readonly CaseRow[],
  states: ReadonlyMap<string, CaseState>,
): Promise<void> {
  const { asOf } = found;
  const ids = rows.map(({ id }) => id);
  const recorded = await recordedSums(pool, ids, asOf);
  const calls = await shortCalls(pool, calendar, ids, asOf);
  for (const id of ids) {
    const state = states.get(id);
    const counted =
      state === undefined ? new Map<string, number>() : factsOf(state, calendar, asOf, calls.get(id) ?? 0);
    compare(found, id, recorded.get(id) ?? new Map(), counted);
    found.cases += 1;
  }
}

/** The recount of today from the cases, of yesterday and of `days` from history, and the rows and splits in which
 *  the rollup differs from the deltas it was made of. Nothing differs where `differing` is 0 everywhere and `rollup` is empty. */
export async function verifyReports(
  pool: Pool,
  calendar: Calendar,
  units: readonly string[],
  now: number,
  days: readonly Day[] = [],
  folder?: ArchiveFolder,
): Promise<{ recounts: Recount[]; rollup: string[] }> {
  const today = calendar.dayOf(now);
  const recounts = [await recount(pool, calendar, '9999-12-31', 'standing')];
  const past = [addDays(today, -1), ...days];
  for (const day of past) recounts.push(await recount(pool, calendar, day, 'history', folder));
  const store = new ReportStore({ pool, reportPool: pool });
  const rollup = await rollupFaults(pool);
  for (const asOf of [today, ...past]) {
    for (const by of SPLITS) {
      const scope = { offices: units, units };
      const question: ReportQuestion = { asOf, from: null, to: null, by, scope, unitIds: null, takenOver: 'include' };
      const [replayed, plain] = [await store.sums(question), await store.sums(question, true)];
      if (sorted(replayed) !== sorted(plain)) rollup.push(`${by} ${asOf}`);
    }
  }
  return { recounts, rollup };
}

function sorted({ groups, doubled, units, closings }: ReportSums): string {
  const byDays = new Map<string, number>();
  for (const { key, closings: pairs } of closings) {
    for (const [days, n] of pairs) byDays.set(`${key} ${days}`, (byDays.get(`${key} ${days}`) ?? 0) + n);
  }
  const lines = [
    ...[...groups, ...units].filter(({ sums }) => Object.keys(sums).length > 0),
    ...[...byDays].filter(([, n]) => n !== 0),
    doubled,
  ];
  return lines
    .map((line) => JSON.stringify(line))
    .sort()
    .join('\n');
}

function statesAsOf(
  calendar: Calendar,
  rows: readonly CaseRow[],
  lines: readonly ChainedLine[],
  asOf: Day,
): Map<string, CaseState> {
  const now = rows.map(stateOfRow);
  const until = new Map<string, ChainedLine[]>(now.map(({ id }) => [id, []]));
  for (const line of lines) if (calendar.dayOf(line.at) <= asOf) until.get(line.caseId)?.push(line);
  const states = new Map<string, CaseState>();
  for (const state of now) {
    const entries = until.get(state.id)!.map(entryOf);
    const replayed = replay(entries);
    if (replayed === undefined) continue;
    // A row taken over from a ledger counts as such from its first day.
    const { takenOver } = state.context;
    const context = { ...replayed.context, takenOver };
    const then = stateThen(state, context, daysAfter(null, entries, calendar));
    states.set(state.id, { ...then, value: replayed.value });
  }
  return states;
}

/** How many telephone visits under a minute each case had had by the end of the day: what the record of visits says. */
async function shortCalls(
  pool: Connection,
  calendar: Calendar,
  ids: string[],
  asOf: Day,
): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ case_id: string; at: Date }>(
    `SELECT case_id, at FROM visit WHERE case_id = ANY($1::uuid[]) AND method = 'phone' AND duration_seconds < $2`,
    [ids, SHORT_CALL_SECONDS],
  );
  const found = new Map<string, number>();
  for (const { case_id: id, at } of rows) {
    if (calendar.dayOf(at.getTime()) <= asOf) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

/** What the case counts for, `calls` being its telephone visits under a minute. */
function factsOf(state: CaseState, calendar: Calendar, asOf: Day, calls: number): Map<string, number> {
  const own = dimensions(state);
  const under = (fact: Pick<Fact, 'measure' | 'charge'>): string =>
    [...Object.values(dimensionsOf(fact, own)), (fact.charge?.beside ?? []).join()].join('|');
  const facts = caseFacts(state, calendar).filter(({ from }) => from <= asOf);
  const keys = facts.map((fact) => keyOf(fact.measure, fact.bucket, under(fact)));
  for (let nth = 1; nth <= calls; nth++)
    keys.push(keyOf('shortPhoneVisits', nth, under({ measure: 'shortPhoneVisits' })));
  return new Map(keys.map((key) => [key, 1]));
}

const ONCE: ReadonlySet<string> = new Set(COUNTED_ONCE);
const keyOf = (measure: string, bucket: number, under: string): string =>
  `${measure}|${ONCE.has(measure) ? 0 : bucket}|${under}`;

async function recordedSums(pool: Connection, ids: string[], asOf: Day): Promise<Map<string, Map<string, number>>> {
  // The measures are named so that the key (measure, case) leads to the rows.
  const { rows } = await pool.query<
    { case_id: string; measure: string; bucket: number; sum: number } & Record<string, unknown>
  >(
    `SELECT case_id, measure, bucket, unit_id, office_unit_id, category_id, source, track, meeting_id, collected_on, taken_over,
       array_to_string(beside, ',') AS beside, sum(delta)::int AS sum
     FROM report_deltas WHERE measure = ANY($1) AND case_id = ANY($2::uuid[]) AND day <= $3
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 HAVING sum(delta) <> 0`,
    [[...MEASURES], ids, asOf],
  );
  const sums = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const own = sums.get(row.case_id) ?? new Map<string, number>();
    sums.set(row.case_id, own);
    const names = [
      'unit_id',
      'office_unit_id',
      'category_id',
      'source',
      'track',
      'meeting_id',
      'collected_on',
      'taken_over',
      'beside',
    ];
    const key = keyOf(row.measure, row.bucket, names.map((name) => row[name]).join('|'));
    own.set(key, (own.get(key) ?? 0) + row.sum);
  }
  return sums;
}

function compare(found: Recount, caseId: string, recorded: Map<string, number>, counted: Map<string, number>): void {
  found.facts += counted.size;
  for (const figure of new Set([...recorded.keys(), ...counted.keys()])) {
    const [was, is] = [recorded.get(figure) ?? 0, counted.get(figure) ?? 0];
    if (was === is) continue;
    found.differing += 1;
    if (found.differences.length < 50) found.differences.push({ caseId, figure, recorded: was, recounted: is });
  }
}
