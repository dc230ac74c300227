/** Reads a ledger to say what each of its rows is. */
import type { Day } from '../../domain/day.js';
import { accountForRows } from './account.js';
import { cellText } from './cell.js';
import { columnLetters } from './cell-reference.js';
import { FIELDS, type LedgerEntry } from './entry.js';
import { headerKey } from './header-words.js';
import { type LedgerFile, openLedger } from './open-ledger.js';
import type { Choices, LedgerReading, ReadEntry, RowReading, Said } from './reading.js';
import { toEntry } from './row.js';

const AS_WRITTEN: Said = { code: 'ledger.read.asWritten', message: 'As it is written', messageZh: '按表中所写' };

/** The reading of `file` with what people chose; `today` is the day of the office. Refuses (Refused, ledger.file.*) what is no ledger. */
export async function readingOf(file: LedgerFile, choices: Choices, today: Day): Promise<LedgerReading> {
  const mapping = { columns: {}, ...choices.mapping };
  if (choices.sheet !== undefined) mapping.sheet = choices.sheet;
  if (choices.headerLines !== undefined) mapping.headerRow = choices.headerLines[1];
  const { rows: source, ...ledger } = await openLedger(file, { mapping });
  const rows: RowReading[] = [];
  for await (const row of source) {
    const result = toEntry(row, ledger.columns, mapping);
    const account = accountForRows([result], { isDated: false });
    const entry = 'entry' in result ? readEntry(result.entry, today) : null;
    rows.push({
      line: row.line,
      lastLine: row.line,
      kind: 'issue',
      sure: 'sure',
      why: AS_WRITTEN,
      cells: ledger.headers.flatMap((header, column) =>
        row.cells[header] === undefined
          ? []
          : [{ column, shown: cellText(row.cells[header]), meaning: null, sure: 'sure' as const, why: null }],
      ),
      entry,
      joinsLine: null,
      section: null,
      identities: account.imported.map(({ identity }) => identity),
      doubts: [],
      refusal: account.refused[0] ?? null,
      left: choices.rows?.[row.line] === 'leave',
    });
  }
  return {
    kind: ledger.kind,
    encoding: ledger.encoding ?? null,
    sheets:
      ledger.sheet === undefined ? [] : [{ name: ledger.sheet, rows: rows.length, hidden: false, isLedger: true }],
    sheet: ledger.sheet ?? null,
    headerLines: [ledger.headerLine, ledger.headerLine],
    columns: ledger.headers.map((header, column) => ({
      column,
      letter: columnLetters(column),
      header,
      field: FIELDS.find((field) => ledger.columns[field]?.includes(header)) ?? null,
      sure: 'sure',
      why: AS_WRITTEN,
      example: null,
    })),
    rows,
    layout: ledger.headers.map(headerKey).join('|'),
    year: null,
    yearWhy: null,
    identity: { kind: 'own', sure: 'sure', why: AS_WRITTEN },
    doubts: [],
  };
}

function readEntry(own: LedgerEntry, today: Day): ReadEntry {
  const closed = own.isClosed && (own.closedOn ?? today) <= today;
  return {
    ...own,
    state: { meaning: closed ? 'closed' : 'open', why: AS_WRITTEN },
    units: { lead: own.unitName ?? null, supporting: own.supportingUnitNames ?? [], written: own.unitName ?? '' },
    measures: [],
    raisers:
      own.raiserName === undefined && own.raiserContact === undefined
        ? []
        : [
            {
              ...(own.raiserName === undefined ? {} : { name: own.raiserName }),
              ...(own.raiserContact === undefined ? {} : { contact: own.raiserContact }),
            },
          ],
    personal: [],
    isImmediate: false,
    dueWhy: null,
  };
}
