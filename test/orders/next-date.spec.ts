/** What is told of a late case's next date: why, when, whose move, in one sentence; and that there is none where version 1 let the ladder end. */
import type { Day } from '../../src/domain/day.js';
import { comesNext } from '../../src/engine/next-date.js';
import { nextDateShown } from '../../src/shown/next-date-shown.js';
import { UnitTree } from '../../src/domain/units.js';
import { ACTOR, at, calendar, Drive, rectification, rectification2, refs, UNIT, units } from '../support/engine.js';
import type { Workflow } from '../../src/engine/workflow.js';

/** Due on Friday 2026-03-13: blue on Monday the 16th. */
const dueFriday = (workflow: Workflow): Drive =>
  new Drive(workflow, at('2026-03-02'))
    .send('ASSIGN', ACTOR.clerk, at('2026-03-02'), { dueOn: '2026-03-13' })
    .send('ACCEPT', ACTOR.liaison, at('2026-03-02', '15:00'));
const told = (drive: Drive, today: Day, workflow: Workflow = rectification2) =>
  nextDateShown(comesNext(drive.state, workflow.policy, refs, today), calendar, today);

it('is the next order while an order waits for its reply', () => {
  const drive = dueFriday(rectification2).until(at('2026-03-16'));
  expect(told(drive, '2026-03-16')).toEqual({
    kind: 'order',
    day: '2026-03-19',
    at: '2026-03-19T01:00:00.000Z',
    is: 'left',
    days: 3,
    rung: 'orange',
    promisedOn: null,
    roles: ['handler', 'liaison', 'unitLeader'],
    unitId: UNIT.lead,
    labels: { 'zh-CN': '3月19日发橙单', en: 'Orange order on 19 Mar' },
  });
});

it('is the morning after the promised day, then the answer of the responsible leader', () => {
  const drive = dueFriday(rectification2).until(at('2026-03-17'));
  drive.send('REPLY_ORDER', ACTOR.handler, at('2026-03-17'), { rung: 'blue', promisedOn: '2026-03-24' });
  expect(told(drive, '2026-03-17')).toMatchObject({
    kind: 'promise',
    day: '2026-03-25',
    rung: 'orange',
    promisedOn: '2026-03-24',
    labels: { 'zh-CN': '承诺期满，3月25日发橙单', en: 'Promise over: orange order on 25 Mar' },
  });
  drive.until(at('2026-03-25'));
  const next = { kind: 'order', rung: 'red', unitId: UNIT.lead, labels: { en: 'Red order proposed on 30 Mar' } };
  expect(told(drive, '2026-03-25')).toMatchObject({ ...next, roles: ['unitLeader'] });
  const unnamed = units.all().map((unit) => ({ ...unit, leaderId: null }));
  const led = { ...refs, units: new UnitTree(unnamed) };
  const shown = comesNext(drive.state, rectification2.policy, led, '2026-03-25');
  expect(shown).toMatchObject({ kind: 'order', roles: ['unitLeader', 'liaison'] });
});

it('is the leader’s move while an order waits for a signature, when a waiver ends, and after the talk', () => {
  const drive = dueFriday(rectification2).until(at('2026-03-25'));
  expect(drive.orders.at(-1)).toContain('red');
  const leaders = { roles: ['leader'], unitId: UNIT.office };
  expect(told(drive, '2026-03-25')).toMatchObject({ kind: 'order', rung: 'talk', ...leaders });
  drive.send('WAIVE_ORDER', ACTOR.leader, at('2026-03-25'), { rung: 'red', reviewOn: '2026-04-01' });
  expect(told(drive, '2026-03-25')).toMatchObject({
    ...{ kind: 'waiver', rung: 'red', day: '2026-04-01', ...leaders },
    labels: { 'zh-CN': '免除期满，4月1日再次提请红单' },
  });
  drive.until(at('2026-04-20'));
  expect(told(drive, '2026-04-20')).toMatchObject({ kind: 'look', rung: null, ...leaders });
});

it('is the reminder of the check while a late fix lies unchecked', () => {
  const drive = dueFriday(rectification2).until(at('2026-03-17'));
  drive.send('SUBMIT', ACTOR.handler, at('2026-03-17'));
  expect(told(drive, '2026-03-17')).toMatchObject({ kind: 'check', roles: ['supervisor'], unitId: UNIT.office });
});

it('is none where a reply under version 1 ended the ladder: the administrator’s move, who moves the case', () => {
  const drive = dueFriday(rectification).until(at('2026-03-17'));
  expect(told(drive, '2026-03-17', rectification)).toMatchObject({ kind: 'order', rung: 'orange' });
  drive.send('REPLY_ORDER', ACTOR.handler, at('2026-03-17'), { rung: 'blue' });
  const { labels, ...rest } = told(drive, '2026-03-17', rectification)!;
  expect(rest).toEqual({
    ...{ kind: 'none', day: null, at: null, is: null, days: 0, rung: null, promisedOn: null, unitId: null },
    roles: ['administrator'],
  });
  expect(labels['zh-CN']).toContain('转到新版本');
});

it('is null for a case that is closed, and for one on whose desk nothing comes of itself', () => {
  const drive = new Drive(rectification2, at('2026-03-02'));
  expect(told(drive, '2026-03-03')).toBeNull();
  drive.send('REJECT', ACTOR.clerk, at('2026-03-03'));
  expect(told(drive, '2026-03-03')).toBeNull();
});
