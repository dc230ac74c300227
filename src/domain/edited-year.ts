/** A year of the calendar with single days changed by hand. */
import type { CalendarYear, NamedDay } from './calendar.js';
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

const inOrder = (days: ReadonlyMap<Day, NamedDay>): NamedDay[] =>
  [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
const refused = (code: string, zh: string, en: string): Refused => new Refused(422, `calendar.${code}`, zh, en);
