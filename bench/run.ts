/** `npm run bench [-- name … --large]`: measures what cases cost, each beside the limit it is held against, in one run. */
import { writeFileSync } from 'node:fs';
import { startCluster, type BenchCluster } from './bench-cluster.js';
import { benchReport } from './closure-report.js';
import { benchDecide } from './decide.js';
import { benchDeliveries } from './deliveries.js';
import { benchAmong, benchEvents } from './events.js';
import { benchHistory } from './growth.js';
import { benchHttp } from './http.js';
import { benchImport } from './import.js';
import { benchImported } from './imported.js';
import { benchLists } from './lists.js';
import { benchMessages } from './messages.js';
import { benchNation } from './nation.js';
import { benchSimulate } from './simulate.js';
import { benchStart } from './start.js';
import { benchStorage } from './storage.js';
import { benchSweep } from './sweep.js';
import { table, type Row } from './table.js';
import { benchWritten } from './written.js';

export interface BenchOptions {
  /** A million cases instead of a hundred thousand; takes more than ten minutes. */
  large: boolean;
}

const BENCHES: Record<string, (cluster: BenchCluster, options: BenchOptions) => Promise<Row[]>> = {
  decide: () => Promise.resolve(benchDecide()),
  events: (cluster) => benchEvents(cluster),
  http: (cluster) => benchHttp(cluster),
  sweep: benchSweep,
  messages: benchMessages,
  report: benchReport,
  lists: benchLists,
  among: benchAmong,
  import: (cluster) => benchImport(cluster),
  imported: (cluster) => benchImported(cluster),
  storage: (cluster) => benchStorage(cluster),
  start: () => benchStart(),
  history: benchHistory,
  simulate: benchSimulate,
  deliveries: benchDeliveries,
  nation: () => benchNation(),
  written: (cluster) => benchWritten(cluster),
};
/** Only when asked for by name, since they are about growth, or count instead of timing: with --large, history takes ten minutes and some 20 GB of disk. */
const BY_NAME = new Set(['imported', 'history', 'among', 'simulate', 'deliveries', 'nation', 'written']);

async function main(): Promise<void> {
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const unknown = asked.filter((name) => !(name in BENCHES));
  if (unknown.length > 0)
    throw new Error(`there is no bench ${unknown.join(', ')}: ${Object.keys(BENCHES).join(', ')}`);
  const options = { large: process.argv.includes('--large') };
  const cluster = await startCluster();
  const rows: Row[] = [];
  try {
    for (const [name, bench] of Object.entries(BENCHES)) {
      if (asked.length > 0 ? !asked.includes(name) : BY_NAME.has(name)) continue;
      const from = performance.now();
      // What was measured before a bench failed is told all the same.
      try {
        rows.push(...(await bench(cluster, options)));
      } catch (error) {
        console.error(name, error);
        process.exitCode = 1;
      }
      process.stderr.write(`${name}: ${Math.round((performance.now() - from) / 1e3)} s\n`);
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
