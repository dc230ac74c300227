/** The columns of sums in report_rollup, and how each is made from deltas. */
import { VISIT_MEASURES, type Sums } from '../../domain/report.js';
import { MEASURES } from '../../domain/case-facts.js';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export interface SumColumn {
  name: keyof Sums;
  column: string;
  /** Which deltas of alias `d` it sums. */
  condition: string;
  /** True where it sums the minutes that stand in the bucket, and not how many there are. */
  minutes?: true;
}

/** One column per measure, one of cases for each measure of visits (a case's first such visit has bucket 1), and one of the minutes that signing took. */
export const SUM_COLUMNS: readonly SumColumn[] = [
  ...MEASURES.map((name) => ({ name, column: snake(name), condition: `d.measure = '${name}'` })),
  ...VISIT_MEASURES.map((name) => ({
    name: `${name}Cases` as const,
    column: `${snake(name)}_cases`,
    condition: `d.measure = '${name}' AND d.bucket = 1`,
  })),
  { name: 'signedMinutes', column: 'signed_minutes', condition: `d.measure = 'signed'`, minutes: true },
];

/** What the bucket of the deltas `d` adds up to, for the measure whose bucket is a number of minutes. */
export const MINUTES = `coalesce(sum(d.delta * d.bucket) FILTER (WHERE d.measure = 'signed'), 0)::bigint`;

/** `sum(…) AS collected, …` over deltas of alias `d` that were summed up as `n` and `minutes`. */
export const SUMS_OF_DELTAS = SUM_COLUMNS.map(
  ({ column, condition, minutes }) =>
    `coalesce(sum(${minutes ? 'd.minutes' : 'd.n'}) FILTER (WHERE ${condition}), 0)::${minutes ? 'bigint' : 'int'} AS ${column}`,
).join(', ');
