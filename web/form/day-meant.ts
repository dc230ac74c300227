/** Reads a day as people type it. */

const PARTS = /^(?:(\d{4})[-/.年]?)?(\d{1,2})[-/.月]?(\d{1,2})日?$/;
const DAY = 86_400_000;

/** `YYYY-MM-DD` of `4-15`, `4.15`, `0415`, `4月15日` or the same with a year; empty for no words, null where they are no day. Without a
 *  year it is this year's day or, looking `ahead`, the next one. `now` in epoch milliseconds; today is the office's. */
export function dayMeant(written: string, ahead: boolean, now = Date.now()): string | null {
  const words = written.trim().replace(/\s+/g, '');
  if (words === '') return '';
  const [, year, month, date] = PARTS.exec(words) ?? [];
  if (month === undefined || date === undefined) return null;
  const today = new Date(now + 8 * 3_600_000);
  const at = (y: number): number => Date.UTC(y, Number(month) - 1, Number(date));
  let y = year === undefined ? today.getUTCFullYear() : Number(year);
  if (year === undefined && ahead && at(y) < Math.floor(today.getTime() / DAY) * DAY) y += 1;
  const found = new Date(at(y));
  const isDay = found.getUTCMonth() === Number(month) - 1 && found.getUTCDate() === Number(date);
  return isDay ? found.toISOString().slice(0, 10) : null;
}
