/** A row of the closure report from its sums: each figure with the address of exactly the cases behind it. */
import type { Day } from '../domain/day.js';
import {
  casesBehind,
  COUNTS,
  figure,
  hoursToSign,
  monthOf,
  percentile,
  rate,
  RATES,
  SIGNS,
  type ListMeasure,
  type RateName,
  type Sums,
} from '../domain/report.js';
import type { Split } from '../domain/words.js';
import type { ClosureRow, CountShown, NeverNegativeUnit, RateShown } from './closure.dto.js';

/** The question as asked, for the addresses of lists. */
export interface Asked {
  asOf: Day;
  from: Day | null;
  to: Day | null;
  by: Split;
  unitId: string | null;
  takenOver: 'include' | 'exclude';
}

export interface RowSums {
  sums: Sums;
  closings: Map<number, number>;
  neverNegative: NeverNegativeUnit[];
}

/** The row `key` stands for (undefined: the total), with its label. */
export function closureRow(asked: Asked, key: string | null | undefined, label: string, row: RowSums): ClosureRow {
  const { sums } = row;
  const href = (measure: ListMeasure): string => listHref(asked, key, measure);
  const count = (measure: ListMeasure): CountShown => ({
    count: figure(sums, measure),
    cases: casesBehind(sums, measure),
    casesHref: href(measure),
  });
  const each = <Name extends ListMeasure>(names: readonly Name[]): Record<Name, CountShown> =>
    Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, CountShown>;
  const measures = Object.fromEntries(
    (Object.keys(RATES) as RateName[]).map((name) => {
      const [above, below] = RATES[name];
      const [numerator, denominator] = [figure(sums, above), figure(sums, below)];
      const shown: RateShown = {
        numerator,
        denominator,
        rate: rate(numerator, denominator),
        numeratorCases: casesBehind(sums, above),
        denominatorCases: casesBehind(sums, below),
        casesHref: href(above),
        denominatorHref: href(below),
      };
      return [name, shown];
    }),
  ) as Record<RateName, RateShown>;
  return {
    key: key ?? null,
    label,
    measures,
    counts: each(COUNTS),
    workingDays: {
      median: percentile(row.closings, 50),
      p90: percentile(row.closings, 90),
      cases: casesBehind(sums, 'closingDays'),
      casesHref: href('closingDays'),
    },
    firstResponse: {
      hours: hoursToSign(sums),
      cases: casesBehind(sums, 'signed'),
      casesHref: href('signed'),
    },
    signs: {
      ...each(SIGNS),
      neverNegativeUnits: row.neverNegative,
    },
  };
}

const KEY_FILTER = { unit: 'leadUnitId', category: 'exactCategoryId', source: 'source', meeting: 'meetingId' } as const;

function listHref(
  { asOf, from, to, by, unitId, takenOver }: Asked,
  key: string | null | undefined,
  measure: ListMeasure,
): string {
  const query = new URLSearchParams({ measure, asOf });
  const month = by === 'month' && key != null ? monthOf(`${key}-01`) : undefined;
  const first = month === undefined || (from !== null && from > month.first) ? from : month.first;
  const last = month === undefined || (to !== null && to < month.last) ? to : month.last;
  if (first !== null) query.set('from', first);
  if (last !== null) query.set('to', last);
  if (unitId !== null) query.set('unitId', unitId);
  if (key !== undefined && by !== 'month') query.set(KEY_FILTER[by], key ?? 'none');
  if (takenOver === 'exclude') query.set('takenOver', takenOver);
  return `/api/cases?${query.toString()}`;
}
