/** Reads the history of one archived case for people, out of the folder of this server where it has one. */
import type { Pool } from 'pg';
import { caseArchived } from '../database/database-fault.js';
import { genesis, lineHash, type ChainedLine } from '../cases/history-line.js';
import type { ArchivedLines } from '../cases/history.store.js';
import { StoreRefusal } from '../database/store-refusal.js';
import type { ArchiveFolder } from './archive-folder.js';
import { archivedRows, type ArchivedRow } from './archive.store.js';

export class ArchivedHistory implements ArchivedLines {
  constructor(
    private readonly pool: Pool,
    private readonly folder: ArchiveFolder | undefined,
  ) {}

  /** The lines of an archived case, undefined where it is not archived. Throws a Refused (case.archived, with the file's name and why)
   *  where there is no folder, no such file, or one whose lines do not lead to the case's hash. */
  async of(caseId: string): Promise<ChainedLine[] | undefined> {
    const archived = (await archivedRows(this.pool, [caseId])).get(caseId);
    if (archived === undefined) return undefined;
    const { file } = archived;
    if (this.folder === undefined) throw caseArchived({ file, why: 'notConfigured' });
    const lines = await this.folder.linesOf(file, caseId).catch((error: unknown) => {
      if (!(error instanceof StoreRefusal)) throw error;
      throw caseArchived({ file, why: error.code });
    });
    if (!leadsToHead(lines, archived)) throw caseArchived({ file, why: 'archive.damaged' });
    return lines;
  }
}

/** The chain from the case's number to its hash cannot be made to fit, so the file need not be read whole. */
function leadsToHead(lines: readonly ChainedLine[], { caseId, number, head }: ArchivedRow): boolean {
  let previous = genesis(caseId, number);
  for (const line of lines) {
    if (lineHash(previous, line) !== line.hash) return false;
    previous = line.hash;
  }
  return previous === head;
}
