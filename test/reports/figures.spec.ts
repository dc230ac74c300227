/** The formulas of the closure report, by the worked figures of published reports and by properties. */
import fc from 'fast-check';
import {
  added,
  casesBehind,
  figure,
  isNeverNegative,
  monthOf,
  percentile,
  rate,
  RATES,
} from '../../src/domain/report.js';
import { cohorts } from '../../src/store/reports/report-question.js';
import { addDays } from '../../src/domain/day.js';

describe('rates', () => {
  it.each([
    [23_974, 24_932, 0.9616],
    [22_345, 24_932, 0.8962],
    [3_112, 3_656 - 200, 0.9005],
    [1, 3, 0.3333],
    [2, 3, 0.6667],
    // A half goes up: 1/32 is 3.125 %.
    [1, 32, 0.0313],
    [0, 5, 0],
    [5, 5, 1],
  ])('%i of %i is %f', (numerator, denominator, expected) => expect(rate(numerator, denominator)).toBe(expected));

  it('has no rate of nothing', () => expect(rate(0, 0)).toBeNull());

  it('takes rejected, merged and withdrawn cases out of the adopted ones', () => {
    const sums = { collected: 24_940, rejected: 5, merged: 2, withdrawn: 1, resolved: 23_974 };
    const [above, below] = RATES.closureRate;
    expect(rate(figure(sums, above), figure(sums, below))).toBe(0.9616);
  });

  it('counts due cases only once their day has come', () => {
    const sums = { collected: 3_656, due: 3_456, dueAndClosed: 3_112 };
    const [above, below] = RATES.dueAndClosedRate;
    expect(rate(figure(sums, above), figure(sums, below))).toBe(0.9005);
  });

  it('tells visits from the cases behind them', () => {
    const sums = { visitAnswered: 7, visitAnsweredCases: 5, visitFixed: 5 };
    expect([figure(sums, 'visitAnswered'), casesBehind(sums, 'visitAnswered')]).toEqual([7, 5]);
  });

  it('adds rows to a total', () => {
    expect(added({ due: 1 }, { due: 2, resolved: 1 })).toEqual({ due: 3, resolved: 1 });
  });
});

describe('percentiles of working days', () => {
  const of = (...days: number[]): Map<number, number> =>
    days.reduce((map, day) => map.set(day, (map.get(day) ?? 0) + 1), new Map<number, number>());

  it('gives the days of a real closing by nearest rank', () => {
    expect(percentile(of(1, 2, 3, 4), 50)).toBe(2);
    expect(percentile(of(1, 2, 3, 4, 5), 50)).toBe(3);
    expect(percentile(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 90)).toBe(9);
    expect(percentile(of(), 50)).toBeNull();
  });

  it('has at least that share of closings at or below it, and less below', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1 }), fc.constantFrom(50, 90), (days, percent) => {
        const found = percentile(of(...days), percent)!;
        const share = (test: (day: number) => boolean): number => days.filter(test).length / days.length;
        expect(share((day) => day <= found)).toBeGreaterThanOrEqual(percent / 100);
        expect(share((day) => day < found)).toBeLessThan(percent / 100);
      }),
    );
  });
});

it('names a unit as never negative only when its visits are many enough and all good', () => {
  const good = { visitAnswered: 5, visitFixed: 5, visitRated: 4, visitSatisfied: 4 };
  expect(isNeverNegative(good)).toBe(true);
  expect(isNeverNegative({ ...good, visitAnswered: 4, visitFixed: 4 })).toBe(false);
  expect(isNeverNegative({ ...good, visitFixed: 4 })).toBe(false);
  expect(isNeverNegative({ ...good, visitSatisfied: 3 })).toBe(false);
});

describe('windows of collection', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays('2024-01-01', n));
  it('fall apart into whole months and ragged ends, each day once', () => {
    fc.assert(
      fc.property(fc.option(day), fc.option(day), day, (from, to, asked) => {
        const { whole, ends } = cohorts(from, to);
        const parts = [...(whole === null ? [] : [whole]), ...ends];
        const holding = parts.filter((part) => part.from <= asked && asked <= part.to).length;
        const inside = (from === null || from <= asked) && (to === null || asked <= to);
        expect(holding).toBe(inside ? 1 : 0);
        if (whole !== null) {
          expect(whole.from).toBe(monthOf(whole.from).first);
          expect(whole.to).toBe(monthOf(whole.to).last);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('know the lengths of months', () => {
    expect(['2024-02-10', '2100-02-01', '2026-04-30', '2026-12-31'].map((day) => monthOf(day).last)).toEqual([
      '2024-02-29',
      '2100-02-28',
      '2026-04-30',
      '2026-12-31',
    ]);
  });
});
