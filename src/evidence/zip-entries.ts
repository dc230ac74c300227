/** Reads what a ZIP archive holds and writes one anew (APPNOTE.TXT of PKWARE, 4.3); nothing is unpacked here. */
import { crc32 } from 'node:zlib';

export interface ZipEntry {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  flags: number;
  crc: number;
  /** As it lies in the archive; undefined where the archive does not hold together there, or says its place as ZIP64 does. */
  packed: Buffer | undefined;
  /** Bytes unpacked. */
  size: number;
}

const MOST_ENTRIES = 5000;
const UTF8_NAMES = 0x0800;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1980-01-01, so that the day of writing says nothing and the same entries give the same bytes. */
const NO_DAY = 0x0021;

/** The entries in the order of the directory; undefined where it does not hold together. */
export function zipEntries(bytes: Buffer): ZipEntry[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > bytes.length) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) return undefined;
  const entries: ZipEntry[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) return undefined;
    const packedSize = bytes.readUInt32LE(at + 20);
    const length = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + length),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: packedAt(bytes, local, packedSize),
      size: bytes.readUInt32LE(at + 24),
    });
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function packedAt(bytes: Buffer, local: number, size: number): Buffer | undefined {
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) return undefined;
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  return from + size > bytes.length ? undefined : bytes.subarray(from, from + size);
}

export interface WholeEntry extends ZipEntry {
  packed: Buffer;
}

/** An entry that is stored as it is. */
export const storedEntry = (name: string, content: Buffer): WholeEntry => ({
  ...{ name, method: 0, flags: UTF8_NAMES, crc: crc32(content), packed: content, size: content.length },
});

/** An archive of the entries, without days, comments and system fields. */
export function zipOf(entries: readonly WholeEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0); // version needed
    fields.writeUInt16LE((entry.flags | UTF8_NAMES) & ~0x0008, 2); // sizes stand in the head, not behind the bytes
    fields.writeUInt16LE(entry.method, 4);
    fields.writeUInt16LE(NO_DAY, 8);
    fields.writeUInt32LE(entry.crc, 10);
    fields.writeUInt32LE(entry.packed.length, 14);
    fields.writeUInt32LE(entry.size, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([word(LOCAL), fields, name, entry.packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([word(CENTRAL), Buffer.from([20, 0]), fields, rest, name]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, central, word(END), end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
