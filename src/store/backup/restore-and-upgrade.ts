/** Restores a backup of this release or of an earlier one, and brings it to this release. */
import { knownMigrations, migrate } from '../database/migrate.js';
import type { Database } from '../database/database.js';
import { type BackupSummary, migrationsIn, restore } from './backup.js';

/** What was written. The tables are first made as they were when the backup was taken, where its migrations are the first of ours; what came since
 *  is applied to what was restored. Refuses (StoreRefusal) as `restore` does. */
export async function restoreAndUpgrade(
  database: Pick<Database, 'pool' | 'dataSource'>,
  file: string,
  zone: string,
): Promise<BackupSummary> {
  const then = await migrationsIn(file);
  const ours = knownMigrations(database).map(({ name }) => name);
  const isEarlier = then.length > 0 && then.every((name, at) => ours[at] === name);
  await migrate(database, zone, isEarlier ? then.at(-1) : undefined);
  const summary = await restore(database, file);
  await migrate(database, zone);
  return summary;
}
