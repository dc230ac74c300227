/** All sheets of a file before anything is understood: the rows of the one that is read, the size of the others. */
import { Refused } from '../../domain/errors.js';
import type { RawRow } from './cell.js';
import { decodeText } from './decode-text.js';
import { fileKind, refuseMarkup } from './file-kind.js';
import { fileEmpty, fileEncrypted, oldFormat } from './file-refusals.js';
import { type FoundHeader, findHeaderLines, HEADER_WITHIN } from './header-lines.js';
import { archiveParts } from './ledger-archive.js';
import { LEDGER_LIMITS, type LedgerLimits } from './limits.js';
import { bytesOf, type LedgerFile } from './ledger-file.js';
import { csvRows } from './read-csv.js';
import type { Choices, SheetReading } from './reading.js';
import { separatorOf } from './separator.js';
import { sheetRows } from './sheet-rows.js';
import { type Archive, type SheetPlace, type WorkbookFrame, workbookFrame } from './workbook-parts.js';

/** A reading is held in memory whole, with its reasons: a larger ledger is to be split. */
export const READING_LIMITS: LedgerLimits = { ...LEDGER_LIMITS, rows: 50_000 };

export interface RawSheets {
  kind: 'csv' | 'xlsx';
  encoding: string | null;
  sheets: SheetReading[];
  sheet: string | null;
  rows: RawRow[];
  header: FoundHeader | null;
  /** Columns (from 0) that are hidden. */
  hiddenColumns: ReadonlySet<number>;
  /** Its serials count from 1904. */
  date1904: boolean;
  /** Texts of other visible ledgers of the file below their headers, by sheet: for numbers that begin anew in each. */
  others: { name: string; firstRows: RawRow[]; header: FoundHeader }[];
}

/** The sheets of `file`. Reads the chosen one, else the first visible one with the header of a ledger, else the first that holds something. */
export async function rawSheets(
  file: LedgerFile,
  choices: Choices,
  limits: LedgerLimits = READING_LIMITS,
): Promise<RawSheets> {
  const bytes = await bytesOf(file, limits);
  const kind = fileKind(bytes);
  if (kind === 'compound') {
    throw bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? fileEncrypted() : oldFormat('xls');
  }
  return kind === 'zip' ? workbook(bytes, limits, choices) : text(bytes, limits, choices);
}

async function text(bytes: Buffer, limits: LedgerLimits, choices: Choices): Promise<RawSheets> {
  const decoded = decodeText(bytes);
  if (decoded.text.trim() === '') throw fileEmpty();
  refuseMarkup(decoded.text);
  const rows = await all(csvRows(decoded.text, separatorOf(decoded.text, choices), limits));
  const header = findHeaderLines(rows, choices);
  return {
    kind: 'csv',
    encoding: decoded.encoding,
    sheets: [],
    sheet: null,
    rows,
    header,
    hiddenColumns: new Set(),
    date1904: false,
    others: [],
  };
}

async function workbook(bytes: Buffer, limits: LedgerLimits, choices: Choices): Promise<RawSheets> {
  const archive: Archive = { bytes, entries: archiveParts(bytes, limits), budget: { left: limits.inflatedBytes } };
  const frame = await workbookFrame(archive);
  const wanted = choices.sheet ?? choices.mapping?.sheet;
  if (wanted !== undefined && !frame.sheets.some(({ name }) => isNamed(name, wanted))) throw noSheet(wanted, frame);
  const found: Awaited<ReturnType<typeof oneSheet>>[] = [];
  let read: (typeof found)[number] | undefined;
  for (const place of frame.sheets) {
    const isWanted =
      wanted === undefined ? !place.hidden && read?.header?.isLedger !== true : isNamed(place.name, wanted);
    const sheet = await oneSheet(archive, frame, place, limits, choices, isWanted);
    found.push(sheet);
    if (
      isWanted &&
      (wanted !== undefined ||
        sheet.header?.isLedger === true ||
        (sheet.header?.hasText === true && read?.header?.hasText !== true) ||
        (read === undefined && sheet.header !== null))
    )
      read = sheet;
  }
  read ??= found.find(({ place, rows }) => !place.hidden && rows.length > 0) ?? found[0];
  const others = found.filter((each) => each !== read && !each.place.hidden && each.header !== null);
  return {
    kind: 'xlsx',
    encoding: null,
    sheets: found.map(({ place, count, header }) => ({
      name: place.name,
      rows: count,
      hidden: place.hidden,
      isLedger: header !== null,
    })),
    sheet: read?.place.name ?? null,
    rows: read?.rows ?? [],
    header: read?.header ?? null,
    hiddenColumns: read?.hiddenColumns ?? new Set(),
    date1904: frame.date1904,
    others: others.map(({ place, rows, header }) => ({ name: place.name, firstRows: rows, header: header! })),
  };
}

/** Of a sheet that is not read only the first rows are kept. */
async function oneSheet(
  archive: Archive,
  frame: WorkbookFrame,
  place: SheetPlace,
  limits: LedgerLimits,
  choices: Choices,
  isWanted: boolean,
) {
  const rows: RawRow[] = [];
  let count = 0;
  const hiddenColumns = new Set<number>();
  let header: FoundHeader | null | undefined;
  for await (const row of sheetRows(archive, frame, place, limits, hiddenColumns)) {
    count += 1;
    if (count > HEADER_WITHIN && header === undefined) header = findHeaderLines(rows, isWanted ? choices : {});
    if (isWanted || count <= 60) rows.push(row);
    if (count % TOGETHER === 0) await othersTurn();
  }
  header ??= findHeaderLines(rows, isWanted ? choices : {});
  return { place, rows, count, header, hiddenColumns };
}

async function all(source: AsyncIterable<RawRow>): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of source) {
    rows.push(row);
    if (rows.length % TOGETHER === 0) await othersTurn();
  }
  return rows;
}

/** Rows read before others have their turn: a file of a hundred thousand keeps nobody waiting. */
const TOGETHER = 500;
const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const isNamed = (name: string, wanted: string): boolean => name.trim() === wanted.trim();

function noSheet(wanted: string, frame: WorkbookFrame): Refused {
  const names = frame.sheets.map(({ name }) => name).join('、');
  return new Refused(
    422,
    'ledger.file.noSheet',
    `没有名为“${wanted}”的工作表；现有：${names}`,
    `No sheet is named “${wanted}”; there are: ${names}`,
  );
}
