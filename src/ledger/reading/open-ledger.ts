/** Opens a ledger file of any kind we read: bytes to rows by header. */
import { createReadStream } from 'node:fs';
import { Refused } from '../../domain/errors.js';
import type { RawRow, SheetRow } from './cell.js';
import { Examples, linesShown } from './columns-read.js';
import { csvRows } from './read-csv.js';
import { decodeText } from './decode-text.js';
import { fileEmpty, fileEncrypted, fileTooLarge, noRows, oldFormat } from './file-refusals.js';
import { fileKind, refuseMarkup } from './file-kind.js';
import { byHeader, columnNames, HEADER_WITHIN, headerIndex } from './header-row.js';
import { type LedgerColumns, recogniseHeaders } from './headers.js';
import { LEDGER_LIMITS, type LedgerLimits } from './limits.js';
import type { LedgerMapping } from './mapping.js';
import { separatorOf } from './separator.js';
import { sheetRows } from './sheet-rows.js';
import { type Archive, type SheetPlace, workbookFrame } from './workbook-parts.js';
import { archiveParts } from './ledger-archive.js';

/** `name` is for messages only; what the file is, is judged by its content. */
export type LedgerFile = { name: string } & ({ bytes: Buffer } | { path: string } | { stream: AsyncIterable<Buffer> });

export interface OpenOptions {
  mapping?: LedgerMapping;
  limits?: Partial<LedgerLimits>;
}

export interface OpenLedger {
  kind: 'csv' | 'xlsx';
  /** CSV: the encoding and separator found. */
  encoding?: string;
  separator?: string;
  /** Workbook: the sheet that is read, and visible sheets with a header that are not; read these with `mapping.sheet`. */
  sheet?: string;
  unreadSheets: string[];
  headerLine: number;
  headers: string[];
  columns: LedgerColumns;
  /** Headers that mean nothing to us; kept as extra. */
  unknown: string[];
  /** Rows below the header that hold something, in order; to be run through once. May still refuse the file (damage, limits). */
  rows: AsyncGenerator<SheetRow>;
}

interface FoundHeader {
  header: RawRow;
  rows: AsyncGenerator<RawRow>;
}

/** The opened ledger. Refuses (Refused, codes ledger.file.*) what is no ledger, is too large, or holds no header or no rows. */
export async function openLedger(file: LedgerFile, options: OpenOptions = {}): Promise<OpenLedger> {
  const limits = { ...LEDGER_LIMITS, ...options.limits };
  const bytes = await bytesOf(file, limits);
  const kind = fileKind(bytes);
  if (kind === 'compound') {
    // An encrypted workbook is a compound file with a stream of this name (UTF-16).
    throw bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? fileEncrypted() : oldFormat('xls');
  }
  return kind === 'zip' ? openWorkbook(bytes, limits, options.mapping) : openText(bytes, limits, options.mapping);
}

/** The rows alone. */
export async function* readLedgerRows(file: LedgerFile, options: OpenOptions = {}): AsyncGenerator<SheetRow> {
  yield* (await openLedger(file, options)).rows;
}

async function openText(bytes: Buffer, limits: LedgerLimits, mapping?: LedgerMapping): Promise<OpenLedger> {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') throw fileEmpty();
  refuseMarkup(text);
  const separator = separatorOf(text, mapping);
  const { found, first } = await findHeader(csvRows(text, separator, limits), mapping);
  if (!found) throw noHeader(text.slice(0, 200), { first }, mapping);
  return { kind: 'csv', encoding, separator, unreadSheets: [], ...(await understood(found, undefined, mapping)) };
}

async function openWorkbook(bytes: Buffer, limits: LedgerLimits, mapping?: LedgerMapping): Promise<OpenLedger> {
  const archive: Archive = { bytes, entries: archiveParts(bytes, limits), budget: { left: limits.inflatedBytes } };
  const frame = await workbookFrame(archive);
  const sheets = sheetsToTry(frame.sheets, mapping);
  let chosen: { place: SheetPlace; found: FoundHeader } | undefined;
  let headless: { sheet: string; first: RawRow[] } | undefined;
  const unreadSheets: string[] = [];
  for (const place of sheets) {
    const { found, first } = await findHeader(sheetRows(archive, frame, place, limits), mapping);
    if (!found) {
      if (first.length > 0) headless ??= { sheet: place.name, first };
      continue;
    }
    if (chosen) {
      unreadSheets.push(place.name);
      await found.rows.return(undefined);
    } else chosen = { place, found };
  }
  if (!chosen) throw noHeader(sheets.map((each) => each.name).join('、'), headless ?? { first: [] }, mapping);
  const sheet = chosen.place.name;
  return { kind: 'xlsx', sheet, unreadSheets, ...(await understood(chosen.found, sheet, mapping)) };
}

/** Hidden sheets are read only when named: they hold lists of choices more often than ledgers. */
function sheetsToTry(sheets: SheetPlace[], mapping?: LedgerMapping): SheetPlace[] {
  if (mapping?.sheet === undefined) return sheets.filter((sheet) => !sheet.hidden);
  const named = sheets.filter((sheet) => sheet.name.trim() === mapping.sheet?.trim());
  if (named.length > 0) return named;
  const names = sheets.map((sheet) => sheet.name).join('、');
  throw new Refused(
    422,
    'ledger.file.noSheet',
    `没有名为“${mapping.sheet}”的工作表；现有：${names}`,
    `No sheet is named “${mapping.sheet}”; there are: ${names}`,
  );
}

/** The header with the rows below it, where there is one, and the first rows in any case. */
async function findHeader(
  rows: AsyncGenerator<RawRow>,
  mapping?: LedgerMapping,
): Promise<{ found?: FoundHeader; first: RawRow[] }> {
  const first: RawRow[] = [];
  const enough = () =>
    mapping?.headerRow === undefined ? first.length > HEADER_WITHIN : (first.at(-1)?.line ?? 0) >= mapping.headerRow;
  while (!enough()) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  const index = headerIndex(first, mapping);
  const header = index === undefined ? undefined : first[index];
  if (index === undefined || header === undefined) {
    await rows.return(undefined);
    return { first };
  }
  const rest = first.slice(index + 1);
  return { first, found: { header, rows: rest.length > 0 || enough() ? following(rest, rows) : rows } };
}

async function* following(first: RawRow[], rows: AsyncGenerator<RawRow>): AsyncGenerator<RawRow> {
  try {
    yield* first;
    yield* rows;
  } finally {
    await rows.return(undefined);
  }
}

async function understood(
  found: FoundHeader,
  sheet: string | undefined,
  mapping?: LedgerMapping,
): Promise<Pick<OpenLedger, 'headerLine' | 'headers' | 'columns' | 'unknown' | 'rows'>> {
  const headers = columnNames(found.header);
  const { columns, unknown, missing } = recogniseHeaders(headers, mapping);
  if (missing.length > 0) {
    await found.rows.return(undefined);
    throw missingColumns(missing, { headers, columns, headerLine: found.header.line, sheet });
  }
  const first = await found.rows.next();
  if (first.done) throw noRows(found.header.line);
  return { headerLine: found.header.line, headers, columns, unknown, rows: named(first.value, found.rows, headers) };
}

async function* named(first: RawRow, rest: AsyncGenerator<RawRow>, headers: string[]): AsyncGenerator<SheetRow> {
  try {
    yield byHeader(first, headers);
    for await (const row of rest) yield byHeader(row, headers);
  } finally {
    await rest.return(undefined);
  }
}

/** The bytes of a file; refuses more than the limit. */
export async function bytesOf(file: LedgerFile, limits: LedgerLimits): Promise<Buffer> {
  const tooLarge = () =>
    fileTooLarge(`${file.name} is larger than ${limits.fileBytes} bytes`, `${file.name} 超过 ${limits.fileBytes} 字节`);
  if ('bytes' in file) {
    if (file.bytes.length > limits.fileBytes) throw tooLarge();
    return file.bytes;
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of 'path' in file ? (createReadStream(file.path) as AsyncIterable<Buffer>) : file.stream) {
    size += part.length;
    if (size > limits.fileBytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function noHeader(shown: string, looked: { sheet?: string; first: RawRow[] }, mapping?: LedgerMapping): Refused {
  if (mapping?.headerRow !== undefined) {
    return new Refused(
      422,
      'ledger.file.noHeader',
      `第 ${mapping.headerRow} 行没有表头`,
      `Line ${mapping.headerRow} holds no header`,
    );
  }
  return new Refused(
    422,
    'ledger.file.noHeader',
    '前 10 行中没有找到台账表头（如 序号、问题描述、责任单位）。请检查文件，或给出列对应关系。',
    'No ledger header was found in the first 10 rows (such as 序号, 问题描述, 责任单位). Check the file or give a mapping.',
    {
      shown,
      ...(looked.sheet === undefined ? {} : { sheet: looked.sheet }),
      lines: linesShown(looked.first.slice(0, HEADER_WITHIN)),
    },
  );
}

/** With the columns as they were taken, for whoever corrects that by hand. */
function missingColumns(
  missing: string[],
  read: { headers: string[]; columns: LedgerColumns; headerLine: number; sheet: string | undefined },
): Refused {
  const { headers, columns, headerLine, sheet } = read;
  const names = missing.map((each) => (each === 'description' ? '问题描述 (description)' : each)).join('、');
  return new Refused(422, 'ledger.file.missingColumns', `缺少列：${names}`, `Columns not found: ${names}`, {
    missing,
    headers,
    columns: new Examples().columns(headers, columns),
    headerLine,
    ...(sheet === undefined ? {} : { sheet }),
  });
}
