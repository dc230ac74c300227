/** What a case's clock says on a day, for people: one state with its day and its working days, so that no page has to guess. */
import { isLateOn, lateUntil } from './account.js';
import type { Calendar } from './calendar.js';
import type { CaseContext } from './case.js';
import { addDays, type Day } from './day.js';

/** How a day that lies ahead, is today or is over stands to the reader's day. */
export const NEARNESS = ['left', 'today', 'tomorrow', 'nextWorkingDay', 'dayOff', 'late'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** `left` to `late` are of a clock that runs; the others say why it does not, or no longer. */
export const CLOCK_STATES = [
  'notStarted',
  'left',
  'dueToday',
  'dueTomorrow',
  'dueNextWorkingDay',
  'dueOnDayOff',
  'late',
  'heldInTime',
  'heldLate',
  'visitDue',
  'visitToday',
  'visitLate',
  'awaitingSignature',
  'parked',
  'parkedReviewToday',
  'parkedReviewPast',
  'closedInTime',
  'closedAfterDue',
  'closedLate',
  'closed',
] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export interface ClockReading {
  state: ClockState;
  /** The day the state speaks of: the due day, the day of the visit or of the review; null where it speaks of none. */
  day: Day | null;
  /** Working days left or late, by the state; 0 where it counts none. A case late since a Friday is late by 0 on the Saturday. */
  days: number;
  /** The due day may still move, since a year it reaches into is not announced. */
  provisional: boolean;
  /** Nobody outside raised the case: its visit is a look on site. */
  onSite: boolean;
}

/** How `day` stands to `today`, with the working days in between: those of (today, day], or once it is over of (day, today]. */
export function nearness(calendar: Calendar, today: Day, day: Day): { is: Nearness; days: number } {
  if (day < today) return { is: 'late', days: calendar.workingDaysBetween(day, today) };
  const days = calendar.workingDaysBetween(today, day);
  if (day === today) return { is: 'today', days: 0 };
  if (day === addDays(today, 1)) return { is: 'tomorrow', days };
  if (days === 0) return { is: 'dayOff', days };
  if (days === 1 && calendar.isWorkingDay(day)) return { is: 'nextWorkingDay', days };
  return { is: 'left', days };
}

const DUE: Record<Nearness, ClockState> = {
  left: 'left',
  today: 'dueToday',
  tomorrow: 'dueTomorrow',
  nextWorkingDay: 'dueNextWorkingDay',
  dayOff: 'dueOnDayOff',
  late: 'late',
};

/** How a case ended that its unit was never late with. “In time” is said only where the rate in time may count it: struck off by its first due
 *  day, or by one that an extension had moved before it was over (decisions 008 and 024). */
function closedState({ dueOn, closedOn, outcome, rounds, extensions }: CaseContext): ClockState {
  const isStruckOff = outcome === null || outcome === 'resolved' || outcome === 'unverified';
  if (dueOn === null || closedOn === null || !isStruckOff) return 'closed';
  // The unit handed in by its day, and the check and the visit went beyond it.
  if (closedOn > dueOn) return 'closedAfterDue';
  // A second round, or an extension granted too late, set a due day in the place of another.
  const hasFirstDay = rounds.length <= 1 && extensions.every(({ grantedOn = '', from = '' }) => grantedOn <= from);
  return hasFirstDay ? 'closedInTime' : 'closed';
}

/** The clock of the case on `today`, the office's day of reading, from the case's own record. */
export function clockReading(context: CaseContext, calendar: Calendar, today: Day): ClockReading {
  const { dueOn, mode, breaches } = context;
  const said = (state: ClockState, day: Day | null = null, days = 0): ClockReading => ({
    state,
    day,
    days,
    provisional: dueOn !== null && context.dueProvisional && context.closedOn === null && mode !== 'stopped',
    onSite: !context.raisedOutside,
  });
  if (context.closedOn !== null) {
    if (breaches.length > 0) {
      return said(
        'closedLate',
        dueOn,
        breaches.reduce((sum, { days }) => sum + days, 0),
      );
    }
    return said(closedState(context), dueOn);
  }
  if (mode === 'paused') {
    const review = context.reviewOn ?? today;
    const { is, days } = nearness(calendar, today, review);
    return said(is === 'late' ? 'parkedReviewPast' : is === 'today' ? 'parkedReviewToday' : 'parked', review, days);
  }
  if (dueOn === null) return said('notStarted');
  if (mode === 'stopped') {
    const round = context.rounds.at(-1);
    if (context.pendingOutcome !== null || round === undefined) return said('awaitingSignature');
    const { is, days } = nearness(calendar, today, round.dueOn);
    return said(is === 'late' ? 'visitLate' : is === 'today' ? 'visitToday' : 'visitDue', round.dueOn, days);
  }
  if (mode === 'held') {
    if (!isLateOn(context, today)) return said('heldInTime', dueOn);
    return said('heldLate', dueOn, calendar.workingDaysBetween(dueOn, lateUntil(context, today)));
  }
  const { is, days } = nearness(calendar, today, dueOn);
  return said(DUE[is], dueOn, days);
}
