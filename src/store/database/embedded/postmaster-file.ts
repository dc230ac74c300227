/** Reads what a running, or killed, server left in its cluster, and tells the two apart. */
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a server said it listens. */
export interface PostmasterFile {
  pid: number;
  port: number;
  socketDir: string;
}

/** What postmaster.pid says (line 1 process, 4 port, 5 socket folder; PostgreSQL's miscadmin.h), or undefined while it is absent or unfinished. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const [pid, port, socketDir] = [Number(lines[0]), Number(lines[3]), lines[4]];
  if (!Number.isInteger(pid) || pid <= 1 || !port || !socketDir) return undefined;
  return { pid, port, socketDir };
}

/** True while a process of this number exists, whoever owns it. */
export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** True when process `pid` works inside `cluster`: every process of a server does, and a stranger who inherited the number does not. */
export async function worksIn(pid: number, cluster: string): Promise<boolean> {
  return (await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) === cluster;
}

/**
 * Removes postmaster.pid when its server is certainly gone. After a power cut or in a restarted container its number may belong to
 * somebody else, and PostgreSQL would then refuse to start for ever. Certain means: Linux, and no process at all works in the cluster
 * (so no orphaned backend either). Elsewhere PostgreSQL's own check decides.
 */
export async function dropStaleFile(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (const entry of await readdir('/proc').catch(() => ['self'])) {
    if (!/^\d+$/.test(entry)) continue;
    const cwd = await readlink(`/proc/${entry}/cwd`).catch((error: NodeJS.ErrnoException) => error.code);
    if (cwd === cluster) return;
  }
  await rm(join(cluster, 'postmaster.pid'), { force: true });
}
