/** Cases over HTTP: collecting, commands and their repeats, what each may see, the encrypted raiser, what waits for whom. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import { keySubmission } from '../support/key-submission.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let east: string;
let category: string;
const who: Record<string, TestAgent> = {};

beforeAll(async () => {
  server = await startServer();
  east = await server.unit('城东分局');
  const west = await server.unit('城西分局');
  const { root } = server.units;
  const at: [string, Parameters<TestServer['person']>[1], string][] = [
    ['clerk', ['clerk'], root],
    ['supervisor', ['supervisor'], root],
    ['supervisor2', ['supervisor'], root],
    ['visitor', ['visitor'], root],
    ['leader', ['leader'], root],
    ['handler', ['handler'], east],
    ['stranger', ['handler'], west],
  ];
  for (const [name, roles, unit] of at) {
    await server.person(name, roles, unit);
    who[name] = await server.signIn(name);
  }
  who['admin'] = await server.signIn('admin');
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

interface Answer {
  case: {
    id: string;
    number: string;
    version: number;
    stage: string;
    state: string;
    light: string | null;
    dueOn: string;
  };
  events: { seq: number; type: string }[];
  receiptCode: string;
}

async function collect(more: object = {}): Promise<Answer> {
  const { body } = await who['clerk']!.post('/api/cases')
    .send({ title: '路灯不亮', description: '东街路灯不亮', source: 'hotline', categoryId: category, ...more })
    .expect(201);
  return body as Answer;
}

const act = (name: string, id: string, type: string, payload: object = {}, commandId = uuid()) =>
  who[name]!.post(`/api/cases/${id}/commands`).send({ id: commandId, type, ...payload });

async function assigned(more: object = {}): Promise<string> {
  const { id } = (await collect(more)).case;
  await act('clerk', id, 'ASSIGN', { leadUnitId: east }).expect(200);
  return id;
}

describe('collecting', () => {
  it('gives a number and a receipt code, once for the same id', async () => {
    const id = uuid();
    const raiser = { name: '王某', contact: '13800000000' };
    const first = await collect({ id, raiser });
    expect(first.case).toMatchObject({ id, stage: 'collected', version: 1, light: null });
    expect(first.case.number).toMatch(/^ZG-2026-\d{6}$/);
    expect(first.receiptCode).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    expect(await collect({ id, raiser })).toEqual(first);
  });

  it.each([
    ['a title of 10,000 characters', { title: '长'.repeat(10_000) }],
    ['control characters', { description: '路灯\u0000不亮' }],
    ['an unknown source', { source: 'rumour' }],
    ['a field that does not exist', { colour: 'red' }],
  ])('refuses %s with the field named', async (_what, wrong) => {
    const { body } = await who['clerk']!.post('/api/cases')
      .send({ title: '路灯不亮', description: '东街', source: 'hotline', categoryId: category, ...wrong })
      .expect(400);
    expect(body).toMatchObject({ code: 'request.malformed', messageZh: expect.any(String) });
  });

  it('is found by the number it has elsewhere, which is taken once', async () => {
    const made = await collect({ externalNumber: '12345-2026-0088' });
    const found = await who['clerk']!.get('/api/cases?q=12345-2026-0088').expect(200);
    expect((found.body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual([made.case['id']]);
    await who['clerk']!.post('/api/cases')
      .send({
        title: '又一件',
        description: '东街',
        source: 'hotline',
        categoryId: category,
        externalNumber: '12345-2026-0088',
      })
      .expect(409);
  });

  it('refuses a category nobody knows', () =>
    who['clerk']!.post('/api/cases')
      .send({ title: '路灯', description: '东街', source: 'hotline', categoryId: uuid() })
      .expect(404));
});

describe('commands', () => {
  it('answers a repeated id in the same words, and another use of it with 409', async () => {
    const id = await assigned();
    const command = uuid();
    const first = await act('handler', id, 'ACCEPT', {}, command).expect(200);
    await act('handler', id, 'PROGRESS', { text: '已现场核实' }).expect(200);
    const again = await act('handler', id, 'ACCEPT', {}, command).expect(200);
    expect(again.body).toEqual(first.body);
    const other = await act('handler', id, 'PROGRESS', { text: '另一件事' }, command).expect(409);
    expect(other.body).toMatchObject({ code: 'command.duplicate' });
  });

  it('says which rule refuses and who can', async () => {
    const id = await assigned();
    await act('handler', id, 'ACCEPT').expect(200);
    await act('handler', id, 'SUBMIT', { measure: '修好', lastingMeasure: '巡查' }).expect(200);
    const { body } = await act('handler', id, 'PASS', { method: 'remote' }).expect(422);
    expect(body).toMatchObject({
      code: 'rule.isSupervisor',
      messageZh: '只有督导组可以核查',
      details: { who: ['supervisor'] },
    });
  });

  it('refuses a stale version with the present one, a wrong stage, an unknown command and a day that does not exist', async () => {
    const id = await assigned();
    const stale = await act('handler', id, 'ACCEPT', { expectedVersion: 1 }).expect(409);
    expect(stale.body).toMatchObject({ code: 'case.stale', details: { version: 2 } });
    await act('supervisor', id, 'PASS', { method: 'remote' }).expect(422);
    await act('clerk', id, 'DANCE').expect(400);
    await act('clerk', id, 'JOIN').expect(400);
    const fresh = (await collect()).case.id;
    const { body } = await act('clerk', fresh, 'ASSIGN', { leadUnitId: east, dueOn: '2026-02-30' }).expect(400);
    expect(body).toMatchObject({ code: 'command.malformed', details: { fields: [{ field: 'dueOn' }] } });
    expect((await who['clerk']!.get(`/api/cases/${fresh}`).expect(200)).body).toMatchObject({ version: 1 });
  });

  it('takes a submission that was written before a colleague commented, and refuses it after a colleague submitted', async () => {
    const id = await assigned();
    await act('handler', id, 'ACCEPT').expect(200);
    const submit = { expectedVersion: 3, measure: '更换路灯', lastingMeasure: '每月巡查' };
    const late = await assigned();
    await act('handler', late, 'ACCEPT').expect(200);
    await act('supervisor', id, 'COMMENT', { text: '请注意路口那一盏' }).expect(200);
    await act('handler', id, 'SUBMIT', submit).expect(200);
    await act('handler', late, 'SUBMIT', { ...submit, measure: '同事先报' }).expect(200);
    const stale = await act('handler', late, 'SUBMIT', submit).expect(409);
    expect(stale.body).toMatchObject({ code: 'case.stale', details: { version: 4 } });
  });

  it('gives many commands each its own result', async () => {
    const [first, second] = [await assigned(), await assigned()];
    const { body } = await who['handler']!.post('/api/commands')
      .send([
        { caseId: first, id: uuid(), type: 'ACCEPT' },
        { caseId: second, id: uuid(), type: 'SUBMIT', measure: '修好', lastingMeasure: '巡查' },
        { caseId: uuid(), id: uuid(), type: 'ACCEPT' },
      ])
      .expect(200);
    const results = body as { ok: boolean; error?: { code: string } }[];
    expect(results.map(({ ok, error }) => [ok, error?.code])).toEqual([
      [true, undefined],
      [false, 'case.notInThisStage'],
      [false, 'case.notFound'],
    ]);
  });
});

describe('what each may see', () => {
  it('hides a case from other units as if it did not exist, and from administrators altogether', async () => {
    const id = await assigned();
    await who['handler']!.get(`/api/cases/${id}`).expect(200);
    for (const name of ['stranger', 'admin']) {
      for (const path of ['', '/history']) await who[name]!.get(`/api/cases/${id}${path}`).expect(404);
      await act(name, id, 'COMMENT', { text: '看看' }).expect(404);
    }
    await who['clerk']!.get('/api/cases/not-an-id').expect(404);
  });

  it('tells the allowed steps with the schema of their form, in the reader’s language', async () => {
    const id = await assigned();
    const { body } = await who['handler']!.get(`/api/cases/${id}`).set('accept-language', 'en').expect(200);
    const { allowed } = body as { allowed: { type: string; label: string; schema: { required: string[] } }[] };
    expect(allowed.map(({ type, label }) => [type, label])).toEqual([
      ['ACCEPT', 'Accept'],
      ['DECLINE', 'Decline'],
      ['COMMENT', 'Comment'],
    ]);
    expect(allowed[1]!.schema.required).toEqual(['reason', 'suggestedUnitId']);
  });

  it('shows the history oldest first with hashes, and never the raiser', async () => {
    const id = await assigned({ raiser: { name: '王某某', contact: '13911112222' } });
    const { body, text } = await who['handler']!.get(`/api/cases/${id}/history`).expect(200);
    expect((body as { seq: number; type: string; hash: string }[]).map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'COLLECT'],
      [2, 'ASSIGN'],
    ]);
    expect((body as { hash: string }[]).every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(text).not.toMatch(/王某某|13911112222/);
  });
});

describe('the raiser', () => {
  it('is encrypted at rest, opened for the office and the visitor with a reason, and each access is logged', async () => {
    const id = await assigned({ raiser: { name: '王某某', contact: '13911112222' } });
    const look = (name: string, body: object) => who[name]!.post(`/api/cases/${id}/raiser`).send(body);
    await look('visitor', { reason: '电话回访' }).expect(403);
    await act('handler', id, 'ACCEPT').expect(200);
    await act('handler', id, 'SUBMIT', { measure: '修好', lastingMeasure: '巡查' }).expect(200);
    await act('supervisor', id, 'PASS', { method: 'onSite' }).expect(200);
    expect((await look('visitor', { reason: '电话回访', purpose: 'visit' }).expect(200)).body).toEqual({
      anonymous: false,
      confidential: false,
      name: '王某某',
      contact: '13911112222',
      speakers: [],
    });
    await look('handler', { reason: '想知道' }).expect(403);
    await look('leader', { reason: '想知道' }).expect(403);
    await look('clerk', {}).expect(400);
    const { pool } = server.test.database;
    const looks = await pool.query('SELECT reason, purpose FROM sealed_look WHERE case_id = $1', [id]);
    expect(looks.rows).toEqual([{ reason: '电话回访', purpose: 'visit' }]);
    const stored = await pool.query<{ all: string }>(
      `SELECT string_agg(r::text, '') AS all FROM raiser r WHERE case_id = $1`,
      [id],
    );
    expect(stored.rows[0]!.all).not.toContain(Buffer.from('13911112222').toString('hex'));
  });

  it('leaves no name where the raiser wishes to stay unknown', async () => {
    const { id } = (await collect({ raiser: { anonymous: true, name: '不愿留名' } })).case;
    const { body } = await who['clerk']!.post(`/api/cases/${id}/raiser`).send({ reason: '核对登记信息' }).expect(200);
    expect(body).toEqual({ anonymous: true, confidential: false, name: null, contact: null, speakers: [] });
  });
});

describe('my work', () => {
  it('waits for one person after the other as the case goes on', async () => {
    const waiting = async (id: string): Promise<string[]> => {
      const found: string[] = [];
      for (const name of ['clerk', 'handler', 'supervisor', 'supervisor2', 'visitor', 'leader', 'stranger', 'admin']) {
        const { items } = (await who[name]!.get('/api/work').expect(200)).body as {
          items: { id: string; next: { type: string } }[];
        };
        const mine = items.find((item) => item.id === id);
        if (mine) found.push(`${name} ${mine.next.type}`);
      }
      return found;
    };
    const { id } = (await collect({ isKey: true, raiser: { anonymous: true } })).case;
    expect(await waiting(id)).toEqual(['clerk ASSIGN']);
    await act('clerk', id, 'ASSIGN', { leadUnitId: east }).expect(200);
    expect(await waiting(id)).toEqual(['handler ACCEPT']);
    await act('handler', id, 'ACCEPT').expect(200);
    expect(await waiting(id)).toEqual(['handler SUBMIT']);
    await act('handler', id, 'REQUEST_EXTENSION', { days: 3, reason: '天气' }).expect(200);
    expect(await waiting(id)).toEqual(['clerk GRANT_EXTENSION', 'handler SUBMIT']);
    await act('clerk', id, 'REFUSE_EXTENSION', { reason: '来得及' }).expect(200);
    await act('handler', id, 'SUBMIT', await keySubmission(who['handler']!, id)).expect(200);
    expect(await waiting(id)).toEqual(['supervisor PASS', 'supervisor2 PASS']);
    await act('supervisor', id, 'PASS', { method: 'onSite' }).expect(200);
    // A key case is checked by two.
    expect(await waiting(id)).toEqual(['supervisor2 PASS']);
    await act('supervisor2', id, 'PASS', { method: 'onSite' }).expect(200);
    expect(await waiting(id)).toEqual(['visitor RECORD_VISIT']);
    const { items } = (await who['visitor']!.get('/api/work').expect(200)).body as {
      items: { id: string; wait: { by: string; is: string; days: number } }[];
    };
    // Monday morning; two working days for the visit, whatever the case's own due day was.
    expect(items.find((item) => item.id === id)!.wait).toMatchObject({ by: '2026-03-04', is: 'left', days: 2 });
    await act('visitor', id, 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' }).expect(
      200,
    );
    // Its result is shown for three working days before a leader signs.
    expect(await waiting(id)).toEqual(['clerk OBJECT']);
    server.clock.set(Date.parse('2026-03-06T10:00:00+08:00'));
    const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
    while ((await sweep(dependencies, server.clock.now(), 500)).claimed > 0);
    for (const name of Object.keys(who)) who[name] = await server.signIn(name);
    expect(await waiting(id)).toEqual(['leader SIGN_CLOSING']);
    await act('leader', id, 'SIGN_CLOSING').expect(200);
    expect(await waiting(id)).toEqual([]);
  });
});
