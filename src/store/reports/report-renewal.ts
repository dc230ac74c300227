/** Counts anew what was counted by an earlier definition: each case from its history, so that every past day speaks by the present one. */
import type { Pool, PoolClient } from 'pg';
import type { Calendar } from '../../domain/calendar.js';
import type { CaseState, RememberedDays } from '../../domain/case.js';
import { earliest, type Day } from '../../domain/day.js';
import { dimensions, dimensionsOf, MEASURES, caseFacts, type Delta, type Measure } from '../../domain/case-facts.js';
import { daysAfter, deltasAlong, stateThen } from '../../domain/fact-moves.js';
import { LOAD_COLUMNS, stateOfRow, type CaseRow } from '../cases/case-row.js';
import type { ChainedLine } from '../cases/history-line.js';
import { entryOf, linesOf } from '../cases/history.store.js';
import { compactReport } from './report-compaction.js';
import { inTransaction } from '../database/transaction.js';

/** The definition by which this release writes deltas. Raise it when src/domain/case-facts.ts comes to say otherwise of a case that is
 *  stored: 2 counts missed due days for ever, visits to raisers only, and the signs of new due days; 3 counts cases of old ledgers once they
 *  are reopened; 4 counts the strict rates, departures when late and the signing of assignments; 5 counts promises, waivers,
 *  transfers, disputed closings, parts and the minutes to signing, and charges what fell due and what departed late to the units that held the case; 6 counts waivers
 *  given again, what was passed on unsigned, what a correction eased, and a first due day set far ahead whatever a later assignment says; 7 leaves
 *  the first due day where it is when a calendar that was announced is changed. */
export const DEFINITION = 7;

/** Closings keep the working days they were counted with, and short calls are counted from the record of visits. */
const KEPT: readonly Measure[] = ['closingDays', 'shortPhoneVisits'];
/** A case of an old ledger that was reopened is counted under other properties since: then these too. */
const isRenewed = (measure: Measure, { context }: CaseState): boolean =>
  !KEPT.includes(measure) || (context.takenOver && context.relapses > 0);
const PROPERTIES = 'unit_id, office_unit_id, category_id, source, track, meeting_id, collected_on, taken_over, beside';
/** Cases of one transaction: few enough that who works on one of them hardly waits. */
const BATCH = 500;

/** Brings the deltas to this release's definition and answers how many cases were looked at; 0 where they are by it already. What differs is
 *  written as further deltas under the days it belongs to, so nothing is deleted and the rollup goes on being compacted. Goes on where an earlier
 *  call was broken off; several servers take turns. Cases that are worked on meanwhile wait for their batch. */
export async function renewReports(pool: Pool, calendar: Calendar, today: Day, atOnce = BATCH): Promise<number> {
  let renewed = 0;
  for (;;) {
    const cases = await inTransaction(pool, (on) => renewBatch(on, calendar, atOnce));
    if (cases === 0) break;
    renewed += cases;
  }
  if (renewed > 0) await compactReport(pool, today);
  return renewed;
}

async function renewBatch(on: PoolClient, calendar: Calendar, atOnce: number): Promise<number> {
  await on.query('SET LOCAL statement_timeout = 0');
  const state = await on.query<{ definition: number; to: string }>(
    `SELECT definition, coalesce(renewed_to, '00000000-0000-0000-0000-000000000000') AS "to" FROM report_rollup_state WHERE id = 1 FOR UPDATE`,
  );
  const { definition, to } = state.rows[0]!;
  if (definition >= DEFINITION) return 0;
  const { rows } = await on.query<CaseRow>(
    `SELECT ${LOAD_COLUMNS} FROM rectification_case c WHERE c.id > $1 ORDER BY c.id LIMIT $2 FOR UPDATE OF c`,
    [to, atOnce],
  );
  const last = rows.at(-1);
  if (last === undefined) {
    await on.query('UPDATE report_rollup_state SET definition = $1, renewed_to = NULL WHERE id = 1', [DEFINITION]);
    return 0;
  }
  await renewCases(on, calendar, rows);
  await on.query('UPDATE report_rollup_state SET renewed_to = $1 WHERE id = 1', [last.id]);
  return rows.length;
}

async function renewCases(on: PoolClient, calendar: Calendar, rows: readonly CaseRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const histories = new Map<string, ChainedLine[]>(ids.map((id) => [id, []]));
  for (const line of await linesOf(on, ids)) histories.get(line.caseId)!.push(line);
  const recorded = await recordedDeltas(on, ids);
  const wrong: Row[] = [];
  const days: { id: string; overrun: Day | null; first: Day | null }[] = [];
  for (const row of rows) {
    const state = stateOfRow(row);
    const was = (recorded.get(row.id) ?? []).filter(({ measure }) => isRenewed(measure, state));
    const entries = histories.get(row.id)!.map(entryOf);
    if (entries.length === 0) {
      const counted = was.filter(({ measure }) => !KEPT.includes(measure));
      const archived = { ...state, ...firstDueKnown(state, calendar) };
      days.push({ id: row.id, overrun: state.overrunOn ?? null, first: archived.firstDueOn ?? null });
      wrong.push(...differenceOfTotals(archived, calendar, counted));
      continue;
    }
    const remembered = daysAfter(null, entries, calendar);
    const { overrunOn = null, firstDueOn = null } = remembered;
    if (overrunOn !== null || firstDueOn !== null) days.push({ id: row.id, overrun: overrunOn, first: firstDueOn });
    const after = stateThen(state, state.context, remembered);
    const wanted = deltasAlong(null, after, entries, calendar).filter(({ measure }) => isRenewed(measure, state));
    // Nobody is visited before a case of an old ledger is reopened.
    const calls = was
      .filter(({ measure }) => measure === 'shortPhoneVisits')
      .map((one) => ({ ...one, taken_over: false }));
    wrong.push(...difference([...wanted.map(rowOf), ...calls], was));
  }
  await on.query(
    `UPDATE rectification_case c SET overrun_on = r.overrun, first_due_on = r.first
     FROM json_to_recordset($1) AS r (id uuid, overrun date, first date) WHERE c.id = r.id`,
    [JSON.stringify(days)],
  );
  await on.query(
    `UPDATE rectification_case SET taken_over = false WHERE id = ANY($1::uuid[]) AND taken_over AND (context ->> 'relapses')::int > 0`,
    [ids],
  );
  await on.query(
    `INSERT INTO report_delta (day, measure, bucket, delta, case_id, ${PROPERTIES})
     SELECT day, measure, bucket, n, case_id, ${PROPERTIES} FROM json_to_recordset($1) AS r (day date, measure text, bucket int, n smallint,
       case_id uuid, unit_id uuid, office_unit_id uuid, category_id uuid, source text, track text, meeting_id uuid, collected_on date,
       taken_over boolean, beside uuid[])`,
    [JSON.stringify(wrong)],
  );
}

/** A sum of deltas of one day, measure, bucket and set of properties. */
interface Row {
  day: Day;
  measure: Measure;
  bucket: number;
  n: number;
  case_id: string;
  unit_id: string | null;
  office_unit_id: string | null;
  category_id: string | null;
  source: string;
  track: string;
  meeting_id: string | null;
  collected_on: Day;
  taken_over: boolean;
  /** Null for none, as stored. */
  beside: readonly string[] | null;
}

const rowOf = ({ day, measure, bucket, delta, caseId, ...of }: Delta): Row => ({
  day,
  measure,
  bucket,
  n: delta,
  case_id: caseId,
  unit_id: of.unitId,
  office_unit_id: of.officeUnitId,
  category_id: of.categoryId,
  source: of.source,
  track: of.track,
  meeting_id: of.meetingId,
  collected_on: of.collectedOn,
  taken_over: of.takenOver,
  beside: of.beside.length === 0 ? null : of.beside,
});

async function recordedDeltas(on: PoolClient, ids: readonly string[]): Promise<Map<string, Row[]>> {
  const { rows } = await on.query<Row>(
    `SELECT day, measure, bucket, sum(delta)::int AS n, case_id, ${PROPERTIES} FROM report_deltas
     WHERE measure = ANY($1) AND case_id = ANY($2::uuid[]) GROUP BY day, measure, bucket, case_id, ${PROPERTIES} HAVING sum(delta) <> 0
     ORDER BY day`,
    [MEASURES, ids],
  );
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.case_id, [...(found.get(row.case_id) ?? []), row]);
  return found;
}

const underOf = ({ measure, bucket, ...row }: Row): string =>
  [measure, bucket, ...PROPERTIES.split(', ').map((name) => row[name as keyof typeof row])].join('|');

/** What must be added to `was` so that it becomes `wanted`, day by day. */
function difference(
  wanted: readonly Row[],
  was: readonly Row[],
  keyOf = (row: Row) => `${row.day}|${underOf(row)}`,
): Row[] {
  const sums = new Map<string, Row>();
  const add = (row: Row, n: number): void => {
    const found = sums.get(keyOf(row));
    if (found === undefined) sums.set(keyOf(row), { ...row, n });
    else found.n += n;
  };
  for (const row of wanted) add(row, row.n);
  for (const row of was) add(row, -row.n);
  return [...sums.values()].filter(({ n }) => n !== 0);
}

/** Of a case whose history is archived, where it does not remember it: the days it was given from its assignment, and by extensions in time; no
 *  later than a due day it missed. */
function firstDueKnown(state: CaseState, calendar: Calendar): RememberedDays {
  const { startedOn, budget, extensions, breaches } = state.context;
  if (state.firstDueOn !== undefined || startedOn === null || budget === null) return {};
  const given = calendar.dueDay(startedOn, budget).day;
  const extended = extensions.reduce(
    (day, { from, to, grantedOn }) => (from === day && grantedOn! < day ? (to ?? day) : day),
    given,
  );
  return { firstDueOn: earliest(extended, breaches[0]?.dueOn, state.overrunOn)! };
}

/** Of a case whose history is archived only what it came to is known: what is missing holds from its own day, what is too much goes from
 *  the first day it was counted on. */
function differenceOfTotals(state: CaseState, calendar: Calendar, was: readonly Row[]): Row[] {
  const own = dimensions(state);
  const wanted = caseFacts(state, calendar)
    .filter(({ measure }) => !KEPT.includes(measure))
    .map((fact) =>
      rowOf({
        day: fact.from,
        measure: fact.measure,
        bucket: fact.bucket,
        delta: 1,
        caseId: state.id,
        ...dimensionsOf(fact, own),
        beside: fact.charge?.beside ?? [],
      }),
    );
  return difference(wanted, was, underOf);
}
