/** What access to the name of an encrypted person needs: a purpose from a short list and words that say why. */

/** Why somebody looks at an encrypted name: a visit 回访, asking back 核实情况, correcting the entry 更正登记, telling the result 告知结果, other 其他. */
export const ACCESS_PURPOSES = ['visit', 'clarify', 'correct', 'inform', 'other'] as const;
export type AccessPurpose = (typeof ACCESS_PURPOSES)[number];

const LEAST_LETTERS = 4;
const LEAST_DIFFERENT = 3;

/** True where a reason has words in it: at least four letters or characters of a script, three of them different.
 *  “.”, “。。。。”, “aaaa” and “1234” have none. */
export function saysWhy(reason: string): boolean {
  const letters = reason.match(/\p{L}/gu) ?? [];
  return letters.length >= LEAST_LETTERS && new Set(letters).size >= LEAST_DIFFERENT;
}

/** The number of persons looked at on a day from which the auditor hears of it: four fifths of the limit. */
export const nearLimit = (limit: number): number => Math.ceil(limit * 0.8);
