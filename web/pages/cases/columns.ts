/** Which columns the list of cases shows: chosen by the person, remembered on this device. */
import { ref, watch } from 'vue';

/** In the order in which they stand. The light and the case itself always stand there. */
export const COLUMNS = ['number', 'category', 'unit', 'source', 'stage', 'collectedOn', 'due', 'closedOn'] as const;
export type Column = (typeof COLUMNS)[number];

const KEY = 'xiaohao.cases.columns';
const AT_FIRST: Column[] = ['number', 'unit', 'stage', 'due'];

/** The chosen columns, and how to show or hide one. What was remembered wrongly falls back to the first choice. */
const chosen = ref<Column[]>(remembered());
watch(chosen, (now) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(now));
  } catch {
    // a full or forbidden store: the choice lives as long as the page
  }
});

export function useColumns(): {
  shows: (column: Column) => boolean;
  toggle: (column: Column) => void;
  count: () => number;
} {
  const shows = (column: Column): boolean => chosen.value.includes(column);
  return {
    shows,
    toggle: (column) => (chosen.value = COLUMNS.filter((one) => (one === column ? !shows(one) : shows(one)))),
    count: () => chosen.value.length,
  };
}

function remembered(): Column[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as unknown;
    return Array.isArray(kept) ? COLUMNS.filter((column) => kept.includes(column)) : AT_FIRST;
  } catch {
    return AT_FIRST;
  }
}
