/** Many at once: each line has its own result, and no line, however bad, hides what became of the others. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { verifyHistory } from '../../src/store/audit/verify-history.js';
import { startServer, type TestServer } from '../support/server.js';

interface Result {
  id: string;
  caseId: string;
  opinionId: string;
  ok: boolean;
  answer?: { case: { version: number } };
  error?: { code: string; messageZh: string };
}

let server: TestServer;
let clerk: TestAgent;
let category: string;
beforeAll(async () => {
  server = await startServer();
  await server.person('clerk', ['clerk'], server.units.root);
  clerk = await server.signIn('clerk');
  category = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

async function collected(): Promise<string> {
  const issue = { title: '路灯不亮', description: '东街', source: 'hotline', categoryId: category };
  return ((await clerk.post('/api/cases').send(issue).expect(201)).body as { case: { id: string } }).case.id;
}
const comments = async (caseId: string): Promise<number> =>
  ((await clerk.get(`/api/cases/${caseId}/history`)).body as { type: string }[]).filter(
    ({ type }) => type === 'COMMENT',
  ).length;
const comment = (caseId: string) => ({ id: uuid(), caseId, type: 'COMMENT', text: '已电话告知' });
const reckless = { toString: 1, valueOf: null };

it.each<[string, (caseId: string) => unknown]>([
  ['a type that every object has', (caseId) => ({ ...comment(caseId), type: 'constructor' })],
  ['another', (caseId) => ({ ...comment(caseId), type: 'toString' })],
  ['a type that is an object without words', (caseId) => ({ ...comment(caseId), type: reckless })],
  ['a case that is an object without words', () => ({ ...comment(''), caseId: reckless })],
  ['an id that is an object without words', (caseId) => ({ ...comment(caseId), id: reckless })],
  ['no object', () => 7],
  ['nothing', () => null],
  ['a list', () => []],
  ['a payload that is no payload', (caseId) => ({ ...comment(caseId), text: { nested: reckless } })],
  ['a version that is none', (caseId) => ({ ...comment(caseId), expectedVersion: 'x' })],
  ['somebody else’s case', () => comment(uuid())],
])('commands: writes the lines beside %s, and says so', async (_, bad) => {
  const [first, last] = [await collected(), await collected()];
  const lines = [comment(first), bad(first), comment(last)];
  const results = (await clerk.post('/api/commands').send(lines).expect(200)).body as Result[];
  expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(results[1]!.error).toMatchObject({
    code: expect.any(String),
    messageZh: expect.stringMatching(/[\u4e00-\u9fff]/),
  });
  expect([await comments(first), await comments(last)]).toEqual([1, 1]);
});

it('commands: finds a case whose id is written in capitals', async () => {
  const id = await collected();
  const [result] = (
    await clerk
      .post('/api/commands')
      .send([comment(id.toUpperCase())])
      .expect(200)
  ).body as Result[];
  expect(result).toMatchObject({ ok: true });
});

it('commands: a fault of ours in one line is told in that line alone', async () => {
  const [sound, broken] = [await collected(), await collected()];
  const { prepare } = CaseStore.prototype;
  const spy = jest.spyOn(CaseStore.prototype, 'prepare').mockImplementation(function (this: CaseStore, write) {
    if (write.expected.some(({ id }) => id === broken)) throw new TypeError('something of ours is broken');
    return prepare.call(this, write);
  });
  try {
    const lines = [comment(sound), comment(broken)];
    const results = (await clerk.post('/api/commands').send(lines).expect(200)).body as Result[];
    expect(results.map(({ ok, error }) => error?.code ?? ok)).toEqual([true, 'service.fault']);
    expect(JSON.stringify(results)).not.toContain('something of ours');
  } finally {
    spy.mockRestore();
  }
  expect([await comments(sound), await comments(broken)]).toEqual([1, 0]);
});

it('opinions: triages the lines beside one whose id is an object without words', async () => {
  const meeting = {
    title: '恳谈会',
    kind: 'policeResident',
    heldOn: '2026-03-02',
    place: '社区',
    hostUnitId: server.units.root,
  };
  const made = (
    await clerk
      .post('/api/meetings')
      .send({ ...meeting, participants: [] })
      .expect(201)
  ).body as { id: string };
  const logged = (
    await clerk
      .post(`/api/meetings/${made.id}/opinions`)
      .send([{ text: '想了解户籍窗口的上班时间' }])
      .expect(201)
  ).body as { id: string }[];
  const lines = [
    { opinionId: reckless, action: 'answer', reply: '九点' },
    { opinionId: logged[0]!.id, action: 'answer', reply: '九点到五点' },
    { opinionId: logged[0]!.id, action: 'constructor' },
  ];
  const results = (await clerk.post('/api/opinions/triage').send(lines).expect(200)).body as Result[];
  expect(results.map(({ ok }) => ok)).toEqual([false, true, false]);
});

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'JOIN'])(
  'refuses the command %s as one that does not exist',
  async (type) => {
    const { body } = await clerk
      .post(`/api/cases/${await collected()}/commands`)
      .send({ id: uuid(), type })
      .expect(400);
    expect(body).toMatchObject({ code: 'command.unknown' });
  },
);

it('assignments sent to the wrong unit are taken back by the office before the unit signs, and the figures are as if they had not been', async () => {
  const unitId = await server.unit('城东派出所');
  await server.person('handler', ['handler'], unitId);
  const handler = await server.signIn('handler');
  const ids = [await collected(), await collected()];
  const figures = async () => (await clerk.get('/api/reports/closure').expect(200)).body as object;
  const before = await figures();
  const send = async (type: string, payload: object, of = ids): Promise<Result[]> =>
    (
      await clerk
        .post('/api/commands')
        .send(of.map((caseId) => ({ id: uuid(), caseId, type, ...payload })))
        .expect(200)
    ).body as Result[];
  await send('ASSIGN', { leadUnitId: unitId });
  expect(await figures()).not.toEqual(before);
  const { body: shown } = await clerk.get(`/api/cases/${ids[0]!}`).expect(200);
  const { allowed } = shown as { allowed: { type: string; until: string | null }[] };
  expect(allowed.find(({ type }) => type === 'TAKE_BACK')!.until).toMatch(/^20\d\d-/);
  await handler
    .post(`/api/cases/${ids[1]!}/commands`)
    .send({ id: uuid(), type: 'TAKE_BACK', reason: '不归我们管' })
    .expect(422);
  const back = await send('TAKE_BACK', { reason: '派错了单位' });
  expect(back.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await figures()).toEqual(before);
  await handler.get(`/api/cases/${ids[0]!}`).expect(404);
  // What was given out anew and signed for stays where it is.
  await send('ASSIGN', { leadUnitId: unitId });
  await handler.post(`/api/cases/${ids[0]!}/commands`).send({ id: uuid(), type: 'ACCEPT' }).expect(200);
  const late = await send('TAKE_BACK', { reason: '派错了单位' });
  expect(late.map(({ ok, error }) => (ok ? 'ok' : error!.code))).toEqual(['case.notInThisStage', 'ok']);
  expect(await verifyHistory(server.test.database.pool)).toMatchObject({ faults: [] });
});
