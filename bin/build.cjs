/** Compiles src and migrations into dist, only the files that changed since the last build; `node bin/build.cjs`, or required by start. */
const {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { spawn } = require('node:child_process');
const { dirname, join } = require('node:path');

const root = join(__dirname, '..');
const dist = join(root, 'dist');
const noteFile = join(dist, 'built.json');

/** Every source below `folder`, relative to the package. */
function sourcesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

function readNote() {
  try {
    return JSON.parse(readFileSync(noteFile, 'utf8'));
  } catch {
    return { settings: '', stamps: {} };
  }
}

const outputOf = (source) => join(dist, source.replace(/\.ts$/, '.js'));

/** A process that reads meanwhile sees the old file or the new one, never half of it. */
function put(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** Brings dist up to date; answers how many files were compiled. Needs the compiler only where something changed, and says beforehand how
 *  many files that are. */
async function build(onStale = () => undefined) {
  if (!existsSync(join(root, 'src'))) return 0;
  // A file is the same while size and time of change are; new compiler settings make all of them stale.
  const settings = readFileSync(join(root, '.swcrc'), 'utf8');
  const before = readNote();
  const known = before.settings === settings ? before.stamps : {};
  const stamps = {};
  const stale = [];
  for (const source of [...sourcesIn('src'), ...sourcesIn('migrations')]) {
    const { mtimeMs, size } = statSync(join(root, source));
    stamps[source] = `${mtimeMs} ${size}`;
    if (known[source] !== stamps[source] || !existsSync(outputOf(source))) stale.push(source);
  }
  const gone = Object.keys(before.stamps).filter((source) => !(source in stamps));
  if (stale.length === 0 && gone.length === 0) return 0;
  if (stale.length > 0) onStale(stale.length);
  return require.main === module ? compile({ settings, stamps, stale, gone }) : buildApart(stale.length);
}

/** In a process of its own: what the compiler has once taken, up to a hundred megabytes, a service would keep as long as it runs. */
async function buildApart(count) {
  const child = spawn(process.execPath, [__filename], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(said.trim() || `the build ended with ${code}`);
  return count;
}

async function compile({ settings, stamps, stale, gone }) {
  const { transform } = require('@swc/core');
  await Promise.all(
    stale.map(async (source) => {
      const { code, map } = await transform(readFileSync(join(root, source), 'utf8'), {
        ...JSON.parse(settings),
        swcrc: false,
        filename: join(root, source),
        sourceFileName: join(root, source),
      });
      const output = outputOf(source);
      put(`${output}.map`, map);
      put(output, `${code}\n//# sourceMappingURL=${output.slice(output.lastIndexOf('/') + 1)}.map\n`);
    }),
  );
  // A migration that was taken away must not run from an old build.
  for (const source of gone) for (const end of ['', '.map']) rmSync(`${outputOf(source)}${end}`, { force: true });
  put(noteFile, JSON.stringify({ settings, stamps }));
  return stale.length;
}

module.exports = { build };

if (require.main === module) {
  build().then(
    (count) => console.log(`${count} 个文件已编译 / ${count} files compiled`),
    (error) => {
      console.error(error.message);
      process.exit(1);
    },
  );
}
