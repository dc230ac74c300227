/** Backs the database up into one file, while the service runs, and restores such a file into an empty database. */
import { access, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type Frame, jsonFrame, readBackupFile, verifyBackupFile, writeBackupFile } from './backup-file.js';
import type { Database } from '../database/database.js';
import { StoreRefusal } from '../database/store-refusal.js';
import { quoted, sequenceValues, suspensions, type TableShape, tableShapes } from './table-shape.js';
import { inTransaction, ONE_SNAPSHOT } from '../database/transaction.js';

/** What a backup holds, or a restore has written. */
export interface BackupSummary {
  /** Instant of the snapshot, ISO 8601. */
  takenAt: string;
  /** Names of the applied migrations: a file fits only a database with the same. */
  migrations: string[];
  /** Rows by table. */
  rows: Record<string, number>;
}

interface Header {
  takenAt: string;
  migrations: string[];
  tables: TableShape[];
}

interface Ending {
  rows: Record<string, number>;
}

/** All that must read the same on both sides, and no limit on how long a big table takes. */
const SETTINGS = `SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL timezone = 'UTC';
  SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'`;

/**
 * Writes every table of the current schema, as of one instant, to `targetFile`, and answers what is in it. Nobody is locked out while it
 * runs. The file appears under its name only when complete; one that exists is refused. Files of attachments are not part of it.
 */
export async function backup(database: Pick<Database, 'pool'>, targetFile: string): Promise<BackupSummary> {
  if (
    await access(targetFile).then(
      () => true,
      () => false,
    )
  ) {
    throw new StoreRefusal(
      'backup.fileExists',
      `文件已存在，不会覆盖：${targetFile}`,
      `The file exists and is not overwritten: ${targetFile}`,
    );
  }
  const part = `${targetFile}.part-${process.pid}`;
  try {
    const summary = await inTransaction(
      database.pool,
      async (client) => {
        const header = await describe(client);
        const rows: Record<string, number> = {};
        await writeBackupFile(part, framesOf(client, header, rows));
        return { takenAt: header.takenAt, migrations: header.migrations, rows };
      },
      `${ONE_SNAPSHOT}; ${SETTINGS}`,
      'close',
    );
    await rename(part, targetFile);
    await note(database.pool, summary.takenAt);
    return summary;
  } finally {
    await rm(part, { force: true });
  }
}

/** When the newest backup of this database was taken, epoch milliseconds; undefined where none is known. */
export async function lastBackup({ pool }: Pick<Database, 'pool'>): Promise<number | undefined> {
  const { rows } = await pool.query<{ takenAt: Date }>('SELECT taken_at AS "takenAt" FROM backup_note');
  return rows[0]?.takenAt.getTime();
}

/** Written once the file is there, for the alarm on its age. Tables of before have no place for it. */
async function note(pool: pg.Pool, takenAt: string): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(`SELECT to_regclass('backup_note') IS NOT NULL AS there`);
  if (!rows[0]!.there) return;
  await pool.query(
    `INSERT INTO backup_note AS n (one, taken_at) VALUES (true, $1)
     ON CONFLICT (one) DO UPDATE SET taken_at = greatest(n.taken_at, excluded.taken_at)`,
    [takenAt],
  );
}

/** Names of the migrations that a backup was taken at, oldest first. Refuses a damaged file. */
export async function migrationsIn(file: string): Promise<string[]> {
  await verifyBackupFile(file);
  const frames = readBackupFile(file);
  try {
    return (await expectFrame<Header>(frames, 'H')).migrations;
  } finally {
    await frames.return(undefined);
  }
}

/**
 * Fills an empty, migrated database from `file` in one transaction and answers what was written. Refuses, before anything is written, a
 * damaged file, a file of other migrations or tables, and a database that holds rows which its migrations did not put there.
 */
export async function restore(database: Pick<Database, 'pool'>, file: string): Promise<BackupSummary> {
  await verifyBackupFile(file);
  const frames = readBackupFile(file);
  try {
    return await inTransaction(
      database.pool,
      async (client) => {
        const here = await describe(client);
        const header = await expectFrame<Header>(frames, 'H');
        refuseOtherShape(header, here);
        // Held to the end, so that no service starting meanwhile writes between the check and the copy.
        for (const { name } of here.tables) await client.query(`LOCK TABLE ${quoted(name)} IN ACCESS EXCLUSIVE MODE`);
        await refuseFilled(client, here.tables);
        const suspended = await suspensions(client);
        for (const { suspend } of suspended) await client.query(suspend);
        // What migrations seeded is in the file as well, perhaps changed since. All together, because TRUNCATE minds foreign keys.
        if (here.tables.length > 0)
          await client.query(`TRUNCATE ${here.tables.map(({ name }) => quoted(name)).join(', ')}`);
        const rows = await copyTables(client, frames);
        for (const { resume } of suspended) await client.query(resume);
        return { takenAt: header.takenAt, migrations: header.migrations, rows };
      },
      `BEGIN; ${SETTINGS}`,
      'close',
    );
  } finally {
    await frames.return(undefined);
  }
}

async function describe(client: pg.ClientBase): Promise<Header> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp, name');
  const now = await client.query<{ now: Date }>('SELECT now() AS now');
  return {
    takenAt: now.rows[0]?.now.toISOString() ?? '',
    migrations: rows.map(({ name }) => name),
    tables: await tableShapes(client),
  };
}

async function* framesOf(client: pg.ClientBase, header: Header, rows: Record<string, number>): AsyncGenerator<Frame> {
  yield jsonFrame('H', header);
  for (const table of header.tables) {
    yield jsonFrame('T', table);
    const source = client.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`));
    for await (const body of source as AsyncIterable<Buffer>) yield { kind: 'D', body };
    rows[table.name] = source.rowCount;
    yield jsonFrame('E', { rows: source.rowCount });
  }
  // Sequences stand outside the snapshot; read last, they are never behind the rows.
  yield jsonFrame('S', await sequenceValues(client));
  yield jsonFrame('Z', { rows } satisfies Ending);
}

const copyTarget = ({ name, columns }: TableShape) => `${quoted(name)} (${columns.map(quoted).join(', ')})`;

async function copyTables(client: pg.ClientBase, frames: AsyncGenerator<Frame>): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (;;) {
    const { value: frame, done } = await frames.next();
    if (done) throw new Error('the backup ends without its last frame');
    if (frame.kind === 'T') {
      const table = JSON.parse(frame.body.toString()) as TableShape;
      let expected = -1;
      const target = client.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`));
      await pipeline(
        Readable.from(
          rowsOf(frames, (count) => (expected = count)),
          { objectMode: false },
        ),
        target,
      );
      if (target.rowCount !== expected)
        throw new Error(`${table.name}: ${target.rowCount} rows instead of ${expected}`);
      rows[table.name] = expected;
    } else if (frame.kind === 'S') {
      for (const { name, value, called } of JSON.parse(frame.body.toString()) as Awaited<
        ReturnType<typeof sequenceValues>
      >) {
        await client.query('SELECT setval(quote_ident($1)::regclass, $2, $3)', [name, value, called]);
      }
    } else if (frame.kind === 'Z') {
      return rows;
    }
  }
}

/** The pieces of one table; `ended` hears the number of rows that was written. Reads by hand: a `for await` would close `frames`. */
async function* rowsOf(frames: AsyncGenerator<Frame>, ended: (count: number) => void): AsyncGenerator<Buffer> {
  for (;;) {
    const { value: frame, done } = await frames.next();
    if (done || (frame.kind !== 'D' && frame.kind !== 'E')) throw new Error('the backup breaks off inside a table');
    if (frame.kind === 'E') return ended((JSON.parse(frame.body.toString()) as { rows: number }).rows);
    yield frame.body;
  }
}

async function expectFrame<T>(frames: AsyncGenerator<Frame>, kind: string): Promise<T> {
  const { value: frame, done } = await frames.next();
  if (done || frame.kind !== kind) throw new Error(`the backup lacks frame ${kind}`);
  return JSON.parse(frame.body.toString()) as T;
}

function refuseOtherShape(file: Header, here: Header): void {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (same(file.migrations, here.migrations) && same(file.tables, here.tables)) return;
  throw new StoreRefusal(
    'backup.otherVersion',
    `备份来自另一版本（最后一次升级：${file.migrations.at(-1) ?? '无'}；本数据库：${here.migrations.at(-1) ?? '无'}）。请用不低于它的版本恢复。`,
    `The backup is of another version (last migration ${file.migrations.at(-1) ?? 'none'}, here ${here.migrations.at(-1) ?? 'none'}). Restore it with that release or a later one.`,
    { file: file.migrations, here: here.migrations },
  );
}

/** Seeds are told from users' rows by who wrote them: a migration inserts its own row in the same transaction. */
async function refuseFilled(client: pg.ClientBase, tables: TableShape[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(
      `SELECT 1 FROM ${quoted(name)} WHERE xmin::text NOT IN (SELECT xmin::text FROM migrations) LIMIT 1`,
    );
    if (rowCount === 0) continue;
    throw new StoreRefusal(
      'backup.notEmpty',
      `数据库不是空的（表 ${name} 已有数据），没有写入任何数据。请恢复到新的 DATA_DIR 或新的数据库。`,
      `The database is not empty (table ${name} holds rows); nothing was written. Restore into a new DATA_DIR or a new database.`,
      { table: name },
    );
  }
}
