/** The names of prepared statements follow their text: a connection keeps the text it first saw under a name and refuses another. */
import fc from 'fast-check';
import type { Day } from '../../src/domain/day.js';
import { PARTS, type Part, type Rows } from '../../src/store/cases/commit-parts.js';
import { commitStatement } from '../../src/store/cases/commit-statement.js';
import { preparedName } from '../../src/store/sql/prepared.js';
import { SPLITS } from '../../src/domain/words.js';
import type { ReportQuestion } from '../../src/store/reports/report-question.js';
import { reportStatement } from '../../src/store/reports/report-statement.js';

/** The names under which more than one text was given. */
class Names {
  private readonly texts = new Map<string, string>();
  readonly torn = new Set<string>();

  add({ name, text }: { name?: string; text: string }): void {
    if (name === undefined) return;
    const known = this.texts.get(name);
    if (known === undefined) this.texts.set(name, text);
    else if (known !== text) this.torn.add(name);
  }

  get size(): number {
    return this.texts.size;
  }
}

const day = (...days: (Day | null)[]) => fc.constantFrom<Day | null>(null, '0001-01-01', '9999-12-31', ...days);
const question: fc.Arbitrary<ReportQuestion> = fc.record({
  asOf: fc.constantFrom<Day>('0001-01-01', '2026-03-02', '9999-12-31'),
  from: day('2026-01-01', '2026-01-02', '9999-12-01'),
  to: day('2026-02-28', '2026-02-27', '0001-01-31'),
  by: fc.constantFrom(...SPLITS),
  scope: fc.constant({ offices: [], units: [] }),
  unitIds: fc.constantFrom(null, [], ['00000000-0000-7000-8000-000000000000']),
  takenOver: fc.constantFrom('include', 'exclude'),
});

it('of closure reports, whatever days they begin and end with', () => {
  const names = new Names();
  fc.assert(
    fc.property(question, fc.constantFrom('present', 'past', 'plain'), (asked, form) => {
      names.add(reportStatement(asked, form));
    }),
    { numRuns: 5_000 },
  );
  expect([...names.torn]).toEqual([]);
  expect(names.size).toBeGreaterThan(20);
});

it('of commits, whatever they write and however much of it', () => {
  const names = new Names();
  const parts = Object.keys(PARTS) as Part[];
  const rows = fc.dictionary(fc.constantFrom(...parts), fc.integer({ min: 1, max: 12 }), { maxKeys: 4 });
  fc.assert(
    fc.property(rows, fc.boolean(), (counts, alone) => {
      const given = Object.entries(counts).map(([part, count]) => [
        part,
        Array.from({ length: count }, () => ({ g: 0 })),
      ]);
      const expected = Array.from({ length: alone ? 1 : 2 }, () => ({ g: 0, id: '', version: 1 }));
      names.add(commitStatement({ expected, rows: Object.fromEntries(given) as unknown as Rows, refs: 1 }));
    }),
    { numRuns: 5_000 },
  );
  expect([...names.torn]).toEqual([]);
  expect(names.size).toBeGreaterThan(500);
});

it('fit into the 63 bytes that PostgreSQL keeps of a name', () => {
  expect(preparedName('closure-report-category', 'SELECT 1').length).toBeLessThanOrEqual(63);
});
