/** The closure report over ever more cases, beside a GROUP BY over the cases themselves: from an index alone, and in columns. */
import { SystemClock } from '../src/clock.js';
import { ClosureService } from '../src/reports/closure.service.js';
import { ReportStore } from '../src/store/reports/report.store.js';
import type { BenchCluster } from './bench-cluster.js';
import { NOW, READER, TODAY } from '../test/support/many-cases.js';
import { inColumns } from './columns.js';
import { timesOf, type Times } from './samples.js';
import { casesIn, sizesOf } from './stored-cases.js';
import { median, ratiosOf, type Row } from './table.js';

const QUESTIONS = [
  { by: 'unit', name: 'one dimension', most: 20, key: 'lead_unit_id' },
  { by: 'month', name: 'unit × month', most: 60, key: `lead_unit_id, date_trunc('month', collected_on)` },
] as const;

/** The four counts of the closure rates: less than the report tells, and straight from one index. */
const groupBy = (key: string): string =>
  `SELECT ${key}, count(*), count(*) FILTER (WHERE outcome = 'resolved'), count(*) FILTER (WHERE due_on <= date '${TODAY}'),
     count(*) FILTER (WHERE outcome = 'resolved' AND closed_on <= due_on) FROM rectification_case GROUP BY ${key}`;

interface Measured {
  report: Times;
  limit: Times;
  columns: Times;
}

/** Times of each question over so many cases, once everything is compacted. */
async function measure(cluster: BenchCluster, cases: number): Promise<Map<string, Measured>> {
  const { database, referenceData } = await casesIn(cluster, cases);
  const { pool } = database;
  const service = new ClosureService(new ReportStore({ pool, reportPool: pool }), referenceData, new SystemClock(NOW));
  await pool.query(
    'CREATE INDEX bench_cover ON rectification_case (lead_unit_id, collected_on) INCLUDE (outcome, closed_on, due_on)',
  );
  await pool.query('VACUUM ANALYZE rectification_case');
  const duck = await inColumns(pool);
  const found = new Map<string, Measured>();
  for (const { by, key } of QUESTIONS) {
    const text = groupBy(key);
    found.set(by, {
      report: await timesOf(() => service.closure(READER, { by })),
      limit: await timesOf(() => pool.query(text)),
      columns: await timesOf(() => duck.ask(text)),
    });
  }
  duck.close();
  await pool.query('DROP INDEX bench_cover');
  return found;
}

/** The rows of the table. */
export async function benchReport(cluster: BenchCluster, options: { large: boolean }): Promise<Row[]> {
  const [few, ...more] = sizesOf(options);
  const sizes = new Map<number, Map<string, Measured>>();
  for (const cases of [few, ...more]) sizes.set(cases, await measure(cluster, cases));
  return QUESTIONS.flatMap(({ by, name, most }): Row[] => {
    const of = (cases: number): Measured => sizes.get(cases)!.get(by)!;
    const row = (work: string, ours: readonly number[], limit: readonly number[]): Row => ({
      work: `closure report, ${name}, ${work}`,
      unit: 'ms',
      ours: [...ours],
      limit: [...limit],
      ratios: ratiosOf(ours, limit),
      budget: '–',
      within: null,
    });
    const first = of(few).report.p50;
    return [few, ...more].flatMap((cases): Row[] => {
      const shown = cases.toLocaleString('en');
      const { report, limit, columns } = of(cases);
      const growth = ratiosOf(report.p50, first);
      return [
        row(`${shown} cases: p50, beside GROUP BY over a covering index`, report.p50, limit.p50),
        row(`${shown} cases: p50, beside GROUP BY in DuckDB, in process`, report.p50, columns.p50),
        {
          ...row(`${shown} cases: p95`, report.p95, limit.p95),
          budget: `p95 under ${most} ms`,
          within: median(report.p95) < most,
        },
        ...(cases === few
          ? []
          : [
              {
                ...row(`${shown} cases beside ${few.toLocaleString('en')}: p50`, report.p50, first),
                budget: 'within 2',
                within: median(growth) <= 2,
              },
            ]),
      ];
    });
  });
}
