/** Decides under which operating system user the database runs: PostgreSQL refuses to run as root. */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StoreRefusal } from '../store-refusal.js';

const run = promisify(execFile);

/** A user that has a passwd entry (initdb looks it up), as `spawn` wants it. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** Undefined for an ordinary user (no switch). As root: the owner of an existing cluster, else `nobody`. */
export async function serverUser(cluster: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'nobody']), run('id', ['-g', 'nobody'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch (cause) {
    throw new StoreRefusal(
      'database.noServerUser',
      'PostgreSQL 不能以 root 运行，而本机没有 nobody 用户。请用普通用户启动，或用 DATABASE_URL 指定数据库服务器。',
      'PostgreSQL cannot run as root and this machine has no user "nobody". Start as an ordinary user, or name a server in DATABASE_URL.',
      undefined,
      { cause },
    );
  }
}

/** The topmost folder on the way to `path` (an absolute real path) that `user` may not pass, or undefined when all are open. */
export async function closedFolder(path: string, user: ServerUser): Promise<string | undefined> {
  const parent = dirname(path);
  const above = parent === path ? undefined : await closedFolder(parent, user);
  if (above !== undefined) return above;
  const { uid, gid, mode } = await stat(path);
  const pass = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & pass) === 0 ? path : undefined;
}
