/** The closure report as one table: a row for each of its rows and the total, each rate beside its numerator and denominator, the signs last. Pure. */
import type { Day } from '../domain/day.js';
import { RATES, SIGNS, type RateName } from '../domain/report.js';
import type { ClosureReport, ClosureRow } from './closure.dto.js';
import type { Language } from '../domain/vocabulary/word.js';
import { CLOSURE_WORDS } from './closure-words.js';

export interface ClosureColumn {
  header: string;
  /** Days as `YYYY-MM-DD`, shares as fractions. */
  kind: 'text' | 'day' | 'count' | 'share' | 'tenths';
}

export interface ClosureTable {
  /** What was asked, in one line. */
  title: string;
  columns: ClosureColumn[];
  /** The total is the last row. */
  rows: (string | number | null)[][];
}

const NAMES = Object.keys(RATES) as RateName[];

/** The table in the reader's language. `labelOf` names a row; `asking` says what else was asked for, the unit by its name. Each row says
 *  the day the figures stand for, so that files of several days can be put below each other. */
export function closureTable(
  report: ClosureReport,
  language: Language,
  labelOf: (row: ClosureRow) => string,
  asking: readonly string[],
): ClosureTable {
  const words = CLOSURE_WORDS[language];
  const count = (header: string): ClosureColumn => ({ header, kind: 'count' });
  const columns: ClosureColumn[] = [
    { header: words.split[report.by], kind: 'text' },
    { header: words.asOf, kind: 'day' },
    count(words.count.adopted + words.cases),
    ...NAMES.flatMap((name): ClosureColumn[] => [
      count(`${words.rate[name]} ${words.numerator}`),
      count(`${words.rate[name]} ${words.denominator}`),
      { header: words.rate[name], kind: 'share' },
    ]),
    count(words.count.overdue + words.cases),
    count(words.count.parked + words.cases),
    count(words.median),
    count(words.p90),
    { header: words.firstResponse, kind: 'tenths' },
    count(words.count.disputed + words.cases),
    ...SIGNS.map((name) => count(words.sign[name])),
  ];
  const line = (row: ClosureRow, label: string): ClosureTable['rows'][number] => [
    label,
    report.asOf,
    row.counts.adopted.count,
    ...NAMES.flatMap((name) => {
      const { numerator, denominator, rate } = row.measures[name];
      return [numerator, denominator, rate];
    }),
    row.counts.overdue.count,
    row.counts.parked.count,
    row.workingDays.median,
    row.workingDays.p90,
    row.firstResponse.hours,
    row.counts.disputed.count,
    ...SIGNS.map((name) => row.signs[name].count),
  ];
  const asked = (word: string, day: Day | null): string[] => (day === null ? [] : [`${word} ${day}`]);
  return {
    title: [
      words.report,
      ...asked(words.asOf, report.asOf),
      ...asked(words.from, report.from),
      ...asked(words.to, report.to),
      ...asking,
    ].join(' · '),
    columns,
    rows: [...report.rows.map((row) => line(row, labelOf(row))), line(report.total, words.total)],
  };
}
