/** First response 签收时效: when an assignment is to be signed, whether it was in time, and how many working minutes it took. */
import type { Calendar } from './calendar.js';
import type { CaseContext, CaseState } from './case.js';
import type { Day } from './day.js';

/** Working days within which a unit is to sign (product: the loop, assigned). */
const SIGN_WITHIN_DAYS = 1;

export type SigningMeasure = 'signDue' | 'signedInTime' | 'signed';

/** The present assignment: by ASSIGN, or by the transfer to the unit that leads now. Null for what is unassigned or was closed in an old ledger,
 *  where nobody signed, reopened or not. */
function assignedAtOf(context: CaseContext): number | null {
  return context.takenOver ? null : (context.holders?.at(-1)?.at ?? context.assignedAt);
}

const signByOf = (assignedAt: number, calendar: Calendar): Day =>
  calendar.dueDay(calendar.dayOf(assignedAt), SIGN_WITHIN_DAYS).day;

/** True where the day is over on which the unit that leads the case was to sign for it, and nobody has. */
export function isLeftUnsigned(context: CaseContext, calendar: Calendar, today: Day): boolean {
  const assignedAt = assignedAtOf(context);
  return assignedAt !== null && context.acceptedAt === null && signByOf(assignedAt, calendar) < today;
}

/** True where nothing about the signing differs: a day need not be counted at a commit that leaves it alone. */
export const isSameSigning = (a: CaseState, b: CaseState): boolean =>
  assignedAtOf(a.context) === assignedAtOf(b.context) && a.context.acceptedAt === b.context.acceptedAt;

/**
 * An assignment is due to be signed on the next working day, or was signed before. Of a signed one the bucket of `signed` is the working minutes that it
 * took: minutes between 09:00 and 17:30 of working days from the assignment to the signature.
 */
export function saySigning(
  state: CaseState,
  calendar: Calendar,
  say: (measure: SigningMeasure, from: Day, bucket?: number) => void,
): void {
  const assignedAt = assignedAtOf(state.context);
  if (assignedAt === null) return;
  const { acceptedAt } = state.context;
  const signBy = signByOf(assignedAt, calendar);
  const signedOn = acceptedAt === null ? null : calendar.dayOf(acceptedAt);
  const inTime = signedOn !== null && signedOn <= signBy;
  say('signDue', inTime ? signedOn : signBy);
  if (inTime) say('signedInTime', signedOn);
  if (signedOn !== null) say('signed', signedOn, calendar.workingMinutesBetween(assignedAt, acceptedAt!));
}
