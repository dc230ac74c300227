/** One server that takes two ledgers over, one after the other, as a process of its own: started by bench/import.ts, it says what memory each took. */
import { readFileSync } from 'node:fs';
import { importLedger } from '../src/ledger/import-ledger.js';
import { openDatabase } from '../src/store/database/database.js';
import { releasedEntities, releasedMigrations } from '../src/store/database/migrate.js';
import { NOW, takingOver } from './import.js';
import { peakOfMemory } from './processor-time.js';

async function main(databaseUrl: string, paths: readonly string[]): Promise<void> {
  const database = await openDatabase({
    databaseUrl,
    dataDir: '',
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    poolSize: 8,
    statementTimeout: 0,
  });
  const { office, actor } = await takingOver(database, () => NOW);
  const loaded = process.memoryUsage().rss;
  const grown: number[] = [];
  for (const path of paths) {
    const peak = peakOfMemory();
    await importLedger(office, {
      file: { name: '台账.xlsx', bytes: readFileSync(path) },
      dryRun: false,
      actor,
      now: NOW,
    });
    grown.push((peak() - loaded) / 1e6);
  }
  await database.close();
  process.send!({ grown });
  process.disconnect();
}
const [, , databaseUrl = '', ...paths] = process.argv;
main(databaseUrl, paths).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
