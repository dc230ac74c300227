/** Excel's serial day numbers to days. */
import { type Day, dayNumber, fromDayNumber } from '../../domain/day.js';
import type { CellMoment } from './cell.js';

const DAY_0_OF_1900 = dayNumber('1899-12-31');
const DAY_0_OF_1904 = dayNumber('1904-01-01');

/** The moment a serial stands for, to the second; undefined outside what Excel can show (1900 to 9999).
 *  Rule: ECMA-376 part 1, 18.17.4.1; the 1900 system counts a 1900-02-29 that never was as serial 60, so serials above it are one
 *  too large. Times are wall time. */
export function serialMoment(serial: number, date1904: boolean): CellMoment | undefined {
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * 86_400);
  if (seconds === 86_400) {
    days += 1;
    seconds = 0;
  }
  if (!Number.isFinite(serial) || days < (date1904 ? 0 : 1) || days > 2_958_465) return undefined;
  const number = date1904 ? DAY_0_OF_1904 + days : DAY_0_OF_1900 + days - (days > 60 ? 1 : 0);
  const day: Day = fromDayNumber(number);
  return seconds === 0 ? { day } : { day, time: clock(seconds) };
}

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
