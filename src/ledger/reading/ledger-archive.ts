/** The parts of a workbook's archive, judged before a single byte is unpacked. */
import { isEncrypted, zipDirectory, ZipDamaged, type ZipEntry } from '../../zip/zip-directory.js';
import { fileDamaged, fileEncrypted, zipBomb } from './file-refusals.js';
import type { LedgerLimits } from './limits.js';

/** A part that is there. */
export type ArchivePart = ZipEntry & { dataStart: number };

const RATIO_JUDGED_ABOVE = 10 * 1024 * 1024;

/** Parts by name. Refuses damaged and encrypted archives, duplicate names, and declared sizes beyond the limits. */
export function archiveParts(bytes: Buffer, limits: LedgerLimits): Map<string, ArchivePart> {
  const parts = new Map<string, ArchivePart>();
  let total = 0;
  try {
    for (const entry of zipDirectory(bytes)) {
      if (parts.size >= limits.zipEntries) throw zipBomb(`more than ${limits.zipEntries} parts`);
      if (isEncrypted(entry)) throw fileEncrypted();
      const name = entry.name.replaceAll('\\', '/');
      if (parts.has(name)) throw fileDamaged(`two parts named ${name}`);
      if (!isThere(entry)) throw fileDamaged(`no data for ${name}`);
      parts.set(name, { ...entry, name });
      total += entry.unpackedBytes;
      if (total > limits.inflatedBytes) throw zipBomb(`more than ${limits.inflatedBytes} bytes`);
      if (entry.unpackedBytes > RATIO_JUDGED_ABOVE && entry.unpackedBytes > entry.packedBytes * limits.ratio) {
        throw zipBomb(`ratio ${Math.round(entry.unpackedBytes / Math.max(entry.packedBytes, 1))}`);
      }
    }
  } catch (error) {
    throw error instanceof ZipDamaged ? fileDamaged(error.message) : error;
  }
  return parts;
}

const isThere = (entry: ZipEntry): entry is ArchivePart => entry.dataStart !== null;
