/** Takes a ledger over in one call: plans it, writes what is certain, and accounts for every row in both languages. */
import { v7 as uuid } from 'uuid';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import type { RowDone } from './carry-out.js';
import type { ImportReport, JoinedRow } from './import-report.js';
import type { PlannedRow } from './plan/ledger-plan.js';
import { type ImportOffice, type Prepared, prepareImport, rehearse } from './prepare-import.js';
import type { RowRefusal } from './reading/cell.js';
import type { ColumnRead, LedgerColumns } from './reading/columns-read.js';
import { type Field, FIELDS } from './reading/entry.js';
import type { LedgerMapping } from './reading/mapping.js';
import type { Choices, Doubt, LedgerReading, Said } from './reading/reading.js';
import { writeImport, toSend } from './write-import.js';

export type { ImportOffice } from './prepare-import.js';

export interface ImportRequest {
  file: { name: string; bytes: Buffer };
  mapping?: LedgerMapping | undefined;
  /** True: decides everything, writes nothing. */
  dryRun: boolean;
  /** A clerk; the cases will belong to the unit at which that role is held. */
  actor: Actor;
  /** Epoch milliseconds. */
  now: number;
  /** Default true: units the ledger names and the tenant lacks are made below the clerk's office, where they look like units. */
  createUnits?: boolean | undefined;
}

/** The report of the import. Refuses the file as `readingOf` does, before anything is written, and (403) whoever is no clerk.
 *  Each row happens whole or not at all; a row that a rule refuses, and one that would be asked, is a refused row, never a failed import. The
 *  same file again changes nothing: its rows are counted as merged with ledger.row.alreadyThere. */
export async function importLedger(office: ImportOffice, request: ImportRequest): Promise<ImportReport> {
  const { dryRun, actor, now, mapping } = request;
  const prepared = await prepareImport(office, { file: request.file, choices: choicesOf(request), actor, now });
  requireLedger(prepared.reading);
  const { plan, facts, fileName, sha256 } = prepared;
  const importId = dryRun ? null : uuid();
  let done: ReadonlyMap<number, RowDone>;
  let created = plan.units.toMake;
  if (importId === null) done = await rehearse(office, prepared);
  else {
    await office.store.begin({
      id: importId,
      fileName,
      sha256,
      personId: actor.userId,
      at: now,
      officeUnitId: facts.officeUnitId,
      total: toSend(plan.rows),
    });
    const written = await writeImport(office, importId, prepared, plan.rows, {
      moved: (rows) => office.store.moved(importId, rows, Date.now()),
    });
    ({ done, created } = written);
  }
  const report = reportOf(prepared, done, { importId, created, mapping });
  // Examples and what cells say may name a person: they are answered, and kept nowhere but encrypted.
  if (importId !== null) await office.store.finish(importId, 'done', summaryOf(report));
  return report;
}

/** 422 for a file in which no header is found, or no column that says the issue: one call cannot be asked. With the lines or the columns as they were
 *  taken, for whoever corrects that by hand. */
function requireLedger(reading: LedgerReading): void {
  const { headerLines, sheet, rows, columns } = reading;
  const place = sheet === null ? {} : { sheet };
  if (headerLines[1] === 0) {
    const lines = rows.slice(0, LINES_SHOWN).map(({ line, cells }) => ({
      line,
      cells: columns.map(({ column }) => short(cells.find((cell) => cell.column === column)?.shown ?? '')),
    }));
    throw new Refused(
      422,
      'ledger.file.noHeader',
      '没有找到台账表头（如 序号、问题描述、责任单位）。请检查文件，或给出列对应关系。',
      'No ledger header was found (such as 序号, 问题描述, 责任单位). Check the file or give a mapping.',
      { ...place, lines: lines.map(({ line, cells }) => ({ line, cells: withoutEnd(cells) })) },
    );
  }
  if (columns.some(({ field }) => field === 'description' || field === 'title')) return;
  throw new Refused(
    422,
    'ledger.file.missingColumns',
    '缺少列：问题描述 (description)',
    'Columns not found: 问题描述 (description)',
    {
      missing: ['description'],
      headers: columns.map(({ header }) => header),
      columns: columnsShown(reading),
      headerLine: headerLines[1],
      ...place,
    },
  );
}

const LINES_SHOWN = 10;
const short = (text: string): string => [...text].slice(0, LONGEST_EXAMPLE).join('');

function withoutEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** The choices that one call makes: its mapping, and its word on units. */
function choicesOf({ mapping, createUnits = true }: ImportRequest): Choices {
  const { answers = {} } = mapping ?? {};
  return {
    ...(mapping === undefined ? {} : { mapping }),
    // Who names the column of numbers says that they are the issues’ own.
    ...(mapping?.columns.externalId?.length ? { identity: 'own' as const } : {}),
    answers: { units: createUnits ? 'make' : 'leave', ...answers },
  };
}

/** What is kept of the report in the open: numbers, lines and codes. */
export function summaryOf({ columns, ...report }: ImportReport): object {
  const bare = ({ message: _, messageZh: __, ...row }: RowRefusal & object): object => row;
  return {
    ...report,
    refused: report.refused.map(bare),
    joined: report.joined.map(bare),
    columns: columns.map(({ example: _, ...column }) => column),
  };
}

/** What became of every row, by the plan and by what carrying it out found. */
export function reportOf(
  { plan, reading, fileName, sha256 }: Prepared,
  done: ReadonlyMap<number, RowDone>,
  how: { importId: string | null; created: string[]; mapping?: LedgerMapping | undefined },
): ImportReport {
  const refused: RowRefusal[] = [];
  const joined: JoinedRow[] = [];
  const became = { closed: 0, dropped: 0, assigned: 0, collected: 0 };
  const sums = { imported: 0, late: 0, provisional: 0, additions: 0 };
  const rows = plan.rows.filter(({ isPaper }) => !isPaper);
  for (const row of rows) {
    const { line, becomes, act, joins, joinsLine, caseNumber } = row;
    const result = done.get(line);
    if (result?.refused != null) refused.push({ line, ...result.refused });
    else if (becomes === 'new' && act?.kind === 'new') {
      if (result?.raced === true) joined.push({ line, ...RACED });
      else if (result !== undefined) {
        sums.imported += 1;
        became[act.became] += 1;
        if (result.after?.isLate === true) sums.late += 1;
        if (result.after?.isProvisional === true) sums.provisional += 1;
      }
    } else if (becomes === 'joined' || becomes === 'changed') {
      sums.additions += result?.added ?? 0;
      const place = caseNumber !== null ? { number: caseNumber } : joinsLine !== null ? { into: joinsLine } : {};
      joined.push({ line, ...plain(joins ?? row.why ?? RACED), ...place });
    } else refused.push(refusalOf(row));
  }
  const byLine = (a: { line: number }, b: { line: number }): number => a.line - b.line;
  return {
    importId: how.importId,
    dryRun: how.importId === null,
    rows: rows.length,
    imported: sums.imported,
    merged: joined.length,
    refused: refused.sort(byLine),
    joined: joined.sort(byLine),
    became,
    late: sums.late,
    provisional: sums.provisional,
    additions: sums.additions,
    units: {
      created: how.created,
      matched: plan.units.matched.flatMap(({ name, unit, exact }) => (exact ? [] : [{ name, unit }])),
      unknown: plan.units.left,
    },
    unknownCategories: plan.unknownCategories,
    columns: columnsShown(reading),
    file: {
      name: fileName,
      sha256,
      kind: reading.kind,
      ...(reading.encoding === null ? {} : { encoding: reading.encoding }),
      ...(reading.sheet === null ? {} : { sheet: reading.sheet }),
      unreadSheets: reading.sheets
        .filter(({ name, hidden, isLedger }) => isLedger && !hidden && name !== reading.sheet)
        .map(({ name }) => name),
      headerLine: reading.headerLines[1],
      columns: columnsOf(reading.columns),
      unknownHeaders: reading.columns.filter(({ field }) => field === null).map(({ header }) => header),
    },
  };
}

const RACED: Said = {
  code: 'ledger.row.alreadyThere',
  message: 'Was imported by another import at the same moment',
  messageZh: '另一次导入同时接管了该行',
};
/** Questions that had a code before they were questions. */
const KNOWN_CODES = new Set(
  'noUnit unknownUnit unitAmbiguous undated closedUndated closedInFuture closedBeforeRaised errorCell badDate badYesNo'
    .split(' ')
    .map((code) => `ledger.row.${code}`),
);

function refusalOf({ line, becomes, why, doubts }: PlannedRow): RowRefusal {
  const [doubt] = doubts;
  if (becomes === 'asked' && doubt !== undefined) return { line, ...asked(doubt) };
  return { line, ...plain(why ?? RACED) };
}

function asked(doubt: Doubt): Said {
  const { message, messageZh, code, key, options } = doubt;
  if (KNOWN_CODES.has(code)) return { code, message, messageZh };
  const values = options.map(({ value }) => value).join(' | ');
  return {
    code: 'ledger.row.asked',
    message: `${message} (answers: {"${key}": "${values}"})`,
    messageZh: `${messageZh}（可在 mapping.answers 中回答：{"${key}": "${values}"}）`,
  };
}

const plain = ({ code, message, messageZh }: Said): Said => ({ code, message, messageZh });

/** Rows in which an example is looked for, and how much of it is shown. */
const LOOKED_AT = 20;
const LONGEST_EXAMPLE = 40;

function columnsShown({ columns, rows }: LedgerReading): ColumnRead[] {
  const examples = new Map<number, string>();
  for (const { cells, kind } of rows.slice(0, LOOKED_AT)) {
    if (kind === 'header' || kind === 'heading') continue;
    for (const { column, shown } of cells) {
      if (!examples.has(column)) examples.set(column, short(shown));
    }
  }
  return columns.map(({ column, letter, header, field, example }) => ({
    letter,
    header,
    field: field === 'personal' ? 'raiserContact' : field,
    example: example ?? examples.get(column) ?? null,
  }));
}

function columnsOf(columns: readonly { header: string; field: Field | 'personal' | null }[]): LedgerColumns {
  const byField: LedgerColumns = {};
  for (const field of FIELDS) {
    const headers = columns.filter((column) => column.field === field).map(({ header }) => header);
    if (headers.length > 0) byField[field] = headers;
  }
  return byField;
}
