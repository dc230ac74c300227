/** The embedded database as the service sees it: one call to have it, one to let it go. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ListeningClient } from '../listening-client.js';
import { faultCode } from '../store-refusal.js';
import { findBinaries } from './binaries.js';
import { CLUSTER_USER, createCluster, hasCluster, openDataFolder } from './cluster.js';
import { type Address, runningServer, type ServerPlan, stopServer } from './postmaster.js';
import { serverUser } from './server-user.js';
import { withStartLock } from './start-lock.js';

export interface EmbeddedOptions {
  /** Folder of everything the service keeps; the cluster is its subfolder `postgres`. Made if missing. */
  dataDir: string;
  /** Database to have; made if missing. Default `xiaohao`. */
  database?: string;
  /** False gives up fsync for speed. For tests only: a power cut then loses the whole cluster. Default true. */
  durable?: boolean;
  /** Where a lost and revived server is told. Default: standard error. */
  log?: (message: string) => void;
}

/** What `pg` and TypeORM connect with; `host` is the folder of the socket. */
export interface EmbeddedConnection extends Address {
  user: string;
  database: string;
}

export interface EmbeddedDatabase {
  connection: EmbeddedConnection;
  /** The same as one connection string. */
  url: string;
  /** True when the server was already running (another process, or one that outlived its node). */
  adopted: boolean;
  /** Lets the server go; see startEmbedded. May be called twice. */
  stop(): Promise<void>;
}

/** Each process keeps one idle connection under this name for as long as it uses the server; the kernel closes it even after kill -9. */
const KEEPER = 'xiaohao-keeper';

/**
 * A running PostgreSQL on `dataDir`, created on first use, adopted when it runs already. Several processes may share it: the one that
 * calls `stop()` last, that is with no other keeper connection left, shuts it down; earlier ones only leave. Starting and stopping
 * exclude each other, so nobody adopts a server that is about to go. If the server dies it is started again.
 * Refuses (StoreRefusal) a folder it cannot write, another major version, a platform without binaries.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { database = 'xiaohao', durable = true } = options;
  const log = options.log ?? ((message: string) => process.stderr.write(`${message}\n`));
  const folder = await openDataFolder(options.dataDir);
  const cluster = join(folder, 'postgres');
  const { dev, ino } = await stat(folder);
  const key = `${dev}:${ino}`; // the folder itself, by whatever path it is reached
  let keeper: pg.Client | undefined;
  let stopped = false;

  const attach = (mayCreate: boolean) =>
    withStartLock(key, async () => {
      if (stopped) throw new Error('stopped while it was being revived');
      const user = await serverUser(cluster);
      const binaries = await findBinaries(folder, user);
      if (!(await hasCluster(cluster, binaries.major))) {
        // A disk that was unmounted under the service must not come back as an empty database.
        if (!mayCreate) throw new Error(`the database folder ${cluster} has vanished`);
        await createCluster(cluster, binaries, user, durable);
      }
      const plan: ServerPlan = { folder, cluster, key, binaries, user, settings: settings(durable) };
      const { adopted, ...address } = await runningServer(plan);
      const client = new ListeningClient({
        ...address,
        user: CLUSTER_USER,
        database: 'postgres',
        application_name: KEEPER,
      });
      await client.connect();
      await makeDatabase(client, database);
      keeper = client;
      client.once('end', () => void revive());
      return { adopted, address };
    });

  const revive = async () => {
    while (!stopped) {
      log('数据库连接中断，正在重新启动。/ The database was lost and is being started again.');
      try {
        await attach(false);
        return;
      } catch (error) {
        if (stopped) return;
        log(String(error));
        await pause(2000, undefined, { ref: false });
      }
    }
  };

  const { adopted, address } = await attach(true);
  const connection = { ...address, user: CLUSTER_USER, database };
  return {
    connection,
    url: `postgresql://${CLUSTER_USER}@${encodeURIComponent(address.host)}:${address.port}/${encodeURIComponent(database)}`,
    adopted,
    async stop() {
      if (stopped) return;
      stopped = true;
      await withStartLock(key, async () => {
        const last = keeper !== undefined && (await isLastKeeper(keeper));
        await keeper?.end().catch(() => undefined);
        if (last) await stopServer(cluster);
      });
    },
  };
}

/** A keeper that cannot ask any more counts as the last: its server is dead or deaf, and stopping that is harmless. */
async function isLastKeeper(keeper: pg.Client): Promise<boolean> {
  try {
    const { rowCount } = await keeper.query(
      'SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid() LIMIT 1',
      [KEEPER],
    );
    return rowCount === 0;
  } catch {
    return true;
  }
}

async function makeDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (rowCount) return;
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  } catch (error) {
    if (faultCode(error) !== '42P04') throw error; // duplicate_database: made by somebody else meanwhile
  }
}

/**
 * Given on the command line, not in postgresql.conf, so that a new release changes them in old folders too.
 * Authentication is `trust` (initdb's pg_hba.conf) because the only door is a socket in a folder of mode 0700: whoever can reach it is the
 * server's own user or root and could read the files anyway; a password would have to lie beside them.
 */
function settings(durable: boolean): Record<string, string> {
  const onOff = durable ? 'on' : 'off';
  return {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    fsync: onOff,
    synchronous_commit: onOff,
    full_page_writes: onOff,
    wal_level: 'replica',
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    wal_compression: 'pglz',
    checkpoint_timeout: '15min',
    jit: 'off',
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log', // one file a weekday, overwritten after a week
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_checkpoints: 'off',
  };
}
