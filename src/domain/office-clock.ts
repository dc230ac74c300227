/** Turns instants into the office's days and back, in any IANA zone and whatever the zone of the process is. */
import { fromDayNumber } from './day.js';

const DAY_MS = 86_400_000;
/** Zones had no rules before the railways; earlier instants are read with their local mean time. */
const BEFORE_ALL_RULES = Date.UTC(1800, 0, 1);
/** Some fifty years of days; beyond that the cache starts afresh instead of growing. */
const CACHED_DAYS = 20_000;

/** Wall clock of one zone. Each day's start is worked out once and remembered: later answers cost a table look-up.
 *  Days are stretches without holes: each lasts until the next one starts. */
export class OfficeClock {
  private readonly starts = new Map<number, number>();
  private readonly format: Intl.DateTimeFormat;

  /** Refuses, with a RangeError, a zone this platform does not know. */
  constructor(readonly zone: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Epoch milliseconds of the first instant of day `number`: 00:00, or what follows it where clocks jump over midnight. */
  startOf(number: number): number {
    const known = this.starts.get(number);
    if (known !== undefined) return known;
    // Refuses what is no day before anything is remembered of it.
    fromDayNumber(number);
    const start = this.instantOf(number * DAY_MS, (change) => change);
    if (this.starts.size >= CACHED_DAYS) this.starts.clear();
    this.starts.set(number, start);
    return start;
  }

  /** Number of the office day in which the instant lies. Refuses, with a RangeError, NaN and instants outside the years 1 to 9999. */
  dayNumberOf(instantMs: number): number {
    // The UTC day is the office's day or a neighbour of it, so at most a step or two follow.
    let number = Math.floor(instantMs / DAY_MS);
    while (instantMs < this.startOf(number)) number--;
    while (instantMs >= this.startOf(number + 1)) number++;
    return number;
  }

  /** Epoch milliseconds of hour:minute on day `number`. A time that clocks jump over moves forward by the jump;
   *  of a time that comes twice, the first. Refuses, with a RangeError, what is no time of day. */
  at(number: number, hour: number, minute = 0): number {
    if (!(Number.isInteger(hour) && Number.isInteger(minute) && hour >= 0 && hour < 24 && minute >= 0 && minute < 60)) {
      throw new RangeError(`no time of day: ${hour}:${minute}`);
    }
    const start = this.startOf(number);
    const sinceMidnight = (hour * 60 + minute) * 60_000;
    // A day of exactly 24 hours has no jump in it, and needs no zone rules.
    if (this.startOf(number + 1) - start === DAY_MS) return start + sinceMidnight;
    return this.instantOf(number * DAY_MS + sinceMidnight, (_change, moved) => moved);
  }

  /** The instant at which clocks show `local` (milliseconds as if the office were in UTC); `inGap` chooses, for a time they
   *  jump over, from the instant of the jump and the time moved forward by it. */
  private instantOf(local: number, inGap: (change: number, moved: number) => number): number {
    // No zone is a day away from UTC, so these two stand on either side of the instant; no zone changes twice between them.
    const before = this.offsetAt(local - DAY_MS);
    const after = this.offsetAt(local + DAY_MS);
    if (before === after) return local - before;
    const change = this.changeBetween(local - DAY_MS, local + DAY_MS, before);
    if (local - before < change) return local - before;
    if (local - after >= change) return local - after;
    return inGap(change, local - before);
  }

  /** First second in (from, to] at which the offset is no longer `offset`. */
  private changeBetween(from: number, to: number, offset: number): number {
    let low = from;
    let high = to;
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (this.offsetAt(middle) === offset) low = middle;
      else high = middle;
    }
    return high;
  }

  /** What clocks show minus UTC at the instant, in milliseconds. */
  private offsetAt(instantMs: number): number {
    const instant = Math.max(instantMs, BEFORE_ALL_RULES);
    const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of this.format.formatToParts(instant)) shown[type] = Number(value);
    const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = shown;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  }
}
