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

const plain = (cell: string): string => cell.toLowerCase().replace(/\s/g, '');

/** What the first row of a block names: our columns in their places, and headers that are none of ours; null where it is no header row. */
export function headerOf<Key extends string>(
  block: string[][],
  columns: readonly Column<Key>[],
): { keys: (Key | undefined)[]; unread: string[] } | null {
  const first = block[0] ?? [];
  const keys = first.map((cell) => columns.find(({ headers }) => headers.includes(plain(cell)))?.key);
  if (keys.every((key) => key === undefined)) return null;
  const isOther = (cell: string, at: number): boolean =>
    keys[at] === undefined && cell !== '' && !SERIAL.includes(plain(cell));
  return { keys, unread: first.filter(isOther) };
}

/** The block as rows by column. A header row that names our columns decides and is left out; otherwise cells go to the right from column
 *  `start`, or from further left where they would not fit, and a first column of 1, 2, 3 … is taken for the serial number. */
export function rowsOf<Key extends string>(
  block: string[][],
  columns: readonly Column<Key>[],
  start: number,
): Partial<Record<Key, string>>[] {
  const named = (block[0] ?? []).map((cell) => columns.find(({ headers }) => headers.includes(plain(cell)))?.key);
  if (named.some((key) => key !== undefined)) return block.slice(1).map((row) => byKey(row, named));
  const isNumbered = block.length > 1 && block.every((row, at) => row.length > 1 && row[0] === String(at + 1));
  const rows = isNumbered || SERIAL.includes(plain(block[0]?.[0] ?? '')) ? block.map((row) => row.slice(1)) : block;
  const width = Math.max(...rows.map((row) => row.length));
  const from = Math.max(0, Math.min(start, columns.length - width));
  const keys = rows[0]?.map((_, at) => columns[from + at]?.key) ?? [];
  return rows.map((row) => byKey(row, keys));
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
