/** The figures of the closure report and their formulas (product: Numbers); each names the cases that stand behind it. */
import { NEW_DAY_SIGNS } from './new-days.js';
import type { Measure } from './case-facts.js';
import { lastDayOfMonth, type Day } from './day.js';

/** Measures that count visits, or ratings by receipt, so that one case may count several times; their `…Cases` sums count cases. */
export const VISIT_MEASURES = [
  'visitDue',
  'visitAnswered',
  'visitFixed',
  'visitRated',
  'visitSatisfied',
  'shortPhoneVisits',
  'ownRated',
  'ownSatisfied',
] as const satisfies Measure[];
export type VisitMeasure = (typeof VISIT_MEASURES)[number];

/** What a list of cases can be asked for behind a figure. */
export type ListMeasure = Measure | 'adopted' | 'struckOff';

/** The measures a figure is the sum of, and those it is lessened by. */
export interface Counted {
  plus: readonly Measure[];
  minus: readonly Measure[];
}

/** What `measure` counts. adopted = collected − rejected − merged − withdrawn; struckOff = resolved + unverified, as the wall chart counts. */
export function counted(measure: ListMeasure): Counted {
  if (measure === 'struckOff') return { plus: ['resolved', 'unverified'], minus: [] };
  if (measure === 'adopted') return { plus: ['collected'], minus: ['rejected', 'merged', 'withdrawn'] };
  return { plus: [measure], minus: [] };
}

/** Sums of deltas by measure; a measure that never moved is absent. `…Cases` for visits; the working minutes of all signatures. */
export type Sums = Partial<Record<Measure | `${VisitMeasure}Cases` | 'signedMinutes', number>>;

/** Each rate as numerator over denominator. The shares are of adopted cases, so that closed, unverified, parked and open add up. */
export const RATES = {
  /** 销号率: struck off as resolved / adopted. */
  closureRate: ['resolved', 'adopted'],
  /** 按期销号率: resolved not later than the due day in force, and no due day missed before / cases whose first due day has come. */
  dueAndClosedRate: ['dueAndClosed', 'due'],
  /** 从严销号率: struck off as resolved / collected, less what was rejected or merged at triage. What departs after its assignment stays below. */
  strictClosureRate: ['strictResolved', 'strict'],
  /** 从严按期率: resolved not later than the first due day and never late / assigned cases whose first due day has come, whatever became of them. */
  strictOnTimeRate: ['strictOnTime', 'strictDue'],
  /** 签收及时率: assignments signed within a working day / assignments that were signed, or are due to be. */
  signedInTimeRate: ['signedInTime', 'signDue'],
  /** 承诺兑现率: promises by whose day a fix was handed in / promises whose day has come. */
  promiseKeptRate: ['promiseKept', 'promiseDue'],
  /** 解决率: visits that say fixed / visits with an answer. */
  resolvedRate: ['visitFixed', 'visitAnswered'],
  /** 满意率: satisfied or basically satisfied / visits at which the raiser rated; looks on site by supervisors are no visits. */
  satisfaction: ['visitSatisfied', 'visitRated'],
  /** 自评满意率: satisfied or basically satisfied by the raiser's own word / ratings by receipt; never mixed with what visitors wrote down. */
  ownSatisfaction: ['ownSatisfied', 'ownRated'],
  /** 见面率: visits with an answer / visits due. */
  contactRate: ['visitAnswered', 'visitDue'],
  reopenedRate: ['reopened', 'adopted'],
  returnedRate: ['returned', 'adopted'],
  extendedRate: ['extended', 'adopted'],
  /** 挂账: beside the closure rate, never inside it. */
  parkedShare: ['parked', 'adopted'],
  unverifiedShare: ['unverified', 'adopted'],
} as const satisfies Record<string, readonly [ListMeasure, ListMeasure]>;
export type RateName = keyof typeof RATES;

export const COUNTS = [
  'collected',
  'adopted',
  'rejected',
  'merged',
  'withdrawn',
  'resolved',
  'disputed',
  'unverified',
  'parked',
  'overdue',
  'departedLate',
] as const satisfies readonly ListMeasure[];

/** Signs of gaming that are lists of cases. Short calls are counted over all cases, adopted or not; cases imported as closed from old
 *  ledgers 台账转入销号 are counted here also where they are left out of every rate. */
export const SIGNS = [
  'closedWithinHour',
  'closedWithoutEvidence',
  'extendedOnLastDay',
  'shortPhoneVisits',
  'ratedBelowVisit',
  ...NEW_DAY_SIGNS,
  'departedLate',
  'transferredLate',
  'leftUnsigned',
  'promiseBroken',
  'leaderWaived',
  'waivedAgain',
  'easedByCorrection',
  'disputed',
  'splitOff',
  'takenOverClosed',
] as const satisfies Measure[];

/** Answered visits from which a unit that never got a negative one is named: fewer say nothing. */
export const VISITS_TO_JUDGE = 5;

/** Every measure that a figure of the closure report or of the wall chart links to. */
export const LIST_MEASURES: readonly ListMeasure[] = [
  ...new Set<ListMeasure>([...COUNTS, ...SIGNS, ...Object.values(RATES).flat(), 'closingDays', 'signed', 'struckOff']),
];

/** The figure `measure` of these sums; of visits where the measure counts visits. */
export function figure(sums: Sums, measure: ListMeasure): number {
  const { plus, minus } = counted(measure);
  const total = (names: readonly Measure[]): number => names.reduce((sum, name) => sum + (sums[name] ?? 0), 0);
  return total(plus) - total(minus);
}

/** The number of cases behind the figure: the total of the list it opens. */
export function casesBehind(sums: Sums, measure: ListMeasure): number {
  if (measure === 'promiseDue' || measure === 'promiseKept') return sums[`${measure}Cases`] ?? 0;
  const visits = VISIT_MEASURES.find((name) => name === measure);
  return visits === undefined ? figure(sums, measure) : (sums[`${visits}Cases`] ?? 0);
}

/** numerator / denominator as a fraction of four decimals (96.16 % is 0.9616), half up; null where there is nothing to divide by. */
export function rate(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  // Whole numbers until the last step, so that a half is a half.
  return Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 10_000;
}

/** The nearest-rank percentile: the least number of working days within which at least `percent` % of the closings lay.
 *  Always the days of a real closing; the median of an even number is the lower one. Null without closings. */
export function percentile(closings: ReadonlyMap<number, number>, percent: number): number | null {
  const total = [...closings.values()].reduce((sum, n) => sum + n, 0);
  const rank = Math.ceil((total * percent) / 100);
  let seen = 0;
  for (const [days, n] of [...closings].sort(([a], [b]) => a - b)) {
    seen += n;
    if (n > 0 && seen >= rank) return days;
  }
  return null;
}

/** True for a unit with answered visits enough to judge, all fixed and none dissatisfied. */
export function isNeverNegative(sums: Sums): boolean {
  const answered = sums.visitAnswered ?? 0;
  return (
    answered >= VISITS_TO_JUDGE && sums.visitFixed === answered && (sums.visitSatisfied ?? 0) === (sums.visitRated ?? 0)
  );
}

/** Both sums together; with `times` -1, the first less the second. */
export function added(a: Sums, b: Sums, times: 1 | -1 = 1): Sums {
  const sum: Sums = { ...a };
  for (const [name, n] of Object.entries(b) as [keyof Sums, number][]) sum[name] = (sum[name] ?? 0) + times * n;
  return sum;
}

/** First response 签收时效: working hours from the assignment to the signature, on average of all that were signed, to a tenth of an hour, half up; null
 *  where nobody has signed. */
export function hoursToSign({ signed = 0, signedMinutes = 0 }: Sums): number | null {
  if (signed === 0) return null;
  // Whole numbers until the last step, as in `rate`.
  return Math.floor((signedMinutes * 20 + 60 * signed) / (120 * signed)) / 10;
}

/** First and last day of the month a day lies in. */
export function monthOf(day: Day): { first: Day; last: Day } {
  const length = lastDayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return { first: `${day.slice(0, 8)}01`, last: `${day.slice(0, 8)}${length}` };
}
