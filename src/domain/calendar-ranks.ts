/** Numbers the working days one after another, so that counting and finding them costs a binary search and never a walk over days. */
import { weekdayOfNumber } from './day.js';

/** Monday-to-Friday days from Monday 1969-12-29 through day `number`, both counted; negative before. */
function weekdaysThrough(number: number): number {
  const week = Math.floor((number + 3) / 7);
  return week * 5 + Math.min(number + 3 - week * 7 + 1, 5);
}

/** Inverse of weekdaysThrough: the Monday-to-Friday day that is the `rank`-th. */
function weekdayOfRank(rank: number): number {
  const week = Math.floor((rank - 1) / 5);
  return week * 7 + (rank - 1 - week * 5) - 3;
}

/** First index in sorted `values` whose value is at least `least`; `values.length` when there is none. */
function lowerBound(values: Int32Array, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Working days as ranks: Monday to Friday by closed form, corrected by the sorted days on which a decree differs from it.
 *  A rank means nothing by itself; differences of ranks are numbers of working days. */
export class CalendarRanks {
  private readonly exceptions: Int32Array;
  /** corrections[i] = what exceptions before index i add to the Monday-to-Friday count */
  private readonly corrections: Int32Array;
  /** ranks[i] = working days through exception i; never falls, so it can be searched */
  private readonly ranks: Int32Array;
  private readonly decreed: ReadonlyMap<number, boolean>;

  /** `decreed`: day number → working or not, for every day a decree names (those that say what the week says anyway are harmless). */
  constructor(decreed: ReadonlyMap<number, boolean>) {
    const differing = [...decreed].filter(([day, working]) => working !== weekdayOfNumber(day) <= 5);
    differing.sort(([a], [b]) => a - b);
    this.decreed = new Map(differing);
    this.exceptions = Int32Array.from(differing, ([day]) => day);
    this.corrections = new Int32Array(differing.length + 1);
    this.ranks = new Int32Array(differing.length);
    let correction = 0;
    differing.forEach(([day, working], i) => {
      correction += working ? 1 : -1;
      this.corrections[i + 1] = correction;
      this.ranks[i] = weekdaysThrough(day) + correction;
    });
  }

  /** Whether people work on day `number`. */
  isWorking(number: number): boolean {
    return this.decreed.get(number) ?? weekdayOfNumber(number) <= 5;
  }

  /** Rank of the last working day not later than day `number`. */
  rankThrough(number: number): number {
    return weekdaysThrough(number) + (this.corrections[lowerBound(this.exceptions, number + 1)] ?? 0);
  }

  /** Day number of the working day with this rank. */
  dayOfRank(rank: number): number {
    const next = lowerBound(this.ranks, rank);
    const correction = this.corrections[next] ?? 0;
    // The day lies before exception `next`, or is that exception itself: a weekend day on which people work.
    const exception = this.exceptions[next];
    if (exception !== undefined && weekdaysThrough(exception - 1) + correction < rank) return exception;
    return weekdayOfRank(rank - correction);
  }
}
