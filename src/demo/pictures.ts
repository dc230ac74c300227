/** Invented photographs of what was put right: a street at some hour, drawn and packed as PNG (https://www.w3.org/TR/png-3/). */
import { crc32, deflateSync } from 'node:zlib';
import { Chance } from './chance.js';

const [WIDTH, HEIGHT] = [480, 360];
type Colour = readonly [red: number, green: number, blue: number];
const SKIES: readonly Colour[] = [
  [178, 205, 226],
  [205, 214, 220],
  [236, 208, 178],
  [92, 104, 140],
];
const WALLS: readonly Colour[] = [
  [203, 191, 174],
  [186, 160, 140],
  [160, 170, 176],
  [214, 205, 190],
  [148, 132, 122],
];
const GLASS: Colour = [112, 138, 156];
const ROAD: Colour = [108, 110, 112];
const KERB: Colour = [172, 170, 164];
const LINE: Colour = [232, 232, 226];
const TRUNK: Colour = [96, 78, 62];
const LEAVES: Colour = [94, 132, 88];
const LAMP: Colour = [250, 232, 160];
/** Bytes of a line: its filter, 0 for none, and three of each pixel. */
const STRIDE = WIDTH * 3 + 1;

/** A picture as the bytes of a PNG file, some kilobytes; the same number draws the same picture. */
export function picture(seed: number): Buffer {
  const chance = new Chance(seed);
  const pixels = Buffer.alloc(STRIDE * HEIGHT);
  const fill = (left: number, top: number, width: number, height: number, colour: Colour): void => {
    for (let y = Math.max(0, top); y < Math.min(HEIGHT, top + height); y++)
      for (let x = Math.max(0, left); x < Math.min(WIDTH, left + width); x++)
        pixels.set(colour, y * STRIDE + 1 + x * 3);
  };
  const street = 250;
  fill(0, 0, WIDTH, HEIGHT, chance.pick(SKIES));
  for (let left = -20; left < WIDTH;) {
    const [width, height] = [chance.between(70, 120), chance.between(90, 200)];
    fill(left, street - height, width, height, chance.pick(WALLS));
    for (let y = street - height + 14; y < street - 26; y += 28)
      for (let x = left + 10; x < left + width - 16; x += 24) fill(x, y, 13, 16, GLASS);
    left += width + chance.between(0, 12);
  }
  fill(0, street, WIDTH, 14, KERB);
  fill(0, street + 14, WIDTH, HEIGHT - street, ROAD);
  for (let x = chance.between(0, 50); x < WIDTH; x += 80) fill(x, street + 60, 44, 5, LINE);
  for (let x = chance.between(10, 60); x < WIDTH; x += chance.between(110, 150)) {
    if (chance.odds(0.5)) {
      fill(x, street - 110, 4, 114, TRUNK);
      fill(x, street - 110, 26, 4, TRUNK);
      fill(x + 18, street - 106, 12, 6, LAMP);
    } else {
      fill(x + 8, street - 40, 8, 44, TRUNK);
      for (let y = -28; y <= 28; y++) {
        const half = Math.round(Math.sqrt(28 * 28 - y * y));
        fill(x + 12 - half, street - 62 + y, 2 * half, 1, LEAVES);
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2], 8); // eight bits each of red, green and blue
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
