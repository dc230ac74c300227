/** A file as it is shown: what can be looked at where it is, and what must be taken home. */
import type { Attachment } from '../api/types.js';

export interface FileShown extends Attachment {
  /** What it is evidence of, where a step named it so. */
  side?: 'before' | 'after' | undefined;
}

export type FileKind = 'picture' | 'film' | 'pdf' | 'other';

export const addressOf = (id: string): string => `/api/attachments/${id}`;

/** How a browser shows it: pictures that browsers draw, films, PDF; anything else only its own program opens. */
export function kindOf({ mediaType }: Pick<Attachment, 'mediaType'>): FileKind {
  if (mediaType.startsWith('image/') && mediaType !== 'image/heic') return 'picture';
  if (mediaType.startsWith('video/')) return 'film';
  return mediaType === 'application/pdf' ? 'pdf' : 'other';
}
