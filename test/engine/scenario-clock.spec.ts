/** The clock told as stories: lights, orders, extensions, parking, calendars that arrive late, and how late a case was. */
import { clockAccount } from '../../src/domain/account.js';
import { Calendar, type CalendarYear } from '../../src/domain/calendar.js';
import { addDays, type Day } from '../../src/domain/day.js';
import { ACTOR, Drive, UNIT, at, calendar, rectification, refs, shown } from '../support/engine.js';

/** Assigned at 10:00 of the day, signed for in the afternoon; 15 working days unless `dueOn` says otherwise. */
function working(day: Day, given: Record<string, unknown> = {}): Drive {
  return new Drive(rectification, at(day))
    .send('ASSIGN', ACTOR.clerk, at(day), given)
    .send('ACCEPT', ACTOR.liaison, at(day, '15:00'));
}
const account = (drive: Drive, day: Day): ReturnType<typeof clockAccount> =>
  clockAccount(drive.context, drive.refs.calendar, day);
/** Due on Friday 2026-03-13: late from Saturday, blue on Monday 16th, orange on Thursday 19th, red on Tuesday 24th, talk on Friday 27th. */
const dueFriday = (): Drive => working('2026-03-02', { dueOn: '2026-03-13' });

describe('the drill of the clock', () => {
  it('a week before the due day nothing has happened yet', () => {
    const drive = working('2026-09-07').until(at('2026-09-21')); // Sunday the 20th is worked, 中秋 is off: due 2026-09-28
    expect(drive.context.dueOn).toBe('2026-09-28');
    expect(drive.clock).toBe('onTime');
    expect(drive.orders).toEqual([]);
    expect(drive.messages('remind.due')).toEqual([]);
  });

  it('a month after it every light has come on once, in working hours, over 国庆, and the account says how late', () => {
    const drive = working('2026-09-07').until(at('2026-10-29', '12:00'));
    expect(drive.messages('remind.due')).toEqual(['handler 2026-09-22 09:00', 'liaison 2026-09-22 09:00']);
    expect(drive.orders).toEqual([
      'blue 2026-09-29 09:00',
      'orange 2026-10-09 09:00',
      'red 2026-10-13 09:00',
      'talk 2026-10-16 09:00',
    ]);
    expect(drive.clock).toBe('overdue.talk');
    // 09-29, 09-30, 10-08, 10-09, 10-10 (Saturday, 调休上班), 10-12…16, 10-19…23, 10-26…29
    expect(account(drive, '2026-10-29')).toMatchObject({
      budget: 15,
      used: 34,
      remaining: 0,
      workingDaysLate: 19,
      workingDaysLateInAll: 19,
    });
    expect(drive.state.timers).toEqual([]);
  });

  it('tells the same history whether the clock was looked at every hour or once', () => {
    const once = working('2026-09-07').until(at('2026-10-29', '12:00'));
    const hourly = working('2026-09-07');
    for (let when = at('2026-09-07', '16:00'); when <= at('2026-10-29', '12:00'); when += 3_600_000) hourly.until(when);
    expect(hourly.state).toEqual(once.state);
    expect(hourly.events.slice(3)).toEqual(once.events.slice(3));
  });

  it('addresses each rung as the ladder says, and lets a named person decide from red upwards', () => {
    const orders = dueFriday().until(at('2026-04-13')).effects('order');
    expect(orders.map(({ rung, to, copyTo, status, replyDueOn }) => [rung, to, copyTo, status, replyDueOn])).toEqual([
      ['blue', 'handler', 'unitLeader', 'issued', '2026-03-18'],
      ['orange', 'unitLeader', 'clerk', 'issued', '2026-03-23'],
      ['red', 'leader', 'unitLeader', 'proposed', '2026-03-26'],
      ['talk', 'leader', 'unitLeader', 'proposed', null],
    ]);
    expect(orders.every(({ unitId, period }) => unitId === UNIT.lead && period === 1)).toBe(true);
  });

  it('is late from midnight after the due day, before anybody has said so', () => {
    const drive = dueFriday().until(at('2026-03-13', '23:59'));
    expect(drive.clock).toBe('dueSoon');
    expect(account(drive, '2026-03-13').workingDaysLate).toBe(0);
    drive.until(at('2026-03-14', '00:00'));
    expect(drive.clock).toBe('overdue.unannounced');
    expect(account(drive, '2026-03-16').workingDaysLate).toBe(1);
  });
});

describe('a submission', () => {
  it('in time is not late, however late it is checked', () => {
    const drive = dueFriday().send('SUBMIT', ACTOR.handler, at('2026-03-13', '23:50'));
    drive.until(at('2026-03-30'));
    expect(drive.clock).toBe('held');
    expect(drive.orders).toEqual([]);
    expect(account(drive, '2026-03-30')).toMatchObject({ workingDaysLate: 0, used: 9, remaining: 0 });
    drive.send('PASS', ACTOR.supervisor, at('2026-03-30'));
    expect(drive.context).toMatchObject({ breaches: [], submittedInTime: true });
  });

  it('in time but returned after the due day has been late since the due day', () => {
    const drive = dueFriday()
      .send('SUBMIT', ACTOR.handler, at('2026-03-12'))
      .send('RETURN', ACTOR.supervisor, at('2026-03-18', '14:20'));
    expect(drive.clock).toBe('overdue.unannounced');
    expect(account(drive, '2026-03-18').workingDaysLate).toBe(3);
    drive.until(at('2026-03-18', '15:00'));
    expect(drive.orders).toEqual(['blue 2026-03-18 14:20']);
  });

  it('that is late freezes the ladder, and its return goes on from the same rung with a fresh reply window', () => {
    const drive = dueFriday().until(at('2026-03-17')).send('SUBMIT', ACTOR.handler, at('2026-03-18'));
    drive.until(at('2026-03-25'));
    expect(drive.orders).toEqual(['blue 2026-03-16 09:00']);
    expect(account(drive, '2026-03-25').workingDaysLate).toBe(3);
    drive.send('RETURN', ACTOR.supervisor, at('2026-03-25', '11:00')).until(at('2026-04-02'));
    expect(drive.orders).toEqual(['blue 2026-03-16 09:00', 'orange 2026-03-30 09:00', 'red 2026-04-02 09:00']);
    expect(account(drive, '2026-04-02').workingDaysLate).toBe(14);
  });

  it('that is late leaves a breach up to the day of submission, also after the case is closed', () => {
    const drive = dueFriday()
      .send('SUBMIT', ACTOR.handler, at('2026-03-18'))
      .send('PASS', ACTOR.supervisor, at('2026-03-20'));
    drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-24'));
    expect(drive.context.breaches).toEqual([{ period: 1, dueOn: '2026-03-13', until: '2026-03-18', days: 3 }]);
    expect(account(drive, '2026-06-01')).toMatchObject({ workingDaysLate: 0, workingDaysLateInAll: 3, used: 12 });
  });
});

describe('returns', () => {
  const returnAt = (drive: Drive, day: Day, time: string): Drive =>
    drive.send('SUBMIT', ACTOR.handler, at(day, '08:00')).send('RETURN', ACTOR.supervisor, at(day, time));

  it('put a case on the orange rung at once when there are two', () => {
    const drive = returnAt(returnAt(dueFriday(), '2026-03-04', '10:00'), '2026-03-06', '16:00').until(
      at('2026-03-06', '16:00'),
    );
    expect(drive.orders).toEqual(['orange 2026-03-06 16:00']);
    expect(drive.context.rung).toBe('orange');
  });

  it('in the evening issue it at 09:00 of the next working day', () => {
    const drive = returnAt(returnAt(dueFriday(), '2026-03-04', '10:00'), '2026-03-06', '20:00').until(
      at('2026-03-09', '08:59'),
    );
    expect(drive.orders).toEqual([]);
    drive.until(at('2026-03-09', '09:00'));
    expect(drive.orders).toEqual(['orange 2026-03-09 09:00']);
  });

  it('lead from blue straight to orange without waiting for the reply', () => {
    const drive = returnAt(dueFriday().until(at('2026-03-16')), '2026-03-16', '11:00');
    returnAt(drive, '2026-03-16', '15:00').until(at('2026-03-16', '15:00'));
    expect(drive.orders).toEqual(['blue 2026-03-16 09:00', 'orange 2026-03-16 15:00']);
  });
});

describe('an extension', () => {
  it('asked on the due day may be granted: the due day moves by working days and the ladder never starts', () => {
    const drive = dueFriday()
      .send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-13'))
      .send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-13', '17:00'));
    expect(drive.context).toMatchObject({ dueOn: '2026-03-20', period: 2, breaches: [], extension: null });
    expect(drive.context.extensions).toMatchObject([
      { days: 5, from: '2026-03-13', to: '2026-03-20', grantedBy: ACTOR.clerk.userId },
    ]);
    expect(account(drive, '2026-03-16')).toMatchObject({ extendedDays: 5, remaining: 4, workingDaysLateInAll: 0 });
  });

  it('of a counted due day counts on from assignment', () => {
    const drive = working('2026-03-02').send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-20'), { days: 10 });
    drive.send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-20'));
    expect(drive.context).toMatchObject({ dueOn: '2026-04-07', dueBasis: { from: '2026-03-02', days: 25 } }); // over 清明
  });

  it('asked after the due day is refused', () => {
    const drive = dueFriday();
    expect(drive.code('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-14', '00:00'))).toBe('rule.asksBeforeDue');
  });

  it('may be had once, for at most ten working days, and two cannot wait at once', () => {
    const drive = dueFriday();
    const ask = (days: number): string => drive.code('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-05'), { days });
    expect(ask(11)).toBe('rule.extensionWithinLimit');
    expect(ask(10)).toBe('ok');
    expect(ask(3)).toBe('rule.hasExtensionLeft');
    drive.send('REFUSE_EXTENSION', ACTOR.clerk, at('2026-03-05'));
    expect(drive.context.dueOn).toBe('2026-03-13');
    expect(ask(3)).toBe('ok');
    expect(drive.code('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-06'), { days: 11 })).toBe(
      'rule.extensionWithinLimit',
    );
    drive.send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-06'));
    expect(ask(1)).toBe('rule.hasExtensionLeft');
  });

  it('that is pending stops nothing; granted after the due day it starts the ladder afresh and keeps the breach', () => {
    const drive = dueFriday().send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-12')).until(at('2026-03-17'));
    expect(drive.orders).toEqual(['blue 2026-03-16 09:00']);
    drive.send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-17'));
    expect(drive.context).toMatchObject({ dueOn: '2026-03-20', period: 2, rung: null });
    expect(drive.context.breaches).toEqual([{ period: 1, dueOn: '2026-03-13', until: '2026-03-17', days: 2 }]);
    expect(account(drive, '2026-03-17')).toMatchObject({ workingDaysLate: 0, workingDaysLateInAll: 2 });
    drive.until(at('2026-03-23'));
    expect(drive.orders).toEqual(['blue 2026-03-16 09:00', 'blue 2026-03-23 09:00']);
  });

  it('granted while the fix is checked judges the submission by the new day', () => {
    const drive = dueFriday()
      .send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-12'))
      .send('SUBMIT', ACTOR.handler, at('2026-03-18'));
    expect(drive.context.submittedInTime).toBe(false);
    drive.send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-19'));
    expect(drive.context).toMatchObject({ submittedInTime: true, dueOn: '2026-03-20', mode: 'held' });
    expect(drive.clock).toBe('held');
    drive.send('RETURN', ACTOR.supervisor, at('2026-03-19'));
    expect(drive.clock).toBe('dueSoon');
  });

  it('is decided by nobody of the unit that asked', () => {
    const drive = dueFriday().send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-12'));
    expect(drive.code('GRANT_EXTENSION', ACTOR.handler, at('2026-03-12'))).toBe('rule.isOffice');
    expect(drive.code('GRANT_EXTENSION', ACTOR.clerkInLead, at('2026-03-12'))).toBe('rule.isNotOwnExtension');
    expect(drive.code('REFUSE_EXTENSION', ACTOR.clerkInLead, at('2026-03-12'))).toBe('rule.isNotOwnExtension');
    const both = { ...ACTOR.handler, unitId: UNIT.office, roles: [...ACTOR.handler.roles, ...ACTOR.clerk.roles] };
    const own = dueFriday().send('REQUEST_EXTENSION', both, at('2026-03-12'));
    expect(own.code('GRANT_EXTENSION', both, at('2026-03-12'))).toBe('rule.isNotOwnExtension');
    expect(own.code('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-12'))).toBe('ok');
  });
});

describe('parking', () => {
  it('keeps the remaining working days over 国庆 and gives them back on resuming', () => {
    const drive = working('2026-09-07').send('PARK', ACTOR.leader, at('2026-09-24'), { reviewOn: '2026-10-15' });
    // Due 2026-09-28, and 中秋 (25th to 27th) is off: on the 24th one working day is left.
    expect(drive.context.pauses).toEqual([{ from: '2026-09-24', to: null, reason: '待市里统一改造', remaining: 1 }]);
    expect(drive.clock).toBe('paused');
    drive.until(at('2026-10-12'));
    expect(drive.orders).toEqual([]);
    expect(account(drive, '2026-10-12')).toMatchObject({ used: 14, remaining: 1, pausedDays: 7, workingDaysLate: 0 });
    drive.send('RESUME', ACTOR.clerk, at('2026-10-12'));
    expect(drive.context).toMatchObject({ dueOn: '2026-10-13', period: 2, reviewOn: null, breaches: [] });
    expect(account(drive, '2026-10-13')).toMatchObject({ used: 15, remaining: 0, pausedDays: 7 });
    drive.until(at('2026-10-14', '09:00'));
    expect(drive.orders).toEqual(['blue 2026-10-14 09:00']);
  });

  it('of a late case keeps the breach and gives no day back', () => {
    const drive = dueFriday().until(at('2026-03-20')).send('PARK', ACTOR.leader, at('2026-03-20'));
    expect(drive.context).toMatchObject({ breaches: [{ days: 5 }], pauses: [{ remaining: 0 }], rung: null });
    drive.until(at('2026-05-29'));
    expect(drive.orders).toEqual(['blue 2026-03-16 09:00', 'orange 2026-03-19 09:00']);
    drive.send('RESUME', ACTOR.leader, at('2026-06-01')).until(at('2026-06-02', '09:00'));
    expect(drive.context.dueOn).toBe('2026-06-01');
    expect(drive.orders.slice(2)).toEqual(['blue 2026-06-02 09:00']);
  });

  it('ends when a parked case is withdrawn, so that its account stands still', () => {
    const drive = dueFriday()
      .send('PARK', ACTOR.leader, at('2026-03-05'))
      .send('WITHDRAW', ACTOR.clerk, at('2026-03-12'));
    expect(drive.context.pauses).toMatchObject([{ from: '2026-03-05', to: '2026-03-12', remaining: 6 }]);
    expect(account(drive, '2027-01-04')).toEqual(account(drive, '2026-03-12'));
    expect(account(drive, '2026-03-12')).toMatchObject({ used: 3, pausedDays: 5, remaining: 0 });
  });
});

describe('the account', () => {
  it('stops with the submission that passed: waiting for a visit uses no days', () => {
    const drive = dueFriday()
      .send('SUBMIT', ACTOR.handler, at('2026-03-06'))
      .send('PASS', ACTOR.supervisor, at('2026-03-09'));
    expect(account(drive, '2026-03-06').used).toBe(4);
    expect(account(drive, '2026-03-20').used).toBe(4);
    drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-24'));
    expect(account(drive, '2026-04-20').used).toBe(4);
  });
});

describe('an order', () => {
  const onRed = (): Drive => dueFriday().until(at('2026-03-24', '10:00'));
  const red = { period: 1, rung: 'red' };

  it('that is replied to stops the ladder', () => {
    const drive = dueFriday().until(at('2026-03-17'));
    expect(drive.code('REPLY_ORDER', ACTOR.otherHandler, at('2026-03-17'), { period: 1, rung: 'blue' })).toBe(
      'rule.isOfCaseUnits',
    );
    drive.send('REPLY_ORDER', ACTOR.handler, at('2026-03-17'), { period: 1, rung: 'blue' });
    expect(drive.clock).toBe('overdue.answered');
    drive.until(at('2026-04-17'));
    expect(drive.orders).toEqual(['blue 2026-03-16 09:00']);
    expect(account(drive, '2026-04-17').workingDaysLate).toBe(24);
    expect(drive.code('REPLY_ORDER', ACTOR.handler, at('2026-04-17'), { period: 1, rung: 'blue' })).toBe(
      'rule.orderAwaitsReply',
    );
  });

  it('of red stops the ladder when a leader waives it, with the reason on record', () => {
    const drive = onRed().send('WAIVE_ORDER', ACTOR.leader, at('2026-03-24', '11:00'), red).until(at('2026-04-17'));
    expect(drive.orders.at(-1)).toBe('red 2026-03-24 09:00');
    expect(drive.effects('orderAct')).toMatchObject([
      { ...red, act: 'waived', by: ACTOR.leader.userId, text: '不可抗力' },
    ]);
  });

  it.each(['SIGN_ORDER', 'INSTRUCT_ORDER'])('of red climbs on after %s', (type) => {
    const drive = onRed().send(type, ACTOR.leader, at('2026-03-24', '11:00'), red).until(at('2026-04-17'));
    expect(drive.orders.at(-1)).toBe('talk 2026-03-27 09:00');
  });

  it('is waived or signed once, and blue and orange by nobody', () => {
    const drive = onRed().send('SIGN_ORDER', ACTOR.leader, at('2026-03-24', '11:00'), red);
    for (const type of ['SIGN_ORDER', 'WAIVE_ORDER']) {
      expect(drive.code(type, ACTOR.leader, at('2026-03-24', '12:00'), red)).toBe('rule.orderAwaitsSignature');
      expect(drive.code(type, ACTOR.leader, at('2026-03-24', '12:00'), { period: 1, rung: 'orange' })).toBe(
        'rule.orderAwaitsSignature',
      );
      expect(drive.code(type, ACTOR.leader, at('2026-03-24', '12:00'), { period: 1, rung: 'talk' })).toBe(
        'rule.orderExists',
      );
    }
  });

  it('is not waived by a leader of the late unit', () => {
    expect(onRed().code('WAIVE_ORDER', ACTOR.leaderInLead, at('2026-03-24', '11:00'), red)).toBe(
      'rule.isNotOwnUnitsWaiver',
    );
  });

  it('of an earlier period stops nothing in the present one', () => {
    const drive = dueFriday().send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-12')).until(at('2026-03-17'));
    drive.send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-17')).until(at('2026-03-23', '10:00'));
    drive.send('REPLY_ORDER', ACTOR.handler, at('2026-03-23', '11:00'), { period: 1, rung: 'blue' });
    expect(drive.clock).toBe('overdue.blue');
  });

  it('that was answered goes on when the fix is returned: what was not good enough answers nothing', () => {
    const drive = dueFriday()
      .until(at('2026-03-17'))
      .send('REPLY_ORDER', ACTOR.handler, at('2026-03-17'), { period: 1, rung: 'blue' });
    drive
      .send('SUBMIT', ACTOR.handler, at('2026-03-18'))
      .send('RETURN', ACTOR.supervisor, at('2026-03-19'))
      .until(at('2026-03-24', '09:00'));
    expect(drive.orders).toEqual(['blue 2026-03-16 09:00', 'orange 2026-03-24 09:00']);
  });
});

describe('a due day that reaches into a year not yet announced', () => {
  const names = (year: number, days: string[]): CalendarYear['offDays'] =>
    days.map((day) => ({ day: `${year}-${day}`, name: '春节' }));
  const decree = (off: string[]): CalendarYear => ({
    year: 2027,
    announced: true,
    offDays: names(2027, off),
    workDays: [],
  });
  const begin = (): Drive => {
    const drive = new Drive(rectification, at('2026-12-21'));
    drive.refs = {
      ...refs,
      calendar: new Calendar(
        calendar.years.filter(({ year }) => year < 2027),
        'Asia/Shanghai',
      ),
    };
    return drive.send('ASSIGN', ACTOR.clerk, at('2026-12-21')).send('ACCEPT', ACTOR.liaison, at('2026-12-21'));
  };
  const arrives = (drive: Drive, off: string[]): Drive => {
    drive.refs = { ...drive.refs, calendar: drive.refs.calendar.withYear(decree(off)) };
    return drive.send('RECOMPUTE_DUE', ACTOR.system, at('2026-12-24'));
  };

  it('says that it is provisional', () => {
    expect(begin().context).toMatchObject({ dueOn: '2027-01-11', dueProvisional: true });
    expect(account(begin(), '2026-12-21').dueProvisional).toBe(true);
  });

  it('moves with a line in history when the year arrives', () => {
    const drive = arrives(begin(), ['01-01', '01-04']);
    expect(drive.context).toMatchObject({ dueOn: '2027-01-13', dueProvisional: false, period: 2 });
    expect(drive.events.at(-1)).toMatchObject({
      type: 'RECOMPUTE_DUE',
      before: { context: { dueOn: '2027-01-11' } },
      after: { context: { dueOn: '2027-01-13', dueProvisional: false } },
    });
    expect(drive.state.timers.map(({ dueAt }) => shown(dueAt))).toEqual(['2027-01-08 09:00']);
    expect(drive.code('RECOMPUTE_DUE', ACTOR.system, at('2026-12-25'))).toBe('rule.movesWithCalendar');
  });

  it('moves no order onto a holiday: one whose day turns out to be off waits for the next working day', () => {
    const drive = begin().until(at('2027-01-12', '10:00'));
    expect(drive.orders).toEqual(['blue 2027-01-12 09:00']); // the orange order is foreseen for the 15th
    drive.refs = { ...drive.refs, calendar: drive.refs.calendar.withYear(decree(['01-15'])) };
    drive.until(at('2027-01-15', '12:00'));
    expect(drive.state.timers.map(({ dueAt }) => shown(dueAt))).toEqual(['2027-01-18 09:00']);
    drive.until(at('2027-01-18', '12:00'));
    expect(drive.orders).toEqual(['blue 2027-01-12 09:00', 'orange 2027-01-18 09:00']);
  });

  it('that stays where it was is confirmed, and neither period nor timers are touched', () => {
    const before = begin();
    const timers = before.state.timers;
    const drive = arrives(before, []);
    expect(drive.context).toMatchObject({ dueOn: '2027-01-11', dueProvisional: false, period: 1 });
    expect(drive.state.timers).toEqual(timers);
  });

  it('given by hand is nobody’s guess and is not recomputed', () => {
    const drive = new Drive(rectification, at('2026-12-21')).send('ASSIGN', ACTOR.clerk, at('2026-12-21'), {
      dueOn: '2027-01-15',
    });
    expect(drive.context.dueProvisional).toBe(false);
    expect(drive.code('RECOMPUTE_DUE', ACTOR.system, at('2026-12-24'))).toBe('rule.movesWithCalendar');
  });

  it('is recomputed by nobody but the system', () => {
    expect(begin().code('RECOMPUTE_DUE', ACTOR.clerk, at('2026-12-24'))).toBe('rule.isSystem');
  });
});

describe('orders of a hard year', () => {
  it('go out only in working hours of working days, whichever day the case was due', () => {
    for (let day = '2026-01-20'; day < '2026-11-20'; day = addDays(day, 1)) {
      const drive = new Drive(rectification, at('2026-01-19')).send('ASSIGN', ACTOR.clerk, at('2026-01-19'), {
        dueOn: day,
      });
      drive.until(at('2026-12-25'));
      const orders = drive.effects('order');
      expect(orders.map(({ rung }) => rung)).toEqual(['blue', 'orange', 'red', 'talk']);
      for (const order of orders) expect(calendar.nextDelivery(order.issuedAt)).toBe(order.issuedAt);
    }
  });
});
