/** The year of a ledger, for days that are written without one. */
import type { Day } from '../../domain/day.js';
import { cellText, type RawRow } from './cell.js';
import type { Column } from './column.js';
import { isDateField } from './ledger-columns.js';
import type { Choices, Doubt, LedgerReading } from './reading.js';
import { CHOSEN, said } from './said.js';

export type LedgerYear = Pick<LedgerReading, 'year' | 'yearWhy'>;

/** The chosen year; else that of the titles above the header, of the sheet's or the file's name, or the one year in which all whole
 *  dates of its columns of days lie. Null where these do not say, or where the title's year is in none of its dates. */
export function ledgerYear(
  titles: readonly string[],
  names: readonly (string | null)[],
  columns: readonly Column[],
  rows: readonly RawRow[],
  choices: Choices,
): LedgerYear {
  const chosen = choices.year ?? Number(choices.answers?.['year'] ?? NaN);
  if (Number.isInteger(chosen) && chosen >= 1990 && chosen <= 2100) return { year: chosen, yearWhy: CHOSEN };
  const dated = yearsOfDates(columns, rows);
  for (const text of titles) {
    const year = yearIn(text, /((?:19|20)\d{2})\s*(?:年|-|\.|\/|〕|\])/);
    if (year === undefined || (dated.size > 0 && !dated.has(year))) continue;
    return { year, yearWhy: said('yearOfTitle', `From “${text.slice(0, 40)}”`, `来自标题“${text.slice(0, 40)}”`) };
  }
  for (const name of names) {
    const year = yearIn(name ?? '', /(?<!\d)((?:19|20)\d{2})(?!\d{5})/);
    if (year === undefined || (dated.size > 0 && !dated.has(year))) continue;
    return { year, yearWhy: said('yearOfName', `From the name “${name}”`, `来自名称“${name}”`) };
  }
  const [only] = dated;
  if (dated.size === 1 && only !== undefined) {
    return { year: only, yearWhy: said('yearOfDates', 'The year of all its whole dates', '表中完整日期都在这一年') };
  }
  return { year: null, yearWhy: null };
}

/** The question which year is meant. */
export function yearDoubt(shown: string, field: Doubt['field'], today: Day): Doubt {
  const year = Number(today.slice(0, 4));
  return {
    ...said('yearAsked', 'Days stand without a year: which year is it?', '日期没有写年份：是哪一年？'),
    key: 'year',
    field,
    shown,
    options: [year, year - 1, year + 1].map((each) => ({
      value: String(each),
      label: String(each),
      labelZh: `${each}年`,
    })),
    free: 'text',
    suggested: String(year),
  };
}

function yearIn(text: string, words: RegExp): number | undefined {
  // 二〇二六年
  const digits = text
    .normalize('NFKC')
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((each) => '零一二三四五六七八九'.indexOf(each.replace(/[〇○]/, '零'))).join(''),
    );
  const found = words.exec(digits)?.[1];
  return found === undefined ? undefined : Number(found);
}

function yearsOfDates(columns: readonly Column[], rows: readonly RawRow[]): Set<number> {
  const years = new Set<number>();
  const dated = columns.filter(({ field, why }) => isDateField(field) || why.code === 'ledger.read.columnAsked');
  for (const row of rows) {
    for (const { column } of dated) {
      const cell = row.cells[column];
      if (cell === undefined) continue;
      const day = typeof cell === 'object' && 'day' in cell ? cell.day : typeof cell === 'string' ? cellText(cell) : '';
      const year = /^\s*((?:19|20)\d{2})[-/.年]\s*\d/.exec(day)?.[1];
      if (year !== undefined) years.add(Number(year));
    }
    if (years.size > 3) break;
  }
  return years;
}
