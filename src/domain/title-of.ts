/** A title for what somebody said in their own words. */

/** Characters of a title made from what was said. */
const TITLE = 40;
/** A clause shorter than this says too little to be a title. */
const SHORT_CLAUSE = 8;

/** A title from what was said: its first sentence, else as many whole clauses as 40 characters hold, else its beginning. */
export function titleOf(said: string): string {
  const text = said.trim().replace(/\s+/g, ' ');
  const head = [...text].slice(0, TITLE + 1).join('');
  const sentence = /^.*?(?=[。！？!?；;])/u.exec(head)?.[0] ?? '';
  if ([...sentence].length >= SHORT_CLAUSE) return sentence;
  if ([...text].length <= TITLE) return text.replace(/[。！？!?；;，,、：:]+$/u, '');
  const clauses = /^.*(?=[，,、：:。！？!?；;])/u.exec(head)?.[0] ?? '';
  return [...clauses].length >= SHORT_CLAUSE ? clauses : `${[...text].slice(0, TITLE).join('')}…`;
}
