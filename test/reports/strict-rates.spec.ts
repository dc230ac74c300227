/** The strict rates: no way out of the everyday ones lifts them, and whatever leaves late is counted as such and opens its cases. */
import type { Day } from '../../src/domain/day.js';
import { compactReport } from '../../src/store/reports/report-compaction.js';
import { verifyReports } from '../../src/store/audit/report-recount.js';
import type { ClosureReport } from '../../src/reports/closure.dto.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, calendar, UNIT, units, type ActorKind } from '../support/engine.js';
import { reading, type Reading } from './reading.js';

const TODAY: Day = '2026-03-31';
let test: TestDatabase;
let fixture: Fixture;
let read: Reading;
/** A case that is done as it should be, and one that is late: rates have something to rise from and something to rise by. */
let good: string;
let late: string;
beforeEach(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  read = reading(test.database, fixture);
  read.clock.at = at(TODAY);
  good = await working();
  await close(good, '2026-03-04');
  late = await working();
});
afterEach(() => test.drop());

const send = (id: string, day: Day, who: ActorKind, type: string, payload = {}, time = '11:00'): Promise<unknown> =>
  fixture.send(id, ACTOR[who], at(day, time), type, payload);
/** Collected and assigned on Monday the 2nd of March, due on Thursday the 5th unless told. */
const working = (dueOn: Day = '2026-03-05'): Promise<string> => fixture.working(at('2026-03-02'), { dueOn });
async function close(id: string, day: Day): Promise<void> {
  await send(id, day, 'handler', 'SUBMIT', { measure: '已经修好', lastingMeasure: '每月检查' });
  await send(id, day, 'supervisor', 'PASS', { method: 'onSite' }, '12:00');
  await send(id, day, 'visitor', 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', durationSeconds: 200 }, '13:00');
}
const ask = (asOf: Day = TODAY): Promise<ClosureReport> => read.reports.closure(ACTOR.leader, { by: 'unit', asOf });
const listed = async (href: string): Promise<string[]> => (await read.follow(ACTOR.leader, href)).ids.sort();

/** Numerators and denominators of both strict rates, and how many left late, read from the deltas and from the rollup. */
async function strictly(asOf: Day = TODAY): Promise<number[]> {
  const found: number[][] = [];
  for (const compacted of [false, true]) {
    if (compacted) await compactReport(test.database.pool, TODAY);
    const { measures, counts } = (await ask(asOf)).total;
    const { strictClosureRate: closing, strictOnTimeRate: onTime } = measures;
    found.push([
      ...[closing.numerator, closing.denominator, onTime.numerator, onTime.denominator],
      counts.departedLate.count,
    ]);
  }
  expect(found[1]).toEqual(found[0]);
  return found[0]!;
}

async function expectRecounted(): Promise<void> {
  const all = units.all().map(({ id }) => id);
  const days: Day[] = ['2026-03-02', '2026-03-05', '2026-03-06', '2026-03-09', '2026-03-16'];
  const { recounts, rollup } = await verifyReports(test.database.pool, calendar, all, at(TODAY), days);
  expect([recounts.filter(({ differing }) => differing > 0), rollup]).toEqual([[], []]);
}

it('counts one of two in both, on the day and after it', async () => {
  expect(await strictly()).toEqual([1, 2, 1, 2, 0]);
  // A due day that lies ahead asks for nothing yet.
  expect(await strictly('2026-03-04')).toEqual([1, 2, 0, 0, 0]);
  await expectRecounted();
});

describe('a late case that leaves', () => {
  it('by being withdrawn stays in both, and is counted as departed late', async () => {
    await send(late, '2026-03-09', 'clerk', 'WITHDRAW', { reason: '反映人撤回' });
    const { total } = await ask();
    expect(total.measures.closureRate).toMatchObject({ numerator: 1, denominator: 1 }); // the everyday rate rose
    expect(await strictly()).toEqual([1, 2, 1, 2, 1]);
    expect(await listed(total.counts.departedLate.casesHref)).toEqual([late]);
    expect(await listed(total.measures.strictOnTimeRate.denominatorHref)).toEqual([good, late].sort());
    expect(await listed(total.measures.strictClosureRate.denominatorHref)).toEqual([good, late].sort());
    await expectRecounted();
  });

  it.each(['REJECT', 'MERGE'] as const)('by %s, once it was declined and is triaged anew', async (type) => {
    const id = await fixture.collect(at('2026-03-02'));
    const target = await working('2026-04-10');
    await send(id, '2026-03-02', 'clerk', 'ASSIGN', { leadUnitId: UNIT.lead, dueOn: '2026-03-03' });
    await send(id, '2026-03-04', 'handler', 'DECLINE', { reason: '不在辖区', suggestedUnitId: UNIT.other });
    await send(id, '2026-03-05', 'clerk', type, type === 'MERGE' ? { caseId: target } : { reason: '不属公安职责' });
    expect(await strictly()).toEqual([1, 4, 1, 3, 1]);
    await expectRecounted();
  });
});

it('a case withdrawn within three working days of its due day departed late; one withdrawn before did not', async () => {
  const [near, far] = [await working('2026-03-12'), await working('2026-03-13')];
  await send(near, '2026-03-09', 'clerk', 'WITHDRAW', { reason: '反映人撤回' });
  await send(far, '2026-03-09', 'clerk', 'WITHDRAW', { reason: '反映人撤回' });
  expect(await strictly()).toEqual([1, 4, 1, 4, 1]);
  expect(await listed((await ask()).total.counts.departedLate.casesHref)).toEqual([near]);
  await expectRecounted();
});

it('what is turned down or joined at triage was nobody’s, and is in neither; what is withdrawn there stays in the first', async () => {
  const [rejected, merged, withdrawn] = await Promise.all([1, 2, 3].map(() => fixture.collect(at('2026-03-02'))));
  await send(rejected!, '2026-03-03', 'clerk', 'REJECT', { reason: '不属公安职责' });
  await send(merged!, '2026-03-03', 'clerk', 'MERGE', { caseId: late });
  await send(withdrawn!, '2026-03-03', 'clerk', 'WITHDRAW', { reason: '反映人撤回' });
  expect(await strictly()).toEqual([1, 3, 1, 2, 0]);
  // Until it was triaged it counted.
  expect((await ask('2026-03-02')).total.measures.strictClosureRate.denominator).toBe(5);
  await expectRecounted();
});

describe('the first due day', () => {
  it('moves with an extension granted before it', async () => {
    const id = await working();
    await send(id, '2026-03-03', 'handler', 'REQUEST_EXTENSION', { days: 5, reason: '等待配件' });
    await send(id, '2026-03-04', 'clerk', 'GRANT_EXTENSION');
    await close(id, '2026-03-10');
    expect(await strictly()).toEqual([2, 3, 2, 3, 0]);
    await expectRecounted();
  });

  it.each([
    ['an extension granted on its last day', ['REQUEST_EXTENSION', 'GRANT_EXTENSION']],
    ['parking before it', ['PARK', 'RESUME']],
  ])('does not move with %s', async (_, types) => {
    const id = await working();
    if (types[0] === 'PARK') {
      await send(id, '2026-03-04', 'leader', 'PARK', { reason: '待统一改造', reviewOn: '2026-03-20' });
      await send(id, '2026-03-16', 'clerk', 'RESUME');
    } else {
      await send(id, '2026-03-05', 'handler', 'REQUEST_EXTENSION', { days: 5, reason: '等待配件' });
      await send(id, '2026-03-05', 'clerk', 'GRANT_EXTENSION', {}, '12:00');
    }
    await close(id, types[0] === 'PARK' ? '2026-03-16' : '2026-03-09');
    const { total } = await ask();
    expect(total.measures.dueAndClosedRate).toMatchObject({ numerator: 2, denominator: 3 }); // the everyday rate rose
    expect(await strictly()).toEqual([2, 3, 1, 3, 0]);
    expect(total.signs.parkedBeforeDue.count).toBe(types[0] === 'PARK' ? 1 : 0);
    expect(total.signs.extendedOnLastDay.count).toBe(types[0] === 'PARK' ? 0 : 1);
    await expectRecounted();
  });
});

it('reopening takes a resolved case out of both numerators, and closing it again later brings it into the first only', async () => {
  await send(good, '2026-03-09', 'supervisor', 'REOPEN', { reason: '回头看发现反弹' });
  expect(await strictly('2026-03-09')).toEqual([0, 2, 0, 2, 0]);
  await close(good, '2026-03-10');
  expect(await strictly()).toEqual([1, 2, 0, 2, 0]);
  await expectRecounted();
});

it('an assignment is signed in time on the next working day at the latest, and late or open counts from then', async () => {
  const friday = await fixture.collect(at('2026-03-06'));
  await send(friday, '2026-03-06', 'clerk', 'ASSIGN', { leadUnitId: UNIT.lead });
  const signing = async (asOf: Day): Promise<number[]> => {
    const { numerator, denominator } = (await ask(asOf)).total.measures.signedInTimeRate;
    return [numerator, denominator];
  };
  expect(await signing('2026-03-08')).toEqual([2, 2]);
  expect(await signing('2026-03-09')).toEqual([2, 3]);
  await send(friday, '2026-03-10', 'handler', 'ACCEPT');
  expect(await signing('2026-03-10')).toEqual([2, 3]);
  await expectRecounted();
});
