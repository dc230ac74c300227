/** An assignment that was a mistake is taken back before the unit signs, as if it had not been; whatever came after it stays. */
import type { Actor } from '../../src/domain/command.js';
import { Refused } from '../../src/domain/errors.js';
import { daysAfter } from '../../src/domain/fact-moves.js';
import { freshContext } from '../../src/domain/case.js';
import { allowed } from '../../src/engine/allowed.js';
import { replay } from '../../src/engine/decide.js';
import { TAKE_BACK, takeBack } from '../../src/engine/take-back.js';
import { ACTOR, at, calendar, command, Drive, rectification, rectification2, refs } from '../support/engine.js';

const NINE = at('2026-03-02', '09:00');
const MINUTE = 60_000;
const reason = '派错了单位';

const back = (drive: Drive, who: Actor, when: number): string => {
  const decided = takeBack(drive.workflow, drive.state, command(TAKE_BACK, who, when, { reason }), refs);
  if (decided instanceof Refused) return decided.code;
  drive.state = decided.state;
  drive.events.push(...decided.events);
  return 'ok';
};
const steps = (drive: Drive, who: Actor, when: number): string[] =>
  allowed(drive.workflow, drive.state, who, when, refs).map(({ type }) => type);

describe.each([
  ['1', rectification],
  ['2', rectification2],
])('of version %s', (_, workflow) => {
  const assigned = (): Drive => new Drive(workflow, NINE).send('ASSIGN', ACTOR.clerk, NINE);

  it('within its minutes the office takes it back, and the case is what it was before, with both lines in its history', () => {
    const drive = assigned();
    const offered = allowed(workflow, drive.state, ACTOR.clerk, NINE + MINUTE, refs).find(
      ({ type }) => type === TAKE_BACK,
    );
    expect(offered?.until).toBe(NINE + 30 * MINUTE);
    expect(back(drive, ACTOR.clerk, NINE + 30 * MINUTE)).toBe('ok');
    expect(drive.state.value).toEqual({ stage: 'collected', clock: 'stopped' });
    expect(drive.state.timers).toEqual([]);
    const { holders = [], ...context } = drive.state.context;
    const { officeUnitId, categoryId } = context;
    expect([holders, context]).toEqual([[], freshContext({ officeUnitId, categoryId })]);
    expect(replay(drive.events)).toMatchObject({ value: drive.state.value, context: drive.state.context });
    expect(drive.events.map(({ type }) => type)).toEqual(['COLLECT', 'ASSIGN', TAKE_BACK]);
    expect(daysAfter(null, drive.events, calendar)).toEqual({});
    expect(steps(drive, ACTOR.clerk, NINE + 31 * MINUTE)).toEqual(expect.arrayContaining(['ASSIGN', 'REJECT']));
  });

  it('not after its minutes, nor on the next day, nor by anybody else, nor once the unit has signed', () => {
    const late = assigned();
    expect(back(late, ACTOR.clerk, NINE + 31 * MINUTE)).toBe('takeBack.tooLate');
    expect(steps(late, ACTOR.clerk, NINE + 31 * MINUTE)).not.toContain(TAKE_BACK);
    const midnight = at('2026-03-02', '23:50');
    const night = new Drive(workflow, midnight).send('ASSIGN', ACTOR.clerk, midnight);
    expect(back(night, ACTOR.clerk, midnight + 11 * MINUTE)).toBe('takeBack.tooLate');
    const drive = assigned();
    for (const who of [ACTOR.handler, ACTOR.leader, ACTOR.administrator, ACTOR.auditor]) {
      expect(back(drive, who, NINE + MINUTE)).toBe('rule.isTriageDesk');
      expect(steps(drive, who, NINE + MINUTE)).not.toContain(TAKE_BACK);
    }
    drive.send('ACCEPT', ACTOR.handler, NINE + 2 * MINUTE);
    expect(back(drive, ACTOR.clerk, NINE + 3 * MINUTE)).toBe('case.notInThisStage');
  });

  it('what another unit gave back before has a past, and keeps it', () => {
    const drive = assigned().send('DECLINE', ACTOR.liaison, NINE + MINUTE);
    expect(back(drive, ACTOR.clerk, NINE + 2 * MINUTE)).toBe('case.notInThisStage');
    drive.send('ASSIGN', ACTOR.clerk, NINE + 3 * MINUTE);
    expect(back(drive, ACTOR.clerk, NINE + 4 * MINUTE)).toBe('case.notInThisStage');
  });
});
