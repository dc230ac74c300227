/** Gives the server a short, private folder for its socket: the kernel cuts socket paths at about 100 bytes. */
import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultCode, StoreRefusal } from '../store-refusal.js';
import type { ServerUser } from './server-user.js';

/**
 * A folder of mode 0700 that belongs to the server's user. Its name follows from `key`, so that clients find a restarted server where
 * it was; when a stranger sits on that name, a fresh one is made (clients learn the place from postmaster.pid anyway).
 */
export async function makeSocketFolder(
  key: string,
  user: ServerUser | undefined,
  temporary = tmpdir(),
): Promise<string> {
  const hash = createHash('sha256').update(`${process.getuid?.()} ${key}`).digest('hex');
  const parent = /^[\w./-]{1,60}$/.test(temporary) ? temporary : '/tmp';
  const wanted = join(parent, `xh-${hash.slice(0, 16)}`);
  const folder = (await claim(wanted, user)) ? wanted : await mkdtemp(join(parent, 'xh-')).catch(refuseParent(parent));
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

/** No folder for temporary files, or none that this user may write. */
const refuseParent =
  (parent: string) =>
  (cause: unknown): never => {
    throw new StoreRefusal(
      'database.noTemporaryFolder',
      `临时目录 ${parent} 不存在或无法写入（${faultCode(cause)}）。请创建该目录，或改正环境变量 TMPDIR。`,
      `The folder for temporary files ${parent} does not exist or cannot be written (${faultCode(cause)}). Make it, or set TMPDIR right.`,
      { parent },
      { cause },
    );
  };

/** True for a real folder (no link) that only the server's user, or root for it, can have made and nobody else can enter. */
export async function isPrivate(folder: string, user: ServerUser | undefined): Promise<boolean> {
  const entry = await lstat(folder).catch(() => undefined);
  if (!entry?.isDirectory() || (entry.mode & 0o077) !== 0) return false;
  return entry.uid === (user?.uid ?? process.getuid?.()) || entry.uid === process.getuid?.();
}

async function claim(folder: string, user: ServerUser | undefined): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch {
    return isPrivate(folder, user);
  }
}
