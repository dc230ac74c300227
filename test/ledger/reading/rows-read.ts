/** The rows of a file below its header, by header, as the reading gets them; and what a reading makes of a whole ledger. */
import type { CellValue, Problem } from '../../../src/ledger/reading/cell.js';
import type { LedgerFile } from '../../../src/ledger/reading/ledger-file.js';
import { LEDGER_LIMITS, type LedgerLimits } from '../../../src/ledger/reading/limits.js';
import type { LedgerMapping } from '../../../src/ledger/reading/mapping.js';
import { rawSheets } from '../../../src/ledger/reading/raw-sheets.js';
import { readingOf } from '../../../src/ledger/reading/reading-of.js';
import type { ReadEntry } from '../../../src/ledger/reading/reading.js';

export interface SheetRow {
  line: number;
  cells: Record<string, CellValue>;
  problem?: Problem;
}

export interface OpenOptions {
  mapping?: LedgerMapping;
  limits?: Partial<LedgerLimits>;
}

/** The rows; refuses the file as the reading does. */
export async function rowsBelow(file: LedgerFile, { mapping, limits }: OpenOptions = {}): Promise<SheetRow[]> {
  const choices = mapping === undefined ? {} : { mapping };
  const { rows, header } = await rawSheets(file, choices, { ...LEDGER_LIMITS, ...limits });
  return rows.slice(header?.rows ?? 0).map(({ line, cells, problem }) => ({
    line,
    cells: Object.fromEntries(
      [...cells.entries()].flatMap(([column, cell]) =>
        cell === undefined ? [] : [[header?.names[column]?.name ?? `第${column + 1}列`, cell]],
      ),
    ),
    ...(problem === undefined ? {} : { problem }),
  }));
}

/** What `bytes` say: issues, rows that joined one, and codes of what is refused or asked by line. */
export async function ledgerRead(bytes: Buffer, mapping?: LedgerMapping) {
  const { answers } = mapping ?? {};
  const choices = { ...(mapping === undefined ? {} : { mapping }), ...(answers === undefined ? {} : { answers }) };
  const { rows } = await readingOf({ name: 'x', bytes }, choices, '2026-11-20');
  const kept: { line: number; entry: ReadEntry; identity: string }[] = [];
  const joined: { line: number; into: number; entry: ReadEntry; code: string }[] = [];
  const held: { line: number; code: string }[] = [];
  const HOLDS = ['ledger.row.undated', 'ledger.row.closedBeforeRaised', 'ledger.row.closedUndated'];
  for (const { line, kind, entry, joinsLine, identities, refusal, doubts, why } of rows) {
    const hold = refusal ?? doubts.find(({ code }) => HOLDS.includes(code));
    if (hold !== undefined && kind === 'issue') held.push({ line, code: hold.code });
    else if (entry === null) continue;
    else if (kind === 'continuation') joined.push({ line, into: joinsLine!, entry, code: why.code });
    else kept.push({ line, entry, identity: identities[0]! });
  }
  return { imported: kept, merged: joined, refused: held, rows: kept.length + joined.length + held.length };
}
