/** Lets one process at a time create, start or stop the database of one data folder. */
import { createHash } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { faultCode, StoreRefusal } from '../store-refusal.js';

/** As long as the longest crash recovery a waiting process should sit through. */
const PATIENCE_MS = 5 * 60_000;

/**
 * What `work` answers, run while no other process on this machine holds the lock of the same `key`. Refuses after five minutes.
 *
 * The lock is a listening socket with an abstract name: the kernel frees it when its holder dies, even by kill -9, so it can never be
 * stale (Node has no flock). The data does not rest on it: a cluster appears by one rename, and PostgreSQL itself refuses a
 * second server on one folder. Containers with separate networks do not see each other's locks: one data folder, one container.
 */
export async function withStartLock<T>(key: string, work: () => Promise<T>): Promise<T> {
  const lock = await acquire(createHash('sha256').update(key).digest('hex').slice(0, 32));
  try {
    return await work();
  } finally {
    await new Promise((closed) => lock.close(closed));
  }
}

async function acquire(hash: string): Promise<Server> {
  const abstract = process.platform === 'linux';
  const address = abstract ? `\0xiaohao-start-${hash}` : join(tmpdir(), `xh-${hash}.lock`);
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(25)) {
    try {
      return await listen(address);
    } catch (error) {
      if (faultCode(error) !== 'EADDRINUSE') throw error;
      // Elsewhere than on Linux the name is a file that outlives its holder; one that nobody answers is left over.
      if (!abstract && !(await answers(address))) await unlink(address).catch(() => undefined);
    }
  }
  throw new StoreRefusal(
    'database.startLocked',
    '另一个进程正在启动或停止同一数据目录的数据库，五分钟仍未完成。',
    'Another process has been starting or stopping the database of this data folder for five minutes.',
  );
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.destroy());
    server.once('error', reject);
    server.listen(address, () => {
      // Later ones concern a visitor that could not be taken: the lock is held all the same.
      server.off('error', reject).on('error', () => undefined);
      resolve(server);
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const visitor = connect(address, () => {
      visitor.destroy();
      resolve(true);
    });
    visitor.once('error', () => resolve(false));
  });
}
