/** The columns of sums in report_rollup, and how each is made from deltas. */
import { VISIT_MEASURES, type Sums } from '../../domain/report.js';
import { MEASURES } from '../../domain/case-facts.js';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export interface SumColumn {
  name: keyof Sums;
  column: string;
  /** Which deltas of alias `d` it sums. */
  condition: string;
}

/** One column per measure, and one of cases for each measure of visits: a case's first such visit has bucket 1. */
export const SUM_COLUMNS: readonly SumColumn[] = [
  ...MEASURES.map((name) => ({ name, column: snake(name), condition: `d.measure = '${name}'` })),
  ...VISIT_MEASURES.map((name) => ({
    name: `${name}Cases` as const,
    column: `${snake(name)}_cases`,
    condition: `d.measure = '${name}' AND d.bucket = 1`,
  })),
];

/** `sum(…) AS collected, …` over deltas of alias `d` that were summed up as `n`. */
export const SUMS_OF_DELTAS = SUM_COLUMNS.map(
  ({ column, condition }) => `coalesce(sum(d.n) FILTER (WHERE ${condition}), 0)::int AS ${column}`,
).join(', ');
