/** What it takes to pass a fix and how long its result is shown, by the weight that the policy gives the case. */
import type { CaseContext } from './case.js';
import { weighed, type Category, type Policy, type Weight } from './policy.js';

type Weighty = Pick<CaseContext, 'categoryId' | 'formerCategoryIds' | 'isKey'>;
type Categories = ReadonlyMap<string, Category>;

/** The categories by whose weight the case is checked: its own first, then those it had before a correction, which makes no check lighter. */
export const checkedBy = ({ categoryId, formerCategoryIds = [] }: Omit<Weighty, 'isKey'>): string[] => [
  ...(categoryId === null ? [] : [categoryId]),
  ...formerCategoryIds,
];

const of = (context: Weighty): { categoryIds: string[]; isKey: boolean } => ({
  categoryIds: checkedBy(context),
  isKey: context.isKey,
});

/** The heaviest of what applies to the case: most verifiers, on site where any asks for it, photographs likewise. */
export function weightOf(context: Weighty, policy: Policy, categories: Categories): Weight {
  const weights =
    policy.verification === undefined ? [] : weighed<Weight>(policy.verification, categories, of(context));
  return {
    verifiers: Math.max(1, ...weights.map(({ verifiers }) => verifiers)),
    onSite: weights.some(({ onSite }) => onSite),
    photos: weights.some(({ photos }) => photos),
  };
}

/** Working days of public notice before the number is struck off; 0 for none. */
export function noticeDays(context: Weighty, policy: Policy, categories: Categories): number {
  return policy.notice === undefined ? 0 : Math.max(...weighed(policy.notice, categories, of(context)));
}
