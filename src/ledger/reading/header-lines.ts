/** Finds the header of a ledger: of one line or two, below titles, beside side headings, and never a row of data. */
import { cellText, type CellValue, type RawRow } from './cell.js';
import { headerKey } from './header-words.js';
import { headerMeaning, type HeaderMeaning, isHeaderWord } from './header-meaning.js';
import { isPersonName, withoutPersons } from './personal-data.js';
import { lineText } from './plain-text.js';
import type { Choices } from './reading.js';

/** How many rows that hold something are looked at for a header. */
export const HEADER_WITHIN = 15;
const LONGEST_HEADER = 36;

export interface FoundHeader {
  /** Physical lines. */
  lines: [number, number];
  /** How many rows stand up to its last line. */
  rows: number;
  names: HeaderName[];
  /** One of its columns says what the issue is: a table of figures has none. */
  hasText: boolean;
  /** And another whose, until when or how far it is: a list of contents has none. */
  isLedger: boolean;
}

/** The name of a column and, where the header has two lines, of the group above it. */
export interface HeaderName {
  group: string;
  name: string;
}

/** The header among the first of `rows`; null where none looks like one. A chosen one is taken as it is; lines 0, 0 choose that there is
 *  none, and columns go by their letters. */
export function findHeaderLines(rows: readonly RawRow[], choices: Choices = {}): FoundHeader | null {
  const chosen = choices.headerLines ?? answeredLines(choices.answers?.['header']) ?? mappedLine(choices);
  if (chosen !== undefined) return chosenHeader(rows, chosen);
  const own = choices.words?.headers;
  let best = -1;
  let most = 0;
  const looked = rows.slice(0, HEADER_WITHIN);
  for (const [index, row] of looked.entries()) {
    const score = headerScoreOf(row, own, choices);
    if (score > most) {
      best = index;
      most = score;
    }
  }
  if (best === -1) return null;
  const at = isPair(looked[best]!, looked[best + 1])
    ? best
    : best > 0 && isPair(looked[best - 1]!, looked[best])
      ? best - 1
      : null;
  return at === null ? header([looked[best]!], best + 1) : header([looked[at]!, looked[at + 1]!], at + 2);
}

/** The refusal of a CSV record with more fields than the header. */
export function ragged(fields: number, expected: number) {
  return {
    code: 'ledger.row.ragged',
    message: `${fields} fields where the header has ${expected}; a cell that holds a separator must stand in quotes`,
    messageZh: `此行有 ${fields} 列，表头只有 ${expected} 列；含分隔符的单元格应加引号`,
  };
}

function chosenHeader(rows: readonly RawRow[], [from, to]: [number, number]): FoundHeader | null {
  if (from === 0) {
    const width = rows.slice(0, 50).reduce((most, { cells }) => Math.max(most, cells.length), 0);
    return {
      lines: [0, 0],
      rows: 0,
      names: Array.from({ length: width }, (_, at) => ({ group: '', name: unnamed(at) })),
      hasText: true,
      isLedger: true,
    };
  }
  const lines = rows.filter(({ line }) => line >= from && line <= to);
  const last = rows.findIndex(({ line }) => line === to);
  return lines.length === 0 ? null : header(lines.slice(-2), (last === -1 ? rows.indexOf(lines.at(-1)!) : last) + 1);
}

function answeredLines(answer: string | undefined): [number, number] | undefined {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(answer ?? '') ?? [];
  return from === undefined ? undefined : [Number(from), Number(to ?? from)];
}

function mappedLine({ mapping }: Choices): [number, number] | undefined {
  return mapping?.headerRow === undefined ? undefined : [mapping.headerRow, mapping.headerRow];
}

/** How many columns of a row are known as headers; 0 where it cannot be one: dates, numbers and long texts stand in data. */
export function headerScoreOf(row: RawRow, own: NonNullable<Choices['words']>['headers'], choices: Choices): number {
  if (row.problem) return 0;
  let filled = 0;
  let known = 0;
  let isText = false;
  const fields = new Set<string>();
  const mapped = new Set(
    Object.values(choices.mapping?.columns ?? {})
      .flat()
      .map(headerKey),
  );
  for (const [column, cell] of row.cells.entries()) {
    if (cell === undefined || row.filled?.includes(column)) continue;
    if (typeof cell !== 'string') return 0;
    const text = lineText(cell);
    // What a pivot table is headed by.
    if (
      /^(行标签|列标签|row labels|column labels|(计数|求和|平均值|最大值|最小值)项[:：]|(count|sum|average) of )/i.test(
        text,
      )
    )
      return 0;
    if (/^\d+([.\-/]\d+)*$/.test(text) || /\d{4}[-/.年]\d{1,2}/.test(text)) return 0;
    filled += 1;
    if (text.length > LONGEST_HEADER) continue;
    const { field, sure } = headerMeaning(text, '', own);
    if (mapped.has(headerKey(text))) {
      known += 1;
      isText ||= true;
    } else if (field !== null && (sure === 'sure' || text.length <= 14)) {
      known += sure === 'sure' ? 1 : 0.6;
      fields.add(field);
      isText ||= field === 'description' || field === 'title';
    }
  }
  if (filled === 1) return known === 1 && isText ? 1 : 0;
  if (known < 1.2 || known / filled < 0.3) return 0;
  return fields.size >= 2 || mapped.size > 0 ? known : 0;
}

/** Whether `lower` holds the names below groups of `upper`: it stands right below, only where a group spans, and is short words. */
function isPair(upper: RawRow, lower: RawRow | undefined): boolean {
  if (lower === undefined || lower.line !== (upper.lastLine ?? upper.line) + 1) return false;
  const own = lower.cells.flatMap((cell, column) =>
    cell === undefined || lower.filled?.includes(column) === true ? [] : [column],
  );
  if (own.length === 0) return false;
  // Below a title stands a whole header, below a header of groups only what the groups hold.
  const isWhole = upper.cells.every((cell, column) => cell === undefined || own.includes(column));
  if (
    isWhole ||
    upper.cells.some((cell) => typeof cell === 'number' || (typeof cell === 'string' && /\d{4}/.test(cell)))
  )
    return false;
  let spans = false;
  for (const column of own) {
    const cell = lower.cells[column];
    const text = typeof cell === 'string' ? lineText(cell) : '';
    if (text === '' || text.length > 16 || /\d/.test(text)) return false;
    const above = upper.cells[column];
    if (above !== undefined && typeof above !== 'string') return false;
    if (above === undefined) {
      if (column === 0 || !upper.cells.slice(0, column).some((cell) => cell !== undefined)) return false;
      spans = true;
    }
  }
  // A row of data that lacks its first cells would have words that mean nothing.
  const meant = own.filter((column) => {
    const name = lineText(cellText(lower.cells[column]));
    return headerMeaning(name, groupOf(upper, column)).field !== null;
  });
  return spans && meant.length * 2 >= own.length;
}

function groupOf(upper: RawRow, column: number): string {
  for (let at = column; at >= 0; at--) {
    const cell = upper.cells[at];
    if (cell !== undefined) return headerText(cell);
  }
  return '';
}

function header(lines: RawRow[], rows: number): FoundHeader {
  const [upper, lower] = lines;
  const width = Math.max(...lines.map(({ cells, width = 0 }) => Math.max(cells.length, width)));
  const names: HeaderName[] = [];
  for (let column = 0; column < width; column++) {
    const isFilled = (row: RawRow): boolean => row.filled?.includes(column) === true;
    const own = lower === undefined || isFilled(lower) ? '' : headerText(lower.cells[column]);
    const above = upper === undefined ? '' : headerText(upper.cells[column]);
    if (lower === undefined) names.push({ group: '', name: isFilled(upper!) ? '' : above });
    else if (own === '') names.push({ group: '', name: above });
    else names.push({ group: groupOf(upper!, column), name: own });
  }
  const fields = names.map(({ group, name }) => headerMeaning(name, group).field);
  const hasText = fields.some((field) => field === 'description' || field === 'title');
  const isLedger = hasText && fields.some((field) => field !== null && OF_LEDGERS.has(field));
  return { lines: [upper?.line ?? 0, (lower ?? upper)?.line ?? 0], rows, names: named(names), hasText, isLedger };
}

const OF_LEDGERS: ReadonlySet<string> = new Set([
  'unitName',
  'raisedOn',
  'dueOn',
  'closedOn',
  'isClosed',
  'status',
  'measure',
  'raiserName',
]);

/** Headers become names in notes: nothing of a person stands in them. */
function headerText(cell: CellValue | undefined): string {
  const text = lineText(cellText(cell));
  // A row of data taken for the header has names in it; of two characters many are words.
  if (text.length >= 3 && isPersonName(text) && !isHeaderWord(text)) return '';
  return withoutPersons(text, ['mobile', 'identity', 'landline']).text;
}

/** Without a name a column goes by its number; a name that comes twice is counted. */
function named(names: HeaderName[]): HeaderName[] {
  const seen = new Map<string, number>();
  return names.map(({ group, name }, column) => {
    const own = name === '' || name in Object.prototype ? unnamed(column) : name;
    const key = `${group} ${own}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { group, name: times === 1 ? own : `${own} (${times})` };
  });
}

const unnamed = (column: number): string => `第${column + 1}列`;

/** The meaning of each column by its header alone. */
export function meaningsOf(header: FoundHeader, own: NonNullable<Choices['words']>['headers']): HeaderMeaning[] {
  return header.names.map(({ group, name }) => headerMeaning(name.replace(/ \(\d+\)$/, ''), group, own));
}
