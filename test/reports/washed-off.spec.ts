/** Lateness is not washed off: no way of getting a new due day raises the rate in time, and each shows as a sign that opens exactly that case. */
import { v7 as uuid } from 'uuid';
import type { Day } from '../../src/domain/day.js';
import { addDays } from '../../src/domain/day.js';
import type { SIGNS } from '../../src/domain/report.js';
import type { ClosureReport } from '../../src/reports/closure.dto.js';
import { compactReport } from '../../src/store/reports/report-compaction.js';
import { verifyReports } from '../../src/store/audit/report-recount.js';
import { collecting, openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, calendar, UNIT, units, type ActorKind } from '../support/engine.js';
import { reading, type Reading } from './reading.js';

type Sign = (typeof SIGNS)[number];

let test: TestDatabase;
let fixture: Fixture;
let read: Reading;
beforeEach(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  read = reading(test.database, fixture);
  read.clock.at = at('2026-03-31');
  // Somebody who does it right, so that a rate has something to rise from.
  await closedInTime();
});
afterEach(() => test.drop());

const send = (id: string, day: Day, time: string, who: ActorKind, type: string, payload = {}): Promise<unknown> =>
  fixture.send(id, ACTOR[who], at(day, time), type, payload);
const FIX = { measure: '已经修好', lastingMeasure: '每月检查' };
const handIn = (id: string, day: Day, time = '11:00') => send(id, day, time, 'handler', 'SUBMIT', FIX);
const pass = (id: string, day: Day, time = '12:00') => send(id, day, time, 'supervisor', 'PASS', { method: 'onSite' });
const visit = (id: string, day: Day, outcome: 'fixed' | 'notFixed', time = '13:00') =>
  send(id, day, time, 'visitor', 'RECORD_VISIT', { method: 'phone', outcome, durationSeconds: 200 });
const close = async (id: string, day: Day): Promise<void> => {
  await handIn(id, day);
  await pass(id, day);
  await visit(id, day, 'fixed');
};
/** Collected on Monday the 2nd of March, due on Thursday the 5th unless told. */
const working = (dueOn: Day = '2026-03-05'): Promise<string> => fixture.working(at('2026-03-02'), { dueOn });
const closedInTime = async (): Promise<void> => close(await working(), '2026-03-04');

const ask = (asOf: Day = '2026-03-31', more = {}): Promise<ClosureReport> =>
  read.reports.closure(ACTOR.leader, { by: 'unit', asOf, ...more });

/** The rate in time of that day: the one who does it right, and nothing beyond it. */
async function expectNotRisen(id: string, signs: Sign[], asOf: Day = '2026-03-31'): Promise<void> {
  for (const replayed of [false, true]) {
    if (replayed) await compactReport(test.database.pool, '2026-03-31');
    const { total } = await ask(asOf);
    expect(total.measures.dueAndClosedRate).toMatchObject({ numerator: 1, denominator: 2, rate: 0.5 });
    expect(total.measures.strictOnTimeRate).toMatchObject({ numerator: 1, denominator: 2, rate: 0.5 });
    for (const sign of signs) {
      expect([sign, total.signs[sign].count]).toEqual([sign, 1]);
      expect([sign, (await read.follow(ACTOR.leader, total.signs[sign].casesHref)).ids]).toEqual([sign, [id]]);
    }
  }
  const checked = await verifyReports(
    test.database.pool,
    calendar,
    units.all().map((unit) => unit.id),
    at('2026-03-31'),
    ['2026-03-06', '2026-03-09', '2026-03-10'],
  );
  expect([checked.recounts.filter(({ differing }) => differing > 0), checked.rollup]).toEqual([[], []]);
}

it('parking and resuming a late case on one day', async () => {
  const id = await working();
  await send(id, '2026-03-09', '10:00', 'leader', 'PARK', { reason: '待统一改造', reviewOn: '2026-03-20' });
  await send(id, '2026-03-09', '10:05', 'clerk', 'RESUME');
  await close(id, '2026-03-09');
  await expectNotRisen(id, ['everParked', 'resumedSameDay']);
});

it('a fresh day after a visit that found nothing fixed when the due day was over', async () => {
  const id = await working();
  await handIn(id, '2026-03-05');
  await pass(id, '2026-03-06');
  await visit(id, '2026-03-06', 'notFixed');
  await close(id, '2026-03-09');
  await expectNotRisen(id, ['freshAfterDue']);
});

it('a fresh day for a case that was handed in late', async () => {
  const id = await working();
  await handIn(id, '2026-03-09', '09:00');
  await pass(id, '2026-03-09', '09:10');
  await visit(id, '2026-03-09', 'notFixed', '09:20');
  await close(id, '2026-03-10');
  await expectNotRisen(id, ['freshAfterDue']);
});

it('an honest visit before the due day is no sign, and the case is closed in time by its fresh day', async () => {
  const id = await working('2026-03-20');
  await handIn(id, '2026-03-04');
  await pass(id, '2026-03-04');
  await visit(id, '2026-03-04', 'notFixed');
  await close(id, '2026-03-06');
  const { total } = await ask();
  expect(total.measures.dueAndClosedRate).toMatchObject({ numerator: 2, denominator: 2 });
  expect(total.signs.freshAfterDue.count).toBe(0);
});

it('reopening a case that was closed after its due day, and closing it again', async () => {
  const id = await working();
  await handIn(id, '2026-03-05');
  await pass(id, '2026-03-06');
  await visit(id, '2026-03-09', 'fixed');
  await expectNotRisen(id, [], '2026-03-09');
  await send(id, '2026-03-10', '09:00', 'supervisor', 'REOPEN', { reason: '回头看发现反弹' });
  expect((await ask('2026-03-10')).total.measures.dueAndClosedRate).toMatchObject({ numerator: 1, denominator: 2 });
  await close(id, '2026-03-10');
  await expectNotRisen(id, ['closedAfterReopening']);
});

it('an extension granted after the due day, to a late unit', async () => {
  const id = await working();
  await send(id, '2026-03-05', '17:00', 'handler', 'REQUEST_EXTENSION', { days: 10, reason: '等待配件' });
  await send(id, '2026-03-09', '09:00', 'clerk', 'GRANT_EXTENSION');
  await close(id, '2026-03-10');
  await expectNotRisen(id, ['extendedLate']);
});

it('an extension granted after the due day, while the fix is being checked', async () => {
  const id = await working();
  await send(id, '2026-03-05', '16:00', 'handler', 'REQUEST_EXTENSION', { days: 10, reason: '等待配件' });
  await handIn(id, '2026-03-05', '17:00');
  await send(id, '2026-03-09', '09:00', 'clerk', 'GRANT_EXTENSION');
  await pass(id, '2026-03-09');
  await visit(id, '2026-03-10', 'fixed');
  await expectNotRisen(id, ['extendedLate']);
});

it('declining when late, and being assigned anew', async () => {
  const id = await fixture.collect(at('2026-03-02'));
  await send(id, '2026-03-02', '11:00', 'clerk', 'ASSIGN', { leadUnitId: UNIT.lead, dueOn: '2026-03-03' });
  await send(id, '2026-03-04', '09:00', 'handler', 'DECLINE', { reason: '不在辖区', suggestedUnitId: UNIT.lead });
  // While nobody leads it, it stays due: declining takes no lateness away.
  expect((await ask('2026-03-06')).total.measures.dueAndClosedRate).toMatchObject({ numerator: 1, denominator: 2 });
  await send(id, '2026-03-04', '10:00', 'clerk', 'ASSIGN', { leadUnitId: UNIT.lead, dueOn: '2026-03-20' });
  await send(id, '2026-03-04', '10:10', 'handler', 'ACCEPT');
  await close(id, '2026-03-06');
  await expectNotRisen(id, ['declinedAgain']);
});

it('declining again and again in time', async () => {
  const id = await fixture.collect(at('2026-03-02'));
  for (const day of ['2026-03-02', '2026-03-04']) {
    await send(id, day, '11:00', 'clerk', 'ASSIGN', { leadUnitId: UNIT.lead, dueOn: addDays(day, 5) });
    await send(id, day, '12:00', 'handler', 'DECLINE', { reason: '不在辖区', suggestedUnitId: UNIT.other });
  }
  const { total } = await ask();
  expect(total.measures.dueAndClosedRate).toMatchObject({ numerator: 1, denominator: 1 });
  expect(total.signs.declinedAgain.count).toBe(1);
  expect((await read.follow(ACTOR.leader, total.signs.declinedAgain.casesHref)).ids).toEqual([id]);
});

it('a due day in ten years', async () => {
  const id = await working('2036-02-29');
  await working('2026-04-10');
  const { total } = await ask();
  expect(total.measures.dueAndClosedRate).toMatchObject({ numerator: 1, denominator: 1 });
  expect(total.signs.dueFarAhead.count).toBe(1);
  expect((await read.follow(ACTOR.leader, total.signs.dueFarAhead.casesHref)).ids).toEqual([id]);
});

it('thirty closed rows brought in by import', async () => {
  const open = await working();
  const before = await ask();
  const importer = { ...ACTOR.clerk, via: 'import' as const };
  const imported: string[] = [];
  for (let n = 0; n < 30; n += 1) {
    const intent = collecting(at('2026-02-02'), { actor: importer });
    const caseId = intent.steps[0]!.kind === 'collect' ? intent.steps[0]!.collection.caseId : '';
    const payload = { leadUnitId: UNIT.lead, dueOn: '2026-03-16' };
    const command = { id: uuid(), type: 'TAKE_OVER', caseId, actor: importer, at: at('2026-03-03'), payload };
    intent.steps.push({ kind: 'command', command });
    await fixture.executor.execute(intent);
    imported.push(caseId);
  }
  for (const replayed of [false, true]) {
    if (replayed) await compactReport(test.database.pool, '2026-03-31');
    const after = await ask();
    expect(after.total.measures).toEqual(before.total.measures);
    expect(after.total.measures.closureRate).toMatchObject({ numerator: 1, denominator: 2 });
    expect(after.total.signs.takenOverClosed.count).toBe(30);
    const listed = await read.follow(ACTOR.leader, after.total.signs.takenOverClosed.casesHref);
    expect([listed.total, [...listed.ids].sort()]).toEqual([30, [...imported].sort()]);
    const withThem = (await ask('2026-03-31', { takenOver: 'include' })).total;
    expect(withThem.measures.closureRate).toMatchObject({ numerator: 31, denominator: 32 });
    expect(withThem.signs.takenOverClosed.count).toBe(30);
    expect((await read.follow(ACTOR.leader, after.total.counts.resolved.casesHref)).ids).not.toContain(open);
  }
});

it('a case brought in as closed and reopened here is counted from that day on, late and in time like any other', async () => {
  const importer = { ...ACTOR.clerk, via: 'import' as const };
  const intent = collecting(at('2026-02-02'), { actor: importer });
  const id = intent.steps[0]!.kind === 'collect' ? intent.steps[0]!.collection.caseId : '';
  const payload = { leadUnitId: UNIT.lead, dueOn: '2026-03-16' };
  const command = { id: uuid(), type: 'TAKE_OVER', caseId: id, actor: importer, at: at('2026-03-03'), payload };
  intent.steps.push({ kind: 'command', command });
  await fixture.executor.execute(intent);
  await send(id, '2026-03-10', '09:00', 'supervisor', 'REOPEN', { reason: '回头看发现反弹' });
  const { dueOn } = (await fixture.dependencies.cases.load([id])).cases.get(id)!.context;
  expect(dueOn! < '2026-03-31').toBe(true);
  const figures = async (asOf: Day) => {
    const { counts, measures, signs } = (await ask(asOf)).total;
    const { dueAndClosedRate: rate } = measures;
    return [counts.adopted.count, counts.overdue.count, rate.numerator, rate.denominator, signs.takenOverClosed.count];
  };
  for (const replayed of [false, true]) {
    if (replayed) await compactReport(test.database.pool, '2026-03-31');
    expect(await figures('2026-03-09')).toEqual([1, 0, 1, 1, 1]);
    expect(await figures('2026-03-10')).toEqual([2, 0, 1, 1, 0]);
    expect(await figures('2026-03-31')).toEqual([2, 1, 1, 2, 0]);
    const { counts } = (await ask()).total;
    expect((await read.follow(ACTOR.leader, counts.overdue.casesHref)).ids).toEqual([id]);
  }
  await close(id, '2026-03-31');
  await expectNotRisen(id, ['closedAfterReopening']);
});

it('shows none of this where nothing of it was done', async () => {
  const { neverNegativeUnits: _, ...signs } = (await ask()).total.signs;
  const shown = Object.entries(signs).filter(([, { count }]) => count > 0);
  // The case that stands for doing it right has no evidence, and was assigned two days before.
  expect(shown.map(([name]) => name)).toEqual(['closedWithoutEvidence']);
});
