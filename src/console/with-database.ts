/** Opens the database that the environment names for the time of one command. */
import { readConfig, type Config } from '../config.js';
import { openDatabase, type Database } from '../store/database/database.js';
import { requireZone } from '../store/encrypted/held-settings.js';
import { lackingMigrations, releasedEntities, releasedMigrations } from '../store/database/migrate.js';
import { StoreRefusal } from '../store/database/store-refusal.js';

/** What a command does not mind: tables that are to be migrated, a time zone that is not that of the database. */
export interface Unminded {
  tables?: 'current' | 'any';
  zone?: 'same' | 'any';
}

/** What `work` answers; the database is closed whatever happens. Long statements are allowed: nobody waits for a page. Refuses
 *  (StoreRefusal), naming the command that mends it, a database that is to be migrated, or lives by another time zone. */
export async function withDatabase<T>(
  work: (open: { database: Database; config: Config }) => Promise<T>,
  { tables = 'current', zone = 'same' }: Unminded = {},
): Promise<T> {
  const config = readConfig(process.env);
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    schema: config.schema,
    dataDir: config.dataDir,
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    applicationName: 'xiaohao-cli',
    statementTimeout: 0,
    idleInTransactionTimeout: 0,
    log: () => undefined,
  });
  try {
    if (tables === 'current') await requireCurrent(database);
    if (zone === 'same') await requireZone(database.pool, config.zone);
    return await work({ database, config });
  } finally {
    await database.close();
  }
}

async function requireCurrent(database: Database): Promise<void> {
  const lacking = await lackingMigrations(database);
  if (lacking.length === 0) return;
  throw new StoreRefusal(
    'database.oldTables',
    `数据库的表结构低于本版本，还有 ${lacking.length} 步升级没有执行。请先备份（xiaohao backup），再执行 xiaohao migrate，或启动一次新版服务。`,
    `The tables are older than this release: ${lacking.length} migrations are to be applied. Back up (xiaohao backup), then run xiaohao migrate, or start the new service once.`,
    { lacking },
  );
}
