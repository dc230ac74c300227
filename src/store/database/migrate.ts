/** Brings the tables to this release's shape, each migration once, however many processes start together. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { MigrationInterface } from 'typeorm';
import type { Database, EntityClass, MigrationClass } from './database.js';
import { faultCode, StoreRefusal } from './store-refusal.js';

/** TypeORM's own table, made here with a unique name, which is what keeps a migration from being applied twice. */
const TABLE = `CREATE TABLE IF NOT EXISTS migrations (
  id serial PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL CONSTRAINT migrations_name_key UNIQUE)`;
/** Whether servers that do not know the migration must not work beside it: true unless it says otherwise. Only a column that is lacking is
 *  added, since adding takes a lock even where there is nothing to add. */
const BREAKS = `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'migrations'::regclass AND attname = 'breaks') THEN
  ALTER TABLE migrations ADD COLUMN breaks boolean NOT NULL DEFAULT true; END IF; END $$`;

/** A migration; one whose `breaks` is false only adds what older servers may leave alone, and they may work beside it
 *  (docs/decisions/087). */
export interface Migration extends MigrationInterface {
  breaks?: boolean;
}

/**
 * Names of the migrations that this call applied, oldest first. Each runs in a transaction of its own that inserts its row first: a
 * second process inserting the same name waits for the first to commit, then sees it is done. No lock is needed and a crash leaves
 * either the whole migration or nothing. Refuses a database that a newer release has migrated, unless all that it did lets older servers work
 * on. `zone` is the office's: where a migration asks on which day something happened, it is a day there. `upTo`: none after this one.
 */
export async function migrate(
  database: Pick<Database, 'dataSource'>,
  zone = 'Asia/Shanghai',
  upTo?: string,
): Promise<string[]> {
  await makeTable(database);
  const known = knownMigrations(database);
  const rows: Applied[] = await database.dataSource.query(APPLIED);
  refuseNewer(breaking(database, rows));
  const applied = rows.map(({ name }) => name);
  const last = upTo === undefined ? known.length : known.findIndex(({ name }) => name === upTo) + 1;
  const done: string[] = [];
  for (const one of known.slice(0, last)) {
    if (!applied.includes(one.name) && (await apply(database, one, zone))) done.push(one.name);
  }
  return done;
}

interface Known {
  migration: Migration;
  name: string;
  timestamp: number;
}

/** The migrations of this release, oldest first. */
export function knownMigrations({ dataSource }: Pick<Database, 'dataSource'>): Known[] {
  return dataSource.migrations
    .map((migration) => ({ migration, name: nameOf(migration), timestamp: timestampOf(nameOf(migration)) }))
    .sort((a, b) => a.timestamp - b.timestamp);
}

/** A migration that is in the database; `breaks` is null in a database from before that was written down. */
export interface Applied {
  name: string;
  breaks: boolean | null;
}

export const APPLIED = `SELECT name, (to_jsonb(m) ->> 'breaks')::boolean AS breaks FROM migrations m ORDER BY timestamp, name`;

/** Names of applied migrations beside which this release must not work: those of a newer one that do not say that it may. */
export function breaking({ dataSource }: Pick<Database, 'dataSource'>, applied: readonly Applied[]): string[] {
  const known = dataSource.migrations.map(nameOf);
  return applied.filter(({ name, breaks }) => breaks !== false && !known.includes(name)).map(({ name }) => name);
}

/** Names of the migrations in the database, oldest first; empty before the first. */
export async function appliedMigrations(database: Pick<Database, 'dataSource'>): Promise<string[]> {
  const rows: { name: string }[] = await database.dataSource.query(
    'SELECT name FROM migrations ORDER BY timestamp, name',
  );
  return rows.map(({ name }) => name);
}

/** Names of this release's migrations that the database lacks, oldest first; all of them before the first start. */
export async function lackingMigrations(database: Pick<Database, 'dataSource'>): Promise<string[]> {
  const applied = await appliedMigrations(database).catch((error: unknown) => {
    if (faultCode(error) === '42P01') return []; // no table of migrations: nothing was ever applied
    throw error;
  });
  return lackingIn(database, applied);
}

/** Names of this release's migrations that are not among the applied ones. */
export function lackingIn({ dataSource }: Pick<Database, 'dataSource'>, applied: readonly string[]): string[] {
  return dataSource.migrations.map(nameOf).filter((name) => !applied.includes(name));
}

/** The migrations of this release, from the folder `migrations` beside `src` (sources or build). */
export function releasedMigrations(): MigrationClass[] {
  return classesIn(join(__dirname, '..', '..', '..', 'migrations')) as MigrationClass[];
}

/** The entities of this release, from every wing of the store. */
export function releasedEntities(): EntityClass[] {
  const store = join(__dirname, '..');
  return readdirSync(store, { withFileTypes: true })
    .filter((wing) => wing.isDirectory())
    .flatMap(({ name }) => classesIn(join(store, name), 'entity')) as EntityClass[];
}

const load = createRequire(__filename);

/** Every class that the modules of a folder export, or those of its files of a kind (`x.entity.ts`). Listing by hand would let a new file
 *  be forgotten. */
function classesIn(folder: string, kind?: string): unknown[] {
  return readdirSync(folder)
    .filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'))
    .filter((file) => kind === undefined || file.includes(`.${kind}.`))
    .sort()
    .flatMap((file) => Object.values(load(join(folder, file)) as Record<string, unknown>))
    .filter((exported) => typeof exported === 'function' && /^class\s/.test(String(exported)));
}

async function apply(
  { dataSource }: Pick<Database, 'dataSource'>,
  { migration, name, timestamp }: Known,
  zone: string,
): Promise<boolean> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('SET LOCAL statement_timeout = 0'); // building an index takes what it takes
    await runner.query(`SELECT set_config('TimeZone', $1, true)`, [zone]);
    const inserted: unknown[] = await runner.query(
      'INSERT INTO migrations (timestamp, name, breaks) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING RETURNING id',
      [timestamp, name, migration.breaks ?? true],
    );
    if (inserted.length > 0) await migration.up(runner);
    await runner.commitTransaction();
    return inserted.length > 0;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

async function makeTable({ dataSource }: Pick<Database, 'dataSource'>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await dataSource.query(TABLE);
      await dataSource.query(BREAKS);
      return;
    } catch (error) {
      // `IF NOT EXISTS` does not hold against another session doing the same at once.
      if (attempt > 3 || !['23505', '42P07', '42710', '42701'].includes(faultCode(error) ?? '')) throw error;
    }
  }
}

function refuseNewer(unknown: string[]): void {
  if (unknown.length === 0) return;
  throw new StoreRefusal(
    'database.newerRelease',
    `数据库已由更新的版本升级（${unknown.join('、')}），本版本不能使用它。请安装更新的版本，或从备份恢复。`,
    `A newer release has migrated this database (${unknown.join(', ')}); this one may not use it. Install the newer release or restore a backup.`,
    { unknown },
  );
}

function nameOf(migration: MigrationInterface): string {
  return migration.name ?? migration.constructor.name;
}

/** TypeORM's convention: a migration's name ends in its 13-digit millisecond timestamp. */
function timestampOf(name: string): number {
  const timestamp = Number(name.slice(-13));
  if (!Number.isInteger(timestamp)) throw new Error(`migration ${name} does not end in a 13-digit timestamp`);
  return timestamp;
}
