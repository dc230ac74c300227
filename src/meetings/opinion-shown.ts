/** An opinion as it is answered. */
import type { OpinionRow } from '../store/meetings/opinion.store.js';
import type { OpinionShown } from './meetings.dto.js';

/** The opinion with ISO instants. */
export function opinionShown(row: OpinionRow): OpinionShown {
  return { ...row, triagedAt: row.triagedAt?.toISOString() ?? null };
}
