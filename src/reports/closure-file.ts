/** The table of the closure report as a file: a workbook whose rates are numbers shown as percentages, or a CSV that Excel opens right. */
import { writeXlsx } from 'hucre/xlsx';
import { csvLine, dateOf, harmless } from '../spreadsheet/cells.js';
import { BYTE_ORDER_MARK, type FileFormat } from '../spreadsheet/file-format.js';
import type { ClosureColumn, ClosureTable } from './closure-table.js';

const FORMAT: Partial<Record<ClosureColumn['kind'], string>> = {
  day: 'yyyy-mm-dd',
  share: '0.00%',
  count: '0',
  tenths: '0.0',
};
const WIDTH: Record<ClosureColumn['kind'], number> = { text: 28, day: 12, count: 12, share: 14, tenths: 12 };
const STRONG = { font: { bold: true } };
/** The line that says what was asked, and the header. */
const HEAD_LINES = 2;

/** The bytes of the file. `sheet` names the sheet of a workbook. */
export async function closureFile(table: ClosureTable, format: FileFormat, sheet: string): Promise<Uint8Array> {
  const { title, columns, rows } = table;
  const headers = columns.map(({ header }) => header);
  if (format === 'csv') return Buffer.from([BYTE_ORDER_MARK, ...[[title], headers, ...rows].map(csvLine)].join(''));
  const last = HEAD_LINES + rows.length - 1;
  const strong = [0, 1, last].flatMap((row) =>
    columns.map(({ kind }, column): [string, object] => [
      `${row},${column}`,
      { style: { ...STRONG, ...(row === last && FORMAT[kind] !== undefined ? { numFmt: FORMAT[kind] } : {}) } },
    ]),
  );
  return Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: sheet,
          columns: columns.map(({ kind }) => ({
            width: WIDTH[kind],
            ...(FORMAT[kind] === undefined ? {} : { numFmt: FORMAT[kind] }),
          })),
          rows: [[title], headers, ...rows.map((row) => row.map((value, at) => cell(value, columns[at]!.kind)))],
          cells: new Map(strong),
          freezePane: { rows: HEAD_LINES, columns: 1 },
        },
      ],
    }),
  );
}

function cell(value: string | number | null, kind: ClosureColumn['kind']): string | number | Date | null {
  if (typeof value !== 'string') return value;
  return kind === 'day' ? (dateOf(value) ?? value) : harmless(value);
}
