/** One server that sweeps, as a process of its own: started by bench/sweep.ts, it says when it is ready and what it fired. */
import { sweep } from '../src/executor/sweep.js';
import { CaseStore } from '../src/store/cases/case.store.js';
import { openDatabase, type Database } from '../src/store/database/database.js';
import { releasedEntities, releasedMigrations } from '../src/store/database/migrate.js';
import { Workflows } from '../src/engine/workflow.js';
import { immediate, immediate2, rectification, rectification2, refs, staged, staged2 } from '../test/support/engine.js';

const workflows = new Workflows([rectification, immediate, staged, rectification2, immediate2, staged2]);
const referenceData = { current: () => refs, version: () => 1, refresh: () => Promise.resolve() };

/** Sweeps until nothing is due; answers how many timers fired. */
async function sweepAll(database: Database, until: number, batch: number): Promise<number> {
  const dependencies = { cases: new CaseStore(database), referenceData, workflows, now: Date.now };
  for (let fired = 0; ;) {
    const swept = await sweep(dependencies, until, batch);
    fired += swept.fired;
    if (swept.claimed === 0) return fired;
  }
}

async function open(databaseUrl: string): Promise<Database> {
  const database = await openDatabase({
    databaseUrl,
    dataDir: '',
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    poolSize: 2,
    statementTimeout: 0,
  });
  // The connection is there before anything is due.
  await database.hotPool.query('SELECT');
  return database;
}

async function main(databaseUrl: string, warmingUrl: string, until: number, batch: number): Promise<void> {
  const warming = await open(warmingUrl);
  await sweepAll(warming, until, batch);
  await warming.close();
  const database = await open(databaseUrl);
  process.once('message', () => {
    void (async () => {
      process.send!({ fired: await sweepAll(database, until, batch) });
      await database.close();
      process.disconnect();
    })();
  });
  process.send!({ ready: true });
}
const [, , databaseUrl = '', warmingUrl = '', until = '0', batch = '0'] = process.argv;
main(databaseUrl, warmingUrl, Number(until), Number(batch)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
