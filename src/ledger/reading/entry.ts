/** One row of a ledger once its columns are understood. */
import type { Day } from '../../domain/day.js';
import type { Source } from '../../domain/words.js';

/** Fields a column can be mapped to. */
export const FIELDS = [
  'serial',
  'externalId',
  'title',
  'description',
  'source',
  'categoryName',
  'unitName',
  'supportingUnitNames',
  'leaderName',
  'handlerName',
  'raisedOn',
  'assignedOn',
  'dueOn',
  'closedOn',
  'isClosed',
  'status',
  'measure',
  'raiserName',
  'raiserContact',
  'remark',
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields that hold a day; a time in the cell becomes the instant beside it. */
export const DATE_FIELDS = ['raisedOn', 'assignedOn', 'dueOn', 'closedOn'] as const;
export type DateField = (typeof DATE_FIELDS)[number];

/** Instants are ISO 8601 in UTC ('2022-01-21T18:47:00Z') and present only when the cell gave a time and the zone is known. */
export interface LedgerEntry {
  line: number;
  /** 序号: a number within this file only, so never an identity. */
  serial?: string;
  /** The number the issue bears in the system it comes from; its identity across files. */
  externalId?: string;
  /** At most 120 characters; cut from the description where there is no title column. */
  title: string;
  /** Plain text; the title where there is no description. */
  description: string;
  source?: Source;
  /** 问题来源 as written, also when it is no source we know. */
  sourceText?: string;
  categoryName?: string;
  unitName?: string;
  supportingUnitNames?: string[];
  leaderName?: string;
  handlerName?: string;
  raisedOn?: Day;
  raisedAt?: string;
  assignedOn?: Day;
  assignedAt?: string;
  dueOn?: Day;
  dueAt?: string;
  closedOn?: Day;
  closedAt?: string;
  /** What the ledger says: its yes-or-no column, else its status column, else whether a closing day is given. */
  isClosed: boolean;
  status?: string;
  measure?: string;
  raiserName?: string;
  raiserContact?: string;
  remark?: string;
  /** Columns that are mapped to nothing, by header, as text. */
  extra: Record<string, string>;
}
