/** What names an issue that bears no number. */
import { createHash } from 'node:crypto';
import type { LedgerEntry } from './entry.js';

/** SHA-256 (hex) of what a row says the issue is: title, description, unit, day raised, source, raiser. */
export function contentHash(entry: LedgerEntry): string {
  const { title, description, unitName, raisedOn, raisedAt, sourceText, raiserName } = entry;
  const said = [title, description, unitName, raisedAt ?? raisedOn, sourceText, raiserName].map((each) => each ?? null);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
