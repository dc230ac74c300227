/** Photographs as telephones make them: with position, camera and owner written into them. */
import sharp from 'sharp';

/** What must never leave the house: the marks that `photograph` writes into its EXIF. */
export const TELLING = ['Xiaomi 2211133C', '张三家', 'N12345-OWNER'];

export interface PhotographOptions {
  width?: number;
  height?: number;
  /** EXIF orientation, 1 to 8. */
  orientation?: number;
  format?: 'jpeg' | 'png' | 'webp';
  /** Makes the picture differ from others, and so noisy that it weighs what a camera's does. */
  seed?: number;
  quality?: number;
}

/** A picture whose left half is red, with EXIF position (31.2 N, 121.5 E), camera, owner and a description. */
export async function photograph(options: PhotographOptions = {}): Promise<Buffer> {
  const { width = 640, height = 480, orientation = 1, format = 'jpeg', seed = 1, quality = 90 } = options;
  const red = await sharp({
    create: { width: Math.ceil(width / 2), height, channels: 3, background: { r: 220, g: 20, b: 20 + (seed % 200) } },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: { r: 30, g: 60, b: 200 } } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: 'Xiaomi', Model: TELLING[0]!, ImageDescription: TELLING[1]!, Artist: TELLING[2]! },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 12/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 30/1 0/1' },
    })
    .withMetadata({ orientation })
    .toFormat(format, { quality })
    .toBuffer();
}

/** A photograph of about this many bytes: noise does not pack. */
export async function heavyPhotograph(bytes: number): Promise<Buffer> {
  const side = Math.round(Math.sqrt(bytes / 1.015));
  const noise = Buffer.alloc(side * side * 3);
  let state = 12345;
  for (let at = 0; at < noise.length; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    noise[at] = state >>> 24;
  }
  return sharp(noise, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** A real HEIC (HEVC inside, 64 × 48, left half red), as libheif 1.15 writes it: no library of ours can make one. */
export const HEIC = Buffer.from(
  [
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAA',
    'AAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAOgACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAA',
    'AAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQ',
    'ABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAADAA',
    'AAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAEJtZGF0AAAANigBr1jm9Oq//+XCv/7a/IfPM/',
    '9f/kL1X7X0T/uE1UktsDPjHjUM10hC0gYJ8yxOZ+cGXJaxwA==',
  ].join(''),
  'base64',
);

/** A HEIF as `photograph` draws it that this browser can read (AV1 inside), under the brand that telephones write as well. */
export async function readableHeif(): Promise<Buffer> {
  const bytes = await sharp(await photograph({ width: 320, height: 240 }))
    .avif({ quality: 60 })
    .toBuffer();
  bytes.write('mif1', 8, 'latin1');
  return bytes;
}
