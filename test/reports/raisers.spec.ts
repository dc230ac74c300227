/** Rates of raisers count raisers: a look on site at what nobody outside raised is no visit to anybody. */
import type { Day } from '../../src/domain/day.js';
import { isNeverNegative, VISIT_MEASURES } from '../../src/domain/report.js';
import type { Actor } from '../../src/domain/command.js';
import { recount } from '../../src/store/audit/report-recount.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, calendar, CATEGORY, UNIT } from '../support/engine.js';
import { independentCount } from './independent-count.js';
import { reading } from './reading.js';

let test: TestDatabase;
let fixture: Fixture;
beforeAll(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
});
afterAll(() => test.drop());

async function passed(raisedOutside: boolean, day: Day): Promise<string> {
  const id = await fixture.collect(at(day, '09:00'), {
    source: raisedOutside ? 'hotline' : 'selfCheck',
    context: { officeUnitId: UNIT.office, categoryId: CATEGORY.order, isKey: false, raisedOutside },
  });
  await fixture.send(id, ACTOR.clerk, at(day, '09:10'), 'ASSIGN', { leadUnitId: UNIT.lead });
  await fixture.send(id, ACTOR.handler, at(day, '09:20'), 'ACCEPT');
  await fixture.send(id, ACTOR.handler, at(day, '11:00'), 'SUBMIT', { measure: '更换', lastingMeasure: '每月巡查' });
  await fixture.send(id, ACTOR.supervisor, at(day, '12:00'), 'PASS', { method: 'onSite' });
  return id;
}

it('counts visits to people, and no looks on site', async () => {
  const raised = await passed(true, '2026-03-02');
  const answer = { method: 'phone', outcome: 'fixed', satisfaction: 'dissatisfied', durationSeconds: 90 };
  await fixture.send(raised, ACTOR.visitor, at('2026-03-03'), 'RECORD_VISIT', answer);
  await passed(true, '2026-03-02'); // is never visited
  for (let n = 0; n < 6; n += 1) {
    const own = await passed(false, '2026-03-02');
    const look = { method: 'onSite', outcome: n === 0 ? 'notFixed' : 'fixed', satisfaction: 'satisfied' };
    await fixture.send(own, ACTOR.supervisor, at('2026-03-03'), 'RECORD_VISIT', look);
  }
  const { reports, clock, follow } = reading(test.database, fixture);
  clock.at = at('2026-03-31');
  const { total } = await reports.closure(ACTOR.leader, {});
  expect(total.measures.contactRate).toMatchObject({ numerator: 1, denominator: 2 });
  expect(total.measures.satisfaction).toMatchObject({ numerator: 0, denominator: 1 });
  expect(total.measures.resolvedRate).toMatchObject({ numerator: 1, denominator: 1 });
  expect((await follow(ACTOR.leader, total.measures.contactRate.casesHref)).ids).toEqual([raised]);
  // What closed after a look is struck off like any other.
  expect(total.counts.resolved.count).toBe(6);
  // Looks that found all well make no unit one whose raisers are never dissatisfied.
  expect(total.signs.neverNegativeUnits).toEqual([]);
  expect(isNeverNegative({})).toBe(false);
  const { rows } = await test.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM report_deltas d JOIN rectification_case c ON c.id = d.case_id
     WHERE NOT c.raised_outside AND d.measure = ANY($1)`,
    [VISIT_MEASURES],
  );
  expect(rows[0]!.n).toBe(0);
  expect((await recount(test.database.pool, calendar, '9999-12-31', 'standing')).differing).toBe(0);
});

it('counts raisers’ own words apart from the visits’, as of each day, and shows where they are lower', async () => {
  const byReceipt: Actor = { userId: null, name: '反映人', unitId: null, roles: [], via: 'receipt' };
  const visited = { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied', durationSeconds: 90 };
  const ids = await Promise.all(['2026-04-01', '2026-04-01'].map((day) => passed(true, day)));
  for (const id of ids) await fixture.send(id, ACTOR.visitor, at('2026-04-02'), 'RECORD_VISIT', visited);
  const rate = (id: string, day: Day, overall: string) =>
    fixture.send(id, byReceipt, at(day), 'RATE_RESULT', { raiserId: id, overall, aspects: { speed: 2 } });
  await rate(ids[0]!, '2026-04-03', 'dissatisfied');
  await rate(ids[1]!, '2026-04-03', 'satisfied');
  await rate(ids[0]!, '2026-04-08', 'basicallySatisfied');
  await fixture.send(ids[1]!, ACTOR.supervisor, at('2026-04-09'), 'REOPEN', { reason: '夜里又坏了' });
  const { reports, clock, follow } = reading(test.database, fixture);
  clock.at = at('2026-04-30');
  const asOf = async (day: Day) => (await reports.closure(ACTOR.leader, { from: '2026-04-01', asOf: day })).total;
  const first = await asOf('2026-04-03');
  expect(first.measures.ownSatisfaction).toMatchObject({ numerator: 1, denominator: 2 });
  expect(first.signs.ratedBelowVisit).toMatchObject({ count: 1 });
  expect((await follow(ACTOR.leader, first.signs.ratedBelowVisit.casesHref)).ids).toEqual([ids[0]]);
  expect(first.measures.satisfaction).toMatchObject({ numerator: 2, denominator: 2 });
  const last = await asOf('2026-04-30');
  expect(last.measures.ownSatisfaction).toMatchObject({ numerator: 2, denominator: 2, numeratorCases: 2 });
  // Fairly satisfied is still less than the visit wrote down.
  expect(last.signs.ratedBelowVisit).toMatchObject({ count: 1 });
  expect((await recount(test.database.pool, calendar, '9999-12-31', 'standing')).differing).toBe(0);
  const counted = (await independentCount(test.database.pool, '2026-04-30')).get('total' as string);
  expect(counted).toMatchObject({ ownRated: 2, ownSatisfied: 2, ratedBelowVisit: 1 });
});
