/** Fates that are shared: one case is resolved with another that it was merged into, a case that was split only with all its parts. */
import type { CaseContext, CaseState } from './case.js';
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

/** The whole that the case was split off, where it still counts with it: not once it was merged back into it. */
export const wholeOf = ({ origin, mergedInto }: CaseContext): string | undefined =>
  origin?.kind === 'split' && origin.caseId !== mergedInto ? origin.caseId : undefined;

/** Ids of the cases that share the fate of this one. */
function sharersOf(context: CaseContext): string[] {
  const whole = wholeOf(context);
  return [...(context.bound ?? []), ...(whole === undefined ? [] : [whole])];
}

/** Ids of cases that share the fate of these and are not among them: what these come to is written in theirs too. */
export function sharersBeside(cases: ReadonlyMap<string, CaseState>): string[] {
  const sharers = [...cases.values()].flatMap(({ context }) => sharersOf(context));
  return [...new Set(sharers)].filter((id) => !cases.has(id));
}
