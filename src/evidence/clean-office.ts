/** Takes out of Word and Excel files who made them, where and with what, and cleans the photographs inside. */
import { inflateRawSync } from 'node:zlib';
import { cleanPicture } from './clean-picture.js';
import { type MediaType, mediaTypeOf } from './media-type.js';
import { officeEntries, storedEntry, wholeEntry, type WrittenEntry, zipOf } from './office-archive.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The parts of an Office file about the file itself (ECMA-376 part 2, 11; part 1, 22.2 and 22.3), empty. */
const EMPTY: Record<string, string> = {
  'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
};
const PHOTOGRAPH = /^(word|xl)\/media\/[^/]+\.(jpe?g|png|webp)$/i;
/** Photographs of a file that are drawn anew, and bytes of one unpacked: what is beyond stays as it was. */
const MOST_PHOTOGRAPHS = 40;
const MOST_BYTES = 20 * 1024 * 1024;

/** The file with empty properties and clean photographs; the same bytes where it is signed, which a change would break, or cannot be
 *  taken apart. Names beside comments and tracked changes are text of the document, and stay. */
export async function cleanOffice(bytes: Buffer): Promise<Buffer> {
  const entries = officeEntries(bytes)?.map((entry) => wholeEntry(bytes, entry));
  if (entries === undefined || !entries.every((entry) => entry !== undefined)) return bytes;
  if (entries.some(({ name }) => name.startsWith('_xmlsignatures/'))) return bytes;
  let photographs = 0;
  const clean: WrittenEntry[] = [];
  for (const entry of entries) {
    const empty = EMPTY[entry.name];
    if (empty !== undefined) clean.push(storedEntry(entry.name, Buffer.from(empty, 'utf8')));
    else if (PHOTOGRAPH.test(entry.name) && photographs < MOST_PHOTOGRAPHS) {
      photographs += 1;
      clean.push(await cleanEntry(entry));
    } else clean.push(entry);
  }
  return zipOf(clean);
}

async function cleanEntry(entry: WrittenEntry): Promise<WrittenEntry> {
  try {
    const bytes = unpacked(entry);
    const kind = mediaTypeOf(bytes);
    if (kind === undefined || !kind.startsWith('image/')) return entry;
    const clean = await cleanPicture(bytes, kind as MediaType);
    return clean.mediaType === kind ? storedEntry(entry.name, clean.bytes) : entry;
  } catch {
    return entry; // what cannot be read as a picture shows none
  }
}

function unpacked({ method, packed }: WrittenEntry): Buffer {
  if (method === 0) return packed;
  return inflateRawSync(packed, { maxOutputLength: MOST_BYTES });
}
