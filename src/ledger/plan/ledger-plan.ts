/** The plan of a whole ledger: what each row will be, and what has to be sent for it. */
import type { ReadEntry, Said } from '../reading/reading.js';
import type { NoteFields } from '../ledger-note.js';
import type { Addition } from '../row-addition.js';
import type { RowMoments } from '../row-moments.js';
import type { ChangeStep } from './case-deeds.js';
import type { RowPlan } from './row-plan.js';
import type { PlannedUnit, UnitPlan } from './unit-plan.js';

/** A new case with everything looked up. */
export interface NewCase {
  kind: 'new';
  moments: RowMoments;
  /** Units get their ids when they are made. */
  lead: PlannedUnit | null;
  supporting: PlannedUnit[];
  categoryId: string | undefined;
  workflow: 'rectification' | 'immediate' | 'staged';
  milestones: { name: string; dueOn: string }[];
  /** What found no place: names without a match. */
  kept: NoteFields;
  became: 'closed' | 'dropped' | 'assigned' | 'collected';
}

/** Words that are added to a case: of an earlier row, or one that is there already. */
export interface Joins {
  kind: 'joins';
  to: { caseId: string } | { line: number };
  /** Null where it says nothing that the case does not hold. */
  addition: Addition | null;
  steps: ChangeStep[];
}

export interface PlannedRow extends RowPlan {
  /** Part of the paper above the rows, or an empty line: no row of the ledger. */
  isPaper: boolean;
  entry: ReadEntry | null;
  /** Identity under which the case is kept. */
  identity: string | null;
  act: NewCase | Joins | null;
  /** Units of a case that is there, as this row means them. */
  unitIds: { lead: string | null; supporting: string[] } | null;
  /** Code of the report for rows that join. */
  joins: Said | null;
}

export interface LedgerPlan {
  rows: PlannedRow[];
  units: UnitPlan;
  unknownCategories: string[];
}
