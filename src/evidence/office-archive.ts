/** What an Office archive holds, and such an archive written anew; nothing is unpacked here. */
import { crc32 } from 'node:zlib';
import { zipDirectory, ZipDamaged, type ZipEntry } from '../zip/zip-directory.js';

/** An entry as it is written anew. */
export type WrittenEntry = Pick<ZipEntry, 'name' | 'method' | 'flags' | 'crc32' | 'unpackedBytes'> & { packed: Buffer };

const MOST_ENTRIES = 5000;
const UTF8_NAMES = 0x0800;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1980-01-01, so that the day of writing says nothing and the same entries give the same bytes. */
const NO_DAY = 0x0021;

/** The entries in the order of the directory; undefined where it does not hold together, or holds too many, or where entries lie on the
 *  same bytes: written anew a few megabytes of those would be gigabytes. */
export function officeEntries(bytes: Buffer): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let held = 0;
  try {
    for (const entry of zipDirectory(bytes)) {
      held += entry.dataStart === null ? 0 : entry.packedBytes;
      if (entries.length >= MOST_ENTRIES || held > bytes.length) return undefined;
      entries.push(entry);
    }
  } catch (error) {
    if (error instanceof ZipDamaged) return undefined;
    throw error;
  }
  return entries;
}

/** The entry with its bytes as they lie in the archive; undefined where the archive does not hold them whole. */
export function wholeEntry(bytes: Buffer, entry: ZipEntry): WrittenEntry | undefined {
  const { dataStart, packedBytes } = entry;
  return dataStart === null ? undefined : { ...entry, packed: bytes.subarray(dataStart, dataStart + packedBytes) };
}

/** An entry that is stored as it is. */
export const storedEntry = (name: string, content: Buffer): WrittenEntry => ({
  ...{ name, method: 0, flags: UTF8_NAMES, crc32: crc32(content), packed: content, unpackedBytes: content.length },
});

/** An archive of the entries, without days, comments and system fields. */
export function zipOf(entries: readonly WrittenEntry[]): Buffer {
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
    fields.writeUInt32LE(entry.crc32, 10);
    fields.writeUInt32LE(entry.packed.length, 14);
    fields.writeUInt32LE(entry.unpackedBytes, 18);
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
