/** The answers that were given to a ledger, in words: the service names a question only while it is open. */
import { computed, watch, type ComputedRef } from 'vue';
import { choicesOf } from './choices.js';
import type { Draft, Question } from './draft.js';
import { inWords, labelOf } from './in-words.js';

export interface Answered {
  key: string;
  /** What was asked; what stands in the ledger where the question was asked before the page was opened. */
  asks: string;
  /** Empty where it is not known any more in words. */
  answer: string;
  /** The one row for which it holds. */
  line: number | null;
}

/** Answers for the whole ledger, which have their own place on the page. */
const WHOLE = ['personal', 'closed', 'units'];

/** Call in setup. `nameOf` names a unit. */
export function useAnswered(
  draft: () => Draft,
  nameOf: (id: string) => string,
): { asked: ReadonlyMap<string, Question>; answered: ComputedRef<Answered[]> } {
  const asked = new Map<string, Question>();
  watch(
    () => draft().doubts,
    (doubts) => doubts.forEach((one) => asked.set(one.key, one)),
    { immediate: true },
  );
  const answered = computed(() =>
    Object.entries(choicesOf(draft()).answers ?? {})
      .filter(([full]) => !WHOLE.includes(full))
      .map(([full, value]) => {
        const at = /^(.*)@(\d+)$/s.exec(full);
        const key = at?.[1] ?? full;
        const question = asked.get(key);
        const option = question?.options.find((one) => one.value === value);
        const unit = /^unit:([0-9a-f-]{36})$/.exec(value ?? '')?.[1];
        return {
          key: full,
          asks: question === undefined ? key.replace(/^[A-Za-z]+:/, '') : inWords(question),
          answer: option !== undefined ? labelOf(option) : unit !== undefined ? nameOf(unit) : freeText(value ?? ''),
          line: at === null ? null : Number(at[2]),
        };
      }),
  );
  return { asked, answered };
}

/** A day or Chinese text speaks for itself; a word of the machinery does not. */
const freeText = (value: string): string => (/^[a-zA-Z:]+$/.test(value) ? '' : value);
