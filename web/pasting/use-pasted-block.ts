/** Pasting a sheet into a grid: shows what goes where before anything is filled in, says what was left out, and takes it back. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import {
  blockOf,
  movedTo,
  readBlock,
  rowsOf,
  unreadOf,
  type BlockRead,
  type Column,
  type Unread,
} from './paste-block.js';

/** What is said of the last paste once it was filled in. */
export interface Filled {
  rows: number;
  /** Columns that are in no column of the grid. */
  unread: Unread[];
}

export interface PastedBlock<Key extends string> {
  /** A block that waits to be filled in. */
  asked: ShallowRef<BlockRead<Key> | null>;
  filled: Ref<Filled | null>;
  onPaste: (event: ClipboardEvent) => void;
  /** Column `at` of the block goes to `key`, or nowhere. */
  move: (at: number, key: Key | undefined) => void;
  fill: () => void;
  /** Nothing is filled in. */
  drop: () => void;
  undo: () => void;
  /** Somebody types: what would be taken back is no longer what was pasted. */
  settle: () => void;
}

/** Call in setup. `put` answers the rows with what was pasted at row `at`; `after` is told once they are there, or nothing is. */
export function usePastedBlock<Row extends object, Key extends string>(
  rows: Ref<Row[]>,
  columns: readonly Column<Key>[],
  put: (cells: Partial<Record<Key, string>>[], at: number) => Row[],
  after: (change: 'filled' | 'taken back', at: number) => void,
): PastedBlock<Key> {
  const asked: ShallowRef<BlockRead<Key> | null> = shallowRef(null);
  const filled = ref<Filled | null>(null);
  let before: Row[] = [];
  let place = 0;

  function fill(): void {
    if (asked.value === null) return;
    before = rows.value.map((one) => ({ ...one }));
    rows.value = put(rowsOf(asked.value), place);
    filled.value = { rows: asked.value.rows.length, unread: unreadOf(asked.value) };
    asked.value = null;
    after('filled', place);
  }
  return {
    asked,
    filled,
    fill,
    onPaste: (event) => {
      const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-col]');
      const block = blockOf(event.clipboardData?.getData('text/plain') ?? '');
      if (cell === null || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return; // a word or a sentence goes into the cell
      event.preventDefault();
      place = Number(cell.closest<HTMLElement>('[data-row]')!.dataset['row']);
      filled.value = null;
      asked.value = readBlock(block, columns, Number(cell.dataset['col']));
      // lines without columns go where the cursor is: there is nothing to be asked
      if (!asked.value.hasHeader && asked.value.columns.length === 1) fill();
    },
    move: (at, key) => {
      if (asked.value !== null) asked.value = movedTo(asked.value, at, key);
    },
    drop: () => {
      asked.value = null;
      after('taken back', place);
    },
    undo: () => {
      rows.value = before;
      filled.value = null;
      after('taken back', place);
    },
    settle: () => (filled.value = null),
  };
}
