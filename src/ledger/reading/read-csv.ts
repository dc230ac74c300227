/** The records of a CSV text with the physical line each begins on. */
import { CsvError, parse } from 'csv-parse';
import { type CellValue, cellText, type RawRow } from './cell.js';
import { fileDamaged } from './file-refusals.js';
import type { LedgerLimits } from './limits.js';
import { tooLong, tooManyColumns, tooManyRows } from './sheet-rows.js';

const SLICE = 64 * 1024;

/** Records that hold something, in order; quoted cells may span lines. An opening quote that is never closed makes one row with a
 *  problem, under the line it begins on, that stands for all text up to the end. */
export async function* csvRows(text: string, separator: string, limits: LedgerLimits): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter: separator,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: 4 * 1024 * 1024,
  });
  feed(parser, text);
  let line = 1;
  let rows = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const begins = line;
      line = info.lines + 1;
      const cells = cellsOf(record, limits);
      if (!cells.some((cell) => cell !== undefined)) continue;
      if (++rows > limits.rows + 10) throw tooManyRows(limits);
      const row: RawRow = { line: begins, cells, width: record.length };
      if (cells.some((cell) => cellText(cell).length > limits.cellCharacters)) row.problem = tooLong(limits);
      yield row;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED' && error.code !== 'CSV_MAX_RECORD_SIZE') throw fileDamaged(error.message);
    yield { line, cells: [], problem: quoteNotClosed() };
  }
}

/** Written in slices, waiting for the parser, so that a large text is not parsed far ahead of its reader. */
function feed(parser: NodeJS.WritableStream, text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  const more = (): void => {
    while (at < bytes.length) {
      const slice = bytes.subarray(at, at + SLICE);
      at += SLICE;
      if (!parser.write(slice)) {
        parser.once('drain', more);
        return;
      }
    }
    parser.end();
  };
  more();
}

function cellsOf(record: string[], limits: LedgerLimits): (CellValue | undefined)[] {
  const cells: (CellValue | undefined)[] = [];
  for (const [column, text] of record.entries()) {
    if (text.trim() === '') continue;
    if (column >= limits.columns) throw tooManyColumns(limits);
    cells[column] = text;
  }
  return cells;
}

function quoteNotClosed() {
  return {
    code: 'ledger.row.quoteNotClosed',
    message: 'A quotation mark opens here and is never closed; nothing below it could be read',
    messageZh: '此行有未闭合的双引号，其后的内容无法读取',
  };
}
