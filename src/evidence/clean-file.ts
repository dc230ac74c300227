/** Makes of a file what is kept of it: judged by content, pictures and films without what they say beside what they show. */
import { createHash } from 'node:crypto';
import { Refused } from '../domain/errors.js';
import type { Cleaning } from '../domain/evidence.js';
import { cleanOffice } from './clean-office.js';
import { cleanPicture } from './clean-picture.js';
import { cleanVideo } from './clean-video.js';
import { MEDIA_TYPES, type MediaType, mediaTypeOf } from './media-type.js';

export interface CleanFile {
  bytes: Buffer;
  mediaType: MediaType;
  /** Hex, of what was handed in. */
  originalSha256: string;
  thumbnail: Buffer | null;
  cleaning: Extract<Cleaning, 'clean' | 'asIs'>;
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What is kept of the bytes, which a film is cleaned in: whoever hands them in has no other use for them. 422 for a type that is not taken, naming the file as `shown`, and for pictures as cleanPicture says. */
export async function cleanFile(bytes: Buffer, shown: string): Promise<CleanFile> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) throw typeRefused(shown);
  const originalSha256 = sha256Of(bytes);
  if (mediaType.startsWith('image/'))
    return { ...(await cleanPicture(bytes, mediaType)), originalSha256, cleaning: 'clean' };
  const made = { mediaType, originalSha256, thumbnail: null };
  // Films and Office files without what they say about their maker; PDF and plain text as they are: a PDF may be signed, and says so nowhere that can
  // be trusted.
  if (mediaType === 'video/mp4') {
    cleanVideo(bytes);
    return { ...made, bytes, cleaning: 'clean' };
  }
  if (!mediaType.startsWith('application/vnd.openxmlformats')) return { ...made, bytes, cleaning: 'asIs' };
  const kept = await cleanOffice(bytes);
  return { ...made, bytes: kept, cleaning: kept === bytes ? 'asIs' : 'clean' };
}

/** 422 for a kind of file that is not taken. */
export function typeRefused(shown: string): Refused {
  const types = [...new Set(Object.values(MEDIA_TYPES))].join(', ');
  return new Refused(
    422,
    'attachment.typeRefused',
    `不接受此类文件：${shown.slice(0, 80)}；可上传 ${types}（按文件内容判断）`,
    `This kind of file is not taken: ${shown.slice(0, 80)}; taken are ${types}, judged by content`,
  );
}
