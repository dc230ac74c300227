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
  ladder: {
    replyWithin: Record<Exclude<EscalationLevel, 'talk'>, number>;
    returnsToOrange: number;
    /** The first order to a late key case; blue where absent. */
    keyStartsOn?: 'blue' | 'orange';
  };
  extension: { times: number; maxDays: number };
  /** Working days of the fresh, shorter deadline after an unresolved visit, a refused closing or a relapse. */
  freshDays: number;
  visit: { within: number; attempts: number };
  /** Calendar days after closing in which a look-back may reopen the case. */
  lookBackDays: number;

  // Since version 2: a file needs the parts that its rules ask for.
  /** Working days: how far ahead the reply to each order may promise, and how many a late period has in all. */
  promises?: { maxAhead: Record<Exclude<EscalationLevel, 'talk'>, number>; perPeriod: number };
  /** Working days a leader's waiver may last before the same order is proposed again. */
  waivers?: { maxAhead: number };
  /** Working days after which an unsolved case comes back to the leader once the talk is proposed. */
  looks?: { every: number };
  /** Working days before the due day from which only a leader lets a case go. */
  departures?: { leaderWithin: number };
  /** Rounds with a raiser who is not satisfied, after which a leader may close the case as disputed. */
  disputes?: { afterRounds: number };
  /** Working days until those above are told that a fix lies unchecked, and the weight of checking it. */
  verification?: { tellAfter: number } & Weighted<Weight>;
  /** Working days of public notice before the number is struck off; 0 for none. */
  notice?: Weighted<number>;
  /** Working days between reminders of what lies where it is: a check, a visit, a signature, a parking whose review day has come. */
  reminders?: { every: number };
}

/** A number or a weight for cases as they are; of what applies to a case the most counts. */
export interface Weighted<T> {
  default: T;
  keyCases: T;
  /** By category code; a category without its own has its parent's. */
  byCategory: Record<string, T>;
}

/** What it takes to pass a fix. */
export interface Weight {
  /** How many people, each on their own. */
  verifiers: number;
  onSite: boolean;
  /** Photographs of before and after. */
  photos: boolean;
}

/** What of a weighted policy applies to a case: the default, its categories', and that of key cases. `categoryIds`: those it has and had. */
export function weighed<T>(
  of: Weighted<T>,
  categories: ReadonlyMap<string, Category>,
  { categoryIds, isKey }: { categoryIds: readonly string[]; isKey: boolean },
): T[] {
  const own = categoryIds.flatMap((id) => byCategory(of.byCategory, categories, id) ?? []);
  return [of.default, ...own, ...(isKey ? [of.keyCases] : [])];
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
  for (const category of upwards(categories, categoryId)) {
    const own = ownDays(category, track, at)?.days;
    if (own != null) return { days: own, source: 'category', categoryId: category.id };
    const inFile = policy.workingDays.byCategory[category.code];
    if (inFile !== undefined) return { days: inFile, source: 'file', categoryId: category.id };
  }
  return { days: policy.workingDays.default, source: 'workflow', categoryId: null };
}

/** What stands under the code of the category, else of its parent, and so on up. */
function byCategory<T>(
  given: Readonly<Record<string, T>>,
  categories: ReadonlyMap<string, Category>,
  categoryId: string,
): T | undefined {
  for (const { code } of upwards(categories, categoryId)) if (given[code] !== undefined) return given[code];
  return undefined;
}

/** The category, its parent, and so on up; of no more levels than any tree has, so that a circle ends too. */
function* upwards(categories: ReadonlyMap<string, Category>, categoryId: string): Generator<Category> {
  let category = categories.get(categoryId);
  for (let depth = 0; category !== undefined && depth < 8; depth += 1) {
    yield category;
    category = category.parentId === null ? undefined : categories.get(category.parentId);
  }
}
