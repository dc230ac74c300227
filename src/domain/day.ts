/** Whole days as text and as numbers: proleptic Gregorian integer arithmetic, without Date and without any time zone. */
import { Refused } from './errors.js';

/** A day of the civil calendar, 'YYYY-MM-DD', from 0001-01-01 to 9999-12-31. Such texts sort as the days they name. */
export type Day = string;

const FIRST_DAY_NUMBER = -719_162;
const LAST_DAY_NUMBER = 2_932_896;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Number of days of a month, 1 to 12; 0 for any other. */
export const lastDayOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

/** Number written by `length` decimal digits of `text` from `start`; NaN when one of them is not a digit. */
function digits(text: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether `text` names a day that exists: 2026-02-28 does; 2026-02-30, 2026-2-3, '' and 20260203 do not. */
export function isDay(text: string): boolean;
export function isDay(text: unknown): text is Day;
export function isDay(text: unknown): boolean {
  if (typeof text !== 'string' || text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const date = digits(text, 8, 2);
  return year >= 1 && month >= 1 && date >= 1 && date <= lastDayOfMonth(year, month);
}

/** Days since 1970-01-01 (negative before). Refuses, with a RangeError, a text that is not a day.
 *  Formula: days_from_civil of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day (YYYY-MM-DD): ${String(day).slice(0, 40)}`);
  const month = digits(day, 5, 2);
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(day, 8, 2) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** 422 for what would count beyond the years 1 to 9999: from a day that somebody gave, no calendar of ours leads further. */
export class BeyondCalendar extends Refused {
  constructor() {
    super(422, 'day.beyondCalendar', '日期超出可计算的范围', 'This day leads beyond the years that can be counted');
    this.name = 'BeyondCalendar';
  }
}

/** The day that lies `number` days after 1970-01-01. Refuses a fraction (RangeError) and what lies outside years 1 to 9999 (BeyondCalendar).
 *  Formula: civil_from_days of Howard Hinnant. */
export function fromDayNumber(number: number): Day {
  if (!Number.isInteger(number)) throw new RangeError(`no day has the number ${number}`);
  if (number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) throw new BeyondCalendar();
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth + (marchMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** The day `days` calendar days after `day` (before it when negative). Refuses what leaves the years 1 to 9999. */
export function addDays(day: Day, days: number): Day {
  return fromDayNumber(dayNumber(day) + days);
}

/** Day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

/** The same for a day number: 1 is Monday, 7 is Sunday (1970-01-01 was a Thursday). */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Calendar year of a day, as a number. */
export function yearOf(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day (YYYY-MM-DD): ${String(day).slice(0, 40)}`);
  return digits(day, 0, 4);
}

/** The first of the days that are known; null where none is. */
export function earliest(...days: (Day | null | undefined)[]): Day | null {
  return days.reduce<Day | null>((first, day) => (day != null && (first === null || day < first) ? day : first), null);
}

/** The last of the days that are known; the first one always is. */
export function latest(first: Day, ...days: (Day | null | undefined)[]): Day {
  return days.reduce<Day>((last, day) => (day != null && day > last ? day : last), first);
}
