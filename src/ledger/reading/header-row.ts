/** Finds the header among the first rows, below a title such as “某某整改台账”, and names the columns by it. */
import { cellText, type CellValue, type RawRow, type SheetRow } from './cell.js';
import { recogniseHeaders } from './headers.js';
import type { LedgerMapping } from './mapping.js';
import { lineText } from './plain-text.js';

/** How many rows that hold something are looked at for a header. */
export const HEADER_WITHIN = 10;

/** Index in `rows` of the header; undefined when no row looks like one. The row with the most known headers (at least two, or one
 *  that is the description in a sheet of a single column); of neighbours with equally many the lower, which is the one with the
 *  names in a header of two lines. With `mapping.headerRow` simply the row of that line. */
export function headerIndex(rows: RawRow[], mapping?: LedgerMapping): number | undefined {
  if (mapping?.headerRow !== undefined) {
    const index = rows.findIndex((row) => row.line === mapping.headerRow);
    return index === -1 ? undefined : index;
  }
  let best = -1;
  let most = 0;
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const score = row.problem ? 0 : headerScore(row, mapping);
    if (score > most || (score === most && score > 0 && index === best + 1)) {
      best = index;
      most = score;
    }
  }
  return most > 0 ? best : undefined;
}

/** How many columns of a row of headers are known; 0 when too few to be one. */
export function headerScore(row: RawRow, mapping?: LedgerMapping): number {
  const headers = row.cells.flatMap((cell) => (typeof cell === 'string' ? [lineText(cell)] : []));
  if (new Set(headers).size < headers.length - 1 && headers.length < 3) return 0;
  const { columns } = recogniseHeaders(headers, mapping);
  const known = new Set(Object.values(columns).flat()).size;
  if (known >= 2) return known;
  const alone = known === 1 && headers.length === 1 && (columns.description ?? columns.title)?.length === 1;
  return alone ? 1 : 0;
}

/** The name of each column: its header as found, made one line; '备注 (2)' for a second 备注; '第5列' where there is none. */
export function columnNames(header: RawRow): string[] {
  const seen = new Map<string, number>();
  const names: string[] = [];
  for (let column = 0; column < Math.max(header.cells.length, header.width ?? 0); column++) {
    const found = lineText(cellText(header.cells[column]));
    // A header such as 'constructor' would be found in every object of JavaScript, so it does not become a key.
    const name = found === '' || found in Object.prototype ? unnamed(column) : found;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    names.push(times === 1 ? name : `${name} (${times})`);
  }
  return names;
}

/** The row by header. A CSV record with more fields than the header is refused (a separator stands unquoted in a cell, and there is no
 *  knowing which); one with fewer lacks its last cells. */
export function byHeader(row: RawRow, names: string[]): SheetRow {
  const cells: Record<string, CellValue> = {};
  for (const [column, value] of row.cells.entries()) {
    if (value !== undefined) cells[names[column] ?? unnamed(column)] = value;
  }
  if (row.problem) return { line: row.line, cells, problem: row.problem };
  const hasMore = row.width !== undefined && row.cells.length > names.length;
  return hasMore ? { line: row.line, cells, problem: ragged(row.width ?? 0, names.length) } : { line: row.line, cells };
}

function unnamed(column: number): string {
  return `第${column + 1}列`;
}

/** The refusal of a CSV record with more fields than the header. */
export function ragged(fields: number, expected: number) {
  return {
    code: 'ledger.row.ragged',
    message: `${fields} fields where the header has ${expected}; a cell that holds a separator must stand in quotes`,
    messageZh: `此行有 ${fields} 列，表头只有 ${expected} 列；含分隔符的单元格应加引号`,
  };
}
