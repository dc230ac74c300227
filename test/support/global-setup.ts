/** Starts one PostgreSQL for the whole run and migrates a template, which each test file clones in some 50 ms. */
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/database/database.js';
import { startEmbedded } from '../../src/store/database/embedded/launcher.js';
import { migrate, releasedMigrations } from '../../src/store/database/migrate.js';
import { leaveNote } from './cluster-note.js';
import { keepForTeardown } from './global-teardown.js';
import { watchOver } from './watchdog.js';

const TEMPLATE = 'xiaohao_template';

export default async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaohao-test-'));
  await chmod(folder, 0o755); // as root the server is another user
  watchOver(folder);
  const dataDir = join(folder, 'shared');
  // Not durable: no test cuts the power of this cluster, and fsync would cost more than all the rest. Those that do start their own.
  const embedded = await startEmbedded({ dataDir, database: TEMPLATE, durable: false });
  keepForTeardown(embedded);
  const database = await openDatabase({
    databaseUrl: embedded.url,
    dataDir,
    entities: [],
    migrations: releasedMigrations(),
  });
  try {
    await migrate(database);
  } finally {
    await database.close(); // a template with connections cannot be cloned
  }
  const { host, port, user } = embedded.connection;
  leaveNote({ host, port, user, template: TEMPLATE, folder });
}
