/** 同上: a cell that says what the one above says. */
import { type CellValue, cellText, type RawRow } from './cell.js';
import type { Choices, Doubt } from './reading.js';
import { said } from './said.js';

const DITTO = /^(同上|同前|同上行|同上所述|〃|″|"|''|’’|”|ditto|do\.)[。.]?$/i;

/** Puts in place of 同上 what stands above in the column, row by row; told the columns of the row in `ditto`. */
export class Dittos {
  private above: readonly (CellValue | undefined)[] = [];

  constructor(private readonly answers: Choices['answers']) {}

  /** The row with what its dittos stand for; one that has nothing above keeps its words, to be asked, unless it was answered that it says nothing. */
  resolved(row: RawRow): RawRow {
    const columns = row.cells.flatMap((cell, column) => (isDitto(cell) ? [column] : []));
    if (columns.length === 0) {
      this.above = row.cells;
      return row;
    }
    const cells = [...row.cells];
    const ditto: NonNullable<RawRow['ditto']> = [];
    const dangling: number[] = [];
    for (const column of columns) {
      const key = `ditto:${column}`;
      const isNone = (this.answers?.[`${key}@${row.line}`] ?? this.answers?.[key]) === 'none';
      if (this.above[column] !== undefined) ditto.push({ column, shown: cellText(row.cells[column]) });
      else if (!isNone) dangling.push(column);
      if (this.above[column] !== undefined || isNone) cells[column] = this.above[column];
    }
    this.above = cells.map((cell) => (isDitto(cell) ? undefined : cell));
    return { ...row, cells, ditto, dangling };
  }

  /** Behind a heading nothing stands above. */
  forget(): void {
    this.above = [];
  }
}

function isDitto(cell: CellValue | undefined): boolean {
  return typeof cell === 'string' && cell.length < 8 && DITTO.test(cell.trim());
}

/** The meaning of a cell that was resolved. */
export const AS_ABOVE = said('asAbove', 'The same as in the row above', '同上：与上一行相同');

/** The question of a cell above which nothing stands. */
export function dittoDoubt(column: number, header: string, shown: CellValue | undefined): Doubt {
  const text = cellText(shown);
  return {
    ...said(
      'dittoAsked',
      `“${header}” says “${text}”, but nothing stands above: write what is meant`,
      `“${header}”写“${text}”，但上一行没有内容：请写明`,
    ),
    key: `ditto:${column}`,
    field: null,
    shown: text,
    options: [{ value: 'none', label: 'Leave it empty', labelZh: '留空' }],
  };
}
