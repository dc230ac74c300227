/** Databases with so many stored cases, each made once a run for all the benches that read it. */
import { storeManyCases, type ManyCases } from '../test/support/many-cases.js';
import type { Database } from '../src/store/database/database.js';
import type { BenchCluster } from './bench-cluster.js';

export interface StoredCases extends ManyCases {
  database: Database;
}

const made = new WeakMap<BenchCluster, Map<number, Promise<StoredCases>>>();

/** How many cases are asked, from the fewest to the most. */
export const sizesOf = ({ large }: { large: boolean }): readonly [number, ...number[]] =>
  large ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];

/** The database with so many cases; closed with the cluster. */
export function casesIn(cluster: BenchCluster, cases: number): Promise<StoredCases> {
  const known = made.get(cluster) ?? new Map<number, Promise<StoredCases>>();
  made.set(cluster, known);
  const found = known.get(cases) ?? store(cluster, cases);
  known.set(cases, found);
  return found;
}

async function store(cluster: BenchCluster, cases: number): Promise<StoredCases> {
  const database = await cluster.open(`cases_${cases}`);
  cluster.beforeStop(() => database.close());
  const from = performance.now();
  const stored = await storeManyCases(database, cases);
  process.stderr.write(
    `${cases.toLocaleString('en')} cases stored in ${Math.round((performance.now() - from) / 1e3)} s\n`,
  );
  return { database, ...stored };
}
