/** The answer that an opinion would be given now: from the facts, and the words of the office where they still fit. */
import type { AnswerClass, AnswerFacts } from '../../domain/answers.js';
import { answerSentence } from '../../domain/answer-words.js';
import type { Sentence } from '../../domain/clock-words.js';
import type { Day } from '../../domain/day.js';
import type { AnswerRow, NewAnswer, Wording } from '../../store/meetings/answer.store.js';

/** What keeps an answer from being released: nobody has decided on the opinion, a refusal has no reason, a plan no day. */
export const MISSING = ['triage', 'words', 'day'] as const;
export type Missing = (typeof MISSING)[number];

export interface Composed {
  class: AnswerClass | null;
  sentence: Sentence;
  dueOn: Day | null;
  missing: Missing | null;
  /** The words of the office, where they were written for what the facts still say. */
  wording: Wording | undefined;
}

const NEEDS_WORDS: readonly AnswerFacts['basis'][] = ['disputed', 'rejected', 'withdrawn'];

/** The answer as it would be given on `today`. */
export function composed(facts: AnswerFacts, written: Wording | undefined, today: Day): Composed {
  const wording = written?.basis === facts.basis ? written : undefined;
  const is = wording?.class ?? facts.class;
  const named = wording?.plannedOn ?? null;
  const dueOn = is === 'planned' ? (facts.dueOn ?? (named !== null && named >= today ? named : null)) : null;
  const sentence =
    wording?.words === undefined || wording.words === null
      ? answerSentence({ ...facts, dueOn })
      : { 'zh-CN': wording.words, en: wording.words };
  const missing =
    is === null
      ? 'triage'
      : NEEDS_WORDS.includes(facts.basis) && (wording?.words ?? null) === null
        ? 'words'
        : is === 'planned' && dueOn === null
          ? 'day'
          : null;
  return { class: is, sentence, dueOn, missing, wording };
}

/** The next answer to an opinion, ready to be released; undefined where the last one says the same, or where something is missing. */
export function nextAnswer(
  opinionId: string,
  facts: AnswerFacts,
  { class: is, sentence, dueOn, missing, wording }: Composed,
  said: string | null,
  last: AnswerRow | undefined,
): NewAnswer | undefined {
  if (missing !== null || is === null || facts.class === null) return undefined;
  const next: NewAnswer = {
    opinionId,
    seq: (last?.seq ?? 0) + 1,
    basis: facts.basis,
    factsClass: facts.class,
    class: is,
    reason: is === facts.class ? null : (wording?.reason ?? null),
    words: sentence['zh-CN'],
    wordsEn: sentence.en,
    said,
    solvedOn: is === 'solved' ? facts.on : null,
    dueOn,
    unitId: facts.unitId,
  };
  const fields = ['basis', 'factsClass', 'class', 'reason', 'words', 'said', 'solvedOn', 'dueOn', 'unitId'] as const;
  return last !== undefined && fields.every((field) => last[field] === next[field]) ? undefined : next;
}
