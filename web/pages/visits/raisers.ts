/** Whom a visit is paid to, where a case has several raisers: each by the place they have among all, their names stay encrypted. */
import type { CaseShown, Day, Raiser } from '../../api/types.js';

/** The raisers to be told apart; none where there is but one. */
export const severalOf = (of: CaseShown | undefined): Raiser[] =>
  of !== undefined && of.raisers.length > 1 ? of.raisers : [];

export const isReached = ({ answeredOn }: Raiser): boolean => answeredOn !== null;

/** Whom to visit next: of those who have not answered in this round who was tried least, the first of them; undefined when all have. */
export function nextRaiser(raisers: readonly Raiser[]): Raiser | undefined {
  return raisers
    .filter((one) => !isReached(one))
    .reduce<Raiser | undefined>(
      (best, one) => (best === undefined || one.attempts.length < best.attempts.length ? one : best),
      undefined,
    );
}

/** The day to which the visits of this round are put off: with several the nearest of those who were not reached, null while one of them has none. */
export function putOffTo(of: CaseShown): Day | null {
  const days = severalOf(of)
    .filter((one) => !isReached(one))
    .map(({ id, attempts }) => {
      const last = of.visits.filter(({ raiserId }) => raiserId === id).at(-1);
      return attempts.length === 0 ? null : (last?.nextAttemptOn ?? null);
    });
  return days.includes(null) ? null : (days.sort()[0] ?? null);
}
