/** The report over weeks of an office at work on version 2: transfers, splits, mergers, promises; every figure as an independent count has it. */
import type { Day } from '../../src/domain/day.js';
import { sweep } from '../../src/executor/sweep.js';
import { verifyReports } from '../../src/store/audit/report-recount.js';
import { compactReport } from '../../src/store/reports/report-compaction.js';
import { renewReports } from '../../src/store/reports/report-renewal.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, calendar, UNIT, units } from '../support/engine.js';
import { openFixture2 } from '../support/fixture-2.js';
import { atLength } from '../support/length.js';
import { expectCounted } from './expect-counted.js';
import { reading, type Reading } from './reading.js';
import { daysFrom, evening, MEETING, SimulatedOffice } from './simulated-office.js';

const DAYS = daysFrom('2026-03-02', atLength('2026-05-20', '2026-04-08'));
const LAST = DAYS.at(-1)!;
let test: TestDatabase;
let read: Reading;
let office: SimulatedOffice;
beforeAll(async () => {
  test = await createTestDatabase();
  const fixture = await openFixture2(test.database);
  await test.database.pool.query(
    `INSERT INTO meeting (id, title, kind, held_on, place, host_unit_id, office_unit_id, created_at)
     VALUES ($1, '企业座谈会', 'business', '2026-03-02', '会议室', $2, $2, now())`,
    [MEETING, UNIT.office],
  );
  read = reading(test.database, fixture);
  read.clock.at = evening(LAST);
  office = new SimulatedOffice(fixture, 20_261_130, 2);
  for (const day of DAYS) {
    await office.day(day, 3, 50);
    while ((await sweep(fixture.dependencies, evening(day), 500)).claimed > 0);
  }
}, 300_000);
afterAll(() => test.drop());

const ask = (asOf: Day, more = {}) => read.reports.closure(ACTOR.leader, { by: 'unit', asOf, ...more });
const verify = () =>
  verifyReports(
    test.database.pool,
    calendar,
    units.all().map(({ id }) => id),
    evening(LAST),
    DAYS.filter((_, at) => at % 6 === 0),
  );

it('goes through what only version 2 knows', () => {
  const seldom = ['TRANSFER', 'SPLIT', 'GRANT_DEPARTURE', 'REPLY_ORDER', 'WAIVE_ORDER'].filter(
    (type) => (office.done.get(type) ?? 0) < 3,
  );
  expect(seldom).toEqual([]);
});

it('equals an independent count in every row', async () => {
  for (const compacted of [false, true]) {
    if (compacted) await compactReport(test.database.pool, DAYS[20]!);
    const met = await expectCounted(
      test.database.pool,
      ask,
      DAYS.filter((_, at) => at % 6 === 5),
    );
    const wanted = ['strictResolved', 'promiseDue', 'promiseBroken', 'leaderWaived', 'transferredLate', 'departedLate'];
    expect(wanted.filter((name) => !met.has(name))).toEqual([]);
  }
}, 300_000);

it('charges several units with a case that a total counts once, and each number opens its cases', async () => {
  const { rows, total } = await ask(LAST);
  const due = (of: typeof total): number => of.measures.strictOnTimeRate.denominator;
  expect(rows.reduce((sum, row) => sum + due(row), 0)).toBeGreaterThan(due(total));
  for (const row of [...rows, total]) {
    const { strictOnTimeRate, dueAndClosedRate, promiseKeptRate } = row.measures;
    for (const { numeratorCases, denominatorCases, casesHref, denominatorHref } of [
      strictOnTimeRate,
      dueAndClosedRate,
      promiseKeptRate,
    ]) {
      expect((await read.follow(ACTOR.leader, casesHref)).ids).toHaveLength(numeratorCases);
      const behind = await read.follow(ACTOR.leader, denominatorHref);
      expect([behind.ids.length, behind.total]).toEqual([denominatorCases, denominatorCases]);
    }
    for (const name of ['departedLate', 'transferredLate', 'promiseBroken', 'leaderWaived'] as const)
      expect((await read.follow(ACTOR.leader, row.signs[name].casesHref)).ids).toHaveLength(row.signs[name].cases);
  }
  // Whatever it is split by, and below whichever unit, a case that several are charged with is one.
  const unitId = UNIT.lead;
  for (const by of ['category', 'source', 'month'] as const) {
    const other = await read.reports.closure(ACTOR.leader, { by, asOf: LAST });
    expect(due(other.total)).toBe(due(total));
    const below = await read.reports.closure(ACTOR.leader, { by, asOf: LAST, unitId });
    expect(due(below.total)).toBe(due((await ask(LAST, { unitId })).total));
    const listed = await read.follow(ACTOR.leader, below.total.measures.strictOnTimeRate.denominatorHref);
    expect(listed.ids).toHaveLength(due(below.total));
  }
}, 240_000);

it('equals a recount from the cases and from their histories, also once it was counted anew', async () => {
  const { pool } = test.database;
  for (const renewed of [false, true]) {
    if (renewed) {
      await pool.query(
        `DELETE FROM report_delta WHERE beside IS NOT NULL OR measure IN ('transferredLate', 'promiseDue', 'strictResolved')`,
      );
      await pool.query('DELETE FROM report_rollup');
      await pool.query('UPDATE report_delta SET folded = false');
      await pool.query('UPDATE report_rollup_state SET definition = 4');
      await renewReports(pool, calendar, LAST);
    }
    const { recounts, rollup } = await verify();
    expect([recounts.filter(({ differing }) => differing > 0), rollup]).toEqual([[], []]);
  }
}, 240_000);
