/** A ledger that waits for its confirmation: kept encrypted, shown row by row with what it will be, asked where it is not certain, then written. */
import type TestAgent from 'supertest/lib/agent.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let clerk: TestAgent;
beforeAll(async () => {
  server = await startServer();
  await server.person('wangmin', ['clerk'], server.units.root);
  await server.person('liqiang', ['handler']);
  clerk = await server.signIn('wangmin');
});
afterAll(() => server.close());

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
    ['unit:李强', 1, 'ledger.row.noUnitName'],
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
  expect(page.items[0].cells[1]).toMatchObject({ shown: '路灯不亮' });
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
