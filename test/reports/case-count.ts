/** What one case counts for, told a second way: plain loops over the lines of its history, evening by evening. Knows nothing of facts, deltas or what a
 *  case remembers; where it and the report differ, one of them is wrong. */
import type { Calendar } from '../../src/domain/calendar.js';
import { addDays, type Day } from '../../src/domain/day.js';

export interface Line {
  type: string;
  at: number;
  day: Day;
  /** Parts of the case that the line changed. */
  after: {
    dueOn?: Day | null;
    mode?: string;
    outcome?: string | null;
    leadUnitId?: string | null;
    isKey?: boolean;
    period?: number;
    raisers?: string[];
    rounds?: unknown[];
    origin?: { kind: string; caseId: string; dueOn?: Day | null };
  };
  payload: Record<string, unknown>;
}

export interface History {
  id: string;
  version: number;
  track: 'immediate' | 'standard' | 'staged';
  outside: boolean;
  lines: readonly Line[];
}

export type Figures = Record<string, number>;
/** The figures in total and by unit (null: none). A unit that is charged beside another has its own count; the total has one. */
export interface Counted {
  total: Figures;
  byUnit: Map<string | null, Figures>;
}

/** All that a case has been told of until the evening of a day. */
export interface Told {
  lines: readonly Line[];
  asOf: Day;
  calendar: Calendar;
  history: History;
}

interface Answer {
  day: Day;
  outcome: string;
  satisfaction: string | undefined;
}
interface Round {
  due: Day;
  answers: Map<string, Answer>;
  said: Answer | null;
}
interface Promised {
  day: Day;
  period: number;
  kept: boolean;
}

const DEPARTURES = ['rejected', 'merged', 'withdrawn'];
const WORSE = ['satisfied', 'basicallySatisfied', 'dissatisfied'];
const FAR = { immediate: 6, standard: 30, staged: 120 };
const isUnhappy = ({ outcome, satisfaction }: Answer): boolean =>
  outcome === 'notFixed' || satisfaction === 'dissatisfied';

/** Who held the case when: each assignment and transfer with its unit, and the days on which it was declined. */
function tenures({ lines }: Told): { unit: string; from: Day; to: Day | null; passedOn: boolean; assigned: boolean }[] {
  const found: ReturnType<typeof tenures> = [];
  for (const { type, day, payload } of lines) {
    const last = found.at(-1);
    if (['DECLINE', 'TRANSFER'].includes(type) && last !== undefined && last.to === null) {
      [last.to, last.passedOn] = [day, type === 'TRANSFER'];
    }
    if (!['ASSIGN', 'TRANSFER', 'TAKE_OVER'].includes(type)) continue;
    const from = type === 'TAKE_OVER' ? lines[0]!.day : day;
    const unit = String(payload['leadUnitId']);
    found.push({ unit, from, to: null, passedOn: false, assigned: type !== 'TRANSFER' });
  }
  return found;
}

/** Whom a day is charged to: who held the case at its end, and who passed it on with less than a third of its time left. */
export function chargedFor(told: Told, day: Day, unit: string | null): (string | null)[] {
  // Version 1 knows no holders: whoever leads the case answers for it.
  if (told.history.version === 1) return [unit];
  const held = tenures(told);
  const begun = held.filter(({ from }) => from <= day);
  const start = begun.filter(({ assigned }) => assigned).at(-1)?.from ?? day;
  const given = told.calendar.workingDaysBetween(start, day);
  const units = new Set<string>();
  for (const one of begun) {
    if (one.to === null || one.to > day) units.add(one.unit);
    else if (one.passedOn && 3 * told.calendar.workingDaysBetween(one.to, day) < given) units.add(one.unit);
  }
  if (units.size === 0 && held.length > 0) units.add(held[0]!.unit);
  return units.size === 0 ? [unit] : [...units];
}

/** Every figure of the case on the evening of the day; `resolvedOn` says when it was resolved for the strict rates, its relations looked at. */
export function countCase(told: Told, resolvedOn: Day | null): Counted {
  const { lines, asOf, calendar, history } = told;
  const workingDays = (from: Day, to: Day): number => calendar.workingDaysBetween(from, to);
  const total: Figures = {};
  const byUnit = new Map<string | null, Figures>();
  const add = (name: string, units: readonly (string | null)[], n = 1): void => {
    total[name] = (total[name] ?? 0) + n;
    for (const unit of new Set(units)) {
      const figures = byUnit.get(unit) ?? {};
      byUnit.set(unit, figures);
      figures[name] = (figures[name] ?? 0) + n;
    }
  };
  const signs = new Set<string>();
  const waivedOn: Day[] = [];
  const leftUnsigned = new Set<string>();
  const passedLate = new Set<string>();
  const rounds: Round[] = [];
  const promises: Promised[] = [];
  let raisers: string[] = history.lines[0]!.after.raisers ?? (history.outside ? [history.id] : []);
  let outside = history.outside;
  let dueOn: Day | null = null;
  let mode = 'stopped';
  let outcome: string | null = null;
  let unit: string | null = null;
  let period = 0;
  let parkedOn: Day | null = null;
  let kept = 0;
  let missed: Day | null = null;
  let first: Day | null = null;
  let closed: { day: Day; at: number } | null = null;
  let assigned: { day: Day; at: number; budget: number } | null = null;
  let toSign: number | null = null;
  let signedAt: number | null = null;
  let submittedOn: Day | null = null;
  let declines = 0;
  const ownWords = new Map<string, { round: number; overall: string; raiser: string }>();
  let firstGiven = 0;
  let isEased = false;
  let isKey = false;
  let hasEvidence = false;
  let isTakenOver = false;
  let departedLate = false;
  for (let day = lines[0]!.day; day <= asOf; day = addDays(day, 1)) {
    for (const { type, at, after, payload } of lines.filter((line) => line.day === day)) {
      const wasDue = dueOn;
      // What is over is late from the first moment, also of a part that is given out late and handed back the same day.
      if (wasDue !== null && day > wasDue && outcome === null && mode !== 'paused') missed ??= wasDue;
      const leftNow = mode === 'paused' ? kept : wasDue === null ? 0 : Math.max(0, workingDays(day, wasDue));
      if (['evidence', 'photosBefore', 'photosAfter'].some((key) => ((payload[key] as unknown[]) ?? []).length > 0)) {
        if (['SUBMIT', 'PROGRESS'].includes(type)) hasEvidence = true;
      }
      if (type === 'WAIVE_ORDER') waivedOn.push(day);
      if (type === 'PARK') {
        signs.add('everParked');
        [parkedOn, kept] = [day, leftNow];
        if (leftNow > 0) signs.add('parkedBeforeDue');
      }
      if (type === 'RESUME' && parkedOn === day) signs.add('resumedSameDay');
      if (type === 'GRANT_EXTENSION') {
        signs.add('extended');
        if (wasDue !== null && day > wasDue) signs.add('extendedLate');
        if (wasDue === day) signs.add('extendedOnLastDay');
      }
      if (type === 'RETURN') signs.add('returned');
      if (type === 'RATE_RESULT') {
        const round = Math.max(0, rounds.length - 1);
        const raiser = String(payload['raiserId']);
        ownWords.set(`${round} ${raiser}`, { round, overall: String(payload['overall']), raiser });
      }
      if (type === 'REOPEN') signs.add('reopened');
      if (type === 'SPLIT') signs.add('split');
      if (type === 'CORRECT' || (type === 'ASSIGN' && first !== null && history.version > 1)) {
        const next = typeof payload['isKey'] === 'boolean' ? payload['isKey'] : isKey;
        if (isKey && !next) isEased = true;
      }
      if (after.isKey !== undefined) isKey = after.isKey;
      if (type === 'DECLINE') {
        declines += wasDue !== null && day > wasDue ? 2 : 1;
        [assigned, toSign, signedAt] = [null, null, null];
      }
      if (type === 'TRANSFER') {
        const start = assigned?.day ?? day;
        const given =
          mode === 'paused' ? workingDays(start, parkedOn!) + kept : Math.max(0, workingDays(start, wasDue ?? day));
        if (3 * leftNow < given) passedLate.add(unit!);
        const isUnsigned = toSign !== null && signedAt === null && !isTakenOver;
        if (isUnsigned && calendar.dueDay(calendar.dayOf(toSign!), 1).day < day) leftUnsigned.add(unit!);
        [toSign, signedAt] = [at, null];
      }
      if (type === 'ASSIGN') {
        const milestones = (payload['milestones'] as { dueOn: Day }[] | undefined) ?? [];
        const last = milestones.at(-1)?.dueOn ?? after.dueOn ?? day;
        assigned = { day, at, budget: workingDays(day, last) };
        [toSign, signedAt] = [at, null];
      }
      if (type === 'TAKE_OVER') {
        [assigned, isTakenOver] = [{ day: lines[0]!.day, at: lines[0]!.at, budget: 0 }, true];
        if (after.dueOn != null && day > after.dueOn) missed ??= after.dueOn;
      }
      if (type === 'ACCEPT') signedAt = at;
      if (type === 'SUBMIT') {
        submittedOn = day;
        for (const one of promises) if (one.period === period && one.day >= day) one.kept = true;
      }
      if (type === 'REPLY_ORDER' && typeof payload['promisedOn'] === 'string') {
        promises.push({ day: payload['promisedOn'], period, kept: false });
      }
      if (type === 'JOIN' && history.version > 1 && outcome === null) {
        const grown = [...new Set([...raisers, ...((payload['raisers'] as string[] | undefined) ?? [])])];
        if (grown.length > raisers.length) {
          const round = rounds.at(-1);
          if (outcome === null && mode === 'stopped' && round !== undefined) {
            if (round.answers.size === 0 && round.said !== null && raisers[0] !== undefined && grown.length > 1)
              round.answers.set(raisers[0], round.said);
            round.said = null;
          }
          [raisers, outside] = [grown, true];
        }
      }
      if (type === 'RECORD_VISIT' && payload['outcome'] !== 'unreachable') {
        const round = rounds.at(-1)!;
        const said: Answer = {
          day,
          outcome: String(payload['outcome']),
          satisfaction: payload['satisfaction'] as string | undefined,
        };
        if (raisers.length < 2) round.said = said;
        else {
          round.answers.set(String(payload['raiserId']), said);
          const inOrder = raisers.flatMap((raiser) => round.answers.get(raiser) ?? []);
          round.said = inOrder.find(isUnhappy) ?? (inOrder.length === raisers.length ? said : null);
        }
        if (round.said?.outcome === 'notFixed' && missed !== null && missed < day) signs.add('freshAfterDue');
      }
      const next: Day | null = 'dueOn' in after ? after.dueOn! : dueOn;
      if (first === null && next !== null) {
        first = next;
        if (!isTakenOver && history.version > 1) firstGiven = Math.max(0, workingDays(day, next));
      } else if (first !== null && first === dueOn && type === 'GRANT_EXTENSION' && day < dueOn) first = next;
      // A part that nobody was given is due when the whole was.
      const wholeDue = type === 'GRANT_DEPARTURE' ? (history.lines[0]!.after.origin?.dueOn ?? null) : null;
      const due = dueOn ?? first ?? wholeDue;
      if (['REJECT', 'MERGE', 'WITHDRAW', 'GRANT_DEPARTURE'].includes(type) && due !== null) {
        const near = mode === 'paused' ? kept <= 3 : day > due || workingDays(day, due) <= 3;
        departedLate = missed !== null || near;
      }
      if (after.rounds !== undefined && type === 'PASS') {
        rounds.push({ due: calendar.dueDay(day, 2).day, answers: new Map(), said: null });
      }
      dueOn = next;
      if (after.mode !== undefined) mode = after.mode;
      if (after.period !== undefined) period = after.period;
      if (after.leadUnitId !== undefined) unit = after.leadUnitId;
      if ('outcome' in after) {
        outcome = after.outcome!;
        closed = outcome === null ? null : { day, at };
      }
      if (type === 'REOPEN') [outcome, closed] = [null, null];
    }
    // It is evening: a due day that ends while the case is open and not parked was missed. A part of a late case is given one that is over.
    if (dueOn !== null && dueOn <= day && outcome === null && mode !== 'paused') missed ??= dueOn;
  }

  const isPart = history.lines[0]!.after.origin?.kind === 'split';
  const own = [unit];
  const onDay = (day: Day): (string | null)[] => chargedFor(told, day, unit);
  const heldOn = (day: Day): string | null => {
    if (history.version === 1) return unit;
    const held = tenures(told);
    return (held.filter(({ from }) => from <= day).at(-1) ?? held[0])?.unit ?? null;
  };
  add('collected', own);
  if (outcome !== null) add(outcome, own);
  if (isPart) add('splitOff', own);
  if (!isPart) {
    if (first !== null || !['rejected', 'merged'].includes(outcome ?? '')) add('strict', own);
    if (resolvedOn !== null) add('strictResolved', own);
    if (first !== null && first <= asOf) {
      add('strictDue', onDay(first));
      if (resolvedOn !== null && resolvedOn <= first && missed === null) add('strictOnTime', onDay(first));
    }
  }
  if (departedLate && closed !== null) {
    const day = closed.day;
    add('departedLate', history.version > 1 ? onDay(dueOn !== null && dueOn < day ? dueOn : day) : own);
  }
  if (toSign !== null && !isTakenOver) {
    const signBy = calendar.dueDay(calendar.dayOf(toSign), 1).day;
    const signedOn = signedAt === null ? null : calendar.dayOf(signedAt);
    const inTime = signedOn !== null && signedOn <= signBy;
    if (inTime || signBy <= asOf) add('signDue', own);
    if (inTime) add('signedInTime', own);
    if (signedAt !== null) {
      add('signed', own);
      add('signedMinutes', own, minutesBetween(calendar, toSign, signedAt));
    }
  }
  const broken = new Set<string | null>();
  const due = new Set<string | null>();
  const met = new Set<string | null>();
  for (const promise of promises) {
    const isVoid = !promise.kept && closed !== null && closed.day < promise.day;
    if (promise.day > asOf || isVoid) continue;
    const units = onDay(promise.day);
    add('promiseDue', units);
    for (const one of units) due.add(one);
    if (promise.kept) {
      add('promiseKept', units);
      for (const one of units) met.add(one);
    } else if (promise.day < asOf) for (const one of units) broken.add(one);
  }
  if (due.size > 0) add('promiseDueCases', [...due]);
  if (met.size > 0) add('promiseKeptCases', [...met]);
  if (broken.size > 0) add('promiseBroken', [...broken]);
  if (waivedOn.length > 0) add('leaderWaived', waivedOn.map(heldOn));
  if (waivedOn.length > 1) add('waivedAgain', waivedOn.slice(1).map(heldOn));
  if (leftUnsigned.size > 0) add('leftUnsigned', [...leftUnsigned]);
  if (isEased) add('easedByCorrection', own);
  if (passedLate.size > 0) add('transferredLate', [...passedLate]);
  if (outcome !== null && DEPARTURES.includes(outcome)) return { total, byUnit };

  const parkedInTime = mode === 'paused' && !(dueOn !== null && dueOn <= parkedOn!);
  const fell = missed ?? (dueOn !== null && dueOn <= asOf && !parkedInTime ? dueOn : null);
  if (fell !== null) add('due', onDay(fell));
  if (fell !== null && missed === null && outcome === 'resolved' && closed!.day <= fell)
    add('dueAndClosed', onDay(fell));
  if (mode === 'paused') add('parked', own);
  const isLate = mode === 'running' || (mode === 'held' && submittedOn! > dueOn!);
  if (outcome === null && isLate && dueOn !== null && dueOn < asOf) add('overdue', own);
  for (const round of outside ? rounds : []) {
    const { said } = round;
    if (said !== null || round.due <= asOf) add('visitDue', own);
    if (said === null) continue;
    add('visitAnswered', own);
    if (said.outcome !== 'notFixed') add('visitFixed', own);
    if (said.satisfaction !== undefined) add('visitRated', own);
    if (said.satisfaction !== undefined && said.satisfaction !== 'dissatisfied') add('visitSatisfied', own);
  }
  for (const { round, overall, raiser } of ownWords.values()) {
    add('ownRated', own);
    if (overall !== 'dissatisfied') add('ownSatisfied', own);
    const visited =
      rounds[round]?.answers.get(raiser)?.satisfaction ??
      (raisers.length < 2 ? rounds[round]?.said?.satisfaction : undefined);
    if (visited !== undefined && WORSE.indexOf(overall) > WORSE.indexOf(visited)) signs.add('ratedBelowVisit');
  }
  if (declines > 1) signs.add('declinedAgain');
  if (closed !== null && signs.has('reopened')) signs.add('closedAfterReopening');
  if (Math.max(firstGiven, assigned?.budget ?? 0) > FAR[history.track]) signs.add('dueFarAhead');
  if (closed !== null && closed.at - (assigned?.at ?? 0) < 3_600_000) signs.add('closedWithinHour');
  if (closed !== null && !hasEvidence) signs.add('closedWithoutEvidence');
  signs.delete('split');
  for (const sign of signs) add(sign, own);
  if (closed !== null && assigned !== null) {
    add('closingDays', own);
    add(`closedAfter ${Math.max(0, workingDays(assigned.day, closed.day))}`, own);
  }
  return { total, byUnit };
}

/** Whole minutes of 09:00 to 17:30 of working days, day by day. */
function minutesBetween(calendar: Calendar, from: number, to: number): number {
  let worked = 0;
  for (let day = calendar.dayOf(from); day <= calendar.dayOf(to); day = addDays(day, 1)) {
    if (!calendar.isWorkingDay(day)) continue;
    worked += Math.max(0, Math.min(to, calendar.at(day, 17, 30)) - Math.max(from, calendar.at(day, 9)));
  }
  return Math.floor(worked / 60_000);
}
