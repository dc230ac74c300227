/** What raisers say by the code of their receipt, and what the office releases to them: the part of a case that they read and write themselves. */
import { answerOf, raisersOf } from './raisers.js';
import { addDays, type Day } from './day.js';
import type { CaseContext } from './case.js';
import { SATISFACTIONS, type Satisfaction } from './words.js';

/** The five aspects of a service 环境、形象、态度、效果、结果, and its speed 速度; each from 1 to 5. */
export const SERVICE_ASPECTS = ['environment', 'image', 'attitude', 'effect', 'result', 'speed'] as const;
export type ServiceAspect = (typeof SERVICE_ASPECTS)[number];

/** A raiser's own word on one round of work. */
export interface RaiserRating {
  raiserId: string;
  /** Place of the round among the rounds of visits. */
  round: number;
  /** When it was given first, and when it was given as it stands. */
  firstOn: Day;
  on: Day;
  overall: Satisfaction;
  aspects: Partial<Record<ServiceAspect, number>>;
  note?: string;
}

/** “Not solved” 未解决, or a question, with what was said to it. */
export interface RaiserWord {
  /** That of the command it came with. */
  id: string;
  kind: 'unsolved' | 'question';
  raiserId: string;
  on: Day;
  text: string;
  /** How often the case had been reopened by then. */
  relapses: number;
  answer?: { on: Day; text: string };
}

/** Absent parts: nothing was said, nothing released. */
export interface Heard {
  ratings?: RaiserRating[];
  words?: RaiserWord[];
  /** What a raiser said, as the office released it for that raiser; by raiser. */
  said?: Record<string, string>;
  /** What was done, as the office released it. */
  text?: string;
  /** Files of the case that were released. */
  photos?: string[];
}

interface OfCase extends Pick<CaseContext, 'relapses'> {
  heard?: Heard | undefined;
}

/** Days after the first word on a round within which the raiser may still change it. */
export const RATING_CHANGES_FOR = 7;

/** How the round of visits stands now: what a rating given today is about. */
export const presentRound = ({ rounds }: Pick<CaseContext, 'rounds'>): number => Math.max(0, rounds.length - 1);

/** The raiser's word on the present round. */
export function ratingOf(of: Pick<CaseContext, 'heard' | 'rounds'>, raiserId: string): RaiserRating | undefined {
  const round = presentRound(of);
  return of.heard?.ratings?.find((one) => one.raiserId === raiserId && one.round === round);
}

/** The last day on which a rating may be changed. */
export const ratingOpenUntil = ({ firstOn }: RaiserRating): Day => addDays(firstOn, RATING_CHANGES_FOR);

/** Whether a word still waits for somebody: nobody answered it, and of “not solved” the case was not reopened since. */
export const isOpenWord = ({ kind, answer, relapses }: RaiserWord, of: OfCase): boolean =>
  answer === undefined && (kind === 'question' || relapses === of.relapses);

/** Words of the kind that wait, the oldest first. */
export const openWords = (of: OfCase, kind: RaiserWord['kind']): RaiserWord[] =>
  (of.heard?.words ?? []).filter((word) => word.kind === kind && isOpenWord(word, of));

/** A raiser who is worse off by their own word than by what the visitor wrote down of the same round; false where one of the two is missing. */
export function isBelowVisit(
  of: Pick<CaseContext, 'rounds' | 'raisers'>,
  rating: Pick<RaiserRating, 'raiserId' | 'round' | 'overall'>,
): boolean {
  const round = of.rounds[rating.round];
  if (round === undefined) return false;
  const raiser = raisersOf(of).includes(rating.raiserId) ? rating.raiserId : '';
  const { satisfaction } = answerOf(round, of, raiser);
  return satisfaction !== null && SATISFACTIONS.indexOf(rating.overall) > SATISFACTIONS.indexOf(satisfaction);
}
