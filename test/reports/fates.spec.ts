/** Fates that are shared: what is merged after its assignment, and what is split, counts in the strict rates with the case it went into or came out of. */
import type { CaseState } from '../../src/domain/case.js';
import type { Actor } from '../../src/domain/command.js';
import type { Day } from '../../src/domain/day.js';
import { linkedCaseId } from '../../src/executor/linked-case.js';
import { sweep } from '../../src/executor/sweep.js';
import { verifyReports } from '../../src/store/audit/report-recount.js';
import { compactReport } from '../../src/store/reports/report-compaction.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, calendar, SECOND, UNIT, units } from '../support/engine.js';
import { openFixture2 } from '../support/fixture-2.js';
import type { Fixture } from '../support/fixture.js';
import { reading, type Reading } from './reading.js';

const TODAY: Day = '2026-03-31';
let test: TestDatabase;
let fixture: Fixture;
let read: Reading;
beforeEach(async () => {
  test = await createTestDatabase();
  fixture = await openFixture2(test.database);
  read = reading(test.database, fixture);
  read.clock.at = at(TODAY);
});
afterEach(async () => {
  const all = units.all().map(({ id }) => id);
  const days: Day[] = ['2026-03-04', '2026-03-09', '2026-03-12'];
  await compactReport(test.database.pool, TODAY);
  const { recounts, rollup } = await verifyReports(test.database.pool, calendar, all, at(TODAY), days);
  expect([recounts.filter(({ differing }) => differing > 0), rollup]).toEqual([[], []]);
  await test.drop();
});

const send = (id: string, day: Day, who: Actor, type: string, payload = {}, time = '11:00') =>
  fixture.send(id, who, at(day, time), type, payload);
/** Assigned on Monday the 2nd of March, due on Thursday the 12th. */
const working = (): Promise<string> => fixture.working(at('2026-03-02'), { dueOn: '2026-03-12' });
const state = async (id: string): Promise<CaseState> => (await fixture.dependencies.cases.load([id])).cases.get(id)!;
async function close(id: string, day: Day): Promise<void> {
  await send(id, day, ACTOR.handler, 'SUBMIT', { measure: '已经修好', lastingMeasure: '每月检查' });
  await send(id, day, ACTOR.supervisor, 'PASS', { method: 'onSite' }, '12:00');
  for (const raiserId of (await state(id)).context.raisers ?? [undefined]) {
    const visit = { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied', durationSeconds: 200 };
    await send(id, day, ACTOR.visitor, 'RECORD_VISIT', { ...visit, ...(raiserId && { raiserId }) }, '13:00');
  }
}
async function merge(id: string, caseId: string, day: Day): Promise<void> {
  await send(id, day, ACTOR.clerk, 'ASK_DEPARTURE', { kind: 'merge', caseId, reason: '同一处路灯' });
  await send(id, day, SECOND.leader, 'GRANT_DEPARTURE', {}, '12:00');
}
async function split(id: string, day: Day): Promise<string> {
  const parts = [{ title: '井盖破损', description: '路灯下的井盖破损' }];
  const { state: whole } = await send(id, day, ACTOR.clerk, 'SPLIT', { parts, reason: '两件事' });
  return linkedCaseId(id, whole.version, 0);
}
async function take(part: string, day: Day): Promise<void> {
  await send(part, day, ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead }, '14:00');
  await send(part, day, ACTOR.handler, 'ACCEPT', {}, '14:30');
}

/** Numerators and denominators of both strict rates. */
async function strictly(asOf: Day = TODAY): Promise<number[]> {
  const { measures } = (await read.reports.closure(ACTOR.leader, { by: 'unit', asOf })).total;
  const { strictClosureRate: closing, strictOnTimeRate: onTime } = measures;
  return [closing.numerator, closing.denominator, onTime.numerator, onTime.denominator];
}
const listed = async (asOf: Day = TODAY): Promise<string[]> => {
  const { total } = await read.reports.closure(ACTOR.leader, { by: 'unit', asOf });
  return (await read.follow(ACTOR.leader, total.measures.strictClosureRate.casesHref)).ids.sort();
};
const lines = async (id: string): Promise<string[]> =>
  (
    await test.database.pool.query<{ type: string }>(
      `SELECT type FROM case_event WHERE case_id = $1 AND type = 'SHARE_FATE' ORDER BY seq`,
      [id],
    )
  ).rows.map(({ type }) => type);

describe('a case that is merged after its assignment', () => {
  it('is resolved when its target is, in time by its own first due day, and its history says so', async () => {
    const [from, into] = [await working(), await working()];
    await merge(from, into, '2026-03-04');
    expect(await strictly('2026-03-04')).toEqual([0, 2, 0, 0]);
    await close(into, '2026-03-09');
    expect(await strictly('2026-03-08')).toEqual([0, 2, 0, 0]);
    expect(await strictly('2026-03-09')).toEqual([2, 2, 0, 0]);
    expect(await strictly()).toEqual([2, 2, 2, 2]);
    expect(await listed()).toEqual([from, into].sort());
    expect(await lines(from)).toEqual(['SHARE_FATE']);
    // The everyday rate knows nothing of it.
    const { total } = await read.reports.closure(ACTOR.leader, { by: 'unit', asOf: TODAY });
    expect(total.measures.closureRate).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('is not resolved while its target is open, nor in time where that was closed after its own first due day, and comes back with it', async () => {
    const from = await working();
    const into = await fixture.working(at('2026-03-02'), { dueOn: '2026-03-27' });
    await merge(from, into, '2026-03-04');
    expect(await strictly()).toEqual([0, 2, 0, 2]);
    await close(into, '2026-03-16');
    expect(await strictly()).toEqual([2, 2, 1, 2]);
    await send(into, '2026-03-18', ACTOR.supervisor, 'REOPEN', { reason: '回头看发现反弹' });
    expect(await strictly('2026-03-17')).toEqual([2, 2, 0, 1]);
    expect(await strictly()).toEqual([0, 2, 0, 2]);
  });

  it('goes on where its target is merged in turn', async () => {
    const [first, second, third] = [await working(), await working(), await working()];
    await merge(first, second, '2026-03-03');
    await merge(second, third, '2026-03-04');
    await close(third, '2026-03-05');
    expect(await strictly()).toEqual([3, 3, 3, 3]);
  });
});

describe('a case that is split', () => {
  it('counts once, and is resolved when all its parts are', async () => {
    const whole = await working();
    const part = await split(whole, '2026-03-03');
    await take(part, '2026-03-04');
    expect(await strictly('2026-03-04')).toEqual([0, 1, 0, 0]);
    await close(whole, '2026-03-05');
    expect(await strictly('2026-03-05')).toEqual([0, 1, 0, 0]);
    await close(part, '2026-03-09');
    expect(await strictly()).toEqual([1, 1, 1, 1]);
    expect(await listed()).toEqual([whole]);
    const { total } = await read.reports.closure(ACTOR.leader, { by: 'unit', asOf: TODAY });
    expect(total.measures.closureRate).toMatchObject({ numerator: 2, denominator: 2 });
    expect(total.signs.splitOff.count).toBe(1);
    expect((await read.follow(ACTOR.leader, total.signs.splitOff.casesHref)).ids).toEqual([part]);
  });

  it('is not in time where a part comes later, and never resolved where one is turned down', async () => {
    const [whole, other] = [await working(), await working()];
    const [part, refused] = [await split(whole, '2026-03-03'), await split(other, '2026-03-03')];
    await send(refused, '2026-03-04', ACTOR.clerk, 'ASK_DEPARTURE', { kind: 'reject', reason: '不属公安职责' });
    await send(refused, '2026-03-04', SECOND.leader, 'GRANT_DEPARTURE');
    for (const id of [whole, other]) await close(id, '2026-03-05');
    await take(part, '2026-03-04');
    await close(part, '2026-03-16');
    expect(await strictly()).toEqual([1, 2, 0, 2]);
  });

  it('waits no longer for a part that is merged back into it', async () => {
    const whole = await working();
    const part = await split(whole, '2026-03-03');
    await send(part, '2026-03-04', ACTOR.clerk, 'ASK_DEPARTURE', {
      kind: 'merge',
      caseId: whole,
      reason: '还是一件事',
    });
    await send(part, '2026-03-04', SECOND.leader, 'GRANT_DEPARTURE');
    await close(whole, '2026-03-05');
    expect(await strictly()).toEqual([1, 1, 1, 1]);
  });
});

it('a closing by time, when the public notice ends, is told like any other', async () => {
  await test.drop();
  test = await createTestDatabase();
  fixture = await openFixture2(test.database, { notice: { default: 2, keyCases: 3, byCategory: {} } });
  read = reading(test.database, fixture);
  read.clock.at = at(TODAY);
  const [from, into] = [await working(), await working()];
  await merge(from, into, '2026-03-04');
  await close(into, '2026-03-05');
  expect((await state(into)).context).toMatchObject({ outcome: null, noticeUntil: '2026-03-09' });
  await sweep(fixture.dependencies, at('2026-03-10', '10:00'), 100);
  const closedOn = (await state(into)).context.closedOn;
  expect(closedOn).toBe('2026-03-10');
  expect((await state(from)).context.fates).toEqual([{ kind: 'target', caseId: into, resolvedOn: closedOn }]);
  expect(await lines(from)).toEqual(['SHARE_FATE']);
  expect(await strictly()).toEqual([2, 2, 2, 2]);
});
