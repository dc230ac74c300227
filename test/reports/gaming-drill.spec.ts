/** The gaming drill: every way anybody thought of to lift the rate without fixing anything, played under version 2 of the workflows. Each is refused, or
 *  stands in the signs with its case; neither strict rate rises by it. The list for people stands in docs/reports.md. */
import { createHash } from 'node:crypto';
import type { CaseState } from '../../src/domain/case.js';
import type { Actor } from '../../src/domain/command.js';
import type { Day } from '../../src/domain/day.js';
import { editedYear, requirePassedDays } from '../../src/domain/edited-year.js';
import { Refused } from '../../src/domain/errors.js';
import { linkedCaseId } from '../../src/executor/linked-case.js';
import { sweep } from '../../src/executor/sweep.js';
import { isLateWithoutDate } from '../../src/engine/next-date.js';
import type { SignsShown } from '../../src/reports/closure.dto.js';
import { AttachmentStore } from '../../src/store/files/attachment.store.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, CATEGORY, payloadFor, rectification2, refs, SECOND, UNIT } from '../support/engine.js';
import { openFixture2 } from '../support/fixture-2.js';
import type { Fixture } from '../support/fixture.js';
import { reading, type Reading } from './reading.js';

const TODAY: Day = '2026-04-30';
/** Collected, assigned and signed for on the first day; the second is the last on which a case is in time. */
const [MONDAY, DUE]: [Day, Day] = ['2026-03-02', '2026-03-12'];
/** The office gives noise thirty working days. */
const noise = { ...refs.categories.get(CATEGORY.noise)!, days: [{ track: 'standard' as const, since: 0, days: 30 }] };
const categories = new Map(refs.categories).set(CATEGORY.noise, noise);
let test: TestDatabase;
let fixture: Fixture;
let read: Reading;
/** A case that is done as it should be, and one that nobody fixes: rates have something to rise from and something to rise by. */
let bad: string;

beforeEach(async () => {
  test = await createTestDatabase();
  fixture = await openFixture2(test.database);
  fixture.dependencies.referenceData.current = () => ({ ...refs, categories });
  read = reading(test.database, fixture);
  read.clock.at = at(TODAY);
  await fix(await working(), '2026-03-04');
  bad = await working();
});
afterEach(async () => {
  // Whatever was tried, a late case has a next date.
  const open = await fixture.dependencies.cases.openOn('rectification', 2);
  const { cases } = await fixture.dependencies.cases.load(open);
  const forgotten = [...cases.values()].filter((one) => isLateWithoutDate(one, TODAY));
  expect(forgotten.map(({ facts }) => facts.number)).toEqual([]);
  await test.drop();
});

/** What became of a step: `ok`, or the code of its refusal. */
async function tries(
  id: string,
  day: Day,
  who: Actor,
  type: string,
  more: object = {},
  time = '11:00',
): Promise<string> {
  const { photosBefore: _, photosAfter: __, ...given } = payloadFor(type, rectification2, day);
  const kept = type === 'CORRECT' || type === 'ASSIGN' ? {} : given;
  try {
    await fixture.send(id, who, at(day, time), type, { ...kept, ...more });
    return 'ok';
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}
async function does(id: string, day: Day, who: Actor, type: string, more: object = {}, time?: string): Promise<void> {
  expect([type, await tries(id, day, who, type, more, time)]).toEqual([type, 'ok']);
}
const working = (more: object = {}): Promise<string> => fixture.working(at(MONDAY), { dueOn: DUE, ...more });
const state = async (id: string): Promise<CaseState> => (await fixture.dependencies.cases.load([id])).cases.get(id)!;
async function fix(id: string, day: Day): Promise<void> {
  await does(id, day, ACTOR.handler, 'SUBMIT');
  await does(id, day, ACTOR.supervisor, 'PASS', {}, '12:00');
  await does(id, day, ACTOR.visitor, 'RECORD_VISIT', { durationSeconds: 200 }, '13:00');
}
async function until(day: Day): Promise<void> {
  while ((await sweep(fixture.dependencies, at(day, '09:30'), 200)).claimed > 0);
}
async function departs(kind: string, day: Day, more: object = {}): Promise<void> {
  await does(bad, day, ACTOR.clerk, 'ASK_DEPARTURE', { kind, ...more });
  await does(bad, day, SECOND.leader, 'GRANT_DEPARTURE', {}, '12:00');
}

const report = async () => (await read.reports.closure(ACTOR.leader, { by: 'unit', asOf: TODAY })).total;
/** Numerators and denominators of the two strict rates. */
async function strictly(): Promise<[number, number, number, number]> {
  const { strictClosureRate: closing, strictOnTimeRate: onTime } = (await report()).measures;
  return [closing.numerator, closing.denominator, onTime.numerator, onTime.denominator];
}
type Sign = Exclude<keyof SignsShown, 'neverNegativeUnits'>;
/** The cases that the sign opens. */
async function shown(sign: Sign): Promise<string[]> {
  const { casesHref } = (await report()).signs[sign] as { casesHref: string };
  return (await read.follow(ACTOR.leader, casesHref)).ids;
}
/** Plays the trick; neither strict rate is higher than it was, and the sign opens the case. */
async function drill(trick: () => Promise<unknown>, sign?: Sign): Promise<void> {
  const [n, of, inTime, due] = await strictly();
  await trick();
  const [n2, of2, inTime2, due2] = await strictly();
  expect({ closing: [n2, of2], rises: n2 * of > n * of2 }).toMatchObject({ rises: false });
  expect({ onTime: [inTime2, due2], rises: inTime2 * due > inTime * due2 }).toMatchObject({ rises: false });
  if (sign !== undefined) expect([sign, await shown(sign)]).toEqual([sign, expect.arrayContaining([bad])]);
}

it('starts from one good case of two, in both strict rates', async () => {
  expect(await strictly()).toEqual([1, 2, 1, 2]);
});

describe('talking the ladder down', () => {
  it('reply forever: each order once, by whom it is addressed to, never far ahead; broken words are shown', () =>
    drill(async () => {
      const reply = (day: Day, who: Actor, rung: string, promisedOn: Day, time?: string): Promise<string> =>
        tries(bad, day, who, 'REPLY_ORDER', { period: 1, rung, promisedOn }, time);
      await until('2026-03-13');
      expect(await reply('2026-03-13', ACTOR.handler, 'blue', '2026-03-23')).toBe('rule.promiseIsNear');
      expect(await reply('2026-03-13', ACTOR.handler, 'blue', '2026-03-20')).toBe('ok');
      expect(await reply('2026-03-16', ACTOR.handler, 'blue', '2026-03-23')).toBe('rule.orderAwaitsAnswer');
      await until('2026-03-23');
      expect((await state(bad)).context.rung).toBe('orange');
      expect(await reply('2026-03-23', ACTOR.handler, 'orange', '2026-03-26')).toBe('rule.answersOrder');
      expect(await reply('2026-03-23', ACTOR.unitLeader, 'orange', '2026-03-26')).toBe('ok');
      await until('2026-03-27');
      expect((await state(bad)).context.rung).toBe('red');
      expect(await reply('2026-03-27', ACTOR.unitLeader, 'red', '2026-03-30')).toBe('rule.orderAwaitsAnswer');
      await does(bad, '2026-03-27', ACTOR.leader, 'SIGN_ORDER', { period: 1, rung: 'red' });
      // Five and three of the ten working days of promises are used up.
      expect(await reply('2026-03-27', ACTOR.unitLeader, 'red', '2026-04-01', '12:00')).toBe('rule.promiseIsNear');
      expect(await reply('2026-03-27', ACTOR.unitLeader, 'red', '2026-03-31', '12:00')).toBe('ok');
      await until('2026-04-01');
      expect((await state(bad)).context.rung).toBe('talk');
    }, 'promiseBroken'));

  it('waive forever: only from outside the unit, with a review day near by, after which the same order lies there again', () =>
    drill(async () => {
      await until('2026-03-24');
      const waive = (day: Day, who: Actor, reviewOn: Day): Promise<string> =>
        tries(bad, day, who, 'WAIVE_ORDER', { period: 1, rung: 'red', reviewOn });
      expect((await state(bad)).context.rung).toBe('red');
      expect(await waive('2026-03-24', ACTOR.leaderInLead, '2026-03-30')).toMatch(/^rule\./);
      expect(await waive('2026-03-24', ACTOR.leader, '2026-04-30')).toBe('rule.waiverIsNear');
      expect(await waive('2026-03-24', ACTOR.leader, '2026-03-31')).toBe('ok');
      await until('2026-03-31');
      expect((await state(bad)).context.orders.at(-1)).toMatchObject({ rung: 'red', status: 'proposed' });
      expect(await shown('waivedAgain')).toEqual([]);
      expect(await waive('2026-03-31', ACTOR.leader, '2026-04-07')).toBe('ok');
      expect(await shown('leaderWaived')).toEqual([bad]);
    }, 'waivedAgain'));
});

describe('stopping the clock', () => {
  it('park before the due day', () =>
    drill(() => does(bad, '2026-03-11', ACTOR.leader, 'PARK', { reviewOn: '2026-04-29' }), 'parkedBeforeDue'));

  it('park it for years: a hold is looked at within half a year', () =>
    drill(async () => {
      expect(await tries(bad, '2026-03-11', ACTOR.leader, 'PARK', { reviewOn: '2027-03-11' })).toBe(
        'rule.reviewIsAhead',
      );
      await does(bad, '2026-03-11', ACTOR.leader, 'PARK', { reviewOn: '2026-09-11' });
    }, 'parkedBeforeDue'));

  it('park and resume on one day', () =>
    drill(async () => {
      await does(bad, '2026-03-11', ACTOR.leader, 'PARK', { reviewOn: '2026-04-29' });
      await does(bad, '2026-03-11', ACTOR.clerk, 'RESUME', {}, '15:00');
    }, 'resumedSameDay'));

  it('extend on the last day', () =>
    drill(async () => {
      await does(bad, DUE, ACTOR.handler, 'REQUEST_EXTENSION', { days: 10 });
      expect(await tries(bad, DUE, ACTOR.clerkInLead, 'GRANT_EXTENSION')).toMatch(/^rule\./);
      await does(bad, DUE, ACTOR.clerk, 'GRANT_EXTENSION', {}, '16:00');
    }, 'extendedOnLastDay'));

  it('extend on the last day and fix it then: solved, and not by its first due day', async () => {
    await does(bad, DUE, ACTOR.handler, 'REQUEST_EXTENSION', { days: 10 });
    await does(bad, DUE, ACTOR.clerk, 'GRANT_EXTENSION', {}, '16:00');
    await fix(bad, '2026-03-20');
    expect((await report()).measures.dueAndClosedRate).toMatchObject({ numerator: 2, denominator: 2 });
    expect(await strictly()).toEqual([2, 2, 1, 2]);
  });

  it('correct the category to get more days: the day stays, and a category with more of them is shown', () =>
    drill(async () => {
      const { dueOn } = (await state(bad)).context;
      const correct = { categoryId: CATEGORY.noise, reason: '类别有误' };
      await does(bad, '2026-03-11', ACTOR.clerk, 'CORRECT', correct);
      expect((await state(bad)).context).toMatchObject({ dueOn, categoryId: CATEGORY.noise });
      // The other way round nothing is eased.
      const other = await working({ categoryId: CATEGORY.noise });
      await does(other, '2026-03-11', ACTOR.clerk, 'CORRECT', { ...correct, categoryId: CATEGORY.order });
      expect(await shown('easedByCorrection')).toEqual([bad]);
    }, 'easedByCorrection'));

  it('give it back and out again under a lighter category: more days, and no lighter check', () =>
    drill(async () => {
      bad = await fixture.collect(at(MONDAY));
      await does(bad, MONDAY, ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead });
      const { dueOn, categoryId } = (await state(bad)).context;
      await does(bad, '2026-03-03', ACTOR.liaison, 'DECLINE');
      await does(bad, '2026-03-04', ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead, categoryId: CATEGORY.noise });
      const now = await state(bad);
      expect(now.context.dueOn! > dueOn!).toBe(true);
      expect(now.context.formerCategoryIds).toEqual([categoryId]);
      expect(now.firstDueOn).toBe(dueOn);
    }, 'easedByCorrection'));

  it('declare holidays: what was counted by days that have passed stands, and by those to come the first due day does', () =>
    drill(async () => {
      bad = await fixture.collect(at(MONDAY));
      await does(bad, MONDAY, ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead });
      const { dueOn } = (await state(bad)).context;
      const off = ['2026-03-09', '2026-03-10', '2026-03-11'].map((day) => ({
        day,
        kind: 'off' as const,
        name: '维护',
      }));
      const year = refs.calendar.years.find((one) => one.year === 2026)!;
      const calendar = refs.calendar.withYear(editedYear(year, off, '2026-03-04', undefined));
      expect(() =>
        requirePassedDays(
          refs.calendar,
          calendar.years.find((one) => one.year === 2026)!,
          '2026-03-12',
        ),
      ).toThrow(/2026-03-09, 2026-03-10, 2026-03-11/);
      fixture.dependencies.referenceData.current = () => ({ ...refs, categories, calendar });
      await does(bad, '2026-03-04', ACTOR.system, 'RECOMPUTE_DUE', { year: 2026 });
      const now = await state(bad);
      expect(now.context.dueOn! > dueOn!).toBe(true);
      expect(now.firstDueOn).toBe(dueOn);
    }, 'easedByCorrection'));
});

describe('passing it to and fro', () => {
  it('transfer on the last day: the day stays, and both units answer for it', () =>
    drill(async () => {
      await does(bad, '2026-03-11', ACTOR.clerk, 'TRANSFER', { leadUnitId: UNIT.other, reason: '属城西管辖' });
      expect((await state(bad)).context.dueOn).toBe(DUE);
      const { rows } = await read.reports.closure(ACTOR.leader, { by: 'unit', asOf: TODAY });
      const due = Object.fromEntries(rows.map(({ key, measures }) => [key, measures.strictOnTimeRate.denominator]));
      expect(due).toMatchObject({ [UNIT.lead]: 2, [UNIT.other]: 1 });
    }, 'transferredLate'));

  it('transfer it to begin the signing anew: who left it unsigned is shown', () =>
    drill(async () => {
      bad = await fixture.collect(at(MONDAY));
      await does(bad, MONDAY, ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead, dueOn: DUE });
      await does(bad, '2026-03-05', ACTOR.clerk, 'TRANSFER', { leadUnitId: UNIT.other, reason: '属城西管辖' });
      await does(bad, '2026-03-06', ACTOR.clerk, 'TRANSFER', { leadUnitId: UNIT.support, reason: '属城南管辖' });
      const { rows } = await read.reports.closure(ACTOR.leader, { by: 'unit', asOf: TODAY });
      const left = rows.filter(({ signs }) => signs.leftUnsigned.count > 0).map(({ key }) => key);
      expect(left).toEqual([UNIT.lead]);
    }, 'leftUnsigned'));

  it('decline in turns', () =>
    drill(async () => {
      bad = await fixture.collect(at(MONDAY));
      for (const [day, back] of [
        [MONDAY, '2026-03-03'],
        ['2026-03-04', '2026-03-05'],
      ] as const) {
        await does(bad, day, ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead, dueOn: DUE });
        await does(bad, back, ACTOR.liaison, 'DECLINE');
      }
    }, 'declinedAgain'));
});

describe('letting it go', () => {
  it('withdraw: not by one person, nor by the office when it is late; a leader’s stays in the rates and is listed', () =>
    drill(async () => {
      const late: Day = '2026-03-16';
      expect(await tries(bad, late, ACTOR.clerk, 'WITHDRAW')).not.toBe('ok');
      expect(await tries(bad, late, ACTOR.handler, 'ASK_DEPARTURE', { kind: 'withdraw' })).toMatch(/^rule\./);
      await does(bad, late, ACTOR.leader, 'ASK_DEPARTURE', { kind: 'withdraw' });
      expect(await tries(bad, late, ACTOR.leader, 'GRANT_DEPARTURE')).toBe('rule.isNotOwnDeparture');
      expect(await tries(bad, late, SECOND.clerk, 'GRANT_DEPARTURE')).toBe('rule.mayGrantDeparture');
      expect(await tries(bad, late, ACTOR.leaderInLead, 'GRANT_DEPARTURE')).toMatch(/^rule\./);
      await does(bad, late, SECOND.leader, 'GRANT_DEPARTURE');
      // The everyday rate rose.
      expect((await report()).measures.closureRate).toMatchObject({ numerator: 1, denominator: 1 });
    }, 'departedLate'));

  it('reject it once it is late', () => drill(() => departs('reject', '2026-03-16'), 'departedLate'));

  it('merge it into a fresh one, which gives it no more time; into a closed one never', async () => {
    const closed = await working();
    await fix(closed, '2026-03-05');
    const fresh = await fixture.collect(at('2026-03-13'));
    await drill(async () => {
      const ask = { kind: 'merge', caseId: closed };
      expect(await tries(bad, '2026-03-16', ACTOR.clerk, 'ASK_DEPARTURE', ask)).toBe('rule.departureTargetFits');
      await departs('merge', '2026-03-16', { caseId: fresh });
    }, 'departedLate');
    // Solved with the fresh one it is solved, on the day of that, and was late before.
    await does(fresh, '2026-03-16', ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead }, '14:00');
    await does(fresh, '2026-03-17', ACTOR.handler, 'ACCEPT', {}, '10:00');
    await does(fresh, '2026-03-17', ACTOR.handler, 'SUBMIT');
    await does(fresh, '2026-03-17', ACTOR.supervisor, 'PASS', {}, '12:00');
    for (const raiserId of [fresh, bad]) {
      const visit = { durationSeconds: 200, raiserId };
      await does(fresh, '2026-03-17', ACTOR.visitor, 'RECORD_VISIT', visit, raiserId === fresh ? '13:00' : '14:00');
    }
    expect(await strictly()).toEqual([4, 4, 3, 4]);
  });

  it('merge it into what nobody was given, and turn that down alone: two people, and merged on it is solved with the last', async () => {
    bad = await working({ isKey: true, categoryId: CATEGORY.noise });
    const fresh = await fixture.collect(at('2026-03-03'));
    await drill(async () => {
      await departs('merge', '2026-03-04', { caseId: fresh });
      // What was to be checked heavily is, under whichever number.
      expect((await state(fresh)).context).toMatchObject({ isKey: true, formerCategoryIds: [CATEGORY.noise] });
      for (const type of ['REJECT', 'WITHDRAW', 'MERGE'])
        expect(await tries(fresh, '2026-03-05', ACTOR.leader, type, type === 'MERGE' ? { caseId: bad } : {})).toBe(
          'rule.wasNeverAssigned',
        );
      const other = await working();
      const ask = { kind: 'merge', caseId: other };
      await does(fresh, '2026-03-05', ACTOR.clerk, 'ASK_DEPARTURE', ask);
      expect(await tries(fresh, '2026-03-05', ACTOR.clerk, 'GRANT_DEPARTURE')).not.toBe('ok');
      await does(fresh, '2026-03-05', SECOND.leader, 'GRANT_DEPARTURE', {}, '12:00');
      expect((await state(other)).context).toMatchObject({ isKey: true, bound: [fresh] });
    });
  });

  it('split it so that the part is checked lightly: it is checked as the whole was to be', () =>
    drill(async () => {
      const part = { title: '灯杆', description: '灯杆', categoryId: CATEGORY.noise };
      await does(bad, '2026-03-10', ACTOR.clerk, 'SPLIT', { parts: [part] });
      const { version, context } = await state(bad);
      bad = linkedCaseId(bad, version, 0);
      expect((await state(bad)).context).toMatchObject({
        categoryId: CATEGORY.noise,
        formerCategoryIds: [context.categoryId],
      });
    }, 'splitOff'));

  it('close it by a departure and collect it anew', () =>
    drill(async () => {
      await departs('withdraw', '2026-03-16');
      const again = await fixture.collect(at('2026-03-17'));
      await does(again, '2026-03-17', ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead });
    }, 'departedLate'));

  it('split to dilute: it counts once, and is resolved when all of it is', () =>
    drill(async () => {
      const [, before] = await strictly();
      const parts = ['灯杆', '灯泡', '开关'].map((title) => ({ title, description: title }));
      await does(bad, '2026-03-10', ACTOR.clerk, 'SPLIT', { parts });
      const { version } = await state(bad);
      const whole = bad;
      bad = linkedCaseId(whole, version, 0);
      await does(bad, '2026-03-10', ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead }, '12:00');
      await does(bad, '2026-03-10', ACTOR.handler, 'ACCEPT', {}, '12:30');
      await does(bad, '2026-03-10', ACTOR.handler, 'SUBMIT', {}, '13:00');
      await does(bad, '2026-03-10', ACTOR.supervisor, 'PASS', {}, '14:00');
      await does(bad, '2026-03-10', ACTOR.visitor, 'RECORD_VISIT', { durationSeconds: 200 }, '15:00');
      expect((await state(bad)).context.outcome).toBe('resolved');
      expect((await strictly())[1]).toBe(before);
    }, 'splitOff'));
});

describe('a part that nobody was given', () => {
  it('is not turned down by one person, nor without a leader once the whole is late: it is a departure, and the whole is never solved', () =>
    drill(async () => {
      const late: Day = '2026-03-16';
      await does(bad, late, ACTOR.clerk, 'SPLIT', { parts: [{ title: '难办的', description: '难办的' }] });
      const part = linkedCaseId(bad, (await state(bad)).version, 0);
      for (const type of ['REJECT', 'WITHDRAW'])
        expect(await tries(part, late, ACTOR.clerk, type)).toBe('rule.wasNeverAssigned');
      await does(part, late, ACTOR.clerk, 'ASK_DEPARTURE', { kind: 'reject' });
      expect(await tries(part, late, SECOND.clerk, 'GRANT_DEPARTURE')).toBe('rule.mayGrantDeparture');
      await does(part, late, SECOND.leader, 'GRANT_DEPARTURE', {}, '12:00');
      await fix(bad, '2026-03-17');
      bad = part;
    }, 'departedLate'));
});

describe('a check and a visit that are none', () => {
  it('verification by a friend: nobody of the lead unit, nobody who worked on it, and of a key case two people on site', async () => {
    bad = await working({ supportingUnitIds: [UNIT.support] });
    await drill(async () => {
      const day: Day = '2026-03-10';
      await does(bad, day, ACTOR.handler, 'SUBMIT');
      for (const friend of [ACTOR.supervisorInLead, ACTOR.twoHats, ACTOR.moved, ACTOR.judgeInSupport])
        expect(await tries(bad, day, friend, 'PASS')).toMatch(/^rule\.(holdsNoPostInIt|isOutsideLeadUnit)$/);
      const key = await working({ isKey: true });
      expect(await tries(key, day, ACTOR.handler, 'SUBMIT', { otherPlaces: undefined })).not.toBe('ok');
      await does(key, day, ACTOR.handler, 'SUBMIT');
      expect(await tries(key, day, ACTOR.supervisor, 'PASS', { method: 'remote' })).toBe('rule.checkedOnSite');
      expect(await tries(key, day, ACTOR.supervisor, 'PASS')).toBe('rule.showsBefore');
    });
  });

  it('correct away the key mark: only a leader from outside, and neither its day nor its place in the rates moves', async () => {
    bad = await working({ isKey: true });
    await drill(async () => {
      const correct = { isKey: false, reason: '影响面小' };
      expect(await tries(bad, '2026-03-10', ACTOR.clerk, 'CORRECT', correct)).toBe('rule.mayUnmarkKey');
      expect(await tries(bad, '2026-03-10', ACTOR.leaderInLead, 'CORRECT', correct)).toMatch(/^rule\./);
      await does(bad, '2026-03-10', ACTOR.leader, 'CORRECT', correct);
      expect(await shown('easedByCorrection')).toEqual([bad]);
      expect((await state(bad)).context.dueOn).toBe(DUE);
      const { rows } = await test.database.pool.query(
        `SELECT body -> 'payload' ->> 'reason' AS reason FROM case_event WHERE case_id = $1 AND type = 'CORRECT'`,
        [bad],
      );
      expect(rows).toEqual([{ reason: '影响面小' }]);
    });
  });

  it('nobody reached: three days of trying, and it counts as unverified, never as resolved', () =>
    drill(async () => {
      await does(bad, '2026-03-10', ACTOR.handler, 'SUBMIT');
      await does(bad, '2026-03-10', ACTOR.supervisor, 'PASS', {}, '12:00');
      const unreached = { method: 'phone', outcome: 'unreachable', satisfaction: undefined };
      for (const day of ['2026-03-11', '2026-03-12', '2026-03-13'] as const) {
        expect(await tries(bad, day, ACTOR.supervisor, 'CLOSE_UNVERIFIED')).toBe('rule.everybodyTried');
        await does(bad, day, ACTOR.visitor, 'RECORD_VISIT', unreached, '12:00');
      }
      await does(bad, '2026-03-16', ACTOR.supervisor, 'CLOSE_UNVERIFIED');
      expect((await report()).counts.unverified.count).toBe(1);
    }));

  it('close over somebody who is not satisfied: back to work twice, then only a leader, and counted as disputed', () =>
    drill(async () => {
      for (const day of ['2026-03-09', '2026-03-10'] as const) {
        expect(await tries(bad, day, ACTOR.leader, 'CLOSE_DISPUTED', {}, '10:00')).toBe('rule.isDisputed');
        await does(bad, day, ACTOR.handler, 'SUBMIT');
        await does(bad, day, ACTOR.supervisor, 'PASS', {}, '12:00');
        await does(bad, day, ACTOR.visitor, 'RECORD_VISIT', { satisfaction: 'dissatisfied' }, '13:00');
        expect((await state(bad)).context.outcome).toBeNull();
      }
      expect(await tries(bad, '2026-03-11', ACTOR.clerk, 'CLOSE_DISPUTED')).toBe('rule.isLeader');
      expect(await tries(bad, '2026-03-11', ACTOR.leaderInLead, 'CLOSE_DISPUTED')).toMatch(/^rule\./);
      await does(bad, '2026-03-11', ACTOR.leader, 'CLOSE_DISPUTED');
    }, 'disputed'));

  it('the notice: nobody signs before it is over, and an objection of the lead unit is none', () =>
    drill(async () => {
      const key = await working({ isKey: true });
      const photo = async (which: string): Promise<string[]> => [await attached(key, which)];
      // The same file handed in twice is one file.
      const photosBefore = await photo('整改前');
      expect(await photo('整改前')).toEqual(photosBefore);
      await does(key, '2026-03-10', ACTOR.handler, 'SUBMIT', { photosBefore, photosAfter: await photo('整改后') });
      await does(key, '2026-03-10', ACTOR.supervisor, 'PASS', {}, '12:00');
      expect(await tries(key, '2026-03-10', ACTOR.supervisor, 'PASS', {}, '13:00')).toBe('rule.isAnotherVerifier');
      await does(key, '2026-03-10', SECOND.supervisor, 'PASS', {}, '13:00');
      await does(key, '2026-03-11', ACTOR.visitor, 'RECORD_VISIT', { durationSeconds: 200 });
      expect(await tries(key, '2026-03-11', ACTOR.leader, 'SIGN_CLOSING', {}, '12:00')).not.toBe('ok');
      expect(await tries(key, '2026-03-11', ACTOR.handler, 'OBJECT', {}, '12:00')).toBe('rule.mayObject');
      await does(key, '2026-03-11', ACTOR.clerk, 'OBJECT', {}, '12:00');
      expect(await tries(key, '2026-03-12', ACTOR.supervisorInLead, 'DISMISS_OBJECTION')).toMatch(/^rule\./);
      // However long the objection is left lying, the case is not struck off.
      await until(TODAY);
      expect((await state(key)).context.outcome).toBeNull();
    }));
});

describe('what lifts any rate', () => {
  it('cases invented to be closed: their raiser, their evidence and their pace show them', async () => {
    const before = await strictly();
    const invented: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const context = { officeUnitId: UNIT.office, categoryId: CATEGORY.order, isKey: false, raisedOutside: false };
      const id = await fixture.collect(at('2026-03-10'), { source: 'selfCheck', context });
      invented.push(id);
      await does(id, '2026-03-10', ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead }, '11:00');
      await does(id, '2026-03-10', ACTOR.handler, 'ACCEPT', {}, '11:10');
      await does(id, '2026-03-10', ACTOR.handler, 'SUBMIT', {}, '11:20');
      await does(id, '2026-03-10', ACTOR.supervisor, 'PASS', {}, '11:30');
      const look = { method: 'onSite', outcome: 'fixed', satisfaction: undefined };
      await does(id, '2026-03-10', ACTOR.supervisor, 'RECORD_VISIT', look, '11:40');
    }
    const [n, of] = await strictly();
    expect(n * before[1]).toBeGreaterThan(before[0] * of);
    expect(await shown('closedWithinHour')).toEqual(expect.arrayContaining(invented));
    expect(await shown('closedWithoutEvidence')).toEqual(expect.arrayContaining(invented));
    const { rows } = await read.reports.closure(ACTOR.leader, { by: 'source', asOf: TODAY });
    expect(rows.find(({ key }) => key === 'selfCheck')!.counts.resolved.count).toBe(3);
    // Nobody outside raised them, so nobody was visited: they lift neither satisfaction nor contact.
    expect((await report()).measures.contactRate.denominator).toBe(1);
  });

  it('a due day set far ahead at the assignment', async () => {
    bad = await fixture.collect(at(MONDAY));
    await does(bad, MONDAY, ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead, dueOn: '2026-06-30' });
    expect(await shown('dueFarAhead')).toEqual([bad]);
    // Given back and out again with a near day, it stays out of the strict on-time rate until the far one: the sign stays too.
    await does(bad, '2026-03-03', ACTOR.liaison, 'DECLINE');
    await does(bad, '2026-03-03', ACTOR.clerk, 'ASSIGN', { leadUnitId: UNIT.lead, dueOn: DUE }, '14:00');
    expect((await state(bad)).firstDueOn).toBe('2026-06-30');
    expect(await shown('dueFarAhead')).toEqual([bad]);
  });
});

/** Id of a photograph that lies with the case. */
async function attached(caseId: string, picture: string): Promise<string> {
  const bytes = Buffer.from(`${caseId} ${picture}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept = { sha256, originalSha256: sha256, cleaning: 'waiting', thumbnail: null } as const;
  const file = {
    name: '现场.png',
    mediaType: 'image/png',
    size: bytes.length,
    pieces: () => [bytes],
    ...kept,
  };
  const by = { personId: ACTOR.handler.userId, at: at(MONDAY) };
  const [row] = await new AttachmentStore(test.database).add(caseId, [file], by);
  return row!.id;
}
