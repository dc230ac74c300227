/** Rows of a ledger as a file, piece by piece: a workbook with real dates, or a CSV that Excel opens right. */
import { writeXlsxStream } from 'hucre/xlsx';
import { csvLine, dateOf, harmless } from '../spreadsheet/cells.js';
import { BYTE_ORDER_MARK, type FileFormat } from '../spreadsheet/file-format.js';
import { DAY_HEADERS, EXPORT_HEADERS, type ExportHeader, type ExportRow } from './export-row.js';

const WIDTH: Partial<Record<ExportHeader, number>> = { 标题: 36, 问题描述: 60, 整改措施: 60, 备注: 40, 责任单位: 24 };
/** Excel's limit for one cell. */
const LONGEST_CELL = 32_767;

/** The file of these rows, in pieces. Formulas in texts are made harmless; a CSV begins with a byte order mark and ends lines with CRLF. */
export async function* exportFile(rows: AsyncIterable<ExportRow>, format: FileFormat): AsyncGenerator<Uint8Array> {
  if (format === 'csv') {
    yield Buffer.from(BYTE_ORDER_MARK + csvLine(EXPORT_HEADERS));
    for await (const row of rows) yield Buffer.from(csvLine(EXPORT_HEADERS.map((header) => row[header])));
    return;
  }
  const columns = EXPORT_HEADERS.map((header) => ({
    header,
    width: WIDTH[header] ?? 14,
    ...(DAY_HEADERS.includes(header) ? { numFmt: 'yyyy-mm-dd' } : {}),
  }));
  const stream = writeXlsxStream(sheetRows(rows), { name: '台账', columns, freezePane: { rows: 1 } });
  yield* stream as unknown as AsyncIterable<Uint8Array>;
}

async function* sheetRows(rows: AsyncIterable<ExportRow>): AsyncGenerator<(string | number | Date | null)[]> {
  for await (const row of rows) {
    yield EXPORT_HEADERS.map((header) => {
      const value = row[header];
      if (value === undefined || typeof value === 'number') return value ?? null;
      if (DAY_HEADERS.includes(header)) return dateOf(value) ?? harmless(value);
      return harmless(value).slice(0, LONGEST_CELL);
    });
  }
}
