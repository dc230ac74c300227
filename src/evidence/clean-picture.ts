/** Draws a picture anew, so that nothing but what it shows is left: no position, camera, owner, comment or hidden second file. */
import sharp, { type Metadata, type Sharp } from 'sharp';
import { Refused } from '../domain/errors.js';
import type { MediaType } from './media-type.js';

/** Each picture is drawn by one thread, one after the other (turns.ts): a service on two processors goes on answering. */
sharp.concurrency(1);
sharp.cache(false);

/** Pixels of all frames. A camera of today has 50 million; a file that claims more would fill the memory when it is unpacked. */
export const MOST_PIXELS = 64_000_000;
/** Longest side of a thumbnail, pixels: twice of what a list shows. */
const THUMBNAIL = 360;
const SECONDS = 60;
const FORMATS: Partial<Record<MediaType, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heif',
};

export interface CleanPicture {
  bytes: Buffer;
  mediaType: MediaType;
  /** JPEG. */
  thumbnail: Buffer;
}

/** Pixels of all frames of a picture; 0 where it cannot be read. */
export async function pixelsOf(bytes: Buffer): Promise<number> {
  const {
    width,
    height,
    pages = 1,
  } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ width: 0, height: 0 }) as Metadata);
  return width * height * pages;
}

/** The picture upright and without anything that is not seen; HEIC becomes JPEG where this build can read it. 422 for what cannot be
 *  read or is cut short, for HEIC that cannot be read, and for more than 64 million pixels. */
export async function cleanPicture(bytes: Buffer, mediaType: MediaType): Promise<CleanPicture> {
  const { format, width, height, pages = 1 } = await headOf(bytes, mediaType);
  if (format !== FORMATS[mediaType]) throw unreadable(mediaType);
  if (width * height * pages > MOST_PIXELS) {
    throw new Refused(
      422,
      'attachment.tooManyPixels',
      `图片像素过多：最多 ${MOST_PIXELS / 1e6} 百万像素，请缩小后再上传`,
      `The picture has too many pixels: at most ${MOST_PIXELS / 1e6} million`,
    );
  }
  const animated = pages > 1 && (mediaType === 'image/gif' || mediaType === 'image/webp');
  const open = (moving: boolean): Sharp =>
    sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', animated: moving })
      .timeout({ seconds: SECONDS })
      .autoOrient();
  try {
    return {
      bytes: await drawn(open(animated), mediaType).toBuffer(),
      mediaType: mediaType === 'image/heic' ? 'image/jpeg' : mediaType,
      thumbnail: await open(false)
        .resize({ width: THUMBNAIL, height: THUMBNAIL, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 70 })
        .toBuffer(),
    };
  } catch {
    throw unreadable(mediaType);
  }
}

function drawn(picture: Sharp, mediaType: MediaType): Sharp {
  switch (mediaType) {
    case 'image/png':
      return picture.png();
    case 'image/webp':
      return picture.webp({ quality: 88 });
    case 'image/gif':
      return picture.gif();
    default:
      return picture.jpeg({ quality: 88 });
  }
}

async function headOf(bytes: Buffer, mediaType: MediaType): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    throw unreadable(mediaType);
  }
}

/** 422, naming for HEIC the setting of the telephone that makes pictures everybody can see. */
function unreadable(mediaType: MediaType): Refused {
  if (mediaType === 'image/heic') {
    return new Refused(
      422,
      'attachment.heic',
      '这是 HEIC 格式的照片，无法转换。请在苹果手机“设置 → 相机 → 格式”中选择“兼容性最佳”后重新拍摄，或先另存为 JPEG 再上传',
      'This is a HEIC photograph, which cannot be converted here. On the iPhone choose Settings → Camera → Formats → Most Compatible and take it again, or save it as JPEG first',
    );
  }
  return new Refused(
    422,
    'attachment.pictureUnreadable',
    '图片无法读取：文件可能已损坏或不完整，请重新选择',
    'The picture cannot be read: the file may be damaged or incomplete; choose it again',
  );
}
