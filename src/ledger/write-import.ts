/** Writes a planned ledger, portion by portion: each row is on record with what it did, or with why it did nothing. */
import { settleImport } from '../store/reports/after-import.js';
import { carryOut, type RowDone } from './carry-out.js';
import { withLeanHeap } from './lean-heap.js';
import type { PlannedRow } from './plan/ledger-plan.js';
import { rowSaid } from './plan/row-said.js';
import { carrying, type ImportOffice, type Prepared } from './prepare-import.js';
import { SEALED_MARK, withoutPersons } from './reading/personal-data.js';
import type { ColumnReading, Said } from './reading/reading.js';
import { IN_NOTES } from './reading/row-cells.js';

/** Rows sent in one go, as many as the executor takes together: whoever works meanwhile waits for two portions at most. */
const PORTION = 200;

/** What a row of an import keeps: what it said, why it became what it did, and the cells as the sheet showed them, without persons. */
export interface KeptRow {
  entry?: object;
  why: Said | null;
  /** By letter of the column. */
  cells: (readonly [letter: string, shown: string])[];
}

/** So many rows at once change what PostgreSQL should know of its tables. */
const MANY = 500;

export interface Written {
  done: Map<number, RowDone>;
  created: string[];
  isCancelled: boolean;
}

export interface Watching {
  /** Told how many rows are written; false ends the import before the next portion. */
  moved: (written: number) => Promise<boolean>;
}

/** How many rows will be sent. */
export function toSend(rows: readonly PlannedRow[]): number {
  return rows.filter(({ act, becomes }) => act !== null && becomes !== 'asked' && becomes !== 'refused').length;
}

/** Makes the units, writes the rows and what became of each. */
export function writeImport(
  office: ImportOffice,
  importId: string,
  prepared: Prepared,
  rows: readonly PlannedRow[],
  watching: Watching,
): Promise<Written> {
  return withLeanHeap(() => write(office, importId, prepared, rows, watching));
}

async function write(
  office: ImportOffice,
  importId: string,
  prepared: Prepared,
  rows: readonly PlannedRow[],
  watching: Watching,
): Promise<Written> {
  const { plan, facts, reading } = prepared;
  const created = plan.units.toMake;
  const made =
    created.length === 0 ? new Map<string, string>() : await office.store.makeUnits(created, facts.officeUnitId);
  plan.units.learn(made);
  const how = carrying(office, prepared, made);
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const cellsOf = new Map(reading.rows.map((row) => [row.line, row.cells]));
  const columns = new Map(reading.columns.map(({ column, letter, field }) => [column, { letter, field }]));
  const saidBy = (row: PlannedRow, why: Said | null = row.why ?? row.doubts[0] ?? null): KeptRow => ({
    ...(row.entry === null ? {} : { entry: saidOf(row, how.idOf) }),
    why,
    cells: (cellsOf.get(row.line) ?? []).map(({ column, shown }) => {
      const { letter = '', field = null } = columns.get(column) ?? {};
      return [letter, withoutPerson(shown, field)] as const;
    }),
  });
  const kept = (row: PlannedRow, done?: { caseId: string | null; refused?: Said | null }) => ({
    line: row.line,
    became: done?.refused == null ? row.becomes : 'refused',
    caseId: done?.caseId ?? (row.act?.kind === 'joins' && 'caseId' in row.act.to ? row.act.to.caseId : null),
    joinsLine: row.joinsLine,
    caseVersion: null,
    said: saidBy(row, done?.refused ?? undefined),
  });
  let written = 0;
  let isCancelled = false;
  const done = await carryOut(rows, {
    ...how,
    together: PORTION,
    execute: (intents) => office.executor.executeAll(intents),
    rowOf: (line, caseId) => {
      const row = byLine.get(line)!;
      const { becomes: became, joinsLine } = row;
      return office.rows.sealed(importId, { line, became, caseId, joinsLine, said: saidBy(row) });
    },
    before: async () => {
      isCancelled = !(await watching.moved(written));
      return !isCancelled;
    },
    after: async (portion) => {
      written += portion.length;
      const refused = portion.filter((row) => row.refused !== null || row.raced);
      await office.rows.keep(
        importId,
        refused.map((row) => kept(byLine.get(row.line)!, row)),
      );
    },
  });
  // Rows of which nothing was sent, and, of an import that was cancelled, those that were not reached.
  const rest = rows.filter(
    ({ line, isPaper }) => !isPaper && done.get(line)?.after == null && done.get(line)?.refused == null,
  );
  await office.rows.keep(
    importId,
    rest.map((row) => {
      const result = done.get(row.line);
      const isUnreached = isCancelled && result === undefined && row.act !== null;
      return isUnreached
        ? { ...kept({ ...row, why: CANCELLED }), became: 'left' }
        : kept(row, { caseId: result?.caseId ?? null });
    }),
  );
  await watching.moved(written);
  return { done, created, isCancelled };
}

/** What follows an import that wrote so many rows and that nobody waits for: figures and plans are as fast as before. The cases are there whatever comes
 *  of it: the job for the figures would do it within a quarter of an hour. */
export async function afterImport(office: ImportOffice, written: number, now: number): Promise<void> {
  if (written < MANY) return;
  const { calendar } = await office.referenceData.refresh();
  await settleImport(office.database.pool, calendar.dayOf(now)).catch(() => undefined);
}

const CANCELLED: Said = {
  code: 'ledger.row.cancelled',
  message: 'The import was cancelled before this row',
  messageZh: '导入在此行之前已取消',
};

/** Who raised it is opened at the case, by one's name and on record; a protocol is no way round that. */
function withoutPerson(shown: string, field: ColumnReading['field']): string {
  if (field === 'raiserName' || field === 'raiserContact' || field === 'personal') return SEALED_MARK;
  return withoutPersons(shown, IN_NOTES).text;
}

function saidOf({ entry, act, unitIds }: PlannedRow, idOf: (placeholder: string) => string): object {
  if (act?.kind === 'new') {
    return rowSaid(entry!, { lead: act.lead?.id ?? null, supporting: act.supporting.flatMap(({ id }) => id ?? []) });
  }
  const { lead, supporting } = unitIds ?? { lead: null, supporting: [] };
  return rowSaid(entry!, { lead: lead === null ? null : idOf(lead), supporting: supporting.map(idOf) });
}
