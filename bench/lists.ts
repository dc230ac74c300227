/** Pages of late cases, searches for Chinese words and the cases behind figures: what the store and the services behind the calls take,
 *  without HTTP. */
import { SystemClock } from '../src/clock.js';
import { CaseListService } from '../src/cases/case-list.service.js';
import type { CaseListQuery } from '../src/cases/case-list.dto.js';
import { openWorkflows } from '../src/store/reference-data/workflow-files.js';
import { CaseListStore } from '../src/store/lists/case-list.store.js';
import { OverdueStore } from '../src/store/lists/overdue.store.js';
import { SearchStore } from '../src/store/lists/search.store.js';
import { visibleUnits } from '../src/domain/visibility.js';
import type { BenchCluster } from './bench-cluster.js';
import { WorkStore } from '../src/store/lists/work.store.js';
import type { Actor, RoleAt } from '../src/domain/command.js';
import { ACTOR } from '../test/support/engine.js';
import { NOW, READER, TODAY, WORDS, largestSubtree } from '../test/support/many-cases.js';
import { timesOf, type Times } from './samples.js';
import { casesIn, sizesOf } from './stored-cases.js';
import { median, type Row } from './table.js';
import { elsewhereOf } from '../test/support/elsewhere.js';

const LIST = { takenOver: 'include', limit: 50 } as const;

/** Times of each question over so many cases, with the milliseconds that are allowed where there is a budget. */
async function measure(cluster: BenchCluster, cases: number): Promise<[string, number | null, Times][]> {
  const { database, referenceData } = await casesIn(cluster, cases);
  const { pool } = database;
  const workflows = await openWorkflows(database, NOW);
  const lists = new CaseListService(
    new CaseListStore(database, new SearchStore(database)),
    elsewhereOf(database),
    referenceData,
    workflows,
    new SystemClock(NOW),
  );
  const overdue = new OverdueStore(database);
  const refs = referenceData.current();
  const unitId = await largestSubtree(pool);
  const list = (query: Partial<CaseListQuery>): Promise<Times> =>
    timesOf(() => lists.list(READER, { ...LIST, ...query } as CaseListQuery));
  const ranked = await timesOf(() =>
    overdue.page(
      {
        scope: visibleUnits(READER, refs.units),
        leadUnits: refs.units.subtree(unitId),
        allUnits: [],
        rung: undefined,
        now: NOW,
        limit: 50,
        cursor: undefined,
      },
      refs.calendar,
    ),
  );
  const { items } = await lists.list(READER, { ...LIST, limit: 1 } as CaseListQuery);
  const endOfNumber = items[0]!.number.slice(-5);
  const below: RoleAt[] = [{ role: 'handler', unitId: refs.units.subtree(unitId)[1]! }];
  const work = (actor: Actor): Promise<Times> =>
    timesOf(() => new WorkStore(database).waitingFor(actor, refs.units, TODAY, 200));
  return [
    ['My work of a handler', null, await work({ ...ACTOR.handler, roles: below })],
    ['My work of a clerk', null, await work(ACTOR.clerk)],
    [`search ${WORDS.common2} ${WORDS.rare3}, two words`, 30, await list({ q: `${WORDS.common2} ${WORDS.rare3}` })],
    [`search ${endOfNumber}, the end of a number`, 30, await list({ q: endOfNumber })],
    ['late cases of a subtree, worst first, the store alone', 10, ranked],
    [
      'late cases of a subtree by due day, with total, without HTTP',
      10,
      await list({ overdue: true, sort: 'dueOn', unitId }),
    ],
    [`search ${WORDS.rare2}, rare`, 30, await list({ q: WORDS.rare2 })],
    [`search ${WORDS.rare3}, rare`, 30, await list({ q: WORDS.rare3 })],
    [`search ${WORDS.common2}, common`, 30, await list({ q: WORDS.common2 })],
    [`search ${WORDS.common3}, common`, 30, await list({ q: WORDS.common3 })],
    ['cases behind a figure of many: struck off, in a subtree', null, await list({ measure: 'resolved', unitId })],
    ['cases behind a figure of some: late, in a subtree', null, await list({ measure: 'overdue', unitId })],
    ['cases behind a figure of few: calls under a minute', null, await list({ measure: 'shortPhoneVisits' })],
  ];
}

/** The rows of the table: of the most cases, and with --large of each number of them. */
export async function benchLists(cluster: BenchCluster, options: { large: boolean }): Promise<Row[]> {
  const sizes = options.large ? sizesOf(options) : sizesOf(options).slice(-1);
  const measured: [number, [string, number | null, Times][]][] = [];
  for (const cases of sizes) measured.push([cases, await measure(cluster, cases)]);
  return measured.flatMap(([cases, questions]) =>
    questions.flatMap(([work, most, { p50, p95 }]): Row[] => {
      const row = { unit: 'ms', limit: [], ratios: [] };
      const of = `${work}, ${cases.toLocaleString('en')} cases`;
      return [
        { ...row, work: `${of}: p50`, ours: p50, budget: '–', within: null },
        most === null
          ? { ...row, work: `${of}: p95`, ours: p95, budget: '–', within: null }
          : { ...row, work: `${of}: p95`, ours: p95, budget: `p95 under ${most} ms`, within: median(p95) < most },
      ];
    }),
  );
}
