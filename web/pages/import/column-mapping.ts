/** What each column of a ledger is read as: what was recognised, what the person made of it, and what is remembered for files with
 *  the same headers. */
import type { components } from '../../api/schema.js';
import type { Problem } from '../../api/problem.js';

export type Column = components['schemas']['ColumnShown'];
export type LedgerField = NonNullable<Column['field']>;

/** In the order in which they are offered. */
export const FIELDS: readonly LedgerField[] = [
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
  'serial',
];
/** Fields of text, which several columns may tell. */
const SEVERAL: readonly LedgerField[] = ['description', 'measure', 'remark', 'supportingUnitNames'];

/** The head of a file as the service saw it. */
export interface FileHead {
  headerLine: number;
  sheet?: string | undefined;
  columns: Column[];
}
/** What a header is read as; empty: as nothing, its cells are kept in the remark. */
export type Choice = Record<string, LedgerField | ''>;

export const headOf = (report: {
  columns: Column[];
  file: { headerLine: number; sheet?: string | undefined };
}): FileHead => ({ columns: report.columns, headerLine: report.file.headerLine, sheet: report.file.sheet });

/** The head, where a file was refused because a column is missing that no ledger can do without. */
export function headOfRefusal({ code, details }: Problem): FileHead | undefined {
  return code === 'ledger.file.missingColumns' && details?.['columns'] !== undefined
    ? (details as unknown as FileHead)
    : undefined;
}

export interface FirstLines {
  sheet?: string;
  lines: { line: number; cells: string[] }[];
}
/** The first lines, where a file was refused because none of them is known to be a header. */
export function linesOfRefusal({ code, details }: Problem): FirstLines | undefined {
  const found = details as FirstLines | undefined;
  return code === 'ledger.file.noHeader' && (found?.lines ?? []).length > 0 ? found : undefined;
}

export const recognised = (columns: readonly Column[]): Choice =>
  Object.fromEntries(columns.map(({ header, field }) => [header, field ?? '']));

/** The choice with one column read as `field`; a field that one column tells is taken from the column that had it. */
export function assigned(choice: Choice, header: string, field: LedgerField | ''): Choice {
  const isAlone = field !== '' && !SEVERAL.includes(field);
  const others = Object.entries(choice).map(([one, had]) => [one, isAlone && had === field ? '' : had] as const);
  return { ...Object.fromEntries(others), [header]: field };
}

/** Whether some column says what the matter is; nothing can be imported without. */
export const saysMatter = (choice: Choice): boolean =>
  Object.values(choice).some((field) => field === 'description' || field === 'title');

/** The mapping the service is sent: every field, so that nothing is recognised against the choice. */
export function mappingOf({ columns, headerLine, sheet }: FileHead, choice: Choice): object {
  const headersOf = (field: LedgerField): string[] =>
    columns.map(({ header }) => header).filter((header) => choice[header] === field);
  return {
    columns: Object.fromEntries(FIELDS.map((field) => [field, headersOf(field)])),
    headerRow: headerLine,
    ...(sheet === undefined ? {} : { sheet }),
  };
}

const KEY = 'xiaohao.ledger.columns';
/** Sets of headers that are remembered; the oldest is forgotten. */
const MOST = 30;
type Remembered = [headers: string, choice: Choice][];
const keyOf = (headers: readonly string[]): string => JSON.stringify([...headers].sort());

/** What the person made of these headers last time on this computer. */
export const recalled = (headers: readonly string[]): Choice | undefined =>
  all().find(([key]) => key === keyOf(headers))?.[1];

/** Remembers what the person makes of these headers; undefined forgets it. */
export function remember(headers: readonly string[], choice: Choice | undefined): void {
  const key = keyOf(headers);
  const others = all().filter(([one]) => one !== key);
  try {
    const kept = choice === undefined ? others : [...others, [key, choice]];
    localStorage.setItem(KEY, JSON.stringify(kept.slice(-MOST)));
  } catch {
    // a full or forbidden store: the choice lives as long as the page
  }
}

function all(): Remembered {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as Remembered) : [];
  } catch {
    return [];
  }
}
