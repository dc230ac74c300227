/** A PostgreSQL of its own with settings of its own, made of the binaries the service ships with: what the embedded one is not set up for. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from '../src/store/database/embedded/binaries.js';
import { CLUSTER_USER, createCluster } from '../src/store/database/embedded/cluster.js';
import { serverUser } from '../src/store/database/embedded/server-user.js';

export interface OwnServer {
  /** How a database of it is reached. */
  url(name: string): string;
  /** Process id of the server. */
  pid: number;
  stop(): Promise<void>;
}

/** A durable server (fsync on) in a temporary folder, gone after `stop`; `settings` as PostgreSQL names them. */
export async function startOwnServer(settings: Record<string, string>): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-bench-own-'));
  const [cluster, sockets] = [join(folder, 'cluster'), join(folder, 's')];
  const user = await serverUser(cluster);
  const binaries = await findBinaries(folder, user);
  mkdirSync(sockets);
  await createCluster(cluster, binaries, user, true);
  if (user !== undefined) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  const given = { listen_addresses: '', unix_socket_directories: sockets, ...settings };
  const args = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', cluster, ...args], { cwd: '/', stdio: 'ignore', ...user });
  const url = (name: string): string => `postgresql://${CLUSTER_USER}@${encodeURIComponent(sockets)}:5432/${name}`;
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url('postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await pause(100);
    }
  }
  return {
    url,
    pid: child.pid!,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
