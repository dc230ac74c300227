/** What a file can make the reader do grows with its size and no faster: ten times the input takes about ten times as long. */
import { cleanName } from '../../../src/attachments/file-name.js';
import { UnitTree } from '../../../src/domain/units.js';
import { mergeFiller, verticalMerges } from '../../../src/ledger/reading/merged-cells.js';
import { numberFormats } from '../../../src/ledger/reading/number-formats.js';
import { dayMeaning } from '../../../src/ledger/reading/day-words.js';
import { personalPieces } from '../../../src/ledger/reading/personal-data.js';
import { readingOf } from '../../../src/ledger/reading/reading-of.js';
import { statusOf } from '../../../src/ledger/reading/status-words.js';
import { unitsIn } from '../../../src/ledger/reading/unit-cell.js';
import { matchUnit } from '../../../src/ledger/unit-names.js';
import { workbookOf } from '../../support/workbook.js';
import { rowsBelow } from './rows-read.js';

/** Of the processor: what else runs on the machine takes no part in it. */
const milliseconds = (act: () => unknown): number => {
  const began = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};
const styles = (code: string): string =>
  `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`;
const ROWS = 20_000;
const DAYS = { year: 2026, today: '2026-06-10' };

it.each<[string, (size: number) => unknown]>([
  ['a file name of dots', (size) => cleanName(`a${'.'.repeat(size)}b`, 'image/jpeg')],
  ['a file name of blanks', (size) => cleanName(`a${' '.repeat(size)}b`, 'image/jpeg')],
  ['a number format of brackets', (size) => numberFormats('styles', styles('['.repeat(size)))],
  ['a number format of digits', (size) => numberFormats('styles', styles(`h${'#'.repeat(size)}`))],
  ['a cell of digits', (size) => personalPieces(`室${'1'.repeat(size)}`)],
  ['a cell of numerals', (size) => personalPieces(`室${'七'.repeat(size)}`)],
  ['a status of closing marks', (size) => statusOf(`${'.'.repeat(size)}x`)],
  ['a status of brackets', (size) => statusOf('('.repeat(size))],
  ['a unit of brackets', (size) => unitsIn('('.repeat(size))],
  ['a day of numerals', (size) => dayMeaning('七'.repeat(size), 'dueOn', DAYS)],
  ['merges that never end', (size) => verticalMerges('mergeCell '.repeat(size))],
])('%s', (_, act) => {
  act(1_000);
  expect(milliseconds(() => act(200_000))).toBeLessThan(1_500);
});

it('keeps the merges of columns that no ledger has out of every row', async () => {
  const merges = Array.from({ length: 15_000 }, () => `ZZZ2:ZZZ${ROWS}`);
  const rows = Array.from({ length: 50 }, (_, at) => [`东街路灯不亮 ${at}`, '城东派出所']);
  const bytes = workbookOf({ sheets: [{ name: '台账', rows: [['问题描述', '责任单位'], ...rows], merges }] });
  const read = await rowsBelow({ name: 'x.xlsx', bytes });
  expect(read.reduce((count, { cells }) => count + Object.keys(cells).length, 0)).toBe(100);
  const fill = mergeFiller([{ column: 1, from: 1, to: ROWS }]);
  expect(
    milliseconds(() => Array.from({ length: ROWS }, (__, line) => fill({ line: line + 1, cells: ['x'] }))),
  ).toBeLessThan(500);
});

it('refuses a workbook in which one long text stands in every cell', async () => {
  const shared = [`<si><t>${'路灯'.repeat(500)}</t></si>`];
  const row = Array.from({ length: 50 }, () => ({ t: 's', xml: '<v>0</v>' }));
  const sheets = [{ name: '台账', rows: [['问题描述', '责任单位'], ...Array.from({ length: 60 }, () => row)] }];
  const bytes = workbookOf({ strings: shared, sheets });
  await expect(rowsBelow({ name: 'x.xlsx', bytes }, { limits: { characters: 2_000_000 } })).rejects.toMatchObject({
    code: 'ledger.file.tooLarge',
    messageZh: expect.stringContaining('请拆分'),
  });
});

it('looks up as many names of units as a ledger may have', () => {
  const units = new UnitTree(
    Array.from({ length: 200 }, (_, at) => ({
      id: `unit-${at}`,
      name: `城东分局第${at}派出所`,
      parentId: at === 0 ? null : 'unit-0',
      leaderId: null,
      liaisonId: null,
    })),
  );
  const look = (): void => {
    for (let at = 0; at < 20_000; at += 1) matchUnit(`某某单位${at}`, units, 'unit-0');
  };
  expect(milliseconds(look)).toBeLessThan(2_000);
  expect(matchUnit('第7派出所', units, 'unit-0')).toMatchObject({ how: 'ending', unit: { id: 'unit-7' } });
});

it('reads a line of totals whatever stands in its brackets', async () => {
  const text = `8件${'（）'.repeat(60)}${'，1件'.repeat(60)}x`;
  const bytes = Buffer.from(`序号,问题描述,责任单位\n1,路灯不亮,市政所\n合计,${text},`);
  const { rows } = await readingOf({ name: '台账.csv', bytes }, {}, '2026-06-10');
  expect(rows.map(({ kind }) => kind)).toEqual(['header', 'issue', 'total']);
});
