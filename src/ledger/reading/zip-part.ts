/** One part of an archive unpacked in pieces, with the bytes counted as they come: what an entry declares is not believed. */
import { createInflateRaw, crc32 } from 'node:zlib';
import { Refused } from '../../domain/errors.js';
import { fileDamaged, zipBomb } from './file-refusals.js';
import type { ArchivePart } from './ledger-archive.js';

/** How many bytes may still be unpacked from one archive; shared by all its parts. */
export interface InflateBudget {
  left: number;
}

/** The unpacked pieces in order. Refuses a part that holds more than it declares or than the budget leaves, that breaks off,
 *  or whose checksum differs (then after its last piece). */
export async function* unpack(bytes: Buffer, entry: ArchivePart, budget: InflateBudget): AsyncGenerator<Buffer> {
  let seen = 0;
  let sum = 0;
  for await (const piece of pieces(bytes.subarray(entry.dataStart, entry.dataStart + entry.packedBytes), entry)) {
    seen += piece.length;
    budget.left -= piece.length;
    if (seen > entry.unpackedBytes) throw zipBomb(`${entry.name} holds more than it declares`);
    if (budget.left < 0) throw zipBomb('limit reached while unpacking');
    sum = crc32(piece, sum);
    yield piece;
  }
  if (seen !== entry.unpackedBytes || sum !== entry.crc32) throw fileDamaged(`checksum of ${entry.name}`);
}

/** The whole part as text (UTF-8). For the small parts of a workbook. */
export async function unpackText(bytes: Buffer, entry: ArchivePart, budget: InflateBudget): Promise<string> {
  const parts: Buffer[] = [];
  for await (const piece of unpack(bytes, entry, budget)) parts.push(piece);
  return new TextDecoder('utf-8').decode(Buffer.concat(parts));
}

async function* pieces(packed: Buffer, entry: ArchivePart): AsyncGenerator<Buffer> {
  if (entry.method === 0) {
    yield packed;
    return;
  }
  if (entry.method !== 8) throw fileDamaged(`compression method ${entry.method}`);
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  inflate.end(packed);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw fileDamaged(`${entry.name} cannot be unpacked`);
  }
}
