/** Walks through the open questions of a ledger: which one is asked now, the rows it is about, and what comes after an answer. */
import { computed, nextTick, ref, type ComputedRef, type Ref } from 'vue';
import type { Draft, DraftRow, Question } from './draft.js';

export interface Questions {
  open: ComputedRef<Question[]>;
  now: ComputedRef<Question | null>;
  /** Place of the one that is asked among the open ones. */
  at: ComputedRef<number>;
  /** The row one is at, where the question is about it. */
  row: ComputedRef<DraftRow | null>;
  /** Asks this one; its first row comes into sight. */
  ask: (key: string) => Promise<void>;
  go: (by: 1 | -1) => Promise<void>;
  /** After an answer: the same question while rows wait for it, else the next one. False once nothing is open. */
  goOn: (was: number) => Promise<boolean>;
}

export function useQuestions(
  draft: () => Draft | null,
  here: { row: () => DraftRow | undefined; bringUp: (line: number, of: Question) => Promise<unknown> },
): Questions {
  const key: Ref<string> = ref('');
  const open = computed(() => (draft()?.doubts ?? []).filter(({ answer }) => answer === null));
  const at = computed(() =>
    Math.max(
      0,
      open.value.findIndex((one) => one.key === key.value),
    ),
  );
  const now = computed(() => open.value[at.value] ?? null);
  const isAbout = (row: DraftRow | undefined): row is DraftRow =>
    row?.doubts.some((one) => one.key === now.value?.key) === true;

  async function ask(wanted: string): Promise<void> {
    key.value = wanted;
    await nextTick();
    const one = now.value;
    const line = isAbout(here.row()) ? here.row()!.line : one?.lines[0];
    if (one !== null && line !== undefined) await here.bringUp(line, one);
  }
  return {
    open,
    now,
    at,
    row: computed(() => {
      const row = here.row();
      return isAbout(row) ? row : null;
    }),
    ask,
    go: async (by) => {
      const next = open.value[(at.value + by + open.value.length) % open.value.length];
      if (next !== undefined) await ask(next.key);
    },
    goOn: async (was) => {
      const still = open.value.find((one) => one.key === key.value);
      const next = still ?? open.value[Math.min(was, open.value.length - 1)];
      if (next === undefined) return false;
      key.value = next.key;
      const line = next.lines[0];
      if (line !== undefined) await here.bringUp(line, next);
      return true;
    },
  };
}
