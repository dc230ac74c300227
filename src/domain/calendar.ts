/** The office's calendar: which days are worked, when a count of working days ends, and when people can be reached. */
import { CalendarRanks } from './calendar-ranks.js';
import { type Day, dayNumber, fromDayNumber, yearOf } from './day.js';
import { OfficeClock } from './office-clock.js';

/** A day a decree speaks of, with the name of the holiday it belongs to. */
export interface NamedDay {
  readonly day: Day;
  readonly name: string;
}

/** What one year's decree says. It may name days of the December before (元旦 make-up days). */
export interface CalendarYear {
  readonly year: number;
  /** false: the decree is not out; Monday to Friday stands in for it, and dates that reach into it are provisional. */
  readonly announced: boolean;
  /** Every day off by decree, weekends inside a holiday included. */
  readonly offDays: readonly NamedDay[];
  /** Make-up working days, 调休上班. */
  readonly workDays: readonly NamedDay[];
}

/** The last day on which something is on time, and whether a calendar still to be announced can move it. */
export interface DueDay {
  readonly day: Day;
  readonly provisional: boolean;
}

/** A year as its page shows it: the days listed lie in the year itself, whichever decree named them. */
export interface YearSummary extends CalendarYear {
  /** Number of working days of the year. */
  readonly workingDays: number;
}

/** Longest count of working days anyone may ask for, about forty years: an absurd number is refused, not computed. */
export const MAX_WORKING_DAYS = 10_000;
/** Reminders and orders go out from here … */
export const MORNING = { hour: 9, minute: 0 } as const;
/** … until just before here. */
export const EVENING = { hour: 17, minute: 30 } as const;

function countOfDays(days: number): number {
  if (Number.isInteger(days) && days >= 0 && days <= MAX_WORKING_DAYS) return days;
  throw new RangeError(`a number of working days is a whole number from 0 to ${MAX_WORKING_DAYS}, not ${days}`);
}

/** Milliseconds. */
const MINUTE = 60_000;

const byDay = (a: NamedDay, b: NamedDay): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

/** Working days of an office in its time zone. Immutable; every question costs at most a binary search over the decrees. */
export class Calendar {
  private readonly byYear = new Map<number, CalendarYear>();
  private readonly ranks: CalendarRanks;
  private readonly clock: OfficeClock;

  /** Of a year given twice the later entry counts, so that a loaded year can follow the package's; of a day named by
   *  two decrees the later decree counts. Years not given are unannounced. Refuses, with a RangeError, texts that are no
   *  days, a day both off and worked in one decree, and an unknown zone. */
  constructor(
    years: readonly CalendarYear[],
    readonly zone: string,
  ) {
    this.clock = new OfficeClock(zone);
    for (const year of [...years]) this.byYear.set(year.year, year);
    const decreed = new Map<number, boolean>();
    for (const { year, announced, offDays, workDays } of this.years) {
      if (!announced) continue;
      const off = new Set(offDays.map(({ day }) => dayNumber(day)));
      for (const number of off) decreed.set(number, false);
      for (const { day } of workDays) {
        if (off.has(dayNumber(day))) throw new RangeError(`${day} is both off and worked in the decree of ${year}`);
        decreed.set(dayNumber(day), true);
      }
    }
    this.ranks = new CalendarRanks(decreed);
  }

  /** The years as given, one entry each, oldest first. */
  get years(): readonly CalendarYear[] {
    return [...this.byYear.values()].sort((a, b) => a.year - b.year);
  }

  /** A calendar in which `year` replaces what was known of that year. */
  withYear(year: CalendarYear): Calendar {
    return new Calendar([...this.years, year], this.zone);
  }

  /** Whether people work on the day: by decree, else Monday to Friday. */
  isWorkingDay(day: Day): boolean {
    return this.ranks.isWorking(dayNumber(day));
  }

  /** Whether the decree of the year is known. */
  isAnnounced(year: number): boolean {
    return this.byYear.get(year)?.announced === true;
  }

  /** Last day on which a case is on time: `days` working days after `from`, `from` itself not counted; `from` for 0.
   *  Provisional when a day of (from, result] lies in an unannounced year. Refuses counts outside 0 to 10,000. */
  dueDay(from: Day, days: number): DueDay {
    if (countOfDays(days) === 0) return { day: fromDayNumber(dayNumber(from)), provisional: false };
    const day = fromDayNumber(this.ranks.dayOfRank(this.ranks.rankThrough(dayNumber(from)) + days));
    return { day, provisional: this.isProvisional(from, day) };
  }

  /** Working days in (from, to]; the same number, negative, when `to` is before `from`. */
  workingDaysBetween(from: Day, to: Day): number {
    return this.ranks.rankThrough(dayNumber(to)) - this.ranks.rankThrough(dayNumber(from));
  }

  /** Whole minutes of working hours (09:00 until 17:30 of working days) between two instants in epoch milliseconds; 0 when `to` is before `from`. */
  workingMinutesBetween(from: number, to: number): number {
    if (to <= from) return 0;
    const [first, last] = [this.clock.dayNumberOf(from), this.clock.dayNumberOf(to)];
    const worked = (number: number, begin: number, end: number): number => {
      if (!this.ranks.isWorking(number)) return 0;
      const morning = this.clock.at(number, MORNING.hour, MORNING.minute);
      const evening = this.clock.at(number, EVENING.hour, EVENING.minute);
      return Math.max(0, Math.min(end, evening) - Math.max(begin, morning));
    };
    if (first === last) return Math.floor(worked(first, from, to) / MINUTE);
    const between = this.ranks.rankThrough(last - 1) - this.ranks.rankThrough(first);
    const whole = between * ((EVENING.hour - MORNING.hour) * 60 + EVENING.minute - MORNING.minute);
    return whole + Math.floor((worked(first, from, Infinity) + worked(last, -Infinity, to)) / MINUTE);
  }

  /** The working day that lies `n` working days before `day`, `day` itself not counted; `day` for 0. Refuses as dueDay does. */
  workingDaysBefore(day: Day, n: number): Day {
    const number = dayNumber(day);
    if (countOfDays(n) === 0) return day;
    return fromDayNumber(this.ranks.dayOfRank(this.ranks.rankThrough(number - 1) - n + 1));
  }

  /** Whether a day of (from, to] lies in an unannounced year; false when there is no such day. */
  isProvisional(from: Day, to: Day): boolean {
    if (dayNumber(to) <= dayNumber(from)) return false;
    const lastYear = yearOf(to);
    // Announced years are few, so this ends at the first one that is not.
    for (let year = yearOf(fromDayNumber(dayNumber(from) + 1)); year <= lastYear; year++) {
      if (!this.isAnnounced(year)) return true;
    }
    return false;
  }

  /** The office's day at the instant (epoch milliseconds). */
  dayOf(instantMs: number): Day {
    return fromDayNumber(this.clock.dayNumberOf(instantMs));
  }

  /** Epoch milliseconds of 00:00 of the day at the office (the day's first instant where clocks jump over midnight). */
  startOf(day: Day): number {
    return this.clock.startOf(dayNumber(day));
  }

  /** Epoch milliseconds of hour:minute of the day at the office. Refuses what is no time of day. */
  at(day: Day, hour: number, minute = 0): number {
    return this.clock.at(dayNumber(day), hour, minute);
  }

  /** When something that is ready at the instant may go out: at once in working hours (09:00 until before 17:30 of a
   *  working day), else at 09:00 of today or of the next working day. Epoch milliseconds. */
  nextDelivery(instantMs: number): number {
    const today = this.clock.dayNumberOf(instantMs);
    if (this.ranks.isWorking(today)) {
      const morning = this.clock.at(today, MORNING.hour, MORNING.minute);
      if (instantMs < morning) return morning;
      if (instantMs < this.clock.at(today, EVENING.hour, EVENING.minute)) return instantMs;
    }
    return this.morningAfter(today);
  }

  /** 09:00 of the first working day after `day`, in epoch milliseconds. */
  nextMorning(day: Day): number {
    return this.morningAfter(dayNumber(day));
  }

  /** The year's days off, make-up working days and number of working days, counted Monday to Friday while unannounced. */
  summary(year: number): YearSummary {
    const text = String(year).padStart(4, '0');
    const last: Day = `${text}-12-31`;
    const named = (list: 'offDays' | 'workDays', working: boolean): NamedDay[] => {
      const days = new Map<Day, NamedDay>();
      for (const decree of this.years) {
        if (!decree.announced) continue;
        for (const entry of decree[list]) if (entry.day.startsWith(`${text}-`)) days.set(entry.day, entry);
      }
      // A later decree may have turned the day round.
      return [...days.values()].filter(({ day }) => this.isWorkingDay(day) === working).sort(byDay);
    };
    return {
      year,
      announced: this.isAnnounced(year),
      offDays: named('offDays', false),
      workDays: named('workDays', true),
      workingDays: this.ranks.rankThrough(dayNumber(last)) - this.ranks.rankThrough(dayNumber(`${text}-01-01`) - 1),
    };
  }

  private morningAfter(number: number): number {
    const next = this.ranks.dayOfRank(this.ranks.rankThrough(number) + 1);
    return this.clock.at(next, MORNING.hour, MORNING.minute);
  }
}
