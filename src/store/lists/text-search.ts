/** The condition of a substring search over what was said, so written that PostgreSQL answers it from an index. */

import { wordsOf } from '../../domain/search-words.js';

/** SQL with its values, to be placed into a larger statement. */
export interface Condition {
  sql: string;
  values: unknown[];
}

const NUMBER = /^([A-Za-z]{1,4})-(\d{4})-(\d{1,9})$/;
/** Three letters or digits in a row have a trigram that is surely in the index, wherever in a word they stand. */
const HAS_TRIGRAM = /[\p{L}\p{N}]{3}/u;

/** The case number that a word is in full, capitals or not, with or without its zeros: `ZG-2026-000123`. Undefined for anything else. */
export function wholeNumber(word: string): string | undefined {
  const [, letters, year, serial] = NUMBER.exec(word) ?? [];
  return serial === undefined ? undefined : `${letters!.toUpperCase()}-${year!}-${serial.padStart(6, '0')}`;
}

export interface TextOptions {
  /** Look row by row, in a list whose order comes from an index. */
  alongTheList?: boolean;
  /** Cases that fit although their text may not hold the words: see ElsewhereStore. */
  elsewhere?: readonly string[] | undefined;
}

/**
 * Condition on `case_text t` (which the caller joins): title or description contain every word of `q`, in any order, capitals or not; a word is
 * taken to the letter, so `%`, `_` and `\` mean themselves. A whole case number finds that case. Its values take the places
 * `$placeholderIndex` and up. Blank `q`: everything.
 *
 * `alongTheList` decides between two conditions that leave the planner no choice, since its own guess costs a hundredfold where it
 * is wrong; `SearchStore.frequencyOf` says how often all words of `q` occur. Rare ones come from an index: three characters and more through
 * trigrams, two (most Chinese words, and no trigram of their own) through character pairs, which are exact. Common ones are looked for row by
 * row, in a list whose order comes from an index. One character is in no index. To count, leave it out: the index counts faster.
 */
export function textCondition(
  q: string,
  placeholderIndex: number,
  { alongTheList = false, elsewhere = [] }: TextOptions = {},
): Condition {
  const words = wordsOf(q);
  if (words.length === 0) return { sql: 'true', values: [] };
  // PostgreSQL stores no NUL, and refuses to look for it.
  if (q.includes('\u0000')) return { sql: 'false', values: [] };
  const number = words.length === 1 ? wholeNumber(words[0]!) : undefined;
  if (number !== undefined) {
    const sql = `t.case_id = (SELECT id FROM rectification_case WHERE number = $${placeholderIndex})`;
    // Numbers of other systems look the same.
    if (elsewhere.length === 0) return { sql, values: [number] };
    return { sql: `(${sql} OR t.case_id = ANY($${placeholderIndex + 1}::uuid[]))`, values: [number, elsewhere] };
  }
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${placeholderIndex + values.push(value) - 1}`;
  if (alongTheList || words.every((word) => [...word].length === 1)) {
    const every = words.map((word) => containsSql('t', word, bind)).join(' AND ');
    if (elsewhere.length === 0) return { sql: words.length === 1 ? every : `(${every})`, values };
    return { sql: `(${every} OR t.case_id = ANY(${bind(elsewhere)}::uuid[]))`, values };
  }
  const every = words.map((word) => indexSql(word, bind)).join(' AND ');
  // As an array, so that the index is asked first whatever else is asked of the cases.
  const found = `ARRAY(SELECT s.case_id FROM case_text s WHERE ${every})`;
  const all = elsewhere.length === 0 ? found : `${found} || ${bind(elsewhere)}::uuid[]`;
  return { sql: `t.case_id = ANY(${all})`, values };
}

type Bind = (value: unknown) => string;
const isCased = (word: string): boolean => word.toLowerCase() !== word.toUpperCase();

/** The condition that a row holds the word, without an index. */
function containsSql(alias: string, word: string, bind: Bind): string {
  const text = `${alias}.title || ' ' || ${alias}.description`;
  return isCased(word) ? `strpos(lower(${text}), lower(${bind(word)})) > 0` : `strpos(${text}, ${bind(word)}) > 0`;
}

/** The condition on `case_text s` in the words of the two indexes; one character is looked for among what the other words find. */
function indexSql(word: string, bind: Bind): string {
  const length = [...word].length;
  if (length === 1) return containsSql('s', word, bind);
  const text = `(s.title || ' ' || s.description)`;
  if (length === 2) return `char_pairs${text} @> char_pairs(${bind(word)})`;
  const like = `${text} ${isCased(word) ? 'ILIKE' : 'LIKE'}`;
  const pattern = `%${likePattern(word)}%`;
  if (HAS_TRIGRAM.test(word)) return `${like} ${bind(pattern)}`;
  return `char_pairs${text} @> char_pairs(${bind(word)}) AND ${like} ${bind(pattern)}`;
}

/** `text` so that LIKE takes each character as itself. */
export function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
