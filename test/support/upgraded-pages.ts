/** The built pages in a folder of their own, and what an upgrade of the service does to them. */
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKED = /\.(?:br|gz)$/;
const TEXT = /\.(?:js|css|html)$/;

/** Copies the pages, without what was compressed ahead: those would go on saying what the build said. */
export function copiedPages(from: string, folder: string): string {
  cpSync(from, folder, { recursive: true, filter: (path) => !PACKED.test(path) });
  return folder;
}

/** Every part bears another name from now on, as after a build of other sources, and the old ones are gone. */
export function upgradePages(folder: string): void {
  const assets = join(folder, 'assets');
  const names = readdirSync(assets);
  const renamed = new Map(names.map((name) => [name, name.replace(/(\.\w+)$/, 'n$1')]));
  for (const name of names) renameSync(join(assets, name), join(assets, renamed.get(name)!));
  const texts = [...readdirSync(folder), ...readdirSync(assets).map((name) => join('assets', name))];
  for (const path of texts.filter((name) => TEXT.test(name)).map((name) => join(folder, name))) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace(/[\w.-]+\.\w+/g, (word) => renamed.get(word) ?? word),
    );
  }
}
