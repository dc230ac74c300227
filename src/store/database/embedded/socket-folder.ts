/** Gives the server a short, private folder for its socket: the kernel cuts socket paths at about 100 bytes. */
import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerUser } from './server-user.js';

/**
 * A folder of mode 0700 that belongs to the server's user. Its name follows from `key`, so that clients find a restarted server where
 * it was; when a stranger sits on that name, a fresh one is made (clients learn the place from postmaster.pid anyway).
 */
export async function makeSocketFolder(key: string, user: ServerUser | undefined): Promise<string> {
  const hash = createHash('sha256').update(`${process.getuid?.()} ${key}`).digest('hex');
  const parent = /^[\w./-]{1,60}$/.test(tmpdir()) ? tmpdir() : '/tmp';
  const wanted = join(parent, `xh-${hash.slice(0, 16)}`);
  const folder = (await claim(wanted, user)) ? wanted : await mkdtemp(join(parent, 'xh-'));
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

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
