/** Opens everything a tenant consists of, in order: database, tables, workflows, first data, reference data, seal. */
import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import { Refused } from './domain/errors.js';
import { requireGoodPassword } from './people/password-policy.js';
import { hashPassword } from './people/password.js';
import { ArchiveFolder } from './store/archive/archive-folder.js';
import { ArchivedHistory } from './store/archive/archived-history.js';
import { type Database, openDatabase } from './store/database/database.js';
import { fillSearchKeys } from './store/encrypted/fill-search-keys.js';
import { bringTables } from './store/database/bring-tables.js';
import { releasedEntities, releasedMigrations } from './store/database/migrate.js';
import { waitForDatabase } from './store/database/wait-for-database.js';
import { encryptParticipantNames } from './store/encrypted/participant-names.js';
import { ReferenceDataStore } from './store/reference-data/reference-data.store.js';
import { type FirstPassword, seedTenant } from './store/people/tenant-seed.js';
import { renewReports } from './store/reports/report-renewal.js';
import { openCipher } from './store/encrypted/held-settings.js';
import { learnSavedVersions } from './store/reference-data/workflow.store.js';
import type { OpenStore } from './store/store.module.js';
import { openWorkflows } from './store/reference-data/workflow-files.js';

export interface Tenant extends OpenStore {
  /** The account made on the first start; null later on. `password` is null where ADMIN_PASSWORD gave it. */
  firstAccount: { username: string; password: string | null } | null;
  /** Years of the calendar that this start added: provisional due dates are to be recomputed. */
  newYears: number[];
}

/** An open, migrated and seeded tenant. Waits for a database that is out of reach for as long as the configuration says, telling so by
 *  `say`, and until `signal` ends it. Refuses whatever openDatabase, migrate and openWorkflows refuse; nothing stays open then. */
export function openTenant(
  config: Config,
  clock: Clock,
  log: (message: string) => void,
  { say = log, signal }: { say?: (line: string) => void; signal?: AbortSignal | undefined } = {},
): Promise<Tenant> {
  const most = config.databaseWait * 1000;
  return waitForDatabase(() => openOnce(config, clock, log), { most, say, signal });
}

async function openOnce(config: Config, clock: Clock, log: (message: string) => void): Promise<Tenant> {
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    replicaUrl: config.replicaUrl,
    schema: config.schema,
    dataDir: config.dataDir,
    patience: config.patience,
    slowQuery: config.slowQuery,
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    log,
  });
  try {
    await bringTables(database, config);
    return await fill(database, config, clock, log);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The same on a database that is open and migrated; the caller closes it. */
export async function fill(
  database: Database,
  config: Config,
  clock: Clock,
  log: (message: string) => void = () => undefined,
): Promise<Tenant> {
  // Before anything is computed: another zone or key would spoil what is there.
  const cipher = await openCipher(database.pool, config, clock.now());
  const onMissing = (files: string[]): void =>
    log(`流程文件缺失 / released workflow files that are not here: ${files.join(', ')}`);
  const workflows = await openWorkflows(database, clock.now(), { onMissing });
  const referenceData = await ReferenceDataStore.open(database, config.zone);
  referenceData.alongWith(() => learnSavedVersions(database, workflows));
  const password = config.adminPassword ?? randomBytes(12).toString('base64url');
  // Looked at when it founds the tenant and never again: an old setting does not stop a later start.
  const first = async (): Promise<FirstPassword> => {
    if (config.adminPassword !== undefined) requireFirstPassword(config.adminPassword);
    // Whoever chose it in the settings is who signs in with it; one that was printed has been seen by a log.
    return { hash: await hashPassword(password), own: config.adminPassword !== undefined };
  };
  const { founded, newYears } = await seedTenant(referenceData, database, first, clock.now());
  const { calendar } = referenceData.current();
  const renewed = await renewReports(database.pool, calendar, calendar.dayOf(clock.now()));
  if (renewed > 0) log(`报表口径已更新，重算 ${renewed} 个事项 / figures of ${renewed} cases counted anew`);
  await encryptParticipantNames(database.pool, cipher);
  await fillSearchKeys(database.pool, cipher);
  const shown = config.adminPassword === undefined ? password : null;
  return {
    database,
    workflows,
    referenceData,
    cipher,
    archived: new ArchivedHistory(
      database.pool,
      config.archiveDir === undefined ? undefined : new ArchiveFolder(config.archiveDir),
    ),
    newYears,
    firstAccount: founded ? { username: 'admin', password: shown } : null,
  };
}

/** Throws, in both languages and naming the setting, where the first password is easily guessed. */
function requireFirstPassword(password: string): void {
  try {
    requireGoodPassword(password, ['admin', '管理员', '本单位']);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(
      error.status,
      error.code,
      `ADMIN_PASSWORD：${error.messageZh}`,
      `ADMIN_PASSWORD: ${error.message}`,
    );
  }
}
