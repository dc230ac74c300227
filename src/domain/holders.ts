/** Who held a case: the clock account by unit, and which units a due day and what else happened to it are charged to. */
import type { Calendar } from './calendar.js';
import type { CaseContext } from './case.js';
import type { Holder } from './case-since-2.js';
import { earliest, latest, type Day } from './day.js';

/** A line of the account by holder. */
export interface HeldBy {
  unitId: string;
  from: Day;
  /** Null while the unit holds the case. */
  to: Day | null;
  /** Working days that the unit had the case while its clock ran: pauses and the time after handing in left out, as in the account itself. */
  used: number;
  pausedDays: number;
}

/** Who led the case, first to last. Cases that keep no holders were led by one unit all along. */
export function holdersOf({ holders, leadUnitId, startedOn }: CaseContext): readonly Holder[] {
  if (holders !== undefined) return holders;
  return leadUnitId === null || startedOn === null ? [] : [{ unitId: leadUnitId, from: startedOn, to: null }];
}

/** The working days of a unit's part that lie between two days; 0 where none do. */
export function daysWithin(
  { from, to }: Pick<Holder, 'from' | 'to'>,
  since: Day,
  until: Day,
  calendar: Calendar,
): number {
  const [begin, end] = [latest(from, since), earliest(until, to) ?? until];
  return end > begin ? calendar.workingDaysBetween(begin, end) : 0;
}

/** The account on `today`, by the units that led the case since its present assignment. The working days used are those of the clock account, each
 *  day with the unit that held the case at its end. */
export function heldBy(context: CaseContext, calendar: Calendar, today: Day): HeldBy[] {
  const { startedOn, mode, submittedOn, closedOn, pauses } = context;
  const handedIn = mode === 'held' || mode === 'stopped' ? submittedOn : null;
  const stoppedOn = handedIn ?? closedOn ?? today;
  return holdersOf(context)
    .filter(({ from }) => startedOn === null || from >= startedOn)
    .map(({ unitId, from, to }) => {
      const until = earliest(to, stoppedOn) ?? stoppedOn;
      const pausedDays = pauses.reduce(
        (sum, pause) => sum + daysWithin({ from, to }, pause.from, pause.to ?? today, calendar),
        0,
      );
      const elapsed = until > from ? calendar.workingDaysBetween(from, until) : 0;
      return { unitId, from, to, used: Math.max(0, elapsed - pausedDays), pausedDays };
    });
}

/** The units that a due day is charged to that was missed: the one that led the case at its end, and each that had passed it on before with less than
 *  a third of the time left that the case had been given (product: TRANSFER). Empty where nobody led it then. */
export function chargedUnits(context: CaseContext, calendar: Calendar, dueOn: Day): string[] {
  const holders = holdersOf(context);
  // From the assignment that the day belongs to, which may not be the present one.
  const assigned = holders.findLast(({ from, at }) => at === undefined && from <= dueOn);
  const given = calendar.workingDaysBetween(assigned?.from ?? context.startedOn ?? dueOn, dueOn);
  const charged = holders.filter(({ from, to, passedOn }) => {
    if (from > dueOn) return false;
    if (to === null || to > dueOn) return true;
    return passedOn === true && 3 * calendar.workingDaysBetween(to, dueOn) < given;
  });
  // Assigned only after it was due, as a part of a case that was late is: whoever was given it first.
  const all = charged.length > 0 ? charged : holders.slice(0, 1);
  return [...new Set(all.map(({ unitId }) => unitId))];
}

/** A unit that a fact is charged to. `beside` names the units that the same is charged to already: where one of them is counted too, a total leaves
 *  this one out. */
export interface Charge {
  unitId: string;
  beside: readonly string[];
}

/** What is charged to units from a day on, once to each from its first day. */
export function chargesOf(found: readonly { unitId: string; from: Day }[]): (Charge & { from: Day })[] {
  const first = new Map<string, Day>();
  for (const { unitId, from } of found) first.set(unitId, earliest(first.get(unitId), from) ?? from);
  const units = [...first].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  return units.map(([unitId, from], at) => ({ unitId, from, beside: units.slice(0, at).map(([unit]) => unit) }));
}

/** Whom a due day or a promised day is charged to: what was noted when it was missed, else who held the case at its end and who passed it on shortly
 *  before. Undefined where that is whoever leads the case: nobody else ever did, or its version keeps no holders. */
export function chargedWith(context: CaseContext, calendar: Calendar, day: Day): Charge[] | undefined {
  const { holders, breaches } = context;
  if (holders === undefined || (holders.length === 1 && holders[0]!.to === null)) return undefined;
  const units = breaches.find(({ dueOn }) => dueOn === day)?.unitIds ?? chargedUnits(context, calendar, day);
  return units.map((unitId, at) => ({ unitId, beside: units.slice(0, at) }));
}

/** The unit that held the case at the end of the day, or the first one before it was assigned; null where nobody ever did. */
export function holderOn(context: CaseContext, day: Day): string | null {
  const holders = holdersOf(context);
  return (holders.findLast(({ from }) => from <= day) ?? holders[0])?.unitId ?? null;
}

/** How many working days are left of the due day today, and how many the case had been given; a parked case by the days it kept. */
export function timeLeft(
  { dueOn, startedOn, mode, pauses }: CaseContext,
  calendar: Calendar,
  today: Day,
): { daysLeft: number; daysGiven: number } {
  const pause = mode === 'paused' ? pauses.at(-1) : undefined;
  const until = pause?.from ?? dueOn ?? today;
  const kept = pause?.remaining ?? 0;
  return {
    daysLeft: pause === undefined ? Math.max(0, calendar.workingDaysBetween(today, until)) : kept,
    daysGiven: Math.max(0, calendar.workingDaysBetween(startedOn ?? today, until)) + kept,
  };
}

/** True for a unit that passed the case on with less than a third of its time left. */
export const passedOnLate = ({ passedOn, daysLeft, daysGiven }: Holder): boolean =>
  passedOn === true && daysLeft !== undefined && daysGiven !== undefined && 3 * daysLeft < daysGiven;
