/** The folder in which archive files lie, as far as reading goes: one history out of a file, or all of a file. */
import { join } from 'node:path';
import type { ChainedLine } from '../cases/history-line.js';
import { type ArchivedCase, caseOfText, damaged, measureArchive, readArchive } from './archive-file.js';

export class ArchiveFolder {
  constructor(readonly folder: string) {}

  /** The lines of one case out of a file. Refuses (archive.missing, archive.damaged) a file that cannot be read or lacks the case. */
  async linesOf(file: string, caseId: string): Promise<ChainedLine[]> {
    const path = join(this.folder, file);
    const opening = `{"caseId":"${caseId}"`;
    for await (const text of readArchive(path)) if (text.startsWith(opening)) return caseOfText(text).lines;
    throw damaged(path);
  }

  /** True where the file is, byte for byte, the one with this SHA-256 (hex). Refuses (archive.missing) where there is none. */
  async holds(file: string, sha256: string): Promise<boolean> {
    return (await measureArchive(join(this.folder, file))).sha256 === sha256;
  }

  /** The histories of a file, up to `most` at a time. Refuses what cannot be read where it comes to it. */
  async *histories(file: string, most = 500): AsyncGenerator<ArchivedCase[]> {
    let some: ArchivedCase[] = [];
    for await (const text of readArchive(join(this.folder, file))) {
      some.push(caseOfText(text));
      if (some.length < most) continue;
      yield some;
      some = [];
    }
    if (some.length > 0) yield some;
  }
}
