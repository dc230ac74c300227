/** Accounts for every row of a ledger: imported, merged into an earlier row, or refused with its line and reason. */
import { createHash } from 'node:crypto';
import type { Problem, RowRefusal } from './cell.js';
import type { LedgerEntry } from './entry.js';
import type { EntryResult } from './row.js';

export interface ImportedRow {
  line: number;
  entry: LedgerEntry;
  /** Same issue, same text, in any file: 'id:<externalId>', or 'content:<sha256>' of what the row says. */
  identity: string;
}

/** A row that joins an earlier row of the file. Its entry is kept: where `sameContent` is false it says something the first did not. */
export interface MergedRow extends Problem {
  line: number;
  /** Line of the row it joins. */
  into: number;
  sameContent: boolean;
  entry: LedgerEntry;
}

/** `imported.length + merged.length + refused.length === rows`, always. */
export interface LedgerAccount {
  rows: number;
  imported: ImportedRow[];
  merged: MergedRow[];
  refused: RowRefusal[];
}

export interface AccountRules {
  /** The ledger has a column for the day the issue was raised, so a row without it is refused. */
  isDated: boolean;
  repeatedIds?: 'merge' | 'refuse';
}

/** Judges rows in order. First what `toEntry` refused. Then, with `isDated`, rows without the day raised (ledger.row.undated), since
 *  no clock can run for them; rows that say closed without a day (ledger.row.closedUndated); closed before raised, by the instants
 *  where both are known (ledger.row.closedBeforeRaised). A row that only lacks the closing day and does not claim to be closed is
 *  imported as open. Last, a row with the externalId of an earlier imported one joins it (ledger.row.repeatedId), as does one
 *  without externalId that says exactly the same (ledger.row.repeatedRow); a repeat of a refused row stands for itself. */
export function accountForRows(results: Iterable<EntryResult>, rules: AccountRules): LedgerAccount {
  const account: LedgerAccount = { rows: 0, imported: [], merged: [], refused: [] };
  const first = new Map<string, ImportedRow>();
  for (const result of results) {
    account.rows++;
    const refusal = 'refusal' in result ? result.refusal : refusalOf(result.entry, rules);
    if (refusal) account.refused.push(refusal);
    if (refusal || 'refusal' in result) continue;
    const { entry } = result;
    const identity = identityOf(entry);
    const earlier = first.get(identity);
    if (!earlier) {
      const row = { line: entry.line, entry, identity };
      first.set(identity, row);
      account.imported.push(row);
      continue;
    }
    const repeated = repeat(entry, earlier);
    if (entry.externalId !== undefined && rules.repeatedIds === 'refuse' && !repeated.sameContent) {
      const { code, message, messageZh } = repeated;
      account.refused.push({ line: entry.line, code, message, messageZh });
    } else account.merged.push(repeated);
  }
  return account;
}

/** Identity of an issue across files; 序号 is no part of it, for every ledger counts from 1. */
export function identityOf(entry: LedgerEntry): string {
  return entry.externalId === undefined ? `content:${contentHash(entry)}` : `id:${entry.externalId}`;
}

/** SHA-256 (hex) of what a row says the issue is: title, description, unit, day raised, source, raiser. */
export function contentHash(entry: LedgerEntry): string {
  const { title, description, unitName, raisedOn, raisedAt, sourceText, raiserName } = entry;
  const said = [title, description, unitName, raisedAt ?? raisedOn, sourceText, raiserName].map((each) => each ?? null);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

function refusalOf(entry: LedgerEntry, rules: AccountRules): RowRefusal | undefined {
  const refuse = (code: string, message: string, messageZh: string) => ({ line: entry.line, code, message, messageZh });
  if (rules.isDated && entry.raisedOn === undefined) {
    return refuse('ledger.row.undated', 'The day it was raised is missing', '缺少反映（提出）日期');
  }
  if (entry.isClosed && entry.closedOn === undefined) {
    return refuse('ledger.row.closedUndated', 'Closed, but without a day', '已销号（完成），但没有完成时间');
  }
  if (isClosedBeforeRaised(entry)) {
    const { closedOn, raisedOn } = entry;
    return refuse(
      'ledger.row.closedBeforeRaised',
      `Closed (${closedOn}) before it was raised (${raisedOn})`,
      `完成时间（${closedOn}）早于反映时间（${raisedOn}）`,
    );
  }
  return undefined;
}

function isClosedBeforeRaised({ raisedOn, raisedAt, closedOn, closedAt }: LedgerEntry): boolean {
  if (raisedAt !== undefined && closedAt !== undefined) return Date.parse(closedAt) < Date.parse(raisedAt);
  return raisedOn !== undefined && closedOn !== undefined && closedOn < raisedOn;
}

function repeat(entry: LedgerEntry, earlier: ImportedRow): MergedRow {
  const sameContent = contentHash(entry) === contentHash(earlier.entry);
  const { line } = entry;
  const into = earlier.line;
  if (entry.externalId === undefined) {
    const [message, messageZh] = [`Says the same as line ${into}`, `与第 ${into} 行内容相同，并入该行`];
    return { line, into, sameContent, entry, code: 'ledger.row.repeatedRow', message, messageZh };
  }
  const differs = sameContent ? '' : '; its text differs and is kept with it';
  const differsZh = sameContent ? '' : '；内容不同，随之保留';
  return {
    line,
    into,
    sameContent,
    entry,
    code: 'ledger.row.repeatedId',
    message: `Number ${entry.externalId} stands on line ${into} already${differs}`,
    messageZh: `编号 ${entry.externalId} 已见于第 ${into} 行${differsZh}`,
  };
}
