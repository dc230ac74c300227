/** Blanks what a telephone writes into an MP4 beside the picture: position, model, owner. */

/** Boxes that hold data about the film and no film (ISO/IEC 14496-12, 8.10 and 8.11; QuickTime File Format, user data). */
const TELLING = new Set(['udta', 'meta', 'uuid']);
const HOLDING = new Set(['moov', 'trak', 'mdia', 'moof', 'traf']);
const DEEPEST = 6;

/** Makes free space of every telling box, in the bytes that are given, so that no offset within the file moves and no second film is in memory. What follows
 *  a box that does not hold together stays as it was. */
export function cleanVideo(bytes: Buffer): void {
  blank(bytes, 0, bytes.length, 0);
}

function blank(bytes: Buffer, from: number, to: number, depth: number): void {
  for (let at = from; at + 8 <= to;) {
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const [head, size] = extent(bytes, at, to);
    if (size < head || at + size > to) return;
    if (TELLING.has(kind)) {
      bytes.write('free', at + 4, 'latin1');
      bytes.fill(0, at + head, at + size);
    } else if (HOLDING.has(kind) && depth < DEEPEST) blank(bytes, at + head, at + size, depth + 1);
    at += size;
  }
}

/** Length of the box's head and of the whole box, bytes. Size 1 means a 64-bit size, 0 that it reaches to the end. */
function extent(bytes: Buffer, at: number, to: number): [head: number, size: number] {
  const size = bytes.readUInt32BE(at);
  if (size === 0) return [8, to - at];
  if (size !== 1) return [8, size];
  return at + 16 <= to ? [16, Number(bytes.readBigUInt64BE(at + 8))] : [16, 0];
}
