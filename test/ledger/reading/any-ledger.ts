/** Ledgers of any shape: cells and structures as offices write them, and as nobody should. */
import fc from 'fast-check';
import type { Choices } from '../../../src/ledger/reading/reading.js';
import { type CellSpec, columnLetters } from '../../support/workbook.js';

/** Shapes that no text of an entry may hold but its sealed ones. */
export const MOBILE = '13812345678';
export const IDENTITY = '110101199003071233';

export const header = fc.constantFrom(
  ...'序号 编号 问题描述 具体内容 标题 责任单位 配合单位 整改时限 完成时间 整改时间 整改状态 是否销号 整改情况 整改措施 反映人 联系电话 备注 说明 佐证 已完成 未完成 责任人 来源 反映时间 姓名 constructor'.split(
    ' ',
  ),
  '',
);
export const word = fc.constantFrom(
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
  .map(([column, row, wide, high]) => `${columnLetters(column)}${row}:${columnLetters(column + wide)}${row + high}`);
/** Titles, a header, rows and merged cells. */
export const sheet = fc.record({
  titles: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 2 }),
  header: fc.array(header, { minLength: 1, maxLength: 9 }),
  rows: fc.array(fc.oneof(fc.array(cell, { maxLength: 9 }), fc.constant(null)), { maxLength: 14 }),
  merges: fc.array(merge, { maxLength: 3 }),
});
/** What somebody may have answered. */
export const choices: fc.Arbitrary<Choices> = fc.record(
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
