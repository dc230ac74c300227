/** Leaves beside each text of the build its compressed forms, so that the service sends them without compressing anything. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TEXTS = /\.(?:js|css|html|svg|json|webmanifest|txt)$/;
/** Below this, bytes, the headers cost more than is saved. */
const WORTH_IT = 1024;
/** 11 takes ten times as long for three parts in a hundred. */
const QUALITY = 9;

/** Writes `name.br` and `name.gz` for every text of the folder that is worth it. */
export function packFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || !TEXTS.test(entry.name) || path.includes('.vite') || statSync(path).size < WORTH_IT)
      continue;
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
