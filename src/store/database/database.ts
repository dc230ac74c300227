/** Opens the one database of the service, embedded or given by DATABASE_URL, and says at once when it cannot serve. */
import pg from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { type EmbeddedDatabase, startEmbedded } from './embedded/launcher.js';
import { columnTypes } from './column-types.js';
import { failPlainly, pgOver } from './one-pool.js';
import { clientOfPrimary, urlOfEachHost, urlOfPrimary } from './primary-client.js';
import { requireFitServer } from './server-check.js';

/** Two transactions of the executor at once, and a sweep. */
const HOT_CONNECTIONS = 3;
const REPLICA_CONNECTIONS = 10;

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
  /** Shown in pg_stat_activity. Default `xiaohao`. */
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

async function connectDatabase(options: DatabaseOptions, embedded: EmbeddedDatabase | undefined): Promise<Database> {
  const log = options.log ?? ((message: string) => process.stderr.write(`${message}\n`));
  const hosts = urlOfEachHost(options.databaseUrl ?? '');
  const target: pg.ClientConfig = embedded ? embedded.connection : { connectionString: await urlOfPrimary(hosts) };
  await requireFitServer(target, options.schema);
  const path = options.schema === undefined ? '' : ` -c search_path=${options.schema},public`;
  const connection: pg.ClientConfig = {
    ...target,
    application_name: options.applicationName ?? 'xiaohao',
    statement_timeout: options.statementTimeout ?? 15_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeout ?? 30_000,
    options: `-c timezone=UTC -c datestyle=ISO${path}`,
    keepAlive: true,
    types: columnTypes,
  };
  // With several hosts each new connection finds the primary; otherwise pools are as usual.
  const finding = hosts.length > 1 ? { Client: clientOfPrimary(hosts) } : {};
  const pool = new pg.Pool({ ...connection, ...finding, max: options.poolSize ?? 20 });
  const hotPool = new pg.Pool({
    ...connection,
    ...finding,
    max: HOT_CONNECTIONS,
    options: `${connection.options} -c plan_cache_mode=force_generic_plan`,
  });
  const reportPool =
    options.replicaUrl === undefined || embedded !== undefined
      ? pool
      : new pg.Pool({
          ...connection,
          connectionString: options.replicaUrl,
          max: REPLICA_CONNECTIONS,
          connectionTimeoutMillis: 2_000,
        });
  const onIdleFault = (error: Error) => log(`数据库连接中断 / database connection lost: ${error.message}`);
  hotPool.on('error', onIdleFault);
  if (reportPool !== pool) reportPool.on('error', onIdleFault);
  // A connection that breaks while somebody has it says so to whoever asked it; unheard, its event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', onIdleFault); // an idle connection that breaks is replaced by the pool; unhandled it would end the process
  const endAll = (): Promise<unknown> => Promise.all([...new Set([pool, hotPool, reportPool])].map((one) => one.end()));
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
