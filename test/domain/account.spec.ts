/** The clock account: what was given, used, kept, and by how much a case is late. */
import { clockAccount, isLateOn, lateUntil } from '../../src/domain/account.js';
import { freshContext, type CaseContext } from '../../src/domain/case.js';
import { calendar } from '../support/engine.js';

const running = (given: Partial<CaseContext> = {}): CaseContext =>
  freshContext({ mode: 'running', budget: 9, startedOn: '2026-03-02', dueOn: '2026-03-13', ...given });

describe('the account', () => {
  it('of a running case counts working days used and left', () => {
    expect(clockAccount(running(), calendar, '2026-03-09')).toMatchObject({
      budget: 9,
      used: 5,
      remaining: 4,
      workingDaysLate: 0,
    });
  });

  it('never owes days: late is late, not less than nothing left', () => {
    expect(clockAccount(running(), calendar, '2026-03-18')).toMatchObject({
      used: 12,
      remaining: 0,
      workingDaysLate: 3,
      workingDaysLateInAll: 3,
    });
  });

  it('of a case not assigned is empty', () => {
    expect(clockAccount(freshContext({}), calendar, '2026-03-09')).toMatchObject({
      budget: null,
      used: 0,
      remaining: 0,
      workingDaysLateInAll: 0,
    });
  });

  it('adds past breaches to the present lateness', () => {
    const breaches = [{ period: 1, dueOn: '2026-02-02', until: '2026-02-05', days: 3 }];
    expect(clockAccount(running({ breaches }), calendar, '2026-03-16')).toMatchObject({
      workingDaysLate: 1,
      workingDaysLateInAll: 4,
    });
  });

  it('leaves pauses out of what was used, also those over a weekend', () => {
    const pauses = [{ from: '2026-03-04', to: '2026-03-09', reason: '', remaining: 7 }];
    expect(clockAccount(running({ pauses, dueOn: '2026-03-18' }), calendar, '2026-03-10')).toMatchObject({
      used: 3,
      pausedDays: 3,
      remaining: 6,
    });
  });
});

describe('lateness', () => {
  it('begins the day after the due day', () => {
    expect(isLateOn(running(), '2026-03-13')).toBe(false);
    expect(isLateOn(running(), '2026-03-14')).toBe(true);
  });

  it('is none while the clock stands, and is frozen at a late submission', () => {
    expect(isLateOn(running({ mode: 'paused' }), '2026-04-01')).toBe(false);
    expect(isLateOn(running({ mode: 'stopped' }), '2026-04-01')).toBe(false);
    const held = running({ mode: 'held', submittedOn: '2026-03-17', submittedInTime: false });
    expect(isLateOn(held, '2026-04-01')).toBe(true);
    expect(lateUntil(held, '2026-04-01')).toBe('2026-03-17');
    expect(clockAccount(held, calendar, '2026-04-01').workingDaysLate).toBe(2);
  });
});
