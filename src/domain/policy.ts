/** The numbers an office may set in a workflow file; every limit a rule knows comes from here. */
import type { EscalationLevel, Track } from './words.js';

export interface Policy {
  /** Working days from assignment to the due day; `byCategory` is keyed by category code and goes before it,
   *  and what the office sets on the category goes before both. */
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

/** Working days that a category was given by the office for one track, from an instant (epoch milliseconds) on; null: none of its own any
 *  more. */
export interface CategoryDays {
  track: Track;
  since: number;
  days: number | null;
}

/** A category as decisions see it. */
export interface Category {
  id: string;
  code: string;
  parentId: string | null;
  /** What the office set, oldest first; absent: nothing ever. */
  days?: readonly CategoryDays[];
}

/** Where a number of working days comes from: set by the office on the category, written in the workflow's file for it, or the number of
 *  the workflow for all. */
export const DAYS_SOURCES = ['category', 'file', 'workflow'] as const;
export type DaysSource = (typeof DAYS_SOURCES)[number];

export interface FoundDays {
  days: number;
  source: DaysSource;
  /** The category that says so: the one asked about or one above it; null where the workflow's number for all counts. */
  categoryId: string | null;
}

/** What the office had set for the category itself at the instant; undefined where nothing. */
export function ownDays({ days = [] }: Category, track: Track, at: number): CategoryDays | undefined {
  return days.findLast((one) => one.track === track && one.since <= at);
}

/** Working days a case of this category gets that is assigned at `at`: the nearest category that has a number says it, and of two numbers for
 *  one category the office's goes before the file's. Never by what was set later, so that a decision comes out the same whenever it is made. */
export function workingDaysOf(
  policy: Policy,
  categories: ReadonlyMap<string, Category>,
  categoryId: string,
  { track, at }: { track: Track; at: number },
): FoundDays {
  let category = categories.get(categoryId);
  for (let depth = 0; category !== undefined && depth < 8; depth += 1) {
    const own = ownDays(category, track, at)?.days;
    if (own != null) return { days: own, source: 'category', categoryId: category.id };
    const inFile = policy.workingDays.byCategory[category.code];
    if (inFile !== undefined) return { days: inFile, source: 'file', categoryId: category.id };
    category = category.parentId === null ? undefined : categories.get(category.parentId);
  }
  return { days: policy.workingDays.default, source: 'workflow', categoryId: null };
}
