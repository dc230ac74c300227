/** The ladder of version 2 told as stories: it cannot be talked down, and every late case comes up again on a day that is known. */
import type { Day } from '../../src/domain/day.js';
import type { Actor } from '../../src/domain/command.js';
import { UnitTree } from '../../src/domain/units.js';
import { nextDate } from '../../src/engine/next-date.js';
import { ACTOR, at, Drive, rectification2, refs, shown, units } from '../support/engine.js';

/** Due on Friday 2026-03-13: late from Saturday, blue on Monday the 16th. */
const dueFriday = (given: Record<string, unknown> = {}): Drive =>
  new Drive(rectification2, at('2026-03-02'))
    .send('ASSIGN', ACTOR.clerk, at('2026-03-02'), { dueOn: '2026-03-13', ...given })
    .send('ACCEPT', ACTOR.liaison, at('2026-03-02', '15:00'));

const reply = (drive: Drive, who: Actor, day: Day, rung: string, promisedOn: Day): string =>
  drive.code('REPLY_ORDER', who, at(day), { rung, promisedOn });
const order = (rung: string) => ({ period: 1, rung });
const next = (drive: Drive) => {
  const found = nextDate(drive.state, rectification2.policy, refs);
  return found === null ? null : [found.kind, shown(found.at), found.rung];
};

describe('a promise', () => {
  it('lets the ladder wait until its day and no longer: the next order goes out on the working morning after it', () => {
    const drive = dueFriday().until(at('2026-03-17'));
    expect(reply(drive, ACTOR.handler, '2026-03-17', 'blue', '2026-03-24')).toBe('ok');
    expect(drive.clock).toBe('overdue.promised');
    expect(next(drive)).toEqual(['promise', '2026-03-25 09:00', 'orange']);
    drive.until(at('2026-03-25', '08:59'));
    expect(drive.orders).toEqual(['blue 2026-03-16 09:00']);
    expect(drive.until(at('2026-03-25')).orders).toEqual(['blue 2026-03-16 09:00', 'orange 2026-03-25 09:00']);
  });

  it('is for five working days at most on blue, three on orange, and ten in all of a late period', () => {
    const drive = dueFriday().until(at('2026-03-17'));
    expect(reply(drive, ACTOR.handler, '2026-03-17', 'blue', '2026-03-25')).toBe('rule.promiseIsNear');
    expect(reply(drive, ACTOR.handler, '2026-03-17', 'blue', '2026-03-17')).toBe('rule.promiseIsNear');
    expect(reply(drive, ACTOR.handler, '2026-03-17', 'blue', '2026-03-24')).toBe('ok');
    drive.until(at('2026-03-25'));
    expect(reply(drive, ACTOR.unitLeader, '2026-03-25', 'orange', '2026-03-31')).toBe('rule.promiseIsNear');
    expect(reply(drive, ACTOR.unitLeader, '2026-03-25', 'orange', '2026-03-30')).toBe('ok');
    drive.until(at('2026-03-31'));
    expect(drive.clock).toBe('overdue.red');
    drive.send('SIGN_ORDER', ACTOR.leader, at('2026-03-31'), order('red'));
    // Eight are used: of the three of a red order two are left.
    expect(reply(drive, ACTOR.unitLeader, '2026-03-31', 'red', '2026-04-03')).toBe('rule.promiseIsNear');
    expect(reply(drive, ACTOR.unitLeader, '2026-03-31', 'red', '2026-04-02')).toBe('ok');
    expect(drive.until(at('2026-04-03')).orders.at(-1)).toBe('talk 2026-04-03 09:00');
    expect(drive.context.promises?.map(({ rung, days }) => [rung, days])).toEqual([
      ['blue', 5],
      ['orange', 3],
      ['red', 2],
    ]);
  });

  it('is given once for each order, for the one that stands now', () => {
    const drive = dueFriday().until(at('2026-03-17'));
    expect(reply(drive, ACTOR.handler, '2026-03-17', 'blue', '2026-03-18')).toBe('ok');
    expect(reply(drive, ACTOR.handler, '2026-03-17', 'blue', '2026-03-20')).toBe('rule.orderAwaitsAnswer');
    drive.until(at('2026-03-19'));
    expect(drive.clock).toBe('overdue.orange');
    expect(reply(drive, ACTOR.handler, '2026-03-19', 'blue', '2026-03-20')).toBe('rule.orderIsPresent');
  });

  it('is kept by a fix that is handed in by its day; one that is returned after it goes on from the same order', () => {
    const drive = dueFriday().until(at('2026-03-17'));
    reply(drive, ACTOR.handler, '2026-03-17', 'blue', '2026-03-19');
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-19')).until(at('2026-03-24'));
    expect(drive.context.promises).toMatchObject([{ promisedOn: '2026-03-19', keptOn: '2026-03-19' }]);
    expect(drive.orders).toEqual(['blue 2026-03-16 09:00']);
    drive.send('RETURN', ACTOR.supervisor, at('2026-03-24'));
    expect(next(drive)).toEqual(['order', '2026-03-27 09:00', 'orange']);
  });

  it('is not put off by anything that is done to the case meanwhile', () => {
    const drive = dueFriday().until(at('2026-03-17'));
    reply(drive, ACTOR.handler, '2026-03-17', 'blue', '2026-03-19');
    drive.send('CORRECT', ACTOR.clerk, at('2026-03-18')).send('TRANSFER', ACTOR.clerk, at('2026-03-19'));
    expect(next(drive)).toEqual(['promise', '2026-03-20 09:00', 'orange']);
  });
});

describe('an order is answered by whom it is addressed to', () => {
  it('blue by those who do the work, orange by the responsible leader alone', () => {
    const drive = dueFriday().until(at('2026-03-19'));
    expect(drive.clock).toBe('overdue.orange');
    for (const who of [ACTOR.handler, ACTOR.liaison, ACTOR.supporter, ACTOR.leader, ACTOR.clerk]) {
      expect(reply(drive, who, '2026-03-19', 'orange', '2026-03-20')).toBe('rule.answersOrder');
    }
    expect(reply(drive, ACTOR.unitLeader, '2026-03-19', 'orange', '2026-03-20')).toBe('ok');
  });

  it('red by the responsible leader, and only once a member of the leading group has signed it', () => {
    const drive = dueFriday().until(at('2026-03-24'));
    expect(drive.clock).toBe('overdue.red');
    expect(reply(drive, ACTOR.unitLeader, '2026-03-24', 'red', '2026-03-25')).toBe('rule.orderAwaitsAnswer');
    drive.send('SIGN_ORDER', ACTOR.leader, at('2026-03-25'), order('red'));
    // Its window counts from the signature.
    expect(next(drive)).toEqual(['order', '2026-03-30 09:00', 'talk']);
    expect(reply(drive, ACTOR.handler, '2026-03-26', 'red', '2026-03-27')).toBe('rule.answersOrder');
    expect(reply(drive, ACTOR.unitLeader, '2026-03-26', 'red', '2026-03-27')).toBe('ok');
  });

  it('by the liaison where no unit on the way up names a leader, so that it is never with nobody', () => {
    const drive = dueFriday().until(at('2026-03-19'));
    const nobody = units.all().map((unit) => ({ ...unit, leaderId: null }));
    drive.refs = { ...refs, units: new UnitTree(nobody) };
    expect(reply(drive, ACTOR.handler, '2026-03-19', 'orange', '2026-03-20')).toBe('rule.answersOrder');
    expect(reply(drive, ACTOR.liaison, '2026-03-19', 'orange', '2026-03-20')).toBe('ok');
  });

  it('by the leader of the unit above where only that one is named', () => {
    const drive = dueFriday().until(at('2026-03-19'));
    const above = units
      .all()
      .map((unit) => ({ ...unit, leaderId: unit.parentId === null ? ACTOR.auditor.userId : null }));
    drive.refs = { ...refs, units: new UnitTree(above) };
    expect(reply(drive, ACTOR.liaison, '2026-03-19', 'orange', '2026-03-20')).toBe('rule.answersOrder');
    expect(reply(drive, ACTOR.auditor, '2026-03-19', 'orange', '2026-03-20')).toBe('ok');
  });
});

describe('a waiver', () => {
  const red = (): Drive => dueFriday().until(at('2026-03-24'));
  const waive = (drive: Drive, reviewOn: Day): string =>
    drive.code('WAIVE_ORDER', ACTOR.leader, at('2026-03-24'), { ...order('red'), reviewOn });

  it('has a review day at most ten working days ahead; then the same order is proposed again, and climbs', () => {
    const drive = red();
    expect(waive(drive, '2026-04-09')).toBe('rule.waiverIsNear'); // 清明 is off on the 6th
    expect(waive(drive, '2026-04-08')).toBe('ok');
    expect(drive.clock).toBe('overdue.waived');
    expect(next(drive)).toEqual(['waiver', '2026-04-08 09:00', 'red']);
    drive.until(at('2026-04-08'));
    expect(drive.clock).toBe('overdue.red');
    expect(drive.context.orders.at(-1)).toMatchObject({ rung: 'red', status: 'proposed', since: '2026-04-08' });
    expect(drive.effects('orderAgain')).toMatchObject([{ rung: 'red', status: 'proposed', replyDueOn: '2026-04-10' }]);
    expect(drive.orders.filter((one) => one.startsWith('red'))).toHaveLength(1);
    expect(drive.until(at('2026-04-13')).orders.at(-1)).toBe('talk 2026-04-13 09:00');
  });

  it('may be given again, each time by name and with its reason', () => {
    const drive = red();
    waive(drive, '2026-03-26');
    drive.until(at('2026-03-26')).send('WAIVE_ORDER', ACTOR.leader, at('2026-03-26'), {
      ...order('red'),
      reviewOn: '2026-03-31',
    });
    expect(drive.context.waivers).toMatchObject([
      { on: '2026-03-24', by: ACTOR.leader.userId, reviewOn: '2026-03-26' },
      { on: '2026-03-26', by: ACTOR.leader.userId, reviewOn: '2026-03-31' },
    ]);
  });
});

describe('the talk', () => {
  it('is recorded, and an unsolved case comes back to the leader every ten working days', () => {
    const drive = dueFriday().until(at('2026-03-27'));
    expect(drive.clock).toBe('overdue.talk');
    expect(drive.code('RECORD_TALK', ACTOR.leader, at('2026-03-30'), { heldOn: '2026-03-20' })).toBe(
      'rule.talkDaysFit',
    );
    const held = { heldOn: '2026-03-30', pledgeOn: '2026-04-10' };
    // Nobody holds the talk with their own unit, or looks at its case in the leader's place.
    expect(drive.code('RECORD_TALK', ACTOR.leaderInLead, at('2026-03-30'), held)).toBe('rule.holdsNoPostInIt');
    drive.send('RECORD_TALK', ACTOR.leader, at('2026-03-30'), held);
    expect(drive.effects('talk')).toMatchObject([{ heldOn: '2026-03-30', pledgeOn: '2026-04-10', pledge: '按期办结' }]);
    // Ten working days from the 30th of March, over 清明 on Monday the 6th of April.
    expect(next(drive)).toEqual(['look', '2026-04-14 09:00', null]);
    drive.until(at('2026-05-06'));
    expect(drive.messages('remind.look')).toEqual(['leader 2026-04-14 09:00', 'leader 2026-04-28 09:00']);
    expect(drive.context.lookAskedOn).toBe('2026-04-28');
    const instruct = (who: typeof ACTOR.leader): string =>
      drive.code('INSTRUCT_ORDER', who, at('2026-05-06'), order('talk'));
    expect(instruct(ACTOR.leaderInLead)).toBe('rule.holdsNoPostInIt');
    drive.send('INSTRUCT_ORDER', ACTOR.leader, at('2026-05-06'), order('talk'));
    expect(drive.context.lookAskedOn).toBeNull();
    expect(instruct(ACTOR.leaderInLead)).toBe('ok');
    // Speaking puts nothing off.
    expect(next(drive)).toEqual(['look', '2026-05-14 09:00', null]);
  });

  it('comes back to the leader also where nobody ever holds it', () => {
    const drive = dueFriday().until(at('2026-06-30'));
    expect(drive.messages('remind.look').slice(0, 2)).toEqual(['leader 2026-04-13 09:00', 'leader 2026-04-27 09:00']);
  });
});

it('a key case starts on orange', () => {
  const drive = dueFriday({ isKey: true }).until(at('2026-03-16', '08:59'));
  expect(next(drive)).toEqual(['order', '2026-03-16 09:00', 'orange']);
  expect(drive.until(at('2026-03-19')).orders).toEqual(['orange 2026-03-16 09:00', 'red 2026-03-19 09:00']);
});

it('handing in and being returned is no way to stay on a rung: each two returns lead to the next order', () => {
  const drive = dueFriday();
  const returned = (day: Day): Drive =>
    drive.send('SUBMIT', ACTOR.handler, at(day, '09:30')).send('RETURN', ACTOR.supervisor, at(day, '11:00'));
  for (const day of ['2026-03-16', '2026-03-17']) returned(day);
  expect(drive.until(at('2026-03-17', '12:00')).orders.at(-1)).toBe('orange 2026-03-17 11:00');
  for (const day of ['2026-03-18', '2026-03-19']) returned(day);
  expect(drive.until(at('2026-03-19', '12:00')).orders.at(-1)).toBe('red 2026-03-19 11:00');
});

it('the office and leaders may urge at any time: whoever has the case is told, and no rung is climbed', () => {
  const drive = dueFriday().send('URGE', ACTOR.clerk, at('2026-03-05'));
  expect(drive.messages('urge')).toEqual([
    'handler 2026-03-05 10:00',
    'liaison 2026-03-05 10:00',
    'unitLeader 2026-03-05 10:00',
  ]);
  drive.send('SUBMIT', ACTOR.handler, at('2026-03-06')).send('URGE', ACTOR.leader, at('2026-03-09'));
  expect(drive.messages('urge').at(-1)).toBe('supervisor 2026-03-09 10:00');
  expect(drive.orders).toEqual([]);
});

it('a fix that lies unchecked is told to supervisors, leaders and the office, and again every five working days', () => {
  const drive = dueFriday().send('SUBMIT', ACTOR.handler, at('2026-03-12'));
  expect(next(drive)).toEqual(['check', '2026-03-18 09:00', null]);
  drive.until(at('2026-03-26'));
  expect(drive.messages('late.check')).toEqual(
    ['2026-03-18 09:00', '2026-03-25 09:00'].flatMap((when) => [
      `supervisor ${when}`,
      `leader ${when}`,
      `clerk ${when}`,
    ]),
  );
  expect(drive.orders).toEqual([]);
});
