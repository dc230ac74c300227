/** Names prepared statements by their text: a connection knows a name for good, and refuses another text under it. */
import { createHash } from 'node:crypto';

/** Texts whose names are remembered; statements of ours are few, and a text that depends on more than the kind of question has no name. */
const MOST_TEXTS = 500;
const names = new Map<string, string>();

/** `<label>-<16 hex digits of the SHA-256 of the text>`: the same name for the same text, and for no other. */
export function preparedName(label: string, text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `${label}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  if (names.size < MOST_TEXTS) names.set(text, name);
  return name;
}
