/** The check of everything that hangs on cases: clean over a life of cases, and it names whatever was spoilt behind its back. */
import { sweep } from '../../src/executor/sweep.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, refs } from '../support/engine.js';

let test: TestDatabase;
let fixture: Fixture;
const UNTIL = at('2026-04-20');

beforeEach(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  await fixture.collect(at('2026-03-02'));
  const closed = await fixture.collect(at('2026-03-02'));
  await fixture.send(closed, ACTOR.clerk, at('2026-03-02'), 'REJECT', { reason: '不属公安职责' });
  await fixture.working(at('2026-03-02'));
  const visited = await fixture.working(at('2026-03-02'));
  await fixture.send(visited, ACTOR.handler, at('2026-03-04'), 'SUBMIT', { measure: '更换', lastingMeasure: '巡查' });
  await fixture.send(visited, ACTOR.supervisor, at('2026-03-05'), 'PASS', { method: 'onSite' });
  const parked = await fixture.working(at('2026-03-02'));
  await fixture.send(parked, ACTOR.leader, at('2026-03-05'), 'PARK', { reason: '待改造', reviewOn: '2026-03-20' });
  const signing = await fixture.collect(at('2026-03-02'));
  await fixture.send(signing, ACTOR.clerk, at('2026-03-02'), 'ASSIGN', { leadUnitId: ACTOR.handler.unitId });
  while ((await sweep(fixture.dependencies, UNTIL, 100)).claimed > 0);
  await fixture.send(signing, ACTOR.handler, UNTIL, 'ACCEPT');
  await fixture.working(UNTIL);
});
afterEach(() => test.drop());

const faults = async (): Promise<string[]> =>
  [
    ...new Set(
      (await checkCases(test.database.pool, fixture.dependencies.workflows, refs)).faults.map(({ fault }) => fault),
    ),
  ].sort();

it('finds nothing in cases that were collected, assigned, parked, visited, late and closed, and counts them', async () => {
  const verdict = await checkCases(test.database.pool, fixture.dependencies.workflows, refs);
  expect(verdict.faults).toEqual([]);
  expect(verdict).toMatchObject({ cases: 7, open: 6, timers: { deadLettered: 0 } });
  expect(verdict.timers.armed).toBeGreaterThan(0);
});

it.each([
  ['a timer that was lost', `DELETE FROM case_timer WHERE timer_id LIKE '%untilDueSoon%'`, ['timerMissing']],
  [
    'a timer of a state the case has left',
    `INSERT INTO case_timer (case_id, timer_id, due_at) SELECT id, 'xstate.after.untilReview.rectification.stage.deadline.parked', now()
       FROM rectification_case WHERE place = 'collected'`,
    ['timerNotCalledFor'],
  ],
  [
    'a timer of a closed case',
    `INSERT INTO case_timer (case_id, timer_id, due_at) SELECT id, 'xstate.after.untilLate.rectification.clock.dueSoon', now()
       FROM rectification_case WHERE stage = 'closed'`,
    ['timerOfClosed'],
  ],
  ['an order that vanished', `DELETE FROM supervision_order WHERE rung = 'talk'`, ['effectDiffers', 'orderDiffers']],
  [
    'an order with another status',
    `UPDATE supervision_order SET status = 'signed' WHERE rung = 'red'`,
    ['orderDiffers'],
  ],
  [
    'an order that nobody finds though its case is open',
    `UPDATE supervision_order SET case_open = false WHERE rung = 'red'`,
    ['orderDiffers'],
  ],
  [
    'a message that went out twice',
    `INSERT INTO message SELECT gen_random_uuid(), case_id, topic, role, unit_id, deliver_at, created_at
     FROM message LIMIT 1`,
    ['effectDiffers'],
  ],
  [
    'a column that lies',
    `UPDATE rectification_case SET due_on = due_on + 1 WHERE due_on IS NOT NULL`,
    ['columnDiffers'],
  ],
  ['a figure that was lost', `DELETE FROM report_fresh WHERE 'overdue' = ANY(measures)`, ['figureDiffers']],
  ['a number nobody gave', `UPDATE case_counter SET last = last - 1`, ['numberBeyondCounter']],
  ['a number nobody bears', `UPDATE case_counter SET last = last + 1`, ['caseMissing']],
])('names %s', async (_what, sql, expected) => {
  await test.database.pool.query(sql);
  expect(await faults()).toEqual(expected);
});

it('names rows that hang on a case or a unit that is not there', async () => {
  await test.database.pool.query(
    `WITH timer AS (INSERT INTO case_timer SELECT gen_random_uuid(), timer_id, due_at FROM case_timer LIMIT 1)
     INSERT INTO message SELECT gen_random_uuid(), gen_random_uuid(), topic, role, gen_random_uuid(), deliver_at, created_at FROM message LIMIT 2`,
  );
  const { faults: found } = await checkCases(test.database.pool, fixture.dependencies.workflows, refs);
  expect(found.map(({ fault, message }) => [fault, message.replace(/, such as.*/, '')])).toEqual([
    ['standsAlone', '1 rows of case_timer hang on a rectification_case that is not there'],
    ['standsAlone', '2 rows of message hang on a rectification_case that is not there'],
    ['standsAlone', '2 rows of message hang on a unit that is not there'],
  ]);
});

it('knows a reminder that went out from one that was lost', async () => {
  const visiting = await fixture.working(UNTIL);
  await fixture.send(visiting, ACTOR.handler, UNTIL, 'SUBMIT', { measure: '更换', lastingMeasure: '巡查' });
  await fixture.send(visiting, ACTOR.supervisor, UNTIL, 'PASS', { method: 'onSite' });
  expect(await faults()).toEqual([]);
  await test.database.pool.query(`DELETE FROM case_timer WHERE case_id = $1`, [visiting]);
  expect(await faults()).toEqual(['timerMissing']);
});

it('sees a stroke of lateness that was moved', async () => {
  const soon = await fixture.working(at('2026-04-20'), { dueOn: '2026-04-22' });
  await test.database.pool.query(`UPDATE case_timer SET due_at = due_at + interval '1 hour' WHERE case_id = $1`, [
    soon,
  ]);
  expect(await faults()).toEqual(['timerMoment']);
});
