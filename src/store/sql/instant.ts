/** Instants as the text PostgreSQL reads; a batch writes the same few moments many times over. */

const MOST_KEPT = 256;
const kept = new Map<number, string>();

/** ISO 8601 in UTC of epoch milliseconds; null stays null. */
export function instant(at: number): string;
export function instant(at: number | null): string | null;
export function instant(at: number | null): string | null {
  if (at === null) return null;
  const known = kept.get(at);
  if (known !== undefined) return known;
  const text = new Date(at).toISOString();
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(at, text);
  return text;
}
