/** Brings archived histories back into the database, whole cases at a time, each checked against the hash it went with. */
import { basename, dirname } from 'node:path';
import type { Pool } from 'pg';
import type { Connection } from '../cases/case.store.js';
import { sparseContext, fullContext } from '../../domain/case.js';
import { faultsOf, withWorkersOf } from './history-faults.js';
import { StoreRefusal } from '../database/store-refusal.js';
import { inTransaction } from '../database/transaction.js';
import { type ArchivedCase, measureArchive } from './archive-file.js';
import { ArchiveFolder } from './archive-folder.js';
import { archiveFiles, archivedRows, type Mover, putLines, recordReturns } from './archive.store.js';
import { STORED_COLUMNS, type StoredCase } from './archive.store.js';

/** What became of the cases of a file. */
export interface BroughtBack {
  cases: number;
  lines: number;
  /** Cases of the file that are in the database already: brought back before, or archived again elsewhere. */
  present: number;
}

const TOGETHER = 200;

/**
 * Brings back the cases of the file that are archived in it, or those with these numbers. Refuses, before anything is written, a file that
 * is missing, damaged, or none of this database's archives (archive.foreign); a case whose lines do not lead to its hash ends it
 * (archive.damaged). Each 200 cases are one transaction: called again it goes on, and what is back already stays as it is.
 */
export async function bringBack(
  pool: Pool,
  path: string,
  by: Mover,
  numbers?: readonly string[],
): Promise<BroughtBack> {
  const { sha256 } = await measureArchive(path);
  const [file] = await archiveFiles(pool, sha256);
  if (file === undefined) {
    throw new StoreRefusal(
      'archive.foreign',
      `这不是本数据库的归档文件，或已被改动：${path}`,
      `Not an archive file of this database, or altered since: ${path}`,
      { path },
    );
  }
  const back: BroughtBack = { cases: 0, lines: 0, present: 0 };
  const wanted = numbers === undefined ? undefined : new Set(numbers);
  for await (const histories of new ArchiveFolder(dirname(path)).histories(basename(path), TOGETHER)) {
    const asked = histories.filter(({ number }) => wanted === undefined || wanted.has(number));
    for (const { number } of asked) wanted?.delete(number);
    if (asked.length === 0) continue;
    const returned = await inTransaction(pool, (on) => putBack(on, file.id, asked, by));
    back.cases += returned.length;
    back.lines += returned.reduce((sum, { lines }) => sum + lines.length, 0);
    back.present += asked.length - returned.length;
  }
  if (wanted !== undefined && wanted.size > 0) {
    const said = [...wanted].join('、');
    throw new StoreRefusal('archive.caseNotThere', `文件中没有：${said}`, `Not in this file: ${said}`);
  }
  if (back.cases > 0) await pool.query('ANALYZE case_archive, archived_command');
  return back;
}

/** The cases that came back; those that are not archived in this file are left alone. */
async function putBack(
  on: Parameters<typeof putLines>[0],
  fileId: string,
  histories: readonly ArchivedCase[],
  by: Mover,
): Promise<ArchivedCase[]> {
  const stored = await lockCases(
    on,
    histories.map(({ caseId }) => caseId),
  );
  const archived = await archivedRows(on, [...stored.keys()]);
  const here = histories.filter(({ caseId }) => archived.get(caseId)?.fileId === fileId);
  for (const { caseId, number, lines } of here) {
    const known = withWorkersOf(stored.get(caseId)!, lines);
    const faults = faultsOf({ ...known, head: archived.get(caseId)!.head }, lines);
    stored.set(caseId, known);
    if (faults.length === 0) continue;
    throw new StoreRefusal(
      'archive.damaged',
      `${number} 的归档历史与事项不符：${faults.map(({ messageZh }) => messageZh).join('；')}`,
      `The archived history of ${number} does not fit the case: ${faults.map(({ message }) => message).join('; ')}`,
    );
  }
  if (here.length === 0) return here;
  const ids = here.map(({ caseId }) => caseId);
  await recordReturns(on, fileId, ids, by);
  await keepWorkers(
    on,
    here.map(({ caseId }) => stored.get(caseId)!),
  );
  await putLines(
    on,
    here.flatMap(({ lines }) => lines),
  );
  return here;
}

async function lockCases(on: Connection, ids: readonly string[]): Promise<Map<string, StoredCase>> {
  const { rows } = await on.query<StoredCase>(
    `SELECT ${STORED_COLUMNS} FROM rectification_case c WHERE c.id = ANY($1::uuid[]) ORDER BY c.id FOR UPDATE`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Cases that were archived by an older release learn from the lines that came back who worked on them. */
async function keepWorkers(on: Connection, cases: readonly StoredCase[]): Promise<void> {
  const told = cases.filter(({ context }) => context.workers.length > 0);
  if (told.length === 0) return;
  await on.query(
    `UPDATE rectification_case c SET context = g.context FROM unnest($1::uuid[], $2::json[]) AS g (id, context) WHERE c.id = g.id`,
    [told.map(({ id }) => id), told.map(({ context }) => sparseContext(fullContext(context)))],
  );
}
