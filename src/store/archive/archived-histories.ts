/** All archived histories, file by file, for counts that must see every case. */
import type { Connection } from '../cases/case.store.js';
import type { ArchivedCase } from './archive-file.js';
import type { ArchiveFolder } from './archive-folder.js';
import { archiveFiles, archivedRows } from './archive.store.js';

/** The histories that are archived, some hundred at a time. Refuses (archive.missing, archive.damaged) a file that cannot be read. */
export async function* archivedHistories(on: Connection, folder: ArchiveFolder): AsyncGenerator<ArchivedCase[]> {
  for (const { id, name } of await archiveFiles(on)) {
    for await (const histories of folder.histories(name)) {
      const archived = await archivedRows(
        on,
        histories.map(({ caseId }) => caseId),
      );
      yield histories.filter(({ caseId }) => archived.get(caseId)?.fileId === id);
    }
  }
}
