/** What a case counts for in the strict rates, whatever became of it: facts that no departure, parking, transfer or reopening takes back. */
import type { Calendar } from './calendar.js';
import type { CaseState } from './case.js';
import type { Day } from './day.js';
import { isImportedClosed } from './imported.js';
import { missedDue } from './new-days.js';

export const STRICT_MEASURES = [
  'strict',
  'strictResolved',
  'strictDue',
  'strictOnTime',
  'departedLate',
  'signDue',
  'signedInTime',
] as const;
export type StrictMeasure = (typeof STRICT_MEASURES)[number];

/** Working days before the due day from which a departure counts as late (product: departed late 逾期退出). */
const NEAR_DUE_DAYS = 3;
/** Working days within which a unit is to sign (product: the loop, assigned). */
const SIGN_WITHIN_DAYS = 1;

type Say = (measure: StrictMeasure, from: Day | null | undefined) => void;

/** Says each strict fact with the day from which it holds. Cases imported as closed from old ledgers have none. */
export function sayStrictFacts(state: CaseState, calendar: Calendar, say: Say): void {
  const { context, facts, firstDueOn } = state;
  if (isImportedClosed(context)) return;
  const { outcome, closedOn } = context;
  const wasAssigned = firstDueOn !== undefined;
  // What was turned down or joined at triage was never anybody's case.
  if (wasAssigned || (outcome !== 'rejected' && outcome !== 'merged')) say('strict', facts.collectedOn);
  const resolvedOn = outcome === 'resolved' ? closedOn : null;
  say('strictResolved', resolvedOn);
  saySigning(state, calendar, say);
  if (!wasAssigned) return;
  say('strictDue', firstDueOn);
  if (resolvedOn !== null && resolvedOn <= firstDueOn && missedDue(state) === null) say('strictOnTime', firstDueOn);
  if (isDeparture(outcome) && closedOn !== null && isLateOrNear(state, calendar, closedOn))
    say('departedLate', closedOn);
}

const isDeparture = (outcome: string | null): boolean =>
  outcome === 'rejected' || outcome === 'merged' || outcome === 'withdrawn';

/** Whether the case was late on that day, or ever before, or had no more than the days left in which leaving says something. */
function isLateOrNear(state: CaseState, calendar: Calendar, day: Day): boolean {
  const dueOn = state.context.dueOn ?? state.firstDueOn;
  if (missedDue(state) !== null || dueOn === undefined || day > dueOn) return true;
  return calendar.workingDaysBetween(day, dueOn) <= NEAR_DUE_DAYS;
}

/** First response 签收时效: an assignment is due to be signed on the next working day, or was signed before; of the present assignment. */
function saySigning({ context }: CaseState, calendar: Calendar, say: Say): void {
  const { assignedAt, acceptedAt, takenOver } = context;
  // What was closed in an old ledger nobody signed for here, also where it is reopened.
  if (assignedAt === null || takenOver) return;
  const signBy = calendar.dueDay(calendar.dayOf(assignedAt), SIGN_WITHIN_DAYS).day;
  const signedOn = acceptedAt === null ? null : calendar.dayOf(acceptedAt);
  const inTime = signedOn !== null && signedOn <= signBy;
  say('signDue', inTime ? signedOn : signBy);
  if (inTime) say('signedInTime', signedOn);
}
