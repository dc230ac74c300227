/** The course of a case under version 2 told as stories: nothing slips out, nothing is passed on to be rid of it, nobody who is not satisfied is struck off. */
import { clockAccount } from '../../src/domain/account.js';
import type { CaseContext } from '../../src/domain/case.js';
import type { Actor } from '../../src/domain/command.js';
import type { Day } from '../../src/domain/day.js';
import { Refused } from '../../src/domain/errors.js';
import { chargedUnits, heldBy } from '../../src/domain/holders.js';
import { allowed } from '../../src/engine/allowed.js';
import { decide } from '../../src/engine/decide.js';
import type { Workflow } from '../../src/engine/workflow.js';
import {
  ACTOR,
  at,
  calendar,
  CATEGORY,
  command,
  Drive,
  immediate2,
  payloadFor,
  rectification2,
  refs,
  SECOND,
  UNIT,
} from '../support/engine.js';

/** Assigned and signed for on Monday 2026-03-02, due on Monday the 23rd. */
const working = (context: Partial<CaseContext> = {}, workflow: Workflow = rectification2): Drive =>
  new Drive(workflow, at('2026-03-02'), context)
    .send('ASSIGN', ACTOR.clerk, at('2026-03-02'))
    .send('ACCEPT', ACTOR.liaison, at('2026-03-02', '15:00'));
const visiting = (context: Partial<CaseContext> = {}): Drive => {
  const drive = working(context).send('SUBMIT', ACTOR.handler, at('2026-03-09'));
  drive.send('PASS', ACTOR.supervisor, at('2026-03-10'));
  return drive.place === 'verifying' ? drive.send('PASS', SECOND.supervisor, at('2026-03-10', '11:00')) : drive;
};
const visit = (drive: Drive, day: Day, said: Record<string, unknown> = {}): Drive =>
  drive.send('RECORD_VISIT', ACTOR.visitor, at(day), said);
/** What is answered to a command whose form lacks the field. */
function without(type: string, who: Actor, { state }: Drive, field: string): string {
  const { [field]: _, ...rest } = payloadFor(type, rectification2, '2026-03-11');
  const decided = decide(rectification2, state, command(type, who, at('2026-03-11'), rest), refs);
  return decided instanceof Refused ? decided.code : 'ok';
}

describe('a departure', () => {
  it('of a case that was assigned takes two people, and never the same one', () => {
    const drive = working().send('ASK_DEPARTURE', ACTOR.clerk, at('2026-03-03'));
    expect(drive.messages('ask.departure')).toEqual(['clerk 2026-03-03 10:00', 'leader 2026-03-03 10:00']);
    expect(drive.code('GRANT_DEPARTURE', ACTOR.clerk, at('2026-03-03'))).toBe('rule.isNotOwnDeparture');
    expect(drive.code('REFUSE_DEPARTURE', ACTOR.clerk, at('2026-03-03'))).toBe('rule.isNotOwnDeparture');
    expect(drive.code('ASK_DEPARTURE', SECOND.clerk, at('2026-03-03'))).toBe('rule.noDepartureAsked');
    drive.send('GRANT_DEPARTURE', SECOND.clerk, at('2026-03-04'));
    expect(drive.context).toMatchObject({
      outcome: 'withdrawn',
      departed: { kind: 'withdraw', isLate: false, askedBy: ACTOR.clerk.userId, grantedBy: SECOND.clerk.userId },
    });
  });

  it('is granted by a leader where the case is key, late, or within three working days of its due day', () => {
    const codes = (drive: Drive, day: Day): string => {
      drive.send('ASK_DEPARTURE', ACTOR.clerk, at(day));
      return drive.code('GRANT_DEPARTURE', SECOND.clerk, at(day));
    };
    expect(codes(working(), '2026-03-17')).toBe('ok');
    expect(codes(working(), '2026-03-18')).toBe('rule.mayGrantDeparture');
    expect(codes(working(), '2026-04-01')).toBe('rule.mayGrantDeparture');
    expect(codes(working({ isKey: true }), '2026-03-03')).toBe('rule.mayGrantDeparture');
    const late = working().send('ASK_DEPARTURE', ACTOR.clerk, at('2026-04-01'), { kind: 'reject' });
    expect(late.code('GRANT_DEPARTURE', ACTOR.leaderInLead, at('2026-04-01'))).toBe('rule.mayGrantDeparture');
    late.send('GRANT_DEPARTURE', ACTOR.leader, at('2026-04-01'));
    expect(late.context).toMatchObject({ outcome: 'rejected', departed: { isLate: true, unitIds: [UNIT.lead] } });
  });

  it('stays with one person only before anybody was given the case: a case that was declined needs two', () => {
    const fresh = new Drive(rectification2, at('2026-03-02'));
    expect(fresh.code('REJECT', ACTOR.clerk, at('2026-03-02'))).toBe('ok');
    const declined = new Drive(rectification2, at('2026-03-02'))
      .send('ASSIGN', ACTOR.clerk, at('2026-03-02'))
      .send('DECLINE', ACTOR.liaison, at('2026-03-03'));
    for (const type of ['REJECT', 'MERGE', 'WITHDRAW']) {
      expect(declined.code(type, ACTOR.clerk, at('2026-03-03'))).toBe('rule.wasNeverAssigned');
    }
    declined
      .send('ASK_DEPARTURE', ACTOR.clerk, at('2026-03-03'))
      .send('GRANT_DEPARTURE', SECOND.clerk, at('2026-03-03'));
    expect(declined.place).toBe('withdrawn');
  });

  it('by merger brings the raiser along', () => {
    const target = '00000000-0000-4000-8000-000000000900';
    const drive = working();
    expect(drive.code('ASK_DEPARTURE', ACTOR.clerk, at('2026-03-03'), { kind: 'merge' })).toBe(
      'rule.departureTargetFits',
    );
    drive.send('ASK_DEPARTURE', ACTOR.clerk, at('2026-03-03'), { kind: 'merge', caseId: target });
    drive.send('GRANT_DEPARTURE', SECOND.clerk, at('2026-03-03'));
    expect(drive.context).toMatchObject({ outcome: 'merged', mergedInto: target });
    expect(drive.effects('follow')).toEqual([
      {
        kind: 'follow',
        caseId: target,
        type: 'JOIN',
        payload: {
          fromCaseId: drive.state.id,
          fromNumber: 'ZG-2026-000123',
          raisers: [drive.state.id],
          categoryIds: [CATEGORY.order],
          sharesFate: true,
        },
      },
    ]);
  });

  it('that is refused leaves the case where it was', () => {
    const drive = working().send('ASK_DEPARTURE', ACTOR.clerk, at('2026-03-03'));
    drive.send('REFUSE_DEPARTURE', ACTOR.leader, at('2026-03-04'));
    expect([drive.place, drive.context.departure]).toEqual(['rectifying', null]);
  });
});

describe('a transfer', () => {
  it('moves no due day and stops no ladder; the account says who held the case for how long', () => {
    const drive = working().until(at('2026-03-26')).send('TRANSFER', ACTOR.clerk, at('2026-03-26'));
    expect(drive.place).toBe('assigned');
    expect(drive.context).toMatchObject({ leadUnitId: UNIT.other, dueOn: '2026-03-23', period: 1, rung: 'blue' });
    expect(drive.until(at('2026-03-27')).orders.at(-1)).toBe('orange 2026-03-27 09:00');
    expect(heldBy(drive.context, calendar, '2026-03-27')).toEqual([
      { unitId: UNIT.lead, from: '2026-03-02', to: '2026-03-26', used: 18, pausedDays: 0 },
      { unitId: UNIT.other, from: '2026-03-26', to: null, used: 1, pausedDays: 0 },
    ]);
    expect(clockAccount(drive.context, calendar, '2026-03-27').used).toBe(19);
  });

  it('is charged to who held the case when it fell due, and to who passed it on with less than a third of its time', () => {
    const chargedAfter = (day: Day): string[] => {
      const drive = working().send('TRANSFER', ACTOR.clerk, at(day));
      return chargedUnits(drive.context, calendar, drive.context.dueOn!);
    };
    // Fifteen working days: on the 16th five are left, on the 17th four.
    expect(chargedAfter('2026-03-16')).toEqual([UNIT.other]);
    expect(chargedAfter('2026-03-17')).toEqual([UNIT.lead, UNIT.other]);
    expect(chargedAfter('2026-03-24')).toEqual([UNIT.lead]);
    const drive = working().send('TRANSFER', ACTOR.clerk, at('2026-03-20')).until(at('2026-03-30'));
    drive.send('ACCEPT', ACTOR.otherHandler, at('2026-03-30')).send('PARK', ACTOR.leader, at('2026-03-30'));
    expect(drive.context.breaches).toMatchObject([{ days: 5, unitIds: [UNIT.lead, UNIT.other] }]);
  });

  it('is not declined, so that nobody gets new time by passing it to and fro', () => {
    const drive = working().send('TRANSFER', ACTOR.clerk, at('2026-03-20'));
    expect(drive.code('DECLINE', ACTOR.otherHandler, at('2026-03-20'))).toBe('rule.isFirstHolder');
    expect(drive.code('TRANSFER', ACTOR.clerk, at('2026-03-20'))).toBe('rule.isAnotherUnit');
  });

  it('lets nobody of the former unit judge the case', () => {
    const drive = working().send('TRANSFER', ACTOR.clerk, at('2026-03-03'));
    drive.send('ACCEPT', ACTOR.otherHandler, at('2026-03-03')).send('SUBMIT', ACTOR.otherHandler, at('2026-03-04'));
    expect(drive.code('PASS', ACTOR.supervisorInLead, at('2026-03-05'))).toBe('rule.holdsNoPostInIt');
    expect(drive.code('PASS', ACTOR.supervisor, at('2026-03-05'))).toBe('ok');
  });

  it('of a case that was being visited sends it back to work, with lateness counted whole', () => {
    const drive = working()
      .send('SUBMIT', ACTOR.handler, at('2026-03-25'))
      .send('PASS', ACTOR.supervisor, at('2026-03-26'));
    expect(drive.context.breaches).toMatchObject([{ days: 2 }]);
    drive.send('TRANSFER', ACTOR.clerk, at('2026-03-27'));
    expect(drive.context).toMatchObject({ breaches: [], mode: 'running', dueOn: '2026-03-23' });
    expect(clockAccount(drive.context, calendar, '2026-03-30').workingDaysLateInAll).toBe(5);
  });
});

describe('a split and a correction', () => {
  it('make parts with their provenance, the raiser of the whole, and no more time than it had', () => {
    const drive = working().send('SPLIT', ACTOR.clerk, at('2026-03-05'));
    expect(drive.context.parts).toBe(2);
    const [part] = drive.effects('collect');
    expect(part).toMatchObject({
      title: '噪声扰民',
      source: 'meeting',
      context: {
        raisedOutside: true,
        raisers: [drive.state.id],
        origin: {
          kind: 'split',
          caseId: drive.state.id,
          number: 'ZG-2026-000123',
          dueOn: '2026-03-23',
          assigned: true,
        },
      },
    });
    const own = new Drive(rectification2, at('2026-03-06'), part!.context);
    expect(own.code('ASSIGN', ACTOR.clerk, at('2026-03-06'), { dueOn: '2026-03-24' })).toBe('rule.dueOnWithinOrigin');
    expect(own.send('ASSIGN', ACTOR.clerk, at('2026-03-06')).context.dueOn).toBe('2026-03-23');
  });

  it('keep the due day, and only a leader takes the mark off a key case', () => {
    const drive = working({ isKey: true });
    expect(drive.code('CORRECT', ACTOR.clerk, at('2026-03-05'), { isKey: false })).toBe('rule.mayUnmarkKey');
    drive.send('CORRECT', ACTOR.clerk, at('2026-03-05'), { categoryId: CATEGORY.noise });
    expect(drive.context).toMatchObject({
      dueOn: '2026-03-23',
      categoryId: CATEGORY.noise,
      formerCategoryIds: [CATEGORY.order],
    });
    expect(drive.effects('retitle')).toEqual([{ kind: 'retitle', title: '路灯不亮' }]);
    expect(drive.code('CORRECT', ACTOR.leader, at('2026-03-05'), { isKey: false })).toBe('ok');
  });
});

describe('a check by weight', () => {
  const submitted = (): Drive =>
    working({ isKey: true }).send('SUBMIT', ACTOR.handler, at('2026-03-09'), { photosAfter: [] });
  const pass = (drive: Drive, who: typeof ACTOR.supervisor, given: Record<string, unknown> = {}): string =>
    drive.code('PASS', who, at('2026-03-10'), { photosBefore: [], photosAfter: [], ...given });

  it('of a key case says what is missing: on site, a photograph, a second verifier', () => {
    const drive = submitted();
    expect(pass(drive, ACTOR.supervisor, { method: 'remote' })).toBe('rule.checkedOnSite');
    expect(pass(drive, ACTOR.supervisor)).toBe('rule.showsAfter');
    // One picture is not of before and of after.
    const twice = { photosBefore: [UNIT.lead], photosAfter: [UNIT.lead] };
    expect(pass(drive, ACTOR.supervisor, twice)).toBe('rule.showsAfter');
    expect(pass(drive, ACTOR.supervisor, { photosAfter: [UNIT.lead] })).toBe('ok');
    expect(drive.place).toBe('verifying');
    expect(pass(drive, ACTOR.supervisor)).toBe('rule.isAnotherVerifier');
    expect(pass(drive, SECOND.supervisor)).toBe('ok');
    expect(drive.place).toBe('visiting');
  });

  it('begins anew with each submission', () => {
    const drive = submitted();
    pass(drive, ACTOR.supervisor, { photosAfter: [UNIT.lead] });
    drive.send('RETURN', SECOND.supervisor, at('2026-03-11')).send('SUBMIT', ACTOR.handler, at('2026-03-12'));
    expect(drive.context.checks).toEqual([]);
  });

  it('is no lighter for a category that was corrected', () => {
    const policy = {
      ...rectification2.policy,
      verification: {
        ...rectification2.policy.verification!,
        byCategory: {
          publicOrder: { verifiers: 1, onSite: true, photos: false },
          noise: { verifiers: 1, onSite: false, photos: false },
        },
      },
    };
    const drive = working({}, { ...rectification2, policy });
    drive.send('CORRECT', ACTOR.clerk, at('2026-03-05'), { categoryId: CATEGORY.noise });
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-09'));
    expect(drive.code('PASS', ACTOR.supervisor, at('2026-03-10'), { method: 'remote' })).toBe('rule.checkedOnSite');
  });

  it('asks of a key case which other places were looked at, and offers the field to no other', () => {
    const fields = (drive: Drive): string[] =>
      allowed(rectification2, drive.state, ACTOR.handler, at('2026-03-09'), refs).find(({ type }) => type === 'SUBMIT')!
        .schema.required;
    expect(fields(working({ isKey: true }))).toContain('otherPlaces');
    expect(fields(working())).not.toContain('otherPlaces');
    expect(without('SUBMIT', ACTOR.handler, working({ isKey: true }), 'otherPlaces')).toBe('rule.saysOtherPlaces');
    expect(without('SUBMIT', ACTOR.handler, working(), 'otherPlaces')).toBe('ok');
  });
});

describe('nobody dissatisfied is closed', () => {
  it('fixed but dissatisfied goes back like not fixed, and after two rounds only a leader closes, in writing', () => {
    const drive = visit(visiting(), '2026-03-11', { satisfaction: 'dissatisfied' });
    expect([drive.place, drive.context.period]).toEqual(['rectifying', 2]);
    expect(drive.code('CLOSE_DISPUTED', ACTOR.leader, at('2026-03-11'))).toBe('rule.isDisputed');
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-12')).send('PASS', ACTOR.supervisor, at('2026-03-13'));
    visit(drive, '2026-03-16', { outcome: 'notFixed' });
    expect(drive.code('CLOSE_DISPUTED', ACTOR.clerk, at('2026-03-16'))).toBe('rule.isLeader');
    expect(drive.code('CLOSE_DISPUTED', ACTOR.leaderInLead, at('2026-03-16'))).toBe('rule.isOutsideLeadUnit');
    drive.send('CLOSE_DISPUTED', ACTOR.leader, at('2026-03-16'));
    expect(drive.context.outcome).toBe('disputed');
    expect(drive.code('REOPEN', ACTOR.supervisor, at('2026-04-16'))).toBe('ok');
  });

  it('a visit that reached the raiser says whether the result satisfies', () => {
    expect(without('RECORD_VISIT', ACTOR.visitor, visiting(), 'satisfaction')).toBe('rule.saysSatisfaction');
  });

  it('a complaint about manner closes the case and collects one on the supervisors’ desk', () => {
    const drive = visit(visiting(), '2026-03-11', { outcome: 'mannerComplaint', note: '态度生硬' });
    expect(drive.place).toBe('resolved');
    const [linked] = drive.effects('collect');
    expect(linked).toMatchObject({
      source: 'visit',
      description: '态度生硬',
      context: { desk: 'supervisors', raisers: [drive.state.id], origin: { kind: 'manner', caseId: drive.state.id } },
    });
    const own = new Drive(immediate2, at('2026-03-11'), linked!.context);
    expect(own.code('ASSIGN', ACTOR.clerk, at('2026-03-12'))).toBe('rule.isTriageDesk');
    expect(own.code('REJECT', ACTOR.clerk, at('2026-03-12'))).toBe('rule.mayDropAtTriage');
    expect(own.code('ASSIGN', ACTOR.supervisor, at('2026-03-12'))).toBe('ok');
  });
});

describe('several raisers', () => {
  const other = '00000000-0000-4000-8000-000000000801';
  const joined = (): Drive => {
    const drive = visiting();
    return drive.send('JOIN', ACTOR.system, at('2026-03-10', '12:00'), { raisers: [other] });
  };

  it('are each visited: the case closes when the last one was reached', () => {
    const drive = joined();
    const own = drive.state.id;
    expect(drive.code('RECORD_VISIT', ACTOR.visitor, at('2026-03-11'))).toBe('rule.namesRaiser');
    visit(drive, '2026-03-11', { raiserId: own });
    expect(drive.place).toBe('visiting');
    expect(drive.code('RECORD_VISIT', ACTOR.visitor, at('2026-03-11'), { raiserId: own })).toBe('rule.namesRaiser');
    visit(drive, '2026-03-12', { raiserId: other });
    expect(drive.place).toBe('resolved');
    expect(drive.effects('visit').map(({ raiserId }) => raiserId)).toEqual([own, other]);
  });

  it('send the case back when one of them is not satisfied', () => {
    const drive = joined();
    visit(drive, '2026-03-11', { raiserId: drive.state.id });
    visit(drive, '2026-03-12', { raiserId: other, satisfaction: 'dissatisfied' });
    expect(drive.place).toBe('rectifying');
  });

  it('leave it unverified only when each who was not reached was tried on three days', () => {
    const drive = joined();
    visit(drive, '2026-03-11', { raiserId: drive.state.id });
    const close = (day: Day): string => drive.code('CLOSE_UNVERIFIED', ACTOR.supervisor, at(day));
    for (const day of ['2026-03-11', '2026-03-12', '2026-03-13']) {
      expect(close(day)).toBe('rule.everybodyTried');
      visit(drive, day, { raiserId: other, outcome: 'unreachable' });
    }
    expect(close('2026-03-16')).toBe('ok');
    expect(drive.context.outcome).toBe('unverified');
  });

  it('bring a case back to the visit that only waited for its notice to end', () => {
    const drive = visit(visiting({ isKey: true }), '2026-03-11');
    expect(drive.place).toBe('notice');
    drive.send('JOIN', ACTOR.system, at('2026-03-12'), { raisers: [other] });
    expect([drive.place, drive.context.noticeUntil, drive.context.pendingOutcome]).toEqual(['visiting', null, null]);
    expect(drive.code('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'), { raiserId: drive.state.id })).toBe(
      'rule.namesRaiser',
    );
    expect(visit(drive, '2026-03-12', { raiserId: other }).place).toBe('notice');
  });
});

describe('the public notice', () => {
  const shown = (): Drive => visit(visiting({ isKey: true }), '2026-03-11');

  it('of a key case lasts three working days, and then a leader signs', () => {
    const drive = shown().until(at('2026-03-17', '08:59'));
    expect([drive.place, drive.context.noticeUntil]).toEqual(['notice', '2026-03-16']);
    drive.until(at('2026-03-17'));
    expect(drive.place).toBe('signing');
    expect(drive.send('SIGN_CLOSING', ACTOR.leader, at('2026-03-17')).context.outcome).toBe('resolved');
  });

  it('is stopped by an objection, which the supervisors decide: dismissed it goes on, upheld the case goes back', () => {
    const drive = shown().send('OBJECT', { ...ACTOR.system, via: 'receipt' }, at('2026-03-12'));
    expect(drive.messages('tell.objection')).toEqual(['supervisor 2026-03-12 10:00']);
    drive.until(at('2026-03-20'));
    expect(drive.place).toBe('objection');
    drive.send('DISMISS_OBJECTION', ACTOR.supervisor, at('2026-03-20'));
    expect(drive.until(at('2026-03-23')).place).toBe('signing');
    const upheld = shown().send('OBJECT', ACTOR.clerk, at('2026-03-12'));
    upheld.send('RETURN', ACTOR.supervisor, at('2026-03-13'));
    expect([upheld.place, upheld.context.returns, upheld.context.noticeUntil]).toEqual(['rectifying', 1, null]);
  });
});
