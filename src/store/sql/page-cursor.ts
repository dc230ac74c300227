/** The opaque text with which a client asks for the next page: where the last one ended. */
import { malformed } from '../../domain/errors.js';

/** A cursor of these keys. */
export function cursorOf(keys: readonly (string | number | boolean)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys of a cursor, checked against `shapes`, one test per key. 400 for what is no cursor of this list. */
export function keysOf(cursor: string, shapes: readonly ((key: unknown) => boolean)[]): unknown[] {
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    keys = null;
  }
  if (Array.isArray(keys) && keys.length === shapes.length && shapes.every((fits, at) => fits(keys[at]))) {
    return keys as unknown[];
  }
  throw malformed('翻页标记无效，请从第一页重新开始', 'This cursor is not valid here: start from the first page');
}

/** Shapes of keys, beside isDay of the domain: an id, a whole number. */
export const isIdKey = (key: unknown): boolean =>
  typeof key === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key);
export const isWholeKey = (key: unknown): boolean => Number.isSafeInteger(key);
