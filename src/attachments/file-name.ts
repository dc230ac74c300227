/** File names as they are kept and sent back: readable, without anything a file system or a header could trip over. */
import { MEDIA_TYPES, type MediaType } from '../evidence/media-type.js';

const MOST = 120;
/** Characters of a name as sent that are looked at; file systems allow 255. */
const LONGEST_GIVEN = 400;
const SAME_TYPE: Partial<Record<MediaType, RegExp>> = {
  'image/jpeg': /^jpe?g$/i,
  'image/heic': /^hei[cf]$/i,
  'video/mp4': /^(mp4|m4v)$/i,
  'text/plain': /^(txt|csv|log|md)$/i,
};

/** The name cleaned: no path, no control or direction characters, none of `"*:<>?|\/`, at most 120 characters, and an extension that
 *  says what the file is: 照片.exe that is a JPEG becomes 照片.exe.jpg. A name of which nothing is left becomes 附件. */
export function cleanName(given: string, mediaType: MediaType): string {
  // Of a longer name the end is kept, which says what it is; the patterns below are not made for whole texts.
  const last = given.slice(-LONGEST_GIVEN).normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"*:<>?|]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const extension = MEDIA_TYPES[mediaType];
  const [, stem = plain, own] = /^(.*)\.([A-Za-z0-9]{1,5})$/.exec(plain) ?? [];
  const fits = own !== undefined && (own.toLowerCase() === extension || SAME_TYPE[mediaType]?.test(own) === true);
  const base = [...(fits ? stem : plain)]
    .slice(0, MOST - 6)
    .join('')
    .trim();
  return `${base === '' ? '附件' : base}.${fits ? own.toLowerCase() : extension}`;
}

/** Content-Disposition for the name (RFC 6266): a plain fallback, and the whole name in UTF-8. `inline` only shows pictures in place. */
export function disposition(name: string, inline: boolean): string {
  const fallback = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inline ? 'inline' : 'attachment'}; filename="${fallback}"; filename*=UTF-8''${whole}`;
}
