/** A database of its own for each test file, cloned from the migrated template. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, type DatabaseOptions, openDatabase } from '../../src/store/database/database.js';
import { releasedEntities, releasedMigrations } from '../../src/store/database/migrate.js';
import { readNote } from './cluster-note.js';
import type { DatabaseLine } from './database-line.js';

export interface TestDatabase {
  database: Database;
  /** The same database for a process that is started by a test: its DATABASE_URL. */
  connectionString: string;
  /** Closes the connections and drops the database; call it in afterAll. */
  drop(): Promise<void>;
}

/** How a test's database differs from the service's. */
export interface TestDatabaseOptions extends Partial<DatabaseOptions> {
  /** The lines by which it is reached, each as a host of its own. */
  lines?: DatabaseLine[];
  /** True: nothing but an empty database, for tests of the migrations themselves. */
  empty?: boolean;
}

/**
 * A fresh, migrated, empty database. The pool is small, since all test files share the cluster's 60 connections.
 * Tests must not look at each other's: call this once per file, or once per test where rows would be in the way.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { empty = false, lines: [first, ...further] = [], ...rest } = options;
  const note = readNote();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : note.template} STRATEGY FILE_COPY`);
  const straight = `postgresql://${note.user}@${encodeURIComponent(note.host)}:${note.port}/${name}`;
  const connectionString = first?.through(straight, ...further) ?? straight;
  const database = await openDatabase({
    databaseUrl: connectionString,
    dataDir: join(note.folder, name),
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    poolSize: 8,
    // beside other work a statement may take its time; what a silent database does is held by tests of its own
    patience: { connect: 30_000, silent: 20_000 },
    ...rest,
  });
  return {
    database,
    connectionString,
    async drop() {
      await database.close();
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Two workers may clone at once: PostgreSQL then answers that the template is in use (55006), for a moment. */
async function onServer(statement: string): Promise<void> {
  const { host, port, user } = readNote();
  const client = new pg.Client({ host, port, user, database: 'postgres' });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    }
  } finally {
    await client.end();
  }
}
