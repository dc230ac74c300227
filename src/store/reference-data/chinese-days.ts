/** Takes the decrees out of the npm package chinese-days: its data only, because its date functions answer wrongly in a
 *  process west of UTC and go on silently after its last year. */
import data from 'chinese-days/dist/chinese-days.json';
import type { CalendarYear, NamedDay } from '../../domain/calendar.js';
import { isDay } from '../../domain/day.js';

interface YearInTheMaking {
  offDays: NamedDay[];
  workDays: NamedDay[];
}

/** The package writes 'English name,中文名,days of leave'. */
function chineseName(text: string): string {
  const name = text.split(',')[1];
  if (name === undefined || name === '') throw new Error(`chinese-days: no Chinese name in "${text}"`);
  return name;
}

/** The year whose decree names the day: New Year's days of December stand in the decree of the year that begins. */
function decreeYear(day: string, name: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) === '12' && name === '元旦' ? year + 1 : year;
}

/** A decree is out when it names a day between February and November; a lone New Year's day may come from a neighbour. */
const isAnnounced = ({ offDays }: YearInTheMaking): boolean =>
  offDays.some(({ day }) => day.slice(5, 7) > '01' && day.slice(5, 7) < '12');

function readYears(): readonly CalendarYear[] {
  const years = new Map<number, YearInTheMaking>();
  const read = (list: Record<string, string>, into: 'offDays' | 'workDays'): void => {
    for (const [day, text] of Object.entries(list)) {
      if (!isDay(day)) throw new Error(`chinese-days: "${day}" is not a day`);
      const name = chineseName(text);
      const year = decreeYear(day, name);
      const entry = years.get(year) ?? { offDays: [], workDays: [] };
      entry[into].push({ day, name });
      years.set(year, entry);
    }
  };
  read(data.holidays, 'offDays');
  read(data.workdays, 'workDays');
  const byDay = (a: NamedDay, b: NamedDay): number => (a.day < b.day ? -1 : 1);
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, entry]) => ({
      year,
      announced: isAnnounced(entry),
      offDays: entry.offDays.sort(byDay),
      workDays: entry.workDays.sort(byDay),
    }));
}

let read: readonly CalendarYear[] | undefined;

/** Every year the package knows, from 2004 on, oldest first, with Chinese names; read once, the same entries each time.
 *  Refuses package data of another form than expected, so that an update cannot quietly empty the calendar. */
export function calendarYearsFromChineseDays(): CalendarYear[] {
  read ??= readYears();
  return [...read];
}
