/** Which release this is, as package.json says: for the health of a service, its log, and the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `0.1.0`, from the sources as from the build. */
export const RELEASE: string = versionIn(join(__dirname, '..'));

function versionIn(folder: string): string {
  const root = folder.endsWith('dist') ? join(folder, '..') : folder;
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
