/** The deltas by which cases came to count under a figure since a day. */
import { addDays, type Day } from '../../domain/day.js';
import type { Measure } from '../../domain/case-facts.js';
import { counted, type ListMeasure } from '../../domain/report.js';

export interface CameSince {
  /** Measures that count for a case, and those that count against. */
  plus: readonly Measure[];
  minus: readonly Measure[];
  /** First and last day of the deltas. */
  first: Day;
  last: Day;
}

/** What came to count under `measure` on `since` or later, as of the end of `asOf`: cases for which these deltas sum up to more than nothing. A promise is
 *  broken on the day after the promised one, each time anew, so that promises whose day came are held against those that were kept. */
export function cameSince(measure: ListMeasure, since: Day, asOf: Day): CameSince {
  if (measure === 'promiseBroken') {
    return { plus: ['promiseDue'], minus: ['promiseKept'], first: addDays(since, -1), last: addDays(asOf, -1) };
  }
  return { ...counted(measure), first: since, last: asOf };
}
