/** How results are kept and printed: ratios first, medians and ranges, as a table and as JSON. */

export interface Row {
  work: string;
  unit: string;
  /** One number a round; the same for the limit it is held against. */
  ours: number[];
  limit: number[];
  ratios: number[];
  budget: string;
  within: boolean;
}

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const shown = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

/** `median (lowest–highest)` of a series. */
export function range(values: readonly number[]): string {
  if (values.length === 0) return '–';
  return `${shown(median(values))} (${shown(Math.min(...values))}–${shown(Math.max(...values))})`;
}

/** A Markdown table, one line a row. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ work, unit, ours, limit, ratios, budget, within }) =>
      `| ${work} | ${range(ours)} | ${range(limit)} | ${unit} | ${range(ratios)} | ${budget} | ${within ? 'yes' : 'NO'} |`,
  );
  return ['| work | ours | limit | unit | ratio | budget | within |', '|---|---|---|---|---|---|---|', ...lines].join(
    '\n',
  );
}
