/** A ledger on its way in, as the service answers of it: short names for the generated shapes, and what the page makes of them. */
import type { components, operations } from '../../api/schema.js';

type Schemas = components['schemas'];

export type Draft = Schemas['LedgerDraftShown'];
export type Reading = Schemas['ReadingShown'];
export type Column = Schemas['ColumnTaken'];
/** A row of the sheet beside what it will be. */
export type DraftRow = Schemas['DraftRow'];
export type Becomes = DraftRow['becomes'];
export type RowKind = DraftRow['kind'];
export type Counts = Schemas['PlanCounts'];
/** A doubt, the rows that share it (0 where it is one of the whole file), and what was answered. */
export type Question = Schemas['SharedDoubt'];
export type Progress = Schemas['ImportProgress'];
export type Undone = Schemas['ImportUndone'];
/** What the rows are narrowed to. */
export type RowFilter = Pick<NonNullable<operations['Draft_rows']['parameters']['query']>, 'becomes' | 'doubt'>;

export const BECOMES: readonly Becomes[] = ['new', 'joined', 'changed', 'asked', 'left', 'refused'];
export const ROW_KINDS: readonly RowKind[] = ['issue', 'continuation', 'heading', 'total', 'footer', 'blank'];

/** In the order in which they are offered. */
export const FIELDS: readonly Field[] = [
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
  'personal',
  'remark',
  'serial',
];
export type Field = NonNullable<Column['field']>;

const WIDTHS: Partial<Record<Field, number>> = {
  serial: 84,
  externalId: 130,
  title: 220,
  description: 280,
  measure: 220,
  remark: 180,
  unitName: 160,
  supportingUnitNames: 160,
};
/** How wide a column of the sheet is drawn, in pixels. */
export const columnWidth = ({ field }: Column): number => (field === null ? 130 : (WIDTHS[field] ?? 128));
