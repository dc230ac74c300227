/** What waits for somebody, narrowed by words and nearness and put into groups. */
import type { WorkItem } from '../../api/types.js';

export const GROUPINGS = ['none', 'step', 'unit', 'day'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const NEARNESSES = ['all', 'late', 'soon'] as const;
export type Nearness = (typeof NEARNESSES)[number];

export interface WorkGroup {
  key: string;
  items: WorkItem[];
  late: number;
}

const SOON: readonly WorkItem['wait']['is'][] = ['today', 'tomorrow', 'nextWorkingDay'];

/** True where the item holds every one of the words, capitals or not, in title, number, unit or step, and is as near as is asked. */
export function isWanted(item: WorkItem, words: string, near: Nearness, textOf: (item: WorkItem) => string): boolean {
  if (near === 'late' && item.wait.is !== 'late') return false;
  if (near === 'soon' && !SOON.includes(item.wait.is)) return false;
  const text = textOf(item).toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The groups in the order of their first item, which is the most urgent of each. */
export function groupsOf(items: readonly WorkItem[], grouping: Grouping): WorkGroup[] {
  const groups = new Map<string, WorkGroup>();
  for (const item of items) {
    const key = keyOf(item, grouping);
    const group = groups.get(key) ?? { key, items: [], late: 0 };
    group.items.push(item);
    if (item.wait.is === 'late') group.late += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}

function keyOf({ next, leadUnitId, wait }: WorkItem, grouping: Grouping): string {
  if (grouping === 'step') return next.type;
  if (grouping === 'unit') return leadUnitId ?? '';
  if (grouping === 'day') return wait.is === 'late' ? 'late' : SOON.includes(wait.is) ? 'soon' : 'ahead';
  return '';
}
