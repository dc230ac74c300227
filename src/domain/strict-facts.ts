/** What a case counts for in the strict rates, whatever became of it: facts that no departure, parking, transfer or reopening takes back. */
import type { Calendar } from './calendar.js';
import type { CaseState } from './case.js';
import type { Day } from './day.js';
import { isLateOrNear } from './departing.js';
import { isPart, resolvedOnOf } from './fates.js';
import { chargedWith, chargesOf, type Charge } from './holders.js';
import { isImportedClosed } from './imported.js';
import { missedDue } from './new-days.js';

export const STRICT_MEASURES = ['strict', 'strictResolved', 'strictDue', 'strictOnTime', 'departedLate'] as const;
export type StrictMeasure = (typeof STRICT_MEASURES)[number];

/** Working days before the due day from which a departure counts as late, where no leader was asked: before version 2 of the workflows. */
const NEAR_DUE_DAYS = 3;

type Say = (measure: StrictMeasure, from: Day | null | undefined, charges?: readonly Charge[]) => void;

/** Says each strict fact with the day from which it holds. Cases imported as closed from old ledgers have none, and a part of a case that was
 *  split none of its own but when it departs late. */
export function sayStrictFacts(state: CaseState, calendar: Calendar, say: Say): void {
  const { context, facts, firstDueOn } = state;
  if (isImportedClosed(context)) return;
  const wasAssigned = firstDueOn !== undefined;
  if (wasAssigned || context.departed !== undefined) sayDepartedLate(state, calendar, say);
  if (isPart(context)) return;
  const { outcome } = context;
  // What was turned down or joined at triage was never anybody's case.
  if (!wasAssigned && (outcome === 'rejected' || outcome === 'merged')) return;
  say('strict', facts.collectedOn);
  const resolvedOn = resolvedOnOf(context);
  say('strictResolved', resolvedOn);
  if (!wasAssigned) return;
  const charges = chargedWith(context, calendar, firstDueOn);
  say('strictDue', firstDueOn, charges);
  if (resolvedOn !== null && resolvedOn <= firstDueOn && missedDue(state) === null)
    say('strictOnTime', firstDueOn, charges);
}

const isDeparture = (outcome: string | null): boolean =>
  outcome === 'rejected' || outcome === 'merged' || outcome === 'withdrawn';

/** Since version 2 the case keeps whether a leader had to be asked, and whom that is charged to. One without a due day, since it was declined and is
 *  triaged anew, is judged by its first; one that ever missed a due day is late. */
function sayDepartedLate(state: CaseState, calendar: Calendar, say: Say): void {
  const { outcome, closedOn, departed, dueOn, pauses } = state.context;
  if (!isDeparture(outcome) || closedOn === null) return;
  const pause = pauses.at(-1);
  const leaving = {
    dueOn: dueOn ?? state.firstDueOn ?? null,
    kept: pause?.to === closedOn ? pause.remaining : null,
    wasLate: missedDue(state) !== null,
  };
  const isKnown = departed !== undefined && dueOn !== null;
  const within = NEAR_DUE_DAYS;
  const isLate = departed?.isLate === true || leaving.wasLate;
  if (!isLate && (isKnown || !isLateOrNear(leaving, within, calendar, closedOn))) return;
  const units = departed?.unitIds ?? [];
  say(
    'departedLate',
    closedOn,
    units.length === 0 ? undefined : chargesOf(units.map((unitId) => ({ unitId, from: closedOn }))),
  );
}
