/** Moves through a grid of cells as a spreadsheet does: Enter to the next row, Tab to the next cell, arrows at the edge of a text. A cell
 *  is any field below an element with `data-row` and `data-col`. While an input method composes, no key is ours. */
import { nextTick, type Ref } from 'vue';

export interface GridKeys {
  onKeydown: (event: KeyboardEvent) => void;
  onFocusin: (event: FocusEvent) => void;
  /** Puts the cursor into a cell; false where there is none. */
  focusCell: (row: number, col: number) => boolean;
}

export interface GridActions {
  /** Ctrl+D: take over what stands above. */
  copyDown?: (row: number, col: number) => void;
  /** Ctrl+Delete. */
  remove?: (row: number) => void;
  /** Enter on the last row; focus follows to the next row where one appears. */
  beyond?: (row: number) => void;
  /** Enter always goes to this column; otherwise to the one in which the row was begun, as Excel does. */
  home?: number;
}

/** True while an input method composes a character; 229 is what Safari says of the Enter that ends it. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Leaves the field one is in, so that what was half chosen there is taken, before something is sent. */
export async function leaveField(): Promise<void> {
  (document.activeElement as HTMLElement | null)?.blur();
  await nextTick();
}

const cellOf = (target: EventTarget | null): { row: number; col: number } | undefined => {
  const cell = (target as HTMLElement | null)?.closest<HTMLElement>('[data-col]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset['row']), col: Number(cell.dataset['col']) } : undefined;
};

/** Handlers for the element that holds the grid. */
export function useGridKeys(root: Ref<HTMLElement | undefined>, actions: GridActions = {}): GridKeys {
  let home = 0;
  let last = -1;
  let tabbed = false;

  function focusCell(row: number, col: number): boolean {
    const cells = root.value?.querySelectorAll<HTMLElement>(`[data-row="${row}"] [data-col="${col}"]`);
    for (const cell of cells ?? []) {
      const checked = cell.querySelector<HTMLElement>('input[type=radio]:checked');
      const found = checked ?? cell.querySelector<HTMLElement>('input, textarea, select');
      if (found === null) continue;
      found.focus();
      return true;
    }
    return false;
  }

  function onFocusin(event: FocusEvent): void {
    const at = cellOf(event.target);
    if (at === undefined) return;
    if (!tabbed || at.row !== last) home = at.col;
    last = at.row;
    tabbed = false;
  }

  function onKeydown(event: KeyboardEvent): void {
    if (isComposing(event) || event.defaultPrevented) return;
    const at = cellOf(event.target);
    if (at === undefined) return;
    const held = event.ctrlKey || event.metaKey;
    tabbed = event.key === 'Tab';
    if (event.key === 'Enter' && !held && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      const col = actions.home ?? home;
      if (focusCell(at.row + 1, col)) return;
      actions.beyond?.(at.row);
      void nextTick(() => focusCell(at.row + 1, col));
    } else if (event.key === 'd' && held && actions.copyDown !== undefined) {
      event.preventDefault();
      actions.copyDown(at.row, at.col);
    } else if (event.key === 'Delete' && held && actions.remove !== undefined) {
      event.preventDefault();
      actions.remove(at.row);
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !held && isAtEdge(event)) {
      if (focusCell(at.row + (event.key === 'ArrowUp' ? -1 : 1), at.col)) event.preventDefault();
    }
  }

  return { onKeydown, onFocusin, focusCell };
}

/** In a text the arrows move the cursor first; choices and days keep them for themselves. */
function isAtEdge({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLTextAreaElement) && !(target instanceof HTMLInputElement && target.type === 'text'))
    return false;
  if (target.selectionStart !== target.selectionEnd) return false;
  return key === 'ArrowUp' ? target.selectionStart === 0 : target.selectionEnd === target.value.length;
}
