/** What each column of a file was taken for, with an example of what stands in it: what a person looks at who corrects it. */
import type { Field } from './entry.js';

/** Headers by field. A field of text may be told by several columns (整改措施 and 整改情况), in the order of the sheet. */
export type LedgerColumns = Partial<Record<Field, string[]>>;

export interface ColumnRead {
  /** As Excel names it; of a CSV counted the same way. */
  letter: string;
  header: string;
  /** Null: means nothing to us, and its cells are kept in the note of each case. */
  field: Field | null;
  /** What stands in the first of the rows that hold something there; null where none of them does. At most 40 characters. */
  example: string | null;
}
