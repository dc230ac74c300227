/** The decisions about the opinions of one meeting: typed, kept on this computer, sent together, each with its own result. */
import { useQueryClient } from '@tanstack/vue-query';
import { computed, reactive, ref, watch, type ComputedRef, type Ref } from 'vue';
import { answer, api } from '../../api/client.js';
import type { Said } from '../../api/problem.js';
import { useDraft } from '../../form/draft.js';
import { completed, lineOf, missingIn, undecided, type Decision } from './decision.js';
import { portions, similarTo, type Meeting, type Opinion, type SimilarCase, type Triaged } from './meeting.js';

export interface Tally {
  adopted: number;
  merged: number;
  answered: number;
  declined: number;
  refused: number;
}

export interface Triage {
  open: ComputedRef<Opinion[]>;
  done: ComputedRef<Opinion[]>;
  decisions: Ref<Record<string, Decision>>;
  /** Opinions with a decision, complete or not. */
  decided: ComputedRef<Opinion[]>;
  /** Decided opinions that lack a field. */
  incomplete: ComputedRef<Opinion[]>;
  similar: Record<string, SimilarCase[]>;
  refused: Record<string, Said>;
  /** What the last sending came to. */
  tally: Ref<Tally | null>;
  /** Opinions that went on as a case since the page was opened and whose speakers get a receipt, in the order of the meeting. */
  receipts: ComputedRef<Triaged[]>;
  send: () => Promise<void>;
}

/** Call in setup. `send` throws a Problem when the whole was not taken; what was typed stays. */
export function useTriage(meetingId: string, meeting: Ref<Meeting | undefined>): Triage {
  const client = useQueryClient();
  const { draft: decisions } = useDraft<Record<string, Decision>>(`meeting.${meetingId}.triage`, () => ({}));
  const similar = reactive<Record<string, SimilarCase[]>>({});
  const refused = reactive<Record<string, Said>>({});
  const tally = ref<Tally | null>(null);
  const triaged = reactive<Record<string, Triaged>>({});
  const receipts = computed(() =>
    Object.values(triaged)
      .filter(({ receiptCode }) => receiptCode !== null && receiptCode !== '')
      .sort((one, other) => one.seq - other.seq),
  );

  const opinions = computed(() => meeting.value?.opinions ?? []);
  const open = computed(() => opinions.value.filter(({ outcome }) => outcome === null));
  const done = computed(() => opinions.value.filter(({ outcome }) => outcome !== null));
  const decided = computed(() => open.value.filter(({ id }) => (decisions.value[id]?.action ?? '') !== ''));
  const incomplete = computed(() => decided.value.filter(({ id }) => missingIn(decisions.value[id]!).length > 0));

  watch(
    open,
    (waiting) => {
      // what is decided, here or by a colleague, leaves no text behind
      if (meeting.value !== undefined) {
        const ids = new Set(waiting.map(({ id }) => id));
        for (const id of Object.keys(decisions.value)) if (!ids.has(id)) delete decisions.value[id];
      }
      for (const one of waiting) {
        const kept = decisions.value[one.id];
        if (kept === undefined) decisions.value[one.id] = undecided(one);
        else if (kept.workflow === undefined) decisions.value[one.id] = completed(kept, one);
      }
      void lookForSimilar(waiting);
    },
    { immediate: true },
  );

  /** One after the other, so that thirty opinions do not ask at once. */
  async function lookForSimilar(waiting: readonly Opinion[]): Promise<void> {
    for (const { id, text } of waiting) {
      if (similar[id] !== undefined || waiting !== open.value) continue;
      const found = await similarTo(text).catch(() => undefined); // the connection note says why
      if (found === undefined) return;
      similar[id] = found;
    }
  }

  async function send(): Promise<void> {
    const lines = decided.value.map(({ id }) => lineOf(id, decisions.value[id]!));
    const counts: Tally = { adopted: 0, merged: 0, answered: 0, declined: 0, refused: 0 };
    try {
      for (const some of portions(lines)) {
        for (const one of await answer(api.POST('/api/opinions/triage', { body: some }))) {
          if (one.ok && one.answer !== undefined) {
            counts[one.answer.outcome as 'adopted'] += 1;
            triaged[one.opinionId] = one.answer;
            delete refused[one.opinionId];
            delete decisions.value[one.opinionId];
          } else if (one.error !== undefined) {
            counts.refused += 1;
            refused[one.opinionId] = one.error as Said;
          }
        }
        tally.value = { ...counts };
      }
    } finally {
      for (const queryKey of [['meeting', meetingId], ['meetings'], ['cases'], ['work']])
        await client.invalidateQueries({ queryKey }).catch(() => undefined);
    }
  }

  return { open, done, decisions, decided, incomplete, similar, refused, tally, receipts, send };
}
