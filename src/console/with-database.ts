/** Opens the database that the environment names for the time of one command. */
import { readConfig, type Config } from '../config.js';
import { openDatabase, type Database } from '../store/database/database.js';
import { releasedEntities, releasedMigrations } from '../store/database/migrate.js';

/** What `work` answers; the database is closed whatever happens. Long statements are allowed: nobody waits for a page. */
export async function withDatabase<T>(work: (open: { database: Database; config: Config }) => Promise<T>): Promise<T> {
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
    return await work({ database, config });
  } finally {
    await database.close();
  }
}
