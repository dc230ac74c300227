/** Reads what Excel and WPS put on the clipboard, and says which cell belongs to which column. */

/** A column of a grid and the words by which a pasted header names it. */
export interface Column<Key extends string> {
  key: Key;
  headers: readonly string[];
  /** Only a header brings it: without one no cell goes there. */
  byHeader?: boolean;
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
const plain = (cell: string): string => cell.toLowerCase().replace(/\s/g, '');

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

/** A pasted block as it is understood before anything is filled in. */
export interface BlockRead<Key extends string> {
  /** The first row names columns and is no row itself. */
  hasHeader: boolean;
  /** Each column of the block in its place. */
  columns: {
    /** What stands above it; empty where nothing does. */
    header: string;
    /** Ours that it goes to. */
    key: Key | undefined;
    /** A column of 1, 2, 3 … that nobody misses. */
    isSerial: boolean;
    /** The first things that stand in it. */
    samples: string[];
  }[];
  rows: string[][];
}

const SAMPLES = 3;

/** What a block is taken for. A header row that names our columns decides; otherwise cells go to the right from column `start`, or from further
 *  left where they would not fit, and a first column of 1, 2, 3 … is taken for the serial number. */
export function readBlock<Key extends string>(
  block: string[][],
  columns: readonly Column<Key>[],
  start: number,
): BlockRead<Key> {
  const named = keysOf(block, columns);
  const hasHeader = named.some((key) => key !== undefined);
  const rows = hasHeader ? block.slice(1) : block;
  const width = Math.max(...block.map((row) => row.length));
  const isNumbered = block.length > 1 && block.every((row, at) => row.length > 1 && row[0] === String(at + 1));
  const skipped = hasHeader ? 0 : isNumbered || SERIAL.includes(plain(block[0]?.[0] ?? '')) ? 1 : 0;
  const inPlace = columns.filter(({ byHeader }) => byHeader !== true);
  const from = Math.max(0, Math.min(start, inPlace.length - (width - skipped)));
  return {
    hasHeader,
    rows,
    columns: Array.from({ length: width }, (_, at) => {
      const header = hasHeader ? (block[0]?.[at] ?? '') : '';
      return {
        header,
        key: hasHeader ? named[at] : at < skipped ? undefined : inPlace[from + at - skipped]?.key,
        isSerial: hasHeader ? SERIAL.includes(plain(header)) : at < skipped,
        samples: rows.flatMap((row) => ((row[at] ?? '') === '' ? [] : [row[at]!])).slice(0, SAMPLES),
      };
    }),
  };
}

/** A column that is in none of ours: its header, or its place from 1 where it has none. */
export type Unread = string | number;

/** What of the block goes nowhere; where nothing stands in a column, nothing is missed. */
export const unreadOf = <Key extends string>({ columns }: BlockRead<Key>): Unread[] =>
  columns.flatMap(({ key, header, isSerial, samples }, at) =>
    key !== undefined || isSerial || samples.length === 0 ? [] : [header === '' ? at + 1 : header],
  );

/** The rows by our columns. */
export const rowsOf = <Key extends string>({ rows, columns }: BlockRead<Key>): Partial<Record<Key, string>>[] =>
  rows.map((row) => {
    const found: Partial<Record<Key, string>> = {};
    columns.forEach(({ key }, at) => {
      if (key !== undefined && row[at] !== undefined) found[key] = row[at];
    });
    return found;
  });

/** The block read so that column `at` goes to `key`, and no other does. */
export const movedTo = <Key extends string>(
  read: BlockRead<Key>,
  at: number,
  key: Key | undefined,
): BlockRead<Key> => ({
  ...read,
  columns: read.columns.map((one, n) =>
    n === at ? { ...one, key } : { ...one, key: key !== undefined && one.key === key ? undefined : one.key },
  ),
});

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
