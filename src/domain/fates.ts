/** Fates that are shared: one case is resolved with another that it was merged into, a case that was split only with all its parts. */
import type { CaseContext } from './case.js';
import { latest, type Day } from './day.js';

/** True for a part of a case that was split: it counts with the whole, and not beside it. */
export const isPart = ({ origin }: Pick<CaseContext, 'origin'>): boolean => origin?.kind === 'split';

/**
 * The day on which the case was resolved for the strict rates: the closing as resolved; of a merged case the day on which its target was; of a case that
 * was split the day of the last of its parts, itself counted. Null where it is not, or where that is not known to it.
 */
export function resolvedOnOf(context: CaseContext): Day | null {
  const { outcome, closedOn, mergedInto, fates = [], parts = 1 } = context;
  const target = fates.find(({ kind, caseId }) => kind === 'target' && caseId === mergedInto);
  const own = outcome === 'resolved' ? closedOn : outcome === 'merged' ? (target?.resolvedOn ?? null) : null;
  if (own === null || parts === 1) return own;
  const settled = fates.filter(
    ({ kind, resolvedOn, cameBack }) => kind === 'part' && (cameBack || resolvedOn !== null),
  );
  return settled.length < parts - 1 ? null : latest(own, ...settled.map(({ resolvedOn }) => resolvedOn));
}
