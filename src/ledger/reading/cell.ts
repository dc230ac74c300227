/** What a cell can hold once the file format is forgotten, and what a row of cells is. */
import type { Day } from '../../domain/day.js';

/** A date cell of a workbook: the day on its face and, when it has one, the wall time 'HH:MM:SS'. No time zone is implied. */
export interface CellMoment {
  day: Day;
  time?: string;
}

/** A cell whose formula failed: '#N/A', '#REF!' and the like. */
export interface CellError {
  error: string;
}

export type CellValue = string | number | boolean | CellMoment | CellError;

/** Why something is refused: a stable code and a sentence in both languages. */
export interface Problem {
  code: string;
  message: string;
  messageZh: string;
}

/** A row by position, before a header is known. `cells` is sparse: an empty cell is absent. */
export interface RawRow {
  /** CSV: physical line on which the record starts; workbook: row number as Excel shows it. Both from 1. */
  line: number;
  cells: (CellValue | undefined)[];
  /** CSV: how many fields the record has, empty ones too. */
  width?: number;
  /** CSV: last physical line of a record that spans several. */
  lastLine?: number;
  /** Workbook: columns whose value stands in a merged cell that begins above. */
  filled?: number[];
  /** Workbook: the row is hidden, by hand or by a filter. */
  hidden?: boolean;
  /** Workbook: columns whose text is struck through, all of it or some of it; and those on grey. */
  struck?: number[];
  shaded?: number[];
  /** Columns that said 同上, as it was written, and hold what stands above now; and those above which nothing stands. */
  ditto?: { column: number; shown: string }[];
  dangling?: number[];
  /** The row could not be read as a row; it stays accounted for under its line. */
  problem?: Problem;
}

/** A refusal of one row. */
export interface RowRefusal extends Problem {
  line: number;
}

/** Whether a cell holds nothing a person would see. */
export function isBlank(value: CellValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** A cell as text: numbers in plain digits (20220510008 stays 20220510008), moments as 'YYYY-MM-DD HH:MM:SS', booleans TRUE or FALSE. */
export function cellText(value: CellValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(value);
  if ('error' in value) return value.error;
  return value.time === undefined ? value.day : `${value.day} ${value.time}`;
}

function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(value);
}
