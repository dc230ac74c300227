/** Workbooks as Excel, WPS and programs write them. */
import { writeXlsx } from 'hucre/xlsx';
import { rawSheets } from '../../../src/ledger/reading/raw-sheets.js';
import { type CellSpec, columnLetters, type SheetSpec, type WorkbookSpec, workbookOf } from '../../support/workbook.js';
import { type OpenOptions, rowsBelow, type SheetRow } from './rows-read.js';

async function rowsOf(bytes: Buffer, options?: OpenOptions): Promise<SheetRow[]> {
  return rowsBelow({ name: '台账.xlsx', bytes }, options);
}

const HEADER = ['序号', '问题描述', '责任单位'];

function sheetOf(rows: SheetSpec['rows'], more: Partial<SheetSpec> & Omit<WorkbookSpec, 'sheets'> = {}): Buffer {
  const { merges, hiddenRows, ...workbook } = more;
  return workbookOf({ sheets: [{ name: '台账', rows, merges, hiddenRows }], ...workbook });
}

/** The cells of one data row below a header 问题描述, 值. */
async function valueOf(cell: CellSpec, more: Omit<WorkbookSpec, 'sheets'> = {}) {
  const [row] = await rowsOf(
    sheetOf(
      [
        ['问题描述', '备注'],
        ['x', cell],
      ],
      more,
    ),
  );
  return row?.cells['备注'];
}

describe('cells of a workbook', () => {
  test('give numbers, booleans and text as they are', async () => {
    expect(await valueOf(20220510008)).toBe(20220510008);
    expect(await valueOf({ xml: '<v>2.0220510008E10</v>' })).toBe(20220510008);
    expect(await valueOf({ xml: '<v>110101199003071234</v>' })).toBe('110101199003071234');
    expect(await valueOf(true)).toBe(true);
    expect(await valueOf(' 两头\n换行 ')).toBe(' 两头\n换行 ');
    expect(await valueOf('a_x000D_b_x005F_x000D_')).toBe('a\rb_x000D_');
    expect(await valueOf('   ')).toBeUndefined();
  });

  test('give the days of dates in the 1900 and the 1904 system, with their time', async () => {
    const formats = ['yyyy"年"m"月"d"日"', 14, 31, 'yyyy/m/d h:mm', '[$-804]aaaa', '0.00_);[Red]', '#,##0"月"'];
    const cell = (s: number, v: number) => ({ s, xml: `<v>${v}</v>` });
    for (const s of [1, 2, 3]) expect(await valueOf(cell(s, 45356), { formats })).toEqual({ day: '2024-03-05' });
    expect(await valueOf(cell(2, 43894), { formats, date1904: true })).toEqual({ day: '2024-03-05' });
    expect(await valueOf(cell(4, 45356.5), { formats })).toEqual({ day: '2024-03-05', time: '12:00:00' });
    for (const s of [0, 6, 7]) expect(await valueOf(cell(s, 45356), { formats })).toBe(45356);
    expect(await valueOf({ t: 'd', xml: '<v>2024-03-05T00:00:00</v>' })).toBe('2024-03-05T00:00:00');
  });

  test('give shares as they are shown', async () => {
    expect(await valueOf({ s: 1, xml: '<v>0.9616</v>' }, { formats: ['0.00%'] })).toBe('96.16%');
    expect(await valueOf({ s: 1, xml: '<v>0.07</v>' }, { formats: [9] })).toBe('7%');
  });

  test('give shared strings: rich text joined, without phonetic guides', async () => {
    const strings = [
      '<si><t>无关</t></si>',
      '<si><r><rPr><b/></rPr><t>路灯</t></r><r><t xml:space="preserve"> 不亮</t></r><rPh sb="0" eb="1"><t>lu</t></rPh></si>',
    ];
    expect(await valueOf({ t: 's', xml: '<v>1</v>' }, { strings })).toBe('路灯 不亮');
    expect(await valueOf({ t: 's', xml: '<v>9</v>' }, { strings })).toBeUndefined();
    const inline = '<is><r><t>路</t></r><r><t>灯</t></r><rPh sb="0" eb="1"><t>lu</t></rPh></is>';
    expect(await valueOf({ t: 'inlineStr', xml: inline })).toBe('路灯');
  });

  test('give the stored result of a formula, and its error as an error', async () => {
    expect(await valueOf({ xml: '<f>A1&amp;"x"</f><v>7</v>' })).toBe(7);
    expect(await valueOf({ t: 'str', xml: '<f>HYPERLINK("http://x","链接")</f><v>链接</v>' })).toBe('链接');
    expect(await valueOf({ t: 'e', xml: '<f>VLOOKUP(1,A:B,2,0)</f><v>#N/A</v>' })).toEqual({ error: '#N/A' });
    expect(await valueOf({ t: 'str', xml: '<f>A1</f><v></v>' })).toBeUndefined();
    expect(await valueOf({ xml: '<f>A1</f>' })).toEqual({ error: '公式未计算' });
  });

  test('are read as another writer wrote them', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: '台账', rows: [HEADER, [1, '路灯\n不亮', '城关所'], [2, 'a<b & c', null]] }],
    });
    expect(await rowsOf(Buffer.from(bytes))).toEqual([
      { line: 2, cells: { 序号: 1, 问题描述: '路灯\n不亮', 责任单位: '城关所' } },
      { line: 3, cells: { 序号: 2, 问题描述: 'a<b & c' } },
    ]);
  });
});

describe('rows of a workbook', () => {
  test('bear the number Excel shows, across gaps and hidden rows', async () => {
    const rows = await rowsOf(
      sheetOf([['整改台账'], null, HEADER, [1, '甲', '所'], null, [null, ' '], [2, '乙', '所']], { hiddenRows: [7] }),
    );
    expect(rows.map(({ line, cells }) => [line, cells['序号']])).toEqual([
      [4, 1],
      [7, 2],
    ]);
  });

  test('take the value of a cell merged over them', async () => {
    const rows = await rowsOf(
      sheetOf([['台账'], HEADER, [1, '甲', '城关所'], [2, '乙'], [3, '丙'], [4, '丁'], null], {
        merges: ['A1:C1', 'C3:C5', 'A6:A7'],
      }),
    );
    expect(rows.map(({ cells }) => cells['责任单位'])).toEqual(['城关所', '城关所', '城关所', undefined]);
    expect(rows).toHaveLength(4);
  });

  test('are named by the lower line of a header of two', async () => {
    const bytes = sheetOf(
      [
        ['序号', '问题描述', '整改情况', null],
        [null, null, '整改措施', '完成时间'],
        [1, '甲', '已修', '2024.3.5'],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:D1'] },
    );
    expect(await rowsOf(bytes)).toEqual([
      { line: 3, cells: { 序号: 1, 问题描述: '甲', 整改措施: '已修', 完成时间: '2024.3.5' } },
    ]);
  });

  test('are read where every element has a prefix, and where formatted empty cells reach far right', async () => {
    const far = { s: 0, xml: '' };
    const wide: CellSpec[] = [1, '甲', '所', ...Array.from({ length: 400 }, () => far)];
    expect(await rowsOf(sheetOf([HEADER, wide], { prefix: 'x:' }))).toEqual([
      { line: 2, cells: { 序号: 1, 问题描述: '甲', 责任单位: '所' } },
    ]);
  });

  test('come from the first visible sheet with a header; the others with one are named', async () => {
    const sheets: SheetSpec[] = [
      { name: '字典', rows: [HEADER, [9, '隐藏', 'x']], state: 'hidden' },
      { name: '封面', rows: [['某某局整改台账'], ['二〇二四年三月']] },
      { name: '三月', rows: [HEADER, [1, '甲', '所']] },
      { name: '四月', rows: [HEADER, [1, '乙', '所']] },
    ];
    const bytes = workbookOf({ sheets });
    const { sheet, others } = await rawSheets({ name: 'x', bytes }, {});
    expect([sheet, others.map(({ name }) => name)]).toEqual(['三月', ['四月']]);
    for (const named of ['字典', '四月']) {
      const rows = await rowsOf(bytes, { mapping: { columns: {}, sheet: named } });
      expect(rows[0]?.cells['问题描述']).toBe(named === '字典' ? '隐藏' : '乙');
    }
    await expect(rowsOf(bytes, { mapping: { columns: {}, sheet: '五月' } })).rejects.toMatchObject({
      code: 'ledger.file.noSheet',
      message: expect.stringContaining('四月'),
    });
  });

  test('are refused above the limits', async () => {
    const limits = { rows: 20, columns: 30, cellCharacters: 10 };
    const long = await rowsOf(sheetOf([HEADER, [1, '长'.repeat(11)], [2, '好']]), { limits });
    expect(long.map(({ problem }) => problem?.code)).toEqual(['ledger.row.tooLong', undefined]);
    const many = Array.from({ length: 60 }, (_, i): CellSpec[] => [i, '甲']);
    const wide = Array.from({ length: 31 }, (_, i) => `x${i}`);
    for (const rows of [
      [HEADER, ...many],
      [HEADER, wide],
    ]) {
      await expect(rowsOf(sheetOf(rows), { limits })).rejects.toMatchObject({ code: 'ledger.file.tooLarge' });
    }
  });

  test('name columns as Excel does', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  test('keep their order and number over ten thousand', async () => {
    const data = Array.from({ length: 10_000 }, (_, i): CellSpec[] => [i + 1, `第${i + 1}条`, '所']);
    const rows = await rowsOf(sheetOf([HEADER, ...data]));
    expect(rows).toHaveLength(10_000);
    expect(rows.every(({ line, cells }) => cells['序号'] === line - 1)).toBe(true);
  });
});
