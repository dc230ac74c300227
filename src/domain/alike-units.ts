/** When two names are, or are nearly, the name of one unit: for whoever is about to make it a second time. */

/** Names that are the same unit for us: full width, case and blanks do not count. */
export function unitKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

/** What tells one unit from its neighbour: 一大队 and 二大队, 城东 and 城西 are two, however much of their names is the same. */
const DISTINCT = /[\p{N}一二三四五六七八九十零两甲乙丙丁东南西北中上下左右前后内外新老大小]/u;
/** A name that is shorter says too little to be nearly another. */
const SHORTEST = 4;

/** True for names that are the same, differ by punctuation or the words 公安局 and 公安, or by one character more or less that tells nothing apart.
 *  Both as `bareName` answers them. */
export function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < SHORTEST || long.length - short.length !== 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at) === long.slice(at + 1) && !DISTINCT.test(long[at]!);
}

/** A name without what says nothing about which unit it is. */
export const bareName = (name: string): string =>
  unitKey(name)
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/公安(局|分局|厅)?(?=.)/gu, '');
