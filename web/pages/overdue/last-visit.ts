/** What changed since the person last looked: this computer remembers what they saw, and when. */
import { ref, watch, type Ref } from 'vue';
import type { Instant } from '../../api/types.js';
import { user } from '../../session/session.js';
import { badness, type LateCase } from './late-cases.js';

interface Seen {
  at: number;
  /** Badness of the light of each case. */
  cases: Record<string, number>;
}
interface Memory {
  /** What the present visit is compared with, and what was seen last. */
  before: Seen | null;
  last: Seen | null;
}

export interface Changes {
  since: Instant;
  added: Set<string>;
  climbed: Set<string>;
  replied: Set<string>;
  /** How many are no longer late. */
  gone: number;
}

/** Kinds of change that name cases, in the order in which they are said. */
export const KINDS = ['added', 'climbed', 'replied'] as const;

/** Who comes back within half an hour is still on the same visit. */
const SAME_VISIT = 30 * 60_000;

/** The changes since the last visit; null on the first one. `items` are the late cases once they are there. */
export function useChanges(items: Ref<LateCase[] | undefined>): Ref<Changes | null> {
  const key = `xiaohao.overdue.${user.value?.id ?? ''}`;
  const changes = ref<Changes | null>(null);
  let before: Seen | null | undefined;
  watch(
    items,
    (now) => {
      if (now === undefined) return;
      if (before === undefined) {
        const memory = read(key);
        const isNewVisit = memory.last !== null && Date.now() - memory.last.at > SAME_VISIT;
        before = isNewVisit ? memory.last : memory.before;
      }
      const last: Seen = { at: Date.now(), cases: Object.fromEntries(now.map((one) => [one.id, badness(one.light)])) };
      write(key, { before, last });
      changes.value = before === null ? null : compared(before, now);
    },
    { immediate: true },
  );
  return changes;
}

function compared(before: Seen, now: readonly LateCase[]): Changes {
  const idsOf = (is: (one: LateCase) => boolean): Set<string> => new Set(now.filter(is).map(({ id }) => id));
  const ids = idsOf(() => true);
  return {
    since: new Date(before.at).toISOString(),
    added: idsOf(({ id }) => before.cases[id] === undefined),
    climbed: idsOf(({ id, light }) => badness(light) > (before.cases[id] ?? 9)),
    replied: idsOf(({ orders }) =>
      orders.some(({ acts }) => acts.some(({ act, at }) => act === 'replied' && Date.parse(at) > before.at)),
    ),
    gone: Object.keys(before.cases).filter((id) => !ids.has(id)).length,
  };
}

function read(key: string): Memory {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Memory | null) ?? { before: null, last: null };
  } catch {
    return { before: null, last: null };
  }
}

function write(key: string, memory: Memory): void {
  try {
    localStorage.setItem(key, JSON.stringify(memory));
  } catch {
    // a full or forbidden store: there is no "since last time", the rest works
  }
}
