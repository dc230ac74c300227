/** Working days: the worked figures, and every answer against a walk from day to day over invented decrees. */
import fc from 'fast-check';
import { Calendar, type CalendarYear, MAX_WORKING_DAYS } from '../../src/domain/calendar.js';
import { addDays, BeyondCalendar, dayNumber, fromDayNumber, weekday, type Day } from '../../src/domain/day.js';
import { calendarYearsFromChineseDays } from '../../src/store/reference-data/chinese-days.js';

const china = new Calendar(calendarYearsFromChineseDays(), 'Asia/Shanghai');
const year = (year: number, off: Day[], work: Day[], announced = true): CalendarYear => ({
  year,
  announced,
  offDays: off.map((day) => ({ day, name: '假' })),
  workDays: work.map((day) => ({ day, name: '假' })),
});

describe('due days in the announced years', () => {
  it.each([
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-09-18', 15, '2026-10-15'],
    ['2025-09-28', 5, '2025-10-11'],
    ['2026-02-13', 1, '2026-02-14'],
  ])('%s and %i working days fall due on %s', (from, days, due) => {
    expect(china.dueDay(from, days)).toEqual({ day: due, provisional: false });
    expect(china.workingDaysBetween(from, due)).toBe(days);
    expect(china.workingDaysBetween(due, from)).toBe(-days);
  });

  it('counts no days as the day itself, worked or not', () => {
    expect(china.dueDay('2026-02-17', 0)).toEqual({ day: '2026-02-17', provisional: false });
    expect(china.dueDay('2040-01-01', 0)).toEqual({ day: '2040-01-01', provisional: false });
    expect(china.workingDaysBetween('2026-02-17', '2026-02-17')).toBe(0);
  });

  it('works on a make-up Saturday and rests on a decreed Tuesday', () => {
    expect(china.isWorkingDay('2026-02-14')).toBe(true);
    expect(china.isWorkingDay('2026-02-17')).toBe(false);
    expect(china.isWorkingDay('2026-03-14')).toBe(false);
    expect(china.isWorkingDay('2026-03-17')).toBe(true);
  });

  it('warns three working days before the due day', () => {
    expect(china.workingDaysBefore('2026-10-15', 3)).toBe('2026-10-12');
    expect(china.workingDaysBefore('2026-10-09', 3)).toBe('2026-09-29');
    expect(china.workingDaysBefore('2026-10-04', 1)).toBe('2026-09-30');
    expect(china.workingDaysBefore('2026-10-04', 0)).toBe('2026-10-04');
  });
});

describe('a year not announced', () => {
  it('makes due days that reach into it provisional, and only those', () => {
    expect(china.dueDay('2026-12-25', 4)).toEqual({ day: '2026-12-31', provisional: false });
    expect(china.dueDay('2026-12-25', 5)).toEqual({ day: '2027-01-01', provisional: true });
    expect(china.dueDay('2026-12-31', 1)).toEqual({ day: '2027-01-01', provisional: true });
    expect(china.isProvisional('2026-12-31', '2026-12-31')).toBe(false);
    expect(china.isProvisional('2026-12-30', '2026-12-31')).toBe(false);
    expect(china.isProvisional('2027-01-05', '2026-12-01')).toBe(false);
    expect(china.isProvisional('2003-12-31', '2004-01-01')).toBe(false);
    expect(china.isProvisional('2003-12-30', '2004-01-01')).toBe(true);
  });

  it('is Monday to Friday, however far away', () => {
    expect(china.isAnnounced(2027)).toBe(false);
    for (let i = 0; i < 14; i++) {
      const day = addDays('2188-03-01', i);
      expect(china.isWorkingDay(day)).toBe(weekday(day) <= 5);
    }
    expect(china.workingDaysBetween('0001-01-01', '9999-12-31')).toBeGreaterThan(2_500_000);
  });

  it('ignores what an entry says that is marked as not announced', () => {
    const calendar = new Calendar([year(2027, ['2027-01-01'], [], false)], 'Asia/Shanghai');
    expect(calendar.isWorkingDay('2027-01-01')).toBe(true);
    expect(calendar.dueDay('2026-12-31', 1)).toEqual({ day: '2027-01-01', provisional: true });
  });

  it('moves due days and settles them when it arrives', () => {
    const later = china.withYear(year(2027, ['2027-01-01'], []));
    expect(later.dueDay('2026-12-25', 5)).toEqual({ day: '2027-01-04', provisional: false });
    expect(china.dueDay('2026-12-25', 5)).toEqual({ day: '2027-01-01', provisional: true });
  });
});

describe('decrees', () => {
  it('honours days of December that stand in the next year’s decree', () => {
    const calendar = new Calendar([year(2026, [], []), year(2027, ['2026-12-31'], ['2026-12-27'])], 'Asia/Shanghai');
    expect(calendar.isWorkingDay('2026-12-31')).toBe(false);
    expect(calendar.isWorkingDay('2026-12-27')).toBe(true);
    expect(calendar.summary(2026)).toMatchObject({
      announced: true,
      offDays: [{ day: '2026-12-31' }],
      workDays: [{ day: '2026-12-27' }],
      workingDays: 261,
    });
    expect(calendar.summary(2027).offDays).toEqual([]);
  });

  it('lets a loaded year replace the package’s, and the later decree speak for a day named twice', () => {
    const replaced = new Calendar([year(2026, ['2026-03-02'], []), year(2026, ['2026-03-03'], [])], 'Asia/Shanghai');
    expect(replaced.isWorkingDay('2026-03-02')).toBe(true);
    expect(replaced.isWorkingDay('2026-03-03')).toBe(false);
    const turned = new Calendar([year(2027, [], ['2026-12-31']), year(2026, ['2026-12-31'], [])], 'Asia/Shanghai');
    expect(turned.isWorkingDay('2026-12-31')).toBe(true);
    expect(turned.summary(2026)).toMatchObject({ offDays: [], workDays: [{ day: '2026-12-31' }] });
  });

  it('refuses a day that is both off and worked, a day that does not exist, and an unknown zone', () => {
    expect(() => new Calendar([year(2026, ['2026-03-02'], ['2026-03-02'])], 'UTC')).toThrow(/both off and worked/);
    expect(() => new Calendar([year(2026, ['2026-02-30'], [])], 'UTC')).toThrow(RangeError);
    expect(() => new Calendar([], 'Asia/Nowhere')).toThrow(RangeError);
  });
});

describe('absurd questions', () => {
  it.each([NaN, Infinity, -1, 1.5, 1e9, MAX_WORKING_DAYS + 1])('refuses %d working days', (days) => {
    expect(() => china.dueDay('2026-03-02', days)).toThrow(RangeError);
    expect(() => china.workingDaysBefore('2026-03-02', days)).toThrow(RangeError);
  });

  it('answers the longest count it takes, and refuses what leaves the calendar', () => {
    const { day, provisional } = china.dueDay('2026-03-02', MAX_WORKING_DAYS);
    expect(provisional).toBe(true);
    expect(china.workingDaysBetween('2026-03-02', day)).toBe(MAX_WORKING_DAYS);
    expect(() => china.dueDay('9999-12-30', 10)).toThrow(BeyondCalendar);
    expect(() => china.dueDay('2026-02-30', 0)).toThrow(RangeError);
    expect(() => china.workingDaysBefore('0001-01-01', 3)).toThrow(BeyondCalendar);
    expect(() => china.dayOf(NaN)).toThrow(RangeError);
    expect(() => china.dayOf(Infinity)).toThrow(RangeError);
    expect(() => china.at('2026-03-02', 24)).toThrow(RangeError);
    expect(() => china.at('2026-03-02', 9, 60)).toThrow(RangeError);
  });
});

/** Two invented years in which any day may be off or worked, the December before the first included. */
const FIRST = dayNumber('2029-12-01');
const LAST = dayNumber('2031-12-31');
const decreed = fc.uniqueArray(fc.record({ number: fc.integer({ min: FIRST, max: LAST }), off: fc.boolean() }), {
  selector: ({ number }) => number,
  maxLength: 120,
});
const someDay = fc.integer({ min: FIRST - 40, max: LAST + 40 }).map(fromDayNumber);

function invented(entries: { number: number; off: boolean }[]): { calendar: Calendar; works: (day: Day) => boolean } {
  const days = entries.map(({ number, off }) => ({ day: fromDayNumber(number), off }));
  const inYear = (y: number) => (entry: { day: Day }) => (entry.day < '2031' ? 2030 : 2031) === y;
  const years = [2030, 2031].map((y) =>
    year(
      y,
      days.filter(inYear(y)).flatMap(({ day, off }) => (off ? [day] : [])),
      days.filter(inYear(y)).flatMap(({ day, off }) => (off ? [] : [day])),
    ),
  );
  const said = new Map(days.map(({ day, off }) => [day, !off]));
  return {
    calendar: new Calendar(years, 'Asia/Shanghai'),
    works: (day) => said.get(day) ?? weekday(day) <= 5,
  };
}

/** The same answer by walking: `days` working days on from `from`, in the direction of `step`. */
function walk(works: (day: Day) => boolean, from: Day, days: number, step: 1 | -1): Day {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, step);
    if (works(day)) left--;
  }
  return day;
}

describe('any calendar', () => {
  it('gives the answers of a walk from day to day', () => {
    fc.assert(
      fc.property(decreed, someDay, fc.integer({ min: 0, max: 300 }), (entries, from, days) => {
        const { calendar, works } = invented(entries);
        const due = calendar.dueDay(from, days);
        expect(due.day).toBe(walk(works, from, days, 1));
        expect(calendar.workingDaysBefore(from, days)).toBe(walk(works, from, days, -1));
        expect(calendar.isWorkingDay(from)).toBe(works(from));
        let unannounced = false;
        for (let day = from; day < due.day;) {
          day = addDays(day, 1);
          unannounced ||= !['2030', '2031'].includes(day.slice(0, 4));
        }
        expect(due.provisional).toBe(unannounced);
      }),
      { numRuns: 300 },
    );
  });

  it('counts between a day and its due day what was asked for', () => {
    fc.assert(
      fc.property(decreed, someDay, fc.integer({ min: 0, max: MAX_WORKING_DAYS }), (entries, from, days) => {
        const { calendar } = invented(entries);
        const { day } = calendar.dueDay(from, days);
        expect(calendar.workingDaysBetween(from, day)).toBe(days);
        expect(calendar.workingDaysBetween(day, from)).toBe(days === 0 ? 0 : -days);
        expect(days === 0 || calendar.isWorkingDay(day)).toBe(true);
      }),
    );
  });

  it('never gives a later start or a longer count an earlier due day', () => {
    fc.assert(
      fc.property(decreed, someDay, fc.nat(20), fc.nat(200), fc.nat(5), (entries, from, later, days, more) => {
        const { calendar } = invented(entries);
        const due = calendar.dueDay(from, days).day;
        expect(calendar.dueDay(from, days + more).day >= due).toBe(true);
        expect(calendar.dueDay(addDays(from, later), days).day >= due).toBe(true);
      }),
    );
  });

  it('adds up: two stretches are as long as the whole', () => {
    fc.assert(
      fc.property(decreed, someDay, someDay, someDay, (entries, a, b, c) => {
        const { calendar } = invented(entries);
        expect(calendar.workingDaysBetween(a, b) + calendar.workingDaysBetween(b, c)).toBe(
          calendar.workingDaysBetween(a, c),
        );
      }),
    );
  });

  it('has as many working days in a year as days that are worked', () => {
    fc.assert(
      fc.property(decreed, (entries) => {
        const { calendar, works } = invented(entries);
        for (const y of [2029, 2030, 2031, 2032]) {
          let worked = 0;
          for (let day = `${y}-01-01`; day <= `${y}-12-31`; day = addDays(day, 1)) if (works(day)) worked++;
          expect(calendar.summary(y).workingDays).toBe(worked);
        }
      }),
      { numRuns: 30 },
    );
  });
});
