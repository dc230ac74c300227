/** Reads what Excel and WPS put on the clipboard, and says which cell belongs to which column. */

/** A column of a grid and the words by which a pasted header names it. */
export interface Column<Key extends string> {
  key: Key;
  headers: readonly string[];
}

const SERIAL = ['序号', '编号', 'no', 'no.', '#'];
const CELL = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/y;

/** Rows of cells of tab-separated text; a cell in quotes may hold tabs and line breaks, and `""` in it is one quote. Empty rows are left out. */
export function blockOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    CELL.lastIndex = at;
    const found = CELL.exec(text)!;
    rows.at(-1)!.push((found[1]?.replaceAll('""', '"') ?? found[2]!).replace(/\r\n?/g, '\n').trim());
    at = CELL.lastIndex;
    if (at >= text.length) break;
    if (text[at] === '\t') at += 1;
    else {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      rows.push([]);
    }
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/** A header as it is compared: case and spaces say nothing. */
export const plain = (cell: string): string => cell.toLowerCase().replace(/\s/g, '');

/** Which of our columns each cell of the first row names; a column is named once, by the first cell that does. */
function keysOf<Key extends string>(block: string[][], columns: readonly Column<Key>[]): (Key | undefined)[] {
  const taken = new Set<Key>();
  return (block[0] ?? []).map((cell) => {
    const key = columns.find(({ headers }) => headers.includes(plain(cell)))?.key;
    if (key === undefined || taken.has(key)) return undefined;
    taken.add(key);
    return key;
  });
}

/** Whether the first row of a block names one of our columns. Then `keys` are our columns in their places, `unread` the headers of those
 *  that are in none; null where it is no header row. */
export function headerOf<Key extends string>(
  block: string[][],
  columns: readonly Column<Key>[],
): { keys: (Key | undefined)[]; unread: string[] } | null {
  const keys = keysOf(block, columns);
  if (keys.every((key) => key === undefined)) return null;
  return { keys, unread: unreadOf(block, keys).flatMap(({ header }) => (header === '' ? [] : [header])) };
}

/** Columns of the block that have no key and are no serial number; where nothing stands in them, nothing is missed. */
function unreadOf<Key extends string>(
  block: string[][],
  keys: readonly (Key | undefined)[],
): { at: number; header: string }[] {
  const width = Math.max(...block.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => ({ at, header: block[0]?.[at] ?? '' })).filter(
    ({ at, header }) =>
      keys[at] === undefined && !SERIAL.includes(plain(header)) && block.some((row) => (row[at] ?? '') !== ''),
  );
}

/** A column that is in none of ours: its header, or its place from 1 where it has none. */
export type Unread = string | number;

/** The block as rows by column, and what of it is in no column. A header row that names our columns decides and is left out; otherwise cells
 *  go to the right from column `start`, or from further left where they would not fit, and a first column of 1, 2, 3 … is taken for the
 *  serial number. */
export function rowsOf<Key extends string>(
  block: string[][],
  columns: readonly Column<Key>[],
  start: number,
): { rows: Partial<Record<Key, string>>[]; unread: Unread[] } {
  const named = keysOf(block, columns);
  if (named.some((key) => key !== undefined)) {
    const unread = unreadOf(block, named).map(({ at, header }) => (header === '' ? at + 1 : header));
    return { rows: block.slice(1).map((row) => byKey(row, named)), unread };
  }
  const isNumbered = block.length > 1 && block.every((row, at) => row.length > 1 && row[0] === String(at + 1));
  const skipped = isNumbered || SERIAL.includes(plain(block[0]?.[0] ?? '')) ? 1 : 0;
  const rows = block.map((row) => row.slice(skipped));
  const width = Math.max(...rows.map((row) => row.length));
  const from = Math.max(0, Math.min(start, columns.length - width));
  const keys = Array.from({ length: width }, (_, at) => columns[from + at]?.key);
  const unread = keys.flatMap((key, at) =>
    key === undefined && rows.some((row) => (row[at] ?? '') !== '') ? [at + skipped + 1] : [],
  );
  return { rows: rows.map((row) => byKey(row, keys)), unread };
}

function byKey<Key extends string>(row: string[], keys: (Key | undefined)[]): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  keys.forEach((key, at) => {
    if (key !== undefined && row[at] !== undefined) found[key] = row[at];
  });
  return found;
}

/** Puts pasted rows into a grid without overwriting anything: into the rows from `at` on where all their cells for these columns are empty,
 *  else as new rows before the first row whose cells are taken. `blank` makes an empty row. The old rows are left as they are. */
export function placed<Row extends object, Key extends keyof Row & string>(
  rows: readonly Row[],
  at: number,
  pasted: readonly Partial<Record<Key, string>>[],
  blank: () => Row,
): Row[] {
  const isFree = (row: Row, cells: Partial<Record<Key, string>>): boolean =>
    Object.keys(cells).every((key) => row[key as Key] === '');
  const fits = pasted.every((cells, n) => rows[at + n] === undefined || isFree(rows[at + n]!, cells));
  if (fits) {
    const next = [...rows];
    pasted.forEach((cells, n) => (next[at + n] = { ...(rows[at + n] ?? blank()), ...cells }));
    return next;
  }
  const from =
    rows[at] !== undefined && !Object.values(pasted).every((cells) => isFree(rows[at]!, cells)) ? at + 1 : at;
  return [...rows.slice(0, from), ...pasted.map((cells) => ({ ...blank(), ...cells })), ...rows.slice(from)];
}
