/** What each row of a ledger will be before anything of it is written: the words in which reading, page and protocol speak of a row. */
import type { Track } from '../../domain/words.js';
import type { Day } from '../../domain/day.js';
import type { Doubt, Said } from '../reading/reading.js';

/** new: a case; joined: says what is there already; changed: commands to a case that is there; asked: waits for an answer; left: no issue, or left
 *  out by choice; refused: cannot be taken in as it stands. */
export const BECOMES = ['new', 'joined', 'changed', 'asked', 'left', 'refused'] as const;
export type Becomes = (typeof BECOMES)[number];

/** Fields in which a later ledger may differ from what stands. */
export const CHANGED_FIELDS = [
  'title',
  'description',
  'categoryName',
  'unitName',
  'supportingUnitNames',
  'dueOn',
  'measure',
  'status',
  'closedOn',
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** A cell that differs, as people read it, and the command that will carry it; null where nothing is sent. */
export interface Change {
  field: ChangedField;
  from: string | null;
  to: string | null;
  command: string | null;
  /** Why this command and no stronger one; null where it says the same as the cell. */
  why: Said | null;
  /** Somebody changed the same in the system since: a question, not a change. */
  conflict: Said | null;
}

export interface RowPlan {
  line: number;
  becomes: Becomes;
  /** Number of the case that is there already. */
  caseNumber: string | null;
  /** Line of the row whose case this one belongs to. */
  joinsLine: number | null;
  changes: Change[];
  title: string | null;
  /** Name of the unit as it will be. */
  unit: string | null;
  supporting: string[];
  dueOn: Day | null;
  /** Where the day comes from, if not from a cell of this row as it stands. */
  dueWhy: Said | null;
  state: 'open' | 'closed' | 'dropped' | null;
  stateWhy: Said | null;
  track: Track | null;
  raiserSealed: boolean;
  /** How many measures the issue has; 0 where the ledger names none. */
  measures: number;
  doubts: Doubt[];
  why: Said | null;
}
