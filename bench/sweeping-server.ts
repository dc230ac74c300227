/** One server that sweeps, as a process of its own: started by bench/sweep.ts, it says when it is ready and what it fired. */
import { sweep } from '../src/door/sweep.js';
import { CaseStore } from '../src/store/case.store.js';
import { openDatabase } from '../src/store/database.js';
import { releasedEntities, releasedMigrations } from '../src/store/migrate.js';
import { Workflows } from '../src/engine/workflow.js';
import { ACTOR, Drive, at, immediate, rectification, refs, staged } from '../test/support/engine.js';

async function main(databaseUrl: string, until: number, batch: number): Promise<void> {
  const database = await openDatabase({
    databaseUrl,
    dataDir: '',
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    poolSize: 2,
    ormPoolSize: 1,
    statementTimeout: 0,
  });
  const reference = { current: () => refs, version: () => 1, refresh: () => Promise.resolve() };
  const workflows = new Workflows([rectification, immediate, staged]);
  const shop = { cases: new CaseStore(database.hotPool), reference, workflows, now: Date.now };
  // A server has been up for days when timers fall due: its code is compiled and its snapshots are known.
  for (let warm = 0; warm < 200; warm += 1) {
    new Drive(rectification, at('2026-03-02'))
      .send('ASSIGN', ACTOR.clerk, at('2026-03-02'))
      .send('ACCEPT', ACTOR.handler, at('2026-03-02'))
      .until(until);
  }
  await sweep(shop, 0, 1);
  process.once('message', () => {
    void (async () => {
      let fired = 0;
      for (;;) {
        const swept = await sweep(shop, until, batch);
        fired += swept.fired;
        if (swept.claimed === 0) break;
      }
      process.send!({ fired });
      await database.close();
      process.disconnect();
    })();
  });
  process.send!({ ready: true });
}
const [, , databaseUrl = '', until = '0', batch = '0'] = process.argv;
main(databaseUrl, Number(until), Number(batch)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
