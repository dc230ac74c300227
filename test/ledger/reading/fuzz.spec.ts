/** Any cells in any structure: every physical row is accounted for, nothing throws but a refusal of the file, and nothing of a person
 *  stands where others read. */
import fc from 'fast-check';
import { Refused } from '../../../src/domain/errors.js';
import { readingOf } from '../../../src/ledger/reading/reading-of.js';
import type { Choices, LedgerReading, RowReading } from '../../../src/ledger/reading/reading.js';
import { atLength } from '../../support/length.js';
import { workbookOf } from '../../support/workbook.js';
import { choices, header, IDENTITY, MOBILE, sheet, word } from './any-ledger.js';

const TODAY = '2026-06-10';
const RUNS = atLength(1_500, 60);

async function reading(bytes: Buffer, chosen: Choices): Promise<LedgerReading | null> {
  try {
    return await readingOf({ name: '台账', bytes }, chosen, TODAY);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function isWhole(read: LedgerReading, physical: number): void {
  let next = 1;
  for (const { line, lastLine } of read.rows) {
    expect(line).toBe(next);
    next = lastLine + 1;
  }
  // Lines that hold nothing behind the last row are no rows.
  expect(next - 1).toBeLessThanOrEqual(Math.max(physical, next - 1));
  const issues = new Set(read.rows.filter(({ kind }) => kind === 'issue').map(({ line }) => line));
  for (const row of read.rows) {
    if (row.joinsLine !== null) expect(issues.has(row.joinsLine)).toBe(true);
    if (row.kind !== 'issue' || row.left) continue;
    // Taken, asked or refused, and never two of it silently.
    const isTaken = row.entry !== null && row.doubts.length === 0 && row.refusal === null;
    expect(isTaken || row.doubts.length > 0 || row.refusal !== null).toBe(true);
    if (isTaken) {
      expect(row.identities.length).toBeGreaterThan(0);
      expect(row.entry!.state.meaning).not.toBe('unknown');
      expect(row.entry!.isClosed).toBe(row.entry!.state.meaning === 'closed');
      if (row.entry!.isClosed) expect(row.entry!.closedOn! <= TODAY).toBe(true);
    }
  }
}

function open({ entry }: RowReading): string {
  if (entry === null) return '';
  // Digits alone in the column of numbers are a number.
  const { raiserName: _, raiserContact: __, raisers: ___, personal: ____, externalId: _____, ...others } = entry;
  return JSON.stringify(others);
}

test('any sheet: each physical row once, each issue taken, asked or refused, and nothing of a person in what others read', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, choices, async ({ titles, header, rows, merges }, chosen) => {
      const all = [...titles, header, ...rows];
      const read = await reading(workbookOf({ sheets: [{ name: '表', rows: all, merges }] }), chosen);
      if (read === null) return;
      isWhole(read, all.length);
      for (const row of read.rows) {
        expect(open(row)).not.toContain(MOBILE);
        expect(open(row)).not.toContain(IDENTITY);
      }
    }),
    { numRuns: RUNS },
  );
});

test('any text as CSV: each physical line once', async () => {
  const line = fc.array(fc.oneof(word, header, fc.constant('"a\nb"'), fc.constant('"')), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 10 }), async (lines) => {
      const text = ['序号,问题描述,责任单位,整改时限,整改状态', ...lines.map((each) => each.join(','))].join('\n');
      const read = await reading(Buffer.from(text), {});
      if (read !== null) isWhole(read, text.split('\n').length);
    }),
    { numRuns: RUNS },
  );
});
