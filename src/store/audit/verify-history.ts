/** Checks all of history: every line's hash, the chain, the numbers, and that replaying the lines gives the stored case. */
import { createHash } from 'node:crypto';
import type { ArchiveFolder } from '../archive/archive-folder.js';
import {
  type ArchivedRow,
  archivedRows,
  knowsArchives,
  STORED_COLUMNS,
  type StoredCase,
} from '../archive/archive.store.js';
import { rowFaults, verifyArchive } from '../archive/verify-archive.js';
import type { Connection } from '../cases/case.store.js';
import { faultsOf, type HistoryFault } from '../archive/history-faults.js';
import type { ChainedLine } from '../cases/history-line.js';
import { linesOf } from '../cases/history.store.js';

export interface HistoryVerdict {
  cases: number;
  /** Lines that were read, in the database and in archive files. */
  events: number;
  /** Cases whose history is archived, and how many of these were not read. */
  archived: { cases: number; unread: number };
  faults: HistoryFault[];
  /** SHA-256 over the heads of all cases in order of their numbers: note it down, and nobody can rewrite history later. */
  digest: string;
}

const CHUNK = 500;

/** The verdict over the whole database, read in chunks; memory does not grow with history. Archived histories are read from `folder`;
 *  without it only their rows are held against their cases. Beside a running service give it a snapshot. */
export async function verifyHistory(pool: Connection, folder?: ArchiveFolder): Promise<HistoryVerdict> {
  const verdict: HistoryVerdict = { cases: 0, events: 0, archived: { cases: 0, unread: 0 }, faults: [], digest: '' };
  verdict.faults.push(...(await missingCases(pool)));
  const hasArchives = await knowsArchives(pool);
  const digest = createHash('sha256');
  for (let after = ''; ;) {
    const { rows } = await pool.query<StoredCase>(
      `SELECT ${STORED_COLUMNS} FROM rectification_case c WHERE number > $1 ORDER BY number LIMIT ${CHUNK}`,
      [after],
    );
    if (rows.length === 0) break;
    after = rows.at(-1)!.number;
    const ids = rows.map(({ id }) => id);
    const lines = await linesOf(pool, ids);
    const archivedById = hasArchives ? await archivedRows(pool, ids) : new Map<string, ArchivedRow>();
    const byCase = new Map<string, ChainedLine[]>(rows.map(({ id }) => [id, []]));
    for (const line of lines) byCase.get(line.caseId)!.push(line);
    for (const stored of rows) {
      const [own, archived] = [byCase.get(stored.id)!, archivedById.get(stored.id)];
      verdict.faults.push(
        ...(archived === undefined ? faultsOf(stored, own) : rowFaults(stored, archived, own.length)),
      );
      digest.update(`${stored.number} ${stored.head}\n`);
    }
    verdict.cases += rows.length;
    verdict.events += lines.length;
    verdict.archived.cases += archivedById.size;
  }
  verdict.archived.unread = verdict.archived.cases;
  if (folder !== undefined && hasArchives) {
    const read = await verifyArchive(pool, folder);
    verdict.archived.unread -= read.cases;
    verdict.events += read.lines;
    verdict.faults.push(...read.faults);
  }
  verdict.digest = digest.digest('hex');
  return verdict;
}

/** The faults of these cases whose history is here; the others are left out. */
export async function historyFaults(on: Connection, ids: readonly string[]): Promise<HistoryFault[]> {
  const { rows } = await on.query<StoredCase>(
    `SELECT ${STORED_COLUMNS} FROM rectification_case c WHERE id = ANY($1::uuid[]) ORDER BY number`,
    [ids],
  );
  const lines = await linesOf(on, ids);
  return rows.flatMap((stored) => {
    const own = lines.filter(({ caseId }) => caseId === stored.id);
    return own.length === 0 ? [] : faultsOf(stored, own);
  });
}

/** Numbers are given without gaps, so a case that was removed whole leaves a hole. */
async function missingCases(pool: Connection): Promise<HistoryFault[]> {
  const { rows } = await pool.query<{ number: string }>(
    `SELECT format('ZG-%s-%s', k.year, lpad(n::text, greatest(6, length(n::text)), '0')) AS number
       FROM case_counter k, generate_series(1, k.last) n
     EXCEPT SELECT number FROM rectification_case ORDER BY 1`,
  );
  return rows.map(({ number }) => ({
    number,
    fault: 'caseMissing' as const,
    message: `Case ${number} was removed as a whole`,
    messageZh: `事项 ${number} 被整件删除`,
  }));
}
