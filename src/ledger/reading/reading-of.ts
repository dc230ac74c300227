/** Reads a ledger to say what each of its physical rows is, how sure that is, and what has to be asked. */
import { createHash } from 'node:crypto';
import type { Day } from '../../domain/day.js';
import { noRows } from './file-refusals.js';
import { cellText, type RawRow } from './cell.js';
import { columnLetters } from './cell-reference.js';
import { judgeDays } from './closing-doubts.js';
import { completionDay } from './completion-day.js';
import { Dittos } from './ditto.js';
import { type FoundHeader, ragged } from './header-lines.js';
import { headerKey } from './header-words.js';
import { joinContinuations, joinRepeats } from './join-rows.js';
import type { Column, LedgerColumnsRead } from './column.js';
import { ledgerColumns } from './ledger-columns.js';
import { identityOfLedger } from './ledger-identity.js';
import { ledgerYear, yearDoubt } from './ledger-year.js';
import type { LedgerFile } from './ledger-file.js';
import { withoutPersons } from './personal-data.js';
import { lineText } from './plain-text.js';
import { type RawSheets, rawSheets } from './raw-sheets.js';
import type { Choices, ColumnReading, Doubt, LedgerReading, RowReading, Said } from './reading.js';
import { Memo, type RowReader } from './row-cells.js';
import { readRow } from './row-entry.js';
import { takeHeadingsState } from './section-state.js';
import { rowKind } from './row-kind.js';
import { RowLooks } from './row-looks.js';
import { AS_WRITTEN, said } from './said.js';

/** What the office knows that a ledger alone does not say. */
export interface Office {
  /** Whether a name, as written, is that of a unit: such a name is never doubted. */
  isUnit?: (name: string) => boolean;
}

/** The reading of `file` with what people chose; `today` is the day of the office. Refuses (Refused, ledger.file.*) what is no ledger, and
 *  more than `READING_LIMITS`. The same bytes and choices give the same reading. */
export async function readingOf(
  file: LedgerFile,
  choices: Choices,
  today: Day,
  office: Office = {},
): Promise<LedgerReading> {
  const raw = await rawSheets(file, choices);
  const { header } = raw;
  const frame = { kind: raw.kind, encoding: raw.encoding, sheets: raw.sheets, sheet: raw.sheet };
  if (header === null) return { ...frame, ...headless(raw) };
  const below = raw.rows.slice(header.rows);
  if (below.length === 0) throw noRows(header.lines[1]);
  const titles = raw.rows.slice(0, header.rows).filter(({ line }) => line < header.lines[0]);
  const read = ledgerColumns(header, below, choices, raw.hiddenColumns);
  const titleTexts = titles.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell === undefined ? [] : [lineText(cellText(cell))])),
  );
  const { year, yearWhy } = ledgerYear(titleTexts, [raw.sheet, file.name], read.columns, below, choices);
  const days = {
    year,
    zone: choices.zone ?? choices.mapping?.zone,
    dateOrder: choices.dateOrder ?? choices.mapping?.dateFormat,
    date1904: raw.date1904,
  };
  const eitherDay = completionDay(read, below, { choices, days, today });
  const reader: RowReader = {
    columns: read.columns,
    byField: read.byField,
    eitherDay,
    columnDoubts: read.doubts,
    hasStatus: saysStates(read),
    days,
    choices,
    today,
    isUnit: office.isUnit ?? (() => false),
    progress: read.columns.filter(({ field }) => field === 'measure' || field === 'status' || field === 'isClosed'),
    memo: new Memo(),
  };
  const rows = [
    ...above(titles, header, raw.rows),
    ...(await rowsBelow(below, reader, header, [raw.sheet, ...titleTexts])),
  ];
  joinContinuations(rows);
  const numbers = numbersOf(raw.others, read);
  const { identity, doubt: identityDoubt, repeated } = identityOfLedger(rows, choices, numbers);
  const place = [titleTexts[0] ?? '', raw.sheet ?? ''].join('/');
  joinRepeats(rows, identity.kind, place, choices);
  const isDated = (read.byField.get('raisedOn') ?? []).length > 0;
  const dueHeader = read.byField.get('dueOn')?.[0]?.header;
  for (const row of rows) {
    if (row.kind === 'continuation' && row.joinsLine !== null && row.why.code.startsWith('ledger.row.')) {
      judgeDays(row, { isDated, asksTerm: false, choices, today, year, dueHeader });
    }
    if (row.kind !== 'issue' || row.left) continue;
    judgeDays(row, { isDated, asksTerm: true, choices, today, year, dueHeader });
    const number = row.entry?.externalId;
    if (identityDoubt !== null && number !== undefined && (repeated.has(number) || repeated.size === 0))
      row.doubts.push(identityDoubt);
  }
  for (const row of rows) if (row.doubts.length > 0 || row.refusal !== null) row.sure = 'unsure';
  const asked = new Set(rows.flatMap(({ doubts }) => doubts.map(({ key }) => key)));
  const ofFile: (Doubt | null)[] = [
    otherSheets(raw, choices),
    ...read.doubts.map(({ doubt }) => doubt),
    eitherDay?.doubt ?? null,
    identityDoubt,
    year === null && asked.has('year') ? yearDoubt('', null, today) : null,
  ];
  return {
    ...frame,
    headerLines: header.lines,
    columns: read.columns.map(columnReading),
    rows: withBlanks(rows),
    layout: layoutOf(read.columns),
    year,
    yearWhy,
    identity,
    doubts: ofFile.filter((doubt) => doubt !== null),
  };
}

/** The other ledgers of the workbook, which are not read: whoever did not choose the sheet is asked whether this one alone is meant. */
function otherSheets({ sheet, others }: RawSheets, choices: Choices): Doubt | null {
  const names = others.filter(({ header }) => header.isLedger).map(({ name }) => name);
  if (names.length === 0 || (choices.sheet ?? choices.mapping?.sheet ?? choices.answers?.['sheets']) !== undefined)
    return null;
  const shown = names.slice(0, 5).join('、') + (names.length > 5 ? '…' : '');
  return {
    ...said(
      'otherSheets',
      `“${sheet}” alone is read. The workbook has ${names.length} more ledgers: ${shown}`,
      `只读入了“${sheet}”。文件中还有 ${names.length} 张台账：${shown}`,
    ),
    key: 'sheets',
    field: null,
    shown,
    options: [
      {
        value: 'only',
        label: 'This sheet alone; the others are imported by themselves',
        labelZh: '只导入本表，其余各表另行导入',
      },
    ],
  };
}

/** Rows above the header and the header itself. */
function above(titles: readonly RawRow[], { lines }: FoundHeader, rows: readonly RawRow[]): RowReading[] {
  const title = said('title', 'A title above the table', '表格上方的标题');
  const header = said('header', 'The header', '表头');
  return [
    ...titles.map((row) => plain(row, 'heading', title)),
    ...rows.filter(({ line }) => line >= lines[0] && line <= lines[1]).map((row) => plain(row, 'header', header)),
  ];
}

/** Rows read before others have their turn. */
const TOGETHER = 500;

async function rowsBelow(
  below: readonly RawRow[],
  reader: RowReader,
  header: FoundHeader,
  places: readonly (string | null)[],
): Promise<RowReading[]> {
  const rows: RowReading[] = [];
  let section: string | null = null;
  let hasIssue = false;
  let last = header.lines[1];
  const side = reader.columns.find(({ isSide }) => isSide);
  const corrections = correctionsByLine(reader.choices);
  const dittos = new Dittos(reader.choices.answers);
  const looks = new RowLooks(reader.columns, below, reader.choices);
  for (const [at, row] of below.entries()) {
    if (at % TOGETHER === TOGETHER - 1) await new Promise((resolve) => setImmediate(resolve));
    // Behind an empty line nothing goes on.
    if (row.line > last + 1 && row.filled === undefined) hasIssue = false;
    last = row.lastLine ?? row.line;
    const beside = side === undefined || row.filled?.includes(side.column) ? undefined : row.cells[side.column];
    if (beside !== undefined) section = lineText(cellText(beside));
    const corrected = dittos.resolved(looks.resolved(withCorrections(checked(row, header), corrections.get(row.line))));
    const {
      kind,
      sure,
      why,
      doubt,
      left: leftOut = false,
    } = rowKind(corrected, reader.columns, hasIssue, reader.choices);
    if (kind !== 'issue' && kind !== 'continuation') dittos.forget();
    if (kind === 'heading') section = headingOf(row, reader.columns);
    if (kind !== 'issue' && kind !== 'continuation') {
      if (kind !== 'header') hasIssue = false;
      rows.push({ ...plain(row, kind, why), sure, doubts: doubt === undefined ? [] : [doubt], left: leftOut });
      continue;
    }
    const { cells, entry, doubts: ofCells, refusal, stateSure } = readRow(corrected, reader, kind === 'issue');
    if (entry !== null && !reader.hasStatus)
      takeHeadingsState(entry, reader.byField.has('closedOn') ? [section] : [section, ...places]);
    const look = looks.judge(corrected, entry, reader.columns);
    const left = leftOut || look.left;
    const doubts = [...look.doubts, ...ofCells];
    hasIssue ||= kind === 'issue';
    rows.push({
      ...plain(row, kind, why, cells),
      sure: sure === 'sure' ? stateSure : sure,
      entry,
      section,
      doubts: left ? [] : doubt === undefined ? doubts : [doubt, ...doubts],
      refusal: left ? null : refusal,
      left,
    });
  }
  return rows;
}

/** A CSV record with more fields than the header has a separator unquoted in a cell, and there is no knowing which. */
function checked(row: RawRow, { names }: FoundHeader): RawRow {
  if (row.problem || row.width === undefined || row.cells.length <= names.length) return row;
  return { ...row, problem: ragged(row.width, names.length) };
}

function headingOf(row: RawRow, columns: readonly Column[]): string {
  const found = row.cells.find((cell, column) => cell !== undefined && columns[column]?.isSide !== true);
  return withoutPersons(lineText(cellText(found)), ['mobile', 'identity', 'landline']).text;
}

function correctionsByLine({ cells = {} }: Choices): Map<number, [column: number, text: string][]> {
  const lines = new Map<number, [number, string][]>();
  for (const [key, text] of Object.entries(cells)) {
    const [line, column] = key.split(':').map(Number);
    if (line === undefined || column === undefined) continue;
    lines.set(line, [...(lines.get(line) ?? []), [column, text]]);
  }
  return lines;
}

/** A corrected cell counts for the kind of the row as well. */
function withCorrections(row: RawRow, corrections: [column: number, text: string][] | undefined): RawRow {
  if (corrections === undefined) return row;
  const cells = [...row.cells];
  for (const [column, text] of corrections) cells[column] = text.trim() === '' ? undefined : text;
  const others = (columns: number[] | undefined) =>
    columns?.filter((column) => !corrections.some(([each]) => each === column));
  const { struck, ...rest } = row;
  const still = others(struck);
  return { ...rest, cells, filled: others(row.filled) ?? [], ...(still === undefined ? {} : { struck: still }) };
}

function plain(row: RawRow, kind: RowReading['kind'], why: Said, cells = cellsShown(row)): RowReading {
  return {
    line: row.line,
    lastLine: row.lastLine ?? row.line,
    kind,
    sure: 'sure',
    why,
    cells,
    entry: null,
    joinsLine: null,
    section: null,
    identities: [],
    doubts: [],
    refusal: null,
    left: false,
  };
}

function cellsShown({ cells }: RawRow): RowReading['cells'] {
  return cells.flatMap((cell, column) =>
    cell === undefined ? [] : [{ column, shown: cellText(cell), meaning: null, sure: 'sure' as const, why: null }],
  );
}

const BLANK = said('blankRow', 'Holds nothing', '空行');

/** With the empty lines between rows, told together, so that each physical line is accounted for. */
function withBlanks(rows: RowReading[]): RowReading[] {
  const all: RowReading[] = [];
  let next = 1;
  for (const row of rows) {
    if (row.line > next) all.push({ ...plain({ line: next, cells: [] }, 'blank', BLANK), lastLine: row.line - 1 });
    all.push(row);
    next = row.lastLine + 1;
  }
  return all;
}

function saysStates({ columns }: LedgerColumnsRead): boolean {
  return columns.some(({ field }) => field === 'status' || field === 'isClosed');
}

function columnReading({ column, letter, header, field, sure, why, example }: Column): ColumnReading {
  return { column, letter, header, field, sure, why, example };
}

/** Numbers in the other ledgers of the workbook. */
function numbersOf(others: RawSheets['others'], { byField }: LedgerColumnsRead): Set<string> {
  const numbers = new Set<string>();
  const name = byField.get('externalId')?.[0]?.header;
  if (name === undefined) return numbers;
  for (const { header, firstRows } of others) {
    const column = header.names.findIndex((each) => headerKey(each.name) === headerKey(name));
    if (column === -1) continue;
    for (const row of firstRows.slice(header.rows)) {
      const text = lineText(cellText(row.cells[column]));
      if (text !== '') numbers.add(text);
    }
  }
  return numbers;
}

/** SHA-256 (hex, 16 characters) of the headers in order. */
function layoutOf(columns: readonly Column[]): string {
  return createHash('sha256')
    .update(columns.map(({ header }) => headerKey(header)).join('|'))
    .digest('hex')
    .slice(0, 16);
}

/** A file in which no header was found: every row is shown and asked. */
function headless({ rows }: RawSheets): Omit<LedgerReading, 'kind' | 'encoding' | 'sheets' | 'sheet'> {
  const doubt: Doubt = {
    ...said(
      'headerAsked',
      'No header was found: on which line does it stand? Or say that there is none, and what each column means.',
      '没有找到表头：表头在第几行？也可以指定没有表头，再逐列说明含义。',
    ),
    key: 'header',
    field: null,
    shown: '',
    options: rows
      .slice(0, 5)
      .map(({ line }) => ({ value: String(line), label: `Line ${line}`, labelZh: `第 ${line} 行` }))
      .concat([{ value: '0', label: 'There is none', labelZh: '没有表头' }]),
    free: 'text',
  };
  const width = rows.slice(0, 50).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return {
    headerLines: [0, 0],
    columns: Array.from({ length: width }, (_, column) => {
      const example = rows.map(({ cells }) => lineText(cellText(cells[column]))).find((text) => text !== '') ?? null;
      const code = said('noHeader', 'No header', '没有表头');
      return {
        column,
        letter: columnLetters(column),
        header: `第${column + 1}列`,
        field: null,
        sure: 'unsure',
        why: code,
        example,
      };
    }),
    rows: withBlanks(rows.map((row) => ({ ...plain(row, 'issue', AS_WRITTEN), sure: 'unsure', doubts: [doubt] }))),
    layout: '',
    year: null,
    yearWhy: null,
    identity: { kind: 'text', sure: 'unsure', why: said('noHeader', 'No header', '没有表头') },
    doubts: [doubt],
  };
}
