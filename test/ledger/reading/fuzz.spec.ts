/** Any cells in any structure: every physical row is accounted for, nothing throws but a refusal of the file, and nothing of a person
 *  stands where others read. */
import fc from 'fast-check';
import { Refused } from '../../../src/domain/errors.js';
import { readingOf } from '../../../src/ledger/reading/reading-of.js';
import type { Choices, LedgerReading, RowReading } from '../../../src/ledger/reading/reading.js';
import { atLength } from '../../support/length.js';
import { type CellSpec, workbookOf } from '../../support/workbook.js';

const TODAY = '2026-06-10';
const RUNS = atLength(1_500, 60);

/** Shapes that no text of an entry may hold but its sealed ones. */
const MOBILE = '13812345678';
const IDENTITY = '110101199003071233';

const header = fc.constantFrom(
  ...'序号 编号 问题描述 具体内容 标题 责任单位 配合单位 整改时限 完成时间 整改时间 整改状态 是否销号 整改情况 整改措施 反映人 联系电话 备注 说明 佐证 已完成 未完成 责任人 来源 反映时间 姓名 constructor'.split(
    ' ',
  ),
  '',
);
const word = fc.constantFrom(
  ...`1 2 12 合计 小计 15件 共15件，已完成12件 一、思想方面 （二）作风方面 城东分局 城东分局、治安支队 全局 李强 无 — / 已完成 未完成 持续推进 完成80% √ × 是 否 2026-03-01 2026年3月底前
  3月15日 年底前 上半年 26.3.16 长期坚持 立行立改 路灯不亮 填表人：张三 注：略 序号 问题描述 备注 2026年2月30日 ${MOBILE} ${IDENTITY} 电话${MOBILE} 身份证${IDENTITY}、手机${MOBILE} =1+1 <b>粗</b>`.split(
    /\s+/,
  ),
);
const cell: fc.Arbitrary<CellSpec> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 8, arbitrary: word },
  { weight: 1, arbitrary: fc.integer({ min: -5, max: 60_000 }) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1e9, noNaN: true }) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant({ t: 'e', xml: '<v>#REF!</v>' }) },
  {
    weight: 1,
    arbitrary: fc
      .string({ maxLength: 30, unit: 'binary' })
      .map((text) => text.replace(/\p{Surrogate}|[\p{Cc}\ufffe\uffff]/gu, '')),
  },
);
const merge = fc
  .tuple(fc.nat(6), fc.integer({ min: 1, max: 12 }), fc.nat(2), fc.nat(3))
  .map(([column, row, wide, high]) => `${letter(column)}${row}:${letter(column + wide)}${row + high}`);
const sheet = fc.record({
  titles: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 2 }),
  header: fc.array(header, { minLength: 1, maxLength: 9 }),
  rows: fc.array(fc.oneof(fc.array(cell, { maxLength: 9 }), fc.constant(null)), { maxLength: 14 }),
  merges: fc.array(merge, { maxLength: 3 }),
});
const choices: fc.Arbitrary<Choices> = fc.record(
  {
    year: fc.constant(2026),
    identity: fc.constantFrom('own' as const, 'section' as const, 'text' as const),
    answers: fc.constantFrom<Record<string, string>>(
      {},
      { 'unit:全局': '办公室', closedUndated: 'today', undated: 'today' },
      { 'unit:李强': 'keep', 'row:mergedNumber': 'continuation', 'due:长期坚持': 'yearEnd', header: '2' },
    ),
    cells: fc.dictionary(fc.constantFrom('3:1', '4:2', '5:0', '99:99'), word, { maxKeys: 2 }),
    rows: fc.constantFrom<NonNullable<Choices['rows']>>({}, { 3: 'leave' }, { 4: 'continuation', 5: 'issue' }),
  },
  { requiredKeys: [] },
);

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

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
