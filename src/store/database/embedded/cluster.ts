/** Creates a database cluster once, whole or not at all, and recognises one that is there. */
import { execFile } from 'node:child_process';
import { access, chown, constants, mkdir, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { diskFull, faultCode, StoreRefusal } from '../store-refusal.js';
import { syncPath } from '../sync-path.js';
import type { Binaries } from './binaries.js';
import { processLives } from './postmaster-file.js';
import { closedFolder, type ServerUser } from './server-user.js';

const run = promisify(execFile);

/** The only superuser of an embedded cluster. No password: see `authentication` in postmaster.ts. */
export const CLUSTER_USER = 'xiaohao';

/**
 * LC_CTYPE must be some UTF-8 locale: pg_trgm asks it what a letter is, and under C it finds no trigram in Chinese. C.UTF-8 is the
 * stable one; the others are for systems that lack it. Collation is PostgreSQL's own C.UTF-8 in any case, so that no upgrade of the
 * operating system reorders an index.
 */
const CTYPES = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'UTF-8'];

/** The real path of the data folder, made if missing. Refuses one that cannot be made or written. */
export async function openDataFolder(dataDir: string): Promise<string> {
  const folder = resolve(dataDir);
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(folder);
  } catch (cause) {
    if (faultCode(cause) === 'ENOSPC') throw diskFull(folder, cause);
    throw new StoreRefusal(
      'database.folderUnusable',
      `数据目录 ${folder} 无法创建或写入（${faultCode(cause)}）。请检查磁盘是否挂载、权限是否正确，或用 DATA_DIR 换一个目录。`,
      `The data folder ${folder} cannot be made or written (${faultCode(cause)}). Check that its disk is mounted and its permissions, or set DATA_DIR.`,
      { folder },
      { cause },
    );
  }
}

/** True when `cluster` holds a database of this major version, false when there is none yet. Refuses another version or a foreign folder. */
export async function hasCluster(cluster: string, major: number): Promise<boolean> {
  let version: string;
  try {
    version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (cause) {
    const code = faultCode(cause);
    if (code === 'ENOENT' && (await readdir(cluster).catch(() => [])).length === 0) return false;
    throw new StoreRefusal(
      'database.notACluster',
      `目录 ${cluster} 不是可用的数据库，或属于其他用户（${code}）。请用原来的用户启动，或移走该目录。`,
      `The folder ${cluster} is not a database this user can open (${code}). Start as the user who made it, or move it away.`,
      { cluster },
      { cause },
    );
  }
  if (version === String(major)) return true;
  throw new StoreRefusal(
    'database.otherVersion',
    `数据目录属于 PostgreSQL ${version}，本版本使用 ${major}。请先用旧版执行 xiaohao backup，再在新的 DATA_DIR 中执行 xiaohao restore。`,
    `The data folder belongs to PostgreSQL ${version}, this release runs ${major}. Run xiaohao backup with the old release, then xiaohao restore into a new DATA_DIR.`,
    { found: version, needed: major },
  );
}

/**
 * Makes `cluster`. initdb works in a folder beside it that gets its name only when all is written and synced, so a half-done one is
 * never taken for a database. `durable: false` skips the syncing; for tests only.
 */
export async function createCluster(
  cluster: string,
  binaries: Binaries,
  user: ServerUser | undefined,
  durable: boolean,
): Promise<void> {
  await clearAbandoned(cluster);
  let fault: unknown;
  for (const ctype of CTYPES) {
    const fresh = `${cluster}.new-${process.pid}`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { mode: 0o700 });
    try {
      if (user) await chown(fresh, user.uid, user.gid);
      const place = await placeOf(fresh, user);
      await run(binaries.initdb, initdbArguments(place.path, ctype, durable), {
        cwd: place.cwd,
        env: { PATH: process.env['PATH'], LC_ALL: 'C' },
        ...user,
      });
      await rename(fresh, cluster);
      if (durable) await syncPath(dirname(cluster));
      return;
    } catch (error) {
      fault = error;
      await rm(fresh, { recursive: true, force: true });
      // A locale that this system lacks fails within milliseconds, so the next one is tried; of any other fault the first word counts.
      if (!/locale/i.test(saidBy(error))) break;
    }
  }
  const said = saidBy(fault);
  if (/No space left on device|Disk quota exceeded/i.test(said)) throw diskFull(dirname(cluster), fault);
  throw new StoreRefusal(
    'database.initFailed',
    `无法创建数据库：${said}`,
    `The database could not be created: ${said}`,
    { cluster },
    { cause: fault },
  );
}

/** What a program complained of, else the fault that kept it from starting. */
function saidBy(fault: unknown): string {
  return String((fault as { stderr?: unknown }).stderr || fault).trim();
}

/**
 * How the server is told where its cluster lies. Below a folder that its user may not pass (a checkout in /root), Linux lets a
 * process that was started inside use `/proc/self/cwd`, which is followed without walking the path. Refuses that case elsewhere.
 */
export async function placeOf(cluster: string, user: ServerUser | undefined): Promise<{ cwd: string; path: string }> {
  const closed = user && (await closedFolder(dirname(cluster), user));
  if (closed === undefined) return { cwd: '/', path: cluster };
  if (process.platform === 'linux') return { cwd: cluster, path: '/proc/self/cwd' };
  throw new StoreRefusal(
    'database.folderClosed',
    `数据库以 nobody 用户运行，但无法进入 ${closed}。请用普通用户启动，或把 DATA_DIR 设到其他目录。`,
    `The database runs as user nobody, who may not pass ${closed}. Start as an ordinary user, or set DATA_DIR to another folder.`,
    { closed },
  );
}

function initdbArguments(path: string, ctype: string, durable: boolean): string[] {
  return [
    ...['-D', path, '-U', CLUSTER_USER, '-E', 'UTF8', '--no-instructions'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`],
    ...['--auth-local=trust', '--auth-host=reject'],
    ...(durable ? [] : ['--no-sync']),
  ];
}

async function clearAbandoned(cluster: string): Promise<void> {
  const folder = dirname(cluster);
  for (const name of await readdir(folder)) {
    const pid = /\.new-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && join(folder, name).startsWith(`${cluster}.new-`) && !processLives(Number(pid))) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}
