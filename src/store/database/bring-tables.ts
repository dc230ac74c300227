/** Brings the tables to this release's shape, unless a server that must not work beside them is still connected. */
import type { Database } from './database.js';
import { knownMigrations, lackingMigrations, migrate } from './migrate.js';
import { isServerOf, serviceName, TABLES_OF } from './service-name.js';
import { StoreRefusal } from './store-refusal.js';

/** Code of the refusal: a start waits for older servers as it waits for its database. */
export const OLDER_SERVERS = 'database.olderServers';

/** What `migrate` answers and refuses. Refuses also (StoreRefusal) where a migration breaks what older servers rely on and one of them is connected: it
 *  would go on with the tables as it knows them (docs/decisions/087). */
export async function bringTables(
  database: Pick<Database, 'dataSource'>,
  { zone, schema }: { zone: string; schema: string | undefined },
): Promise<string[]> {
  const lacking = await lackingMigrations(database);
  const known = knownMigrations(database);
  const breaking = known.filter(({ name, migration }) => lacking.includes(name) && migration.breaks !== false);
  // An empty database has no older servers.
  if (breaking.length > 0 && lacking.length < known.length)
    await requireNoneOlder(database, serviceName(schema), known.at(-1)!.timestamp);
  return migrate(database, zone);
}

/** Servers of this release, which start together, know the newest migration: they are not in each other's way. */
async function requireNoneOlder(
  { dataSource }: Pick<Database, 'dataSource'>,
  service: string,
  newest: number,
): Promise<void> {
  const found: { pid: number; place: string }[] = await dataSource.query(
    `SELECT pid, coalesce(host(client_addr), 'localhost') AS place FROM pg_stat_activity
     WHERE ${isServerOf('$1')} AND ${TABLES_OF} IS DISTINCT FROM $2 ORDER BY pid`,
    [service, newest],
  );
  if (found.length === 0) return;
  const places = [...new Set(found.map(({ place }) => place))].join(', ');
  const pids = found.map(({ pid }) => pid).join(', ');
  throw new StoreRefusal(
    OLDER_SERVERS,
    `本版本要改动旧版本正在使用的表，而旧版服务还连着数据库（${places}）。请先停止全部旧版服务，再启动本版本。如果那台机器已经不在，请在数据库里用 pg_terminate_backend 结束这些连接：${pids}。`,
    `This release changes tables that servers of an older one use, and such servers are still connected (${places}). Stop all of them, then start this release. If that machine is gone, end its connections with pg_terminate_backend: ${pids}.`,
    { places, pids: found.map(({ pid }) => pid) },
  );
}
