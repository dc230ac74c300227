/** Places the account by holder along its days, in hundredths of the width. */
import type { CaseShown, Day } from '../../api/types.js';

export interface Stretch {
  /** `handedIn`: the unit had it, and the clock stood since the fix was being checked or visited. */
  kind: 'used' | 'handedIn' | 'paused' | 'late';
  from: number;
  width: number;
}

export interface HolderChartRow {
  key: string;
  unitId: string;
  parts: Stretch[];
}

export interface Chart {
  first: Day;
  last: Day;
  rows: HolderChartRow[];
  /** Due days, also those of periods that are over. */
  due: number[];
}

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** The chart of a case; undefined before anybody led it. */
export function chartOf({ course, account, dueOn, closedOn }: CaseShown): Chart | undefined {
  const { heldBy } = course;
  const begin = heldBy[0]?.from;
  if (begin === undefined) return undefined;
  const shown = heldBy.reduce((last, { until }) => (until > last ? until : last), begin);
  const isOpen = closedOn === null && dueOn !== null;
  const last = isOpen && dueOn > shown ? dueOn : shown;
  const [zero, all] = [dayNumber(begin), Math.max(1, dayNumber(last) - dayNumber(begin))];
  const at = (day: Day): number => (100 * (dayNumber(day) - zero)) / all;
  const late = account.breaches.map(({ dueOn: from, until }) => ({ from, until }));
  // of the present period nobody has written down an end yet
  if (account.workingDaysLate > 0 && dueOn !== null) late.push({ from: dueOn, until: shown });
  const rows = heldBy.map((part) => {
    const cut = (kind: Stretch['kind'], from: Day, until: Day): Stretch[] => {
      const [start, end] = [from > part.from ? from : part.from, until < part.until ? until : part.until];
      return end > start ? [{ kind, from: at(start), width: at(end) - at(start) }] : [];
    };
    const pauses = account.paused.flatMap(({ from, to }) => cut('paused', from, to ?? shown));
    const parts: Stretch[] = [
      {
        kind: part.until > part.from && part.used === 0 && part.pausedDays === 0 ? 'handedIn' : 'used',
        from: at(part.from),
        width: at(part.until) - at(part.from),
      },
      ...late.flatMap(({ from, until }) => cut('late', from, until)),
      ...pauses,
    ];
    return { key: part.unitId + part.from, unitId: part.unitId, parts };
  });
  const due = [...new Set([...account.breaches.map((breach) => breach.dueOn), ...(dueOn === null ? [] : [dueOn])])];
  return { first: begin, last, rows, due: due.filter((day) => day >= begin && day <= last).map(at) };
}
