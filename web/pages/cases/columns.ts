/** Which columns the list of cases shows and how wide they are: chosen by the person, remembered on this device, whose screen they fit. */
import { ref, watch } from 'vue';
import { recall, remember } from '../../keeping/remember.js';
import { widthWithin, type Sized } from './column-widths.js';

/** In the order in which they stand. The light and the case itself always stand there. */
export const COLUMNS = ['number', 'category', 'unit', 'source', 'stage', 'collectedOn', 'due', 'closedOn'] as const;
export type Column = (typeof COLUMNS)[number];
type Widths = Partial<Record<Sized, number>>;

const KEY = 'xiaohao.cases.columns';
const KEY_OF_WIDTHS = 'xiaohao.cases.widths';
const AT_FIRST: Column[] = ['number', 'unit', 'stage', 'due'];

/** What was remembered wrongly falls back to the first choice. */
const chosen = ref<Column[]>(rememberedColumns());
const widths = ref<Widths>(rememberedWidths());
watch(chosen, (now) => remember(KEY, JSON.stringify(now)));
watch(widths, (now) => remember(KEY_OF_WIDTHS, JSON.stringify(now)));

/** The chosen columns with the widths that were dragged, and how to change both. */
export function useColumns(): {
  chosen: typeof chosen;
  shows: (column: Column) => boolean;
  toggle: (column: Column) => void;
  widths: typeof widths;
  /** Undefined: as it was at first. */
  setWidth: (column: Sized, width: number | undefined) => void;
} {
  const shows = (column: Column): boolean => chosen.value.includes(column);
  return {
    chosen,
    shows,
    toggle: (column) => (chosen.value = COLUMNS.filter((one) => (one === column ? !shows(one) : shows(one)))),
    widths,
    setWidth: (column, width) => {
      const { [column]: _, ...others } = widths.value;
      widths.value = width === undefined ? others : { ...others, [column]: widthWithin(column, width) };
    },
  };
}

function rememberedColumns(): Column[] {
  const kept = parsed(KEY);
  return Array.isArray(kept) ? COLUMNS.filter((column) => kept.includes(column)) : AT_FIRST;
}

function rememberedWidths(): Widths {
  const kept = parsed(KEY_OF_WIDTHS);
  if (typeof kept !== 'object' || kept === null) return {};
  const found = (['light', ...COLUMNS] as const).flatMap((column) => {
    const width = (kept as Record<string, unknown>)[column];
    return typeof width === 'number' && Number.isFinite(width) ? [[column, widthWithin(column, width)] as const] : [];
  });
  return Object.fromEntries(found);
}

function parsed(key: string): unknown {
  try {
    return JSON.parse(recall(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
}
