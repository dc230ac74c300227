/** How wide the columns of the list are: as they were dragged, narrower where the screen is, and never so wide that a title cannot be read. */
import type { Column } from './columns.js';

/** Columns whose width is set; the title has what is left. */
export type Sized = Column | 'light';

/** Pixels that every title has. */
export const TITLE_LEAST = 240;
const PICK = 42;

/** As wide as each is where nobody dragged it, and as narrow as it may be; those given up last come first. */
const WIDTHS: Record<Sized, readonly [usual: number, least: number]> = {
  light: [100, 80],
  number: [146, 136],
  due: [284, 120],
  stage: [146, 84],
  unit: [164, 88],
  category: [140, 84],
  closedOn: [116, 100],
  collectedOn: [116, 100],
  source: [104, 72],
};
const GIVEN_UP_LAST = Object.keys(WIDTHS) as Sized[];
export const WIDEST = 600;

export const usualWidth = (column: Sized): number => WIDTHS[column][0];

/** The width between what a column may have at least and at most, in whole pixels. */
export const widthWithin = (column: Sized, width: number): number =>
  Math.round(Math.min(WIDEST, Math.max(WIDTHS[column][1], width)));

/** Widths of the columns that have room beside the title, and those that have none. `room`: pixels of the whole table. */
export function fittedWidths(
  columns: readonly Column[],
  wished: Partial<Record<Sized, number>>,
  room: number,
): { widths: Partial<Record<Sized, number>>; without: Column[] } {
  const left = room - PICK - TITLE_LEAST;
  const kept = GIVEN_UP_LAST.filter((name) => name === 'light' || columns.includes(name));
  const leastOf = (): number => kept.reduce((sum, name) => sum + WIDTHS[name][1], 0);
  while (kept.length > 1 && leastOf() > left) kept.pop();
  const asked = kept.map((name) => widthWithin(name, wished[name] ?? usualWidth(name)));
  const least = leastOf();
  // what is too much is taken from each by what it has above its least
  const above = asked.reduce((sum, width) => sum + width, 0) - least;
  const share = above <= 0 ? 1 : Math.min(1, Math.max(0, (left - least) / above));
  const widths = Object.fromEntries(
    kept.map((name, at) => {
      const [, narrow] = WIDTHS[name];
      return [name, Math.floor(narrow + (asked[at]! - narrow) * share)];
    }),
  );
  return { widths, without: columns.filter((name) => !kept.includes(name)) };
}
