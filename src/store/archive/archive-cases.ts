/** Moves the histories of closed years out of the database, whole cases at a time: into a file, read back, and only then out. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { v7 as uuid } from 'uuid';
import { addDays, type Day } from '../../domain/day.js';
import { COUNTED_EFFECTS } from '../../engine/effects.js';
import type { Workflows } from '../../engine/workflow.js';
import { faultsOf, type HistoryFault } from './history-faults.js';
import type { ChainedLine } from '../cases/history-line.js';
import { entryOf, linesOf } from '../cases/history.store.js';
import { StoreRefusal } from '../database/store-refusal.js';
import { syncPath } from '../database/sync-path.js';
import { inTransaction } from '../database/transaction.js';
import { caseText, damaged, measureArchive, readArchive, writeArchive } from './archive-file.js';
import {
  archivable,
  archivedRows,
  countArchivable,
  type Departure,
  type Kept,
  type Limit,
  lockUnchanged,
  type Mover,
  recordDepartures,
  type StoredCase,
  takeLines,
} from './archive.store.js';

/** What is to be archived. */
export interface ArchiveOrder {
  /** Cases closed in this year or before; the year must be over. */
  year: number;
  /** Where the files go; made if missing. */
  folder: string;
  today: Day;
  /** At most so many cases in a file. */
  casesPerFile: number;
  by: Mover;
}

export interface WrittenFile {
  name: string;
  bytes: number;
  cases: number;
  lines: number;
}

export interface Archived {
  cases: number;
  lines: number;
  files: WrittenFile[];
  /** Histories that do not hold: these cases stay where they are. */
  faults: HistoryFault[];
  kept: Kept;
}

/** Kinds of lines whose measure an exported ledger shows, and which therefore stay. */
export const SAID_IN_LEDGERS = ['TAKE_OVER', 'SUBMIT'] as const;

/** What would be archived, and what would stay; nothing is written. Refuses (archive.yearNotOver) a year that is not over. */
export async function planArchive(
  pool: Pool,
  workflows: Workflows,
  { year, today }: Pick<ArchiveOrder, 'year' | 'today'>,
): Promise<Pick<Archived, 'cases' | 'lines' | 'kept'>> {
  const { cases, lines, ...kept } = await countArchivable(pool, lastDay(year, today), limits(workflows, today));
  return { cases, lines, kept };
}

/**
 * Archives; told of each file by `onFile`. Every file is one transaction, so whenever it ends, each history is in the database, in a
 * synced file, or in both; called again it goes on. Cases that move meanwhile, and histories that do not hold, stay.
 */
export async function archiveCases(
  pool: Pool,
  workflows: Workflows,
  order: ArchiveOrder,
  onFile: (file: WrittenFile) => void = () => undefined,
): Promise<Archived> {
  const { year, folder, today, casesPerFile, by } = order;
  const through = lastDay(year, today);
  const done: Archived = { cases: 0, lines: 0, files: [], faults: [], kept: { recent: 0, waiting: 0, archived: 0 } };
  done.kept = (await planArchive(pool, workflows, order)).kept;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let after = ''; ;) {
    const cases = await archivable(pool, through, limits(workflows, today), after, casesPerFile);
    if (cases.length === 0) break;
    after = cases.at(-1)!.number;
    const sound = await soundHistories(pool, cases, done.faults);
    if (sound.size === 0) continue;
    const file = await writeFileOf(folder, [...sound.values()]);
    const moved = await moveOut(pool, [...sound.keys()], sound, file, by);
    if (moved.cases === 0) continue;
    done.cases += moved.cases;
    done.lines += moved.lines;
    done.files.push({ name: file.name, bytes: file.bytes, ...moved });
    onFile(done.files.at(-1)!);
  }
  // Statistics of tables that were empty a moment ago, and room for new lines where the old ones were.
  if (done.cases > 0) await pool.query('VACUUM (ANALYZE) case_event, case_archive, archived_command, archive_file');
  return done;
}

function lastDay(year: number, today: Day): Day {
  if (!Number.isInteger(year) || year < 1900 || String(year) >= today.slice(0, 4)) {
    throw new StoreRefusal(
      'archive.yearNotOver',
      `只能归档已经过完的年度：${year}`,
      `Only a year that is over can be archived: ${year}`,
    );
  }
  return `${year}-12-31`;
}

/** REOPEN is allowed up to and including closing day + lookBackDays (rule isWithinLookBack). */
const limits = (workflows: Workflows, today: Day): Limit[] =>
  workflows.all().map(({ hash, policy }) => ({ hash, through: addDays(today, -policy.lookBackDays - 1) }));

interface Sound {
  stored: StoredCase;
  lines: ChainedLine[];
  text: string;
}

/** The histories that hold, by case; a case that moved on while it was read is left for another time. */
async function soundHistories(
  pool: Pool,
  cases: readonly StoredCase[],
  faults: HistoryFault[],
): Promise<Map<StoredCase, Sound>> {
  const byCase = new Map<string, ChainedLine[]>(cases.map(({ id }) => [id, []]));
  for (const line of await linesOf(pool, [...byCase.keys()])) byCase.get(line.caseId)!.push(line);
  // Another run may have taken them since the cases were chosen.
  const archived = await archivedRows(pool, [...byCase.keys()]);
  const sound = new Map<StoredCase, Sound>();
  for (const stored of cases) {
    const lines = byCase.get(stored.id)!;
    if (lines.length > stored.version || archived.has(stored.id)) continue;
    const found = faultsOf(stored, lines);
    faults.push(...found);
    if (found.length > 0) continue;
    const { id: caseId, number, head } = stored;
    sound.set(stored, { stored, lines, text: caseText({ caseId, number, head, lines }) });
  }
  return sound;
}

interface FileOnDisk extends WrittenFile {
  id: string;
  sha256: string;
}

/** Writes the histories, reads them back, and gives the file its name only then. The same histories always give the same file, so what
 *  an interrupted run left is written over by the next. */
async function writeFileOf(folder: string, histories: readonly Sound[]): Promise<FileOnDisk> {
  const id = uuid();
  const part = join(folder, `unfinished-${id}`);
  try {
    const texts = histories.map(({ text }) => text);
    const lines = histories.reduce((sum, history) => sum + history.lines.length, 0);
    const { sha256, bytes } = await writeArchive(part, texts, lines);
    let at = 0;
    for await (const text of readArchive(part)) if (text !== texts[at++]) throw damaged(part);
    if ((await measureArchive(part)).sha256 !== sha256) throw damaged(part);
    const [first, last] = [histories[0]!.stored.number, histories.at(-1)!.stored.number];
    const name = `${first}_${last}_${sha256.slice(0, 16)}.jsonl.gz`;
    await rename(part, join(folder, name));
    await writeChecksum(folder, name, sha256, part);
    await syncPath(folder);
    return { id, name, sha256, bytes, cases: texts.length, lines };
  } finally {
    await rm(part, { force: true });
  }
}

/** A file beside it that `sha256sum -c` reads. */
async function writeChecksum(folder: string, name: string, sha256: string, part: string): Promise<void> {
  await writeFile(part, `${sha256}  ${name}\n`, { mode: 0o600 });
  await syncPath(part);
  await rename(part, join(folder, `${name}.sha256`));
}

/** In one transaction: locks the cases, takes their lines, and commits only if these are, to the letter, what the file was read to hold. */
async function moveOut(
  pool: Pool,
  cases: readonly StoredCase[],
  histories: ReadonlyMap<StoredCase, Sound>,
  file: FileOnDisk,
  by: Mover,
): Promise<{ cases: number; lines: number }> {
  return inTransaction(pool, async (on) => {
    const unchanged = await lockUnchanged(on, cases);
    const leaving = cases.filter(({ id }) => unchanged.has(id));
    if (leaving.length === 0) return { cases: 0, lines: 0 };
    const taken = new Map<string, ChainedLine[]>(leaving.map(({ id }) => [id, []]));
    for (const line of await takeLines(on, [...taken.keys()])) taken.get(line.caseId)!.push(line);
    const departures = leaving.map((stored): Departure => {
      const { id: caseId, number, head } = stored;
      const lines = taken.get(caseId)!;
      if (caseText({ caseId, number, head, lines }) !== histories.get(stored)!.text) {
        throw new StoreRefusal(
          'archive.changed',
          `${number} 的历史在归档时被改动，没有移出`,
          `The history of ${number} was changed while it was being archived; nothing was moved`,
        );
      }
      return { caseId, head, lines: lines.length, ...remains(lines) };
    });
    await recordDepartures(on, file, departures, by);
    return { cases: leaving.length, lines: departures.reduce((sum, { lines }) => sum + lines, 0) };
  });
}

/** What lists and checks ask of history, kept where they can read it. */
function remains(lines: readonly ChainedLine[]): Pick<Departure, 'effects' | 'said'> {
  const effects: Record<string, number> = {};
  const said: object[] = [];
  for (const line of lines) {
    const { type, payload, effects: own } = entryOf(line);
    for (const { kind } of own) if (COUNTED_EFFECTS.has(kind)) effects[kind] = (effects[kind] ?? 0) + 1;
    if ((SAID_IN_LEDGERS as readonly string[]).includes(type)) said.push({ type, payload });
  }
  return { effects, said };
}
