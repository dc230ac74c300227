/** What a new version may do to the record of a case that is moved to it: never to its due day, its rung or its outcome. */
import { knownNames } from '../domain/known-names.js';
import type { Change } from './changes-clock.js';

export const MIGRATION_CHANGES = knownNames<Change>({
  /** A reply or waiver that stopped the ladder for good no longer does: the order of the present rung is open to time again. */
  resumeLadder: (context) => (context.ladderStopped && context.rung !== null ? { ladderStopped: false } : {}),
});
