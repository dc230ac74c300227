/** The public notice from outside: what anybody reads without signing in, and how it is objected to, by receipt and by name. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let category: string;
let unitId: string;
const who: Record<string, TestAgent> = {};

beforeAll(async () => {
  server = await startServer({ env: { SIGNED_OUT_PER_MINUTE: '1000' } });
  unitId = await server.unit('城东分局');
  const foreign = await server.unit('外地分局');
  const at: [string, Parameters<TestServer['person']>[1], string?][] = [
    ['clerk', ['clerk']],
    ['supervisor', ['supervisor']],
    ['second', ['supervisor']],
    ['visitor', ['visitor']],
    ['handler', ['handler'], unitId],
    ['foreign', ['clerk', 'supervisor'], foreign],
  ];
  for (const [name, roles, unit] of at) {
    await server.person(name, roles, unit);
    who[name] = await server.signIn(name);
  }
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

const act = (name: string, id: string, type: string, payload: object = {}) =>
  who[name]!.post(`/api/cases/${id}/commands`).send({ id: uuid(), type, ...payload });
interface Notice {
  number: string;
  text: string | null;
}
const notices = async (): Promise<Notice[]> =>
  ((await server.anonymous().get('/api/notices').expect(200)).body as { items: Notice[] }).items;
const object = (code: string, text = '仍有两盏不亮', more: object = {}) =>
  server
    .anonymous()
    .post(`/api/receipts/${code}/objection`)
    .send({ text, ...more });

interface Shown {
  id: string;
  number: string;
  receiptCode: string;
}

/** A key case in its notice: of several raisers where more are named. */
async function inNotice(given: { text?: string; others?: string[] } = {}): Promise<Shown & { codes: string[] }> {
  const { body } = await who['clerk']!.post('/api/cases')
    .send({
      title: '王某某家门口的路灯不亮',
      description: '住户王某某反映东街路灯不亮',
      source: 'hotline',
      categoryId: category,
      isKey: true,
      raiser: { name: '王某某', contact: '13811112222' },
    })
    .expect(201);
  const { case: made, receiptCode } = body as { case: { id: string; number: string }; receiptCode: string };
  const { id, number } = made;
  const codes = [receiptCode];
  const raisers = [id];
  for (const name of given.others ?? []) {
    const added = (await who['clerk']!.post(`/api/cases/${id}/raisers`).send({ name }).expect(201)).body as {
      raiserId: string;
      receiptCode: string;
    };
    codes.push(added.receiptCode);
    raisers.push(added.raiserId);
  }
  await act('clerk', id, 'ASSIGN', { leadUnitId: unitId }).expect(200);
  await act('handler', id, 'ACCEPT').expect(200);
  await handIn(id, given.text);
  for (const raiserId of raisers) {
    const which = raisers.length === 1 ? {} : { raiserId };
    await act('visitor', id, 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied', ...which }).expect(200); // prettier-ignore
  }
  return { id, number, receiptCode, codes };
}

async function photograph(id: string, name: string): Promise<string> {
  const sent = await who[name]!.post(`/api/cases/${id}/attachments`).attach('files', Buffer.from(`%PDF-1.4\n% ${uuid()}\n%%EOF`), 'a.pdf'); // prettier-ignore
  return (sent.body as { id: string }[])[0]!.id;
}

async function handIn(id: string, noticeText?: string): Promise<void> {
  const [before, after] = [await photograph(id, 'handler'), await photograph(id, 'handler')];
  await act('handler', id, 'SUBMIT', {
    measure: '逐盏更换',
    lastingMeasure: '每周巡查',
    otherPlaces: '西街',
    photosBefore: [before],
    photosAfter: [after],
  }).expect(200);
  await act('supervisor', id, 'PASS', { method: 'onSite' }).expect(200);
  const text = noticeText === undefined ? {} : { noticeText };
  await act('second', id, 'PASS', { method: 'onSite', ...text }).expect(200);
}

describe('what is shown', () => {
  it('is number, category, unit, days and the released text, to anybody, and nothing of a person', async () => {
    const { number, id } = await inNotice({ text: '东街 12 盏路灯已全部点亮。' });
    const answer = await server.anonymous().get('/api/notices').expect(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=0, s-maxage=60');
    const { items, total } = answer.body as { items: Notice[]; total: number };
    expect(total).toBe(items.length);
    expect(items.find((one) => one.number === number)).toEqual({
      number,
      category: { 'zh-CN': expect.any(String), en: expect.any(String) },
      unit: '城东分局',
      raisedOn: '2026-03-02',
      checkedOn: '2026-03-02',
      until: '2026-03-05',
      text: '东街 12 盏路灯已全部点亮。',
    });
    for (const secret of ['王某某', '13811112222', id, '住户', 'handler', 'supervisor']) {
      expect(answer.text).not.toContain(secret);
    }
  });

  it('has no text where nobody released one, and never that of the fix before', async () => {
    const { number, id } = await inNotice({ text: '第一次的说法' });
    await act('clerk', id, 'OBJECT', { text: '仍有两盏不亮' }).expect(200);
    await act('supervisor', id, 'RETURN', { reason: '现场复查确有两盏不亮' }).expect(200);
    expect((await notices()).map((one) => one.number)).not.toContain(number);
    await handIn(id);
    await act('visitor', id, 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' }).expect(200); // prettier-ignore
    expect((await notices()).find((one) => one.number === number)).toMatchObject({ text: null });
  });

  it('is no text that names who raised it, however written, and tells so only whoever may release one', async () => {
    const { id } = await inNotice({ others: ['李乙'] });
    await act('clerk', id, 'OBJECT', { text: '仍有两盏不亮' }).expect(200);
    await act('supervisor', id, 'RETURN', { reason: '现场复查确有两盏不亮' }).expect(200);
    const named = { method: 'onSite', noticeText: '王 某 某反映的路灯已修好' };
    expect((await act('supervisor', id, 'PASS', named).expect(422)).body).not.toMatchObject({
      code: 'notice.namesRaiser',
    });
    const [before, after] = [await photograph(id, 'handler'), await photograph(id, 'handler')];
    const fix = { measure: '逐盏更换', lastingMeasure: '每周巡查', otherPlaces: '西街' };
    await act('handler', id, 'SUBMIT', { ...fix, photosBefore: [before], photosAfter: [after] }).expect(200);
    for (const noticeText of ['王 某 某反映的路灯已修好', '已告知李乙。', '已致电 138-1111-2222 答复']) {
      const { body } = await act('supervisor', id, 'PASS', { method: 'onSite', noticeText }).expect(422);
      expect(body).toMatchObject({
        code: 'notice.namesRaiser',
        messageZh: expect.stringContaining('反映人的姓名') as string,
      });
    }
    expect((await act('handler', id, 'PASS', named).expect(422)).body).not.toMatchObject({
      code: 'notice.namesRaiser',
    });
    const line = { caseId: id, id: uuid(), type: 'PASS', ...named };
    const { body } = await who['supervisor']!.post('/api/commands').send([line]).expect(200);
    expect(body).toMatchObject([{ ok: false, error: { code: 'notice.namesRaiser' } }]);
    await act('supervisor', id, 'PASS', { method: 'onSite', noticeText: '路灯已全部点亮' }).expect(200);
  });

  it('asks for a text only where there will be a notice', async () => {
    const { body } = await who['clerk']!.post('/api/cases')
      .send({ title: '井盖', description: '井盖松动', source: 'hotline', categoryId: category, raiser: {} })
      .expect(201);
    const { id } = (body as { case: { id: string } }).case;
    await act('clerk', id, 'ASSIGN', { leadUnitId: unitId }).expect(200);
    await act('handler', id, 'ACCEPT').expect(200);
    await act('handler', id, 'SUBMIT', { measure: '修好', lastingMeasure: '巡查' }).expect(200);
    const { allowed } = (await who['supervisor']!.get(`/api/cases/${id}`).expect(200)).body as {
      allowed: { type: string; schema: { properties: object } }[];
    };
    const fields = Object.keys(allowed.find(({ type }) => type === 'PASS')!.schema.properties);
    expect(fields).toContain('method');
    expect(fields).not.toContain('noticeText');
  });
});

describe('an objection', () => {
  it('by receipt stops the notice, lies before the supervisors, and is heard once to each notice', async () => {
    const { id, number, receiptCode } = await inNotice();
    const typed = `${receiptCode.slice(0, 4)} ${receiptCode.slice(4, 8)}-${receiptCode.slice(8).toLowerCase()}`;
    expect((await object(encodeURIComponent(typed)).expect(200)).body).toEqual({ number });
    expect((await notices()).map((one) => one.number)).not.toContain(number);
    const work = (await who['supervisor']!.get('/api/work').expect(200)).body as { items: { id: string }[] };
    expect(work.items.map((one) => one.id)).toContain(id);
    // stopped: there is nothing to object to while it is decided
    expect((await object(receiptCode).expect(422)).body).toMatchObject({ code: 'notice.over' });
    await act('handler', id, 'DISMISS_OBJECTION', { reason: '已全部点亮' }).expect(422);
    await act('supervisor', id, 'DISMISS_OBJECTION', { reason: '现场复查均已点亮' }).expect(200);
    expect((await notices()).map((one) => one.number)).toContain(number);
    expect((await object(receiptCode).expect(422)).body).toMatchObject({ code: 'notice.objected' });
    const { text } = await who['handler']!.get(`/api/cases/${id}/history`).expect(200);
    expect(text).toContain('仍有两盏不亮');
    expect(text).not.toContain(receiptCode);
  });

  it('is each raiser’s own: one who was added has a code that works as the first', async () => {
    const { number, codes } = await inNotice({ others: ['李乙'] });
    expect((await object(codes[1]!).expect(200)).body).toEqual({ number });
  });

  it('finds the case that another one was merged into by the receipt of the merged one', async () => {
    const { body } = await who['clerk']!.post('/api/cases')
      .send({ title: '路灯', description: '同一处', source: 'hotline', categoryId: category, raiser: { name: '赵丙' } })
      .expect(201);
    const merged = body as { case: { id: string }; receiptCode: string };
    const into = await inNotice();
    await act('clerk', merged.case.id, 'MERGE', { caseId: into.id, reason: '同一处' }).expect(200);
    // whoever came in is visited before anything is shown again
    expect((await notices()).map((one) => one.number)).not.toContain(into.number);
    const raiserId = merged.case.id;
    await act('visitor', into.id, 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied', raiserId }).expect(200); // prettier-ignore
    expect((await object(merged.receiptCode).expect(200)).body).toEqual({ number: into.number });
  });

  it('by name is recorded by the office, and the name stands encrypted', async () => {
    const { id } = await inNotice();
    const objection = { id: uuid(), text: '东头两盏不亮', person: { name: '钱丁某', contact: '13677778888' } };
    for (const name of ['handler']) await who[name]!.post(`/api/cases/${id}/objections`).send(objection).expect(403);
    await who['foreign']!.post(`/api/cases/${id}/objections`).send(objection).expect(404);
    await server.anonymous().post(`/api/cases/${id}/objections`).send(objection).expect(401);
    await who['clerk']!.post(`/api/cases/${id}/objections`).send(objection).expect(201);
    for (const path of ['', '/history']) {
      const { text } = await who['handler']!.get(`/api/cases/${id}${path}`).expect(200);
      expect(text).not.toContain('钱丁某');
    }
    const { rows } = await server.test.database.pool.query<{ all: string }>(
      `SELECT (SELECT string_agg(r::text, '') FROM raiser r) || (SELECT string_agg(e.body::text, '') FROM case_event e) AS all`,
    );
    for (const clear of ['钱丁某', '13677778888', Buffer.from('钱丁某').toString('hex')]) {
      expect(rows[0]!.all).not.toContain(clear);
    }
    const look = { raiserId: objection.id, reason: '核实异议情况' };
    const { body } = await who['clerk']!.post(`/api/cases/${id}/raiser`).send(look).expect(200);
    expect(body).toMatchObject({ name: '钱丁某', contact: '13677778888' });
    await who['visitor']!.post(`/api/cases/${id}/raiser`).send(look).expect(403);
    const shown = (await who['clerk']!.get(`/api/cases/${id}`).expect(200)).body as Record<string, unknown[]>;
    expect(shown['raisers']).toHaveLength(1);
    expect(shown['objectors']).toEqual([expect.objectContaining({ id: objection.id, takenDownBy: 'clerk' })]);
  });

  it('without anybody named, as a program may send it, offers nobody to be looked at', async () => {
    const { id } = await inNotice();
    await act('clerk', id, 'OBJECT', { text: '路口仍有一盏不亮' }).expect(200);
    const { objectors } = (await who['clerk']!.get(`/api/cases/${id}`).expect(200)).body as { objectors: unknown[] };
    expect(objectors).toEqual([]);
  });

  it('names a raiser of the case or nobody', async () => {
    const { id } = await inNotice({ others: ['李乙'] });
    await act('clerk', id, 'OBJECT', { text: '不亮', raiserId: uuid() }).expect(422);
    await act('clerk', id, 'OBJECT', { text: '不亮', raiserId: id }).expect(200);
  });

  it('with a code that nobody was given is answered like any other, and slowed down', async () => {
    const codes = ['AAAABBBBCCCC', 'x', '../cases', 'AAAABBBBCCCC', '222222222222'];
    for (const code of codes) {
      const { body, status } = await object(encodeURIComponent(code));
      expect([status, (body as { code: string }).code]).toEqual([404, 'receipt.unknown']);
    }
    const { body } = await object('333333333333').expect(429);
    expect(body).toMatchObject({ code: 'request.tooMany', details: { retryAfterSeconds: expect.any(Number) } });
    await object('333333333333', '').expect(400);
  });
});
