/** Cells as spreadsheets take them: texts that stay texts, days that are days, a line of CSV. */
import { isDay } from '../domain/day.js';

/** Texts that a spreadsheet would run as a formula, `'` in front or not. */
const RUNS = /^'*[=+\-@\t\r]/;

/** A text no spreadsheet takes for a formula: one that begins with = + - @ or a tab gets a ' in front (OWASP, CSV injection). */
export function harmless(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** What `harmless` was given. */
export function unharmed(text: string): string {
  return text.startsWith("'") && RUNS.test(text) ? text.slice(1) : text;
}

/** The day of a cell as a date at midnight UTC, which is how workbooks are written; undefined where it is none. */
export function dateOf(value: string | number | undefined): Date | undefined {
  return isDay(value) ? new Date(`${value}T00:00:00Z`) : undefined;
}

/** A line of CSV with its CRLF: formulas made harmless, quotes where a cell needs them; undefined and null are empty. */
export const csvLine = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(value: string | number | null | undefined): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
