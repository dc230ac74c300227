/** CSV ledgers as offices export them. */
import { readingOf } from '../../../src/ledger/reading/reading-of.js';
import { gb18030 } from '../../support/workbook.js';
import { type OpenOptions, rowsBelow, type SheetRow } from './rows-read.js';

async function rowsOf(content: string | Buffer, options?: OpenOptions): Promise<SheetRow[]> {
  return rowsBelow({ name: '台账.csv', bytes: Buffer.from(content as string) }, options);
}

describe('rows of a CSV ledger', () => {
  test.each([['\n'], ['\r\n'], ['\r']])('bear the physical line on which they begin (line end %j)', async (end) => {
    const lines = [
      '序号,问题描述,责任单位',
      '1,"第一行',
      '第二行',
      '',
      '第三行",甲',
      '',
      '2,乙题,乙',
      '3,"丙,题",丙',
      '',
    ];
    const rows = await rowsOf(lines.join(end));
    expect(rows.map(({ line }) => line)).toEqual([2, 7, 8]);
    expect(rows[0]?.cells).toEqual({ 序号: '1', 问题描述: `第一行${end}第二行${end}${end}第三行`, 责任单位: '甲' });
    expect(rows[2]?.cells['问题描述']).toBe('丙,题');
  });

  test('keep their lines when ends of lines are mixed', async () => {
    const rows = await rowsOf('序号,问题描述\r\n1,"a\nb"\n2,c\r\n3,"d\r\ne"\r\n4,f');
    expect(rows.map(({ line, cells }) => [line, cells['序号']])).toEqual([
      [2, '1'],
      [4, '2'],
      [5, '3'],
      [7, '4'],
    ]);
  });

  test.each([
    [',', '逗号'],
    ['\t', '制表符'],
    [';', '分号'],
  ])('are told apart by %j, told by the header', async (separator) => {
    const content = [
      ['序号', '问题描述', '责任单位'],
      ['1', '甲；，乙,丙,丁,戊', '所'],
    ]
      .map((row) => row.map((cell) => (separator === ',' ? `"${cell}"` : cell)).join(separator))
      .join('\n');
    const [row] = await rowsOf(content);
    expect(row).toMatchObject({
      cells: { 问题描述: '甲；，乙,丙,丁,戊', 责任单位: '所' },
    });
  });

  test('are found below a title and notes', async () => {
    const content = '某某分局问题整改台账,,\n填报单位：办公室,2024年3月,\n\n序号,问题描述,责任单位\n1,路灯不亮,所\n';
    const [row] = await rowsOf(content);
    expect(row).toMatchObject({ line: 5, cells: { 问题描述: '路灯不亮' } });
  });

  test('come from the line the mapping calls the header', async () => {
    const content = 'a,b\n问题描述,责任单位\nfrom,to\n1,2\n';
    const mapping = { columns: { description: ['from'] }, headerRow: 3 };
    expect(await rowsOf(content, { mapping })).toEqual([{ line: 4, cells: { from: '1', to: '2' } }]);
  });

  test('are read in GB18030', async () => {
    expect(await rowsOf(gb18030('序号,问题描述\r\n1,“路灯”不亮\r\n'))).toEqual([
      { line: 2, cells: { 序号: '1', 问题描述: '“路灯”不亮' } },
    ]);
  });

  test('are padded when short and refused when long, one by one', async () => {
    const { rows } = await readingOf(
      { name: 'x', bytes: Buffer.from('序号,问题描述,备注\n1\n2,a,b,c\n3,甲,,,\n4,乙,丙\n') },
      {},
      '2026-06-10',
    );
    expect(rows.map(({ line, kind, refusal }) => [line, kind, refusal?.code])).toEqual([
      [1, 'header', undefined],
      [2, 'blank', undefined],
      [3, 'issue', 'ledger.row.ragged'],
      [4, 'issue', undefined],
      [5, 'issue', undefined],
    ]);
  });

  test('survive stray quotation marks', async () => {
    const rows = await rowsOf('序号,问题描述\n1,他说"不行"了\n2,好\n');
    expect(rows.map(({ cells }) => cells['问题描述'])).toEqual(['他说"不行"了', '好']);
  });

  test('end in one refused row where a quotation mark is never closed', async () => {
    const rows = await rowsOf('序号,问题描述\n1,好\n2,"没有结尾\n3,丢失\n');
    expect(rows.map(({ line, problem }) => [line, problem?.code])).toEqual([
      [2, undefined],
      [3, 'ledger.row.quoteNotClosed'],
    ]);
  });

  test('name columns that share a header or have none', async () => {
    const [row] = await rowsOf('问题描述,责任单位,备注,备注,,__proto__\na,u,b,c,d,e\n');
    expect(row).toMatchObject({ cells: { '备注 (2)': 'c', 第5列: 'd', 第6列: 'e' } });
  });

  test('may be streamed', async () => {
    async function* stream() {
      yield Buffer.from('序号,问题描述\n1,');
      yield Buffer.from('路灯\n');
    }
    expect(await rowsBelow({ name: 'x', stream: stream() })).toEqual([
      { line: 2, cells: { 序号: '1', 问题描述: '路灯' } },
    ]);
  });

  test('are refused above the limits: cell by row, rows and columns by file', async () => {
    const limits = { rows: 20, columns: 5, cellCharacters: 10, fileBytes: 10_000 };
    const long = await rowsOf(`问题描述,备注\n${'长'.repeat(11)},b\n好,b\n`, { limits });
    expect(long.map(({ problem }) => problem?.code)).toEqual(['ledger.row.tooLong', undefined]);
    for (const content of [
      `问题描述,备注\n${'a,b\n'.repeat(40)}`,
      `问题描述,备注\n${'a,'.repeat(7)}b`,
      'x'.repeat(10_001),
    ]) {
      await expect(rowsOf(content, { limits })).rejects.toMatchObject({ status: 413, code: 'ledger.file.tooLarge' });
    }
  });
});
