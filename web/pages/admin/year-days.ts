/** A year as a wall calendar shows it: weeks from Monday, each day with what it is. */
import type { components } from '../../api/schema.js';
import type { Day } from '../../api/types.js';

export type YearView = components['schemas']['CalendarYearView'];
export interface Shown {
  day: Day;
  /** Day of the month. */
  number: number;
  /** `off` by decree, `makeUp`: worked by decree, `weekend`, `work`. */
  kind: 'off' | 'makeUp' | 'weekend' | 'work';
  /** The holiday a decree named for it. */
  name: string | null;
}
export interface Month {
  month: number;
  workingDays: number;
  /** Null stands for days of other months. */
  weeks: (Shown | null)[][];
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The twelve months of a year of the calendar. */
export function monthsOf({ year, offDays, workDays }: YearView): Month[] {
  const off = new Map(offDays.map(({ day, name }) => [day, name]));
  const makeUp = new Map(workDays.map(({ day, name }) => [day, name]));
  return Array.from({ length: 12 }, (_, m) => {
    const length = new Date(Date.UTC(year, m + 1, 0)).getUTCDate();
    const days = Array.from({ length }, (__, i): Shown => {
      const day = `${String(year).padStart(4, '0')}-${two(m + 1)}-${two(i + 1)}`;
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      const kind = off.has(day) ? 'off' : makeUp.has(day) ? 'makeUp' : weekday % 6 === 0 ? 'weekend' : 'work';
      return { day, number: i + 1, kind, name: off.get(day) ?? makeUp.get(day) ?? null };
    });
    const before = (new Date(Date.UTC(year, m, 1)).getUTCDay() + 6) % 7;
    const cells = [...Array.from({ length: before }, () => null), ...days];
    const weeks = Array.from({ length: 6 }, (__, w) => Array.from({ length: 7 }, (___, d) => cells[w * 7 + d] ?? null));
    const workingDays = days.filter(({ kind }) => kind === 'work' || kind === 'makeUp').length;
    return { month: m + 1, workingDays, weeks: weeks.filter((week, w) => w < 5 || week.some((one) => one !== null)) };
  });
}

export interface Holiday {
  name: string;
  offDays: Day[];
  makeUpDays: Day[];
}

/** The holidays of the year in order, each with its days. */
export function holidaysOf({ offDays, workDays }: YearView): Holiday[] {
  const found = new Map<string, Holiday>();
  const under = (name: string): Holiday => {
    const known = found.get(name) ?? { name, offDays: [], makeUpDays: [] };
    found.set(name, known);
    return known;
  };
  for (const { day, name } of offDays) under(name).offDays.push(day);
  for (const { day, name } of workDays) under(name).makeUpDays.push(day);
  const first = ({ offDays: off, makeUpDays: work }: Holiday): Day => off[0] ?? work[0] ?? '';
  return [...found.values()].sort((a, b) => (first(a) < first(b) ? -1 : 1));
}

/** Days as stretches: `[['2026-02-15','2026-02-23']]`. */
export function stretchesOf(days: readonly Day[]): [Day, Day][] {
  const out: [Day, Day][] = [];
  for (const day of [...days].sort()) {
    const last = out.at(-1);
    if (last !== undefined && Date.parse(day) - Date.parse(last[1]) === 86_400_000) last[1] = day;
    else out.push([day, day]);
  }
  return out;
}
