/** Columns of many rows as one parameter each: PostgreSQL array literals, parsed faster than JSON records on both sides. */

const escaped = (text: string): string => `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;

/** How an element of each type is written. Text of the plain types never holds a comma, a brace, a quote, a backslash or white space. */
const ELEMENT: Readonly<Record<string, (value: never) => string>> = {
  uuid: String,
  int: String,
  smallint: String,
  boolean: String,
  date: String,
  timestamptz: String,
  text: escaped,
  bytea: escaped,
  json: escaped,
  'int[]': (numbers: readonly number[]) => escaped(`{${numbers.join(',')}}`),
  'smallint[]': (numbers: readonly number[]) => escaped(`{${numbers.join(',')}}`),
  'uuid[]': (ids: readonly string[]) => escaped(`{${ids.join(',')}}`),
  // Words of a closed list: nothing in them to be quoted.
  'text[]': (words: readonly string[]) => escaped(`{${words.join(',')}}`),
};

/** The literal of one column, such as `{1,NULL,3}`: bytea as `\x…` text, json as its text, null and undefined as NULL. */
export function arrayLiteral(values: readonly unknown[], type: string): string {
  const element = ELEMENT[type];
  if (element === undefined) throw new Error(`no array of ${type} is ever sent`);
  let literal = '';
  let isFirst = true;
  for (const value of values) {
    const written = value === null || value === undefined ? 'NULL' : element(value as never);
    literal += isFirst ? written : `,${written}`;
    isFirst = false;
  }
  return `{${literal}}`;
}

/** A column of JSON texts, none of them null, as one JSON array: its texts need no quoting, and arrive to the letter. */
export const jsonArray = (texts: readonly string[]): string => `[${texts.join(',')}]`;

/** The type of an array's elements: an array of arrays would have to be rectangular, so those travel as text. */
export const elementType = (type: string): string => (type.endsWith('[]') ? 'text' : type);
