/** From the bytes of a ledger to a plan that has been rehearsed: what an import would do, decided by the code that does it. */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../domain/command.js';
import { UnitTree } from '../domain/units.js';
import type { Workflows } from '../engine/workflow.js';
import type { CommandExecutor } from '../executor/command-executor.js';
import { unharmed } from '../spreadsheet/cells.js';
import type { LedgerRowStore } from '../store/encrypted/ledger-row.store.js';
import type { Database } from '../store/database/database.js';
import type { RaiserStore } from '../store/encrypted/raiser.store.js';
import type { LedgerStore } from '../store/files/ledger.store.js';
import type { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { type Carrying, carryOut, rehearsal, type RowDone, TOGETHER } from './carry-out.js';
import { withLeanHeap } from './lean-heap.js';
import { OWN_NUMBER } from './ledger-note.js';
import type { LedgerPlan, PlannedRow } from './plan/ledger-plan.js';
import { clerksUnit, factsStamp, officeFacts, type OfficeFacts } from './plan/office-facts.js';
import { planLedger, toBeMade } from './plan/plan-ledger.js';
import { knownUnit, readingChoices } from './plan/reading-choices.js';
import type { RowPlan } from './plan/row-plan.js';
import { said } from './plan/said.js';
import type { Choices, LedgerReading, ReadEntry } from './reading/reading.js';
import { readingOf } from './reading/reading-of.js';
import type { IntentMaker } from './row-intent.js';

/** What an import works with. */
export interface ImportOffice {
  executor: Pick<CommandExecutor, 'executeAll'>;
  store: LedgerStore;
  rows: LedgerRowStore;
  referenceData: Pick<ReferenceDataStore, 'refresh' | 'version'>;
  workflows: Workflows;
  raisers: Pick<RaiserStore, 'encrypted'>;
  database: Pick<Database, 'pool'>;
}

export interface LedgerSent {
  file: { name: string; bytes: Buffer };
  choices: Choices;
  /** A clerk; the cases will belong to the unit at which that role is held. */
  actor: Actor;
  /** Epoch milliseconds. */
  now: number;
}

export interface Prepared {
  fileName: string;
  sha256: string;
  reading: LedgerReading;
  facts: OfficeFacts;
  plan: LedgerPlan;
  actor: Actor;
  now: number;
  leavesPersonal: boolean;
  /** Version of units, categories and calendar that it was read and planned under. */
  refs: number;
}

/** Reads and plans. Refuses the file as `readingOf` does, and (403) whoever is no clerk. */
export function prepareImport(office: ImportOffice, sent: LedgerSent): Promise<Prepared> {
  return withLeanHeap(() => prepared(office, sent));
}

async function prepared(office: ImportOffice, sent: LedgerSent): Promise<Prepared> {
  const { choices, now } = sent;
  const actor: Actor = { ...sent.actor, via: 'import' };
  const officeUnitId = clerksUnit(actor);
  const fileName = shownName(sent.file.name);
  await office.referenceData.refresh();
  // Taken first: what is read by may be newer than the version that is noted, never older.
  const refs = office.referenceData.version();
  const { calendar, units } = await office.referenceData.refresh(refs);
  const reading = await readingOf(
    { ...sent.file, name: fileName },
    readingChoices(choices, units, officeUnitId),
    calendar.dayOf(now),
    { isUnit: knownUnit(units, officeUnitId) },
  );
  // An export of ours has texts made harmless for spreadsheets; here they become themselves again.
  if (reading.columns.some(({ header }) => header === OWN_NUMBER))
    for (const { entry } of reading.rows) if (entry !== null) unharm(entry);
  const facts = await officeFacts(office, reading, actor, now);
  return {
    fileName,
    sha256: createHash('sha256').update(sent.file.bytes).digest('hex'),
    reading,
    facts,
    plan: planLedger(reading, facts, choices, fileName),
    actor,
    now,
    leavesPersonal: choices.answers?.['personal'] === 'leave',
    refs,
  };
}

/** The same import at a later moment, without reading it and deciding its new cases again; undefined where it has to be prepared anew. What it is made of
 *  has to be the same: the day, the clerk with their roles, the reference data, and every case that a row was held against, to its version. The rows that write
 *  into cases which were there are decided again, since timers of those may have run. `done` is what was rehearsed before. */
export async function stillPrepared(
  office: ImportOffice,
  former: Prepared,
  done: ReadonlyMap<number, RowDone>,
  sent: Pick<LedgerSent, 'actor' | 'now'>,
): Promise<Prepared | undefined> {
  const actor: Actor = { ...sent.actor, via: 'import' };
  await office.referenceData.refresh();
  const isSameClerk = JSON.stringify(actor) === JSON.stringify(former.actor);
  if (office.referenceData.version() !== former.refs || !isSameClerk) return undefined;
  const facts = await officeFacts(office, former.reading, actor, sent.now);
  if (factsStamp(facts) !== factsStamp(former.facts)) return undefined;
  const still: Prepared = { ...former, facts, actor, now: sent.now };
  const rows = former.plan.rows.filter(({ act }) => act?.kind === 'joins' && 'caseId' in act.to);
  if (rows.length === 0) return still;
  const again = await rehearse(office, { ...still, plan: { ...former.plan, rows } });
  const isSame = rows.every(({ line }) => again.get(line)?.refused?.code === done.get(line)?.refused?.code);
  return isSame ? still : undefined;
}

/** Decides everything and writes nothing: what became of each row, as an import at this moment would have it. */
export async function rehearse(office: ImportOffice, prepared: Prepared): Promise<Map<number, RowDone>> {
  const { plan, facts } = prepared;
  const refs = await office.referenceData.refresh();
  const made = new Map(plan.units.toMake.map((name) => [name, uuid()]));
  plan.units.learn(made);
  const parentId = facts.officeUnitId;
  const units = [...made].map(([name, id]) => ({ id, name, parentId, leaderId: null, liaisonId: null }));
  const there = plan.rows.flatMap(({ act }) => (act?.kind === 'joins' && 'caseId' in act.to ? [act.to.caseId] : []));
  const cases = await office.store.load([...new Set(there)]);
  const execute = rehearsal(cases, office.workflows, {
    ...refs,
    units: made.size === 0 ? refs.units : new UnitTree([...refs.units.all(), ...units]),
  });
  const how = { ...carrying(office, prepared, made), execute, together: TOGETHER };
  return carryOut(plan.rows, how);
}

/** What carrying out needs of a prepared import, with the units that were made for it. */
export function carrying(
  office: ImportOffice,
  { actor, facts, fileName, now, leavesPersonal }: Prepared,
  made: ReadonlyMap<string, string>,
): Omit<Carrying, 'execute' | 'together'> {
  const { raisers } = office;
  const maker: IntentMaker = { actor, officeUnitId: facts.officeUnitId, fileName, now, raisers, leavesPersonal };
  const ids = new Map([...made].map(([name, id]) => [toBeMade(name), id]));
  return {
    maker,
    idOf: (placeholder) => ids.get(placeholder) ?? placeholder,
    known: (commands) => office.store.knownCommands(commands),
    today: facts.calendar.dayOf(now),
  };
}

/** The rows with what the rehearsal found: refused by a rule, or the day that the calendar gives. */
export function withRehearsal(rows: readonly PlannedRow[], done: ReadonlyMap<number, RowDone>): PlannedRow[] {
  return rows.map((row): PlannedRow => {
    const result = done.get(row.line);
    if (result === undefined) return row;
    if (result.refused !== null) return { ...row, becomes: 'refused', why: result.refused };
    const { after } = result;
    if (row.becomes !== 'new' || after === null || row.dueOn !== null || after.dueOn === null) return row;
    return { ...row, dueOn: after.dueOn, dueWhy: row.dueWhy ?? BY_CALENDAR };
  });
}

const BY_CALENDAR = said(
  'dueByCalendar',
  '台账没有时限：按问题类别的办理天数，自导入之日起按工作日计算',
  'The ledger gives no day: working days of the category, counted from the day of the import',
);

/** A row as it is shown: without what is only for carrying it out. */
export function shownPlan(row: PlannedRow): RowPlan {
  const { entry: _, identity: _i, act: _a, joins: _j, unitIds: _u, isPaper: _p, ...shown } = row;
  return shown;
}

/** The file's name as notes and records show it. */
function shownName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  return [...plain].slice(0, 120).join('') || 'ledger';
}

function unharm(entry: ReadEntry): void {
  const texts = [
    'title',
    'description',
    'unitName',
    'leaderName',
    'handlerName',
    'measure',
    'remark',
    'externalId',
  ] as const;
  for (const field of texts) if (entry[field] !== undefined) entry[field] = unharmed(entry[field]);
}
