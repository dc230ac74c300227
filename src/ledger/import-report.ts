/** What an import answers: every row accounted for, and everything that was understood or made on the way. */
import type { RowRefusal } from './reading/cell.js';
import type { ColumnRead } from './reading/columns-read.js';
import type { LedgerColumns } from './reading/headers.js';

/** A row that joins a case: of an earlier row of the file (`into`), or one that was there before (`number`). */
export interface JoinedRow {
  line: number;
  code: string;
  message: string;
  messageZh: string;
  /** Line of the earlier row of the same file. */
  into?: number;
  /** Number of the case that was there before. */
  number?: string;
}

/** `imported + merged + refused.length === rows`, always. */
export interface ImportReport {
  /** Id of the record of this import; null for a dry run, which leaves none. */
  importId: string | null;
  dryRun: boolean;
  rows: number;
  imported: number;
  merged: number;
  refused: RowRefusal[];
  joined: JoinedRow[];
  /** What the imported rows became; the sum is `imported`. */
  became: { closed: number; dropped: number; assigned: number; collected: number };
  /** Assigned cases whose due day is past already, and those whose due day reaches into a year not announced yet. */
  late: number;
  provisional: number;
  /** Comments that keep what joining rows said otherwise; 0 when all of it was known. */
  additions: number;
  units: { created: string[]; matched: { name: string; unit: string }[]; unknown: string[] };
  /** Words of the category column that are no category of the bureau: the rows stand under 其他 with the word in their note. */
  unknownCategories: string[];
  /** What each column was taken for. */
  columns: ColumnRead[];
  file: {
    name: string;
    sha256: string;
    kind: 'csv' | 'xlsx';
    encoding?: string;
    sheet?: string;
    unreadSheets: string[];
    headerLine: number;
    columns: LedgerColumns;
    /** Headers that mean no field of ours; their cells are kept in the note of each case. */
    unknownHeaders: string[];
  };
}
