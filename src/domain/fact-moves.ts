/** How what a case counts for moves with its events: the deltas of a decision, day by day. */
import type { Calendar } from './calendar.js';
import { freshContext, type CaseContext, type CaseState, type RememberedDays } from './case.js';
import type { Day } from './day.js';
import { firstDueAfter } from './first-due.js';
import { overrunBy, type DueDay } from './new-days.js';
import { dimensions, dimensionsOf, caseFacts, type Delta, type Dimensions } from './case-facts.js';
import { isSameSigning } from './signing-facts.js';

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
  'raisedOutside',
  'startedOn',
  'assignedAt',
  'acceptedAt',
  'hasEvidence',
  'breaches',
  'declines',
  'relapses',
  'budget',
  'holders',
  'promises',
  'waivers',
  'departed',
  'parts',
  'fates',
  'heard',
  'eased',
]);

/** What `deltasAlong` and `shortCallMoves` look at in a line of history. */
export interface CountedEvent {
  type: string;
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
  const counts = ({ type, after: changed }: CountedEvent): boolean =>
    type === 'WAIVE_ORDER' || Object.keys(changed.context ?? {}).some((key) => COUNTED.has(key));
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

/** The case as it was with this context, its remembered days being these. */
export function stateThen(after: CaseState, context: CaseContext, days: RememberedDays): CaseState {
  const { overrunOn: _overrun, firstDueOn: _first, ...rest } = after;
  return { ...rest, context, ...days };
}

/** The days that reports remember once these events are done: the first that was overrun (new-days.ts), and the first of all (first-due.ts). */
export function daysAfter(
  before: CaseState | null,
  events: readonly Pick<CountedEvent, 'type' | 'at' | 'after'>[],
  calendar: Calendar,
): RememberedDays {
  let { overrunOn, firstDueOn }: RememberedDays = before ?? {};
  let { dueOn, mode, closedOn, dueProvisional }: DueDay & Pick<CaseContext, 'dueProvisional'> =
    before?.context ?? freshContext({});
  for (const event of events) {
    const changed = event.after.context ?? {};
    if (changed.dueOn !== undefined) {
      overrunOn ??= overrunBy({ dueOn, mode, closedOn }, changed.dueOn, event.at, calendar);
      const step = { ...event, today: calendar.dayOf(event.at), wasProvisional: dueProvisional };
      firstDueOn = firstDueAfter(firstDueOn, dueOn, changed.dueOn, step);
    }
    ({ dueOn = dueOn, mode = mode, closedOn = closedOn, dueProvisional = dueProvisional } = changed);
  }
  return { ...(overrunOn === undefined ? {} : { overrunOn }), ...(firstDueOn === undefined ? {} : { firstDueOn }) };
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
    const is =
      next === undefined
        ? after
        : stateThen(after, { ...context, takenOver }, daysAfter(before, events.slice(0, at + 1), calendar));
    days.push({ today, was, is, of });
    [was, of] = [is, []];
  });
  return days;
}

const NONE: readonly string[] = [];

/** A case with the properties it is counted under. */
interface Counting {
  state: CaseState;
  own: Dimensions;
  key: string;
}
function counting(state: CaseState): Counting {
  const own = dimensions(state);
  return { state, own, key: Object.values(own).join('|') };
}

/** The deltas that lead from one standing to the next on the day `today`. A fact never reaches back before `today`, so
 *  what a report gave for a past day it gives for ever; one that lies ahead is taken back on its own day. */
export function deltas(before: CaseState | null, after: CaseState, calendar: Calendar, today: Day): Delta[] {
  const sums = new Map<string, Omit<Delta, 'delta'> & { delta: number }>();
  const was = before === null ? null : counting(before);
  const is = counting(after);
  const signing = before === null || was?.key !== is.key || !isSameSigning(before, after);
  const move = ({ state, own, key: ownKey }: Counting, by: 1 | -1): void => {
    for (const fact of caseFacts(state, calendar, signing)) {
      const { measure, bucket, from, charge } = fact;
      const day = from > today ? from : today;
      const dims = dimensionsOf(fact, own);
      const under = dims === own ? ownKey : Object.values(dims).join('|');
      const beside = charge?.beside ?? NONE;
      const key = `${measure}|${bucket}|${day}|${under}|${beside.join()}`;
      const found = sums.get(key);
      if (found === undefined) sums.set(key, { caseId: after.id, day, measure, bucket, delta: by, ...dims, beside });
      else found.delta += by;
    }
  };
  if (was !== null) move(was, -1);
  move(is, 1);
  const moved = [...sums.values()].filter(({ delta }) => delta !== 0);
  for (const each of moved) each.delta = Math.sign(each.delta);
  return moved as Delta[];
}
