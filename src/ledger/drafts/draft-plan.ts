/** A draft as its owner sees it: how the file is read, what each row will be, and what is asked. */
import { createHash } from 'node:crypto';
import { Refused } from '../../domain/errors.js';
import type { RowDone } from '../carry-out.js';
import type { PlannedRow } from '../plan/ledger-plan.js';
import { answerTo } from '../plan/said.js';
import { type Prepared, shownPlan } from '../prepare-import.js';
import type { Choices, Doubt, RowReading } from '../reading/reading.js';
import type { DraftRow, LedgerDraftShown, PlanCounts, ReadingShown, SharedDoubt, UnitsPlanned } from './draft.dto.js';

/** A draft that was planned under its choices of one version. */
export interface PlannedDraft {
  prepared: Prepared;
  /** What the rehearsal found by line. */
  done: ReadonlyMap<number, RowDone>;
  /** The office's own words that it was read by, as they stood. */
  words: string;
  /** With what the rehearsal found. */
  rows: PlannedRow[];
  readings: ReadonlyMap<number, RowReading>;
  counts: PlanCounts;
  doubts: SharedDoubt[];
  /** Fingerprint of everything that is shown. */
  seen: string;
}

const LINES_SHOWN = 20;

/** The planned draft of a prepared import. */
export function plannedDraft(
  prepared: Prepared,
  rows: PlannedRow[],
  done: ReadonlyMap<number, RowDone>,
  choices: Choices,
  words: string,
): PlannedDraft {
  const { reading, plan } = prepared;
  const hash = createHash('sha256').update(prepared.sha256).update(JSON.stringify(choices));
  for (const row of rows) hash.update(JSON.stringify(shownPlan(row)));
  hash.update(JSON.stringify([plan.units.toMake, plan.units.matched]));
  return {
    prepared,
    done,
    words,
    rows,
    readings: new Map(reading.rows.map((row) => [row.line, row])),
    counts: countsOf(rows, done),
    doubts: sharedDoubts(reading.doubts, rows, choices),
    seen: hash.digest('base64url'),
  };
}

function countsOf(rows: readonly PlannedRow[], done: ReadonlyMap<number, RowDone>): PlanCounts {
  const counts: PlanCounts = {
    rows: rows.filter(({ isPaper }) => !isPaper).length,
    ...{ new: 0, joined: 0, changed: 0, asked: 0, left: 0, refused: 0 },
    ...{ closed: 0, open: 0, dropped: 0, late: 0, sealed: 0 },
  };
  for (const { becomes, act, line, raiserSealed, isPaper } of rows) {
    if (isPaper && becomes === 'left') continue;
    counts[becomes] += 1;
    if (becomes !== 'new' || act?.kind !== 'new') continue;
    counts[act.became === 'closed' || act.became === 'dropped' ? act.became : 'open'] += 1;
    if (done.get(line)?.after?.isLate === true) counts.late += 1;
    if (raiserSealed) counts.sealed += 1;
  }
  return counts;
}

/** Questions by key: those of the whole file first, then those that most rows share. */
function sharedDoubts(ofFile: readonly Doubt[], rows: readonly PlannedRow[], choices: Choices): SharedDoubt[] {
  const shared = new Map<string, SharedDoubt>();
  const add = (doubt: Doubt, line: number | null): void => {
    let found = shared.get(doubt.key);
    if (found === undefined) {
      const answer = answerTo(choices, doubt.key, line ?? 0) ?? null;
      shared.set(doubt.key, (found = { ...doubt, rows: 0, lines: [], answer }));
    }
    if (line === null) return;
    found.rows += 1;
    if (found.lines.length < LINES_SHOWN) found.lines.push(line);
  };
  for (const doubt of ofFile) add(doubt, null);
  for (const { becomes, doubts, line } of rows) if (becomes === 'asked') for (const doubt of doubts) add(doubt, line);
  const files = new Set(ofFile.map(({ key }) => key));
  return [...shared.values()].sort((a, b) => Number(files.has(b.key)) - Number(files.has(a.key)) || b.rows - a.rows);
}

/** How the file was read, without its rows. */
export function readingShown({ prepared: { reading } }: PlannedDraft): ReadingShown {
  const { kind, sheets, sheet, headerLines, columns, year, yearWhy, identity, layout } = reading;
  return {
    kind,
    sheets: sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden })),
    sheet,
    headerLines,
    columns,
    year,
    yearWhy,
    identity,
    layout,
  };
}

/** The units that the ledger names. */
export function unitsShown({ prepared: { plan } }: PlannedDraft): UnitsPlanned {
  const { unknown, toMake, matched } = plan.units;
  return { unknown, made: toMake, matched, mayMake: true };
}

/** The sheet's row beside what it will be. */
export function draftRow(planned: PlannedRow, reading: RowReading): DraftRow {
  const { kind, sure, section, cells } = reading;
  return { kind, sure, section, cells, ...shownPlan(planned) };
}

export const NOTHING_PLANNED: PlanCounts = {
  ...{ rows: 0, new: 0, joined: 0, changed: 0, asked: 0, left: 0, refused: 0 },
  ...{ closed: 0, open: 0, dropped: 0, late: 0, sealed: 0 },
};

/** The refusal of a file as a draft shows it; anything else is thrown on. */
export function fileRefusal(error: unknown): LedgerDraftShown['refusal'] {
  if (!(error instanceof Refused) || !error.code.startsWith('ledger.file.')) throw error;
  const { code, message, messageZh, details } = error;
  return { code, message, messageZh, ...(details === undefined ? {} : { details }) };
}
