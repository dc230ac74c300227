/** All archived histories, file by file, for counts that must see every case. */
import type { Connection } from '../cases/case.store.js';
import type { ArchivedCase } from './archive-file.js';
import type { ArchiveFolder } from './archive-folder.js';
import { archiveFiles, awayCases } from './archive.store.js';

/** The histories that are away, some hundred at a time. Refuses (archive.missing, archive.damaged) a file that cannot be read. */
export async function* awayHistories(on: Connection, folder: ArchiveFolder): AsyncGenerator<ArchivedCase[]> {
  for (const { id, name } of await archiveFiles(on)) {
    for await (const histories of folder.histories(name)) {
      const away = await awayCases(
        on,
        histories.map(({ caseId }) => caseId),
      );
      yield histories.filter(({ caseId }) => away.get(caseId)?.fileId === id);
    }
  }
}
