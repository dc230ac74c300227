/** Another category or key mark: what the case had stays with it, so that no correction makes its check lighter, and what was eased is kept for reports. */
import type { CaseContext } from '../domain/case.js';
import type { Eased } from '../domain/case-since-2.js';
import { workingDaysOf } from '../domain/policy.js';
import type { Env } from './env.js';

/** The category and key mark that a case is to have, with the categories it had before and what that eases. */
export function marked(
  context: CaseContext,
  env: Env,
  next: Pick<CaseContext, 'categoryId' | 'isKey'>,
): Partial<CaseContext> {
  const { categoryId, isKey, formerCategoryIds = [], eased = [] } = context;
  const left = categoryId === null || categoryId === next.categoryId ? [] : [categoryId];
  const what: Eased['what'][] = [];
  if (isKey && !next.isKey) what.push('keyMark');
  if (left.length > 0 && daysOf(next.categoryId, env) > daysOf(categoryId, env)) what.push('days');
  return {
    ...next,
    ...(left.length > 0 ? { formerCategoryIds: [...new Set([...formerCategoryIds, ...left])] } : {}),
    ...(what.length > 0 ? { eased: [...eased, ...what.map((one) => ({ on: env.today, what: one }))] } : {}),
  };
}

const daysOf = (categoryId: string | null, { policy, refs, facts, at }: Env): number =>
  workingDaysOf(policy, refs.categories, categoryId ?? '', { track: facts.track, at }).days;
