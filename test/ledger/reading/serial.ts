/** Days as spreadsheets count them. */
import { dayNumber } from '../../../src/domain/day.js';

/** The serial of a day after 1900-02-28 in the 1900 system. */
export function serialOf(day: string): number {
  return dayNumber(day) - dayNumber('1899-12-30');
}
