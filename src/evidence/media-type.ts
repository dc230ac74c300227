/** What a file is, judged by its bytes and never by its name or by what the sender claims. */
import { officeEntries } from './office-archive.js';

export const MEDIA_TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'video/mp4': 'mp4',
  'text/plain': 'txt',
} as const;
export type MediaType = keyof typeof MEDIA_TYPES;

const HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
const MP4 = new Set([
  'isom',
  'iso2',
  'iso4',
  'iso5',
  'iso6',
  'mp41',
  'mp42',
  'avc1',
  'M4V ',
  'MSNV',
  'dash',
  'mmp4',
  '3gp4',
  '3gp5',
  '3gp6',
]);

/** The media type of the bytes; undefined for everything that is not on the list: programs, scripts, pages, old Office files, archives
 *  that are no Word or Excel file, Office files with macros, and texts that are neither UTF-8 nor GB 18030. */
export function mediaTypeOf(bytes: Buffer): MediaType | undefined {
  if (bytes.length === 0) return undefined;
  const ascii = (from: number, to: number): string => bytes.toString('latin1', from, to);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return 'image/gif';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  if (ascii(0, 5) === '%PDF-') return 'application/pdf';
  if (ascii(4, 8) === 'ftyp') return ofBrand(ascii(8, 12));
  if (ascii(0, 4) === 'PK\x03\x04') return officeType(bytes);
  return isText(bytes) ? 'text/plain' : undefined;
}

/** False where the beginning of a file already says that it is of no kind that is taken; true says nothing yet. A HEIC that this build
 *  cannot read is found out when it is whole. */
export function mayBeTaken(head: Buffer): boolean {
  if (head.length < 512) return head.length > 0;
  const start = head.toString('latin1', 0, 12);
  if (start.startsWith('PK\x03\x04')) return true;
  return mediaTypeOf(head) !== undefined || isText(head, true);
}

function ofBrand(brand: string): MediaType | undefined {
  if (HEIC.has(brand)) return 'image/heic';
  return MP4.has(brand) ? 'video/mp4' : undefined;
}

/** Names in the central directory: an Office file says what it is by its parts. */
function officeType(bytes: Buffer): MediaType | undefined {
  const entries = officeEntries(bytes);
  if (entries === undefined) return undefined;
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('[Content_Types].xml')) return undefined;
  if ([...names].some((name) => /vbaProject|^word\/activeX|^xl\/macrosheets/i.test(name))) return undefined;
  if (names.has('word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return names.has('xl/workbook.xml') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : undefined;
}

/** Control characters but tab and line ends: no text a person wrote. */
const UNWRITTEN = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** Texts that a browser or a computer would take for something to run. */
const ACTIVE = /^\s*(#!|MZ|<\?xml|<\?php|<!doctype|<html|<svg|<script|<!--|\{\\rtf|@echo)/i;

/** `cut`: the last character may be half there. */
function isText(bytes: Buffer, cut = false): boolean {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
      return !UNWRITTEN.test(text) && !ACTIVE.test(text);
    } catch {
      // The next encoding may fit.
    }
  }
  return false;
}
