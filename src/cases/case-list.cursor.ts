/** The place in a list where the next page begins, as an opaque text. */
import { isDay } from '../domain/day.js';
import { malformed, type Refused } from '../domain/errors.js';
import type { Place, Sort } from '../store/lists/case-list.store.js';

/** `now` (epoch milliseconds) is the moment for which the first page was read, so that no light changes between pages. */
export interface Cursor extends Place {
  sort: Sort;
  now: number;
}

/** The cursor as text, safe in an address. */
export function cursorText({ sort, now, values, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, now, id, ...values])).toString('base64url');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const day = (value: unknown): boolean => isDay(value) || value === 'infinity';
const closed = (value: unknown): boolean => value === 0 || value === 1;
const SHAPES: Record<Sort, ((value: unknown) => boolean)[]> = {
  dueOn: [closed, day],
  collectedOn: [day],
  number: [(value) => typeof value === 'string' && /^[A-Za-z0-9-]{1,40}$/.test(value)],
  urgency: [closed, (value) => Number.isInteger(value) && (value as number) <= 0 && (value as number) >= -6, day],
};

/** The cursor of a text; refuses (400) what was not given out for this order or lies ahead of `latest`. */
export function cursorOf(text: string, sort: Sort, latest: number): Cursor {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw bad();
  }
  if (!Array.isArray(parts)) throw bad();
  const [of, now, id, ...values] = parts as unknown[];
  const shapes = SHAPES[sort];
  if (of !== sort || !Number.isSafeInteger(now) || (now as number) < 0 || (now as number) > latest) throw bad();
  if (typeof id !== 'string' || !UUID.test(id) || values.length !== shapes.length) throw bad();
  if (!values.every((value, at) => shapes[at]!(value))) throw bad();
  return { sort, now: now as number, id, values: values as (string | number)[] };
}

function bad(): Refused {
  return malformed('翻页标记无效，请从第一页重新开始', 'This cursor is not valid here: start from the first page');
}
