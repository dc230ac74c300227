/** Reasons in both languages. */
import type { Said } from './reading.js';

/** A reason of the reading: `code` without its prefix `ledger.read.`. */
export function said(code: string, message: string, messageZh: string): Said {
  return { code: `ledger.read.${code}`, message, messageZh };
}

/** A reason under the code that the refusal of such a row bears. */
export function rowSaid(code: string, message: string, messageZh: string): Said {
  return { code: `ledger.row.${code}`, message, messageZh };
}

export const AS_WRITTEN = said('asWritten', 'As it is written', '按表中所写');
export const CHOSEN = said('chosen', 'Chosen by hand', '由人指定');
