/** A mapping that tells how a foreign ledger is to be read, checked field by field. */
import { malformed, type Refused } from '../../domain/errors.js';
import { SOURCES, type Source } from '../../domain/words.js';
import { type Field, FIELDS } from './entry.js';

export const DATE_ORDERS = ['YMD', 'MDY', 'DMY'] as const;

export interface LedgerMapping {
  /** Headers by field; a field that is not named here is still recognised by its usual words. An empty list: this field is in no column. */
  columns: Partial<Record<Field, string[]>>;
  /** Order of day and month in texts such as 3/5/2024, which are refused without it. */
  dateFormat?: (typeof DATE_ORDERS)[number];
  /** IANA time zone of times without an offset, such as America/New_York. Without it such times give only their day. */
  zone?: string;
  /** Name of the sheet; else the first visible one with a header. */
  sheet?: string;
  /** Line of the header; else it is looked for in the first ten rows. */
  headerRow?: number;
  /** Words of the yes-or-no or status column that mean closed; with them, every other word means open. */
  closedValues?: string[];
  /** What to do with a later row that bears the number of an earlier one: join its case (default) or be refused. */
  repeatedIds?: 'merge' | 'refuse';
  /** Answers to the questions of rows, by key, or by `key@line` for one row. */
  answers?: Record<string, string>;
  /** Values for every row that has none of its own. */
  constants?: { source?: Source; categoryName?: string; unitName?: string; raisedOn?: string };
}

const KEYS = [
  'columns',
  'dateFormat',
  'zone',
  'sheet',
  'headerRow',
  'closedValues',
  'repeatedIds',
  'constants',
  'answers',
];

/** The mapping in `json` (text or parsed). Refuses with 400 and the name of the field that is wrong; unknown names are wrong. */
export function parseMapping(json: unknown): LedgerMapping {
  const value = record(typeof json === 'string' ? parsed(json) : json, 'mapping');
  for (const key of Object.keys(value)) if (!KEYS.includes(key)) throw wrong(key, `is not one of ${KEYS.join(', ')}`);
  const mapping: LedgerMapping = { columns: columnsOf(value.columns ?? {}) };
  if (value.dateFormat !== undefined) mapping.dateFormat = oneOf(value.dateFormat, DATE_ORDERS, 'dateFormat');
  if (value.zone !== undefined) mapping.zone = zoneOf(value.zone);
  if (value.sheet !== undefined) mapping.sheet = text(value.sheet, 'sheet');
  if (value.headerRow !== undefined) mapping.headerRow = lineOf(value.headerRow);
  if (value.closedValues !== undefined) mapping.closedValues = texts(value.closedValues, 'closedValues');
  if (value.repeatedIds !== undefined) {
    mapping.repeatedIds = oneOf(value.repeatedIds, ['merge', 'refuse'] as const, 'repeatedIds');
  }
  if (value.constants !== undefined) mapping.constants = constantsOf(value.constants);
  if (value.answers !== undefined) mapping.answers = answersOf(value.answers);
  return mapping;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw wrong('mapping', 'is not JSON');
  }
}

function columnsOf(value: unknown): LedgerMapping['columns'] {
  const columns: LedgerMapping['columns'] = {};
  for (const [field, headers] of Object.entries(record(value, 'columns'))) {
    const known = oneOf(field, FIELDS, 'columns');
    columns[known] = texts(typeof headers === 'string' ? [headers] : headers, `columns.${field}`);
  }
  return columns;
}

function constantsOf(value: unknown): NonNullable<LedgerMapping['constants']> {
  const constants: NonNullable<LedgerMapping['constants']> = {};
  for (const [key, constant] of Object.entries(record(value, 'constants'))) {
    const name = oneOf(key, ['source', 'categoryName', 'unitName', 'raisedOn'] as const, 'constants');
    if (name === 'source') constants.source = oneOf(constant, SOURCES, 'constants.source');
    else constants[name] = text(constant, `constants.${name}`);
  }
  return constants;
}

function answersOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record(value, 'answers')).map(([key, answer]) => [key, text(answer, `answers.${key}`)]),
  );
}

function zoneOf(value: unknown): string {
  const zone = text(value, 'zone');
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw wrong('zone', 'is not an IANA time zone such as Asia/Shanghai');
  }
  return zone;
}

function lineOf(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1_048_576) return value;
  throw wrong('headerRow', 'is not a line number from 1');
}

function record(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw wrong(field, 'is not an object');
}

function text(value: unknown, field: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw wrong(field, 'is not a text');
}

function texts(value: unknown, field: string): string[] {
  if (!Array.isArray(value)) throw wrong(field, 'is not a list of texts');
  return value.map((each, i) => text(each, `${field}[${i}]`));
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], field: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw wrong(field, `${JSON.stringify(value)} is not one of ${allowed.join(', ')}`);
  return found;
}

function wrong(field: string, reason: string): Refused {
  return malformed(`列对应关系有误：${field} ${reason}`, `Mapping: ${field} ${reason}`, { field });
}
