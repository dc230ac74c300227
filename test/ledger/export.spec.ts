/** A ledger out and in again: what one tenant exports another one takes over as the same ledger. */
import { readXlsx } from 'hucre/xlsx';
import { v7 as uuid } from 'uuid';
import { KeepLedgerNotes1764550000000 } from '../../migrations/1764550000000-keep-ledger-notes.js';
import { commandIntent } from '../../src/executor/intent.js';
import { importLedger } from '../../src/ledger/import-ledger.js';
import { LedgerExportService } from '../../src/ledger/ledger-export.service.js';
import { prepareImport } from '../../src/ledger/prepare-import.js';
import { CaseListService } from '../../src/cases/case-list.service.js';
import { CaseListStore } from '../../src/store/lists/case-list.store.js';
import { SearchStore } from '../../src/store/lists/search.store.js';
import type { FileFormat } from '../../src/spreadsheet/file-format.js';
import { SystemClock } from '../../src/clock.js';
import { collecting } from '../support/fixture.js';
import { csv, openLedgerFixture, type LedgerFixture } from './ledger-fixture.js';
import { ledgerRead } from './reading/rows-read.js';
import { elsewhereOf } from '../support/elsewhere.js';

const NOW = Date.parse('2026-03-02T10:00:00+08:00');
let here: LedgerFixture;
let there: LedgerFixture;
beforeAll(async () => {
  here = await openLedgerFixture('Asia/Shanghai', () => NOW);
  there = await openLedgerFixture('Asia/Shanghai', () => NOW);
  const file = csv(
    '旧台账.csv',
    '序号,问题编号,问题标题,问题描述,问题来源,问题类别,责任单位,协办单位,责任领导,责任人,反映时间,交办时间,整改时限,完成时间,是否销号,整改状态,整改措施,备注,包保民警',
    '1,W1,路灯,东街路灯不亮,12345热线,治安防范,城东分局,交警支队、城管局,吴刚,李强,2025-03-03,2025-03-04,2025-03-20,2025-03-25,是,已销号,"更换灯具',
    '每月巡查",群众满意,周一',
    '2,W2,公式,"=HYPERLINK(""http://x"",""y"")",自查,怪类别,城东分局,,,,2025-04-03,,,2025-04-04,是,,+1+1,@备注,',
    '3,W3,未完,还在办,巡察,执法办案,城西分局,,,,2025-05-03,,2025-06-01,,否,整改中,已联系,"电话催过',
    '下周再催",',
    "4,W4,未派,'-2 没有单位,座谈会,队伍建设,,,,,2025-06-03,,2025-07-01,,否,,,,",
    '5,W5,不采纳,不属公安职责,信箱,其他,,,,,2025-07-03,,,2025-07-05,否,不予采纳,已答复,,',
  );
  const report = await importLedger(here.office, { file, dryRun: false, actor: here.clerk, now: NOW });
  expect(report).toMatchObject({
    imported: 5,
    refused: [],
    became: { closed: 2, dropped: 1, assigned: 1, collected: 1 },
  });
});
afterAll(async () => {
  await here.test.drop();
  await there.test.drop();
});

function exportService(fixture: LedgerFixture): LedgerExportService {
  const lists = new CaseListService(
    new CaseListStore(fixture.test.database, new SearchStore(fixture.test.database)),
    elsewhereOf(fixture.test.database),
    fixture.referenceData,
    fixture.office.workflows,
    new SystemClock(NOW),
  );
  return new LedgerExportService(lists, fixture.store, fixture.referenceData);
}

async function exported(fixture: LedgerFixture, format: FileFormat, more = {}, byUnit = false): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await exportService(fixture).export(fixture.clerk, more, format, byUnit))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The rows of an export by the number of the issue, without what only counts within one tenant or one file. */
async function ledgerOf(bytes: Buffer) {
  const { imported } = await ledgerRead(bytes);
  return imported
    .map(({ entry: { line: _l, serial: _s, extra: _e, status: _t, ...entry } }) => entry)
    .sort((a, b) => (a.externalId! < b.externalId! ? -1 : 1));
}

for (const format of ['xlsx', 'csv'] as const) {
  it(`gives every column back as it came, as ${format}`, async () => {
    const rows = await ledgerOf(await exported(here, format));
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({
      externalId: 'W1',
      title: '路灯',
      description: '东街路灯不亮',
      source: 'hotline',
      sourceText: '12345热线',
      categoryName: '治安防范',
      unitName: '城东分局',
      supportingUnitNames: ['交警支队', '城管局'],
      leaderName: '吴刚',
      handlerName: '李强',
      raisedOn: '2025-03-03',
      assignedOn: '2025-03-04',
      dueOn: '2025-03-20',
      closedOn: '2025-03-25',
      isClosed: true,
      measure: '更换灯具\n每月巡查',
    });
    expect(rows[0]!.remark).toBe('群众满意\n【包保民警】周一');
    expect(rows[1]).toMatchObject({ categoryName: '怪类别', source: 'selfCheck' });
    expect(rows[3]).toMatchObject({ externalId: 'W4', dueOn: '2025-07-01', isClosed: false });
    expect(rows[4]).toMatchObject({ externalId: 'W5', isClosed: false, closedOn: '2025-07-05', measure: '已答复' });
  });
}

it('tells what a row said from the ledger, not from what somebody wrote the same way since', async () => {
  const before = await exported(here, 'csv');
  const [known] = await here.store.known(['id:W3'], []);
  const text = '【台账导入】旧台账.csv 第 4 行\n【责任领导】冒名\n【备注】已经办好';
  const command = { id: uuid(), type: 'COMMENT', caseId: known!.id, actor: here.clerk, at: NOW, payload: { text } };
  await here.office.executor.executeAll([commandIntent(command)]);
  // The comment counts as a version of the case and is no part of what its row says.
  const unversioned = (file: Buffer): string => file.toString('utf8').replace(/,\d+\r\n/g, '\r\n');
  expect(unversioned(await exported(here, 'csv'))).toBe(unversioned(before));
});

it('finds in the histories of an older release what this one keeps as data', async () => {
  const kept = () =>
    here.test.database.dataSource.query<object[]>('SELECT * FROM ledger_note ORDER BY file_name, line');
  const before = await kept();
  expect(before).toMatchObject([
    {
      file_name: '旧台账.csv',
      line: 2,
      fields: expect.arrayContaining([
        ['责任领导', '吴刚'],
        ['包保民警', '周一'],
      ]),
    },
    { line: 4 },
    { fields: expect.arrayContaining([['备注', '电话催过\n下周再催']]) },
    { fields: expect.arrayContaining([['整改时限', '2025-07-01']]) },
    { fields: expect.arrayContaining([['整改措施', '已答复']]) },
  ]);
  const runner = here.test.database.dataSource.createQueryRunner();
  const migration = new KeepLedgerNotes1764550000000();
  try {
    await migration.down(runner);
    await migration.up(runner);
  } finally {
    await runner.release();
  }
  expect(await kept()).toEqual(before);
});

it('is called after the day at the office', () => {
  expect(exportService(here).fileName(Date.parse('2026-03-02T23:30:00Z'))).toBe('台账-2026-03-03');
});

it('leaves no cell that a spreadsheet would run, begins with a byte order mark, and names no raiser', async () => {
  const text = (await exported(here, 'csv')).toString('utf8');
  expect(text.startsWith('\ufeff序号,系统编号,编号,标题')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(text).toContain(`,'+1+1,`);
  expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  expect(text).toContain(`,''-2 没有单位,`);
});

it('is taken over by another bureau as the same ledger, and a second time as nothing new', async () => {
  const bytes = await exported(here, 'xlsx');
  const take = () =>
    importLedger(there.office, { file: { name: '台账.xlsx', bytes }, dryRun: false, actor: there.clerk, now: NOW });
  expect(await take()).toMatchObject({
    rows: 5,
    imported: 5,
    became: { closed: 2, dropped: 1, assigned: 1, collected: 1 },
  });
  expect(await ledgerOf(await exported(there, 'xlsx'))).toEqual(await ledgerOf(bytes));
  expect(await ledgerOf(await exported(there, 'csv'))).toEqual(await ledgerOf(await exported(here, 'csv')));
  expect(await take()).toMatchObject({ imported: 0, merged: 5, additions: 0 });
});

it('that comes back to its own bureau changes nothing, also for cases that were never imported', async () => {
  const [category] = await here.store.categories();
  const ours = collecting(NOW, {
    actor: here.clerk,
    title: '接电话记下的',
    context: { officeUnitId: here.root, categoryId: category!.id, isKey: false, raisedOutside: true },
  });
  await here.office.executor.executeAll([ours]);
  const before = await here.count('case_event');
  const file = { name: '台账.xlsx', bytes: await exported(here, 'xlsx') };
  const report = await importLedger(here.office, { file, dryRun: false, actor: here.clerk, now: NOW });
  expect(report).toMatchObject({ imported: 0, merged: 6, additions: 0 });
  expect(await here.count('case_event')).toBe(before);
});

it('holds only the cases the filters ask for and the reader may see', async () => {
  expect(await ledgerOf(await exported(here, 'csv', { stage: 'assigned' }))).toMatchObject([{ externalId: 'W3' }]);
  const stranger = await here.person('handler', await here.unit('城南分局'));
  const mine = here.clerk;
  here.clerk = stranger;
  try {
    expect((await exported(here, 'csv')).toString('utf8').split('\r\n')).toHaveLength(2);
  } finally {
    here.clerk = mine;
  }
});

it('keeps a long remark whole, which takes several comments to tell', async () => {
  const remark = `${'长'.repeat(9_000)}完`;
  const file = csv('长.csv', '问题编号,问题描述,反映时间,是否销号,备注', `W9,很长,2025-08-03,否,${remark}`);
  const request = { file, dryRun: false, actor: there.clerk, now: NOW };
  expect(await importLedger(there.office, request)).toMatchObject({ imported: 1 });
  const rows = await ledgerOf(await exported(there, 'csv'));
  expect(rows.find(({ externalId }) => externalId === 'W9')!.remark).toBe(remark);
});

it('is a workbook that filters, keeps its header in sight and prints across', async () => {
  const { sheets } = await readXlsx(await exported(here, 'xlsx'));
  const [sheet] = sheets;
  expect(sheet).toMatchObject({
    freezePane: { rows: 1 },
    autoFilter: { range: expect.stringMatching(/^A1:T\d+$/) },
    pageSetup: { orientation: 'landscape', fitToWidth: 1 },
  });
});

test('goes out on a sheet for each unit, and each sheet comes home unchanged', async () => {
  const bytes = await exported(here, 'xlsx', {}, true);
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name, rows }) => [name, rows.length - 1]).sort()).toEqual([
    ['城东分局', 2],
    ['城西分局', 1],
    ['未分办', 3],
  ]);
  for (const { name, rows } of sheets) {
    const { plan } = await prepareImport(here.office, {
      file: { name: 'x.xlsx', bytes },
      choices: { sheet: name },
      actor: here.clerk,
      now: NOW,
    });
    const became = plan.rows.flatMap(({ becomes, isPaper }) => (isPaper ? [] : [becomes]));
    expect([name, became]).toEqual([name, Array(rows.length - 1).fill('joined')]);
  }
});
