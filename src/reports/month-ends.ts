/** The days at which a trend is read. */
import type { Day } from '../domain/day.js';

/** The last days of the `count` months before that of `day`, the oldest first. */
export function monthEnds(day: Day, count: number): Day[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return Array.from({ length: count }, (_, back) => {
    const end = new Date(0);
    // Not Date.UTC, which takes the years 0 to 99 for those of the last century.
    end.setUTCFullYear(year, month - count + back, 0);
    return end.toISOString().slice(-24, -14);
  }).filter((end) => end >= FIRST && end < day);
}

/** A month before the first of the calendar has no last day. */
const FIRST = '0001-01-01';
