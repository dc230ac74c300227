/** The ladder in time: when each level is due and which light burns. */
import {
  blueOrderAt,
  lightAt,
  lightTimes,
  NO_LIGHTS,
  replyDueOn,
  replyLapsesAt,
  levelAbove,
} from '../../src/domain/ladder.js';
import { freshContext, type CaseContext } from '../../src/domain/case.js';
import { LIGHTS, type Light } from '../../src/domain/words.js';
import { at, calendar, rectification, shown } from '../support/engine.js';

const { policy } = rectification;
const due = (given: Partial<CaseContext> = {}): CaseContext =>
  freshContext({ mode: 'running', dueOn: '2026-03-13', period: 1, ...given });

describe('a level', () => {
  it('of blue is due at 09:00 of the first working day after the due day', () => {
    expect(shown(blueOrderAt(calendar, '2026-03-13', at('2026-03-14', '00:00')))).toBe('2026-03-16 09:00');
    expect(shown(blueOrderAt(calendar, '2026-09-30', at('2026-10-01', '00:00')))).toBe('2026-10-08 09:00');
  });

  it('of blue is due at once where that has passed, and next morning where it is evening', () => {
    expect(shown(blueOrderAt(calendar, '2026-03-13', at('2026-03-18', '14:20')))).toBe('2026-03-18 14:20');
    expect(shown(blueOrderAt(calendar, '2026-03-13', at('2026-03-18', '17:30')))).toBe('2026-03-19 09:00');
  });

  it('gives two working days for a reply and lapses at 09:00 of the day after', () => {
    expect(replyDueOn(calendar, policy, 'blue', '2026-03-12')).toBe('2026-03-16');
    expect(shown(replyLapsesAt(calendar, policy, 'blue', at('2026-03-12', '09:00')))).toBe('2026-03-17 09:00');
  });

  it('stands below the next, and the talk below none', () => {
    expect([levelAbove('blue'), levelAbove('orange'), levelAbove('red'), levelAbove('talk')]).toEqual([
      'orange',
      'red',
      'talk',
      null,
    ]);
  });
});

describe('the lights', () => {
  const times = lightTimes(calendar, policy, due(), { rung: 'blue', at: at('2026-03-16', '09:00') });

  it('are foretold for a case nobody touches', () => {
    expect(Object.values(times).map((when) => (when === null ? null : shown(when as number)))).toEqual([
      '2026-03-10 00:00',
      '2026-03-14 00:00',
      '2026-03-19 09:00',
      '2026-03-24 09:00',
      '2026-03-27 09:00',
    ]);
  });

  it('come on one after the other, each exactly at its moment', () => {
    const seen = [times.yellowAt, times.lateAt, times.orangeAt, times.redAt, times.talkAt].flatMap((when): Light[] =>
      when === null ? [] : [lightAt(times, when - 1), lightAt(times, when)],
    );
    expect(seen).toEqual(LIGHTS.slice(0, 5).flatMap((light, i) => [light, LIGHTS[i + 1]]));
  });

  it('do not burn while a case has no due day, is parked, or waits for its visit', () => {
    for (const context of [due({ dueOn: null }), due({ mode: 'paused' }), due({ mode: 'stopped' })]) {
      expect(lightTimes(calendar, policy, context, null)).toEqual(NO_LIGHTS);
    }
    expect(lightAt(NO_LIGHTS, at('2030-01-01'))).toBe('green');
  });

  it('stay green while a fix submitted in time is checked, and stay on while a late one is', () => {
    const held = (submittedInTime: boolean, rung: CaseContext['rung']): Light =>
      lightAt(
        lightTimes(
          calendar,
          policy,
          due({ mode: 'held', submittedInTime, rung, rungAt: at('2026-03-19', '09:00') }),
          null,
        ),
        at('2026-04-30'),
      );
    expect(held(true, null)).toBe('green');
    expect(held(false, null)).toBe('blue');
    expect(held(false, 'orange')).toBe('orange');
  });

  it('climb no further once an order was answered', () => {
    const answered = due({ ladderStopped: true, rung: 'red', rungAt: at('2026-03-24', '09:00') });
    expect(lightAt(lightTimes(calendar, policy, answered, null), at('2026-06-01'))).toBe('red');
  });
});
