/** Takes a ledger over: reads it whole, decides row by row, and accounts for every row in both languages. */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { isLateOn } from '../domain/account.js';
import { decideBatch } from '../executor/batch.js';
import type { CommandExecutor } from '../executor/command-executor.js';
import type { Done, Intent } from '../executor/intent.js';
import type { Day } from '../domain/day.js';
import type { ReferenceData } from '../engine/env.js';
import type { Workflows } from '../engine/workflow.js';
import { UnitTree } from '../domain/units.js';
import { holds } from '../domain/visibility.js';
import { unharmed } from '../spreadsheet/cells.js';
import type { KnownCase, LedgerStore } from '../store/files/ledger.store.js';
import type { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { RaiserStore } from '../store/encrypted/raiser.store.js';
import { CategoryNames } from './category-names.js';
import type { ImportReport, JoinedRow } from './import-report.js';
import { type JoiningRow, planRows, type PlannedRow, type SortedRows, sortRows } from './import-rows.js';
import { OWN_NUMBER as NUMBER_HEADER } from './ledger-note.js';
import { NameResolver } from './name-resolver.js';
import type { RowRefusal } from './reading/cell.js';
import type { LedgerEntry } from './reading/entry.js';
import type { LedgerMapping } from './reading/mapping.js';
import { readLedger } from './reading/read-ledger.js';
import { additionIntent } from './row-addition.js';

/** What an import works with. */
export interface ImportOffice {
  executor: Pick<CommandExecutor, 'executeAll'>;
  store: LedgerStore;
  referenceData: Pick<ReferenceDataStore, 'refresh'>;
  workflows: Workflows;
  raisers: Pick<RaiserStore, 'encrypted'>;
}

export interface ImportRequest {
  file: { name: string; bytes: Buffer };
  mapping?: LedgerMapping | undefined;
  /** True: decides everything, writes nothing. */
  dryRun: boolean;
  /** A clerk; the cases will belong to the unit at which that role is held. */
  actor: Actor;
  /** Epoch milliseconds. */
  now: number;
  /** Default true: units the ledger names and the tenant lacks are made below the clerk's office. */
  createUnits?: boolean | undefined;
}

/** Intents handed to the executor in one go. */
const TOGETHER = 500;
const OWN_NUMBER = /^[A-Z]{2}-\d{4}-\d{6,}$/;

type Outcome = Done[] | Refused;
type Execute = (intents: Intent[]) => Promise<Outcome[]>;

/** The report of the import. Refuses the file as `readLedger` does, before anything is written, and (403) whoever is no clerk.
 *  Each row happens whole or not at all; a row that a rule refuses is a refused row, never a failed import. The same file again
 *  changes nothing: its rows are counted as merged with ledger.row.alreadyThere. */
export async function importLedger(office: ImportOffice, request: ImportRequest): Promise<ImportReport> {
  const { dryRun, now, createUnits = true } = request;
  const file = { ...request.file, name: shownName(request.file.name) };
  const actor: Actor = { ...request.actor, via: 'import' };
  const officeUnitId = clerksUnit(actor);
  const { ledger, ...account } = await readLedger(
    file,
    request.mapping === undefined ? {} : { mapping: request.mapping },
  );
  const refs = await office.referenceData.refresh();
  const resolver = new NameResolver(refs.units, new CategoryNames(await office.store.categories()), officeUnitId);
  // An export of ours has texts made harmless for spreadsheets; here they become themselves again.
  if (ledger.headers.includes(NUMBER_HEADER))
    for (const { entry } of [...account.imported, ...account.merged]) unharm(entry);
  const identities = account.imported.map(({ identity }) => identity);
  const numbers = account.imported.flatMap(({ entry }) => [entry.externalId ?? '', entry.extra[NUMBER_HEADER] ?? '']);
  const known = await office.store.known(
    identities,
    numbers.filter((number) => OWN_NUMBER.test(number)),
  );
  const isOwn = (found: KnownCase): boolean => holds(actor, ['clerk'], found.officeUnitId, refs.units);
  const sorted = sortRows(account, known, { calendar: refs.calendar, now, fileName: file.name, resolver, isOwn });
  const created = createUnits ? resolver.unknownUnits : [];
  if (created.length > 0) {
    resolver.learn(dryRun ? imagined(created) : await office.store.makeUnits(created, officeUnitId));
  }
  const { planned, refused } = planRows(sorted.candidates, ledger.columns, resolver, {
    actor,
    officeUnitId,
    fileName: file.name,
    now,
    raisers: office.raisers,
  });
  const execute: Execute = dryRun
    ? await rehearsal(office, sorted, withUnits(refs, created, resolver, officeUnitId))
    : (intents) => office.executor.executeAll(intents);
  const done = await carryOut(planned, execute, refs.calendar.dayOf(now));
  const joined = await joinAll(office, sorted.joining, done, execute, actor, now);
  const report: ImportReport = {
    importId: dryRun ? null : uuid(),
    dryRun,
    rows: account.rows,
    imported: done.cases.size,
    merged: joined.joined.length,
    refused: [...sorted.refused, ...refused, ...done.refused, ...joined.refused].sort((a, b) => a.line - b.line),
    joined: joined.joined.sort((a, b) => a.line - b.line),
    became: done.became,
    late: done.late,
    provisional: done.provisional,
    additions: joined.additions,
    units: { created, matched: resolver.matched, unknown: createUnits ? [] : resolver.unknownUnits },
    unknownCategories: resolver.unknownCategories,
    columns: ledger.read,
    file: {
      name: file.name,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      kind: ledger.kind,
      ...(ledger.encoding === undefined ? {} : { encoding: ledger.encoding }),
      ...(ledger.sheet === undefined ? {} : { sheet: ledger.sheet }),
      unreadSheets: ledger.unreadSheets,
      headerLine: ledger.headerLine,
      columns: ledger.columns,
      unknownHeaders: ledger.unknown,
    },
  };
  if (report.importId !== null) {
    const {
      importId: id,
      file: { name: fileName, sha256 },
    } = report;
    // Examples may name a raiser, who is encrypted: they are answered, and kept nowhere.
    const summary = { ...report, columns: report.columns.map(({ example: _, ...column }) => column) };
    await office.store.record({ id, fileName, sha256, personId: actor.userId, at: now, summary });
  }
  return report;
}

/** The file's name as notes and records show it. */
function shownName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  return [...plain].slice(0, 120).join('') || 'ledger';
}

function clerksUnit(actor: Actor): string {
  const held = actor.roles.find(({ role }) => role === 'clerk');
  if (held !== undefined) return held.unitId;
  throw new Refused(403, 'ledger.clerkOnly', '只有整改办可以导入台账', 'Only an office clerk may import a ledger');
}

function unharm(entry: LedgerEntry): void {
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

function imagined(names: readonly string[]): Map<string, string> {
  return new Map(names.map((name) => [name, uuid()]));
}

/** The reference data as it would be with the units made. */
function withUnits(
  refs: ReferenceData,
  names: readonly string[],
  resolver: NameResolver,
  parentId: string,
): ReferenceData {
  const made = names.map((name) => ({ id: resolver.unitId(name)!, name, parentId, leaderId: null, liaisonId: null }));
  return { ...refs, units: new UnitTree([...refs.units.all(), ...made]) };
}

/** The executor without the commit: the same decisions over the same cases, each run on top of the ones before it. */
async function rehearsal(office: ImportOffice, sorted: SortedRows, refs: ReferenceData): Promise<Execute> {
  const there = sorted.joining.flatMap(({ to, addition }) => ('caseId' in to && addition !== null ? [to.caseId] : []));
  const cases = await office.store.load([...new Set(there)]);
  return async (intents) => {
    // Others are served between two chunks, however large the ledger.
    await new Promise((resolve) => setImmediate(resolve));
    const batch = decideBatch(intents, cases, office.workflows, refs);
    for (const [id, { decision }] of batch.touched) cases.set(id, decision.state);
    return batch.results;
  };
}

/** Only what is told of them is kept of cases that were taken over: a ledger can have tens of thousands. */
interface CarriedOut {
  /** The case that a line became. */
  cases: Map<number, string>;
  late: number;
  provisional: number;
  refused: RowRefusal[];
  /** Rows of the same issue that another import was taking over at this moment. */
  raced: JoiningRow[];
  became: ImportReport['became'];
}

async function carryOut(planned: readonly PlannedRow[], execute: Execute, today: Day): Promise<CarriedOut> {
  const out: CarriedOut = {
    cases: new Map(),
    late: 0,
    provisional: 0,
    refused: [],
    raced: [],
    became: { closed: 0, dropped: 0, assigned: 0, collected: 0 },
  };
  for (let from = 0; from < planned.length; from += TOGETHER) {
    const chunk = planned.slice(from, from + TOGETHER);
    const outcomes = await execute(chunk.map(({ intent }) => intent));
    chunk.forEach(({ line, became }, at) => {
      const outcome = outcomes[at]!;
      if (!(outcome instanceof Refused)) {
        const { id, context } = outcome.at(-1)!.state;
        out.cases.set(line, id);
        out.became[became] += 1;
        if (context.outcome === null && isLateOn(context, today)) out.late += 1;
        if (context.outcome === null && context.dueProvisional) out.provisional += 1;
      } else if (outcome.code === 'case.alreadyTakenOver') {
        out.raced.push({ line, to: { line }, problem: raced, addition: null });
      } else out.refused.push(rowRefusal(line, outcome));
    });
  }
  return out;
}

const raced = {
  code: 'ledger.row.alreadyThere',
  message: 'Was imported by another import at the same moment',
  messageZh: '另一次导入同时接管了该行',
};

function rowRefusal(line: number, { code, message, messageZh }: Refused): RowRefusal {
  return { line, code, message, messageZh };
}

interface Joined {
  joined: JoinedRow[];
  refused: RowRefusal[];
  additions: number;
}

/** Writes what joining rows add, in the order of the file; rows whose first row was refused are refused with it. */
async function joinAll(
  office: ImportOffice,
  joining: readonly JoiningRow[],
  done: CarriedOut,
  execute: Execute,
  actor: Actor,
  now: number,
): Promise<Joined> {
  const out: Joined = { joined: [], refused: [], additions: 0 };
  const say = ({ line, to, problem }: JoiningRow): void => {
    const place = 'number' in to ? { number: to.number } : to.line === line ? {} : { into: to.line };
    out.joined.push({ line, ...problem, ...place });
  };
  const known = await office.store.knownCommands(joining.flatMap(({ addition }) => addition?.ids ?? []));
  const sent = new Set<string>();
  const adding: { row: JoiningRow; intent: Intent }[] = [];
  const racedLines = new Set(done.raced.map(({ line }) => line));
  done.raced.forEach((row) => say(row));
  for (const row of joining) {
    const { to, addition } = row;
    const caseId = 'caseId' in to ? to.caseId : done.cases.get(to.line);
    const id = addition?.ids[0];
    const isNews = addition !== null && id !== undefined && !known.has(id) && !sent.has(id);
    if (caseId === undefined && !('line' in to && racedLines.has(to.line) && !isNews)) {
      out.refused.push(refusedWithFirst(row.line, 'line' in to ? to.line : row.line));
    } else if (!isNews || caseId === undefined) say(row);
    else {
      sent.add(id);
      adding.push({ row, intent: additionIntent(addition, caseId, actor, now) });
    }
  }
  for (let from = 0; from < adding.length; from += TOGETHER) {
    const chunk = adding.slice(from, from + TOGETHER);
    const outcomes = await execute(chunk.map(({ intent }) => intent));
    chunk.forEach(({ row, intent }, at) => {
      const outcome = outcomes[at]!;
      if (outcome instanceof Refused) return out.refused.push(rowRefusal(row.line, outcome));
      out.additions += intent.steps.length;
      return say(row);
    });
  }
  return out;
}

function refusedWithFirst(line: number, into: number): RowRefusal {
  return {
    line,
    code: 'ledger.row.joinsRefused',
    message: `Repeats line ${into}, which was not imported`,
    messageZh: `与第 ${into} 行重复，而该行未能导入`,
  };
}
