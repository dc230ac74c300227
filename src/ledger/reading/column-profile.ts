/** What stands in a column, for headers that say too little. */
import { type CellValue, cellText } from './cell.js';
import { readDate } from './dates.js';
import { isPersonName, personalPieces } from './personal-data.js';
import { lineText } from './plain-text.js';
import { statusOf } from './status-words.js';
import { UNIT_END } from './unit-cell.js';

/** Shares, 0 to 1, of the cells that hold something. */
export interface ColumnProfile {
  filled: number;
  days: number;
  units: number;
  statuses: number;
  persons: number;
  personal: number;
  meanLength: number;
  /** Shown beside the column. */
  example: string | null;
}

const MOST = 400;
const LONGEST_EXAMPLE = 40;

/** The profile of the first cells of a column. */
export function columnProfile(cells: Iterable<CellValue | undefined>): ColumnProfile {
  const counts = { filled: 0, days: 0, units: 0, statuses: 0, persons: 0, personal: 0, length: 0 };
  let example: string | null = null;
  for (const cell of cells) {
    if (cell === undefined) continue;
    const text = lineText(cellText(cell));
    if (text === '') continue;
    example ??= text.length > LONGEST_EXAMPLE ? `${[...text].slice(0, LONGEST_EXAMPLE - 1).join('')}…` : text;
    counts.filled += 1;
    counts.length += text.length;
    if (isDay(cell, text)) counts.days += 1;
    else if (text.length <= 24) {
      if (text.length >= 3 && UNIT_END.test(text)) counts.units += 1;
      if (!/^[\d.]+$/.test(text) && statusOf(text) !== undefined) counts.statuses += 1;
      if (isPersonName(text)) counts.persons += 1;
    }
    if (personalPieces(text).length > 0) counts.personal += 1;
    if (counts.filled >= MOST) break;
  }
  const share = (count: number): number => (counts.filled === 0 ? 0 : count / counts.filled);
  return {
    filled: counts.filled,
    days: share(counts.days),
    units: share(counts.units),
    statuses: share(counts.statuses),
    persons: share(counts.persons),
    personal: share(counts.personal),
    meanLength: share(counts.length),
    example,
  };
}

function isDay(cell: CellValue, text: string): boolean {
  if (typeof cell === 'object') return 'day' in cell;
  if (typeof cell === 'number') return cell > 40_000 && cell < 60_000 && Number.isInteger(cell);
  if (!/\d/.test(text) || text.length > 20) return false;
  const read = readDate(text, { dateFormat: 'YMD' });
  return (read !== undefined && !('problem' in read)) || /^\d{1,2}月(\d{1,2}日|底|末|[上中下]旬)(前)?$/.test(text);
}
