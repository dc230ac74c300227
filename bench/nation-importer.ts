/** The server of one bureau that takes ledgers over until it is stopped, as a process of its own: started by bench/nation.ts. */
import { importLedger } from '../src/ledger/import-ledger.js';
import { openDatabase } from '../src/store/database/database.js';
import { releasedEntities, releasedMigrations } from '../src/store/database/migrate.js';
import { ledger, NOW, takingOver } from './import.js';

const ROWS = 1_500;

async function main(databaseUrl: string, schema: string): Promise<void> {
  const database = await openDatabase({
    databaseUrl,
    schema,
    dataDir: '',
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    statementTimeout: 0,
  });
  const { office, actor } = await takingOver(database, () => NOW);
  for (let at = 0; ; at += 1) {
    const file = { name: `台账${at}.xlsx`, bytes: ledger(ROWS, at * ROWS) };
    const importing = importLedger(office, { file, dryRun: false, actor, now: NOW });
    process.send!({ begun: at });
    const { imported } = await importing;
    process.send!({ imported });
  }
}
const [, , databaseUrl = '', schema = ''] = process.argv;
main(databaseUrl, schema).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
