/** The first due day of a case, by which the strict rate is counted: nothing that is done to a case later gives it a better one. */
import type { CaseContext } from './case.js';
import type { Day } from './day.js';

/** What of a step may set or move the first due day. */
export interface DueStep {
  type: string;
  after: { context?: Partial<CaseContext> };
  /** The day of the step. */
  today: Day;
  /** Whether the due day before it waited for the calendar of a year. */
  wasProvisional: boolean;
}

/**
 * The first due day after a step that took the case from `dueOn` to `next`. Given once, at the first assignment; it moves with an extension that was
 * granted before it (not on it), and where the year's calendar arrives before it is over and the same days end elsewhere. A change of a calendar
 * that was announced, parking and resuming, a fresh day after a visit, reopening, declining and a second assignment leave it where it is (product:
 * Numbers, strict on-time rate; docs/decisions/099). An assignment that was taken back within its minutes was none.
 */
export function firstDueAfter(
  firstDueOn: Day | undefined,
  dueOn: Day | null,
  next: Day | null,
  { type, after, today, wasProvisional }: DueStep,
): Day | undefined {
  if (type === 'TAKE_BACK') return undefined;
  if (firstDueOn === undefined) return next ?? undefined;
  if (firstDueOn !== dueOn || next === null) return firstDueOn;
  if (type === 'RECOMPUTE_DUE') return wasProvisional && today <= firstDueOn ? next : firstDueOn;
  const granted = after.context?.extensions?.at(-1);
  const isBefore = granted?.grantedOn !== undefined && granted.from === firstDueOn && granted.grantedOn < firstDueOn;
  return isBefore && granted.to === next ? next : firstDueOn;
}
