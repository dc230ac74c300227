/** What each column of a file was taken for, with an example of what stands in it: what a person looks at who corrects it. */
import { cellText, type RawRow, type SheetRow } from './cell.js';
import { columnLetters } from './cell-reference.js';
import { type Field, FIELDS } from './entry.js';
import type { LedgerColumns } from './headers.js';
import { lineText, plainText } from './plain-text.js';

export interface ColumnRead {
  /** As Excel names it; of a CSV counted the same way. */
  letter: string;
  header: string;
  /** Null: means nothing to us, and its cells are kept in the note of each case. */
  field: Field | null;
  /** What stands in the first of the rows that hold something there; null where none of them does. At most 40 characters. */
  example: string | null;
}

/** Rows in which an example is looked for. */
const LOOKED_AT = 20;
const LONGEST = 40;
/** Columns of a line that is shown when no header was found. */
const MOST_COLUMNS = 40;

/** Collects an example a column from the first rows. */
export class Examples {
  private readonly found = new Map<string, string>();
  private rows = 0;

  note({ cells }: SheetRow): void {
    if (this.rows >= LOOKED_AT) return;
    this.rows += 1;
    for (const header in cells) {
      if (this.found.has(header)) continue;
      const text = short(lineText(plainText(cellText(cells[header]))));
      if (text !== '') this.found.set(header, text);
    }
  }

  /** The columns in the order of the file. */
  columns(headers: readonly string[], columns: LedgerColumns): ColumnRead[] {
    return headers.map((header, at) => ({
      letter: columnLetters(at),
      header,
      field: FIELDS.find((field) => columns[field]?.includes(header)) ?? null,
      example: this.found.get(header) ?? null,
    }));
  }
}

/** The first lines of a file in which no header was found, for a person to say which line is the header. */
export function linesShown(rows: readonly RawRow[]): { line: number; cells: string[] }[] {
  return rows.map(({ line, cells }) => ({
    line,
    cells: Array.from(cells.slice(0, MOST_COLUMNS), (cell) => short(lineText(cellText(cell)))),
  }));
}

const short = (text: string): string => {
  const characters = [...text.slice(0, LONGEST * 2)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text.slice(0, LONGEST * 2);
};
