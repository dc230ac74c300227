/** Several raisers of one case over HTTP: they come in by the office, by an opinion and by a merger, and each is kept apart, visited and answered. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { Workflows } from '../../src/engine/workflow.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let category: string;
const unit: Record<string, string> = {};
const who: Record<string, TestAgent> = {};

const DAY = 86_400_000;

beforeAll(async () => {
  server = await startServer();
  const { root } = server.units;
  for (const name of ['城东分局', '城西分局', '外地分局']) unit[name] = await server.unit(name);
  const at: [string, Parameters<TestServer['person']>[1], string][] = [
    ['clerk', ['clerk'], root],
    ['clerk2', ['clerk'], root],
    ['supervisor', ['supervisor'], root],
    ['visitor', ['visitor'], root],
    ['leader', ['leader'], root],
    ['auditor', ['auditor'], root],
    ['handler', ['handler'], unit['城东分局']!],
    ['west', ['handler'], unit['城西分局']!],
    ['foreign', ['clerk', 'visitor', 'supervisor'], unit['外地分局']!],
  ];
  for (const [name, roles, unitId] of at) await server.person(name, roles, unitId);
  // A visitor of the whole whose home is the unit that led a case which is merged later.
  const tied = await server.person('tied', ['visitor'], unit['城西分局']!);
  await server.test.database.pool.query(
    `UPDATE person_role SET unit_id = $2 WHERE person_id = $1 AND role = 'visitor'`,
    [tied, root],
  );
  for (const name of [...at.map(([name]) => name), 'tied']) who[name] = await server.signIn(name);
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

interface Standing {
  id: string;
  position: number;
  attempts: string[];
  answeredOn: string | null;
  outcome: string | null;
}
interface Shown {
  stage: string;
  outcome: string | null;
  raisers: Standing[];
  visits: { raiserId: string | null }[];
  allowed: { type: string; schema: { properties: Record<string, { enum?: string[]; 'x-words'?: object }> } }[];
}

async function collect(name: string, more: object = {}): Promise<string> {
  const raiser = { name, contact: `139${String(Date.now()).slice(-8)}` };
  const { body } = await who['clerk']!.post('/api/cases')
    .send({ title: '路灯不亮', description: '东街路灯不亮', source: 'hotline', categoryId: category, raiser, ...more })
    .expect(201);
  return (body as { case: { id: string } }).case.id;
}
const act = (name: string, id: string, type: string, payload: object = {}) =>
  who[name]!.post(`/api/cases/${id}/commands`).send({ id: uuid(), type, ...payload });
const shown = async (id: string, name = 'clerk'): Promise<Shown> =>
  (await who[name]!.get(`/api/cases/${id}`).expect(200)).body as Shown;
const add = (id: string, person: object, name = 'clerk') => who[name]!.post(`/api/cases/${id}/raisers`).send(person);
const look = (name: string, id: string, raiserId?: string, reason = '电话回访反映人') =>
  who[name]!.post(`/api/cases/${id}/raiser`).send({ reason, ...(raiserId === undefined ? {} : { raiserId }) });
const visit = (id: string, raiserId: string, payload: object, name = 'visitor') =>
  act(name, id, 'RECORD_VISIT', { method: 'phone', raiserId, ...payload });
const FIXED = { outcome: 'fixed', satisfaction: 'satisfied' };

async function assigned(name: string, leadUnitId = unit['城东分局']!): Promise<string> {
  const id = await collect(name);
  await act('clerk', id, 'ASSIGN', { leadUnitId }).expect(200);
  return id;
}
/** A case as it was collected before version 2 came into force. */
async function collectedUnderVersion1(name: string): Promise<string> {
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  const { workflows } = dependencies;
  dependencies.workflows = new Workflows(workflows.all().filter(({ version }) => version === 1));
  try {
    return await collect(name);
  } finally {
    dependencies.workflows = workflows;
  }
}
async function handedIn(id: string): Promise<void> {
  await act('handler', id, 'ACCEPT').expect(200);
  await act('handler', id, 'SUBMIT', { measure: '修好', lastingMeasure: '每周巡查' }).expect(200);
  await act('supervisor', id, 'PASS', { method: 'onSite' }).expect(200);
}

describe('somebody who raises the same', () => {
  it('is added by the office with a receipt of their own, and stands encrypted', async () => {
    const id = await assigned('王甲');
    const more = { id: uuid(), name: '李乙丙', contact: '13722223333' };
    const { body } = await add(id, more).expect(201);
    const { raiserId, receiptCode, events } = body as {
      raiserId: string;
      receiptCode: string;
      events: { type: string; payload: object }[];
    };
    expect(receiptCode).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    expect(events.at(-1)).toMatchObject({ type: 'JOIN', payload: { raisers: [raiserId], addedBy: 'clerk' } });
    // sent again after a lost answer: the same person, once
    expect((await add(id, more).expect(201)).body).toEqual(body);
    expect((await shown(id)).raisers).toEqual([
      { id, position: 1, attempts: [], answeredOn: null, outcome: null, satisfaction: null },
      { id: raiserId, position: 2, attempts: [], answeredOn: null, outcome: null, satisfaction: null },
    ]);
    const { rows } = await server.test.database.pool.query<{ all: string }>(
      `SELECT (SELECT string_agg(r::text, '') FROM raiser r) || (SELECT string_agg(e.body::text, '') FROM case_event e)
         || (SELECT string_agg(c::text, '') FROM rectification_case c) AS all`,
    );
    for (const clear of ['李乙丙', '13722223333', '王甲']) {
      expect(rows[0]!.all).not.toContain(clear);
      expect(rows[0]!.all).not.toContain(Buffer.from(clear).toString('hex'));
    }
    expect(rows[0]!.all).not.toContain(receiptCode);
  });

  it('is not added by whoever is not the office, nor to a case of another one, nor to a closed one', async () => {
    const id = await assigned('王甲');
    for (const name of ['supervisor', 'visitor', 'leader', 'handler', 'auditor']) {
      await add(id, { name: '某某' }, name).expect(403);
    }
    await add(id, { name: '某某' }, 'foreign').expect(404);
    await server.anonymous().post(`/api/cases/${id}/raisers`).send({ name: '某某' }).expect(401);
    const closed = await collect('王甲');
    await act('clerk', closed, 'REJECT', { reason: '不属于职责范围' }).expect(200);
    expect((await add(closed, { name: '某某' }).expect(422)).body).toMatchObject({ code: 'raiser.caseClosed' });
    expect((await shown(id)).raisers).toHaveLength(1);
  });

  it('is refused by a case of version 1, which visits one raiser, and kept nowhere, until an administrator has moved the case', async () => {
    const id = await collectedUnderVersion1('王甲');
    const second = { id: uuid(), name: '李乙', contact: '13722225555' };
    expect((await add(id, second).expect(422)).body).toMatchObject({ code: 'raiser.oneOnly' });
    const kept = `SELECT (SELECT count(*)::int FROM raiser WHERE id = $1) AS raisers, (SELECT count(*)::int FROM case_event WHERE case_id = $2) AS lines`;
    const { rows } = await server.test.database.pool.query(kept, [second.id, id]);
    expect(rows).toEqual([{ raisers: 0, lines: 1 }]);
    const admin = await server.signIn('admin');
    await admin.post('/api/workflows/rectification/migrate').send({ from: 1, to: 2 }).expect(200);
    await add(id, second).expect(201);
    expect((await shown(id)).raisers.map((one) => one.id)).toEqual([id, second.id]);
  });

  it('is found by their telephone at the case they came in to', async () => {
    const id = await assigned('王甲');
    await add(id, { name: '赵丁', contact: '13655556666' }).expect(201);
    const { body } = await who['clerk']!.post('/api/cases/by-telephone')
      .send({ telephone: '13655556666', purpose: 'clarify', reason: '来电询问办理进度' })
      .expect(200);
    expect((body as { items: { id: string }[] }).items.map((one) => one.id)).toEqual([id]);
  });
});

describe('a visit to several', () => {
  it('asked to stay unnamed: the office opens the name, the visitor the contact alone, and no search finds the name', async () => {
    const contact = '13622223333';
    const id = await collect('', { raiser: { name: '郑守密', contact, confidential: true } });
    const named = await collect('郑守密');
    await act('clerk', id, 'ASSIGN', { leadUnitId: unit['城东分局']! }).expect(200);
    const { rows } = await server.test.database.pool.query<{ keys: number }>(
      'SELECT cardinality(search_keys) AS keys FROM raiser WHERE id = $1',
      [id],
    );
    expect(rows[0]!.keys).toBe(1);
    const found = (await who['clerk']!.get(`/api/cases?q=${encodeURIComponent('郑守密')}`).expect(200)).body as {
      items: { id: string }[];
    };
    expect(found.items.map((one) => one.id)).toEqual([named]);
    expect((await look('clerk', id).expect(200)).body).toMatchObject({ name: '郑守密', contact, confidential: true });
    await handedIn(id);
    await look('handler', id).expect(403);
    const opened = (await look('visitor', id).expect(200)).body as object;
    expect(opened).toEqual({ anonymous: false, confidential: true, name: null, contact, speakers: [] });
  });

  it('is paid to each by name; whoever answered is opened no more; the last answer closes the case', async () => {
    const id = await assigned('王甲');
    const second = ((await add(id, { name: '李乙', contact: '13722224444' }).expect(201)).body as { raiserId: string })
      .raiserId;
    await look('visitor', id, second).expect(403);
    await handedIn(id);
    expect((await look('visitor', id).expect(422)).body).toMatchObject({
      code: 'raiser.nameOne',
      details: { raisers: 2 },
    });
    expect((await look('visitor', id, second).expect(200)).body).toEqual({
      anonymous: false,
      confidential: false,
      name: '李乙',
      contact: '13722224444',
      speakers: [],
    });
    expect((await look('visitor', id, id).expect(200)).body).toMatchObject({ name: '王甲' });
    await look('visitor', id, uuid()).expect(404);
    const form = (await shown(id, 'visitor')).allowed.find(({ type }) => type === 'RECORD_VISIT')!.schema.properties;
    expect(form['raiserId']).toMatchObject({
      enum: [id, second],
      'x-words': { [second]: { 'zh-CN': '第 2 位反映人', en: 'Complainant 2' } },
    });
    expect((await act('visitor', id, 'RECORD_VISIT', { method: 'phone', ...FIXED }).expect(422)).body).toMatchObject({
      code: 'rule.namesRaiser',
    });
    await visit(id, second, FIXED).expect(200);
    expect((await shown(id)).raisers).toMatchObject([
      { id, answeredOn: null },
      { id: second, answeredOn: '2026-03-02', outcome: 'fixed', satisfaction: 'satisfied' },
    ]);
    expect((await look('visitor', id, second).expect(403)).body).toMatchObject({ code: 'raiser.noVisitDue' });
    await look('clerk', id, second, '核对登记信息').expect(200);
    await visit(id, id, FIXED).expect(200);
    expect(await shown(id)).toMatchObject({
      stage: 'closed',
      outcome: 'resolved',
      visits: [{ raiserId: second }, { raiserId: id }],
    });
    const looks = (await who['auditor']!.get(`/api/looks?caseId=${id}`).expect(200)).body as {
      items: { raiserPosition: number; personName: string }[];
    };
    expect(looks.items.map((one) => [one.personName, one.raiserPosition])).toEqual([
      ['clerk', 2],
      ['visitor', 1],
      ['visitor', 2],
    ]);
  });

  it('shows the units how many there are and who was reached, never who they are', async () => {
    const id = await assigned('欧阳某');
    await add(id, { name: '司马某', contact: '13300001111' }).expect(201);
    await handedIn(id);
    await visit(id, id, FIXED).expect(200);
    for (const path of ['', '/history']) {
      const { text } = await who['handler']!.get(`/api/cases/${id}${path}`).expect(200);
      for (const secret of ['欧阳', '司马', '13300001111']) expect(text).not.toContain(secret);
    }
    expect((await shown(id, 'handler')).raisers.map(({ answeredOn }) => answeredOn !== null)).toEqual([true, false]);
    for (const name of ['handler', 'supervisor', 'leader', 'auditor']) await look(name, id, id).expect(403);
    await look('foreign', id, id).expect(404);
  });

  it('sends the case back for one who is dissatisfied, and visits everybody again', async () => {
    const id = await assigned('王甲');
    const second = ((await add(id, { name: '李乙' }).expect(201)).body as { raiserId: string }).raiserId;
    await handedIn(id);
    await visit(id, id, FIXED).expect(200);
    await visit(id, second, { outcome: 'fixed', satisfaction: 'dissatisfied', note: '只修了一盏' }).expect(200);
    expect(await shown(id)).toMatchObject({ stage: 'deadline', outcome: null });
    await act('handler', id, 'SUBMIT', { measure: '全部修好', lastingMeasure: '每周巡查' }).expect(200);
    await act('supervisor', id, 'PASS', { method: 'onSite' }).expect(200);
    expect((await shown(id)).raisers.every(({ answeredOn }) => answeredOn === null)).toBe(true);
  });

  it('with a complaint about manner collects a linked case with this raiser, on the supervisors’ desk', async () => {
    const id = await assigned('王甲');
    const second = ((await add(id, { name: '李乙' }).expect(201)).body as { raiserId: string }).raiserId;
    await handedIn(id);
    await visit(id, id, FIXED).expect(200);
    await visit(id, second, { outcome: 'mannerComplaint', satisfaction: 'satisfied', note: '说话不耐烦' }).expect(200);
    expect((await shown(id)).stage).toBe('closed');
    const { rows } = await server.test.database.pool.query<{ id: string }>(
      `SELECT id FROM rectification_case WHERE context -> 'origin' ->> 'caseId' = $1`,
      [id],
    );
    const linked = rows[0]!.id;
    expect((await shown(linked)).raisers.map((one) => one.id)).toEqual([second]);
    expect((await look('clerk', linked, undefined, '核对登记信息').expect(200)).body).toMatchObject({ name: '李乙' });
  });
});

describe('who came in from elsewhere', () => {
  it('a merger brings the raisers along; whoever is tied to the unit they complained of does not open them', async () => {
    const [from, into] = [await assigned('孙戊', unit['城西分局']!), await assigned('王甲')];
    const third = ((await add(from, { name: '周己' }).expect(201)).body as { raiserId: string }).raiserId;
    await act('clerk', from, 'ASK_DEPARTURE', { kind: 'merge', caseId: into, reason: '同一条街的路灯' }).expect(200);
    await act('clerk2', from, 'GRANT_DEPARTURE').expect(200);
    expect((await shown(into)).raisers.map((one) => one.id)).toEqual([into, from, third]);
    await handedIn(into);
    expect((await look('visitor', into, from).expect(200)).body).toMatchObject({ name: '孙戊' });
    expect((await look('visitor', into, third).expect(200)).body).toMatchObject({ name: '周己' });
    for (const raiser of [from, third]) {
      expect((await look('tied', into, raiser).expect(403)).body).toMatchObject({ code: 'raiser.sealed' });
    }
    await look('tied', into, into).expect(200);
    for (const raiser of [into, from]) await visit(into, raiser, FIXED).expect(200);
    expect((await shown(into)).stage).toBe('followUpVisit');
    await visit(into, third, FIXED).expect(200);
    expect((await shown(into)).outcome).toBe('resolved');
  });

  it('an opinion that is merged brings whoever said it, once, with a receipt', async () => {
    const meeting = (
      await who['clerk']!.post('/api/meetings')
        .send({
          title: '警民恳谈会',
          kind: 'publicInput',
          heldOn: '2026-03-02',
          place: '礼堂',
          hostUnitId: unit['城东分局'],
          participants: [
            { name: '吴庚', standing: 'resident', contact: '13511110000' },
            { name: '郑辛', standing: 'resident' },
          ],
        })
        .expect(201)
    ).body as { id: string; participants: { id: string }[] };
    const [first, second] = meeting.participants.map(({ id }) => id) as [string, string];
    const { body } = await who['clerk']!.post(`/api/meetings/${meeting.id}/opinions`)
      .send([first, second, second, first, undefined].map((participantId, at) => ({ text: `东街第 ${at} 盏路灯不亮`, participantId }))); // prettier-ignore
    const [own, ...others] = (body as { id: string }[]).map(({ id }) => id) as [string, ...string[]];
    const adopted = (
      await who['clerk']!.post(`/api/opinions/${own}/adopt`)
        .send({ leadUnitId: unit['城东分局'], categoryId: category })
        .expect(200)
    ).body as { caseId: string; receiptCode: string };
    const id = adopted.caseId;
    const lines = others.map((opinionId) => ({ opinionId, action: 'merge', caseId: id }));
    const merged = (await who['clerk']!.post('/api/opinions/triage').send(lines).expect(200)).body as {
      ok: boolean;
      answer: { receiptCode: string };
    }[];
    expect(merged.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    // the one who spoke first, 郑辛 who spoke twice, and somebody whose name was not noted
    const raisers = (await shown(id)).raisers;
    expect(raisers).toHaveLength(3);
    const codes = merged.map(({ answer }) => answer.receiptCode);
    expect(codes[0]).toBe(codes[1]);
    expect(codes[2]).toBe(adopted.receiptCode);
    expect(new Set(codes).size).toBe(3);
    const names = [];
    for (const raiser of raisers) {
      const opened = (await look('clerk', id, raiser.id, '核对登记信息').expect(200)).body as {
        name: string;
        speakers: { name: string }[];
      };
      names.push([opened.name, opened.speakers.map(({ name }) => name)]);
    }
    expect(names).toEqual([
      ['吴庚', ['吴庚', '吴庚']],
      ['郑辛', []],
      [null, []],
    ]);
  });
});

describe('a visit to several over some days', () => {
  it('closes unverified only when everybody who was not reached was tried on three days', async () => {
    const id = await assigned('王甲');
    const second = ((await add(id, { name: '李乙' }).expect(201)).body as { raiserId: string }).raiserId;
    await handedIn(id);
    const start = server.clock.now();
    const close = () => act('supervisor', id, 'CLOSE_UNVERIFIED', { reason: '多次联系未果' });
    const on = async (days: number): Promise<void> => {
      server.clock.set(start + days * DAY);
      // A session lasts a working day.
      for (const name of ['clerk', 'supervisor', 'visitor']) who[name] = await server.signIn(name);
    };
    for (const days of [0, 1, 2]) {
      await on(days);
      await visit(id, id, { outcome: 'unreachable' }).expect(200);
      if (days > 0) await visit(id, second, { outcome: 'unreachable' }).expect(200);
    }
    expect((await shown(id)).raisers.map(({ attempts }) => attempts.length)).toEqual([3, 2]);
    expect((await close().expect(422)).body).toMatchObject({ code: 'rule.everybodyTried' });
    await on(3);
    await visit(id, second, { outcome: 'unreachable' }).expect(200);
    await close().expect(200);
    expect(await shown(id)).toMatchObject({ stage: 'closed', outcome: 'unverified' });
  });
});
