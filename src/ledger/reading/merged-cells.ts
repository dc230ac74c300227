/** Vertically merged cells: offices merge 责任单位 over several rows, and each of these rows means that unit. */
import type { CellValue, RawRow } from './cell.js';
import { columnNumber } from './cell-reference.js';

/** A merge over rows `from` to `to` (as Excel numbers them) whose first column is `column` (from 0). */
export interface VerticalMerge {
  column: number;
  from: number;
  to: number;
}

const MOST_MERGES = 100_000;

/** The merges over more than one row in the XML after the rows of a sheet, by first row. Merges within one row hold titles and are left alone. */
export function verticalMerges(xmlAfterRows: string): VerticalMerge[] {
  const merges: VerticalMerge[] = [];
  for (const match of xmlAfterRows.matchAll(
    /mergeCell\s[^>]{0,100}?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g,
  )) {
    const [, column = '', from, to] = match;
    if (Number(to) > Number(from)) merges.push({ column: columnNumber(column), from: Number(from), to: Number(to) });
    if (merges.length >= MOST_MERGES) break;
  }
  return merges.sort((a, b) => a.from - b.from);
}

/** Fills rows, given in order, with the value of the merge they lie in. A row that holds nothing of its own stays empty. */
export function mergeFiller(merges: VerticalMerge[]): (row: RawRow) => void {
  const open = new Map<number, { to: number; value: CellValue | undefined }>();
  let next = 0;
  return (row) => {
    if (next === merges.length && open.size === 0) return;
    for (let merge = merges[next]; merge && merge.from <= row.line; merge = merges[++next]) {
      const value = merge.from === row.line ? row.cells[merge.column] : undefined;
      if (merge.to >= row.line) open.set(merge.column, { to: merge.to, value });
    }
    const ownValues = row.cells.some((cell) => cell !== undefined);
    for (const [column, merge] of open) {
      if (merge.to < row.line) open.delete(column);
      else if (ownValues && merge.value !== undefined && row.cells[column] === undefined) {
        row.cells[column] = merge.value;
        (row.filled ??= []).push(column);
      }
    }
  };
}
