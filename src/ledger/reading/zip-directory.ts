/** The table of contents of an archive, read and judged before a single byte is unpacked. */
import type { LedgerLimits } from './limits.js';
import { fileDamaged, fileEncrypted, zipBomb } from './file-refusals.js';

export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  crc32: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Where the packed bytes begin. */
  dataStart: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const RATIO_JUDGED_ABOVE = 10 * 1024 * 1024;

/** Entries by name. Refuses damaged and encrypted archives, duplicate names, and declared sizes beyond the limits.
 *  Layout: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
export function zipDirectory(bytes: Buffer, limits: LedgerLimits): Map<string, ZipEntry> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.zipEntries) throw zipBomb(`${count} parts`);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw fileDamaged('broken table of contents');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const entry = readEntry(bytes, at, nameLength, extraLength);
    if (entries.has(entry.name)) throw fileDamaged(`two parts named ${entry.name}`);
    entries.set(entry.name, entry);
    total += entry.unpackedBytes;
    if (total > limits.inflatedBytes) throw zipBomb(`more than ${limits.inflatedBytes} bytes`);
    if (entry.unpackedBytes > RATIO_JUDGED_ABOVE && entry.unpackedBytes > entry.packedBytes * limits.ratio) {
      throw zipBomb(`ratio ${Math.round(entry.unpackedBytes / Math.max(entry.packedBytes, 1))}`);
    }
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw fileDamaged('the archive breaks off');
}

function readEntry(bytes: Buffer, at: number, nameLength: number, extraLength: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  if ((flags & 1) !== 0) throw fileEncrypted();
  const [unpackedBytes, packedBytes, local] = sizes(bytes, at, nameLength, extraLength);
  const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw fileDamaged(`no data for ${name}`);
  const dataStart = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (dataStart + packedBytes > bytes.length) throw fileDamaged(`${name} breaks off`);
  return {
    name,
    method: bytes.readUInt16LE(at + 10),
    crc32: bytes.readUInt32LE(at + 16),
    packedBytes,
    unpackedBytes,
    dataStart,
  };
}

/** Some writers put sizes into the ZIP64 extra field even of small parts; only fields that say 0xffffffff are there, in this order. */
function sizes(bytes: Buffer, at: number, nameLength: number, extraLength: number): [number, number, number] {
  const found: [number, number, number] = [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ];
  if (!found.includes(0xffffffff)) return found;
  const extraEnd = Math.min(at + 46 + nameLength + extraLength, bytes.length);
  for (let field = at + 46 + nameLength; field + 4 <= extraEnd; field += 4 + bytes.readUInt16LE(field + 2)) {
    if (bytes.readUInt16LE(field) !== 1) continue;
    let value = field + 4;
    for (const i of [0, 1, 2] as const) {
      if (found[i] !== 0xffffffff) continue;
      if (value + 8 > extraEnd) throw fileDamaged('broken ZIP64 field');
      found[i] = Number(bytes.readBigUInt64LE(value));
      value += 8;
    }
    return found;
  }
  throw fileDamaged('missing ZIP64 field');
}
