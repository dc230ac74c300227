/** What became of an opinion, for the person who voiced it: solved, planned with its day, or not possible with the reason 办理结果反馈. */
import type { CaseState } from './case.js';
import { stageOf, substateOf } from './case.js';
import type { Day } from './day.js';
import { resolvedOnOf } from './fates.js';
import type { Triage } from './words.js';

/** A 已解决, B 正在解决或列入计划, C 留作参考或不能解决. */
export const ANSWER_CLASSES = ['solved', 'planned', 'notPossible'] as const;
export type AnswerClass = (typeof ANSWER_CLASSES)[number];

/** What an answer rests on. */
export const ANSWER_BASES = [
  'untriaged',
  'answered',
  'declined',
  'resolved',
  'unverified',
  'disputed',
  'rejected',
  'withdrawn',
  'working',
  'checking',
  'parked',
  'late',
  'undated',
] as const;
export type AnswerBasis = (typeof ANSWER_BASES)[number];

/** Each basis has one class; null while nobody has decided on the opinion. */
export const CLASS_OF: Readonly<Record<AnswerBasis, AnswerClass | null>> = {
  untriaged: null,
  answered: 'solved',
  resolved: 'solved',
  // The fix was checked by somebody else; that nobody could be reached is said in the sentence.
  unverified: 'solved',
  declined: 'notPossible',
  disputed: 'notPossible',
  rejected: 'notPossible',
  withdrawn: 'notPossible',
  working: 'planned',
  checking: 'planned',
  parked: 'planned',
  late: 'planned',
  undated: 'planned',
};

export interface AnswerFacts {
  basis: AnswerBasis;
  class: AnswerClass | null;
  /** When it was solved or ended; null otherwise. */
  on: Day | null;
  /** Of a plan: the day by which it is to be done; null where none is in force. */
  dueOn: Day | null;
  /** What was said to the person at the meeting, or why it was declined. */
  reason: string | null;
  unitId: string | null;
}

export interface DecidedOpinion {
  outcome: Triage | null;
  answer: string | null;
  /** The office's day of the triage. */
  decidedOn: Day | null;
}

const facts = (basis: AnswerBasis, more: Partial<AnswerFacts> = {}): AnswerFacts => ({
  ...{ basis, class: CLASS_OF[basis], on: null, dueOn: null, reason: null, unitId: null },
  ...more,
});

/** What became of an opinion by the record on `today`. `of`: the case it led to; of one that was merged since, the case that has its fate. */
export function answerFacts(opinion: DecidedOpinion, of: CaseState | undefined, today: Day): AnswerFacts {
  const { outcome, answer, decidedOn } = opinion;
  if (outcome === null) return facts('untriaged');
  if (outcome === 'answered' || outcome === 'declined') return facts(outcome, { on: decidedOn, reason: answer });
  return of === undefined ? facts('undated') : factsOfCase(of, today);
}

function factsOfCase({ value, context }: CaseState, today: Day): AnswerFacts {
  const { leadUnitId: unitId, closedOn: on, dueOn } = context;
  if (stageOf(value) === 'closed') {
    const outcome = context.outcome ?? 'resolved';
    if (outcome === 'merged') return facts('undated', { unitId });
    if (outcome !== 'resolved') return facts(outcome, { on, unitId });
    // One that was split is resolved with the last of its parts.
    const resolvedOn = resolvedOnOf(context);
    return resolvedOn === null ? facts('undated', { unitId }) : facts('resolved', { on: resolvedOn, unitId });
  }
  if (context.mode === 'paused') return facts('parked', { unitId, dueOn: context.reviewOn });
  if (dueOn === null) return facts('undated', { unitId });
  if (context.mode === 'held' || isChecked(value))
    return facts('checking', { unitId, dueOn: dueOn < today ? null : dueOn });
  if (dueOn >= today) return facts('working', { unitId, dueOn });
  // Late: the day that its unit promised the leaders, while it lies ahead.
  const promised = context.promises?.filter(({ period }) => period === context.period).at(-1)?.promisedOn ?? null;
  return facts('late', { unitId, dueOn: promised !== null && promised >= today ? promised : null });
}

const isChecked = (value: CaseState['value']): boolean =>
  stageOf(value) === 'followUpVisit' || substateOf(value) === 'verifying';

/** The last answer that a person was given. */
export interface GivenAnswer {
  /** What the facts said when it was given, whatever the office called it. */
  factsClass: AnswerClass;
  class: AnswerClass;
  dueOn: Day | null;
}

/** Why another answer is owed: the facts have another class than when the last one was given, or the day that was named is over. */
export const OWED_KINDS = ['settled', 'reopened', 'dayOver'] as const;
export type OwedKind = (typeof OWED_KINDS)[number];

/** Why the person is owed another answer on `today`; null where they are not. What became of a plan is answered again, and so is what was
 *  told as settled and came back. */
export function owedFor(given: GivenAnswer, now: AnswerFacts, today: Day): OwedKind | null {
  if (now.class === null) return null;
  if (now.class !== given.factsClass) return now.class === 'planned' ? 'reopened' : 'settled';
  return now.class === 'planned' && given.dueOn !== null && given.dueOn < today ? 'dayOver' : null;
}

/** How a promise of a meeting stands: kept by its day, kept after it, broken, or not due yet. */
export const PROMISE_STATES = ['kept', 'keptLate', 'broken', 'open'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** How the promise of `promisedOn`, the first day that was named, stands on `today`: a later day that was named since keeps it no more. Null where
 *  none was made. */
export function promiseState(promisedOn: Day | null, now: AnswerFacts, today: Day): PromiseState | null {
  if (promisedOn === null) return null;
  if (now.class === 'solved') return now.on !== null && now.on > promisedOn ? 'keptLate' : 'kept';
  if (now.class === 'notPossible') return 'broken';
  return promisedOn < today ? 'broken' : 'open';
}
