/** The closure report over ever more cases, beside an index-only GROUP BY over the cases themselves. */
import { SystemClock } from '../src/clock.js';
import { ClosureService } from '../src/reports/closure.service.js';
import type { Database } from '../src/store/database.js';
import { ReportStore } from '../src/store/report.store.js';
import type { BenchCluster } from './bench-bureau.js';
import { NOW, READER, storeManyCases } from '../test/support/many-cases.js';
import { timesOf, type Times } from './samples.js';
import { median, ratiosOf, type Row } from './table.js';

const QUESTIONS = [
  { by: 'unit', name: 'one dimension', most: 20, key: 'lead_unit_id' },
  { by: 'month', name: 'unit × month', most: 60, key: `lead_unit_id, date_trunc('month', collected_on)` },
] as const;

/** The four counts of the closure rates: less than the report tells, and straight from one index. */
const groupBy = (key: string): string =>
  `SELECT ${key}, count(*), count(*) FILTER (WHERE outcome = 'resolved'), count(*) FILTER (WHERE due_on <= $1),
     count(*) FILTER (WHERE outcome = 'resolved' AND closed_on <= due_on) FROM rectification_case GROUP BY ${key}`;

interface Measured {
  report: Times;
  limit: Times;
}

/** Times of each question over so many cases, once everything is folded. The database stays, for other benches. */
async function measure(database: Database, cases: number): Promise<Map<string, Measured>> {
  const references = await storeManyCases(database, cases);
  const service = new ClosureService(new ReportStore(database.pool), references, new SystemClock(NOW));
  await database.pool.query(
    'CREATE INDEX bench_cover ON rectification_case (lead_unit_id, collected_on) INCLUDE (outcome, closed_on, due_on)',
  );
  await database.pool.query('VACUUM ANALYZE rectification_case');
  const found = new Map<string, Measured>();
  for (const { by, key } of QUESTIONS) {
    const text = groupBy(key);
    const report = await timesOf(() => service.closure(READER, { by }));
    const limit = await timesOf(() => database.pool.query(text, [new Date(NOW)]));
    found.set(by, { report, limit });
  }
  await database.pool.query('DROP INDEX bench_cover');
  return found;
}

/** The database that holds the larger number of cases after `benchReport`. */
export const MANY = 'many_cases';

/** The rows of the table. */
export async function benchReport(cluster: BenchCluster, { large }: { large: boolean }): Promise<Row[]> {
  const [few, many] = [10_000, large ? 1_000_000 : 100_000];
  const small = await cluster.open('few_cases');
  const before = await measure(small, few);
  await small.close();
  await cluster.drop('few_cases');
  const database = await cluster.open(MANY);
  const after = await measure(database, many);
  await database.close();
  const shown = (n: number): string => n.toLocaleString('en');
  return QUESTIONS.flatMap(({ by, name, most }): Row[] => {
    const [a, b] = [before.get(by)!, after.get(by)!];
    const beside = (size: number, { report, limit }: Measured): Row => ({
      work: `closure report, ${name}, ${shown(size)} cases: p50, beside GROUP BY`,
      unit: 'ms',
      ours: report.p50,
      limit: limit.p50,
      ratios: ratiosOf(report.p50, limit.p50),
      budget: '–',
      within: null,
    });
    const slow = (size: number, { report, limit }: Measured): Row => ({
      work: `closure report, ${name}, ${shown(size)} cases: p95`,
      unit: 'ms',
      ours: report.p95,
      limit: limit.p95,
      ratios: ratiosOf(report.p95, limit.p95),
      budget: `p95 under ${most} ms`,
      within: median(report.p95) < most,
    });
    const growth = ratiosOf(b.report.p50, a.report.p50);
    return [
      beside(few, a),
      slow(few, a),
      beside(many, b),
      slow(many, b),
      {
        work: `closure report, ${name}: ${shown(many)} cases beside ${shown(few)}, p50`,
        unit: 'ms',
        ours: b.report.p50,
        limit: a.report.p50,
        ratios: growth,
        budget: 'within 2',
        within: median(growth) <= 2,
      },
    ];
  });
}
