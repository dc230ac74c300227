/** Who held a case: the clock account by unit, and which units a missed due day is charged to. */
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
      const pausedDays = pauses.reduce((sum, pause) => {
        const [begin, end] = [latest(from, pause.from), earliest(pause.to ?? today, to) ?? today];
        return sum + Math.max(0, end > begin ? calendar.workingDaysBetween(begin, end) : 0);
      }, 0);
      const elapsed = until > from ? calendar.workingDaysBetween(from, until) : 0;
      return { unitId, from, to, used: Math.max(0, elapsed - pausedDays), pausedDays };
    });
}

/** The units that a due day is charged to that was missed: the one that led the case at its end, and each that had passed it on before with less than
 *  a third of the time left that the case had been given (product: TRANSFER). Empty where nobody led it then. */
export function chargedUnits(context: CaseContext, calendar: Calendar, dueOn: Day): string[] {
  const holders = holdersOf(context);
  const given = calendar.workingDaysBetween(context.startedOn ?? holders[0]?.from ?? dueOn, dueOn);
  const charged = holders.filter(({ from, to, passedOn }) => {
    if (from > dueOn) return false;
    if (to === null || to > dueOn) return true;
    return passedOn === true && 3 * calendar.workingDaysBetween(to, dueOn) < given;
  });
  // Assigned only after it was due, as a part of a case that was late is: whoever was given it first.
  const all = charged.length > 0 ? charged : holders.slice(0, 1);
  return [...new Set(all.map(({ unitId }) => unitId))];
}
