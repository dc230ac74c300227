/** Makes photographs smaller on the phone before they travel, and turns HEIC into JPEG where the browser can read it. */
import { Problem } from '../api/problem.js';
import { uploadPolicy } from './policy.js';

export interface ReadyFile {
  blob: Blob;
  name: string;
}

/** A drawing that is at most this large on its longest side can be made on every phone (Safari: 16.7 million pixels). */
const CANVAS = 4096;
/** A PNG up to this size, bytes, is a screenshot or a drawing: it stays sharp. */
const SMALL_PNG = 1_500_000;

type Kind = 'jpeg' | 'png' | 'webp' | 'heic' | 'other';

/**
 * The file as it should travel: a photograph at most as large as the policy of the service says, as JPEG and upright; everything else,
 * and what would not become smaller, as it is. `keepOriginal` leaves photographs as they are, but for HEIC, which must become JPEG. Throws
 * a Problem `attachment.heic`, naming the setting of the telephone to change, where the browser cannot read HEIC either.
 */
export async function shrink(
  file: File | ReadyFile,
  { keepOriginal = false }: { keepOriginal?: boolean } = {},
): Promise<ReadyFile> {
  const { blob, name } = file instanceof File ? { blob: file, name: file.name } : file;
  const kind = await kindOf(blob);
  const mustTurn = kind === 'heic';
  if (kind === 'other' || (keepOriginal && !mustTurn)) return { blob, name };
  const { longestSide, quality } = await uploadPolicy();
  const picture = await pictureOf(blob);
  if (picture === undefined) {
    if (mustTurn) throw heicUnread();
    return { blob, name }; // the service looks closer
  }
  const { naturalWidth: width, naturalHeight: height } = picture;
  const scale = Math.min(1, (keepOriginal ? CANVAS : longestSide) / Math.max(width, height));
  if (kind === 'png' && scale === 1 && blob.size <= SMALL_PNG) return { blob, name };
  const drawn = await drawnAs(picture, Math.round(width * scale), Math.round(height * scale), quality / 100);
  if (drawn === null) {
    if (mustTurn) throw heicUnread();
    return { blob, name };
  }
  if (!mustTurn && drawn.size >= blob.size) return { blob, name };
  return { blob: drawn, name: `${name.replace(/\.[a-z0-9]{1,5}$/i, '')}.jpg` };
}

/** What the first bytes say; names and types given by phones are not to be trusted. */
async function kindOf(blob: Blob): Promise<Kind> {
  const head = new Uint8Array(await blob.slice(0, 12).arrayBuffer());
  const text = String.fromCharCode(...head);
  if (head[0] === 0xff && head[1] === 0xd8) return 'jpeg';
  if (text.startsWith('\x89PNG')) return 'png';
  if (text.startsWith('RIFF') && text.slice(8) === 'WEBP') return 'webp';
  return /^....ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/s.test(text) ? 'heic' : 'other';
}

/** The picture, turned as its EXIF says; undefined where the browser cannot read it. */
async function pictureOf(blob: Blob): Promise<HTMLImageElement | undefined> {
  const url = URL.createObjectURL(blob);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return picture.naturalWidth > 0 ? picture : undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function drawnAs(picture: HTMLImageElement, width: number, height: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const drawing = canvas.getContext('2d');
  if (drawing === null) return Promise.resolve(null);
  drawing.fillStyle = '#ffffff'; // JPEG knows no transparency
  drawing.fillRect(0, 0, width, height);
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(picture, 0, 0, width, height);
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));
}

const heicUnread = (): Problem =>
  new Problem(
    422,
    'attachment.heic',
    '这是 HEIC 格式的照片，此浏览器无法转换。请在苹果手机“设置 → 相机 → 格式”中选择“兼容性最佳”后重新拍摄，或先另存为 JPEG 再选择',
    'This is a HEIC photograph, which this browser cannot convert. On the iPhone choose Settings → Camera → Formats → Most Compatible and take it again, or save it as JPEG first',
  );
