/** Cases that came in closed from an old ledger. */
import type { CaseContext } from './case.js';

/** True for a case that came in closed from an old ledger and has stayed so. One that was reopened is work of this office like any other,
 *  or importing and reopening would hide a case from every figure. */
export const isImportedClosed = ({ takenOver, relapses }: Pick<CaseContext, 'takenOver' | 'relapses'>): boolean =>
  takenOver && relapses === 0;
