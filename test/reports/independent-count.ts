/** The figures counted a second way: each case is looked at on the evening of every day, from the lines of its history alone. Knows nothing
 *  of facts, deltas or remembered due days; where it and the report differ, one of them is wrong. */
import type { Pool } from 'pg';
import type { Day } from '../../src/domain/day.js';
import { calendar } from '../support/engine.js';
import { daysFrom } from './simulated-office.js';

interface Line {
  type: string;
  day: Day;
  /** Parts of the case that the line changed. */
  after: { dueOn?: Day | null; mode?: string; outcome?: string | null; leadUnitId?: string | null };
  payload: Record<string, unknown>;
}

export type Figures = Record<string, number>;
type Evening = { dueOn: Day | null; mode: string; outcome: string | null; unit: string | null; parkedOn: Day | null };

/** Every figure by lead unit (null: none) and in total, as they stand on the evening of `asOf`; without rows of old ledgers that
 *  nobody has reopened. */
export async function independentCount(pool: Pool, asOf: Day): Promise<Map<string | null, Figures>> {
  const { rows } = await pool.query<{ id: string; outside: boolean; lines: (Line & { at: number })[] }>(
    `SELECT c.id, c.raised_outside AS outside, json_agg(json_build_object('type', e.type, 'at', extract(epoch FROM e.at) * 1000,
       'after', coalesce(e.body -> 'after' -> 'context', '{}'), 'payload', e.body -> 'payload') ORDER BY e.seq) AS lines
     FROM rectification_case c JOIN case_event e ON e.case_id = c.id GROUP BY c.id`,
  );
  const found = new Map<string | null, Figures>();
  for (const { outside, lines } of rows) {
    const until = lines.map((line) => ({ ...line, day: calendar.dayOf(line.at) })).filter(({ day }) => day <= asOf);
    const has = (type: string): boolean => until.some((line) => line.type === type);
    if (until.length === 0 || (lines.some(({ type }) => type === 'TAKE_OVER') && !has('REOPEN'))) continue;
    const { unit, figures } = ofCase(until, asOf, outside);
    for (const key of [unit, 'total']) {
      const sums = found.get(key) ?? {};
      found.set(key, sums);
      for (const [name, n] of Object.entries(figures)) sums[name] = (sums[name] ?? 0) + n;
    }
  }
  return found;
}

function ofCase(lines: readonly Line[], asOf: Day, outside: boolean): { unit: string | null; figures: Figures } {
  const at: Evening = { dueOn: null, mode: 'stopped', outcome: null, unit: null, parkedOn: null };
  const signs: Figures = {};
  const visits: Figures = {};
  let [missed, closedOn, passedOn, declines, reopened] = [
    null as Day | null,
    null as Day | null,
    null as Day | null,
    0,
    false,
  ];
  const add = (of: Figures, name: string): void => {
    of[name] = (of[name] ?? 0) + 1;
  };
  const visitDue = (day: Day): void => {
    if (outside && passedOn !== null && calendar.dueDay(passedOn, 2).day <= day) add(visits, 'visitDue');
    passedOn = null;
  };
  for (const day of daysFrom(lines[0]!.day, asOf)) {
    for (const { type, after, payload } of lines.filter((line) => line.day === day)) {
      const wasDue = at.dueOn;
      if (type === 'PARK') {
        [signs['everParked'], at.parkedOn] = [1, day];
        if (wasDue !== null && calendar.workingDaysBetween(day, wasDue) > 0) signs['parkedBeforeDue'] = 1;
      }
      if (type === 'RESUME' && at.parkedOn === day) signs['resumedSameDay'] = 1;
      if (type === 'GRANT_EXTENSION' && wasDue !== null && day > wasDue) signs['extendedLate'] = 1;
      if (type === 'DECLINE') declines += wasDue !== null && day > wasDue ? 2 : 1;
      if (type === 'REOPEN') reopened = true;
      if (type === 'PASS') {
        // A visit that nobody answered, before the case was reopened, was due all the same.
        visitDue(asOf);
        passedOn = day;
      }
      if (type === 'RECORD_VISIT' && payload['outcome'] !== 'unreachable') {
        if (payload['outcome'] === 'notFixed' && missed !== null) signs['freshAfterDue'] = 1;
        if (outside) {
          for (const name of ['visitDue', 'visitAnswered']) add(visits, name);
          if (payload['outcome'] !== 'notFixed') add(visits, 'visitFixed');
          if (payload['satisfaction'] !== undefined) add(visits, 'visitRated');
          if (
            String(payload['satisfaction'] ?? 'dis').endsWith('atisfied') &&
            payload['satisfaction'] !== 'dissatisfied'
          )
            add(visits, 'visitSatisfied');
        }
        passedOn = null;
      }
      if ('dueOn' in after) at.dueOn = after.dueOn!;
      if (after.mode !== undefined) at.mode = after.mode;
      if ('leadUnitId' in after) at.unit = after.leadUnitId!;
      if ('outcome' in after) {
        at.outcome = after.outcome!;
        closedOn = at.outcome === null ? null : day;
      }
      // What an old ledger says was closed late was late.
      if (type === 'TAKE_OVER' && at.dueOn !== null && day > at.dueOn) missed ??= at.dueOn;
      // An unsolved or reopened case is open again, whatever the line leaves unsaid.
      if (type === 'REOPEN') [at.outcome, closedOn] = [null, null];
    }
    // It is evening: a due day that ends while the case is open and not parked was missed.
    if (at.dueOn === day && at.outcome === null && at.mode !== 'paused') missed ??= day;
  }
  const figures: Figures = { collected: 1, ...strictly(lines, asOf, missed) };
  if (at.outcome !== null) figures[at.outcome] = 1;
  if (at.outcome !== null && ['rejected', 'merged', 'withdrawn'].includes(at.outcome))
    return { unit: at.unit, figures };
  visitDue(asOf);
  const parkedInTime = at.mode === 'paused' && !(at.dueOn !== null && at.dueOn <= at.parkedOn!);
  const isDue = missed !== null || (at.dueOn !== null && at.dueOn <= asOf && !parkedInTime);
  if (isDue) figures['due'] = 1;
  if (isDue && missed === null && at.outcome === 'resolved') figures['dueAndClosed'] = 1;
  if (declines > 1) signs['declinedAgain'] = 1;
  if (reopened && closedOn !== null) signs['closedAfterReopening'] = 1;
  return { unit: at.unit, figures: { ...figures, ...visits, ...signs } };
}

/** What counts whatever becomes of the case: read line by line, the first due day as the rule has it. */
function strictly(lines: readonly Line[], asOf: Day, missed: Day | null): Figures {
  const of: Figures = {};
  let [first, dueOn, outcome, closedOn] = [
    null as Day | null,
    null as Day | null,
    null as string | null,
    null as Day | null,
  ];
  let [assignedOn, signedOn, departedLate] = [null as Day | null, null as Day | null, false];
  for (const { type, day, after } of lines) {
    const next = 'dueOn' in after ? after.dueOn! : dueOn;
    if (first === null) first = next;
    else if (first === dueOn && ((type === 'GRANT_EXTENSION' && day < dueOn) || type === 'RECOMPUTE_DUE')) first = next;
    dueOn = next;
    if (type === 'ASSIGN') [assignedOn, signedOn] = [day, null];
    if (type === 'ACCEPT') signedOn = day;
    if (type === 'DECLINE') assignedOn = null;
    if ('outcome' in after) [outcome, closedOn] = [after.outcome!, after.outcome === null ? null : day];
    if (type === 'REOPEN') [outcome, closedOn] = [null, null];
    if (['REJECT', 'MERGE', 'WITHDRAW'].includes(type) && first !== null) {
      const due = dueOn ?? first;
      departedLate = missed !== null || day > due || calendar.workingDaysBetween(day, due) <= 3;
    }
  }
  if (first !== null || !['rejected', 'merged'].includes(outcome ?? '')) of['strict'] = 1;
  if (outcome === 'resolved') of['strictResolved'] = 1;
  if (first !== null && first <= asOf) {
    of['strictDue'] = 1;
    if (outcome === 'resolved' && closedOn! <= first && missed === null) of['strictOnTime'] = 1;
  }
  if (departedLate) of['departedLate'] = 1;
  if (assignedOn !== null && !lines.some(({ type }) => type === 'TAKE_OVER')) {
    const signBy = calendar.dueDay(assignedOn, 1).day;
    const inTime = signedOn !== null && signedOn <= signBy;
    if (inTime || signBy <= asOf) of['signDue'] = 1;
    if (inTime) of['signedInTime'] = 1;
  }
  return of;
}
