/** The condition of a substring search over what was said, so written that PostgreSQL answers it from an index. */

/** SQL with its values, to be placed into a larger statement. */
export interface Condition {
  sql: string;
  values: unknown[];
}

/** What is searched in: the expression of both text indexes, to the letter, on the alias `t` of case_text. */
export const SEARCHED = `(t.title || ' ' || t.description)`;

const NUMBER = /^[A-Za-z]{1,4}-\d{4}-\d{1,9}$/;
/** Three letters or digits in a row have a trigram that is surely in the index, wherever in a word they stand. */
const HAS_TRIGRAM = /[\p{L}\p{N}]{3}/u;

/**
 * Condition on `case_text t` (which the caller joins): title or description contain `q`, capitals or not; `q` is taken to
 * the letter, so `%`, `_` and `\` mean themselves. A whole case number finds that case. Its values take the places
 * `$placeholderIndex` and up. Blank `q`: everything.
 *
 * Three characters and more go through trigrams. Most Chinese words have two, which have no trigram of their own:
 * they go through the index of character pairs, which is exact. One character is in no index: rows are read until
 * the page is full. Send it unprepared, so that the planner sees the word and its frequency.
 */
export function textCondition(q: string, placeholderIndex: number): Condition {
  const sought = q.trim();
  const place = `$${placeholderIndex}`;
  if (sought === '') return { sql: 'true', values: [] };
  // PostgreSQL stores no NUL, and refuses to look for it.
  if (sought.includes('\u0000')) return { sql: 'false', values: [] };
  if (NUMBER.test(sought)) {
    const sql = `t.case_id = (SELECT id FROM rectification_case WHERE number = ${place})`;
    return { sql, values: [sought.toUpperCase()] };
  }
  const like = `${SEARCHED} ${sought.toLowerCase() === sought.toUpperCase() ? 'LIKE' : 'ILIKE'}`;
  const length = [...sought].length;
  // No operator of an index, lest a word without any trigram be looked for by reading the whole of one.
  if (length === 1) return { sql: `position(lower(${place}) IN lower${SEARCHED}) > 0`, values: [sought] };
  const pairs = `char_pairs${SEARCHED} @> char_pairs(${place})`;
  if (length === 2) return { sql: pairs, values: [sought] };
  const pattern = `%${likePattern(sought)}%`;
  if (HAS_TRIGRAM.test(sought)) return { sql: `${like} ${place}`, values: [pattern] };
  return { sql: `(${pairs} AND ${like} $${placeholderIndex + 1})`, values: [sought, pattern] };
}

/** `text` so that LIKE takes each character as itself. */
export function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
