/** The whole reading half in one call: a file to an account of its rows. */
import { accountForRows, type LedgerAccount } from './account.js';
import { type ColumnRead, Examples } from './columns-read.js';
import { type LedgerFile, openLedger, type OpenLedger, type OpenOptions } from './open-ledger.js';
import { type EntryResult, toEntry } from './row.js';

/** How the file was read, and its account. Writes nothing. Refuses the file as `openLedger` does. */
export async function readLedger(
  file: LedgerFile,
  options: OpenOptions = {},
): Promise<LedgerAccount & { ledger: Omit<OpenLedger, 'rows'> & { read: ColumnRead[] } }> {
  const { rows, ...ledger } = await openLedger(file, options);
  const results: EntryResult[] = [];
  const examples = new Examples();
  for await (const row of rows) {
    examples.note(row);
    results.push(toEntry(row, ledger.columns, options.mapping));
  }
  const isDated = (ledger.columns.raisedOn ?? []).length > 0;
  return {
    ...accountForRows(results, { isDated, repeatedIds: options.mapping?.repeatedIds }),
    ledger: { ...ledger, read: examples.columns(ledger.headers, ledger.columns) },
  };
}
