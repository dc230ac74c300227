/** Messages under headings: by day, by case or by topic, in the order in which they came. */
import type { Day } from '../../api/types.js';
import { officeZone } from '../../language/office-zone.js';
import type { Message } from './messages.js';

export const ORDERS = ['day', 'case', 'topic'] as const;
export type Order = (typeof ORDERS)[number];

export interface Group {
  /** A day, a case's id or a topic; empty for messages about no case. */
  key: string;
  items: Message[];
}

/** The day in the office on which it came in. */
const dayOf = (at: string): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: officeZone.value, dateStyle: 'short' }).format(new Date(at));

const KEYS: Record<Order, (one: Message) => string> = {
  day: ({ at }) => dayOf(at),
  case: ({ caseId }) => caseId ?? '',
  topic: ({ topic }) => topic,
};

/** The group whose newest message is newest comes first. */
export function grouped(items: readonly Message[], by: Order): Group[] {
  const found = new Map<string, Group>();
  for (const one of items) {
    const key = KEYS[by](one);
    const group = found.get(key);
    if (group === undefined) found.set(key, { key, items: [one] });
    else group.items.push(one);
  }
  return [...found.values()];
}
