/** A drill: real servers on one database, one of them killed in between. The order of a late case reaches who works on it in the inbox, by mail and on
 *  the telephone at nine of the working day, once, with a copy to the leader; nothing after the reply; one digest after three weeks without the service.
 *  Worth its fifteen seconds: nothing else has the whole way, from timer to mail, in processes of their own. `npm run test:long` kills at four moments. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { InboxPage } from '../../src/inbox/inbox.dto.js';
import { type MailServer, startMailServer, textOf } from '../channels/mail-server.js';
import { atLength, isLong } from '../support/length.js';
import { readNote } from '../support/cluster-note.js';
import { type PushPeer, startPushPeer } from '../support/push-peer.js';
import { startServer, type TestServer } from '../support/server.js';

const repository = join(__dirname, '..', '..');
const KEY = randomBytes(32).toString('base64');
const SERVERS = atLength(4, 2);
/** The moment at which one is killed, a case each: what is in the database then, or the mail server has the mail in hand. */
const MOMENTS = atLength(['ordered', 'told', 'gathered', 'in hand'] as const, ['ordered'] as const);
/** Days on which a case is late for the first time, in the order of the moments: working days, and not the first of a week. */
const LATE_ON = ['2026-03-24', '2026-03-25', '2026-03-26', '2026-03-27'];
const DUE_ON = ['2026-03-23', '2026-03-24', '2026-03-25', '2026-03-26'];

let server: TestServer;
let smtp: MailServer;
let phone: PushPeer;
let running: ChildProcess[] = [];
const people: Record<string, string> = {};
const cases: { id: string; number: string }[] = [];

beforeAll(async () => {
  [server, smtp, phone] = [
    await startServer({ env: { SEAL_KEY: KEY, PUBLIC_URL: 'https://zg.example.gov.cn' } }),
    await startMailServer(),
    await startPushPeer(),
  ];
  const east = await server.unit('城东派出所');
  people['clerk'] = await server.person('clerk', ['clerk']);
  people['wang'] = await server.person('wang', ['handler'], east);
  people['chief'] = await server.person('chief', ['unitLeader'], east);
  const [admin, clerk, wang] = [
    await server.signIn('admin'),
    await server.signIn('clerk'),
    await server.signIn('wang'),
  ];
  await admin.patch(`/api/units/${east}`).send({ leaderId: people['chief'] }).expect(200);
  const mail = { host: '127.0.0.1', port: smtp.port, security: 'none', username: 'office', password: 'right password', from: 'zg@example.gov.cn', fromName: '整改办' }; // prettier-ignore
  await admin.put('/api/channels/email').send({ enabled: true, isDefault: true, ...mail }).expect(200); // prettier-ignore
  await admin.put('/api/channels/push').send({ enabled: true, isDefault: false, contact: 'mailto:a@example.gov.cn', services: [phone.origin] }).expect(200); // prettier-ignore
  for (const name of ['wang', 'chief'])
    await admin.put(`/api/people/${people[name]}/channels`).send({ addresses: [{ name: 'email', address: `${name}@example.gov.cn` }] }).expect(200); // prettier-ignore
  await wang.post('/api/me/push').send(phone.subscription).expect(201);
  const [{ id: categoryId }] = (await clerk.get('/api/categories').expect(200)).body as [{ id: string }];
  const dues = [...DUE_ON.slice(0, MOMENTS.length), ...Array.from({ length: 20 }, () => '2026-04-03')];
  for (const dueOn of dues) {
    const made = await clerk.post('/api/cases').send({ title: '路灯不亮', description: '东街', source: 'hotline', categoryId }).expect(201); // prettier-ignore
    const { id, number } = (made.body as { case: { id: string; number: string } }).case;
    cases.push({ id, number });
    await act(clerk, id, 'ASSIGN', { leadUnitId: east, dueOn });
    await act(wang, id, 'ACCEPT');
  }
});
beforeEach(() => {
  smtp.taken.length = phone.taken.length = 0;
});
afterEach(() => stop());
afterAll(async () => {
  await Promise.all([server.close(), smtp.close(), phone.close()]);
});

const act = (agent: TestAgent, caseId: string, type: string, payload: object = {}) =>
  agent
    .post(`/api/cases/${caseId}/commands`)
    .send({ id: uuid(), type, ...payload })
    .expect(200);
const count = async (sql: string): Promise<number> => (await server.test.database.pool.query(sql)).rowCount ?? 0;

/** Starts servers whose clock begins at `at`, as `npm start` does. */
async function start(n: number, at: string): Promise<void> {
  running = Array.from({ length: n }, () =>
    spawn(process.execPath, ['--require', join(__dirname, 'sooner.cjs'), join(repository, 'bin/start.cjs')], {
      cwd: repository,
      env: {
        ...{ PATH: process.env['PATH'], RUN: 'jobs', LOG_LEVEL: 'error', NODE_NO_WARNINGS: '1' },
        ...{ DATABASE_URL: server.test.connectionString, DATA_DIR: join(readNote().folder, 'people-reached') },
        ...{ SEAL_KEY: KEY, PUBLIC_URL: 'https://zg.example.gov.cn', CLOCK_START: `${at}+08:00` },
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  await Promise.all(running.map((child) => once(child.stdout!, 'data')));
}
async function stop(): Promise<void> {
  const left = running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  for (const child of left) child.kill('SIGTERM');
  await Promise.all(left.map((child) => once(child, 'exit')));
  running = [];
}
async function until(what: string, reached: () => boolean | Promise<boolean>): Promise<void> {
  // A lock of a server that is gone is taken over after two minutes.
  for (const from = performance.now(); !(await reached()); await pause(20))
    if (performance.now() - from > 200_000) throw new Error(`not reached: ${what}`);
}
/** Nothing that was due at `moment` is untold or on its way any more, and the servers that are left have looked again. */
async function settled(moment: string): Promise<void> {
  await until('everything sent', async () => {
    const waits = `SELECT FROM delivery WHERE state = 'queued' UNION ALL SELECT FROM message WHERE delivered_at IS NULL AND deliver_at <= '${moment}+08:00'`;
    return (await count(waits)) === 0;
  });
  await pause(1_500);
}
const MOMENT: Record<(typeof MOMENTS)[number], (number: string, id: string) => Promise<boolean> | boolean> = {
  ordered: async (_, id) => (await count(`SELECT FROM supervision_order WHERE case_id = '${id}'`)) > 0,
  told: async (_, id) => (await count(`SELECT FROM inbox_entry WHERE case_id = '${id}' AND topic = 'order.blue'`)) > 0,
  gathered: async (_, id) =>
    (await count(`SELECT FROM delivery d JOIN inbox_entry e ON e.id = d.entry_id WHERE e.case_id = '${id}' AND e.topic = 'order.blue' AND d.bundle_id IS NOT NULL`)) > 0, // prettier-ignore
  'in hand': (number) => smtp.taken.some((mail) => textOf(mail).includes(`${number} 已逾期`)),
};
const sentTo = (name: string) => smtp.taken.filter(({ to }) => to.includes(`${name}@example.gov.cn`));
/** Different mails to somebody that say `what`: a repeat bears the same Message-ID, and is shown once. */
const mailsTo = (name: string, what: string): number =>
  new Set(
    smtp.taken
      .filter((mail) => mail.to.includes(`${name}@example.gov.cn`) && textOf(mail).includes(what))
      .map(({ messageId }) => messageId),
  ).size;
const inbox = async (name: string): Promise<InboxPage['items']> =>
  ((await (await server.signIn(name)).get('/api/inbox?limit=100').expect(200)).body as InboxPage).items;

it.each(MOMENTS.map((moment, at) => [moment, at] as const))(
  'the blue order is in inbox, mail and telephone at nine, once, with a copy to the leader, one server killed once it is %s',
  async (moment, at) => {
    const { id, number } = cases[at]!;
    await start(SERVERS, `${LATE_ON[at]}T08:59:58`);
    await until(moment, () => MOMENT[moment](number, id));
    running[0]!.kill('SIGKILL');
    await settled(`${LATE_ON[at]}T09:00:00`);
    server.clock.set(Date.parse(`${LATE_ON[at]}T09:05:00+08:00`));
    const ofCase = (items: InboxPage['items']) => items.filter(({ caseId, topic }) => caseId === id && topic.startsWith('order')); // prettier-ignore
    const [own, copy] = [ofCase(await inbox('wang')), ofCase(await inbox('chief'))];
    expect([own.map(({ topic }) => topic), copy.map(({ topic }) => topic)]).toEqual([['order.blue'], ['order.blue.copy']]); // prettier-ignore
    for (const { at: told } of [...own, ...copy]) expect(told).toMatch(new RegExp(`^${LATE_ON[at]}T01:00:`));
    expect([mailsTo('wang', `${number} 已逾期`), mailsTo('chief', `抄送：${number} 已逾期`)]).toEqual([1, 1]);
    const pushes = phone.taken.filter(({ body }) => body.includes(`${number} 蓝色督办单`));
    expect(new Set(pushes.map(({ tag }) => tag)).size).toBe(1);

    const reply = {
      period: 1,
      rung: 'blue',
      text: '正在换灯',
      cause: '缺配件',
      isFinal: false,
      promisedOn: '2026-03-31',
    };
    await act(await server.signIn('wang'), id, 'REPLY_ORDER', reply);
  },
  240_000,
);

if (isLong)
  it('says no more of an order that was answered', async () => {
    await start(1, '2026-03-30T10:00:00');
    await until('the digest', () => smtp.taken.some(({ to }) => to.includes('wang@example.gov.cn')));
    await settled('2026-03-30T10:00:00');
    for (const { number } of cases.slice(0, MOMENTS.length))
      expect([mailsTo('wang', `${number} 已逾期`), mailsTo('chief', `抄送：${number} 已逾期`)]).toEqual([0, 0]);
    expect([sentTo('wang').length, phone.taken.length]).toEqual([1, 1]);
  }, 240_000);

it('sends one digest after three weeks without the service, and in it no order that was answered', async () => {
  await start(atLength(4, 1), '2026-04-20T10:00:00');
  await until('mail to the leader', () => sentTo('chief').length > 0);
  await settled('2026-04-20T10:00:00');
  const each = (name: string): string[] => sentTo(name).map((mail) => `${mail.messageId} ${textOf(mail)}`);
  expect([each('wang'), each('chief'), phone.taken.map(({ body }) => body)]).toEqual([
    [expect.any(String)],
    [expect.any(String)],
    [expect.any(String)],
  ]);
  expect(textOf(sentTo('chief')[0]!)).toMatch(/共 \d{2,} 条/);
  for (const { number } of cases.slice(0, MOMENTS.length))
    expect([mailsTo('wang', `${number} 已逾期`), mailsTo('chief', `抄送：${number} 已逾期`)]).toEqual([0, 0]);
}, 240_000);
