/** Two sources of the holidays, chinese-days and the notices themselves in the form of holiday-cn, must tell the same calendar. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Calendar, type CalendarYear } from '../../src/domain/calendar.js';
import { addDays } from '../../src/domain/day.js';
import { HolidayCnError, parseHolidayCn } from '../../src/domain/holiday-cn.js';
import { calendarYearsFromChineseDays } from '../../src/store/reference-data/chinese-days.js';
import { wherePublic } from '../support/public-data.js';
import { decreeOf, DECREED } from './decrees.js';

const china = new Calendar(calendarYearsFromChineseDays(), 'Asia/Shanghai');

describe('the years of chinese-days', () => {
  it('are all announced, from 2004 without a gap, and at least to 2026', () => {
    const years = calendarYearsFromChineseDays();
    expect(years.every(({ announced }) => announced)).toBe(true);
    expect(years.map(({ year }) => year)).toEqual(years.map((_, i) => 2004 + i));
    expect(years.length).toBeGreaterThanOrEqual(23);
  });

  it.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, workingDays) => {
    expect(china.summary(year)).toMatchObject({ year, announced: true, workingDays });
  });

  it('keep Chinese names, and New Year’s days of December in the decree of the new year', () => {
    expect(china.summary(2026).offDays).toContainEqual({ day: '2026-02-17', name: '春节' });
    expect(china.summary(2026).workDays).toContainEqual({ day: '2026-02-14', name: '春节' });
    const years = calendarYearsFromChineseDays();
    expect(years.find(({ year }) => year === 2023)?.offDays[0]).toEqual({ day: '2022-12-31', name: '元旦' });
    expect(china.summary(2022).offDays).toContainEqual({ day: '2022-12-31', name: '元旦' });
  });

  it('cannot be spoiled by who reads them', () => {
    calendarYearsFromChineseDays().length = 0;
    expect(calendarYearsFromChineseDays().length).toBeGreaterThan(0);
  });
});

/** What each source of the notices must tell; `load` reads a year of it. */
function sameCalendar(load: (year: number) => CalendarYear): void {
  it('agree with chinese-days on every day of 2018 to 2026', () => {
    const loaded = new Calendar(DECREED.map(load), 'Asia/Shanghai');
    const differing: string[] = [];
    let days = 0;
    for (let day = '2018-01-01'; day <= '2026-12-31'; day = addDays(day, 1), days++) {
      if (loaded.isWorkingDay(day) !== china.isWorkingDay(day)) differing.push(day);
    }
    expect(differing).toEqual([]);
    expect(days).toBe(3287);
    expect(DECREED.map((year) => loaded.summary(year).workingDays)).toEqual([
      250, 250, 249, 250, 249, 249, 251, 248, 248,
    ]);
  });

  it('do not announce 2027 yet', () => {
    expect(load(2027)).toEqual({ year: 2027, announced: false, offDays: [], workDays: [] });
  });

  it.each(DECREED)('can replace %i without changing a working day', (year) => {
    const replaced = china.withYear(load(year));
    for (const y of [year - 1, year, year + 1]) {
      expect(replaced.summary(y).workingDays).toBe(china.summary(y).workingDays);
    }
  });
}

describe('the notices, written down by hand', () => sameCalendar((year) => parseHolidayCn(decreeOf(year), year)));

wherePublic('holiday-cn', (folder) =>
  describe('the files of holiday-cn', () =>
    sameCalendar((year) => parseHolidayCn(JSON.parse(readFileSync(join(folder, `${year}.json`), 'utf8')), year))),
);

describe('loading a year', () => {
  const day = { name: '元旦', date: '2027-01-01', isOffDay: true };
  const file = (days: unknown, rest: object = {}): unknown => ({ year: 2027, papers: [], days, ...rest });

  it('tells days off from make-up days, the December before included', () => {
    const make = { name: ' 元旦 ', date: '2026-12-27', isOffDay: false };
    expect(parseHolidayCn(file([day, make]), 2027)).toEqual({
      year: 2027,
      announced: true,
      offDays: [{ day: '2027-01-01', name: '元旦' }],
      workDays: [{ day: '2026-12-27', name: '元旦' }],
    });
  });

  it.each([
    ['a list', [], 'file'],
    ['nothing', null, 'file'],
    ['no year', { papers: [], days: [] }, 'year'],
    ['a year written as text', file([], { year: '2027' }), 'year'],
    ['half a year', file([], { year: 2027.5 }), 'year'],
    ['another year', file([], { year: 2026 }), 'year'],
    ['papers that are not texts', file([day], { papers: [1] }), 'papers'],
    ['no days', { year: 2027, papers: [] }, 'days'],
    ['more days than a year has', file(Array.from({ length: 400 }, () => day)), 'days'],
    ['a day that is a text', file(['2027-01-01']), 'days[0]'],
    ['a day without a name', file([day, { ...day, name: ' ' }]), 'days[1].name'],
    ['a day that does not exist', file([{ ...day, date: '2027-02-30' }]), 'days[0].date'],
    ['a day of another year', file([{ ...day, date: '2028-01-01' }]), 'days[0].date'],
    ['a November day of the year before', file([{ ...day, date: '2026-11-30' }]), 'days[0].date'],
    ['a day twice', file([day, { ...day, isOffDay: false }]), 'days[1].date'],
    ['a day neither off nor worked', file([{ ...day, isOffDay: 'true' }]), 'days[0].isOffDay'],
  ])('refuses %s, naming the field', (_what, json, field) => {
    let refusal: unknown;
    try {
      parseHolidayCn(json, 2027);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(HolidayCnError);
    expect(refusal).toMatchObject({ code: 'calendar.fileInvalid', status: 400, field, details: { field } });
    expect((refusal as HolidayCnError).message).toContain(field);
    expect((refusal as HolidayCnError).messageZh).toContain(field);
  });
});
