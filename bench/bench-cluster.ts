/** The tenant that is measured: one durable embedded database, with copies of it for each run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type Database } from '../src/store/database/database.js';
import { startEmbedded, type EmbeddedDatabase } from '../src/store/database/embedded/launcher.js';
import { migrate, releasedEntities, releasedMigrations } from '../src/store/database/migrate.js';

export interface BenchCluster {
  embedded: EmbeddedDatabase;
  /** Opens a database of the cluster, migrated; made as a copy of `from` where it is given. */
  open(name: string, from?: string): Promise<Database>;
  /** How another process or a plain client reaches a database of the cluster. */
  url(name: string): string;
  /** Takes databases away; the disk is not endless. */
  drop(...names: string[]): Promise<void>;
  /** Writes out what copies and drops have left, so that it is not written while something is measured. */
  checkpoint(): Promise<void>;
  /** What must be closed before the cluster stops. */
  beforeStop(close: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** A durable cluster (fsync on) in a temporary folder, gone after `stop`. */
export async function startCluster(): Promise<BenchCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-bench-'));
  const embedded = await startEmbedded({ dataDir: folder });
  const { host, port, user } = embedded.connection;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ host, port, user, database: 'postgres' });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const open: (() => Promise<void>)[] = [];
  const url = (name: string): string => `postgresql://${user}@${encodeURIComponent(host)}:${port}/${name}`;
  return {
    embedded,
    url,
    async drop(...names) {
      for (const name of names) await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
    async open(name, from) {
      await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await run(`CREATE DATABASE ${name} TEMPLATE ${from ?? 'template0'}`);
      const database = await openDatabase({
        databaseUrl: url(name),
        dataDir: folder,
        entities: releasedEntities(),
        migrations: releasedMigrations(),
        poolSize: 8,
        statementTimeout: 0,
      });
      await migrate(database);
      return database;
    },
    checkpoint: () => run('CHECKPOINT'),
    beforeStop: (close) => void open.push(close),
    async stop() {
      for (const close of open) await close();
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
