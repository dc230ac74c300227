/** Starts, finds and stops the server process of one cluster. */
import { spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ListeningClient } from '../listening-client.js';
import { diskFull, faultCode, StoreRefusal } from '../store-refusal.js';
import type { Binaries } from './binaries.js';
import { CLUSTER_USER, placeOf } from './cluster.js';
import { dropStaleFile, processLives, readPostmasterFile, worksIn } from './postmaster-file.js';
import type { ServerUser } from './server-user.js';
import { isPrivate, makeSocketFolder } from './socket-folder.js';

/** One cluster and how its server is run. */
export interface ServerPlan {
  /** Data folder: the server's first words go to `postgres-start.log` in it. */
  folder: string;
  cluster: string;
  /** Names the socket folder; the same for every process that uses this data folder. */
  key: string;
  binaries: Binaries;
  user: ServerUser | undefined;
  settings: Record<string, string>;
}

/** Where the running server listens. */
export interface Address {
  host: string;
  port: number;
}

/** The port only names the socket file: nothing listens on the network. */
const PORT = 5432;
/** A server that lets nobody in for so long is frozen; one on a busy machine only takes its time. */
const DEAF_MS = 60_000;
/** After kill -9 of the server its backends need a moment to notice, and until then a new one refuses to start. */
const RECOVERY_MS = 15_000;

/**
 * Where the server listens, started if none answers. A server that outlived its node process is adopted: asked over its socket, because
 * `pg_ctl status` only looks at a number in a file. Call it under the start lock.
 */
export async function runningServer(plan: ServerPlan): Promise<Address & { adopted: boolean }> {
  const left = await readPostmasterFile(plan.cluster);
  if (left && (await isPrivate(left.socketDir, plan.user))) {
    const address = { host: left.socketDir, port: left.port };
    if (await answers(address)) return { ...address, adopted: true };
  }
  if (left && processLives(left.pid)) {
    // It lives and is deaf (its socket was swept away, or it hangs while stopping), or its number went to a stranger.
    if (await worksIn(left.pid, plan.cluster)) await stopServer(plan.cluster);
    else await dropStaleFile(plan.cluster);
  }
  const host = await makeSocketFolder(plan.key, plan.user);
  for (const end = Date.now() + (left ? RECOVERY_MS : 0); ; await pause(150)) {
    const fault = await launch(plan, host);
    if (fault === undefined) return { host, port: PORT, adopted: false };
    if (/No space left on device/i.test(fault)) throw diskFull(plan.folder, fault);
    if (Date.now() < end) continue;
    throw new StoreRefusal('database.startFailed', `数据库未能启动：${fault}`, `The database did not start: ${fault}`, {
      cluster: plan.cluster,
    });
  }
}

/** Asks the server to end (fast shutdown: open transactions are rolled back, everything is written) and waits up to a minute for it. */
export async function stopServer(cluster: string): Promise<void> {
  const file = await readPostmasterFile(cluster);
  if (file === undefined) return;
  try {
    process.kill(file.pid, 'SIGINT');
  } catch {
    return; // gone already
  }
  // Waits for its file, not its process: in a container without an init the dead process of an adopted server stays listed for ever.
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(20)) {
    if ((await readPostmasterFile(cluster))?.pid !== file.pid) {
      await rm(file.socketDir, { recursive: true, force: true });
      return;
    }
  }
  throw new StoreRefusal(
    'database.doesNotStop',
    `数据库进程 ${file.pid} 一分钟内没有停止。`,
    `The database process ${file.pid} did not stop within a minute.`,
  );
}

/** True when a server answers, however long it first has to recover; false when nobody listens. */
async function answers(address: Address): Promise<boolean> {
  for (;;) {
    const client = new ListeningClient({
      ...{ ...address, user: CLUSTER_USER, database: 'postgres' },
      connectionTimeoutMillis: DEAF_MS,
    });
    try {
      await client.connect();
      await client.query('SELECT 1');
      return true;
    } catch (error) {
      if (faultCode(error) !== '57P03') return false;
      await pause(25); // cannot_connect_now: starting, recovering or shutting down
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Undefined once a fresh server answers, else its last words. */
async function launch(plan: ServerPlan, host: string): Promise<string | undefined> {
  const logPath = join(plan.folder, 'postgres-start.log');
  const log = await open(logPath, 'w', 0o600);
  const place = await placeOf(plan.cluster, plan.user);
  const settings = { ...plan.settings, unix_socket_directories: host, port: String(PORT) };
  let ended = false;
  try {
    // Detached: a Ctrl-C in the terminal must reach node alone, which then stops the server in order.
    const child = spawn(
      plan.binaries.postgres,
      ['-D', place.path, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        cwd: place.cwd,
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
        env: { PATH: process.env['PATH'], LC_MESSAGES: 'C', TZ: 'UTC' },
        ...plan.user,
      },
    );
    child.once('error', () => (ended = true));
    child.once('exit', () => (ended = true));
    child.unref();
  } finally {
    await log.close();
  }
  while (!ended) {
    if (await answers({ host, port: PORT })) return undefined;
    await pause(15);
  }
  return (await readFile(logPath, 'utf8')).trim().slice(-2000);
}
