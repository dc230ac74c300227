/** Rows of a ledger as a file, piece by piece: a workbook that prints and filters as offices expect, or a CSV that Excel opens right. */
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { Refused } from '../domain/errors.js';
import { csvLine, dateOf, harmless } from '../spreadsheet/cells.js';
import { BYTE_ORDER_MARK, type FileFormat } from '../spreadsheet/file-format.js';
import { DAY_HEADERS, EXPORT_HEADERS, type ExportHeader, type ExportRow } from './export-row.js';

const WIDTH: Partial<Record<ExportHeader, number>> = { 标题: 36, 问题描述: 60, 整改措施: 60, 备注: 40, 责任单位: 24 };
/** Excel's limit for one cell. */
const LONGEST_CELL = 32_767;
/** Rows of a workbook that is made whole, with filters and a page setup; a longer one is streamed without, so that its size does not matter. */
const MADE_WHOLE = 5_000;
const SHEET = '台账';
const HEADER_STYLE = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE7E6E6' } },
  alignment: { vertical: 'center', wrapText: true },
} as const;
const TEXT_STYLE = { alignment: { vertical: 'top', wrapText: true } } as const;

type SheetRow = (string | number | Date | null)[];

/** The file of these rows, in pieces. Formulas in texts are made harmless; a CSV begins with a byte order mark and ends lines with CRLF. */
export async function* exportFile(rows: AsyncIterable<ExportRow>, format: FileFormat): AsyncGenerator<Uint8Array> {
  if (format === 'csv') {
    yield Buffer.from(BYTE_ORDER_MARK + csvLine(EXPORT_HEADERS));
    for await (const row of rows) yield Buffer.from(csvLine(EXPORT_HEADERS.map((header) => row[header])));
    return;
  }
  const source = rows[Symbol.asyncIterator]();
  const first: SheetRow[] = [];
  for (let next = await source.next(); ; next = await source.next()) {
    if (next.done === true) {
      yield await wholeWorkbook([{ name: SHEET, rows: first }]);
      return;
    }
    first.push(sheetRow(next.value));
    if (first.length > MADE_WHOLE) break;
  }
  const columns = EXPORT_HEADERS.map((header) => ({ header, ...columnOf(header) }));
  const stream = writeXlsxStream(following(first, source), { name: SHEET, columns, freezePane: { rows: 1 } });
  yield* stream as unknown as AsyncIterable<Uint8Array>;
}

/** A workbook with a sheet for each lead unit, in order of the first case of each; cases without one stand under 未分办. 422 for more than are made whole. */
export async function exportByUnit(rows: AsyncIterable<ExportRow>): Promise<Uint8Array> {
  const units = new Map<string, ExportRow[]>();
  let count = 0;
  for await (const row of rows) {
    if ((count += 1) > MADE_WHOLE) throw tooMany();
    const unit = String(row.责任单位 ?? '');
    const found = units.get(unit);
    if (found === undefined) units.set(unit, [{ ...row, 序号: 1 }]);
    else found.push({ ...row, 序号: found.length + 1 });
  }
  if (units.size === 0) return wholeWorkbook([{ name: SHEET, rows: [] }]);
  const taken = new Set<string>();
  return wholeWorkbook(
    [...units].map(([unit, of]) => ({ name: sheetName(unit || UNASSIGNED, taken), rows: of.map(sheetRow) })),
  );
}

const UNASSIGNED = '未分办';
/** Excel's limit for the name of a sheet, and what may not stand in it. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[\\/?*[\]:\u0000-\u001f]/g;

/** A name that Excel takes, unlike those that are taken; upper and lower case are one to it. */
function sheetName(unit: string, taken: Set<string>): string {
  const plain =
    unit
      .replace(NOT_IN_NAMES, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || SHEET;
  for (let copy = 1; ; copy += 1) {
    const ending = copy === 1 ? '' : `(${copy})`;
    const name = plain.slice(0, LONGEST_NAME - ending.length) + ending;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function tooMany(): Refused {
  return new Refused(
    422,
    'ledger.export.tooManyForSheets',
    `按单位分表最多 ${MADE_WHOLE} 件：请先筛选，或导出为一张表`,
    `At most ${MADE_WHOLE} cases go on sheets by unit: filter the list first, or export one sheet`,
    { most: MADE_WHOLE },
  );
}

/** A workbook of sheets with a header that stands out, stays in sight and is printed on each page, filters, and pages across. */
function wholeWorkbook(sheets: { name: string; rows: SheetRow[] }[]): Promise<Uint8Array> {
  const styles = EXPORT_HEADERS.map((_, column): [string, object] => [`0,${column}`, { style: HEADER_STYLE }]);
  const last = String.fromCharCode('A'.charCodeAt(0) + EXPORT_HEADERS.length - 1);
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      columns: EXPORT_HEADERS.map((header) => ({ ...columnOf(header), style: TEXT_STYLE })),
      rows: [[...EXPORT_HEADERS], ...rows],
      cells: new Map(styles),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${last}${rows.length + 1}` },
      pageSetup: {
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '$1:$1',
      },
    })),
  });
}

function columnOf(header: ExportHeader): { width: number; numFmt?: string } {
  return { width: WIDTH[header] ?? 14, ...(DAY_HEADERS.includes(header) ? { numFmt: 'yyyy-mm-dd' } : {}) };
}

function sheetRow(row: ExportRow): SheetRow {
  return EXPORT_HEADERS.map((header) => {
    const value = row[header];
    if (value === undefined || typeof value === 'number') return value ?? null;
    if (DAY_HEADERS.includes(header)) return dateOf(value) ?? harmless(value);
    return harmless(value).slice(0, LONGEST_CELL);
  });
}

async function* following(first: SheetRow[], rest: AsyncIterator<ExportRow>): AsyncGenerator<SheetRow> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield sheetRow(next.value);
}
