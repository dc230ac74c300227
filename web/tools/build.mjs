/** Builds the desk into web/dist, only when something changed, and checks its budgets. `--force` builds anyway,
 *  `--say-begun` prints a line where there is something to build. Pages over a budget
 *  are served all the same; the exit code is then 3, and the next build does not take them for finished. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(web, 'dist');
const stamp = join(dist, '.built');
const cache = join(web, '..', 'node_modules', '.cache');
const lock = join(cache, 'web-build.lock');
const OUTSIDE = /^(dist|README)/;
/** A build that has held the lock for longer was killed; milliseconds. */
const DEAD = 300_000;
const OVER_BUDGET = 3;

function sources(folder = web) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => folder !== web || !OUTSIDE.test(name))
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(web, '..', 'package-lock.json')));
  for (const file of sources()) hash.update(relative(web, file)).update(readFileSync(file));
  return hash.digest('hex');
}

const isFresh = (wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

/** Two that build at the same time: the second waits, and mostly finds its work done. */
async function locked(act) {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
      if (since !== undefined && Date.now() - since > DEAD) rmSync(lock, { recursive: true, force: true });
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  try {
    return await act();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

mkdirSync(cache, { recursive: true });
const force = process.argv.includes('--force');
await locked(async () => {
  const wanted = fingerprint();
  if (!force && isFresh(wanted)) return;
  if (process.argv.includes('--say-begun')) console.log('begun');
  // the tools are loaded where there is work for them: mostly there is none
  const [{ build }, { checkBudgets }, { drawIcons }, { packFiles }] = await Promise.all([
    import('vite'),
    import('./budgets.mjs'),
    import('./draw-icons.mjs'),
    import('./pack-files.mjs'),
  ]);
  const next = join(cache, `web-${randomUUID()}`);
  process.env.WEB_OUT = next;
  process.env.NODE_ENV = 'production'; // a test run's own value would build the development version
  try {
    await build({ configFile: join(web, 'vite.config.mts'), logLevel: 'warn' });
    await drawIcons(next);
    packFiles(next);
    const { lines, failed } = checkBudgets(next);
    for (const line of lines) console.log(line);
    if (failed) process.exitCode = OVER_BUDGET;
    else writeFileSync(join(next, '.built'), wanted);
    const old = join(cache, `web-${randomUUID()}`);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(next, dist);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
});
