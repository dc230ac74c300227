/** A primary with a synchronous standby, made of the binaries the service ships with, for the test of a failover. */
import { spawn, spawnSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from '../../src/store/database/embedded/binaries.js';
import { CLUSTER_USER, createCluster } from '../../src/store/database/embedded/cluster.js';
import { serverUser, type ServerUser } from '../../src/store/database/embedded/server-user.js';

const DATABASE = 'bureau';

export interface ServerPair {
  /** Both hosts, as DATABASE_URL names them. */
  url: string;
  /** The folders in which the two listen, the primary first, and the port of both. */
  hosts: string[];
  port: number;
  /** Ends the primary as a power cut would; it does not come back. */
  killPrimary(): void;
  /** From now on a commit waits for the standby of this name; the one there is is called `standby`. */
  waitFor(name: string): Promise<void>;
  /** Makes the standby the primary. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both in `folder`; commits are acknowledged only when the standby has them on its disk. */
export async function startPair(folder: string): Promise<ServerPair> {
  const user = await serverUser(join(folder, 'one'));
  const binaries = await findBinaries(folder, user);
  const sockets = await mkdtemp(join(tmpdir(), 'xh-pair-'));
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  const hosts = [join(sockets, 'a'), join(sockets, 'b')];
  for (const path of [sockets, ...hosts]) {
    await mkdir(path, { recursive: true });
    if (user) await chown(path, user.uid, user.gid);
  }
  const running: { pid: number; kill: (signal: NodeJS.Signals) => void }[] = [];
  const run = async (cluster: string, host: string, extra: string[] = []): Promise<void> => {
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${host}`,
      'max_connections=40',
      'wal_level=replica',
    ];
    const args = [...settings, 'shared_buffers=32MB', 'lc_messages=C', ...extra].flatMap((one) => ['-c', one]);
    const child = spawn(binaries.postgres, ['-D', cluster, ...args], { cwd: '/', stdio: 'ignore', ...user });
    running.push({ pid: child.pid!, kill: (signal) => child.kill(signal) });
    await asks(host, 'postgres', 'SELECT 1');
  };

  await createCluster(one, binaries, user, true);
  await run(one, hosts[0]!);
  await asks(hosts[0]!, 'postgres', `CREATE DATABASE ${DATABASE}`);
  const client = new pg.Client({ host: hosts[0]!, user: CLUSTER_USER, database: 'postgres' });
  await client.connect();
  await client.query(`SELECT pg_backup_start('standby', true)`);
  await cp(one, two, { recursive: true, filter: (path) => !/postmaster\.(pid|opts)$/.test(path) });
  const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
  await writeFile(join(two, 'backup_label'), rows[0]!.labelfile);
  await writeFile(join(two, 'standby.signal'), '');
  ownAll(two, user);
  await chmod(two, 0o700);
  await run(two, hosts[1]!, [`primary_conninfo=host=${hosts[0]} user=${CLUSTER_USER} application_name=standby`]);
  for (let streams = false; !streams; await pause(50)) {
    const found = await client.query(`SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'`);
    streams = found.rowCount === 1;
  }
  await client.query(`ALTER SYSTEM SET synchronous_standby_names = 'standby'`);
  await client.query('SELECT pg_reload_conf()');
  for (let sync = false; !sync; await pause(50)) {
    const found = await client.query(`SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'`);
    sync = found.rowCount === 1;
  }
  await client.end();

  const authority = hosts.map((host) => `${encodeURIComponent(host)}:5432`).join(',');
  return {
    url: `postgresql://${CLUSTER_USER}@${authority}/${DATABASE}?target_session_attrs=read-write`,
    hosts,
    port: 5432,
    killPrimary: () => running[0]!.kill('SIGKILL'),
    waitFor: async (name) => {
      await asks(hosts[0]!, 'postgres', `ALTER SYSTEM SET synchronous_standby_names = '${name}'`);
      await asks(hosts[0]!, 'postgres', 'SELECT pg_reload_conf()');
    },
    promote: async () => void (await asks(hosts[1]!, 'postgres', 'SELECT pg_promote()')),
    stop: async () => {
      for (const { kill } of running) kill('SIGQUIT');
      await pause(300);
      await rm(sockets, { recursive: true, force: true });
    },
  };
}

/** The copy belongs to whoever runs the server, and to nobody else. */
function ownAll(folder: string, user: ServerUser | undefined): void {
  if (user === undefined) return;
  spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
}

/** Asks once the server answers. */
async function asks(host: string, database: string, sql: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ host, user: CLUSTER_USER, database });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(sql);
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await pause(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
