/** What raisers' own words by receipt count for: beside the words that visitors wrote down, never in their place. */
import type { CaseState } from './case.js';
import { earliest, latest, type Day } from './day.js';
import { isBelowVisit } from './raiser-words.js';
import { raisersOf, answerOf } from './raisers.js';

export const RATING_MEASURES = ['ownRated', 'ownSatisfied', 'ratedBelowVisit'] as const;

/** Says each rating from the day it was first given, satisfied from the day of its present word; and the case once where a raiser's own word is lower than what
 *  the visit of the round says, from the day on which both stood. */
export function sayRatings(
  { context }: Pick<CaseState, 'context'>,
  sayNext: (measure: 'ownRated' | 'ownSatisfied', from: Day) => void,
  say: (measure: 'ratedBelowVisit', from: Day | null) => void,
): void {
  let belowFrom: Day | null = null;
  for (const rating of context.heard?.ratings ?? []) {
    sayNext('ownRated', rating.firstOn);
    if (rating.overall !== 'dissatisfied') sayNext('ownSatisfied', rating.on);
    if (!isBelowVisit(context, rating)) continue;
    const raiser = raisersOf(context).includes(rating.raiserId) ? rating.raiserId : '';
    const { answeredOn } = answerOf(context.rounds[rating.round]!, context, raiser);
    belowFrom = earliest(belowFrom, latest(rating.on, answeredOn ?? rating.on));
  }
  say('ratedBelowVisit', belowFrom);
}
