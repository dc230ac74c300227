/** Any ledger at the import desk: no fault, every row accounted for, nothing of a person in clear; what answers and the office's words change. */
import fc from 'fast-check';
import type TestAgent from 'supertest/lib/agent.js';
import { isLong } from '../support/length.js';
import { startServer, type TestServer } from '../support/server.js';
import { type CellSpec, workbookOf } from '../support/workbook.js';
import { choices, IDENTITY, MOBILE, sheet } from './reading/any-ledger.js';

let server: TestServer;
let clerk: TestAgent;
beforeAll(async () => {
  server = await startServer();
  await server.person('wangmin', ['clerk'], server.units.root);
  await server.unit('城东分局');
  clerk = await server.signIn('wangmin');
});
afterAll(() => server.close());

/** Stands in the column of complainants alone: in the middle of a text no rule knows a name from a word. */
const NAME = '欧阳密名';
const RUNS = isLong ? 400 : 6;

const keep = async (bytes: Buffer, name = '台账.xlsx') =>
  (await clerk.post('/api/ledger/drafts').attach('file', bytes, name).expect(201)).body;
const answer = async (id: string, chosen: object) =>
  (await clerk.patch(`/api/ledger/drafts/${id}`).send({ choices: chosen }).expect(200)).body;
const confirmed = async ({ id, seen }: { id: string; seen: string }, mode = 'certain') => {
  const { body } = await clerk.post(`/api/ledger/drafts/${id}/confirm`).send({ mode, seen }).expect(200);
  for (;;) {
    const { body: progress } = await clerk.get(`/api/ledger/imports/${body.id}`).expect(200);
    if (progress.state !== 'running') return progress;
  }
};
const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await server.test.database.pool.query<T>(sql, values)).rows;

/** One that is sure to be written, with a person in every place a person can be known in. */
const WRITTEN: { all: CellSpec[][]; merges: string[] } = {
  all: [
    ['问题描述', '责任单位', '整改措施', '备注', '反映人'],
    ['路灯不亮', '城东分局', `已联系${MOBILE}`, `身份证${IDENTITY}`, NAME],
  ],
  merges: [],
};

const holdsSomething = (cells: CellSpec[] | null): boolean =>
  (cells ?? []).some((cell) => (typeof cell === 'string' ? /[\p{L}\p{N}]/u.test(cell) : cell !== null));

it('any sheet: answered, every row in one place before and after, and nothing of a person in clear in any table', async () => {
  const ledger = sheet.map(({ titles, header, rows: below, merges }) => {
    // Digits alone in the column of numbers are a number, whatever they look like.
    const names = [...header.filter((name) => name !== '编号'), '反映人'];
    const named = below.map((cells, at) => {
      const line = cells?.slice(0, names.length - 1) ?? null;
      if (line === null || at % 3 === 1) return line;
      return [...line, ...Array<null>(names.length - 1 - line.length).fill(null), NAME];
    });
    return { all: [...titles, names, ...named], merges };
  });
  await fc.assert(
    fc.asyncProperty(ledger, choices, async ({ all, merges }, chosen) => {
      const kept = await keep(workbookOf({ sheets: [{ name: '表', rows: all, merges }] }));
      const draft = await answer(kept.id, { ...chosen, answers: { ...chosen.answers, units: 'make' } });
      if (draft.refusal !== null) expect(draft.refusal.code).toMatch(/^ledger\.file\./);
      else {
        const { body: page } = await clerk.get(`/api/ledger/drafts/${kept.id}/rows?limit=100`).expect(200);
        const lines = page.items.map(({ line }: { line: number }) => line);
        expect(new Set(lines).size).toBe(lines.length);
        all.forEach((cells, at) => holdsSomething(cells) && expect(lines).toContain(at + 1));
        const { rows: counted, joined, changed, asked, left, refused, new: fresh } = draft.counts;
        expect(fresh + joined + changed + asked + left + refused).toBe(counted);
        const done = await confirmed(draft);
        expect(done.state).toBe('done');
        expect(done.counts.imported + done.counts.merged + done.counts.refused).toBe(counted);
        const protocol = await rows<{ line: number }>('SELECT line FROM ledger_row WHERE import_id = $1', [done.id]);
        expect(new Set(protocol.map(({ line }) => line)).size).toBe(counted);
      }
      // Of what is asked the draft waits on.
      await clerk.delete(`/api/ledger/drafts/${kept.id}`);
    }),
    { numRuns: RUNS, examples: [[WRITTEN, {}]], ...(isLong ? {} : { seed: 85 }) },
  );
  expect(await rows(`SELECT 1 FROM case_text WHERE title = '路灯不亮'`)).toHaveLength(1);
  const tables = await rows<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
  );
  for (const { name } of tables) {
    const found = await rows<{ text: string }>(`SELECT t::text FROM "${name}" t WHERE t::text ~ $1 LIMIT 3`, [
      [NAME, MOBILE, IDENTITY].join('|'),
    ]);
    expect([name, found]).toEqual([name, []]);
  }
}, 600_000);

const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'));

it('leaves persons’ texts out by choice, and takes a category by its answer', async () => {
  const HEADER = '问题编号,问题描述,责任单位,问题类别,反映时间,是否销号,反映人,车牌号';
  const ids = await rows<{ id: string }>(`SELECT id FROM category WHERE code <> 'other' ORDER BY code LIMIT 1`);
  const categoryId = ids[0]!.id;
  const kept = await keep(
    csv(
      HEADER,
      `K1,路灯不亮,城东分局,怪事类,2025-03-03,否,,陕A12345`,
      `K2,井盖缺失,城东分局,怪事类,2025-03-04,否,孙大爷,`,
    ),
    '台账.csv',
  );
  expect([kept.unknownCategories, kept.counts.sealed]).toEqual([['怪事类'], 2]);
  const draft = await answer(kept.id, { answers: { personal: 'leave', 'category:怪事类': categoryId } });
  expect([draft.unknownCategories, draft.counts.sealed]).toEqual([[], 1]);
  await confirmed(draft, 'all');
  const made = await rows<{ key: string; category_id: string; raisers: number }>(
    `SELECT external_key AS key, category_id, (SELECT count(*)::int FROM raiser r WHERE r.case_id = c.id) AS raisers
     FROM rectification_case c WHERE external_key IN ('id:K1', 'id:K2') ORDER BY external_key`,
  );
  expect(made).toEqual([
    { key: 'id:K1', category_id: categoryId, raisers: 0 },
    { key: 'id:K2', category_id: categoryId, raisers: 1 },
  ]);
});

it('reads the next ledger by the words that the office has kept', async () => {
  const bytes = csv(
    '问题编号,问题描述,责任单位,反映时间,弄完的日子,办理状态',
    'D1,电梯停运,城东分局,2025-04-03,2025-05-01,挂起来了',
  );
  const before = await keep(bytes, '台账.csv');
  expect(before.counts).toMatchObject({ asked: 1 });
  const words = { status: { 挂起来了: 'open' }, headers: { 弄完的日子: 'dueOn' } };
  await clerk.put('/api/ledger/words').send({ words }).expect(200);
  const after = await keep(bytes, '台账.csv');
  expect([after.counts.asked, after.counts.new]).toEqual([0, 1]);
  const { body: page } = await clerk.get(`/api/ledger/drafts/${after.id}/rows?becomes=new`).expect(200);
  expect(page.items).toMatchObject([{ line: 2, state: 'open', dueOn: '2025-05-01' }]);
  await clerk.put('/api/ledger/words').send({ words: {} }).expect(200);
});

it('refuses what is longer than a ledger may be, in words that say what to do', async () => {
  const line = '\n某事,城东分局,2025-03-03';
  const draft = await keep(csv(`问题描述,责任单位,反映时间${line.repeat(180_000)}`), '台账.csv');
  expect(draft).toMatchObject({ reading: null, counts: { rows: 0 }, refusal: { code: 'ledger.file.tooLarge' } });
  expect(draft.refusal.messageZh).toMatch(/50,?000.*拆分|拆分.*50,?000/);
});

interface ShownRow {
  line: number;
  becomes: string;
  doubts: { options: { value: string }[] }[];
  cells: object[];
}

/** Rows of the draft by line, with what the sheet's cells were taken for. */
const read = async (bytes: Buffer, name: string) => {
  const draft = await keep(bytes, name);
  const { body } = await clerk.get(`/api/ledger/drafts/${draft.id}/rows?limit=100`).expect(200);
  await clerk.delete(`/api/ledger/drafts/${draft.id}`).expect(204);
  const byLine = new Map((body.items as ShownRow[]).map((row) => [row.line, row]));
  return { draft, row: (line: number) => byLine.get(line)! };
};

describe('what comes in wrong without a word in other people’s hands', () => {
  it('a supervision ledger: yes to something else, days of papers, deadlines put off, opinions of those who check', async () => {
    const { draft, row } = await read(
      csv(
        '问题编号,问题描述,责任单位,反映时间,整改方案报送时间,整改时限,延期至,是否立行立改,督办意见',
        'DB-2026-001,窗口排队时间长,城东分局,2026-01-05,2026-01-10,2026-03-31,2026-05-31,是,请抓紧办理',
        'DB-2026-002,台账登记不全,城东分局,2026-01-06,2026-01-10,2026-03-31,无,是,',
      ),
      '督办台账.csv',
    );
    // Nothing says that either is done: neither the day of a plan nor a yes to another question, which is asked about.
    expect(draft.doubts.map(({ key }: { key: string }) => key)).toEqual(['column:7']);
    expect(draft.counts).toMatchObject({ closed: 0, asked: 2 });
    expect([row(2), row(3)]).toMatchObject([
      { dueOn: '2026-05-31', dueWhy: { code: 'ledger.read.putOff' } },
      { dueOn: '2026-03-31' },
    ]);
  });

  it('a ledger written by hand: the same as above, in every column', async () => {
    const { draft, row } = await read(
      csv(
        '序号,问题描述,责任单位,反映时间,整改时限,完成情况',
        '1,同上,城东分局,2025-01-05,2026-05-31,整改中',
        '2,窗口排队时间长,城东分局,2025-01-06,2026-05-31,整改中',
        '3,停车难,〃,同上,同上,同上',
      ),
      '手工台账.csv',
    );
    expect(draft.doubts.map(({ key, rows: n }: { key: string; rows: number }) => [key, n])).toEqual([['ditto:1', 1]]);
    expect(row(2).becomes).toBe('asked');
    expect(row(4)).toMatchObject({ becomes: 'new', unit: '城东分局', dueOn: '2026-05-31', state: 'open' });
    expect(row(4).cells[2]).toMatchObject({ shown: '〃', meaning: '城东分局', sure: 'likely' });
  });

  it('a ledger of progress in words: done, but; months typed as numbers; a text that begins like a footer', async () => {
    const { draft, row } = await read(
      workbookOf({
        sheets: [
          {
            name: '进展',
            rows: [
              ['问题描述', '责任单位', '反映时间', '整改时限', '整改情况'],
              ['办事指南未更新', '城东分局', '2025-03-03', 2026.1, '正在修订'],
              [
                '电话：窗口公示的号码打不通',
                '城东分局',
                '2025-03-04',
                '2026-05-31',
                '已完成，但群众仍不满意，要求继续整改',
              ],
              ['大厅无障碍通道被占', '城东分局', '2025-03-05', '2026-05-31', '已更换标识'],
            ],
          },
        ],
      }),
      '进展.xlsx',
    );
    expect(draft.counts).toMatchObject({ rows: 3, closed: 0, left: 0 });
    expect(row(2)).toMatchObject({ becomes: 'asked', doubts: [{ key: 'day:dueOn:2026.1' }] });
    expect(row(2).doubts[0]!.options.map(({ value }) => value)).toEqual(['2026-01-31', '2026-10-31', 'none']);
    expect(row(3)).toMatchObject({ kind: 'issue', becomes: 'asked', state: 'open' });
  });
});
