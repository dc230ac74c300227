/** Opens the one database of the service, embedded or given by DATABASE_URL, and says at once when it cannot serve. */
import pg from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { type EmbeddedDatabase, startEmbedded } from './embedded/launcher.js';
import { columnTypes } from './column-types.js';
import { failPlainly, pgOver } from './one-pool.js';
import { clientsOfPrimary, urlOfEachHost, urlOfPrimary } from './primary-client.js';
import { requireFitServer } from './server-check.js';
import { SlowQueries } from './slow-queries.js';
import { serverName } from './service-name.js';
import { PATIENCE, type Patience, SilenceWatch, watchedClient } from './silence-watch.js';

/** Two transactions of the executor at once, and a sweep. */
const HOT_CONNECTIONS = 3;
const REPLICA_CONNECTIONS = 10;
/** How long whoever asks waits for a connection that is free, milliseconds; beyond it the service is too busy, and says so. */
const FREE_CONNECTION_MS = 8_000;
/** Cases are not waited for there at all; the counter of numbers is held by another server for as long as its batch takes. */
const HOT_LOCK_MS = 5_000;
/** The executor thinks between two statements of a transaction, and nobody else does anything there: a server that is gone holds its rows
 *  and the counter of numbers no longer. */
const HOT_IDLE_MS = 10_000;

export type EntityClass = (new () => object) | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseOptions {
  /** A PostgreSQL 15 or later to use; several hosts, separated by commas, are a primary and its standbys. Without it the
   *  embedded one runs in `dataDir`. */
  databaseUrl?: string | undefined;
  /** A read replica of `databaseUrl` for reports. It may lag and it may be away: nothing is decided on it. */
  replicaUrl?: string | undefined;
  dataDir: string;
  /** One schema is one tenant: first on the search path, made if missing. Default: the server's own search path. */
  schema?: string | undefined;
  entities: EntityClass[];
  migrations: MigrationClass[];
  /** Connections of `pool`, 20 by default. */
  poolSize?: number;
  /** How long one statement may run, milliseconds; default 15,000, so that no request holds a connection for ever. 0: no limit. */
  statementTimeout?: number;
  /** How long a transaction may sit idle, milliseconds; default 30,000. */
  idleInTransactionTimeout?: number;
  /** Milliseconds from which a statement is told as slow; default 0: none is. */
  slowQuery?: number;
  /** How long a database that says nothing is waited for. */
  patience?: Patience | undefined;
  /** Shown in pg_stat_activity. Default: `xiaohao`, with the newest migration and the schema. */
  applicationName?: string;
  /** False for tests only: see startEmbedded. */
  durable?: boolean;
  log?: (message: string) => void;
}

/** An open database; docs/storage.md says what is asked in which way. */
export interface Database {
  pool: pg.Pool;
  /** A few connections for the statements every command runs, whose plans never depend on the values: each is planned once. */
  hotPool: pg.Pool;
  /** For reports: the replica where there is one, else the same as `pool`. */
  reportPool: pg.Pool;
  /** One connection for the question whether the database can serve: nobody else waits for it. Little fits into its memory on purpose. */
  lookPool: pg.Pool;
  patience: Patience;
  slow: SlowQueries;
  /** Repositories over the connections of `pool`. */
  dataSource: DataSource;
  /** What a further `pg.Client` needs to connect in the same way. */
  connection: pg.ClientConfig;
  /** Closes all connections, then lets the embedded server go (the last process stops it). May be called twice. */
  close(): Promise<void>;
}

/**
 * The open database, checked: refuses (StoreRefusal) a server older than 15, one whose character type finds no trigram in Chinese,
 * a schema name that is not a plain lower-case word, and whatever startEmbedded refuses. Does not migrate: see migrate.ts.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, dataDir, durable, log } = options;
  const embedded = databaseUrl
    ? undefined
    : await startEmbedded({ dataDir, ...(durable === undefined ? {} : { durable }), ...(log ? { log } : {}) });
  try {
    return await connectDatabase(options, embedded);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** The time stamp in which the name of the newest one ends; 0 without any. */
const newestOf = (migrations: readonly MigrationClass[]): number =>
  Math.max(0, ...migrations.map((one) => Number((new one().name ?? one.name).slice(-13))));

async function connectDatabase(options: DatabaseOptions, embedded: EmbeddedDatabase | undefined): Promise<Database> {
  const log = options.log ?? ((message: string) => process.stderr.write(`${message}\n`));
  const hosts = urlOfEachHost(options.databaseUrl ?? '');
  const target: pg.ClientConfig = embedded
    ? embedded.connection
    : { connectionString: await urlOfPrimary(hosts, options.patience?.connect) };
  await requireFitServer(target, options.schema, options.patience?.connect);
  const path = options.schema === undefined ? '' : ` -c search_path=${options.schema},public`;
  const connection: pg.ClientConfig = {
    ...target,
    application_name: options.applicationName ?? serverName(options.schema, newestOf(options.migrations)),
    statement_timeout: options.statementTimeout ?? 15_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeout ?? 30_000,
    options: `-c timezone=UTC -c datestyle=ISO${path}`,
    keepAlive: true,
    types: columnTypes,
  };
  const { patience = PATIENCE } = options;
  const watch = new SilenceWatch(patience, (host, port) => {
    log(`数据库没有回应 / the database does not answer: ${host}:${port}`);
    primary?.leave(host, port);
  });
  const slow = new SlowQueries(options.slowQuery ?? 0, log);
  const Client = watchedClient(watch, patience, slow);
  // With several hosts each new connection finds the primary; otherwise pools are as usual.
  const primary = hosts.length > 1 ? clientsOfPrimary(hosts, Client) : undefined;
  const onIdleFault = (error: Error): void => log(`数据库连接中断 / database connection lost: ${error.message}`);
  const poolOf = (own: pg.PoolConfig): pg.Pool => {
    const made = new pg.Pool({
      ...connection,
      ...{ Client: primary?.Client ?? Client, connectionTimeoutMillis: FREE_CONNECTION_MS },
      ...own,
    });
    // Whoever has one is told by what it asks; the job queue looks whether a pool listens.
    made.on('connect', (client) => client.on('error', () => undefined));
    made.on('error', onIdleFault); // an idle connection that breaks is replaced by the pool; unhandled it would end the process
    return made;
  };
  const pool = poolOf({ max: options.poolSize ?? 20 });
  const hotPool = poolOf({
    max: HOT_CONNECTIONS,
    lock_timeout: HOT_LOCK_MS,
    idle_in_transaction_session_timeout: Math.min(HOT_IDLE_MS, options.idleInTransactionTimeout ?? HOT_IDLE_MS),
    options: `${connection.options} -c plan_cache_mode=force_generic_plan`,
  });
  const lookPool = poolOf({ max: 1, options: `${connection.options} -c work_mem=64kB` });
  const { replicaUrl } = options;
  const reportPool =
    replicaUrl === undefined || embedded !== undefined
      ? pool
      : poolOf({ Client, connectionString: replicaUrl, max: REPLICA_CONNECTIONS, connectionTimeoutMillis: 2_000 });
  const endAll = (): Promise<unknown> =>
    Promise.all([...new Set([pool, hotPool, lookPool, reportPool])].map((one) => one.end()));
  const dataSource = new DataSource({
    type: 'postgres',
    entities: options.entities,
    migrations: options.migrations,
    synchronize: false,
    installExtensions: false, // migrations say which
    driver: pgOver(pool),
  });
  failPlainly(dataSource);
  try {
    await dataSource.initialize();
  } catch (error) {
    await endAll();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    pool,
    hotPool,
    reportPool,
    lookPool,
    patience,
    slow,
    dataSource,
    connection,
    close: () =>
      (closing ??= (async () => {
        await dataSource.destroy();
        await endAll();
        await embedded?.stop();
      })()),
  };
}
