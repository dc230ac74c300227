/** How results are kept and printed: ratios first, medians and ranges, as a table and as JSON. */

export interface Row {
  work: string;
  unit: string;
  /** One number a round; the same for the limit it is held against, none where there is no such limit. */
  ours: number[];
  limit: number[];
  /** Ours by the limit, so that a rate wants to be high and a time low. */
  ratios: number[];
  budget: string;
  /** Null: stands in the table for comparison, without a budget of its own. */
  within: boolean | null;
}

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The least value below or at which `percent` % of them lie (nearest rank); NaN of nothing. */
export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

/** Ours by the limit, round by round. */
export function ratiosOf(ours: readonly number[], limit: readonly number[]): number[] {
  return ours.map((value, at) => value / limit[at]!);
}

const shown = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

/** `median (lowest–highest)` of a series. */
export function range(values: readonly number[]): string {
  if (values.length === 0) return '–';
  return `${shown(median(values))} (${shown(Math.min(...values))}–${shown(Math.max(...values))})`;
}

const verdict = (within: boolean | null): string => (within === null ? '–' : within ? 'yes' : 'NO');

/** A Markdown table, one line a row. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ work, unit, ours, limit, ratios, budget, within }) =>
      `| ${work} | ${range(ours)} | ${range(limit)} | ${unit} | ${range(ratios)} | ${budget} | ${verdict(within)} |`,
  );
  return ['| work | ours | limit | unit | ratio | budget | within |', '|---|---|---|---|---|---|---|', ...lines].join(
    '\n',
  );
}
