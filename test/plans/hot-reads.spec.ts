/** What the hot reads touch among a town's cases: which indexes, and how many rows of the tables that grow. `npm run test:long` asks the same
 *  of a city with a hundred thousand cases, `npm run test:plans` of a province with a million, and both what is done only among so many. */
import type { Pool } from 'pg';
import { SystemClock } from '../../src/clock.js';
import type { CaseList, CaseListQuery } from '../../src/cases/case-list.dto.js';
import { CaseListService } from '../../src/cases/case-list.service.js';
import type { Actor } from '../../src/domain/command.js';
import { visibleUnits } from '../../src/domain/visibility.js';
import { ClosureService } from '../../src/reports/closure.service.js';
import { AlikeStore } from '../../src/store/lists/alike.store.js';
import { CaseListStore, COUNTED_UP_TO } from '../../src/store/lists/case-list.store.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { CaseViewStore } from '../../src/store/lists/case-view.store.js';
import { linesOf } from '../../src/store/cases/history.store.js';
import { OverdueStore } from '../../src/store/lists/overdue.store.js';
import type { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { ReportStore } from '../../src/store/reports/report.store.js';
import { SearchStore } from '../../src/store/lists/search.store.js';
import { TimerStore } from '../../src/store/cases/timer.store.js';
import { CameSinceStore } from '../../src/store/lists/came-since.store.js';
import { WallStore } from '../../src/store/lists/wall.store.js';
import { openWorkflows } from '../../src/store/reference-data/workflow-files.js';
import { WorkStore } from '../../src/store/lists/work.store.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR } from '../support/engine.js';
import { atLength } from '../support/length.js';
import { largestSubtree, NOW, READER, storeManyCases, TODAY, WORDS } from '../support/many-cases.js';
import { touchedBy, type Touched } from './touched.js';
import { elsewhereOf } from '../support/elsewhere.js';

const CASES = Number(process.env['CASES'] ?? atLength(100_000, 20_000));
/** Among fewer, PostgreSQL reads some things whole that it reads by a sample or an index among many. */
const isCity = CASES >= 100_000;
/** Tables that grow with the years. All others are small, or asked for by what is due. */
const GROWING = ['rectification_case', 'case_text', 'case_event', 'report_delta'] as const;
type Bounds = Partial<Record<(typeof GROWING)[number], number>>;
const PAGE = 51;
/** A page of the list fetches the ids first, then what is told of each; a little more is met on the way. */
const TWICE = 2 * PAGE + 10;
const COUNTED = COUNTED_UP_TO + 1;
const DAY = 86_400_000;

let test: TestDatabase;
let pool: Pool;
let referenceData: ReferenceDataStore;
let lists: CaseListService;
/** Of the largest subtree: the units, its cases, the late ones among them, and those of its units. */
let unitId: string;
let counts: { open: number; late: number; own: number; ownLate: number; awaiting: number; units: number };
beforeAll(async () => {
  test = await createTestDatabase({ statementTimeout: 0 });
  ({ pool } = test.database);
  ({ referenceData } = await storeManyCases(test.database, CASES, { withHistory: true }));
  const { units } = referenceData.current();
  unitId = await largestSubtree(pool);
  const { rows } = await pool.query<Omit<typeof counts, 'units'>>(
    `SELECT count(*) FILTER (WHERE stage <> 'closed')::int AS open, count(*) FILTER (WHERE stage <> 'closed' AND due_on < $1)::int AS late,
       count(*) FILTER (WHERE lead_unit_id = ANY($2))::int AS own, (SELECT count(*)::int FROM supervision_order) AS awaiting,
       count(*) FILTER (WHERE lead_unit_id = ANY($2) AND stage <> 'closed' AND due_on < $1)::int AS "ownLate" FROM rectification_case`,
    [TODAY, units.subtree(unitId)],
  );
  counts = { ...rows[0]!, units: units.subtree(unitId).length };
  const clock = new SystemClock(NOW);
  lists = new CaseListService(
    new CaseListStore({ pool }, new SearchStore({ pool })),
    elsewhereOf(test.database),
    referenceData,
    await openWorkflows(test.database, NOW),
    clock,
  );
}, 1_200_000);
afterAll(() => test.drop());

/** Indexes of open cases alone: which of them PostgreSQL reads whole is a matter of their size. */
const OPEN_CASES = /^case_(waits|due)$/;

/** Says what was touched where it is more than expected. `indexes` are read, each by its name or one that fits. */
async function expectTouched(
  read: () => Promise<unknown>,
  indexes: readonly (string | RegExp)[],
  most: Bounds,
): Promise<Touched> {
  await read();
  const touched = await touchedBy(pool, read);
  expect(touched.indexes).toEqual(
    expect.arrayContaining(
      indexes.map((name) => (typeof name === 'string' ? name : (expect.stringMatching(name) as string))),
    ),
  );
  const beyond = GROWING.map((table) => ({ table, met: touched.rows[table] ?? 0, most: most[table] ?? 0 }));
  expect(beyond.filter(({ met, most }) => met > most)).toEqual([]);
  return touched;
}

const list = (query: Partial<CaseListQuery>): Promise<CaseList> =>
  lists.list(READER, { takenOver: 'include', limit: PAGE - 1, ...query } as CaseListQuery);
const listed = (cases: number, more: Bounds = {}): Bounds => ({
  rectification_case: cases,
  case_text: PAGE,
  ...more,
});

it('is asked of enough cases to tell', () => {
  expect(counts.open).toBeGreaterThan(CASES / 50);
  expect(counts.open).toBeLessThan(CASES / 15);
  expect(counts.ownLate).toBeGreaterThan(CASES / 300);
});

describe('a list of cases', () => {
  it('is read along the days of collection, from the newest, and from where the page before ended, and counts none where they are many', async () => {
    await expectTouched(() => list({}), ['case_collected'], listed(TWICE));
    const { total, totalIsEstimate, nextCursor } = await list({ limit: 200 });
    expect(totalIsEstimate).toBe(true);
    expect(Math.abs(total / CASES - 1)).toBeLessThan(0.05);
    await expectTouched(() => list({ cursor: nextCursor! }), ['case_collected'], listed(TWICE));
  });

  it('is read along the numbers', () =>
    expectTouched(() => list({ sort: 'number' }), ['rectification_case_number_key'], listed(TWICE)));

  it('that is narrowed down is counted', async () => {
    await expectTouched(() => list({ stage: 'closed' }), ['case_collected'], listed(COUNTED + 10 * TWICE));
    const { total, totalIsEstimate } = await list({ stage: 'closed', takenOver: 'exclude', light: 'red' });
    expect([total, totalIsEstimate]).toEqual([0, false]);
  });

  it.each(['asc', 'desc'] as const)(
    'by day of closing, %s, is read along the days on which cases were closed',
    (order) => expectTouched(() => list({ sort: 'closedOn', order }), ['case_closed'], listed(COUNTED + TWICE)),
  );

  it('of what was closed between two days begins where those cases are', () =>
    expectTouched(
      () => list({ closedFrom: TODAY, closedTo: TODAY, sort: 'closedOn' }),
      ['case_closed'],
      listed(COUNTED + TWICE),
    ));

  it('by title sorts no more cases than it counts', () =>
    expectTouched(() => list({ sort: 'title', overdue: true, unitId }), [], {
      // once to be counted, once to be sorted, once to be told
      rectification_case: 3 * COUNTED,
      case_text: COUNTED + PAGE,
    }));

  it('finds a number by its index', async () => {
    const [item] = (await list({})).items;
    await expectTouched(
      () => list({ q: item!.number }),
      ['rectification_case_number_key'],
      listed(10, { case_text: 10 }),
    );
  });

  it.each(['urgency', 'dueOn'] as const)('by %s looks at no closed case as long as there are open ones', (sort) =>
    expectTouched(() => list({ sort }), [OPEN_CASES], listed(counts.open + COUNTED + TWICE)),
  );

  it('under one light looks at open cases alone', () =>
    expectTouched(() => list({ light: 'red' }), [OPEN_CASES], listed(2 * counts.open + TWICE)));

  it('of a subtree is met along the list', () =>
    expectTouched(
      () => list({ unitId }),
      ['case_collected'],
      // Until so many of the subtree are met; the newest are as many as all.
      listed((1.3 * COUNTED * CASES) / counts.own + (10 * PAGE * CASES) / counts.own),
    ));

  it('of what is late in a subtree reads no unit further than a page, and counts in the index', () =>
    expectTouched(
      () => list({ unitId, overdue: true, sort: 'dueOn' }),
      ['case_due'],
      listed(counts.ownLate + counts.units * PAGE + PAGE),
    ));

  it.each([
    [WORDS.rare2, 'case_text_pairs'],
    [WORDS.rare3, 'case_text_trigrams'],
  ])('finds the rare %s through %s', (q, index) =>
    // Twenty texts hold it; they are fetched to be counted, to be sorted and to be told.
    expectTouched(() => list({ q }), [index], { case_text: 120, rectification_case: 80 }),
  );

  it.each([
    [`${WORDS.rare2} ${WORDS.common2}`, 'case_text_pairs'],
    [`${WORDS.common2} ${WORDS.rare3}`, 'case_text_trigrams'],
  ])('finds two words, %s, by the rarer of them', (q, index) =>
    expectTouched(() => list({ q }), [index], { case_text: 300, rectification_case: 200 }),
  );

  it('finds the end of a number through the index of whole numbers', async () => {
    const [item] = (await list({})).items;
    const found = await list({ q: item!.number.slice(-6) });
    expect(found.items.map(({ id }) => id)).toContain(item!.id);
    await expectTouched(() => list({ q: item!.number.slice(-6) }), ['rectification_case_number_key'], {
      case_text: 200,
      rectification_case: 200,
    });
  });

  it('looks for who spoke through the keys', () =>
    expectTouched(
      () => lists.list(ACTOR.clerk, { takenOver: 'include', limit: PAGE - 1, q: '欧阳不在场' } as CaseListQuery),
      ['raiser_search_keys', 'participant_search_keys', 'meeting_title_pairs'],
      { case_text: 120, rectification_case: 80 },
    ));

  if (isCity)
    it.each([WORDS.common2, WORDS.common3])('finds the common %s along the list, and counts it by a sample', (q) =>
      // Every eighth text holds it.
      expectTouched(() => list({ q }), ['case_collected', 'case_text_pkey'], {
        case_text: 1_500,
        rectification_case: 6_000,
      }),
    );

  it('behind a figure fetches the cases of the figure, not all', async () => {
    const { total } = await lists.list(READER, { measure: 'overdue', unitId, limit: 1 } as CaseListQuery);
    const read = (): Promise<unknown> => list({ measure: 'overdue', unitId });
    await read();
    const { rows, indexes } = await touchedBy(pool, read);
    expect(indexes).toEqual(expect.arrayContaining(['case_due', 'report_delta_pkey']));
    // Late, and no longer: of each late case, not of all that were ever late.
    expect(rows['report_delta']).toBeLessThanOrEqual(2 * counts.ownLate);
    expect(total).toBeGreaterThan(PAGE);
    expect(rows['rectification_case']).toBeLessThanOrEqual(2 * total + TWICE);
    expect(rows['case_text']).toBe(PAGE);
  });

  if (isCity)
    it('behind a figure of many cases takes its total from the report, and is met along the list', async () => {
      const read = (): Promise<CaseList> => list({ measure: 'resolved', unitId });
      const { total, totalIsEstimate } = await read();
      const { rows: lines } = await new ClosureService(
        new ReportStore({ pool, reportPool: pool }),
        referenceData,
        new SystemClock(NOW),
      ).closure(READER, { by: 'source', unitId });
      expect([total, totalIsEstimate]).toEqual([
        lines.reduce((sum, { counts: { resolved } }) => sum + resolved.cases, 0),
        false,
      ]);
      expect(total).toBeGreaterThan(COUNTED);
      // The newest cases are not resolved yet, and the subtree is one part of all.
      const bound = (100 * PAGE * CASES) / counts.own;
      await expectTouched(read, ['case_collected', 'report_rollup_pkey'], listed(bound, { report_delta: bound }));
    });
});

describe('what is late, worst first', () => {
  const page = (below: string | undefined, cursor?: string): Promise<{ nextCursor: string | null }> => {
    const { units, calendar } = referenceData.current();
    const leadUnits = below === undefined ? undefined : units.subtree(below);
    const allUnits = units.all().map(({ id }) => id);
    const scope = visibleUnits(READER, units);
    return new OverdueStore({ pool }).page(
      { scope, leadUnits, allUnits, rung: undefined, now: NOW, limit: PAGE - 1, cursor },
      calendar,
    );
  };

  if (isCity)
    it('looks at orders that wait for a signature, and no further where these fill the page', () =>
      expectTouched(() => page(undefined), ['rectification_case_pkey'], listed(counts.awaiting + PAGE)));

  it('looks at no order of a closed case, of which there are more with every year', async () => {
    await pool.query(
      `INSERT INTO supervision_order (id, case_id, period, rung, status, issued_at, to_role, case_open)
       SELECT gen_random_uuid(), id, 1, 'red', 'proposed', now(), 'leader', false FROM rectification_case WHERE stage = 'closed' LIMIT 10000`,
    );
    await pool.query('ANALYZE supervision_order');
    try {
      const leader = referenceData.current().units.all()[0]!.id;
      const { units } = referenceData.current();
      const work = new WorkStore({ pool });
      for (const read of [
        () => page(undefined),
        () => work.waitingFor({ ...ACTOR.leader, roles: [{ role: 'leader', unitId: leader }] }, units, TODAY, 200),
      ]) {
        const { rows, indexes } = await touchedBy(pool, read);
        expect(indexes).toContain('order_unsigned');
        expect(rows['supervision_order']).toBe(counts.awaiting);
      }
    } finally {
      await pool.query('DELETE FROM supervision_order WHERE NOT case_open');
    }
  });

  it('where none waits, reads of each unit the worst', async () => {
    await pool.query(`UPDATE supervision_order SET status = 'signed'`);
    try {
      let cursor: string | undefined;
      for (let at = 0; at < 3; at += 1) {
        const asked = cursor;
        // A unit that has no page of them left is read to the end of its late cases.
        await expectTouched(() => page(unitId, asked), ['case_due'], listed(2 * counts.units * PAGE));
        cursor = (await page(unitId, asked)).nextCursor!;
      }
    } finally {
      await pool.query(`UPDATE supervision_order SET status = 'proposed'`);
    }
  });
});

describe('my work', () => {
  const MOST = 200;
  const ofRole = (actor: Actor): (() => Promise<unknown>) => {
    const { units } = referenceData.current();
    return () => new WorkStore({ pool }).waitingFor(actor, units, TODAY, MOST);
  };

  it('of a unit looks at its own open cases, at most, and at the unsigned ones along their own index', async () => {
    const below = referenceData.current().units.subtree(unitId)[1]!;
    const handler: Actor = { ...ACTOR.handler, roles: [{ role: 'handler', unitId: below }] };
    const { rows } = await pool.query<{ n: number }>(
      `SELECT count(*)::int + count(*) FILTER (WHERE stage = 'assigned')::int AS n FROM rectification_case
       WHERE lead_unit_id = $1 AND stage <> 'closed'`,
      [below],
    );
    await expectTouched(ofRole(handler), ['case_due'], { rectification_case: rows[0]!.n });
  });

  it.each(['clerk', 'supervisor', 'visitor'] as const)('of a %s goes to the places where it waits', (role) =>
    expectTouched(ofRole(ACTOR[role]), ['case_waits'], {
      // One office, and nobody of the others: those that are raised within are sought among all that are to be visited.
      rectification_case: 2 * MOST + counts.open / 8,
    }),
  );

  it('of a leader goes to the orders that wait for a signature', () =>
    expectTouched(ofRole(ACTOR.leader), ['case_waits', 'rectification_case_pkey'], {
      rectification_case: counts.awaiting + MOST,
    }));
});

describe('the closure report', () => {
  const closure = (query: object): (() => Promise<unknown>) => {
    const service = new ClosureService(
      new ReportStore({ pool, reportPool: pool }),
      referenceData,
      new SystemClock(NOW),
    );
    return () => service.closure(READER, query);
  };

  it.each(['unit', 'month', 'category', 'source', 'meeting'] as const)('by %s is read from the rollup', async (by) => {
    const { rows } = await expectTouched(closure({ by }), ['report_rollup_pkey'], { report_delta: 0 });
    // 40 units, 12 categories, five sources, 24 months: as many rows at a thousand cases as at a million.
    expect(rows['report_rollup']).toBeLessThanOrEqual(1_500);
  });

  it.each(['unit', 'category'] as const)(
    'of an earlier day by %s reads no more than the month that the day cuts',
    (by) =>
      expectTouched(closure({ by, asOf: '2025-11-15' }), ['report_rollup_pkey', 'report_delta_day'], {
        // Ten deltas a case in 24 months; blocks of days at both ends of the month are read whole.
        report_delta: (1.5 * 11 * CASES) / 24,
      }),
  );
});

describe('the wall', () => {
  it('counts open cases alone, and what moved on one day', async () => {
    const { overseen, worked } = visibleUnits(READER, referenceData.current().units);
    const scope = { offices: overseen, units: [...overseen, ...worked], caseUnits: [] };
    const wall = new WallStore({ pool });
    await expectTouched(() => wall.open(scope, new Date(NOW)), [OPEN_CASES], { rectification_case: counts.open });
    await expectTouched(() => wall.moved(scope, TODAY, ['collected', 'resolved'], 20), ['report_delta_day'], {
      // The blocks of a few days: at least 128 pages of some 60 rows.
      report_delta: 10_000 + (10 * 11 * CASES) / 731,
      rectification_case: 20,
      case_text: 20,
    });
  });
});

describe('what came since a leader last looked', () => {
  const SINCE = '2026-03-05';
  it('reads the deltas of the days asked for, and no case', async () => {
    const { overseen, worked } = visibleUnits(READER, referenceData.current().units);
    const scope = { offices: overseen, units: [...overseen, ...worked] };
    const came = new CameSinceStore({ pool });
    await expectTouched(
      () => came.counts(scope, ['overdue', 'promiseDue', 'promiseBroken'], SINCE, TODAY),
      ['report_delta_day'],
      // Three times the blocks of a few days.
      { report_delta: 3 * (10_000 + (10 * 11 * CASES) / 731) },
    );
  });

  it('opens a list that asks of late cases alone whether they came to be late', () =>
    expectTouched(() => list({ measure: 'overdue', since: SINCE }), ['case_due'], {
      rectification_case: 2 * counts.open + TWICE,
      report_delta: 2 * counts.late,
      case_text: PAGE,
    }));
});

describe('similar cases', () => {
  it.each([
    ['of rare words', '院子里种了罂粟'],
    ['of common words alone', '南湖小区的路灯不亮，影响居民出行'],
  ])('%s are sought among a bounded number', async (_, text) => {
    const { overseen } = visibleUnits(READER, referenceData.current().units);
    const search = new SearchStore({ pool });
    await expectTouched(() => search.similar([text], overseen, 5, NOW), ['case_text_pairs'], {
      case_text: 40_000,
      rectification_case: 40_000,
    });
  });

  it('that a unit closed are met through the pairs of the text, and of each the last submission by its key', async () => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT c.id FROM rectification_case c JOIN case_text t ON t.case_id = c.id
       WHERE t.title || t.description LIKE $1 AND c.lead_unit_id = ANY($2) LIMIT 1`,
      [`%${WORDS.common3}%`, referenceData.current().units.subtree(unitId)],
    );
    const { id: caseId } = rows[0]!;
    const { units } = referenceData.current();
    const alike = new AlikeStore({ pool }, new SearchStore({ pool }));
    const asked = { caseId, unitIds: units.subtree(unitId), visible: visibleUnits(READER, units), limit: 3 };
    expect(await alike.closed(asked)).toHaveLength(3);
    const keys = ['case_text_pairs', 'case_text_pkey', 'rectification_case_pkey', 'case_event_pkey'];
    await expectTouched(() => alike.closed(asked), keys, {
      case_text: 10_000,
      rectification_case: 10_000, // each text that was met names its case
      case_event: 500,
    });
  });
});

describe('by id', () => {
  it('cases, their histories, what stands around them and commands that were seen before are reached by their keys', async () => {
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM rectification_case ORDER BY id LIMIT 64');
    const ids = rows.map(({ id }) => id);
    const cases = new CaseStore({ hotPool: pool });
    await expectTouched(() => cases.load(ids), ['rectification_case_pkey', 'case_timer_pkey'], {
      rectification_case: 64,
    });
    await expectTouched(() => cases.priorCommands(ids), ['case_event_command_key'], {});
    await expectTouched(() => linesOf(pool, [ids[0]!]), ['case_event_pkey'], { case_event: 4 });
    await expectTouched(() => new CaseViewStore({ pool }).around(ids[0]!), ['case_text_pkey'], {
      case_text: 1,
      case_event: 4,
    });
  });
});

describe('the sweep', () => {
  it('claims from the index on due moments, and reads no more than it takes', async () => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const cases = new CaseStore({ hotPool: pool });
      const { indexes, rows } = await touchedBy(client, () => cases.claimDue(client, NOW + 20 * DAY, 200));
      expect(indexes).toEqual(expect.arrayContaining(['case_timer_due', 'rectification_case_pkey']));
      expect(rows['case_timer']).toBe(400);
      expect(rows['rectification_case']).toBe(400);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('knows how far behind it is from the same index', () =>
    expectTouched(() => new TimerStore({ pool }).backlog(NOW), ['case_timer_due'], {}));
});
