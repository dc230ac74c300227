/** A year of the calendar that is changed once it counts: by single days, or by another file of the year. What has passed stands. */
import type { Calendar, CalendarYear, NamedDay } from './calendar.js';
import type { Day } from './day.js';
import { Refused } from './errors.js';

/** `off`: nobody works; `work`: a make-up working day; `usual`: as its weekday says. */
export const DAY_KINDS = ['off', 'work', 'usual'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export interface EditedDay {
  day: Day;
  kind: DayKind;
  /** The holiday it belongs to. */
  name?: string | undefined;
}

/** The year with these days instead, announced. 422 for days before `today` or today itself, since what was counted by them stands; for days of
 *  another year, for a day without a name, and for one that the decree of the `next` year names, which would win. */
export function editedYear(
  present: CalendarYear,
  days: readonly EditedDay[],
  today: Day,
  next: CalendarYear | undefined,
): CalendarYear {
  const off = new Map(present.offDays.map((one) => [one.day, one]));
  const work = new Map(present.workDays.map((one) => [one.day, one]));
  for (const { day, kind, name = '' } of days) {
    if (Number(day.slice(0, 4)) !== present.year)
      throw refused('otherYear', `${day} 不在 ${present.year} 年`, `${day} is not in ${present.year}`);
    if (day <= today)
      throw refused('dayPassed', `${day} 已过，不能再改`, `${day} has passed and can no longer be changed`);
    if (next?.announced === true && [...next.offDays, ...next.workDays].some((one) => one.day === day))
      throw refused(
        'namedByNext',
        `${day} 由 ${next.year} 年的放假安排规定，请在 ${next.year} 年中修改`,
        `${day} is named by the decree of ${next.year}`,
      );
    if (kind !== 'usual' && name.trim() === '')
      throw refused('noName', `请写明 ${day} 属于哪个节日或安排`, `Say which holiday or ruling ${day} belongs to`);
    off.delete(day);
    work.delete(day);
    if (kind === 'off') off.set(day, { day, name: name.trim() });
    if (kind === 'work') work.set(day, { day, name: name.trim() });
  }
  return { year: present.year, announced: true, offDays: inOrder(off), workDays: inOrder(work) };
}

/** Refuses (422) a file for a year that has been announced where it makes a day that has passed, or today, a day off that was worked or the other way
 *  round: cases were late or in time by these days, and nobody makes them otherwise afterwards. */
export function requirePassedDays(calendar: Calendar, file: CalendarYear, today: Day): void {
  const next = calendar.withYear(file);
  const named = [calendar.years.find(({ year }) => year === file.year), file];
  const days = named.flatMap((year) => [...(year?.offDays ?? []), ...(year?.workDays ?? [])].map(({ day }) => day));
  const moved = [...new Set(days)]
    .filter((day) => day <= today && calendar.isWorkingDay(day) !== next.isWorkingDay(day))
    .sort();
  if (moved.length === 0) return;
  const some = moved.slice(0, NAMED_AT_MOST);
  const more = moved.length - some.length;
  throw refused(
    'dayPassed',
    `${some.join('、')}${more > 0 ? ` 等 ${moved.length} 天` : ''}已过，不能再改：是否逾期已按原来的工作日计算`,
    `${some.join(', ')}${more > 0 ? ` and ${more} more` : ''} passed and can no longer be changed: cases were counted by them`,
  );
}

const NAMED_AT_MOST = 5;

/** Fewest working days that an announced year may have. Decrees leave about 250; the rest is room for days of one's own. */
const FEWEST_WORKED = 220;

/** Refuses (422) a year in which hardly anybody would work: no order goes out and no day runs on a day off, so nothing would be late in it. */
export function requireWorked(calendar: Calendar, year: CalendarYear): void {
  const { workingDays } = calendar.withYear(year).summary(year.year);
  if (!year.announced || workingDays >= FEWEST_WORKED) return;
  throw refused(
    'hardlyWorked',
    `${year.year} 年只剩 ${workingDays} 个工作日，少于 ${FEWEST_WORKED} 个：放假日不催办、不计时限，请核对`,
    `${year.year} would have ${workingDays} working days, fewer than ${FEWEST_WORKED}: nothing is urged or counted on a day off, please check`,
  );
}

const inOrder = (days: ReadonlyMap<Day, NamedDay>): NamedDay[] =>
  [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
const refused = (code: string, zh: string, en: string): Refused => new Refused(422, `calendar.${code}`, zh, en);
