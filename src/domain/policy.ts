/** The numbers an office may set in a workflow file; every limit a rule knows comes from here. */
import type { EscalationLevel } from './words.js';

export interface Policy {
  /** Working days from assignment to the due day; `byCategory` is keyed by category code and wins. */
  workingDays: { default: number; byCategory: Record<string, number> };
  /** Working days: remind the unit that has not signed, tell the office, and how long a unit may decline. */
  signing: { remindAfter: number; tellOfficeAfter: number; declineWithin: number };
  /** Working days before the due day at which the yellow light goes on. */
  dueSoonDays: number;
  /** Working days to reply to each order before the next level, and returns that lead straight to orange. */
  ladder: { replyWithin: Record<Exclude<EscalationLevel, 'talk'>, number>; returnsToOrange: number };
  extension: { times: number; maxDays: number };
  /** Working days of the fresh, shorter deadline after an unresolved visit, a refused closing or a relapse. */
  freshDays: number;
  visit: { within: number; attempts: number };
  /** Calendar days after closing in which a look-back may reopen the case. */
  lookBackDays: number;
}

/** A category as decisions see it. */
export interface Category {
  id: string;
  code: string;
  parentId: string | null;
}

/** Working days a case of this category gets: its own, else its parent's, else the default of the workflow. */
export function workingDaysFor(policy: Policy, categories: ReadonlyMap<string, Category>, categoryId: string): number {
  let category = categories.get(categoryId);
  for (let depth = 0; category !== undefined && depth < 8; depth += 1) {
    const days = policy.workingDays.byCategory[category.code];
    if (days !== undefined) return days;
    category = category.parentId === null ? undefined : categories.get(category.parentId);
  }
  return policy.workingDays.default;
}
