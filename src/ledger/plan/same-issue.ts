/** Whether two texts are of one issue, however they were edited. */

interface Text {
  title: string;
  description: string;
}

/** Share of common pairs of characters from which two texts are taken for versions of one. */
const ALIKE = 0.5;

/** True where title or description are the same, or one of them is mostly. Nothing rests on it but a question: what it denies is asked. */
export function isSameIssue(a: Text, b: Text): boolean {
  const [titles, texts] = [
    [key(a.title), key(b.title)],
    [key(a.description), key(b.description)],
  ] as const;
  if (titles[0] === titles[1] || texts[0] === texts[1]) return true;
  return likeness(texts[0], texts[1]) >= ALIKE || likeness(titles[0], titles[1]) >= ALIKE;
}

/** Dice's coefficient over pairs of characters, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [of, other] = [pairs(a), pairs(b)];
  if (of.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const pair of of) if (other.has(pair)) common += 1;
  return (2 * common) / (of.size + other.size);
}

const LONGEST = 400;

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 2 <= Math.min(text.length, LONGEST); at += 1) found.add(text.slice(at, at + 2));
  return found;
}

function key(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}
