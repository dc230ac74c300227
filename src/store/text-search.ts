/** The condition of a substring search over what was said, so written that PostgreSQL answers it from an index. */

/** SQL with its values, to be placed into a larger statement. */
export interface Condition {
  sql: string;
  values: unknown[];
}

const NUMBER = /^[A-Za-z]{1,4}-\d{4}-\d{1,9}$/;
/** Three letters or digits in a row have a trigram that is surely in the index, wherever in a word they stand. */
const HAS_TRIGRAM = /[\p{L}\p{N}]{3}/u;

/**
 * Condition on `case_text t` (which the caller joins): title or description contain `q`, capitals or not; `q` is taken to
 * the letter, so `%`, `_` and `\` mean themselves. A whole case number finds that case. Its values take the places
 * `$placeholderIndex` and up. Blank `q`: everything.
 *
 * `alongTheList` decides between two conditions that leave the planner no choice, since its own guess costs a hundredfold where it
 * is wrong; `SearchStore.frequencyOf` says how often `q` occurs. A rare word comes from an index: three characters and more through trigrams,
 * two (most Chinese words, and no trigram of their own) through character pairs, which are exact. A common one is looked for row by row,
 * in a list whose order comes from an index. One character is in no index. To count, leave it out: the index counts faster.
 */
export function textCondition(q: string, placeholderIndex: number, alongTheList = false): Condition {
  const sought = q.trim();
  const place = `$${placeholderIndex}`;
  if (sought === '') return { sql: 'true', values: [] };
  // PostgreSQL stores no NUL, and refuses to look for it.
  if (sought.includes('\u0000')) return { sql: 'false', values: [] };
  if (NUMBER.test(sought)) {
    const sql = `t.case_id = (SELECT id FROM rectification_case WHERE number = ${place})`;
    return { sql, values: [sought.toUpperCase()] };
  }
  const cased = sought.toLowerCase() !== sought.toUpperCase();
  if (alongTheList || [...sought].length === 1) {
    const text = `t.title || ' ' || t.description`;
    return {
      sql: cased ? `strpos(lower(${text}), lower(${place})) > 0` : `strpos(${text}, ${place}) > 0`,
      values: [sought],
    };
  }
  const { sql, values } = indexCondition(sought, placeholderIndex, cased);
  // As an array, so that the index is asked first whatever else is asked of the cases.
  return { sql: `t.case_id = ANY(ARRAY(SELECT s.case_id FROM case_text s WHERE ${sql}))`, values };
}

/** The condition on `case_text s` in the words of the two indexes. */
function indexCondition(sought: string, placeholderIndex: number, cased: boolean): Condition {
  const text = `(s.title || ' ' || s.description)`;
  const place = `$${placeholderIndex}`;
  const pairs = `char_pairs${text} @> char_pairs(${place})`;
  if ([...sought].length === 2) return { sql: pairs, values: [sought] };
  const like = `${text} ${cased ? 'ILIKE' : 'LIKE'}`;
  const pattern = `%${likePattern(sought)}%`;
  if (HAS_TRIGRAM.test(sought)) return { sql: `${like} ${place}`, values: [pattern] };
  return { sql: `${pairs} AND ${like} $${placeholderIndex + 1}`, values: [sought, pattern] };
}

/** `text` so that LIKE takes each character as itself. */
export function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
