/** Taking ledgers over, on a real database: what rows become, what joins, what is refused, and what a second import finds. */
import { v7 as uuid } from 'uuid';
import { importLedger, type ImportRequest } from '../../src/ledger/import-ledger.js';
import { parseMapping } from '../../src/ledger/reading/mapping.js';
import { prepareImport } from '../../src/ledger/prepare-import.js';
import { afterImport, writeImport } from '../../src/ledger/write-import.js';
import { verifyHistory } from '../../src/store/audit/verify-history.js';
import { commandIntent, type Intent } from '../../src/executor/intent.js';
import { sweep } from '../../src/executor/sweep.js';
import { csv, openLedgerFixture, type LedgerFixture } from './ledger-fixture.js';

const NOW = Date.parse('2026-03-02T10:00:00+08:00');
let fixture: LedgerFixture;
beforeAll(async () => {
  fixture = await openLedgerFixture('Asia/Shanghai', () => NOW);
});
beforeEach(() => fixture.clear());
afterAll(() => fixture.test.drop());

const HEADER =
  '问题编号,问题描述,问题来源,问题类别,责任单位,责任领导,责任人,反映时间,整改时限,完成时间,是否销号,整改措施,备注';
const take = (lines: string[], more: Partial<ImportRequest> = {}, office = fixture.office) =>
  importLedger(office, {
    file: csv('台账.csv', HEADER, ...lines),
    dryRun: false,
    actor: fixture.clerk,
    now: NOW,
    ...more,
  });
const begun = {
  fileName: '台账.csv',
  sha256: '00'.repeat(32),
  personId: null,
  at: NOW,
  total: 0,
};
const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await fixture.test.database.pool.query<T>(sql, values)).rows;
const caseOf = async (key: string) => {
  const [known] = await fixture.store.known([key], []);
  const state = (await fixture.store.load([known!.id])).get(known!.id)!;
  return { ...state, history: await fixture.history.of(known!.id) };
};

describe('a closed row', () => {
  it('is struck off on its own day, taken over and never visited, with its measure and names kept', async () => {
    await take([
      'W1,东街路灯不亮,12345热线,治安防范,城东分局,吴刚,李强,2025-03-03,2025-03-20,2025-03-25,是,更换灯具,群众满意',
    ]);
    const { context, facts, history } = await caseOf('id:W1');
    expect(context).toMatchObject({
      outcome: 'resolved',
      takenOver: true,
      closedOn: '2025-03-25',
      dueOn: '2025-03-20',
      rounds: [],
    });
    expect(context.breaches).toMatchObject([{ dueOn: '2025-03-20', until: '2025-03-25', days: 3 }]);
    expect(facts).toMatchObject({ collectedOn: '2025-03-03', source: 'hotline', externalKey: 'id:W1' });
    expect(facts.number).toMatch(/^ZG-2025-/);
    expect(history.map(({ type, actor }) => [type, actor.via, actor.name])).toEqual([
      ['COLLECT', 'import', 'clerk 王敏'],
      ['TAKE_OVER', 'import', 'clerk 王敏'],
    ]);
    expect(history[1]!.payload['measure']).toBe('更换灯具');
    expect(history[1]!.payload['remark']).toBe(
      '【台账导入】台账.csv 第 2 行\n【责任领导】吴刚\n【责任人】李强\n【问题来源】12345热线\n【备注】群众满意',
    );
    expect(await fixture.count('visit')).toBe(0);
  });

  it('raised and closed on one day keeps its order, and one closed today is closed by now', async () => {
    const { refused } = await take([
      'W1,同日,热线,治安防范,城东分局,,,2025-03-03,,2025-03-03,是,,',
      'W2,今日,热线,治安防范,城东分局,,,2026-03-02,,2026-03-02,是,,',
    ]);
    expect(refused).toEqual([]);
    for (const key of ['id:W1', 'id:W2']) {
      const { history } = await caseOf(key);
      expect(history[1]!.at).toBeGreaterThanOrEqual(history[0]!.at);
      expect(history[1]!.at).toBeLessThanOrEqual(NOW);
    }
  });
});

describe('an open row', () => {
  it('is assigned now, with the due day of the ledger, and gets no order that bears an old date', async () => {
    const report = await take(['W1,拖了一年,热线,治安防范,城东分局,,,2024-12-01,2025-01-15,,否,已联系,']);
    expect(report).toMatchObject({ imported: 1, late: 1, became: { assigned: 1 } });
    const { context, history } = await caseOf('id:W1');
    expect(context).toMatchObject({ dueOn: '2025-01-15', outcome: null, assignedAt: NOW });
    expect(history.map(({ type }) => type)).toEqual(['COLLECT', 'ASSIGN']);
    expect(await fixture.count('supervision_order')).toBe(0);
    while ((await sweep(fixture.dependencies, NOW + 14 * 86_400_000, 100)).claimed > 0);
    const orders = await rows<{ rung: string; issued_at: Date }>(
      'SELECT rung, issued_at FROM supervision_order ORDER BY 2',
    );
    expect(orders.map(({ rung }) => rung)).toEqual(['blue', 'orange', 'red', 'talk']);
    expect(orders.every(({ issued_at }) => issued_at.getTime() >= NOW)).toBe(true);
  });

  it('without a due day gets one by the calendar from now; 立行立改 the short one', async () => {
    await take([
      'W1,普通,热线,治安防范,城东分局,,,2026-02-01,,,否,,',
      'W2,马上,热线,治安防范,城东分局,,,2026-02-01,立行立改,,否,,',
    ]);
    expect((await caseOf('id:W1')).context.dueOn).toBe('2026-03-23');
    expect((await caseOf('id:W2')).context.dueOn).toBe('2026-03-05');
  });

  it('without a unit stays collected, and keeps what has no other place', async () => {
    await take(['W1,无单位,热线,不存在的类别,,吴刚,,2026-02-01,2026-04-01,,否,正在研究,']);
    const { context, history } = await caseOf('id:W1');
    expect(context).toMatchObject({ leadUnitId: null, dueOn: null });
    const said = history.find(({ type }) => type === 'COMMENT')!.payload['text'];
    for (const kept of ['不存在的类别', '吴刚', '正在研究', '2026-04-01']) expect(said).toContain(kept);
  });
});

describe('units', () => {
  it('are found by name and ending, and made below the office that imports', async () => {
    const east = await fixture.unit('城东分局');
    await fixture.unit('城东分局治安大队', east);
    const before = fixture.referenceData.version();
    const report = await take([
      'W1,一,热线,治安防范,市公安局城东分局,,,2025-03-03,,2025-03-04,是,,',
      'W2,二,热线,治安防范,治安大队,,,2025-03-03,,2025-03-04,是,,',
      'W3,三,热线,治安防范,洛南县人民政府办公室,,,2025-03-03,,2025-03-04,是,,',
    ]);
    expect(report.units).toEqual({
      created: ['洛南县人民政府办公室'],
      matched: [
        { name: '市公安局城东分局', unit: '城东分局' },
        { name: '治安大队', unit: '城东分局治安大队' },
      ],
      unknown: [],
    });
    expect((await caseOf('id:W1')).context.leadUnitId).toBe(east);
    const made = fixture.referenceData
      .current()
      .units.all()
      .find(({ name }) => name === '洛南县人民政府办公室');
    expect(made?.parentId).toBe(fixture.clerk.unitId);
    expect(fixture.referenceData.version()).toBe(before + 1);
  });

  it('that could be several are refused, never guessed', async () => {
    await fixture.unit('城东分局治安大队');
    await fixture.unit('城西分局治安大队');
    const { refused } = await take(['W1,一,热线,治安防范,治安大队,,,2025-03-03,,2025-03-04,是,,']);
    expect(refused).toMatchObject([{ line: 2, code: 'ledger.row.unitAmbiguous' }]);
  });

  it('are not made where that is not wanted: closed rows are refused, open ones wait', async () => {
    const report = await take(
      ['W1,一,热线,治安防范,新单位,,,2025-03-03,,2025-03-04,是,,', 'W2,二,热线,治安防范,新单位,,,2025-03-03,,,否,,'],
      { createUnits: false },
    );
    expect(report).toMatchObject({
      imported: 1,
      became: { collected: 1 },
      units: { created: [], unknown: ['新单位'] },
    });
    expect(report.refused).toMatchObject([{ line: 2, code: 'ledger.row.unknownUnit' }]);
    expect(await fixture.count('unit')).toBe(2);
  });
});

describe('rows that repeat', () => {
  const first = 'W1,东街路灯不亮,热线,治安防范,城东分局,,,2025-03-03,,2025-03-04,是,更换灯具,';
  const other = 'W1,东街路灯又不亮了,热线,治安防范,城东分局,,,2025-03-05,,2025-03-06,是,再次更换,';

  it('join the first, their words kept once however often the file comes', async () => {
    const report = await take([first, other, first]);
    expect(report).toMatchObject({ rows: 3, imported: 1, merged: 2, additions: 1 });
    expect(report.joined.map(({ line, into }) => [line, into])).toEqual([
      [3, 2],
      [4, 2],
    ]);
    const again = await take([first, other, first]);
    expect(again).toMatchObject({ imported: 0, merged: 3, additions: 0 });
    const { history } = await caseOf('id:W1');
    expect(history.map(({ type }) => type)).toEqual(['COLLECT', 'TAKE_OVER', 'COMMENT']);
    expect(history[2]!.payload['text']).toContain('东街路灯又不亮了');
    expect(history[2]!.payload['text']).toContain('再次更换');
  });

  it('in a later file add what they say otherwise, and close nothing', async () => {
    await take(['W9,旧话：井盖破损一月,热线,治安防范,城东分局,,,2026-02-01,,,否,,']);
    const report = await take(['W9,新话：井盖破损一月,热线,治安防范,城东分局,,,2026-02-01,,2026-02-20,是,已办,']);
    expect(report.joined).toMatchObject([{ line: 2, code: 'ledger.row.alreadyThere' }]);
    expect(report.joined[0]!.messageZh).toContain('尚未办结');
    const { context, history } = await caseOf('id:W9');
    expect(context.outcome).toBeNull();
    expect(history.at(-1)!.payload['text']).toContain('新话');
  });

  it('without numbers are known by what they say', async () => {
    const plain = (line: string) =>
      importLedger(fixture.office, {
        file: csv('b.csv', '序号,问题描述,责任单位,反映时间', line),
        dryRun: false,
        actor: fixture.clerk,
        now: NOW,
      });
    expect(await plain('1,路灯不亮,城东分局,2026-02-01')).toMatchObject({ imported: 1 });
    expect(await plain('7,路灯不亮,城东分局,2026-02-01')).toMatchObject({ imported: 0, merged: 1 });
    expect(await plain('1,路灯还不亮,城东分局,2026-02-01')).toMatchObject({ imported: 1 });
  });

  it('imported twice at the same moment become one case', async () => {
    const lines = Array.from({ length: 30 }, (_, n) => `R${n},问题${n},热线,治安防范,,,,2026-02-01,,,否,,`);
    const [a, b] = await Promise.all([take(lines), take(lines)]);
    expect(a.imported + b.imported).toBe(30);
    expect(a.imported + a.merged + b.imported + b.merged).toBe(60);
    expect(await fixture.count('rectification_case')).toBe(30);
  });
});

describe('rows that cannot be', () => {
  it('are refused with line, code and reason in both languages, and take nobody with them', async () => {
    const report = await take([
      'A1,好的,热线,治安防范,城东分局,,,2025-03-03,,2025-03-04,是,,',
      'A2,未来提出,热线,治安防范,城东分局,,,2026-09-01,,,否,,',
      'A3,未来完成,热线,治安防范,城东分局,,,2026-01-01,,2026-09-01,是,,',
      'A4,无单位已销号,热线,治安防范,,,,2025-03-03,,2025-03-04,是,,',
      'A5,时限太远,热线,治安防范,城东分局,,,2025-03-03,2099-01-01,,否,,',
      'A6,无日期,热线,治安防范,城东分局,,,,,,否,,',
    ]);
    expect(report).toMatchObject({ rows: 6, imported: 1, merged: 0 });
    expect(report.refused.map(({ line, code }) => [line, code])).toEqual([
      [3, 'ledger.row.raisedInFuture'],
      [4, 'ledger.row.closedInFuture'],
      [5, 'ledger.row.noUnit'],
      [6, 'rule.dueOnNotPast'],
      [7, 'ledger.row.undated'],
    ]);
    expect(
      report.refused.every(({ message, messageZh }) => /[a-z]/.test(message) && /[\u4e00-\u9fff]/.test(messageZh)),
    ).toBe(true);
    expect(await fixture.count('rectification_case')).toBe(1);
  });

  it('make a repeat of them refused with them', async () => {
    const report = await take([
      'A5,时限太远,热线,治安防范,城东分局,,,2025-03-03,2099-01-01,,否,,',
      'A5,时限太远了,热线,治安防范,城东分局,,,2025-03-03,2099-01-01,,否,,',
    ]);
    expect(report.refused.map(({ line, code }) => [line, code])).toEqual([
      [2, 'rule.dueOnNotPast'],
      [3, 'ledger.row.joinsRefused'],
    ]);
  });
});

it('says in a dry run exactly what the import does', async () => {
  const lines = [
    'A1,好的,热线,治安防范,城东分局,,,2025-03-03,,2025-03-04,是,,',
    'A1,另说,热线,治安防范,城东分局,,,2025-03-03,,2025-03-04,是,,',
    'A5,时限太远,热线,治安防范,城东分局,,,2025-03-03,2099-01-01,,否,,',
    'A6,开着,热线,怪类,,,,2025-03-03,,,否,,',
  ];
  const dry = await take(lines, { dryRun: true });
  expect(await fixture.count('rectification_case')).toBe(0);
  expect(await fixture.count('unit')).toBe(2);
  const real = await take(lines);
  expect({ ...dry, importId: null, dryRun: false }).toEqual({ ...real, importId: null });
});

it('keeps a record of the import with the file’s hash', async () => {
  const report = await take(['A1,好的,热线,治安防范,城东分局,,,2025-03-03,,2025-03-04,是,,']);
  const records = await rows(`SELECT file_name, encode(file_sha256, 'hex') AS hash, person_id FROM ledger_import`);
  expect(records).toEqual([{ file_name: '台账.csv', hash: report.file.sha256, person_id: fixture.clerk.userId }]);
});

it('seals the raiser, and writes the name nowhere else', async () => {
  await importLedger(fixture.office, {
    file: csv('r.csv', '问题描述,反映人,联系电话,责任单位,反映时间', '路灯不亮,张三丰,13912345678,城东分局,2026-02-01'),
    dryRun: false,
    actor: fixture.clerk,
    now: NOW,
  });
  const [found] = await rows<{ case_id: string }>('SELECT case_id FROM raiser');
  const look = await fixture.raisers.open(found!.case_id);
  expect(look).toEqual({ anonymous: false, confidential: false, name: '张三丰', contact: '13912345678' });
  const [leak] = await rows(
    `SELECT count(*) AS n FROM case_event e, case_text t WHERE e.body::text LIKE '%张三丰%' OR t.description LIKE '%张三丰%' OR e.body::text LIKE '%13912345678%'`,
  );
  expect(leak).toEqual({ n: 0 });
});

it('adds nothing to a case of another office, and does not tell its number', async () => {
  await take(['F1,路灯不亮,热线,治安防范,城东分局,,,2025-03-03,,2025-03-04,是,,']);
  const before = await fixture.count('case_event');
  const stranger = await fixture.person('clerk', await fixture.unit('城西分局整改办'));
  const report = await take(['F1,路灯不亮,热线,治安防范,城东分局,,,2025-03-03,,2025-03-04,是,,'], { actor: stranger });
  expect(report.refused).toMatchObject([{ line: 2, code: 'ledger.row.ofAnotherOffice' }]);
  expect(JSON.stringify(report)).not.toMatch(/ZG-\d/);
  expect(await fixture.count('case_event')).toBe(before);
});

it('is for clerks only', async () => {
  const handler = await fixture.person('handler', fixture.root);
  await expect(
    take(['A1,好的,热线,治安防范,城东分局,,,2025-03-03,,2025-03-04,是,,'], { actor: handler }),
  ).rejects.toMatchObject({
    status: 403,
    code: 'ledger.clerkOnly',
  });
});

it('reads a foreign ledger through a mapping', async () => {
  const mapping = parseMapping({
    columns: { externalId: 'ref', description: 'what', raisedOn: 'when' },
    dateFormat: 'MDY',
    constants: { unitName: '城东分局', source: 'selfCheck' },
  });
  const file = csv('f.csv', 'ref,what,when', '77,Lamp out,2/3/2026');
  await importLedger(fixture.office, { file, mapping, dryRun: false, actor: fixture.clerk, now: NOW });
  const { context, facts } = await caseOf('id:77');
  expect(facts).toMatchObject({ source: 'selfCheck', collectedOn: '2026-02-03' });
  expect(context).toMatchObject({ raisedOutside: false });
});

it('takes several measures of one issue for the milestones of one case, and everybody who raised it for a raiser of their own', async () => {
  const report = await importLedger(fixture.office, {
    file: csv(
      'm.csv',
      '序号,问题描述,责任单位,反映时间,整改措施,整改时限,是否销号,反映人,联系电话',
      '1,河道淤积,城东分局,2026-02-01,清淤,2026-04-01,否,张三丰、李寻欢,"13912345678、13812345678"',
      ',,,,加固堤岸,2026-05-01,否,,',
      ',,,,种树,2026-06-01,否,,',
    ),
    dryRun: false,
    actor: fixture.clerk,
    now: NOW,
  });
  expect(report).toMatchObject({ rows: 3, imported: 1, merged: 2, refused: [] });
  const [found] = await rows<{ id: string; track: string; due_on: string }>(
    'SELECT id, track, due_on FROM rectification_case',
  );
  expect(found).toMatchObject({ track: 'staged', due_on: '2026-04-01' });
  const state = (await fixture.store.load([found!.id])).get(found!.id)!;
  expect(state.context.milestones).toEqual([
    { name: '清淤', dueOn: '2026-04-01', doneOn: null },
    { name: '加固堤岸', dueOn: '2026-05-01', doneOn: null },
    { name: '种树', dueOn: '2026-06-01', doneOn: null },
  ]);
  const raisers = await rows<{ id: string }>('SELECT id FROM raiser ORDER BY id = case_id DESC');
  const people = await Promise.all(raisers.map(({ id }) => fixture.raisers.open(id)));
  expect(people.map((one) => [one?.name, one?.contact])).toEqual([
    ['张三丰', '13912345678'],
    ['李寻欢', '13812345678'],
  ]);
});

it('lets the clock watch the first measure that is missed, and says so', async () => {
  const report = await importLedger(fixture.office, {
    file: csv(
      'm.csv',
      '序号,问题描述,责任单位,反映时间,整改措施,整改时限,是否销号',
      '1,河道淤积,城东分局,2026-02-01,清淤,2026-02-20,否',
      ',,,,加固堤岸,2026-05-01,否',
    ),
    dryRun: false,
    actor: fixture.clerk,
    now: NOW,
  });
  expect(report).toMatchObject({ imported: 1, late: 1 });
  expect(await rows('SELECT track, due_on FROM rectification_case')).toEqual([
    { track: 'standard', due_on: '2026-02-20' },
  ]);
});

it('of hundreds of rows leaves figures and tables as if it had been there for long', async () => {
  const lines = Array.from(
    { length: 500 },
    (_, at) => `A${at},第 ${at} 处路灯不亮,热线,治安防范,城东分局,,,2026-01-05,,2026-01-20,是,换灯,`,
  );
  expect((await take(lines)).imported).toBe(500);
  await afterImport(fixture.office, 500, NOW);
  const [after] = await rows<{ waiting: number; known: number }>(
    `SELECT (SELECT count(*)::int FROM report_deltas WHERE NOT folded) AS waiting,
            (SELECT reltuples::int FROM pg_class WHERE relname = 'rectification_case') AS known`,
  );
  expect(after).toEqual({ waiting: 0, known: 500 });
});

it('ends before the next portion when it is cancelled, and says so of each row that was not reached', async () => {
  const lines = Array.from({ length: 201 }, (_, n) => `C${n},第${n}处路灯不亮,热线,治安防范,,,,2025-03-03,,,否,,`);
  const sent = { file: csv('台账.csv', HEADER, ...lines), choices: {}, actor: fixture.clerk, now: NOW };
  const begin = async (id: string) => {
    const prepared = await prepareImport(fixture.office, sent);
    await fixture.store.begin({
      id,
      fileName: '台账.csv',
      sha256: prepared.sha256,
      personId: fixture.clerk.userId,
      at: NOW,
      officeUnitId: fixture.root,
      total: 201,
    });
    return prepared;
  };
  const first = uuid();
  const prepared = await begin(first);
  let asked = 0;
  const written = await writeImport(fixture.office, first, prepared, prepared.plan.rows, {
    moved: () => Promise.resolve((asked += 1) === 1),
  });
  expect([written.isCancelled, await fixture.count('rectification_case')]).toEqual([true, 200]);
  const kept = await fixture.office.rows.of(first);
  expect(kept.filter(({ became }) => became === 'left').map(({ line, said }) => [line, said])).toEqual([
    [202, expect.objectContaining({ why: expect.objectContaining({ code: 'ledger.row.cancelled' }) })],
  ]);
  // What was not reached is new the next time.
  const second = await begin(uuid());
  expect(second.plan.rows.filter(({ becomes }) => becomes === 'new').map(({ line }) => line)).toEqual([202]);
});

it('writes of many rows together to the byte what each would write alone, and each row with its case', async () => {
  const sent: Intent[] = [];
  const executor = {
    executeAll: (intents: readonly Intent[]) => {
      sent.push(...intents);
      return fixture.office.executor.executeAll(intents);
    },
  };
  const lines = [
    'W1,东街路灯不亮,12345热线,治安防范,城东分局,吴刚,李强,2025-03-03,2025-03-20,2025-03-25,是,更换灯具,群众满意',
    'W2,西街乱停车,热线,治安防范,城东分局,吴刚,李强,2026-02-10,2026-03-20,,否,,',
    'W3,南湖噪音,热线,怪事类,,,,2026-02-11,,,否,已劝导,',
    'W4,北门积水,热线,治安防范,城东分局,,,2025-02-11,,2025-03-01,撤回,,',
    'W5,河滨占道,热线,治安防范,城西分局,,,2026-02-12,2026-02-20,,否,,',
  ];
  await rows('TRUNCATE case_counter');
  await take(lines, {}, { ...fixture.office, executor });
  const told = async () =>
    Object.fromEntries(
      await Promise.all(
        [
          'rectification_case',
          'case_text',
          'case_event',
          'case_timer',
          'ledger_note',
          'ledger_row',
          'report_fresh',
        ].map(async (table) => [
          table,
          await rows(`SELECT (to_jsonb(t) - 'id')::text AS it FROM ${table} t ORDER BY 1`),
        ]),
      ),
    );
  const together = await told();
  expect(Object.values(together).map((all) => (all as object[]).length)).toEqual([
    5,
    5,
    11,
    expect.any(Number),
    5,
    5,
    expect.any(Number),
  ]);
  await rows(
    'TRUNCATE rectification_case, case_event, case_text, case_timer, supervision_order, visit, message, report_delta, report_fresh, ledger_row, case_counter CASCADE',
  );
  for (const intent of sent) expect(await fixture.office.executor.executeAll([intent])).toEqual([expect.any(Array)]);
  expect(await told()).toEqual(together);
  expect(await verifyHistory(fixture.test.database.pool)).toMatchObject({ faults: [] });
});

it('lets a person’s command through before the portions that follow', async () => {
  await take(['W1,东街路灯不亮,热线,治安防范,,,,2026-02-10,,,否,,']);
  const { id: caseId } = await caseOf('id:W1');
  const lines = Array.from({ length: 1200 }, (_, n) => `C${n},第${n}处路灯不亮,热线,治安防范,,,,2025-03-03,,,否,,`);
  const sent = { file: csv('台账.csv', HEADER, ...lines), choices: {}, actor: fixture.clerk, now: NOW };
  const prepared = await prepareImport(fixture.office, sent);
  const id = uuid();
  await fixture.store.begin({ ...begun, id, officeUnitId: fixture.root });
  let written = 0;
  let answered: Promise<number> | undefined;
  await writeImport(fixture.office, id, prepared, prepared.plan.rows, {
    moved: (so) => {
      written = so;
      const command = { id: uuid(), type: 'COMMENT', caseId, actor: fixture.clerk, at: NOW, payload: { text: '在办' } };
      answered ??= fixture.office.executor.executeAll([commandIntent(command)]).then(([outcome]) => {
        expect(outcome).toEqual([expect.objectContaining({ repeated: false })]);
        return written;
      });
      return Promise.resolve(true);
    },
  });
  expect(await answered).toBeLessThanOrEqual(400);
  expect(written).toBe(1200);
});
