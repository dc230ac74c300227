/** `npm run bench [name …]`: measures what cases cost, each beside the limit it is held against, in one run. */
import { writeFileSync } from 'node:fs';
import { startCluster } from './bench-bureau.js';
import { benchEvents } from './events.js';
import { table, type Row } from './table.js';

const BENCHES = { events: benchEvents };

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const cluster = await startCluster();
  const rows: Row[] = [];
  try {
    for (const [name, bench] of Object.entries(BENCHES)) {
      if (asked.length === 0 || asked.includes(name)) rows.push(...(await bench(cluster)));
    }
  } finally {
    await cluster.stop();
  }
  console.log(table(rows));
  if (process.env['BENCH_JSON'] !== undefined) writeFileSync(process.env['BENCH_JSON'], JSON.stringify(rows, null, 2));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
