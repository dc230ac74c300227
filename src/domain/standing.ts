/** What a case counts for in reports: facts with the day from which each holds, and the deltas between two standings. */
import type { Calendar } from './calendar.js';
import { freshContext, type CaseContext, type CaseState } from './case.js';
import { addDays, type Day } from './day.js';

export const MEASURES = [
  'collected',
  'rejected',
  'merged',
  'withdrawn',
  'resolved',
  'unverified',
  'due',
  'dueAndClosed',
  'parked',
  'overdue',
  'returned',
  'extended',
  'reopened',
  'visitDue',
  'visitAnswered',
  'visitFixed',
  'visitRated',
  'visitSatisfied',
  'shortPhoneVisits',
  'closingDays',
  'closedWithinHour',
  'closedWithoutEvidence',
  'extendedOnLastDay',
] as const;
export type Measure = (typeof MEASURES)[number];

/** The dimensions a figure may be split by. */
export interface Dimensions {
  unitId: string | null;
  /** The office that owns the case: it sees the case before any unit leads it. */
  officeUnitId: string | null;
  categoryId: string | null;
  source: string;
  track: string;
  meetingId: string | null;
  collectedOn: Day;
  takenOver: boolean;
}

/** `bucket` tells several of one measure apart. For visits it numbers those of one case and measure, 1, 2, …, so that the
 *  sum over bucket 1 counts cases and the sum over all buckets visits; for closingDays it is the working days. */
export interface Fact {
  measure: Measure;
  bucket: number;
  from: Day;
}

export interface Delta extends Dimensions {
  caseId: string;
  day: Day;
  measure: Measure;
  bucket: number;
  delta: 1 | -1;
}

/** The dimensions under which a case is counted. */
export function dimensions(state: CaseState): Dimensions {
  const { context, facts } = state;
  return {
    unitId: context.leadUnitId,
    officeUnitId: context.officeUnitId,
    categoryId: context.categoryId,
    source: facts.source,
    track: facts.track,
    meetingId: facts.meetingId,
    collectedOn: facts.collectedOn,
    takenOver: context.takenOver,
  };
}

/** Every fact of a case. A due day that lies ahead is a fact from that day on, so a report needs no clock of its own. */
export function standing(state: CaseState, calendar: Calendar): Fact[] {
  const { context } = state;
  const facts: Fact[] = [{ measure: 'collected', bucket: 0, from: state.facts.collectedOn }];
  const say = (measure: Measure, from: Day | null | undefined, bucket = 0): void => {
    if (from != null) facts.push({ measure, bucket, from });
  };
  const { outcome, closedOn, dueOn } = context;
  if (outcome !== null) say(outcome, closedOn);
  const adopted = outcome === null || outcome === 'resolved' || outcome === 'unverified';
  if (!adopted) return facts;
  const pause = context.mode === 'paused' ? context.pauses.at(-1) : undefined;
  // Parked in time, nothing is due; parked when the day had come, it stays due: parking washes no lateness off.
  if (pause === undefined || (dueOn !== null && dueOn <= pause.from)) say('due', dueOn);
  if (outcome === 'resolved' && closedOn !== null && dueOn !== null && closedOn <= dueOn) say('dueAndClosed', dueOn);
  say('parked', pause?.from);
  const lateNow = context.mode === 'running' || (context.mode === 'held' && context.submittedInTime === false);
  if (outcome === null && lateNow && dueOn !== null) say('overdue', addDays(dueOn, 1));
  say('returned', context.lastReturnOn);
  say('extended', context.extensions[0]?.grantedOn);
  say('reopened', context.reopenedOn);
  const seen = new Map<Measure, number>();
  const sayNext = (measure: Measure, from: Day | null): void => {
    const bucket = (seen.get(measure) ?? 0) + 1;
    seen.set(measure, bucket);
    say(measure, from, bucket);
  };
  for (const { answeredOn, dueOn: visitDueOn, outcome: found, satisfaction } of context.rounds) {
    sayNext('visitDue', answeredOn !== null && answeredOn < visitDueOn ? answeredOn : visitDueOn);
    if (answeredOn === null) continue;
    sayNext('visitAnswered', answeredOn);
    if (found === 'fixed' || found === 'mannerComplaint') sayNext('visitFixed', answeredOn);
    if (satisfaction !== null) sayNext('visitRated', answeredOn);
    if (satisfaction !== null && satisfaction !== 'dissatisfied') sayNext('visitSatisfied', answeredOn);
  }
  const lastDay = context.extensions.find((extension) => extension.grantedOn === extension.from);
  say('extendedOnLastDay', lastDay?.grantedOn);
  if (closedOn !== null && context.startedOn !== null) {
    say('closingDays', closedOn, Math.max(0, calendar.workingDaysBetween(context.startedOn, closedOn)));
  }
  if (closedOn !== null && !context.takenOver) {
    if (context.closedAt! - (context.assignedAt ?? 0) < 3_600_000) say('closedWithinHour', closedOn);
    if (!context.hasEvidence) say('closedWithoutEvidence', closedOn);
  }
  return facts;
}

/** The parts of the context that dimensions and facts are made of: an event that leaves them alone moves no figure. */
const COUNTED: ReadonlySet<string> = new Set<keyof CaseContext>([
  'leadUnitId',
  'officeUnitId',
  'categoryId',
  'takenOver',
  'outcome',
  'closedOn',
  'closedAt',
  'dueOn',
  'mode',
  'pauses',
  'submittedInTime',
  'lastReturnOn',
  'extensions',
  'reopenedOn',
  'rounds',
  'startedOn',
  'assignedAt',
  'hasEvidence',
]);

/** What `deltasAlong` and `shortCallMoves` look at in a line of history. */
export interface CountedEvent {
  at: number;
  after: { context?: Partial<CaseContext> };
  effects: readonly { kind: string; method?: string; durationSeconds?: number | null }[];
}

/** A telephone visit shorter than this many seconds is a sign of gaming. */
export const SHORT_CALL_SECONDS = 60;
const isShortCall = ({ kind, method, durationSeconds = null }: CountedEvent['effects'][number]): boolean =>
  kind === 'visit' && method === 'phone' && durationSeconds !== null && durationSeconds < SHORT_CALL_SECONDS;

/** The deltas of a decision, day by day: what happened on one day stands under that day, also when events of several
 *  days are written together (an imported row, timers caught up with). `before` is null for a case just collected. */
export function deltasAlong(
  before: CaseState | null,
  after: CaseState,
  events: readonly CountedEvent[],
  calendar: Calendar,
): Delta[] {
  const counts = ({ after: changed }: CountedEvent): boolean =>
    Object.keys(changed.context ?? {}).some((key) => COUNTED.has(key));
  if (before !== null && !events.some(counts)) return [];
  return dayByDay(before, after, events, calendar).flatMap(({ was, is, today }) => deltas(was, is, calendar, today));
}

/** How the telephone visits under a minute of a case move on a day: one was `made`, or as many as there were have `left` one set of
 *  properties, or have `come` under another. How many there are the context does not tell, since it does not keep them. */
export interface ShortCallMove extends Dimensions {
  day: Day;
  what: 'made' | 'left' | 'come';
}

/** The moves of a decision, in their order; a case without visits has none. */
export function shortCallMoves(
  before: CaseState | null,
  after: CaseState,
  events: readonly CountedEvent[],
  calendar: Calendar,
): ShortCallMove[] {
  const made = events.some(({ effects }) => effects.some(isShortCall));
  if (!made && (before === null || before.context.rounds.length === 0)) return [];
  const moves: ShortCallMove[] = [];
  for (const { was, is, today: day, of } of dayByDay(before, after, events, calendar)) {
    const come = dimensions(is);
    const left = was === null ? come : dimensions(was);
    const names = Object.keys(come) as (keyof Dimensions)[];
    if (names.some((name) => left[name] !== come[name])) {
      moves.push({ day, what: 'left', ...left }, { day, what: 'come', ...come });
    }
    const calls = of.flatMap(({ effects }) => effects.filter(isShortCall));
    for (const _ of calls) moves.push({ day, what: 'made', ...come });
  }
  return moves;
}

interface DayOfEvents {
  today: Day;
  /** The case before the day, null where it was collected on it, and after it. */
  was: CaseState | null;
  is: CaseState;
  of: CountedEvent[];
}

function dayByDay(
  before: CaseState | null,
  after: CaseState,
  events: readonly CountedEvent[],
  calendar: Calendar,
): DayOfEvents[] {
  const days: DayOfEvents[] = [];
  let was = before;
  let of: CountedEvent[] = [];
  let context = before?.context ?? freshContext({});
  events.forEach((event, at) => {
    context = { ...context, ...event.after.context };
    of.push(event);
    const today = calendar.dayOf(event.at);
    const next = events[at + 1];
    if (next !== undefined && calendar.dayOf(next.at) === today) return;
    // A row taken over from a ledger is one from its first day, not from the line that says so.
    const { takenOver } = before === null ? after.context : context;
    const is = next === undefined ? after : { ...after, context: { ...context, takenOver } };
    days.push({ today, was, is, of });
    [was, of] = [is, []];
  });
  return days;
}

/** The deltas that lead from one standing to the next on the day `today`. A fact never reaches back before `today`, so
 *  what a report gave for a past day it gives for ever; one that lies ahead is taken back on its own day. */
export function deltas(before: CaseState | null, after: CaseState, calendar: Calendar, today: Day): Delta[] {
  const sums = new Map<string, { sum: number; of: Omit<Delta, 'delta'> }>();
  const move = (state: CaseState | null, by: 1 | -1): void => {
    if (state === null) return;
    const dims = dimensions(state);
    const under = Object.values(dims).join('|');
    for (const { measure, bucket, from } of standing(state, calendar)) {
      const day = from > today ? from : today;
      const key = `${measure}|${bucket}|${day}|${under}`;
      const found = sums.get(key);
      if (found === undefined) sums.set(key, { sum: by, of: { caseId: after.id, day, measure, bucket, ...dims } });
      else found.sum += by;
    }
  };
  move(before, -1);
  move(after, 1);
  return [...sums.values()].flatMap(({ sum, of }) => (sum === 0 ? [] : [{ ...of, delta: sum > 0 ? 1 : -1 }]));
}
