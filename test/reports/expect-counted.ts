/** Holds the report by unit against the independent count, every figure of every row and of the total. */
import type { Pool } from 'pg';
import type { Day } from '../../src/domain/day.js';
import { COUNTS, RATES, SIGNS, type RateName } from '../../src/domain/report.js';
import type { ClosureReport, ClosureRow } from '../../src/reports/closure.dto.js';
import { independentCount } from './independent-count.js';

/** What a history does not tell, or what is told beside all figures. */
const LEFT_OUT = ['adopted', 'shortPhoneVisits', 'takenOverClosed'];

/** What the report says of a row, under the names of the independent count; the working minutes as the hours they come to. */
function saidOf({ counts, measures, signs, firstResponse, workingDays }: ClosureRow): Record<string, number> {
  const rates = (Object.keys(RATES) as RateName[]).flatMap((name): [string, number][] => {
    const [above, below] = RATES[name];
    return [
      [above, measures[name].numerator],
      [below, measures[name].denominator],
    ];
  });
  const promises = measures.promiseKeptRate;
  const said: [string, number][] = [
    ...rates,
    ...COUNTS.map((name): [string, number] => [name, counts[name].count]),
    ...SIGNS.map((name): [string, number] => [name, signs[name].count]),
    ['signed', firstResponse.cases],
    ['hours', firstResponse.hours ?? 0],
    ['promiseDueCases', promises.denominatorCases],
    ['promiseKeptCases', promises.numeratorCases],
    ['closingDays', workingDays.cases],
  ];
  return Object.fromEntries(said.filter(([name, n]) => n !== 0 && !LEFT_OUT.includes(name)));
}

function countedOf(figures: Record<string, number> = {}): Record<string, number> {
  const { signedMinutes = 0, ...rest } = figures;
  const hours = signedMinutes === 0 ? 0 : Math.round((signedMinutes / 60 / rest['signed']!) * 10 + 1e-9) / 10;
  const found = Object.entries({ ...rest, hours });
  return Object.fromEntries(found.filter(([name, n]) => n !== 0 && !name.startsWith('closedAfter ')));
}

/** The names of the figures that came to anything on one of the days. */
export async function expectCounted(
  pool: Pool,
  ask: (day: Day) => Promise<ClosureReport>,
  days: readonly Day[],
): Promise<Set<string>> {
  const met = new Set<string>();
  for (const day of days) {
    const counted = await independentCount(pool, day);
    const { rows, total } = await ask(day);
    expect([day, saidOf(total)]).toEqual([day, countedOf(counted.get('total'))]);
    const keys = rows.map(({ key }) => key);
    expect([...counted.keys()].filter((key) => key !== 'total' && !keys.includes(key))).toEqual([]);
    for (const row of rows)
      expect([day, row.label, saidOf(row)]).toEqual([day, row.label, countedOf(counted.get(row.key))]);
    for (const name of Object.keys(saidOf(total))) met.add(name);
  }
  return met;
}
