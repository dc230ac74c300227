/** How returns climb the ladder: a fix that was not good enough buys no time. */
import type { CaseContext } from './case.js';
import type { Policy } from './policy.js';
import { levelAbove } from './ladder.js';
import type { EscalationLevel } from './words.js';

/** The rung that the next order is on: above the present one; orange from below, since returns lead straight there. */
export function rungByReturns({ rung }: Pick<CaseContext, 'rung'>): EscalationLevel | null {
  return rung === null ? 'orange' : levelAbove(rung);
}

/** True where returns alone lead to the next order: two to orange (product: the ladder), and since version 2 two more to each rung above, so
 *  that handing in and being returned is no way to stay on one. */
export function climbsByReturns(
  { rung, returnsInPeriod }: Pick<CaseContext, 'rung' | 'returnsInPeriod'>,
  { ladder: { returnsToOrange } }: Policy,
): boolean {
  if (rung === 'talk') return false;
  const steps = rung === 'red' ? 3 : rung === 'orange' ? 2 : 1;
  return returnsInPeriod >= steps * returnsToOrange;
}
