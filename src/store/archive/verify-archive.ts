/** Checks archived histories: that their rows and cases agree and, with the folder at hand, every file and every line in it. */
import type { Connection } from '../cases/case.store.js';
import { faultsOf, type Fault, type HistoryFault, withWorkersOf } from './history-faults.js';
import { StoreRefusal } from '../database/store-refusal.js';
import type { ArchiveFolder } from './archive-folder.js';
import type { ArchivedCase } from './archive-file.js';
import {
  archiveFiles,
  type ArchiveFileRow,
  type ArchivedRow,
  archivedRows,
  archivedNumbers,
  STORED_COLUMNS,
  type StoredCase,
} from './archive.store.js';

/** What was read of files. */
export interface ReadArchive {
  cases: number;
  lines: number;
  faults: HistoryFault[];
}

const fault = (number: string, kind: Fault, messageZh: string, message: string): HistoryFault => ({
  number,
  fault: kind,
  message,
  messageZh,
});

/** Where the row of an archived case and the case do not agree; `lines` is how many lines the database still has of it. */
export function rowFaults({ number, version, head }: StoredCase, archived: ArchivedRow, lines: number): HistoryFault[] {
  const faults: HistoryFault[] = [];
  if (lines > 0)
    faults.push(fault(number, 'archiveDiffers', '已归档，数据库中却有历史记录', 'Archived, but lines of it are here'));
  if (archived.head !== head)
    faults.push(fault(number, 'headDiffers', '事项与归档时的最后一条记录不符', 'The case is not the one archived'));
  if (archived.lines !== version)
    faults.push(fault(number, 'archiveDiffers', '归档的记录数与事项不符', 'The number of archived lines differs'));
  return faults;
}

/** All files that hold a history that is archived, read whole: their hashes, every line, and that no case is lacking. */
export async function verifyArchive(on: Connection, folder: ArchiveFolder): Promise<ReadArchive> {
  const read: ReadArchive = { cases: 0, lines: 0, faults: [] };
  for (const file of await archiveFiles(on)) {
    const lacking = new Set(await archivedNumbers(on, file.id));
    try {
      // An altered file is read all the same: the lines at fault are better known than not.
      if (!(await folder.holds(file.name, file.sha256)))
        read.faults.push(fault(file.name, 'archiveDamaged', '归档文件已被改动', 'The archive file was altered'));
      for await (const histories of folder.histories(file.name)) {
        for (const { number, lines } of await verifySome(on, file, histories, read)) {
          if (lacking.delete(number)) read.cases += 1;
          read.lines += lines.length;
        }
      }
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      const kind = error.code === 'archive.missing' ? 'archiveMissing' : 'archiveDamaged';
      const [zh, en] = [
        `，${lacking.size} 个事项的历史读不到`,
        `; the histories of ${lacking.size} cases cannot be read`,
      ];
      read.faults.push(fault(file.name, kind, error.messageZh + zh, error.message + en));
      continue;
    }
    for (const number of lacking)
      read.faults.push(fault(number, 'archiveMissing', `归档文件中没有它：${file.name}`, `Not in ${file.name}`));
  }
  return read;
}

/** The histories of these that are archived in this file, checked. */
async function verifySome(
  on: Connection,
  { id }: ArchiveFileRow,
  histories: readonly ArchivedCase[],
  read: ReadArchive,
): Promise<ArchivedCase[]> {
  const ids = histories.map(({ caseId }) => caseId);
  const archived = await archivedRows(on, ids);
  const { rows } = await on.query<StoredCase>(
    `SELECT ${STORED_COLUMNS} FROM rectification_case c WHERE c.id = ANY($1::uuid[])`,
    [ids],
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  const here = histories.filter(({ caseId }) => archived.get(caseId)?.fileId === id);
  for (const { caseId, lines } of here) {
    read.faults.push(...faultsOf(withWorkersOf(stored.get(caseId)!, lines), lines));
  }
  return here;
}
