/** What people answer, choose and correct, and how a ledger reads with it. */
import { readingOf } from '../../../src/ledger/reading/reading-of.js';
import type { Choices, LedgerReading } from '../../../src/ledger/reading/reading.js';
import { gb18030, workbookOf } from '../../support/workbook.js';

const TODAY = '2026-06-10';
const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'));
const read = (bytes: Buffer, choices: Choices = {}, isUnit?: (name: string) => boolean): Promise<LedgerReading> =>
  readingOf({ name: '台账.csv', bytes }, choices, TODAY, isUnit === undefined ? {} : { isUnit });
const rowOf = (reading: LedgerReading, line: number) => reading.rows.find((row) => row.line === line)!;
const asked = (reading: LedgerReading, line: number): string[] => rowOf(reading, line).doubts.map(({ key }) => key);

const LEDGER = csv(
  '序号,问题描述,责任单位,整改时限,完成时间,状态',
  '1,路灯不亮,全局,3月底,,基本完成',
  '2,井盖缺失,全局,3月15日,2026-03-10,已完成',
  '3,路面坑槽,公路站,长期坚持,,整改中',
);

describe('an answer', () => {
  test('serves every row that shares the doubt', async () => {
    const before = await read(LEDGER);
    expect(asked(before, 2)).toEqual(['unit:全局', 'status:基本完成']);
    expect(asked(before, 3)).toEqual(['unit:全局']);
    expect(asked(before, 4)).toEqual(['due:长期坚持']);
    const answers = { 'unit:全局': '办公室', 'status:基本完成': 'open', 'due:长期坚持': '2026-12-31' };
    const after = await read(LEDGER, { answers });
    expect(after.rows.flatMap(({ doubts }) => doubts)).toEqual([]);
    expect([2, 3].map((line) => rowOf(after, line).entry?.units.lead)).toEqual(['办公室', '办公室']);
    expect(rowOf(after, 2).entry?.state.meaning).toBe('open');
    expect(rowOf(after, 4).entry?.dueOn).toBe('2026-12-31');
  });

  test('of one row alone goes before that of all', async () => {
    const after = await read(LEDGER, { answers: { 'unit:全局': '办公室', 'unit:全局@3': '市政所' } });
    expect([2, 3].map((line) => rowOf(after, line).entry?.units.lead)).toEqual(['办公室', '市政所']);
  });

  test('of the year, of a column and of the day of closing are read with', async () => {
    const bytes = csv('问题,谁来改,何时改完,状态', '积水,市政所,3月1日,已完成', '坑槽,公路站,4月1日,整改中');
    const before = await read(bytes);
    expect(before.doubts.map(({ key }) => key)).toEqual(['column:1', 'column:2']);
    const answers = { 'column:1': 'unitName', 'column:2': 'dueOn' };
    const then = await read(bytes, { answers });
    expect(asked(then, 2)).toEqual(['year', 'closedUndated']);
    const after = await read(bytes, { answers: { ...answers, year: '2026', closedUndated: 'due' } });
    expect(rowOf(after, 2)).toMatchObject({
      doubts: [],
      entry: { unitName: '市政所', dueOn: '2026-03-01', closedOn: '2026-03-01', isClosed: true },
    });
  });

  test('says whether a day of completion is planned', async () => {
    const bytes = csv('问题,责任单位,完成时间', '积水,市政所,2026-03-01');
    expect(asked(await read(bytes), 2)).toEqual(['completion:2']);
    const planned = await read(bytes, { answers: { 'completion:2': 'dueOn' } });
    expect(rowOf(planned, 2).entry).toMatchObject({ dueOn: '2026-03-01', state: { meaning: 'open' } });
    const done = await read(bytes, { answers: { 'completion:2': 'closedOn' } });
    expect(rowOf(done, 2).entry).toMatchObject({ closedOn: '2026-03-01', state: { meaning: 'closed' } });
  });

  test('gives a number its section', async () => {
    const bytes = workbookOf({
      sheets: [
        {
          name: '2026',
          rows: [
            ['编号', '问题', '责任单位'],
            ['一、上半年', null, null],
            ['XF-01', '积水', '市政所'],
            ['二、下半年', null, null],
            ['XF-01', '坑槽', '公路站'],
          ],
        },
      ],
    });
    expect(asked(await read(bytes), 5)).toEqual(['identity']);
    const after = await read(bytes, { identity: 'section' });
    expect([3, 5].map((line) => rowOf(after, line).identities[0])).toEqual([
      'id:/2026/一、上半年/XF-01',
      'id:/2026/二、下半年/XF-01',
    ]);
    const own = await read(bytes, { identity: 'own' });
    expect(rowOf(own, 5)).toMatchObject({ kind: 'continuation', joinsLine: 3 });
  });
});

describe('what a row looks like', () => {
  const HEADER = ['问题描述', '责任单位', '状态'];
  const bytes = workbookOf({
    sheets: [
      {
        name: '1月',
        rows: [HEADER, [struck('积水'), '市政所', '整改中'], ['坑槽', struck('公路站'), '整改中']],
        hiddenRows: [3],
      },
      { name: '2月', rows: [HEADER, ['路灯', '市政所', '整改中']] },
    ],
    formats: [0],
    looks: ['struck'],
  });
  function struck(text: string) {
    return { t: 'inlineStr', s: 1, xml: `<is><t>${text}</t></is>` };
  }

  test('is asked once for all, and taken as it was answered', async () => {
    const before = await read(bytes);
    expect([2, 3].map((line) => asked(before, line))).toEqual([['row:struck'], ['row:hidden', 'struck:1']]);
    expect(before.doubts.map(({ key, shown }) => [key, shown])).toEqual([['sheets', '2月']]);
    const answers = { 'row:struck': 'closed', 'row:hidden': 'issue', 'struck:1': 'none', sheets: 'only' };
    const after = await read(bytes, { answers: { ...answers, closedUndated: 'today' } });
    expect(after.doubts).toEqual([]);
    expect([2, 3].map((line) => asked(after, line))).toEqual([[], []]);
    expect(rowOf(after, 2).entry?.state.meaning).toBe('closed');
    expect(rowOf(after, 3).entry?.units.lead).toBeNull();
    const left = await read(bytes, { answers: { 'row:struck': 'leave', 'row:hidden': 'leave' } });
    expect([2, 3].map((line) => rowOf(left, line).left)).toEqual([true, true]);
  });

  test('is no question of a sheet that was chosen, a cell that was corrected, or a row that was', async () => {
    const choices = { sheet: '1月', cells: { '3:1': '公路站' }, rows: { 2: 'issue', 3: 'issue' } } as const;
    const reading = await read(bytes, choices);
    expect(reading.doubts).toEqual([]);
    expect([2, 3].map((line) => asked(reading, line))).toEqual([[], []]);
  });
});

describe('a choice', () => {
  test('of the header line, of columns and of what a row is', async () => {
    const bytes = csv('1,路灯坏了,供电所', '2,井盖坏了,市政所', '3,说明文字,');
    expect(asked(await read(bytes), 1)).toEqual(['header']);
    const after = await read(bytes, {
      headerLines: [0, 0],
      columns: { 0: 'serial', 1: 'description', 2: 'unitName' },
      rows: { 3: 'leave' },
    });
    expect(after.rows.map(({ entry, left }) => [entry?.title, left])).toEqual([
      ['路灯坏了', false],
      ['井盖坏了', false],
      ['说明文字', true],
    ]);
    const two = await read(csv('台账,,', '甲,乙,丙', '路灯坏了,供电所,见附件'), {
      headerLines: [2, 2],
      words: { headers: { 甲: 'description', 乙: 'unitName' } },
    });
    expect(rowOf(two, 3).entry).toMatchObject({ description: '路灯坏了', unitName: '供电所', extra: { 丙: '见附件' } });
  });

  test('of a corrected cell', async () => {
    const after = await read(LEDGER, { cells: { '2:2': '市政所', '2:3': '2026-03-20', '2:5': '整改中' } });
    expect(rowOf(after, 2)).toMatchObject({
      doubts: [],
      entry: { unitName: '市政所', dueOn: '2026-03-20', isClosed: false },
    });
  });

  test('of the office’s dictionary and its units', async () => {
    const after = await read(LEDGER, { words: { status: { 基本完成: 'closed' } } }, (name) => name === '全局');
    expect(asked(after, 2)).toEqual(['closedUndated']);
    expect(rowOf(after, 2).entry?.units.lead).toBe('全局');
  });
});

describe('a file', () => {
  test('opens on the sheet of issues, not on the table of figures before it', async () => {
    const sheets = [
      {
        name: '汇总',
        rows: [
          ['单位', '已完成', '未完成', '备注'],
          ['市政所', '3', '4', null],
        ],
      },
      {
        name: '明细',
        rows: [
          ['问题描述', '责任单位'],
          ['积水', '市政所'],
        ],
      },
    ];
    const reading = await read(workbookOf({ sheets }));
    expect(reading.sheet).toBe('明细');
    expect(reading.sheets).toEqual([
      { name: '汇总', rows: 2, hidden: false, isLedger: true },
      { name: '明细', rows: 2, hidden: false, isLedger: true },
    ]);
  });

  test('without a column that says the issue asks for it, instead of being refused', async () => {
    const bytes = gb18030('序号,单位,大致经过和诉求点\r\n1,市政所,门前积水多日无人处理\r\n2,公路站,路面坑槽影响通行');
    const before = await read(bytes, { columns: { 2: 'none' } });
    expect(before.rows.some(({ refusal, doubts }) => refusal !== null || doubts.length > 0)).toBe(true);
    const after = await read(bytes, { columns: { 2: 'description' } });
    expect(rowOf(after, 2).entry?.description).toBe('门前积水多日无人处理');
  });
});

describe('a line of totals', () => {
  const below = (...cells: string[]) =>
    read(csv('序号,问题描述,责任单位,状态', '1,路灯不亮,市政所,整改中', cells.map((cell) => `"${cell}"`).join(',')));
  test.each([
    ['合计', '8件，已完成2件'],
    ['合计', '8件，已完成2件，整改中6件，完成率25%。'],
    ['合计', '', '8件'],
    ['小计：', '3（其中1件未完成）'],
    ['', '合计', '12件', '完成率 91.7%'],
  ])('%s %s %s is none of the issues', async (...cells) => {
    const { kind, doubts, entry } = rowOf(await below(...cells), 3);
    expect([kind, doubts, entry]).toEqual(['total', [], null]);
  });

  test('that says more is asked', async () => {
    expect(asked(await below('合计', '夜市油烟扰民'), 3)).toEqual(['row:maybeTotal']);
    const bytes = csv('序号,问题描述,责任单位', '1,路灯不亮,市政所', '合计,夜市油烟扰民,城管局');
    const as = async (answer: string) => rowOf(await read(bytes, { answers: { 'row:maybeTotal': answer } }), 3);
    expect((await as('total')).entry).toBeNull();
    expect((await as('issue')).entry).toMatchObject({ description: '夜市油烟扰民', unitName: '城管局' });
  });
});
