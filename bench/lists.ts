/** Pages of late cases and searches for Chinese words, as the calls behind them answer. */
import { SystemClock } from '../src/clock.js';
import { CaseListService } from '../src/cases/case-list.service.js';
import type { CaseListQuery } from '../src/cases/case-list.dto.js';
import { openWorkflows } from '../src/store/workflow-files.js';
import { CaseListStore } from '../src/store/case-list.store.js';
import { OverdueStore } from '../src/store/overdue.store.js';
import { ReferenceStore } from '../src/store/reference.store.js';
import { visibleUnits } from '../src/domain/visibility.js';
import type { BenchCluster } from './bench-bureau.js';
import { MANY } from './closure-report.js';
import { NOW, READER, WORDS, largestSubtree, storeManyCases } from '../test/support/many-cases.js';
import { timesOf, type Times } from './samples.js';
import { median, type Row } from './table.js';

const LIST = { takenOver: 'include', limit: 50 } as const;

/** The rows of the table, over the cases that the report was measured on; they are stored anew where there are none. */
export async function benchLists(cluster: BenchCluster, { large }: { large: boolean }): Promise<Row[]> {
  const database = await cluster.open('lists', (await cluster.has(MANY)) ? MANY : undefined);
  const cases = large ? 1_000_000 : 100_000;
  const { pool } = database;
  const { rows } = await pool.query('SELECT FROM rectification_case LIMIT 1');
  if (rows.length === 0) await storeManyCases(database, cases);
  const references = await ReferenceStore.open(database, 'Asia/Shanghai');
  const workflows = await openWorkflows(database, NOW);
  const lists = new CaseListService(new CaseListStore(pool), references, workflows, new SystemClock(NOW));
  const overdue = new OverdueStore(pool);
  const refs = references.current();
  const unitId = await largestSubtree(pool);
  const list = (query: Partial<CaseListQuery>): Promise<Times> =>
    timesOf(() => lists.list(READER, { ...LIST, ...query } as CaseListQuery));
  const ranked = await timesOf(() =>
    overdue.page(
      {
        scope: visibleUnits(READER, refs.units),
        leadUnits: refs.units.subtree(unitId),
        rung: undefined,
        now: NOW,
        limit: 50,
        cursor: undefined,
      },
      refs.calendar,
    ),
  );
  const measured: [string, number, Times][] = [
    ['late cases of a subtree, worst first (GET /api/overdue)', 10, ranked],
    [
      'late cases of a subtree by due day, with total (GET /api/cases)',
      10,
      await list({ overdue: true, sort: 'dueOn', unitId }),
    ],
    [`search ${WORDS.rare2}, rare`, 30, await list({ q: WORDS.rare2 })],
    [`search ${WORDS.rare3}, rare`, 30, await list({ q: WORDS.rare3 })],
    [`search ${WORDS.common2}, common`, 30, await list({ q: WORDS.common2 })],
    [`search ${WORDS.common3}, common`, 30, await list({ q: WORDS.common3 })],
  ];
  await database.close();
  await cluster.drop('lists', MANY);
  return measured.flatMap(([work, most, { p50, p95 }]): Row[] => {
    const row = { unit: 'ms', limit: [], ratios: [] };
    return [
      { ...row, work: `${work}: p50`, ours: p50, budget: '–', within: null },
      { ...row, work: `${work}: p95`, ours: p95, budget: `p95 under ${most} ms`, within: median(p95) < most },
    ];
  });
}
