/** What may be chosen and answered on a draft, checked field by field, and merged into what was chosen before. */
import { ODD_CHARACTERS } from '../../http/odd-characters.js';
import { malformed, type Refused } from '../../domain/errors.js';
import { isDay } from '../../domain/day.js';
import { SOURCES } from '../../domain/words.js';
import { type Field, FIELDS } from '../reading/entry.js';
import { DATE_ORDERS } from '../reading/mapping.js';
import { type Choices, IDENTITIES, ROW_KINDS, STATUS_MEANINGS } from '../reading/reading.js';

const LONGEST = 40_000;
const LONGEST_KEY = 300;
/** Entries of one of the lists: a cell of every row can be corrected. */
const MOST = 200_000;

type Check = (value: unknown, name: string) => unknown;

/** `sent` merged into `former`: a key takes the place of the old one; in the lists by key, one by one. Null takes away. 400 with the name of what is
 *  wrong. */
export function mergedChoices(former: Choices, sent: Record<string, unknown>): Choices {
  const merged: Record<string, unknown> = { ...former };
  for (const [key, value] of Object.entries(sent)) {
    const checks = CHECKS[key];
    if (checks === undefined) throw wrong(key, `is not one of ${Object.keys(CHECKS).join(', ')}`);
    if (value === null) delete merged[key];
    else if (typeof checks === 'function') merged[key] = checks(value, key);
    else merged[key] = mergedList(merged[key] as Record<string, unknown> | undefined, value, key, checks);
  }
  return merged as Choices;
}

interface ListCheck {
  key: RegExp;
  value: Check;
}

function mergedList(former: Record<string, unknown> = {}, sent: unknown, name: string, check: ListCheck): object {
  const merged = new Map(Object.entries(former));
  for (const [key, value] of Object.entries(record(sent, name))) {
    if (key.length > LONGEST_KEY || !check.key.test(key))
      throw wrong(`${name}.${key.slice(0, 60)}`, 'is not a key of it');
    if (value === null) merged.delete(key);
    else merged.set(key, check.value(value, `${name}.${key}`));
  }
  if (merged.size > MOST) throw wrong(name, `has more than ${MOST} entries`);
  return Object.fromEntries(merged);
}

const oneOf =
  (list: readonly string[]): Check =>
  (value, name) => {
    if (typeof value === 'string' && list.includes(value)) return value;
    throw wrong(name, `is not one of ${list.join(', ')}`);
  };

const text =
  (most: number, least = 1): Check =>
  (value, name) => {
    if (typeof value === 'string' && value.length >= least && value.length <= most && !ODD_CHARACTERS.test(value))
      return value;
    throw wrong(name, `is not a text of ${least} to ${most} characters`);
  };

const whole =
  (least: number, most: number): Check =>
  (value, name) => {
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) return value;
    throw wrong(name, `is not a whole number from ${least} to ${most}`);
  };

const lines: Check = (value, name) => {
  const line = whole(1, 1_048_576);
  if (Array.isArray(value) && value.length === 2) {
    const [first, last] = value.map((each) => line(each, name) as number) as [number, number];
    if (first <= last) return [first, last];
  }
  throw wrong(name, 'is not a first and a last line');
};

const zone: Check = (value, name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text(60)(value, name) as string });
    return value;
  } catch {
    throw wrong(name, 'is not an IANA time zone such as Asia/Shanghai');
  }
};

const words: Check = (value, name) => {
  const { status = {}, headers = {}, ...rest } = record(value, name);
  const other = Object.keys(rest)[0];
  if (other !== undefined) throw wrong(`${name}.${other}`, 'is not one of status, headers');
  return {
    status: mergedList({}, status, `${name}.status`, { key: /./, value: oneOf(STATUS_MEANINGS) }),
    headers: mergedList({}, headers, `${name}.headers`, { key: /./, value: oneOf(MEANINGS) }),
  };
};

const constants: Check = (value, name) => {
  const checks: Record<string, Check> = {
    source: oneOf(SOURCES),
    categoryName: text(200),
    unitName: text(200),
    raisedOn: (day, field) => {
      if (isDay(day)) return day;
      throw wrong(field, 'is not a day, YYYY-MM-DD');
    },
  };
  const given = Object.entries(record(value, name));
  for (const [key, constant] of given) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined) throw wrong(`${name}.${key}`, `is not one of ${Object.keys(checks).join(', ')}`);
    check(constant, `${name}.${key}`);
  }
  return Object.fromEntries(given);
};

const MEANINGS: readonly (Field | 'personal' | 'none')[] = [...FIELDS, 'personal', 'none'];

const CHECKS: Record<string, Check | ListCheck | undefined> = Object.assign(Object.create(null), {
  sheet: text(200),
  headerLines: lines,
  columns: { key: /^\d{1,4}$/, value: oneOf(MEANINGS) },
  year: whole(1990, 2100),
  zone,
  dateOrder: oneOf(DATE_ORDERS),
  identity: oneOf(IDENTITIES),
  answers: { key: /^[^\u0000]+$/, value: text(1000) },
  cells: { key: /^\d{1,7}:\d{1,4}$/, value: text(LONGEST, 0) },
  rows: { key: /^\d{1,7}$/, value: oneOf([...ROW_KINDS, 'leave']) },
  words,
  constants,
} satisfies Record<string, Check | ListCheck>) as Record<string, Check | ListCheck | undefined>;

/** The words of an office as they were sent, checked. */
export const checkedWords = (value: unknown): NonNullable<Choices['words']> =>
  words(value, 'words') as NonNullable<Choices['words']>;

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw wrong(name, 'is not an object');
}

function wrong(field: string, reason: string): Refused {
  return malformed(`选择有误：${field} ${reason}`, `Choices: ${field} ${reason}`, { field });
}
