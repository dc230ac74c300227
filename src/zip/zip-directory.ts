/** The table of contents of a ZIP archive, read before a single byte is unpacked. Layout: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */

/** An entry as the table of contents has it; what it declares need not be true. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  flags: number;
  crc32: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Where the packed bytes begin; null where they are not in the archive, or not whole. */
  dataStart: number | null;
}

/** The archive breaks off or contradicts itself; `message` says where. */
export class ZipDamaged extends Error {}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;

export const isEncrypted = ({ flags }: Pick<ZipEntry, 'flags'>): boolean => (flags & ENCRYPTED) !== 0;

/** The entries one by one in the order of the table, so that whoever reads can stop. Throws ZipDamaged. */
export function* zipDirectory(bytes: Buffer): Generator<ZipEntry, void> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new ZipDamaged('broken table of contents');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const [unpackedBytes, packedBytes, local] = sizes(bytes, at, nameLength, extraLength);
    yield {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      flags: bytes.readUInt16LE(at + 8),
      crc32: bytes.readUInt32LE(at + 16),
      packedBytes,
      unpackedBytes,
      dataStart: dataStart(bytes, local, packedBytes),
    };
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new ZipDamaged('the archive breaks off');
}

function dataStart(bytes: Buffer, local: number, packedBytes: number): number | null {
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) return null;
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  return start + packedBytes > bytes.length ? null : start;
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
      if (value + 8 > extraEnd) throw new ZipDamaged('broken ZIP64 field');
      found[i] = Number(bytes.readBigUInt64LE(value));
      value += 8;
    }
    return found;
  }
  throw new ZipDamaged('missing ZIP64 field');
}
