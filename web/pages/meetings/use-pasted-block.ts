/** Pasting a sheet into a grid: asks where the column that matters was not recognised, says what was not filled in, and takes it back. */
import { ref, type Ref } from 'vue';
import { blockOf, headerOf, plain, rowsOf, type Column, type Unread } from './paste-block.js';

/** What is said of the last paste. */
export interface PasteNote {
  /** `asked`: nothing is filled in before one of `unread` is chosen. */
  kind: 'asked' | 'filled';
  filled: number;
  /** Columns that are in no column of the grid. */
  unread: Unread[];
}

export interface PastedBlock {
  note: Ref<PasteNote | null>;
  onPaste: (event: ClipboardEvent) => void;
  /** The column under this header is the one that matters. */
  choose: (header: string) => void;
  undo: () => void;
  /** Somebody types: what would be taken back is no longer what was pasted. */
  settle: () => void;
}

/** Call in setup. `put` answers the rows with what was pasted at row `at`; `after` is told once they are there. */
export function usePastedBlock<Row extends object, Key extends string>(
  rows: Ref<Row[]>,
  columns: readonly Column<Key>[],
  needed: Key,
  put: (cells: Partial<Record<Key, string>>[], at: number) => Row[],
  after: (change: 'filled' | 'taken back') => void,
): PastedBlock {
  const note = ref<PasteNote | null>(null);
  let before: Row[] = [];
  let asking: { block: string[][]; at: number; col: number } | null = null;

  function fill(block: string[][], at: number, col: number, chosen?: string): void {
    const read = columns.map((one) =>
      one.key === needed && chosen !== undefined ? { ...one, headers: [plain(chosen), ...one.headers] } : one,
    );
    const header = headerOf(block, read);
    const filledWith = rowsOf(block, read, col);
    if (header !== null && !header.keys.includes(needed) && header.unread.length > 0) {
      asking = { block, at, col };
      note.value = { kind: 'asked', filled: 0, unread: header.unread };
      return;
    }
    asking = null;
    before = rows.value.map((one) => ({ ...one }));
    rows.value = put(filledWith.rows, at);
    note.value = { kind: 'filled', filled: filledWith.rows.length, unread: filledWith.unread };
    after('filled');
  }
  return {
    note,
    onPaste: (event) => {
      const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-col]');
      const block = blockOf(event.clipboardData?.getData('text/plain') ?? '');
      if (cell === null || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return; // a word or a sentence goes into the cell
      event.preventDefault();
      const row = cell.closest<HTMLElement>('[data-row]')!;
      fill(block, Number(row.dataset['row']), Number(cell.dataset['col']));
    },
    choose: (header) => {
      if (asking !== null) fill(asking.block, asking.at, asking.col, header);
    },
    undo: () => {
      rows.value = before;
      note.value = null;
      after('taken back');
    },
    settle: () => {
      if (note.value?.kind === 'filled') note.value = null;
    },
  };
}
