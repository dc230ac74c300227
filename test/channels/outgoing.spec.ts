/** From an entry in the inbox to a mail: one digest, nothing at night, nothing that no longer holds, the same id however often it is tried. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { DeliveryQueue } from '../../src/jobs/delivery-queue.js';
import { DeliveryUpkeep } from '../../src/jobs/delivery-upkeep.js';
import { MessageDelivery } from '../../src/jobs/message-delivery.js';
import { Sweeper } from '../../src/jobs/sweeper.js';
import { JobQueueStore } from '../../src/store/messages/job-queue.store.js';
import { type NewEntry, tell } from '../../src/notify/told.js';
import { inTransaction } from '../../src/store/database/transaction.js';
import { startServer, type TestServer } from '../support/server.js';
import { type MailServer, startMailServer, textOf } from './mail-server.js';

let server: TestServer;
let smtp: MailServer;
let handlerId: string;
beforeAll(async () => {
  [server, smtp] = [
    await startServer({ env: { RUN: 'http,jobs', PUBLIC_URL: 'https://zg.example.gov.cn' } }),
    await startMailServer(),
  ];
  handlerId = await server.person('handler', ['handler']);
  const admin = await server.signIn('admin');
  await admin
    .put('/api/channels/email')
    .send({
      ...{ enabled: true, isDefault: true, host: '127.0.0.1', port: smtp.port, security: 'none', username: 'office' },
      ...{ from: 'zhenggai@example.gov.cn', fromName: '整改办', password: 'right password' },
    })
    .expect(200);
  await give('handler@example.gov.cn');
});
afterAll(() => Promise.all([server.close(), smtp.close()]));
beforeEach(() => {
  smtp.taken.length = 0;
  smtp.mood = 'takes';
});

const give = async (address: string): Promise<void> => {
  const admin = await server.signIn('admin');
  await admin
    .put(`/api/people/${handlerId}/channels`)
    .send({ addresses: [{ name: 'email', address }] })
    .expect(200);
};
const pool = () => server.test.database.pool;
const told = (...entries: Partial<NewEntry>[]) =>
  inTransaction(pool(), (client) =>
    tell(
      client,
      entries.map((one) => ({
        personId: handlerId,
        topic: 'gap' as const,
        facts: { unit: '城东', count: 1 },
        key: uuid(),
        ...one,
      })),
      server.clock.now(),
    ),
  );
const states = async (): Promise<Record<string, number>> => {
  const { rows } = await pool().query<{ state: string; n: number }>(
    'SELECT state, count(*)::int AS n FROM delivery GROUP BY state',
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};
/** A round of every job, and the queue's worked on until `reached`. */
async function until(reached: () => Promise<boolean> | boolean): Promise<void> {
  for (let look = 0; look < 400; look++) {
    await server.app.get(Sweeper).catchUp();
    await server.app.get(MessageDelivery).catchUp();
    await server.app.get(DeliveryQueue).tick();
    if (await reached()) return;
    await new Promise((settle) => setTimeout(settle, 50));
  }
  throw new Error(`not reached: ${JSON.stringify(await states())}, ${smtp.taken.length} mails`);
}
/** A job that failed waits seconds; here it does not. */
const hurry = () => pool().query(`UPDATE public_jobs._private_jobs SET run_at = now() WHERE locked_at IS NULL`);
const at = (time: string): void => server.clock.set(Date.parse(`${time}+08:00`));
const clean = () => pool().query('DELETE FROM delivery');

it('sends what comes in together as one mail, the latest first, and in the morning what came in at night', async () => {
  at('2026-03-02T22:00:00');
  await told({ facts: { unit: '城东', count: 1 } });
  at('2026-03-02T22:00:05');
  await told({ facts: { unit: '城西', count: 2 } }, { facts: { unit: '城南', count: 3 } });
  await server.app.get(DeliveryQueue).tick();
  await new Promise((settle) => setTimeout(settle, 300));
  expect([smtp.taken.length, await states()]).toEqual([0, { queued: 3 }]);
  // What a person sends by hand does not wait, and takes nothing else along.
  await told({ topic: 'urge', facts: { number: 'ZG-2026-000007', by: '王敏' } });
  await until(() => smtp.taken.length === 1);
  expect(textOf(smtp.taken[0]!)).toMatch(/王敏 催办 ZG-2026-000007/);
  at('2026-03-03T08:29:00');
  const what = { 'zh-CN': '申报办结', en: 'Submit' };
  const lines = ['2026-03-02', ...Array<string>(10).fill('2026-03-05')].map((by, n) => ({
    number: `ZG-2026-${n}`,
    what,
    by,
  }));
  const figures = [{ name: { 'zh-CN': '逾期', en: 'Overdue' }, before: 4, after: 6 }];
  await told({
    topic: 'morning',
    facts: { on: '2026-03-03', count: 14, toSign: 2, fellDue: 1, changes: 1, lines, figures },
  });
  await server.app.get(DeliveryQueue).tick();
  expect((await states())['queued']).toBe(4);
  at('2026-03-03T08:30:00');
  await until(async () => (await states())['sent'] === 5);
  expect(smtp.taken.length).toBe(2);
  const text = textOf(smtp.taken[1]!);
  for (const line of [
    '· 逾期：6 件（原 4 件）',
    '· ZG-2026-0 申报办结，3月2日到期，已过期限',
    '· ZG-2026-9 申报办结，3月5日前',
    '· 另有 4 件，见“我的工作”',
  ])
    expect(text).toContain(line);
  expect(text).not.toContain('ZG-2026-10');
  expect(text).toMatch(/共 4 条[\s\S]*(城南|城西)[\s\S]*城东/);
  expect(text).toContain('https://zg.example.gov.cn/admin/people');
  expect(smtp.taken[1]!.raw).not.toContain('Bcc');
  await clean();
});

it('drops with a word what no longer holds when its turn comes, and what is for an account out of use', async () => {
  at('2026-03-03T10:00:00');
  const east = await server.unit('城东分局');
  await server.person('clerk', ['clerk']);
  await server.person('east', ['handler'], east);
  const clerk = await server.signIn('clerk');
  const [{ id: categoryId }] = (await clerk.get('/api/categories').expect(200)).body as [{ id: string }];
  const { body } = await clerk
    .post('/api/cases')
    .send({ title: '路灯不亮', description: '东街', source: 'hotline', categoryId })
    .expect(201);
  const { id: caseId } = (body as { case: { id: string } }).case;
  const act = (agent: TestAgent, type: string, payload: object = {}) =>
    agent
      .post(`/api/cases/${caseId}/commands`)
      .send({ id: uuid(), type, ...payload })
      .expect(200);
  await act(clerk, 'ASSIGN', { leadUnitId: east });
  const { rows: messages } = await pool().query<{ id: string }>(
    `SELECT id FROM message WHERE case_id = $1 AND role = 'handler'`,
    [caseId],
  );
  at('2026-03-03T22:00:00');
  await told({ topic: 'remind.signing', caseId, messageId: messages[0]!.id, facts: { number: 'ZG-2026-000001' } }, {});
  // Sessions do not last that long.
  await act(await server.signIn('east'), 'ACCEPT');
  at('2026-03-04T10:00:00');
  await until(async () => (await states())['sent'] === 1);
  expect(textOf(smtp.taken[0]!)).not.toContain('签收');
  const wordsOf = async () =>
    (await pool().query<{ word: string }>(`SELECT last_error AS word FROM delivery WHERE state = 'dropped'`)).rows;
  expect(await wordsOf()).toEqual([{ word: '该步骤已办理，不再通知' }]);
  await clean();
  await told({});
  await pool().query('UPDATE person SET active = false WHERE id = $1', [handlerId]);
  await until(async () => (await states())['dropped'] === 1);
  expect(await wordsOf()).toEqual([{ word: '账号已停用，不再发送' }]);
  await pool().query('UPDATE person SET active = true WHERE id = $1', [handlerId]);
  expect(smtp.taken.length).toBe(1);
  await clean();
});

it('tries again under the same Message-ID after a line that broke, and what was refused for good waits for the administrator', async () => {
  smtp.mood = 'lost';
  await told({});
  await until(() => smtp.taken.length === 1);
  smtp.mood = 'takes';
  await until(async () => {
    await hurry();
    return (await states())['sent'] === 1;
  });
  expect(new Set(smtp.taken.map(({ messageId }) => messageId)).size).toBe(1);
  expect(smtp.taken.length).toBeGreaterThan(1);
  await clean();
  smtp.taken.length = 0;
  smtp.mood = 'refuses';
  await give('nobody@example.gov.cn');
  await told({}, {});
  await until(async () => (await states())['dead'] === 2);
  const admin = await server.signIn('admin');
  const letters = (await admin.get('/api/admin/dead-letters').expect(200)).body as {
    total: number;
    items: { id: string }[];
  };
  expect(letters).toMatchObject({ total: 1, items: [{ channel: 'email', name: 'handler', topics: ['gap'], messages: 2, attempts: 1, lastError: expect.stringContaining('550') }] }); // prettier-ignore
  smtp.mood = 'takes';
  await admin.post(`/api/admin/dead-letters/${letters.items[0]!.id}/retry`).expect(200);
  await admin.post(`/api/admin/dead-letters/${letters.items[0]!.id}/retry`).expect(404);
  // Jobs are made anew from what waits.
  await pool().query('UPDATE delivery SET queued_at = queued_at');
  at('2026-03-04T20:00:00');
  await server.app.get(DeliveryQueue).tick();
  at('2026-03-05T10:00:00');
  await until(() => smtp.taken.length === 1);
  expect(smtp.taken[0]!.messageId).toContain(letters.items[0]!.id);
  await clean();
  await give('handler@example.gov.cn');
});

it('sends again after a restore what was waiting in the backup, under the same id, and nothing else; forgets after 400 days', async () => {
  await told({});
  await until(async () => (await states())['sent'] === 1);
  await told({}, {});
  // As a backup has it: of these two it is not known whether they went out later.
  await pool().query('CREATE TABLE kept_away AS SELECT * FROM delivery');
  await until(async () => (await states())['sent'] === 3);
  await inTransaction(pool(), async (client) => {
    await client.query('DELETE FROM delivery');
    await client.query('INSERT INTO delivery SELECT * FROM kept_away');
  });
  await until(async () => (await states())['sent'] === 3);
  expect(smtp.taken.map(({ messageId }) => messageId)).toEqual([expect.any(String), smtp.taken[2]!.messageId, expect.any(String)]); // prettier-ignore
  expect(smtp.taken[0]!.messageId).not.toBe(smtp.taken[1]!.messageId);
  await told({ topic: 'urge', facts: { number: 'ZG-2026-000009' } });
  await until(async () => (await states())['sent'] === 4);
  const upkeep = server.app.get(DeliveryUpkeep, { strict: false });
  expect(await upkeep.forgetOld()).toBe(0);
  await pool().query(`UPDATE delivery SET queued_at = queued_at - interval '401 days'`);
  await told({});
  expect([await upkeep.forgetOld(), await states()]).toEqual([3, { sent: 1, queued: 1 }]);
  await pool().query('DROP TABLE kept_away');
  await clean();
});

it('cannot be silenced for orders: not by a choice, and not by an address that is none any more', async () => {
  const sms = createServer((request, response) => void request.resume().on('end', () => response.end('{}')));
  await new Promise<void>((settle) => sms.listen(0, '127.0.0.1', settle));
  const url = `http://127.0.0.1:${(sms.address() as AddressInfo).port}/`;
  const admin = await server.signIn('admin');
  await admin.put('/api/channels/sms').send({ enabled: true, isDefault: false, url, method: 'POST', headers: [], body: '{{text}}', success: '' }).expect(200); // prettier-ignore
  await admin.put(`/api/people/${handlerId}/channels`).send({ addresses: [{ name: 'sms', address: '13800001234' }] }).expect(200); // prettier-ignore
  const handler = await server.signIn('handler');
  await handler.put('/api/me/channels').send({ channels: [{ name: 'email', on: false }, { name: 'sms', on: false }] }).expect(200); // prettier-ignore
  await told({}, { topic: 'urge', facts: { number: 'ZG-2026-000007' } });
  await until(async () => (await states())['sent'] === 1);
  expect(smtp.taken.map(textOf)).toEqual([expect.stringContaining('催办')]);
  await clean();
  smtp.mood = 'refuses';
  await give('nobody@example.gov.cn');
  await told({ topic: 'urge', facts: { number: 'ZG-2026-000008' } });
  await until(async () => (await states())['sent'] === 1);
  const { rows } = await pool().query(`SELECT channel, state FROM delivery ORDER BY channel`);
  expect(rows).toEqual([{ channel: 'email', state: 'dead' }, { channel: 'sms', state: 'sent' }]); // prettier-ignore
  await handler
    .put('/api/me/channels')
    .send({ channels: [{ name: 'email', on: true }] })
    .expect(200);
  await give('handler@example.gov.cn');
  await clean();
  sms.close();
});

it('makes one digest of what gathered while the mail server was away, and takes over from a server that is gone', async () => {
  const { port } = smtp;
  const admin = await server.signIn('admin');
  const email = ((await admin.get('/api/channels/email').expect(200)).body as { settings: object }).settings;
  const { hasSecret: _, ...settings } = email as { hasSecret: boolean };
  await admin
    .put('/api/channels/email')
    .send({ ...settings, port: 1 })
    .expect(200);
  await told({});
  await until(
    async () => (await pool().query(`SELECT FROM delivery WHERE attempts > 0 AND state = 'queued'`)).rowCount === 1,
  );
  for (let n = 0; n < 20; n++) await told({});
  await server.app.get(DeliveryQueue).tick();
  await admin
    .put('/api/channels/email')
    .send({ ...settings, port })
    .expect(200);
  await until(async () => {
    await hurry();
    return (await states())['sent'] === 21;
  });
  expect(smtp.taken.length).toBe(2);
  expect(textOf(smtp.taken[1]!)).toContain('共 20 条');
  await clean();
  // A server took the job and was killed: its lock is old, and nobody answers for it.
  await server.app.get(JobQueueStore).stop();
  await told({});
  await inTransaction(pool(), async (client) => {
    await client.query(`UPDATE delivery SET bundle_id = id`);
    const { rows } = await client.query<{ id: string }>('SELECT bundle_id AS id FROM delivery');
    await server.app.get(JobQueueStore).add(client, [rows[0]!.id]);
    await client.query(
      `UPDATE public_jobs._private_jobs SET locked_by = 'killed', locked_at = now() - interval '3 minutes', attempts = 1`,
    );
  });
  await until(async () => (await states())['sent'] === 1);
});
