/** A ledger that waits for its confirmation: kept encrypted, shown row by row with what it will be, asked where it is not certain, then written. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { verifyHistory } from '../../src/store/audit/verify-history.js';
import { ImportRuns } from '../../src/ledger/drafts/import-runs.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let clerk: TestAgent;
beforeAll(async () => {
  server = await startServer();
  await server.person('wangmin', ['clerk'], server.units.root);
  await server.person('liqiang', ['handler']);
  clerk = await server.signIn('wangmin');
  server.app.get(ImportRuns, { strict: false }).longMs = 0;
});
afterAll(() => server.close());

interface ShownRow {
  line: number;
  cells: object[];
  changes: object[];
}
const rowOf = (page: { items: ShownRow[] }, line: number): ShownRow => page.items.find((row) => row.line === line)!;

const HEADER = '问题编号,问题描述,责任单位,反映时间,完成时间,是否销号,反映人,联系电话';
const keep = async (...lines: string[]) => {
  const bytes = Buffer.from([HEADER, ...lines].join('\n'));
  const { body } = await clerk.post('/api/ledger/drafts').attach('file', bytes, '台账.csv').expect(201);
  return body;
};
const answer = async (id: string, choices: object) =>
  (await clerk.patch(`/api/ledger/drafts/${id}`).send({ choices }).expect(200)).body;
const count = async (table: string): Promise<number> => {
  const { rows } = await server.test.database.pool.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
  return rows[0]!.n;
};
const ended = async (id: string) => {
  for (;;) {
    const { body } = await clerk.get(`/api/ledger/imports/${id}`).expect(200);
    if (body.state !== 'running') return body;
  }
};

it('shows what each row will be, asks what is not certain, and writes only what was confirmed as it was seen', async () => {
  const draft = await keep(
    'W1,路灯不亮,城东分局,2025-03-03,2025-03-04,是,张三丰,13912345678',
    'W2,井盖缺失,城东分局,2025-03-05,,否,,',
    'W3,噪声扰民,李强,2025-03-06,,否,,',
  );
  expect(draft).toMatchObject({ counts: { rows: 3, asked: 3, new: 0 }, importId: null });
  expect(draft.units.unknown).toEqual([
    { name: '城东分局', rows: 2, key: 'unit:城东分局' },
    { name: '李强', rows: 1, key: 'unit:李强' },
  ]);
  expect(
    draft.doubts.map(({ key, rows, code }: { key: string; rows: number; code: string }) => [key, rows, code]),
  ).toEqual([
    ['unit:城东分局', 2, 'ledger.row.unknownUnit'],
    ['unit:李强', 1, 'ledger.row.unitIsPerson'],
  ]);
  await clerk.post(`/api/ledger/drafts/${draft.id}/confirm`).send({ mode: 'all', seen: draft.seen }).expect(422);

  const next = await answer(draft.id, { answers: { 'unit:城东分局': 'make', 'unit:李强': 'leave' } });
  expect(next).toMatchObject({
    counts: { new: 3, closed: 1, open: 2, asked: 0, sealed: 1 },
    units: { made: ['城东分局'] },
  });
  const { body: page } = await clerk.get(`/api/ledger/drafts/${draft.id}/rows?becomes=new`).expect(200);
  expect(page.items).toMatchObject([
    { line: 2, becomes: 'new', state: 'closed', unit: '城东分局', raiserSealed: true, track: 'standard' },
    { line: 3, becomes: 'new', state: 'open', dueWhy: { code: 'ledger.row.dueByCalendar' } },
    { line: 4, becomes: 'new', state: 'open', unit: null, dueOn: null },
  ]);
  expect(rowOf(page, 2).cells[1]).toMatchObject({ shown: '路灯不亮' });
  expect([await count('rectification_case'), await count('ledger_import')]).toEqual([0, 0]);

  await clerk.post(`/api/ledger/drafts/${draft.id}/confirm`).send({ mode: 'all', seen: draft.seen }).expect(409);
  const { body: begun } = await clerk
    .post(`/api/ledger/drafts/${draft.id}/confirm`)
    .send({ mode: 'all', seen: next.seen })
    .expect(200);
  expect(await ended(begun.id)).toMatchObject({
    state: 'done',
    total: 3,
    done: 3,
    counts: { imported: 3, refused: 0 },
  });
  // Whoever left the page meanwhile is told, and nobody else.
  const told = async (agent: TestAgent) => (await agent.get('/api/inbox?topic=import.ended').expect(200)).body.items;
  expect(await told(clerk)).toMatchObject([
    { text: '您确认的台账已导入完毕：3 件', href: `/ledger/import?import=${begun.id}`, readAt: null },
  ]);
  expect(await told(await server.signIn('liqiang'))).toEqual([]);
  expect(await count('rectification_case')).toBe(3);
});

it('leaves out what is asked where only the certain is confirmed, and keeps the rest for later', async () => {
  const draft = await keep('V1,噪声扰民,李强,2025-03-06,,否,,', 'V2,井盖缺失,城东分局,2025-03-05,,否,,');
  const before = await count('rectification_case');
  const { body: begun } = await clerk
    .post(`/api/ledger/drafts/${draft.id}/confirm`)
    .send({ mode: 'certain', seen: draft.seen })
    .expect(200);
  await ended(begun.id);
  expect(await count('rectification_case')).toBe(before + 1);
  const { body: rest } = await clerk.get(`/api/ledger/drafts/${draft.id}`).expect(200);
  expect(rest.counts).toMatchObject({ joined: 1, asked: 1, new: 0 });
});

it('is its own person’s, and a clerk’s', async () => {
  const draft = await keep('U1,噪声扰民,李强,2025-03-06,,否,,');
  await server.person('zhaoli', ['clerk'], server.units.root);
  const other = await server.signIn('zhaoli');
  await other.get(`/api/ledger/drafts/${draft.id}`).expect(404);
  await other.get(`/api/ledger/drafts/${draft.id}/rows`).expect(404);
  await other.patch(`/api/ledger/drafts/${draft.id}`).send({ choices: {} }).expect(404);
  await other.delete(`/api/ledger/drafts/${draft.id}`).expect(404);
  const handler = await server.signIn('liqiang');
  await handler.get('/api/ledger/drafts').expect(403);
  await clerk
    .patch(`/api/ledger/drafts/${draft.id}`)
    .send({ choices: { sheets: 'x' } })
    .expect(400);
  await clerk.delete(`/api/ledger/drafts/${draft.id}`).expect(204);
  await clerk.get(`/api/ledger/drafts/${draft.id}`).expect(404);
});

const confirmed = async (draft: { id: string; seen: string }, mode = 'all') => {
  const { body } = await clerk
    .post(`/api/ledger/drafts/${draft.id}/confirm`)
    .send({ mode, seen: draft.seen })
    .expect(200);
  return ended(body.id);
};
const numberOf = async (key: string): Promise<{ id: string; number: string; lead: string | null }> => {
  const { rows } = await server.test.database.pool.query<{ id: string; number: string; lead: string | null }>(
    'SELECT c.id, c.number, u.name AS lead FROM rectification_case c LEFT JOIN unit u ON u.id = c.lead_unit_id WHERE external_key = $1',
    [`id:${key}`],
  );
  return rows[0]!;
};
const unitId = async (name: string): Promise<string> => {
  const { rows } = await server.test.database.pool.query<{ id: string }>('SELECT id FROM unit WHERE name = $1', [name]);
  return rows[0]!.id;
};
const types = async (caseId: string): Promise<string[]> => {
  const { rows } = await server.test.database.pool.query<{ type: string }>(
    'SELECT type FROM case_event WHERE case_id = $1 ORDER BY seq',
    [caseId],
  );
  return rows.map(({ type }) => type);
};

it('says in a spreadsheet what became of each row, and takes an import back while nobody has touched what it made', async () => {
  const draft = await keep(
    'T1,水管漏水,城东分局,2025-03-03,,否,孙大爷,13911112222',
    'T2,树倒了,城东分局,2025-03-05,2025-03-06,是,,',
    'T3,,城东分局,2025-03-05,,否,,',
  );
  const done = await confirmed(draft);
  const { text } = await clerk.get(`/api/ledger/imports/${done.id}/protocol?format=csv`).expect(200);
  const lines = text.trim().split('\r\n').slice(1);
  expect(lines.map((line) => line.split(',').slice(0, 2))).toEqual([
    ['2', '新增 new'],
    ['3', '新增 new'],
    ['4', '不予导入 refused'],
  ]);
  // Who raised it is opened at the case, on record, not here.
  expect(text).not.toMatch(/孙大爷|13911112222/);
  expect(text).toContain('水管漏水');
  const touched = await numberOf('T1');
  await clerk
    .post(`/api/cases/${touched.id}/commands`)
    .send({ id: '0190d6f0-0000-7000-8000-00000000c0de', type: 'COMMENT', text: '已电话联系' })
    .expect(200);
  const other = await numberOf('T2');
  const { body } = await clerk.post(`/api/ledger/imports/${done.id}/undo`).expect(200);
  expect(body).toEqual({
    withdrawn: 1,
    kept: [{ caseId: touched.id, number: touched.number, why: expect.objectContaining({ code: 'import.touched' }) }],
  });
  expect(await types(other.id)).toEqual(['COLLECT', 'TAKE_OVER', 'UNDO_IMPORT']);
  await clerk.post(`/api/ledger/imports/${done.id}/undo`).expect(409);
  const { body: listed } = await clerk.get('/api/ledger/imports').expect(200);
  expect(listed.items[0]).toMatchObject({ id: done.id, fileName: '台账.csv', undoUntil: null });
  expect(listed.items[0].undoneAt).not.toBeNull();
  const again = await keep('T2,树倒了,城东分局,2025-03-05,2025-03-06,是,,');
  expect(again.counts).toMatchObject({ new: 1, joined: 0 });
  const without = await answer(again.id, { answers: { closed: 'leave' } });
  expect(without.counts).toMatchObject({ new: 0, left: 1 });
  expect(await verifyHistory(server.test.database.pool)).toMatchObject({ faults: [] });
});

it('finds in the next version of a ledger what has changed, and asks where somebody changed the same since', async () => {
  const first = await keep(
    'S1,电梯停运,城东分局,2025-04-03,,否,,',
    'S2,积水严重,城东分局,2025-04-03,,否,,',
    'S3,占道经营,城东分局,2025-04-03,,否,,',
  );
  await confirmed(first);
  await server.unit('城西分局');
  await server.unit('城南分局');
  const moved = await numberOf('S2');
  const leadUnitId = await unitId('城南分局');
  await clerk
    .post(`/api/cases/${moved.id}/commands`)
    .send({ id: '0190d6f0-0000-7000-8000-00000000c0df', type: 'TRANSFER', leadUnitId, reason: '属城南' })
    .expect(200);
  const next = await keep(
    'S1,电梯停运,城西分局,2025-04-03,,否,,',
    'S2,积水严重,城西分局,2025-04-03,,否,,',
    'S3,占道经营,城东分局,2025-04-03,,否,,',
  );
  expect(next.counts).toMatchObject({ changed: 1, asked: 1, joined: 1, new: 0 });
  const { body: page } = await clerk.get(`/api/ledger/drafts/${next.id}/rows`).expect(200);
  expect(rowOf(page, 2).changes).toMatchObject([
    { field: 'unitName', from: '城东分局', to: '城西分局', command: 'TRANSFER', conflict: null },
  ]);
  expect(rowOf(page, 3)).toMatchObject({
    becomes: 'asked',
    changes: [{ from: '城南分局', to: '城西分局', command: null, conflict: { code: 'ledger.row.changedSince' } }],
  });
  await confirmed(await answer(next.id, { answers: { 'conflict:unitName': 'here' } }));
  expect([(await numberOf('S1')).lead, (await numberOf('S2')).lead]).toEqual(['城西分局', '城南分局']);
  expect(await types((await numberOf('S1')).id)).toEqual(['COLLECT', 'ASSIGN', 'TRANSFER']);
  // What was decided is not asked again.
  const third = await keep(
    'S1,电梯停运,城西分局,2025-04-03,,否,,',
    'S2,积水严重,城西分局,2025-04-03,,否,,',
    'S3,占道经营,城东分局,2025-04-03,,否,,',
  );
  expect(third.counts).toMatchObject({ joined: 3, changed: 0, asked: 0 });
});

it('takes an export that comes home for what it is: unchanged, or changed where a cell was edited', async () => {
  const { body: file } = await clerk
    .get('/api/ledger/export?format=csv&q=电梯停运')
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    })
    .expect(200);
  const sent = async (bytes: Buffer) =>
    (await clerk.post('/api/ledger/drafts').attach('file', bytes, '台账.csv').expect(201)).body;
  const home = await sent(file as Buffer);
  expect(home.counts).toMatchObject({ rows: 1, joined: 1, changed: 0, asked: 0 });
  const edited = await sent(Buffer.from((file as Buffer).toString('utf8').replace('城西分局', '城南分局')));
  expect(edited.counts).toMatchObject({ rows: 1, changed: 1 });
  const { body: page } = await clerk.get(`/api/ledger/drafts/${edited.id}/rows`).expect(200);
  expect(rowOf(page, 2).changes).toMatchObject([{ field: 'unitName', to: '城南分局', command: 'TRANSFER' }]);
});

it('holds a confirmation against what has changed since the preview: cases, units and words', async () => {
  const moved = await numberOf('S1');
  const ofCase = await keep('S1,电梯停运,城南分局,2025-04-03,,否,,');
  const ofUnit = await answer((await keep('Q1,路面塌陷,城北分局,2025-04-03,,否,,')).id, {
    answers: { 'unit:城北分局': 'make' },
  });
  const ofWord = await keep('Q2,路面塌陷,城东分局,2025-04-03,2025-04-09,搁着,,');
  const confirm = async ({ id, seen }: { id: string; seen: string }) =>
    (await clerk.post(`/api/ledger/drafts/${id}/confirm`).send({ mode: 'certain', seen })).status;
  const leadUnitId = await unitId('城东分局');
  await clerk
    .post(`/api/cases/${moved.id}/commands`)
    .send({ id: '0190d6f0-0000-7000-8000-00000000c0e1', type: 'TRANSFER', leadUnitId, reason: '属城东' })
    .expect(200);
  expect(await confirm(ofCase)).toBe(409);
  await server.unit('城北分局');
  expect(await confirm(ofUnit)).toBe(409);
  await clerk.put('/api/ledger/words').send({ words: { status: { 搁着: 'open' } } });
  expect(await confirm(ofWord)).toBe(409);
});

describe('the next version says what one may do oneself', () => {
  const HEADER_OF_WORK = '问题编号,问题描述,责任单位,反映时间,整改时限,完成时间,是否销号,整改措施,整改状态';
  const version = async (by: TestAgent, ...lines: string[]) =>
    (
      await by
        .post('/api/ledger/drafts')
        .attach('file', Buffer.from([HEADER_OF_WORK, ...lines].join('\n')), '周报.csv')
        .expect(201)
    ).body;
  const changesOf = async (by: TestAgent, draft: { id: string }) => {
    const { body } = await by.get(`/api/ledger/drafts/${draft.id}/rows`).expect(200);
    return body.items.map(({ changes }: { changes: { field: string; command: string }[] }) =>
      changes.map(({ field, command }) => `${field} ${command}`),
    );
  };
  const send = async (by: TestAgent, key: string, type: string, payload: object = {}) => {
    const { id } = await numberOf(key);
    await by
      .post(`/api/cases/${id}/commands`)
      .send({ id: uuid(), type, ...payload })
      .expect(200);
  };
  const dueOf = async (key: string) =>
    (
      await server.test.database.pool.query(`SELECT due_on AS due FROM rectification_case WHERE external_key = $1`, [
        `id:${key}`,
      ])
    ).rows[0].due as string;
  const confirmedBy = async (by: TestAgent, draft: { id: string; seen: string }) => {
    const { body } = await by
      .post(`/api/ledger/drafts/${draft.id}/confirm`)
      .send({ mode: 'all', seen: draft.seen })
      .expect(200);
    for (;;) {
      const { body: run } = await by.get(`/api/ledger/imports/${body.id}`).expect(200);
      if (run.state !== 'running') return run;
    }
  };
  let worker: TestAgent;

  it('grants what the unit has asked for, and only leaves a comment where it has not', async () => {
    const unit = await server.unit('石桥所');
    await server.person('sunqi', ['handler'], unit);
    worker = await server.signIn('sunqi');
    const row = (key: string, due: string, ended = ',否,,') => `${key},${key}一事,石桥所,2026-02-25,${due},${ended}`;
    await confirmedBy(
      clerk,
      await version(
        clerk,
        row('E1', '2026-03-20'),
        row('E2', '2026-03-20'),
        row('E3', '2026-03-20'),
        row('E4', '2026-03-20'),
      ),
    );
    await send(worker, 'E1', 'ACCEPT');
    await send(worker, 'E1', 'REQUEST_EXTENSION', { days: 5, reason: '等配件' });
    const draft = await version(
      clerk,
      row('E1', '2026-03-25'),
      row('E2', '2026-03-25'),
      row('E3', '2026-03-20', '2026-03-02,,,撤回'),
      row('E4', '2026-03-10'),
    );
    expect(draft.doubts.map(({ key }: { key: string }) => key).sort()).toEqual(['departure:撤回', 'extension:grant']);
    const answered = (
      await clerk
        .patch(`/api/ledger/drafts/${draft.id}`)
        .send({ choices: { answers: { 'extension:grant': 'grant', 'departure:撤回': 'ask' } } })
        .expect(200)
    ).body;
    expect(answered.counts).toMatchObject({ changed: 4, asked: 0, refused: 0 });
    expect((await changesOf(clerk, draft)).slice(1)).toEqual([
      ['dueOn GRANT_EXTENSION'],
      ['dueOn COMMENT'],
      ['status ASK_DEPARTURE'],
      ['dueOn COMMENT'],
    ]);
    await confirmedBy(clerk, answered);
    expect([await dueOf('E1'), await dueOf('E2'), await dueOf('E4')]).toEqual([
      '2026-03-25',
      '2026-03-20',
      '2026-03-20',
    ]);
    expect((await types((await numberOf('E1')).id)).at(-1)).toBe('GRANT_EXTENSION');
    expect((await types((await numberOf('E3')).id)).at(-1)).toBe('ASK_DEPARTURE');
  });

  it('reports, asks for days and submits for a unit of one’s own, never twice, and decides nothing of that', async () => {
    const unit = await server.unit('柳林所');
    const both = await server.person('qianba', ['clerk'], server.units.root);
    await server.test.database.pool.query(
      `INSERT INTO person_role (person_id, role, unit_id) VALUES ($1, 'handler', $2)`,
      [both, unit],
    );
    const own = await server.signIn('qianba');
    const row = (key: string, due: string, rest = ',否,,') => `${key},${key}一事,柳林所,2026-02-25,${due},${rest}`;
    await confirmedBy(
      own,
      await version(own, row('F1', '2026-03-20'), row('F2', '2026-03-20'), row('F3', '2026-03-20')),
    );
    for (const key of ['F1', 'F2', 'F3']) await send(own, key, 'ACCEPT');
    const next = [
      row('F1', '2026-03-25'),
      row('F2', '2026-03-20', '2026-03-02,是,已修好,'),
      row('F3', '2026-03-20', ',否,已约施工队,'),
    ];
    const draft = await version(own, ...next);
    const answers = { 'extension:request': 'request', 'closing:submit': 'submit', 'closing:lasting': '每月巡查' };
    expect(draft.doubts.map(({ key }: { key: string }) => key).sort()).toEqual(['closing:submit', 'extension:request']);
    const answered = (await own.patch(`/api/ledger/drafts/${draft.id}`).send({ choices: { answers } }).expect(200))
      .body;
    expect((await changesOf(own, draft)).slice(1)).toEqual([
      ['dueOn REQUEST_EXTENSION'],
      ['measure PROGRESS', 'closedOn SUBMIT'],
      ['measure PROGRESS'],
    ]);
    expect(answered.counts).toMatchObject({ changed: 3, refused: 0 });
    await confirmedBy(own, answered);
    const last = await Promise.all(
      ['F1', 'F2', 'F3'].map(async (key) => (await types((await numberOf(key)).id)).at(-1)),
    );
    expect(last).toEqual(['REQUEST_EXTENSION', 'SUBMIT', 'PROGRESS']);
    expect(await dueOf('F1')).toBe('2026-03-20');
    const again = await version(own, ...next);
    expect(again.counts).toMatchObject({ joined: 3, changed: 0, asked: 0 });
    // One’s own request is not one’s own to grant.
    const later = await version(own, row('F1', '2026-03-26'), ...next.slice(1));
    const tried = (
      await own
        .patch(`/api/ledger/drafts/${later.id}`)
        .send({ choices: { answers: { 'conflict:dueOn': 'ledger', 'extension:grant': 'grant' } } })
        .expect(200)
    ).body;
    expect(tried.counts).toMatchObject({ refused: 1, changed: 0 });
  });
});

it('asks where a number is that of another issue, in the file and on record', async () => {
  const draft = await keep(
    'S1,夜间施工噪声很大无法休息,城东分局,2025-06-03,,否,,',
    'R1,甲路口红灯坏了,城东分局,2025-06-03,,否,,',
    'R1,某小区垃圾无人清运,城东分局,2025-06-04,,否,,',
  );
  expect(draft.doubts.map(({ key, code }: { key: string; code: string }) => [key, code])).toEqual([
    ['number:S1', 'ledger.row.numberOfAnother'],
    ['repeat:R1', 'ledger.row.numberRepeated'],
  ]);
  const next = await answer(draft.id, { answers: { 'number:S1': 'new', 'repeat:R1': 'issue' } });
  expect(next.counts).toMatchObject({ new: 3, asked: 0 });
  await confirmed(next);
  // The same file again knows its own.
  const again = await keep(
    'S1,夜间施工噪声很大无法休息,城东分局,2025-06-03,,否,,',
    'R1,甲路口红灯坏了,城东分局,2025-06-03,,否,,',
    'R1,某小区垃圾无人清运,城东分局,2025-06-04,,否,,',
  );
  expect(again.counts).toMatchObject({ joined: 3, asked: 0, new: 0 });
});

it('leaves nothing of a person in any table but encrypted', async () => {
  await keep('P1,某事,城东分局,2025-03-03,,否,欧阳密名,13787654321');
  const { rows: tables } = await server.test.database.pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
  );
  for (const { name } of tables) {
    const { rows } = await server.test.database.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "${name}" t WHERE t::text ~ '张三丰|13912345678|孙大爷|13911112222|欧阳密名|13787654321'`,
    );
    expect([name, rows[0]!.n]).toEqual([name, 0]);
  }
});

it('remembers the words of an office, and reads the next ledger by them', async () => {
  const words = { status: { 挂起来: 'open' }, headers: { 整改完成的日子: 'dueOn' } };
  await clerk.put('/api/ledger/words').send({ words }).expect(200);
  expect((await clerk.get('/api/ledger/words').expect(200)).body).toEqual({ layout: '', words });
  await clerk
    .put('/api/ledger/words')
    .send({ words: { status: { x: 'perhaps' } } })
    .expect(400);
  const handler = await server.signIn('liqiang');
  await handler.get('/api/ledger/words').expect(403);
  await handler.get('/api/ledger/words/layouts').expect(403);
  const own = { status: { 转办中: 'open' }, headers: {} };
  await clerk.put('/api/ledger/words').send({ layout: 'abc', words: own, knownAs: '周报.xlsx' }).expect(200);
  const { body: listed } = await clerk.get('/api/ledger/words/layouts').expect(200);
  expect(listed.items).toMatchObject([
    { layout: '', knownAs: '', words, changedBy: 'wangmin' },
    { layout: 'abc', knownAs: '周报.xlsx', words: own },
  ]);
  await clerk.put('/api/ledger/words').send({ layout: 'abc', words: {} }).expect(200);
  expect((await clerk.get('/api/ledger/words/layouts').expect(200)).body.items).toHaveLength(1);
  const elsewhere = await server.unit('邻区整改办');
  await server.person('zhoujiu', ['clerk'], elsewhere);
  expect((await (await server.signIn('zhoujiu')).get('/api/ledger/words/layouts').expect(200)).body.items).toEqual([]);
});
