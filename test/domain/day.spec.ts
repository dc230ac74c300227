/** Whole days as integers: checked against the JavaScript Date in UTC, which shares no code with them. */
import fc from 'fast-check';
import { addDays, BeyondCalendar, dayNumber, fromDayNumber, isDay, weekday, yearOf } from '../../src/domain/day.js';

const FIRST = -719_162;
const LAST = 2_932_896;
const anyNumber = fc.integer({ min: FIRST, max: LAST });

describe('a day', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-01',
    '2026-01-1',
    '20260101',
    '2026/01/01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01 ',
    '２０２６-01-01',
    '+026-01-01',
    '',
  ])('%j does not exist', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
    expect(() => weekday(text)).toThrow(RangeError);
    expect(() => yearOf(text)).toThrow(RangeError);
  });

  it.each([null, undefined, 20260101, {}, ['2026-01-01']])('%j is no day at all', (value: unknown) => {
    expect(isDay(value)).toBe(false);
  });

  it('has the number and the weekday that UTC dates have', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const date = new Date(number * 86_400_000);
        const day = date.toISOString().slice(0, 10);
        expect(fromDayNumber(number)).toBe(day);
        expect(dayNumber(day)).toBe(number);
        expect(weekday(day)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
        expect(yearOf(day)).toBe(date.getUTCFullYear());
      }),
    );
  });

  it('follows the one before it on every day of four hundred years', () => {
    const start = dayNumber('1900-01-01');
    for (let number = start; number < start + 146_097; number++) {
      if (dayNumber(fromDayNumber(number)) !== number) throw new Error(fromDayNumber(number));
    }
    expect(fromDayNumber(start + 146_097)).toBe('2300-01-01');
  });

  it('steps over the end of February and of the year', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });

  it('does not leave the years 1 to 9999, and has no fractions', () => {
    expect(fromDayNumber(FIRST)).toBe('0001-01-01');
    expect(fromDayNumber(LAST)).toBe('9999-12-31');
    for (const bad of [0.5, NaN, Infinity]) expect(() => fromDayNumber(bad)).toThrow(RangeError);
    for (const bad of [FIRST - 1, LAST + 1]) expect(() => fromDayNumber(bad)).toThrow(BeyondCalendar);
    expect(() => addDays('9999-12-31', 1)).toThrow(BeyondCalendar);
  });
});
