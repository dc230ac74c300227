/** The loop of the product told as stories: collect, assign, fix, check, visit, strike off, and what goes wrong on the way. */
import { Refused } from '../../src/domain/errors.js';
import { decide } from '../../src/engine/decide.js';
import {
  ACTOR,
  CATEGORY,
  Drive,
  UNIT,
  at,
  command,
  immediate,
  rectification,
  refs,
  shown,
  staged,
} from '../support/engine.js';

/** A case collected on Monday 2026-03-02, assigned the same day at 10:30 (15 working days: due 2026-03-23) and signed for. */
function working(context: ConstructorParameters<typeof Drive>[2] = {}): Drive {
  return new Drive(rectification, at('2026-03-02', '10:00'), context)
    .send('ASSIGN', ACTOR.clerk, at('2026-03-02', '10:30'))
    .send('ACCEPT', ACTOR.liaison, at('2026-03-02', '15:00'));
}

/** The same, fixed and checked, waiting for the visit. */
function visiting(context: ConstructorParameters<typeof Drive>[2] = {}): Drive {
  return working(context)
    .send('SUBMIT', ACTOR.handler, at('2026-03-10'))
    .send('PASS', ACTOR.supervisor, at('2026-03-11'));
}

describe('the whole loop', () => {
  it('strikes an issue off after assignment, signature, fix, check and visit', () => {
    const drive = visiting();
    expect(drive.place).toBe('visiting');
    drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'));
    expect(drive.state.value).toEqual({ stage: { closed: 'resolved' }, clock: 'stopped' });
    expect(drive.context).toMatchObject({
      outcome: 'resolved',
      closedOn: '2026-03-12',
      dueOn: '2026-03-23',
      breaches: [],
    });
    expect(drive.events.map(({ type }) => type)).toEqual([
      'COLLECT',
      'ASSIGN',
      'ACCEPT',
      'SUBMIT',
      'PASS',
      'RECORD_VISIT',
    ]);
    expect(drive.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(drive.state.timers).toEqual([]);
  });

  it('gives the due day by the category where the workflow sets one, else by its parent, else by default', () => {
    const quick = {
      ...rectification,
      policy: { ...rectification.policy, workingDays: { default: 15, byCategory: { publicOrder: 4 } } },
    };
    const due = (categoryId: string): string | null =>
      new Drive(quick, at('2026-03-02')).send('ASSIGN', ACTOR.clerk, at('2026-03-02'), { categoryId }).context.dueOn;
    expect(due(CATEGORY.order)).toBe('2026-03-06');
    expect(due(CATEGORY.noise)).toBe('2026-03-06');
    expect(working().context.dueOn).toBe('2026-03-23');
  });

  it('refuses closing before the follow-up visit', () => {
    const drive = working().send('SUBMIT', ACTOR.handler, at('2026-03-10'));
    expect(drive.code('RECORD_VISIT', ACTOR.visitor, at('2026-03-10'))).toBe('case.notInThisStage');
    expect(drive.code('CLOSE_UNVERIFIED', ACTOR.supervisor, at('2026-03-10'))).toBe('case.notInThisStage');
    expect(drive.code('SIGN_CLOSING', ACTOR.leader, at('2026-03-10'))).toBe('case.notInThisStage');
  });

  it('refuses the lead unit to check its own fix, and says who can', () => {
    const drive = working().send('SUBMIT', ACTOR.handler, at('2026-03-10'));
    const refusal = drive.ask('PASS', ACTOR.supervisorInLead, at('2026-03-10'));
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({
      status: 422,
      code: 'rule.isOutsideLeadUnit',
      messageZh: '牵头单位不能核查或办结自己的整改',
      details: { rule: 'isOutsideLeadUnit', who: ['supervisor'], stage: 'deadline', state: 'verifying' },
    });
  });

  it('has supervisors look on site where nobody outside raised the issue', () => {
    const drive = visiting({ raisedOutside: false });
    expect(drive.code('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'), { method: 'onSite' })).toBe('rule.isVisitor');
    expect(drive.code('RECORD_VISIT', ACTOR.supervisor, at('2026-03-12'), { method: 'phone' })).toBe(
      'rule.methodFitsRaiser',
    );
    expect(drive.code('RECORD_VISIT', ACTOR.supervisorInLead, at('2026-03-12'), { method: 'onSite' })).toBe(
      'rule.isVisitor',
    );
    expect(drive.code('RECORD_VISIT', ACTOR.supervisor, at('2026-03-12'), { method: 'onSite' })).toBe('ok');
    expect(drive.place).toBe('resolved');
  });

  it('closes a case that is fixed with a complaint about manner', () => {
    const drive = visiting().send('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'), {
      outcome: 'mannerComplaint',
      satisfaction: 'dissatisfied',
    });
    expect(drive.context.outcome).toBe('resolved');
  });

  it('answers a stale reader with 409 and the present version', () => {
    const drive = working();
    const sent = command('SUBMIT', ACTOR.handler, at('2026-03-03'), {
      measure: '加装路灯',
      lastingMeasure: '每月巡检',
    });
    const asSeen = (expectedVersion: number): unknown =>
      decide(rectification, drive.state, { ...sent, expectedVersion }, refs);
    expect(asSeen(2)).toMatchObject({ status: 409, code: 'case.stale', details: { version: 3 } });
    expect(asSeen(3)).not.toBeInstanceOf(Refused);
  });
});

describe('a unit that is asked to sign', () => {
  it('may decline within two working days, and the case goes back to triage without a clock', () => {
    const drive = new Drive(rectification, at('2026-03-05')).send('ASSIGN', ACTOR.clerk, at('2026-03-05'));
    drive.send('DECLINE', ACTOR.liaison, at('2026-03-09', '23:59')); // Thursday + 2 working days = Monday
    expect(drive.state.value).toEqual({ stage: 'collected', clock: 'stopped' });
    expect(drive.context).toMatchObject({ leadUnitId: null, dueOn: null, startedOn: null, declines: 1, breaches: [] });
    expect(drive.state.timers).toEqual([]);
    drive.send('ASSIGN', ACTOR.clerk, at('2026-03-10'), { leadUnitId: UNIT.other });
    expect(drive.context).toMatchObject({ leadUnitId: UNIT.other, startedOn: '2026-03-10', dueOn: '2026-03-31' });
  });

  it('is refused to decline on the third working day', () => {
    const drive = new Drive(rectification, at('2026-03-05')).send('ASSIGN', ACTOR.clerk, at('2026-03-05'));
    expect(drive.code('DECLINE', ACTOR.liaison, at('2026-03-10', '00:00'))).toBe('rule.declinesInTime');
  });

  it('is reminded after one working day, then the office is told', () => {
    const drive = new Drive(rectification, at('2026-03-05'))
      .send('ASSIGN', ACTOR.clerk, at('2026-03-05'))
      .until(at('2026-03-16'));
    expect(drive.messages('remind.signing')).toEqual(['handler 2026-03-09 09:00', 'liaison 2026-03-09 09:00']);
    expect(drive.messages('tell.office')).toEqual(['clerk 2026-03-10 09:00']);
  });

  it('cannot stretch the due day by signing late', () => {
    const drive = new Drive(rectification, at('2026-03-02')).send('ASSIGN', ACTOR.clerk, at('2026-03-02'));
    drive.send('ACCEPT', ACTOR.liaison, at('2026-03-20'));
    expect(drive.context.dueOn).toBe('2026-03-23');
  });
});

describe('a visit', () => {
  it('that finds nothing fixed sends the case back with a fresh, shorter due day', () => {
    const drive = visiting().send('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'), {
      outcome: 'notFixed',
      satisfaction: 'dissatisfied',
    });
    expect(drive.state.value).toEqual({ stage: { deadline: 'rectifying' }, clock: 'onTime' });
    expect(drive.context).toMatchObject({ dueOn: '2026-03-19', period: 2, rung: null });
    expect(drive.context.rounds).toMatchObject([{ outcome: 'notFixed', answeredOn: '2026-03-12' }]);
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-13')).send('PASS', ACTOR.supervisor, at('2026-03-13'));
    expect(drive.context.rounds).toHaveLength(2);
    drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-16'));
    expect(drive.context.outcome).toBe('resolved');
  });

  it('that is not made within two working days is reminded of', () => {
    expect(visiting().until(at('2026-03-20')).messages('remind.visit')).toEqual(['visitor 2026-03-16 09:00']);
  });

  it('that reaches nobody counts once a day: three days, then a supervisor may close unverified', () => {
    const drive = visiting();
    const unreachable = (when: number): string =>
      drive.code('RECORD_VISIT', ACTOR.visitor, when, { outcome: 'unreachable' });
    const close = (when: number): string => drive.code('CLOSE_UNVERIFIED', ACTOR.supervisor, when);
    for (const time of ['09:00', '11:00', '16:00']) expect(unreachable(at('2026-03-12', time))).toBe('ok');
    expect(close(at('2026-03-12', '17:00'))).toBe('rule.hasAttemptsEnough');
    expect(unreachable(at('2026-03-13'))).toBe('ok');
    expect(close(at('2026-03-13', '17:00'))).toBe('rule.hasAttemptsEnough');
    expect(unreachable(at('2026-03-16'))).toBe('ok');
    expect(drive.code('CLOSE_UNVERIFIED', ACTOR.visitor, at('2026-03-16', '17:00'))).toBe('rule.isSupervisor');
    expect(close(at('2026-03-16', '17:00'))).toBe('ok');
    expect(drive.context).toMatchObject({
      outcome: 'unverified',
      rounds: [{ attempts: ['2026-03-12', '2026-03-13', '2026-03-16'], answeredOn: null }],
    });
    expect(drive.effects('visit')).toHaveLength(5);
  });

  it('attempts of an earlier round do not count in the next', () => {
    const drive = visiting();
    for (const day of ['2026-03-12', '2026-03-13'])
      drive.send('RECORD_VISIT', ACTOR.visitor, at(day), { outcome: 'unreachable' });
    drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-16'), { outcome: 'notFixed' });
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-17')).send('PASS', ACTOR.supervisor, at('2026-03-17'));
    drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-18'), { outcome: 'unreachable' });
    expect(drive.code('CLOSE_UNVERIFIED', ACTOR.supervisor, at('2026-03-18'))).toBe('rule.hasAttemptsEnough');
  });
});

describe('a key case', () => {
  it('closes only when a leader has signed', () => {
    const drive = visiting({ isKey: true }).send('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'));
    expect(drive.place).toBe('signing');
    expect(drive.context.outcome).toBeNull();
    expect(drive.code('SIGN_CLOSING', ACTOR.clerk, at('2026-03-12'))).toBe('rule.isLeader');
    expect(drive.code('SIGN_CLOSING', ACTOR.leaderInLead, at('2026-03-12'))).toBe('rule.isOutsideLeadUnit');
    drive.send('SIGN_CLOSING', ACTOR.leader, at('2026-03-13'));
    expect(drive.context).toMatchObject({ outcome: 'resolved', closedOn: '2026-03-13' });
  });

  it('that nobody could be reached for is signed as unverified, never as resolved', () => {
    const drive = visiting({ isKey: true });
    for (const day of ['2026-03-12', '2026-03-13', '2026-03-16'])
      drive.send('RECORD_VISIT', ACTOR.visitor, at(day), { outcome: 'unreachable' });
    drive.send('CLOSE_UNVERIFIED', ACTOR.supervisor, at('2026-03-16', '15:00'));
    expect(drive.place).toBe('signing');
    drive.send('SIGN_CLOSING', ACTOR.leader, at('2026-03-17'));
    expect(drive.context.outcome).toBe('unverified');
  });

  it('goes back to work with a fresh due day when the leader refuses', () => {
    const drive = visiting({ isKey: true })
      .send('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'))
      .send('RETURN', ACTOR.leader, at('2026-03-13'));
    expect(drive.place).toBe('rectifying');
    expect(drive.context).toMatchObject({ dueOn: '2026-03-20', returns: 1, pendingOutcome: null });
  });

  it('is not slipped out of the figures by the office: only a leader withdraws, rejects or merges it', () => {
    const fresh = (): Drive => new Drive(rectification, at('2026-03-02'), { isKey: true });
    for (const type of ['WITHDRAW', 'REJECT', 'MERGE']) {
      expect(fresh().code(type, ACTOR.clerk, at('2026-03-02'))).toBe('rule.mayDrop');
      expect(fresh().code(type, ACTOR.leader, at('2026-03-02'))).toBe('ok');
    }
    expect(working({ isKey: true }).code('WITHDRAW', ACTOR.clerk, at('2026-03-05'))).toBe('rule.mayDrop');
    expect(working({ isKey: true }).code('WITHDRAW', ACTOR.leader, at('2026-03-05'))).toBe('ok');
  });
});

describe('a look-back', () => {
  it('that finds a relapse reopens the case from the first rung', () => {
    const drive = visiting()
      .send('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'))
      .send('REOPEN', ACTOR.supervisor, at('2026-04-01'));
    expect(drive.state.value).toEqual({ stage: { deadline: 'rectifying' }, clock: 'onTime' });
    expect(drive.context).toMatchObject({
      outcome: null,
      closedOn: null,
      relapses: 1,
      reopenedOn: '2026-04-01',
      dueOn: '2026-04-09',
      period: 2,
    });
    drive.until(at('2026-04-30'));
    expect(drive.orders[0]).toBe('blue 2026-04-10 09:00');
  });

  it('is refused once its window of 180 days is over', () => {
    const closed = (): Drive => visiting().send('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'));
    expect(closed().code('REOPEN', ACTOR.supervisor, at('2026-09-08', '23:00'))).toBe('ok');
    expect(closed().code('REOPEN', ACTOR.supervisor, at('2026-09-09', '00:00'))).toBe('rule.isWithinLookBack');
  });
});

describe('a staged case', () => {
  const begin = (): Drive =>
    new Drive(staged, at('2026-03-02'))
      .send('ASSIGN', ACTOR.clerk, at('2026-03-02'), {
        milestones: [
          { name: '摸底', dueOn: '2026-03-09' },
          { name: '整治', dueOn: '2026-04-10' },
        ],
      })
      .send('ACCEPT', ACTOR.liaison, at('2026-03-02'));

  it('works from milestone to milestone and is visited after the last', () => {
    const drive = begin();
    expect(drive.context).toMatchObject({ dueOn: '2026-03-09', budget: 28, period: 1 });
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-06')).send('PASS', ACTOR.supervisor, at('2026-03-06'));
    expect(drive.place).toBe('rectifying');
    expect(drive.context).toMatchObject({
      dueOn: '2026-04-10',
      period: 2,
      milestones: [{ doneOn: '2026-03-06' }, { doneOn: null }],
    });
    drive.send('SUBMIT', ACTOR.handler, at('2026-04-08')).send('PASS', ACTOR.supervisor, at('2026-04-08'));
    expect(drive.place).toBe('visiting');
    expect(drive.context.milestones?.map(({ doneOn }) => doneOn)).toEqual(['2026-03-06', '2026-04-08']);
  });

  it('keeps the breach of a milestone that was late, and starts the ladder afresh for the next', () => {
    const drive = begin().until(at('2026-03-11'));
    expect(drive.orders).toEqual(['blue 2026-03-10 09:00']);
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-11')).send('PASS', ACTOR.supervisor, at('2026-03-12'));
    expect(drive.context.breaches).toEqual([{ period: 1, dueOn: '2026-03-09', until: '2026-03-11', days: 2 }]);
    expect(drive.clock).toBe('onTime');
    drive.until(at('2026-04-13', '12:00'));
    expect(drive.orders).toEqual(['blue 2026-03-10 09:00', 'blue 2026-04-13 09:00']);
  });

  it('does not carry a request for more days over to the next milestone', () => {
    const drive = begin().send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-05'));
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-06')).send('PASS', ACTOR.supervisor, at('2026-03-06'));
    expect(drive.context.extension).toBeNull();
    expect(drive.code('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-06'))).toBe('rule.hasPendingExtension');
  });

  it('needs its milestones in order, and only a staged case has any', () => {
    const code = (workflow: typeof staged, ...days: string[]): string =>
      new Drive(workflow, at('2026-03-02')).code('ASSIGN', ACTOR.clerk, at('2026-03-02'), {
        milestones: days.map((dueOn) => ({ name: '节点', dueOn })),
      });
    expect(code(staged, '2026-04-10', '2026-03-09')).toBe('rule.milestonesInOrder');
    expect(code(staged, '2026-03-02')).toBe('rule.milestonesInOrder');
    expect(code(staged, '2026-03-09', '9999-12-31')).toBe('rule.milestonesInOrder');
    expect(code(rectification, '2026-03-09')).toBe('rule.hasNoMilestones');
    expect(code(immediate, '2026-03-09')).toBe('rule.hasNoMilestones');
  });
});

describe('days that make no sense', () => {
  const code = (dueOn: string, via = 'web'): string =>
    new Drive(rectification, at('2026-03-02')).code('ASSIGN', { ...ACTOR.clerk, via }, at('2026-03-02'), { dueOn });

  it('are refused: a due day of today, of the past, or beyond ten years', () => {
    expect(code('2026-03-03')).toBe('ok');
    expect(code('2026-03-02')).toBe('rule.dueOnNotPast');
    expect(code('2019-01-01')).toBe('rule.dueOnNotPast');
    expect(code('9999-12-31')).toBe('rule.dueOnNotPast');
  });

  it('of a ledger that is taken over may be past, but not outside any calendar', () => {
    expect(code('2019-01-01', 'import')).toBe('ok');
    expect(code('9999-12-31', 'import')).toBe('rule.dueOnNotPast');
    expect(code('0001-01-01', 'import')).toBe('rule.dueOnNotPast');
  });

  it('of a review are refused: today, or beyond ten years', () => {
    const drive = working();
    expect(drive.code('PARK', ACTOR.leader, at('2026-03-03'), { reviewOn: '2026-03-03' })).toBe('rule.reviewIsAhead');
    expect(drive.code('PARK', ACTOR.leader, at('2026-03-03'), { reviewOn: '9999-12-31' })).toBe('rule.reviewIsAhead');
    drive.send('PARK', ACTOR.leader, at('2026-03-03'), { reviewOn: '2026-05-02' });
    expect(drive.until(at('2026-05-11')).messages('remind.review')).toEqual(['clerk 2026-05-06 09:00']); // after 劳动节
  });
});

it('speaks of moments as the office sees them', () => {
  expect(shown(at('2026-03-02', '09:00'))).toBe('2026-03-02 09:00');
});
