/** The account of a case keeps every breach, whatever gives the case a new due day afterwards. */
import { clockAccount } from '../../src/domain/account.js';
import type { Day } from '../../src/domain/day.js';
import { ACTOR, at, calendar, Drive, rectification, staged } from '../support/engine.js';

/** Assigned on Monday the 2nd of March, due on Thursday the 5th, and late on the 9th by two working days. */
const assigned = (): Drive => {
  const drive = new Drive(rectification, at('2026-03-02'));
  return drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02', '11:00'), { dueOn: '2026-03-05' });
};
const working = (): Drive => assigned().send('ACCEPT', ACTOR.handler, at('2026-03-02', '12:00'));
const BREACH = { period: 1, dueOn: '2026-03-05', until: '2026-03-09', days: 2 };

const breachesOf = (drive: Drive, today: Day = '2026-03-31') => clockAccount(drive.context, calendar, today).breaches;

it('parking and resuming on one day', () => {
  const drive = working()
    .send('PARK', ACTOR.leader, at('2026-03-09'))
    .send('RESUME', ACTOR.clerk, at('2026-03-09', '10:05'));
  expect(breachesOf(drive)).toEqual([BREACH]);
  expect(drive.context.dueOn).toBe('2026-03-09');
});

it('an extension granted late', () => {
  const drive = working().send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-05'));
  expect(breachesOf(drive.send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-09')))).toEqual([BREACH]);
});

it('an extension granted while a late fix is being checked', () => {
  const drive = working()
    .send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-05'))
    .send('SUBMIT', ACTOR.handler, at('2026-03-09'));
  expect(breachesOf(drive.send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-10')))).toEqual([BREACH]);
});

it('declining when late, and each assignment after it', () => {
  const drive = new Drive(rectification, at('2026-03-02'));
  drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02'), { dueOn: '2026-03-03' });
  drive.send('DECLINE', ACTOR.handler, at('2026-03-04'));
  const late = { period: 1, dueOn: '2026-03-03', until: '2026-03-04', days: 1 };
  expect(breachesOf(drive)).toEqual([late]);
  drive.send('ASSIGN', ACTOR.clerk, at('2026-03-04', '11:00'), { dueOn: '2026-03-05' });
  drive.send('DECLINE', ACTOR.handler, at('2026-03-06'));
  const again = { dueOn: '2026-03-05', until: '2026-03-06', days: 1 };
  expect(breachesOf(drive)).toEqual([late, { period: expect.any(Number) as number, ...again }]);
});

it('a late fix that a visit found wanting, its fresh day, closing and reopening', () => {
  const drive = working()
    .send('SUBMIT', ACTOR.handler, at('2026-03-09'))
    .send('PASS', ACTOR.supervisor, at('2026-03-10'))
    .send('RECORD_VISIT', ACTOR.visitor, at('2026-03-10', '11:00'), { outcome: 'notFixed' });
  expect(breachesOf(drive)).toEqual([BREACH]);
  drive
    .send('SUBMIT', ACTOR.handler, at('2026-03-11'))
    .send('PASS', ACTOR.supervisor, at('2026-03-11', '11:00'))
    .send('RECORD_VISIT', ACTOR.visitor, at('2026-03-11', '12:00'))
    .send('REOPEN', ACTOR.supervisor, at('2026-03-12'));
  expect(breachesOf(drive)).toEqual([BREACH]);
});

it('returning a fix that was handed in on the due day, and parking it then', () => {
  const drive = working()
    .send('SUBMIT', ACTOR.handler, at('2026-03-05'))
    .send('RETURN', ACTOR.supervisor, at('2026-03-09'))
    .send('PARK', ACTOR.leader, at('2026-03-09', '11:00'));
  expect(breachesOf(drive)).toEqual([BREACH]);
});

it('a milestone that was missed', () => {
  const drive = new Drive(staged, at('2026-03-02'));
  const milestones = [
    { name: '摸底', dueOn: '2026-03-05' },
    { name: '整治', dueOn: '2026-04-30' },
  ];
  drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02'), { milestones });
  drive.send('ACCEPT', ACTOR.handler, at('2026-03-02', '12:00'));
  drive.send('SUBMIT', ACTOR.handler, at('2026-03-09'));
  drive.send('PASS', ACTOR.supervisor, at('2026-03-10'));
  expect(breachesOf(drive)).toEqual([BREACH]);
});
