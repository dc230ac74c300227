/** Draws the icons of the installed desk from its sign (public/seal.svg). */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** Writes `icons/…` into the built folder. */
export async function drawIcons(dist) {
  const seal = readFileSync(join(dist, 'seal.svg'), 'utf8');
  const ground = /<rect[^>]*fill="(#\w+)"[^>]*\/>/.exec(seal);
  const sign = seal.slice(seal.indexOf('<g'), seal.indexOf('</g>') + 4);
  const svg = (inner) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${inner}</svg>`);
  const square = `<rect width="32" height="32" fill="${ground[1]}"/>`;
  // of a maskable icon the inner four fifths are always seen
  const masked = svg(`${square}<g transform="translate(16 16) scale(.8) translate(-16 -16)">${sign}</g>`);
  const folder = join(dist, 'icons');
  mkdirSync(folder, { recursive: true });
  const draw = (from, size, name) =>
    sharp(from, { density: (72 * size) / 32 })
      .resize(size, size)
      .png({ compressionLevel: 9 })
      .toFile(join(folder, name));
  await Promise.all([
    draw(Buffer.from(seal), 192, '192.png'),
    draw(Buffer.from(seal), 512, '512.png'),
    draw(masked, 512, 'maskable.png'),
    // iPhones round the corners themselves
    draw(svg(`${square}${sign}`), 180, 'apple.png'),
    // the bar of a telephone shows the shape alone
    draw(svg(`<g transform="translate(16 16) scale(1.4) translate(-16 -16)">${sign}</g>`), 96, 'badge.png'),
  ]);
}
