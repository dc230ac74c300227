/** What a 12345 platform and the office exchange: signed by the reference library, each number one case, answered through a webhook whose signature is checked. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { HotlineNews } from '../../src/hotline/hotline-news.js';
import { DeliveryQueue } from '../../src/jobs/delivery-queue.js';
import { MOST_ATTEMPTS } from '../../src/notify/dispatch.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: TestAgent;
let clerk: TestAgent;
let handler: TestAgent;
let unit: string;
let categoryId: string;
let webhook: { id: string; secret: string };
let platform: { id: string; secret: string };
/** What the platform says to an answer. */
let status = 200;
const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
const sink = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    heard.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    response.writeHead(status).end('{}');
  });
});

beforeAll(async () => {
  server = await startServer({ env: { RUN: 'http,jobs', PUBLIC_URL: 'https://zg.example.gov.cn' } });
  await new Promise<void>((settle) => sink.listen(0, '127.0.0.1', settle));
  const url = `http://127.0.0.1:${(sink.address() as AddressInfo).port}/answers`;
  unit = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('handler', ['handler'], unit);
  [admin, clerk, handler] = [
    await server.signIn('admin'),
    await server.signIn('clerk'),
    await server.signIn('handler'),
  ];
  categoryId = ((await clerk.get('/api/categories').expect(200)).body as { id: string }[]).at(-1)!.id;
  const listener = { name: '市 12345 平台', kind: 'standard', url, topics: ['hotline.answer'], active: true };
  webhook = (await admin.post('/api/webhooks').send(listener).expect(201)).body as never;
  await admin
    .post('/api/webhooks')
    .send({ ...listener, name: '另一系统', url: `${url}/other` })
    .expect(201);
  platform = (
    await admin
      .post('/api/hotline-platforms')
      .send({ code: 'city', ...fields() })
      .expect(201)
  ).body as never;
});
afterAll(() => Promise.all([server.close(), new Promise((settle) => sink.close(settle))]));

const fields = (more: object = {}) => ({
  ...{ name: '市 12345 平台', officeUnitId: server.units.office, categoryId, webhookId: webhook.id, mapping: {} },
  ...{ answerDays: 5, active: true, ...more },
});
const call = (number: string, more: object = {}) => ({
  ...{
    number,
    text: '幸福路路灯不亮。已有三天。',
    dueOn: '2026-03-09',
    unit: '城东派出所',
    raisedAt: '2026-03-02 09:12:00',
  },
  caller: { name: '赵小满', contact: '13800001234' },
  ...more,
});
interface Sent {
  code?: string;
  secret?: string;
  at?: Date;
  body?: string;
}
/** Sends what the reference library signed; `body` in its place afterwards. */
function send(what: object, { code = 'city', secret = platform.secret, at = new Date(), body }: Sent = {}) {
  const text = JSON.stringify(what);
  const id = `msg_${uuid()}`;
  return server
    .anonymous()
    .post(`/api/hotline/${code}`)
    .set('Content-Type', 'application/json')
    .set('webhook-id', id)
    .set('webhook-timestamp', String(Math.floor(at.getTime() / 1000)))
    .set('webhook-signature', new Webhook(secret).sign(id, at, text))
    .send(body ?? text);
}
const cases = async (): Promise<{ id: string; number: string; source: string }[]> =>
  ((await clerk.get('/api/cases').expect(200)).body as { items: never[] }).items;
const idOf = async (number: string): Promise<string> => (await cases()).find((one) => one.number === number)!.id;
const received = async (number: string, more: object = {}): Promise<string> =>
  idOf(((await send(call(number, more)).expect(200)).body as { ourNumber: string }).ourNumber);
const answer = (caseId: string, kind: string, text: string, by = clerk) =>
  by.post(`/api/cases/${caseId}/hotline-answers`).send({ id: uuid(), kind, text });
const owed = async () =>
  ((await clerk.get('/api/hotline-answers/owed').expect(200)).body as { items: { number: string; kind: string; by: string }[] }).items; // prettier-ignore
const act = (caseId: string, type: string, payload: object = {}) =>
  clerk.post(`/api/cases/${caseId}/commands`).send({ id: uuid(), type, ...payload }).expect(200); // prettier-ignore

it('makes each number one case, in triage at the office, with a receipt and without a due day', async () => {
  const first = await send(call('RX1')).expect(200);
  expect(first.body).toEqual({
    number: 'RX1',
    ourNumber: expect.stringMatching(/^ZG-2026-/),
    receipt: expect.stringMatching(/^https:\/\/zg\.example\.gov\.cn\/r\/.{16,}/),
    repeated: false,
  });
  expect((await send(call('RX1')).expect(200)).body).toEqual({ ...(first.body as object), repeated: true });
  expect(await cases()).toMatchObject([
    { source: 'hotline', title: '幸福路路灯不亮', dueOn: null, stage: 'collected' },
  ]);
  const { ourNumber, receipt } = first.body as { ourNumber: string; receipt: string };
  await server
    .anonymous()
    .get(`/api/receipts/${receipt.split('/').at(-1)}`)
    .expect(200);
  const { body } = await clerk.get(`/api/cases/${await idOf(ourNumber)}/hotline-answers`).expect(200);
  expect(body).toMatchObject({ hotline: { number: 'RX1', dueOn: '2026-03-09', unit: '城东派出所', raisedAt: '2026-03-02 09:12:00', canAnswer: true, next: 'interim', answers: [] } }); // prettier-ignore
  expect(JSON.stringify((await clerk.get('/api/work').expect(200)).body)).toContain(ourNumber);

  const other = await send(call('RX1', { text: '幸福路路灯亮了。', caller: { name: '钱大' } })).expect(409);
  expect(other.body).toMatchObject({ code: 'hotline.otherContent', details: { differs: ['title', 'text', 'caller'] } });
  const { rows } = await server.test.database.pool.query<{ row: string }>(
    `SELECT h::text AS row FROM hotline_call h UNION ALL SELECT p::text FROM hotline_platform p UNION ALL SELECT r::text FROM raiser r UNION ALL SELECT e.body::text FROM case_event e`,
  );
  for (const secret of ['赵小满', '13800001234', '钱大', platform.secret])
    expect(JSON.stringify([other.body, rows])).not.toContain(secret);
  expect(JSON.stringify(rows.filter(({ row }) => row.includes('COLLECT')))).not.toContain('RX1');

  const together = await Promise.all(Array.from({ length: 6 }, () => send(call('RX2')).expect(200)));
  expect(new Set(together.map((one) => (one.body as { ourNumber: string }).ourNumber)).size).toBe(1);
  expect((await cases()).length).toBe(2);
});

it('takes only what is signed now, with a secret in force, and answers everybody else alike', async () => {
  const fresh = call('RX3');
  const minutes = (n: number) => new Date(Date.now() + n * 60_000);
  await admin
    .put(`/api/hotline-platforms/${platform.id}`)
    .send(fields({ active: false }))
    .expect(200);
  const refused = [await send(fresh)];
  await admin.put(`/api/hotline-platforms/${platform.id}`).send(fields()).expect(200);
  refused.push(
    await send(fresh, { code: 'nobody' }),
    await send(fresh, { secret: webhook.secret }),
    await send(fresh, { at: minutes(-6) }),
    await send(fresh, { at: minutes(6) }),
    await send(fresh, { body: JSON.stringify(call('RX3', { text: '别的' })) }),
    await send(fresh, { body: '{' }),
    await server.anonymous().post('/api/hotline/city').send(fresh),
  );
  for (const { status, body } of refused) expect([status, body]).toEqual([401, refused[0]!.body]);
  await send(call('RX3', { text: 'x'.repeat(140_000) })).expect(413);
  expect((await send({ number: 'RX3' }).expect(400)).body).toMatchObject({ details: { fields: [{ field: 'text' }] } });
  await send(fresh, { at: minutes(-4) }).expect(200);

  const former = platform.secret;
  platform = (await admin.post(`/api/hotline-platforms/${platform.id}/secret`).expect(200)).body as never;
  await send(fresh, { secret: former }).expect(200);
  await send(fresh).expect(200);
  server.clock.advance(86_400_001);
  [admin, clerk, handler] = [
    await server.signIn('admin'),
    await server.signIn('clerk'),
    await server.signIn('handler'),
  ];
  await send(fresh, { secret: former }).expect(401);
  expect(JSON.stringify((await admin.get('/api/hotline-platforms').expect(200)).body)).not.toContain('whsec_');
});

it('reads a platform’s own names, and only those that exist', async () => {
  const mapping = { number: 'order.no', text: 'order.content', category: 'order.type', dueOn: 'order.limit', callerName: 'who.xm', callerAnonymous: 'who.hidden' }; // prettier-ignore
  const made = await admin.post('/api/hotline-platforms').send({ code: 'county', ...fields({ mapping }) }).expect(201); // prettier-ignore
  const { secret } = made.body as { secret: string };
  const categories = (await clerk.get('/api/categories').expect(200)).body as { id: string; labels: { 'zh-CN': string } }[]; // prettier-ignore
  const order = {
    no: 20260302,
    content: '井盖松动',
    type: categories[0]!.labels['zh-CN'],
    limit: '2026-03-12 18:00:00',
  };
  const { body } = await send({ order, who: { xm: '孙某', hidden: 1 } }, { code: 'county', secret }).expect(200);
  const { ourNumber, number } = body as { ourNumber: string; number: string };
  expect(number).toBe('20260302');
  const id = await idOf(ourNumber);
  expect((await clerk.get(`/api/cases/${id}/hotline-answers`)).body).toMatchObject({
    hotline: { dueOn: '2026-03-12' },
  });
  expect((await clerk.get(`/api/cases/${id}`)).body).toMatchObject({
    categoryId: categories[0]!.id,
    title: '井盖松动',
  });
  const bad = await admin.post('/api/hotline-platforms').send({ code: 'bad', ...fields({ mapping: { name: 'a', text: '..' } }) }).expect(400); // prettier-ignore
  expect(bad.body).toMatchObject({ details: { fields: [{ field: 'mapping.name' }, { field: 'mapping.text' }] } });
  await admin
    .post('/api/hotline-platforms')
    .send({ code: 'city', ...fields() })
    .expect(409);
});

it('answers on the way and once closed, by the platform’s webhook alone, without the caller', async () => {
  const id = await received('RX5');
  await answer(id, 'final', '已修好').expect(422);
  expect((await answer(id, 'interim', '已联系赵 小满').expect(422)).body).toMatchObject({
    code: 'hotline.namesRaiser',
  });
  const again = { id: uuid(), kind: 'interim', text: '已转城东派出所办理' };
  for (let time = 0; time < 2; time++) await clerk.post(`/api/cases/${id}/hotline-answers`).send(again).expect(200);
  await handler.get(`/api/cases/${id}/hotline-answers`).expect(403);
  await answer(id, 'interim', '我来答', handler).expect(403);
  await act(id, 'WITHDRAW', { reason: '重复来件' });
  await answer(id, 'interim', '还在办').expect(422);
  const both = await Promise.all([answer(id, 'final', '属重复来件'), answer(id, 'final', '属重复来件')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);

  for (let look = 0; look < 200 && heard.length < 2; look++) {
    await server.app.get(DeliveryQueue).tick();
    await new Promise((settle) => setTimeout(settle, 50));
  }
  const events = heard.map(({ headers, body }) => new Webhook(webhook.secret).verify(body, headers as Record<string, string>)); // prettier-ignore
  const common = { platform: 'city', number: 'RX5', ourNumber: expect.stringMatching(/^ZG-/), at: expect.any(String) };
  expect(
    events.map((one) => (one as { data: { kind: string } }).data).sort((a, b) => (a.kind < b.kind ? 1 : -1)),
  ).toEqual([
    { ...common, kind: 'interim', text: '已转城东派出所办理' },
    { ...common, kind: 'final', text: '属重复来件' },
  ]);
  const { body } = await clerk.get(`/api/cases/${id}/hotline-answers`).expect(200);
  expect(body).toMatchObject({ hotline: { next: null, answers: [{ kind: 'interim', state: 'sent', byName: 'clerk' }, { kind: 'final', state: 'sent' }] } }); // prettier-ignore
});

it('tries again what the platform has no time for, and what it never took waits for the administrator', async () => {
  const id = await received('RX8');
  const state = async (): Promise<string> => {
    const { body } = await clerk.get(`/api/cases/${id}/hotline-answers`).expect(200);
    return (body as { hotline: { answers: { state: string }[] } }).hotline.answers[0]!.state;
  };
  const until = async (sql: string): Promise<void> => {
    for (let look = 0; look < 200; look++) {
      await server.app.get(DeliveryQueue).tick();
      if ((await server.test.database.pool.query(`SELECT FROM delivery WHERE ${sql}`)).rowCount === 1) return;
      await new Promise((settle) => setTimeout(settle, 50));
    }
    throw new Error(`no delivery is ${sql}`);
  };
  status = 429;
  await answer(id, 'interim', '已派人查看').expect(200);
  await until(`attempts = 1 AND last_error LIKE '%429%'`);
  expect(await state()).toBe('queued');
  await server.test.database.pool.query(`UPDATE delivery SET attempts = ${MOST_ATTEMPTS - 1} WHERE state = 'queued'`);
  await server.test.database.pool.query('UPDATE public_jobs._private_jobs SET run_at = now() WHERE locked_at IS NULL');
  await until(`state = 'dead'`);
  expect(await state()).toBe('dead');
  const letters = (await admin.get('/api/admin/dead-letters').expect(200)).body as { items: { id: string }[] };
  expect(letters.items).toMatchObject([{ topics: ['hotline.answer'], lastError: expect.stringContaining('429') }]);
  expect(JSON.stringify(letters)).not.toContain('已派人查看');
  status = 200;
  await admin.post(`/api/admin/dead-letters/${letters.items[0]!.id}/retry`).expect(200);
  // Jobs are made anew at the end of the day, too; what goes to systems does not wait for the morning.
  server.clock.advance(10 * 3_600_000);
  await until(`state = 'sent' AND last_error LIKE '%200%' AND id = '${letters.items[0]!.id}'`);
  expect(await state()).toBe('sent');
});

it('lists what is owed for the clerks of the office, until it is answered', async () => {
  const [closed, open] = [await received('RX6'), await received('RX7')];
  await act(closed, 'WITHDRAW', { reason: '重复来件' });
  await act(open, 'ASSIGN', { leadUnitId: unit, dueOn: '2026-03-09' });
  expect((await owed()).filter(({ number }) => ['RX6', 'RX7'].includes(number))).toMatchObject([{ number: 'RX6', kind: 'final' }]); // prettier-ignore
  server.clock.advance(8 * 86_400_000);
  [admin, clerk, handler] = [
    await server.signIn('admin'),
    await server.signIn('clerk'),
    await server.signIn('handler'),
  ];
  expect((await owed()).filter(({ number }) => number === 'RX7')).toMatchObject([{ kind: 'interim' }]);
  const { tasks } = (await clerk.get('/api/work').expect(200)).body as { tasks: { kind: string; count: number }[] };
  expect(tasks.find(({ kind }) => kind === 'hotlineOwed')!.count).toBe((await owed()).length);
  const news = server.app.get(HotlineNews);
  expect([await news.pass(), await news.pass()]).toEqual([(await owed()).length, 0]);
  const { items } = (await clerk.get('/api/inbox').expect(200)).body as { items: { text: string; href: string }[] };
  const of = await idOf(items.find(({ text }) => text.includes('最终答复'))!.text.slice(0, 14));
  expect(items.map(({ text, href }) => [text.replace(/ZG-2026-\d+/, 'ZG'), href])).toContainEqual([
    'ZG 已办结，请在 3月10日 前向市 12345 平台作最终答复',
    `/cases/${of}#hotline`,
  ]);
  await answer(closed, 'final', '属重复来件').expect(200);
  await answer(open, 'interim', '正在办理').expect(200);
  expect((await owed()).filter(({ number }) => ['RX6', 'RX7'].includes(number))).toEqual([]);

  await admin
    .put(`/api/hotline-platforms/${platform.id}`)
    .send(fields({ webhookId: null }))
    .expect(200);
  expect((await answer(open, 'interim', '又有进展').expect(422)).body).toMatchObject({ code: 'hotline.noWay' });
  const branch = await server.unit('城西分局');
  await server.person('stranger', ['clerk'], branch);
  const stranger = await server.signIn('stranger');
  await answer(open, 'interim', '别处来答', stranger).expect(404);
  expect((await stranger.get('/api/hotline-answers/owed').expect(200)).body).toEqual({ items: [] });
  await clerk.get('/api/hotline-platforms').expect(403);
  await handler.get('/api/hotline-answers/owed').expect(403);
});
