/** How it stands with what raisers said by receipt: what waits for an answer, what may still be changed, what is lower than a visit's word. */
import type { CaseContext } from './case.js';
import { addDays, type Day } from './day.js';
import type { Heard, RaiserRating, RaiserWord } from './heard.js';
import { answerOf, raisersOf } from './raisers.js';
import { SATISFACTIONS } from './words.js';

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
