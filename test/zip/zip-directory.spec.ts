/** The table of contents of an archive, as plain writers and those of ZIP64 leave it, and as no writer would. */
import { inflateRawSync } from 'node:zlib';
import { cleanOffice } from '../../src/evidence/clean-office.js';
import { officeEntries, wholeEntry } from '../../src/evidence/office-archive.js';
import { isEncrypted, zipDirectory, ZipDamaged } from '../../src/zip/zip-directory.js';
import { zipOf } from '../support/workbook.js';

const PARTS = [
  { name: '[Content_Types].xml', data: '<Types/>' },
  { name: 'word/document.xml', data: '<w:document>正文</w:document>' },
  { name: 'docProps/core.xml', data: '<dc:creator>李四</dc:creator>' },
];
const END_BYTES = 22;
const CENTRAL_BYTES = 46;

/** The archive with the sizes and places of all entries in ZIP64 fields, as some writers have them even where they are small. */
function asZip64(archive: Buffer): Buffer {
  const end = archive.subarray(archive.length - END_BYTES);
  const table = end.readUInt32LE(16);
  const entries: Buffer[] = [];
  for (let at = table; at < archive.length - END_BYTES;) {
    const nameBytes = archive.readUInt16LE(at + 28);
    const entry = Buffer.from(archive.subarray(at, at + CENTRAL_BYTES + nameBytes));
    const field = Buffer.alloc(28);
    field.writeUInt16LE(1, 0);
    field.writeUInt16LE(24, 2);
    [24, 20, 42].forEach((place, nth) => {
      field.writeBigUInt64LE(BigInt(entry.readUInt32LE(place)), 4 + 8 * nth);
      entry.writeUInt32LE(0xffffffff, place);
    });
    entry.writeUInt16LE(field.length, 30);
    entries.push(entry, field);
    at += CENTRAL_BYTES + nameBytes;
  }
  const directory = Buffer.concat(entries);
  const last = Buffer.from(end);
  last.writeUInt32LE(directory.length, 12);
  return Buffer.concat([archive.subarray(0, table), directory, last]);
}

const textsOf = (archive: Buffer): string[] =>
  officeEntries(archive)!.map((entry) => {
    const { method, packed } = wholeEntry(archive, entry)!;
    return (method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
  });

it.each([
  ['plain', zipOf(PARTS)],
  ['of ZIP64', asZip64(zipOf(PARTS))],
])('says of a %s archive what is in it and where', (_kind, archive) => {
  expect([...zipDirectory(archive)].map(({ name }) => name)).toEqual(PARTS.map(({ name }) => name));
  expect(textsOf(archive)).toEqual(PARTS.map(({ data }) => data));
});

it.each([
  ['plain', zipOf(PARTS)],
  ['of ZIP64', asZip64(zipOf(PARTS))],
])('takes the maker out of a %s file', async (_kind, archive) => {
  const clean = await cleanOffice(archive);
  expect(textsOf(clean).join()).not.toContain('李四');
  expect(textsOf(clean)[1]).toBe(PARTS[1]!.data);
});

it('reads no further than it is asked', () => {
  const broken = zipOf(PARTS);
  broken.writeUInt32LE(0, broken.lastIndexOf('PK\x01\x02'));
  const entries = zipDirectory(broken);
  expect(entries.next().value).toMatchObject({ name: '[Content_Types].xml' });
  expect(() => [...entries]).toThrow(ZipDamaged);
});

it('knows a sealed entry, one whose bytes are not there, and what is no archive', () => {
  const [encrypted] = zipDirectory(zipOf([{ name: 'a', data: 'x', encrypted: true }]));
  expect(isEncrypted(encrypted!)).toBe(true);
  const cut = zipOf(PARTS);
  cut.writeUInt32LE(0, 0);
  expect([...zipDirectory(cut)].map(({ dataStart }) => dataStart === null)).toEqual([true, false, false]);
  expect(() => [...zipDirectory(Buffer.from('no archive at all, whatever its name'))]).toThrow(ZipDamaged);
  const unsaid = asZip64(zipOf(PARTS));
  unsaid.writeUInt16LE(2, unsaid.length - END_BYTES - 28);
  expect(() => [...zipDirectory(unsaid)]).toThrow('missing ZIP64 field');
});
