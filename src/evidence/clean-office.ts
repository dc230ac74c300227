/** Takes out of Word and Excel files who made them, where and with what, and cleans the photographs inside. */
import { inflateRawSync } from 'node:zlib';
import { Refused } from '../domain/errors.js';
import { cleanPicture, pixelsOf } from './clean-picture.js';
import { mediaTypeOf } from './media-type.js';
import { officeEntries, storedEntry, wholeEntry, type WrittenEntry, zipOf } from './office-archive.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The parts of an Office file about the file itself (ECMA-376 part 2, 11; part 1, 22.2 and 22.3), empty. */
const EMPTY: Record<string, string> = {
  'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
};
const PHOTOGRAPH = /^(word|xl)\/media\/[^/]+\.(jpe?g|png|webp)$/i;
/** Pixels, and bytes unpacked, of all photographs of a file together: drawing them anew takes its time, and no file of 20 MB that
 *  somebody wrote holds more. */
const MOST_TOGETHER = 1_000_000_000;
/** Bytes of one photograph unpacked: what is beyond stays as it was. */
const MOST_BYTES = 20 * 1024 * 1024;

/** The file with empty properties and clean photographs; the same bytes where it is signed, which a change would break, or cannot be
 *  taken apart. Names beside comments and tracked changes are text of the document, and stay. 422 where the photographs are too many
 *  to be drawn anew: none of them goes on with its position. */
export async function cleanOffice(bytes: Buffer): Promise<Buffer> {
  const entries = officeEntries(bytes)?.map((entry) => wholeEntry(bytes, entry));
  if (entries === undefined || !entries.every((entry) => entry !== undefined)) return bytes;
  if (entries.some(({ name }) => name.startsWith('_xmlsignatures/'))) return bytes;
  await requireDrawable(entries.filter(({ name }) => PHOTOGRAPH.test(name)));
  const clean: WrittenEntry[] = [];
  for (const entry of entries) {
    const empty = EMPTY[entry.name];
    if (empty !== undefined) clean.push(storedEntry(entry.name, Buffer.from(empty, 'utf8')));
    else clean.push(PHOTOGRAPH.test(entry.name) ? await cleanEntry(entry) : entry);
  }
  return zipOf(clean);
}

/** Refuses (422) more photographs than are drawn anew, before the first one is. */
async function requireDrawable(photographs: readonly WrittenEntry[]): Promise<void> {
  let together = 0;
  for (const entry of photographs) {
    const bytes = unpacked(entry);
    together += bytes === undefined ? MOST_BYTES : Math.max(bytes.length, await pixelsOf(bytes));
    if (together > MOST_TOGETHER) throw tooManyPhotographs();
  }
}

async function cleanEntry(entry: WrittenEntry): Promise<WrittenEntry> {
  const bytes = unpacked(entry);
  const kind = bytes === undefined ? undefined : mediaTypeOf(bytes);
  if (bytes === undefined || kind === undefined || !kind.startsWith('image/')) return entry;
  try {
    const clean = await cleanPicture(bytes, kind);
    return clean.mediaType === kind ? storedEntry(entry.name, clean.bytes) : entry;
  } catch {
    return entry; // what cannot be read as a picture shows none
  }
}

/** The photograph; undefined for what does not unpack, or to too much. */
function unpacked({ method, packed }: WrittenEntry): Buffer | undefined {
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: MOST_BYTES });
  } catch {
    return undefined;
  }
}

function tooManyPhotographs(): Refused {
  return new Refused(
    422,
    'attachment.tooManyPhotographs',
    '文件中的照片过多，无法逐张去除拍摄信息，请分成几个文件上传',
    'The file holds too many photographs to take out what the camera wrote: send it in several files',
  );
}
