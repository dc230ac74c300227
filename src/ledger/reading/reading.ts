/** What the reading of a ledger says: each physical row, column and cell with its meaning, how sure that is, and why.
 *
 *  Nothing here is a decision: `sure` is read as it stands, `likely` is read and shown with its reason, `unsure` is asked. The plan
 *  of an import is made of it, and what a person answers comes back as `Choices`, with which the same bytes are read again. */
import type { Day } from '../../domain/day.js';
import type { Field, LedgerEntry } from './entry.js';
import type { DATE_ORDERS, LedgerMapping } from './mapping.js';

export const ROW_KINDS = ['issue', 'continuation', 'heading', 'total', 'footer', 'header', 'blank'] as const;
export type RowKind = (typeof ROW_KINDS)[number];
export const SURENESSES = ['sure', 'likely', 'unsure'] as const;
export type Sureness = (typeof SURENESSES)[number];
export const STATUS_MEANINGS = ['closed', 'open', 'dropped', 'asked'] as const;
export type StatusMeaning = (typeof STATUS_MEANINGS)[number];
/** What names an issue across files: its own number, that number within sheet and section, or what the row says. */
export const IDENTITIES = ['own', 'section', 'text'] as const;
export type IdentityKind = (typeof IDENTITIES)[number];

/** A reason in words. */
export interface Said {
  code: string;
  message: string;
  messageZh: string;
}

export interface Option {
  value: string;
  label: string;
  labelZh: string;
}

/** A question. Rows that share `key` share the doubt: `answers[key]` serves them all, `answers[key@line]` one row alone. An answer is
 *  the value of an option, or what `free` allows: a day as YYYY-MM-DD, the name of a unit, a text. A cell corrected or a row left
 *  out answers as well. */
export interface Doubt extends Said {
  key: string;
  field: Field | null;
  /** What stands there. */
  shown: string;
  options: Option[];
  free?: 'day' | 'unit' | 'text';
  /** Value that is proposed, never taken. */
  suggested?: string;
}

export interface CellReading {
  column: number;
  /** The cell as the sheet shows it. */
  shown: string;
  /** What it was taken for where that is not what it shows, such as 2026-03-31; null otherwise. */
  meaning: string | null;
  sure: Sureness;
  why: Said | null;
}

export type ColumnMeaning = Field | 'personal' | null;

export interface ColumnReading {
  /** From 0. */
  column: number;
  letter: string;
  /** As found, group and name of a header of two lines joined by a blank; 第5列 where there is none. */
  header: string;
  /** 'personal': sealed with the raiser. Null: kept in the note. */
  field: ColumnMeaning;
  sure: Sureness;
  why: Said;
  example: string | null;
}

export interface StateReading {
  meaning: 'closed' | 'open' | 'dropped' | 'unknown';
  why: Said;
}

/** One measure of an issue that has several rows. */
export interface MeasureReading {
  line: number;
  text: string;
  unitName?: string;
  dueOn?: Day;
  closedOn?: Day;
  state: StateReading;
}

/** An entry with what a flat row cannot say. `isClosed`, `unitName`, `supportingUnitNames`, `measure`, `raiserName` and `raiserContact` agree
 *  with it. */
export interface ReadEntry extends LedgerEntry {
  state: StateReading;
  units: { lead: string | null; supporting: string[]; written: string };
  /** Of one row or several; empty where no measure is written. */
  measures: MeasureReading[];
  /** Everybody who raised it, those of joined rows too. */
  raisers: { name?: string; contact?: string }[];
  /** Of persons, to be encrypted or left out; in no other field. */
  personal: { label: string; text: string }[];
  /** 立行立改 and the like: the workflow without a term. */
  isImmediate: boolean;
  /** Hash of what the row says with the names that were taken out of it: it may be on record by that. */
  formerHash?: string;
  /** Why the due day is what it is, or is none; null where it stands in the ledger as it is. */
  dueWhy: Said | null;
}

export interface RowReading {
  /** Physical line, from 1; `lastLine` is another where a record spans lines or blank lines are told together. */
  line: number;
  lastLine: number;
  kind: RowKind;
  sure: Sureness;
  why: Said;
  /** Cells that hold something. */
  cells: CellReading[];
  /** Of an issue, and of a continuation what it says itself. */
  entry: ReadEntry | null;
  /** Of a continuation: the line of the issue it belongs to. */
  joinsLine: number | null;
  /** The heading it stands under. */
  section: string | null;
  /** What names the issue: first what it gets, then what it may be on record under if it says the same. Empty for other rows. */
  identities: string[];
  doubts: Doubt[];
  /** It cannot be taken as it is: a cell must be corrected, or the row left out. */
  refusal: Said | null;
  /** A person said so. */
  left: boolean;
}

export interface SheetReading {
  name: string;
  /** Rows that hold something. */
  rows: number;
  hidden: boolean;
  /** A header was found in it. */
  isLedger: boolean;
}

export interface LedgerReading {
  kind: 'csv' | 'xlsx';
  /** Of a CSV. */
  encoding: string | null;
  sheets: SheetReading[];
  sheet: string | null;
  /** First and last line of the header; 0, 0 where none was found. */
  headerLines: [number, number];
  columns: ColumnReading[];
  rows: RowReading[];
  /** Fingerprint of the headers: what is remembered for the next version of the same ledger. */
  layout: string;
  /** The year of days written without one. */
  year: number | null;
  yearWhy: Said | null;
  identity: { kind: IdentityKind; sure: Sureness; why: Said };
  /** Of the whole file; each stands in the rows it touches as well. */
  doubts: Doubt[];
}

/** What people have chosen and answered. */
export interface Choices {
  sheet?: string;
  headerLines?: [number, number];
  /** By number of the column, from 0. */
  columns?: Record<number, Field | 'personal' | 'none'>;
  year?: number;
  zone?: string;
  dateOrder?: (typeof DATE_ORDERS)[number];
  identity?: IdentityKind;
  answers?: Record<string, string>;
  /** By `line:column`: the cell as corrected. */
  cells?: Record<string, string>;
  rows?: Record<number, RowKind | 'leave'>;
  /** The office's own dictionary. */
  words?: { status?: Record<string, StatusMeaning>; headers?: Record<string, Field | 'personal' | 'none'> };
  constants?: LedgerMapping['constants'];
  /** A mapping as the import of one request takes it; what else is chosen goes before it. */
  mapping?: LedgerMapping;
}
