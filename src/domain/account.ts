/** The clock account of a case: the working days it was given, where they went, and by how much it is or was late. */
import type { Breach, CaseContext, Extension, Pause } from './case.js';
import type { Calendar } from './calendar.js';
import type { Day } from './day.js';

export interface ClockAccount {
  /** Working days given at assignment, without extensions. */
  budget: number | null;
  startedOn: Day | null;
  dueOn: Day | null;
  dueProvisional: boolean;
  /** Working days used since assignment until the submission, the closing or today, pauses left out. */
  used: number;
  /** Working days left; never negative. */
  remaining: number;
  paused: Pause[];
  pausedDays: number;
  extensions: Extension[];
  extendedDays: number;
  /** Working days late at the moment of reading, 0 when not late or the clock stands. */
  workingDaysLate: number;
  /** Late periods that are over; they stay on the record after the case closes. */
  breaches: Breach[];
  /** All working days late, past and present. */
  workingDaysLateInAll: number;
}

/** Whether the case is late on `today`: its clock is running, or stands since a late submission, and the due day is over. */
export function isLateOn(context: CaseContext, today: Day): boolean {
  if (context.dueOn === null || context.mode === 'stopped' || context.mode === 'paused') return false;
  if (context.mode === 'held') return context.submittedInTime === false;
  return today > context.dueOn;
}

/** Day up to which lateness of the present period is counted: the submission while it is being checked, else today. */
export function lateUntil(context: CaseContext, today: Day): Day {
  return context.mode === 'held' && context.submittedOn !== null ? context.submittedOn : today;
}

/** The account on `today`, from the case's own record. */
export function clockAccount(context: CaseContext, calendar: Calendar, today: Day): ClockAccount {
  const { dueOn, startedOn } = context;
  const late = isLateOn(context, today);
  const workingDaysLate = late && dueOn !== null ? calendar.workingDaysBetween(dueOn, lateUntil(context, today)) : 0;
  const pausedDays = context.pauses.reduce(
    (sum, pause) => sum + Math.max(0, calendar.workingDaysBetween(pause.from, pause.to ?? today)),
    0,
  );
  // The clock stops with the submission: neither checking it nor waiting for a visit uses days.
  const submittedOn = context.mode === 'held' || context.mode === 'stopped' ? context.submittedOn : null;
  const stoppedOn = submittedOn ?? context.closedOn ?? today;
  const elapsed = startedOn === null ? 0 : Math.max(0, calendar.workingDaysBetween(startedOn, stoppedOn));
  const running = dueOn !== null && (context.mode === 'running' || context.mode === 'held');
  const parked = context.pauses.find((pause) => pause.to === null);
  return {
    budget: context.budget,
    startedOn,
    dueOn,
    dueProvisional: context.dueProvisional,
    used: Math.max(0, elapsed - pausedDays),
    remaining: parked?.remaining ?? (running ? Math.max(0, calendar.workingDaysBetween(stoppedOn, dueOn)) : 0),
    paused: context.pauses,
    pausedDays,
    extensions: context.extensions,
    extendedDays: context.extensions.reduce((sum, extension) => sum + extension.days, 0),
    workingDaysLate,
    breaches: context.breaches,
    workingDaysLateInAll: workingDaysLate + context.breaches.reduce((sum, breach) => sum + breach.days, 0),
  };
}
