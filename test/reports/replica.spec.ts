/** Reports read a replica where there is one, and the primary where that one is away; decisions never do. */
import { randomUUID } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, type Database } from '../../src/store/database/database.js';
import { migrate, releasedMigrations } from '../../src/store/database/migrate.js';
import { urlOfEachHost } from '../../src/store/database/primary-client.js';
import type { ReportQuestion } from '../../src/store/reports/report-question.js';
import { ReportStore } from '../../src/store/reports/report.store.js';
import { openFixture } from '../support/fixture.js';
import { readNote } from '../support/cluster-note.js';
import { at, UNIT } from '../support/engine.js';
import { startPair } from '../support/server-pair.js';

const units = Object.values(UNIT);
const QUESTION: ReportQuestion = {
  asOf: '2026-03-02',
  from: null,
  to: null,
  by: 'unit',
  scope: { offices: units, units },
  unitIds: null,
  takenOver: 'include',
};

async function open(databaseUrl: string, replicaUrl: string, dataDir: string): Promise<Database> {
  const more = { entities: [], migrations: releasedMigrations(), poolSize: 3, log: () => undefined };
  return openDatabase({ databaseUrl, replicaUrl, dataDir, ...more });
}

async function collected(database: Database): Promise<number> {
  const { groups } = await new ReportStore(database).sums(QUESTION);
  return groups.reduce((sum, group) => sum + (group.sums.collected ?? 0), 0);
}

it('reads the replica, and the primary when the replica cannot be reached', async () => {
  const folder = join(readNote().folder, `replica-${randomUUID().slice(0, 8)}`);
  await mkdir(folder);
  await chmod(folder, 0o755);
  const pair = await startPair(folder);
  const [primary, standby] = urlOfEachHost(pair.url) as [string, string];
  const database = await open(primary, standby, folder);
  const away = await open(primary, 'postgresql://nobody@127.0.0.1:1/none', folder);
  try {
    await migrate(database);
    const fixture = await openFixture(database);
    await fixture.working(at('2026-03-02'));
    await fixture.collect(at('2026-03-02'));
    const { rows } = await database.reportPool.query('SELECT pg_is_in_recovery() AS replica');
    expect(rows).toEqual([{ replica: true }]);
    const { rows: decides } = await database.hotPool.query('SELECT pg_is_in_recovery() AS replica');
    expect(decides).toEqual([{ replica: false }]);
    while ((await collected(database)) < 2) await pause(20); // the standby applies what it has received a moment later
    expect(await collected(database)).toBe(2);
    expect(await collected(away)).toBe(2);
  } finally {
    await Promise.all([database.close(), away.close()]);
    await pair.stop();
  }
});
