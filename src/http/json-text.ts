/** Looks at the text of a JSON body before it is parsed: how deep it is nested and how much it holds, in one pass over its characters. */
import { malformed, type Refused } from '../domain/errors.js';

/** More than any request of ours needs; whatever runs over keys or elements later is bounded by these. */
export const JSON_MOST = {
  /** Objects and lists inside one another. */
  levels: 32,
  /** Keys of one object. */
  keys: 60,
  /** Elements of one list. */
  elements: 1_000,
  /** Keys and elements together. */
  values: 6_000,
} as const;

/** Null where the text keeps within JSON_MOST, else the refusal (400). Says nothing of a text that is no JSON: the parser does. */
export function jsonTextFault(text: string): Refused | null {
  /** Of each open object its keys, of each open list its elements but the first. */
  const open: { isList: boolean; held: number }[] = [];
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') at = endOfString(text, at);
    else if (mark === '{' || mark === '[') {
      if (open.push({ isList: mark === '[', held: 0 }) > JSON_MOST.levels)
        return malformed('请求嵌套过深', 'The request is nested too deeply');
    } else if (mark === '}' || mark === ']') open.pop();
    else if (mark === ':' || mark === ',') {
      const inside = open.at(-1);
      if (inside === undefined || inside.isList === (mark === ':')) continue;
      inside.held += 1;
      values += 1;
      if (inside.held >= (inside.isList ? JSON_MOST.elements : JSON_MOST.keys + 1) || values > JSON_MOST.values)
        return malformed('请求中的字段或列表项过多', 'The request holds too many fields or list elements');
    }
  }
  return null;
}

/** The place of the quote that ends the string begun at `from`; the end of the text where none does. */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at !== -1) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}
