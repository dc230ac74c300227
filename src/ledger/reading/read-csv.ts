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
  let line = 1;
  let records = 0;
  let rows = 0;
  // A parser that fails drops the records it had ready. They are read again, up to the failure, and those already given skipped.
  let failedAfter: number | undefined;
  do {
    const skip = records;
    let seen = 0;
    try {
      for await (const record of parserOf(text, separator, failedAfter)) {
        if (++seen <= skip) continue;
        records++;
        const row: RawRow = { line, cells: cellsOf(record, limits), width: record.length };
        const more = lineEndsIn(record);
        if (more > 0) row.lastLine = line + more;
        line += 1 + more;
        if (!row.cells.some((cell) => cell !== undefined)) continue;
        if (++rows > limits.rows + 10) throw tooManyRows(limits);
        if (row.cells.some((cell) => cellText(cell).length > limits.cellCharacters)) row.problem = tooLong(limits);
        yield row;
      }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const again = failedAfter !== undefined;
      const quote = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
      if (again || !quote) throw fileDamaged(error.message);
      failedAfter = Number(error.records);
      if (failedAfter > records) continue;
    }
    break;
  } while (failedAfter !== undefined);
  if (failedAfter !== undefined) yield { line, cells: [], problem: quoteNotClosed() };
}

function parserOf(text: string, separator: string, records?: number): AsyncIterable<string[]> {
  const parser = parse({
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: 4 * 1024 * 1024,
    ...(records === undefined ? {} : { to: records }),
  });
  feed(parser, text);
  return parser as AsyncIterable<string[]>;
}

/** Line ends within quoted cells; the parser's own count takes \r\n there for two. */
function lineEndsIn(record: string[]): number {
  let ends = 0;
  for (const cell of record) if (/[\r\n]/.test(cell)) ends += cell.split(/\r\n|\n|\r/).length - 1;
  return ends;
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
