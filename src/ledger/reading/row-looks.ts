/** What the look of a row may say and its words do not: hidden, struck through, on grey. It is asked, never taken for granted. */
import type { CellValue, RawRow } from './cell.js';
import type { Column } from './column.js';
import type { Choices, Doubt, Option, ReadEntry } from './reading.js';
import { said } from './said.js';

const AS_IT_STANDS: Option = { value: 'issue', label: 'Take it as it is written', labelZh: '按表中所写导入' };
const LEAVE: Option = { value: 'leave', label: 'Void: leave it out', labelZh: '已作废，不导入' };
const DONE: Option = { value: 'closed', label: 'It is done: closed', labelZh: '已完成（销号）' };

/** What looks mean in one sheet. */
export class RowLooks {
  private readonly texts: ReadonlySet<number>;
  private readonly meant: ReadonlySet<number>;
  private readonly shades: boolean;

  constructor(
    columns: readonly Column[],
    rows: readonly RawRow[],
    private readonly choices: Choices,
  ) {
    this.texts = new Set(
      columns.filter(({ field }) => field === 'description' || field === 'title').map(({ column }) => column),
    );
    this.meant = new Set(
      columns.filter(({ field }) => field !== null && field !== 'serial').map(({ column }) => column),
    );
    this.shades = shadesMean(rows);
  }

  /** The row without the cells of which people said that what is struck through in them is void. */
  resolved(row: RawRow): RawRow {
    if (row.struck === undefined || this.isStruck(row)) return row;
    let cells: (CellValue | undefined)[] | undefined;
    for (const column of row.struck) {
      if (this.answer(`struck:${column}`, row.line) !== 'none') continue;
      cells ??= [...row.cells];
      cells[column] = undefined;
    }
    return cells === undefined ? row : { ...row, cells };
  }

  /** What has to be asked of an issue's looks; `entry` is put right where it was answered. `left`: it was answered that it stays out. */
  judge(row: RawRow, entry: ReadEntry | null, columns: readonly Column[]): { doubts: Doubt[]; left: boolean } {
    const doubts: Doubt[] = [];
    if (row.hidden !== true && row.struck === undefined && row.shaded === undefined) return { doubts, left: false };
    let left = false;
    const ask = (doubt: Doubt): void => {
      const answer = this.choices.rows?.[row.line] === undefined ? this.answer(doubt.key, row.line) : 'issue';
      if (answer === 'leave') left = true;
      else if (answer === 'closed' && entry !== null) {
        entry.state = { meaning: 'closed', why: said('answered', 'Answered: closed', '已由人答复：已销号') };
        entry.isClosed = true;
      } else if (answer === undefined) doubts.push(doubt);
    };
    const ended = entry?.state.meaning === 'closed' || entry?.state.meaning === 'dropped';
    if (row.hidden === true) ask(HIDDEN);
    if (this.isStruck(row)) {
      if (!ended) ask({ ...STRUCK, shown: entry?.title ?? '' });
    } else {
      for (const column of row.struck ?? []) {
        if (!this.meant.has(column) || row.filled?.includes(column) || this.isAnswered(column, row.line)) continue;
        doubts.push(struckCell(column, columns[column]?.header ?? ''));
      }
    }
    if (this.shades && !ended && !this.isStruck(row) && isShaded(row)) ask({ ...SHADED, shown: entry?.title ?? '' });
    return { doubts, left };
  }

  private isStruck(row: RawRow): boolean {
    return row.struck?.some((column) => this.texts.has(column)) === true;
  }

  private isAnswered(column: number, line: number): boolean {
    return this.answer(`struck:${column}`, line) !== undefined;
  }

  private answer(key: string, line: number): string | undefined {
    return this.choices.answers?.[`${key}@${line}`] ?? this.choices.answers?.[key];
  }
}

const HIDDEN: Doubt = {
  ...said(
    'hiddenRow',
    'The row is hidden, by hand or by a filter: take it too?',
    '该行在表中被隐藏（或被筛选掉）：是否一并导入？',
  ),
  key: 'row:hidden',
  field: null,
  shown: '',
  options: [
    { value: 'issue', label: 'Take hidden rows too', labelZh: '隐藏的行也导入' },
    { value: 'leave', label: 'Leave hidden rows out', labelZh: '隐藏的行不导入' },
  ],
  suggested: 'issue',
};

const STRUCK: Doubt = {
  ...said(
    'struckRow',
    'Its text is struck through: void, done, or to be taken as it is?',
    '问题文字带删除线：是作废、已完成，还是照常导入？',
  ),
  key: 'row:struck',
  field: null,
  shown: '',
  options: [LEAVE, DONE, AS_IT_STANDS],
};

const SHADED: Doubt = {
  ...said(
    'shadedRow',
    'The row stands on grey and says that it is open: void, done, or open?',
    '该行为灰色底纹，状态却是未完成：是作废、已完成，还是照常导入？',
  ),
  key: 'row:shaded',
  field: null,
  shown: '',
  options: [LEAVE, DONE, AS_IT_STANDS],
};

function struckCell(column: number, header: string): Doubt {
  return {
    ...said(
      'struckCell',
      `Struck through under “${header}”: does it still hold?`,
      `“${header}”列有删除线：内容是否仍然有效？`,
    ),
    key: `struck:${column}`,
    field: null,
    shown: header,
    options: [
      { value: 'none', label: 'Void: read it as empty', labelZh: '已作废，视为空' },
      { value: 'keep', label: 'It holds as it is written', labelZh: '仍然有效' },
    ],
  };
}

function isShaded({ cells, shaded }: RawRow): boolean {
  if (shaded === undefined) return false;
  const filled = cells.filter((cell) => cell !== undefined).length;
  return shaded.length * 3 >= filled * 2;
}

/** Grey tells rows apart only where few stand on it, and not every second one. */
function shadesMean(rows: readonly RawRow[]): boolean {
  let shaded = 0;
  let changes = 0;
  let before = false;
  for (const row of rows) {
    const now = isShaded(row);
    if (now) shaded += 1;
    if (now !== before) changes += 1;
    before = now;
  }
  if (shaded === 0 || shaded * 2 > rows.length) return false;
  return rows.length < 6 || changes < rows.length * 0.7;
}
