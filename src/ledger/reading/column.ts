/** A column of a ledger while it is read. */
import type { ColumnProfile } from './column-profile.js';
import type { Field } from './entry.js';
import type { ColumnRole } from './header-meaning.js';
import type { ColumnReading, Doubt } from './reading.js';

/** What is known of it: its words, what stands in it, and what it was taken for. */
export interface Column extends ColumnReading {
  group: string;
  name: string;
  role: ColumnRole;
  profile: ColumnProfile;
  /** A side heading: its merged cells are sections, not values. */
  isSide: boolean;
}

/** All of them. */
export interface LedgerColumnsRead {
  columns: Column[];
  /** By field in the order that counts: the surest first where a field takes one. */
  byField: Map<Field, Column[]>;
  /** Questions about columns, with the column each is of. */
  doubts: { column: number; doubt: Doubt }[];
}
