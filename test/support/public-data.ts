/** Public files beside the repository, `../shared/data`. No test needs them: each has invented data of the same shape, and where the
 *  public files are there as well, holds what it claims against those too. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isLong } from './length.js';

const FOLDER = resolve(__dirname, '../../../shared/data');

/** Declares the tests of `declare` where the file or folder `name` is there, and says so where it is not. `inLong` keeps them for
 *  `npm run test:long`. */
export function wherePublic(name: string, declare: (path: string) => void, { inLong = false } = {}): void {
  const path = join(FOLDER, name);
  if (inLong && !isLong) return;
  if (existsSync(path)) declare(path);
  else process.stderr.write(`no ${relative(process.cwd(), path)}: its tests run on invented data alone\n`);
}
