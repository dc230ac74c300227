/** Setting up channels and choosing among them: secrets go in and never come back, and nothing goes to an address before it is known to be one's own. */
import type TestAgent from 'supertest/lib/agent.js';
import { v7 as uuid } from 'uuid';
import { MailSender } from '../../src/notify/channels/mail.js';
import { said } from '../../src/notify/channels/parcel.js';
import { startServer, type TestServer } from '../support/server.js';
import { type MailServer, startMailServer, textOf } from './mail-server.js';

let server: TestServer;
let smtp: MailServer;
let admin: TestAgent;
let handler: TestAgent;
let handlerId: string;
beforeAll(async () => {
  [server, smtp] = [await startServer(), await startMailServer()];
  handlerId = await server.person('handler', ['handler']);
  [admin, handler] = [await server.signIn('admin'), await server.signIn('handler')];
});
afterAll(() => Promise.all([server.close(), smtp.close()]));

const email = (more: object = {}) => ({
  ...{ enabled: true, isDefault: true, host: '127.0.0.1', port: smtp.port, security: 'none', username: 'office' },
  ...{ from: 'zhenggai@example.gov.cn', fromName: '整改办', ...more },
});

it('keeps a secret without ever telling it, encrypted in the table', async () => {
  const { body } = await admin
    .put('/api/channels/email')
    .send(email({ password: 'right password' }))
    .expect(200);
  expect(body).toEqual({ settings: { ...email(), hasSecret: true } });
  const again = await admin
    .put('/api/channels/email')
    .send(email({ fromName: '销号' }))
    .expect(200);
  expect(again.body).toMatchObject({ settings: { fromName: '销号', hasSecret: true } });
  const { rows } = await server.test.database.pool.query('SELECT settings::text, secrets FROM channel');
  expect(JSON.stringify(rows)).not.toContain('right password');
  expect((rows[0] as { secrets: Buffer }).secrets.length).toBeGreaterThan(20);
});

it('sends a test to the administrator who asks, and says in words what came back', async () => {
  await admin.post('/api/channels/email/test').expect(422);
  await admin.put('/api/me/channels').send({ channels: [{ name: 'email', on: true, address: 'admin@example.gov.cn' }] }).expect(200); // prettier-ignore
  const sent = await admin.post('/api/channels/email/test').expect(200);
  expect(sent.body).toMatchObject({
    sent: true,
    labels: { en: expect.stringContaining('The mail server took it: 250') },
  });
  expect(smtp.taken.at(-1)!.to).toEqual(['admin@example.gov.cn']);
  await admin
    .put('/api/channels/email')
    .send(email({ password: 'wrong password' }))
    .expect(200);
  const refused = await admin.post('/api/channels/email/test').expect(200);
  expect(refused.body).toMatchObject({ sent: false, labels: { en: expect.stringMatching(/refuses the login: 535/) } });
  await admin
    .put('/api/channels/email')
    .send(email({ password: 'right password', port: 1 }))
    .expect(200);
  const nobody = await admin.post('/api/channels/email/test').expect(200);
  expect(nobody.body).toMatchObject({ sent: false, labels: { 'zh-CN': '对方拒绝连接' } });
  await admin.put('/api/channels/email').send(email()).expect(200);
});

it('gives up on a mail server that is slow to answer, and says so', async () => {
  smtp.mood = 'slow';
  const setting = { name: 'email', enabled: true, isDefault: true, settings: email(), secrets: { secret: 'right password' }, changedAt: 0 } as const; // prettier-ignore
  const sender = new MailSender(setting, { connect: 2_000, silence: 300 });
  const line = { topic: 'gap', says: said('甲', 'a'), next: said('乙', 'b'), brief: said('丙', 'c'), href: '/inbox', at: 0 }; // prettier-ignore
  const sent = sender.send('admin@example.gov.cn', { id: uuid(), lines: [line], more: 0, publicUrl: null });
  await expect(sent).rejects.toMatchObject({ kind: 'later', said: { 'zh-CN': '对方没有及时应答' } });
  sender.close();
  smtp.mood = 'takes';
});

it('sends a code to a new address, takes it once, and no guesses', async () => {
  const chosen = await handler.put('/api/me/channels').send({ channels: [{ name: 'email', on: true, address: 'li@example.gov.cn' }] }).expect(200); // prettier-ignore
  const mine = (body: unknown) =>
    (body as { channels: { name: string }[] }).channels.find(({ name }) => name === 'email');
  expect(mine(chosen.body)).toEqual({ name: 'email', enabled: true, on: false, address: 'li@example.gov.cn', verified: false, isDefault: true }); // prettier-ignore
  expect((await handler.post('/api/me/channels/email/code').expect(200)).body).toMatchObject({ sent: true });
  const code = /\d{6}/.exec(textOf(smtp.taken.at(-1)!))![0];
  await handler.post('/api/me/channels/email/code').expect(429);
  const wrong = code === '000000' ? '000001' : '000000';
  await handler.post('/api/me/channels/email/verify').send({ code: wrong }).expect(422);
  const confirmed = await handler.post('/api/me/channels/email/verify').send({ code }).expect(200);
  expect(mine(confirmed.body)).toMatchObject({ on: true, verified: true });
  expect(confirmed.body).toMatchObject({ ordersReach: true });
  await handler.post('/api/me/channels/email/verify').send({ code }).expect(422);
  // The right code after five wrong ones is worth nothing.
  await handler.put('/api/me/channels').send({ channels: [{ name: 'email', on: true, address: 'other@example.gov.cn' }] }).expect(200); // prettier-ignore
  server.clock.advance(61_000);
  await handler.post('/api/me/channels/email/code').expect(200);
  const next = /\d{6}/.exec(textOf(smtp.taken.at(-1)!))![0];
  for (let guess = 0; guess < 5; guess++) await handler.post('/api/me/channels/email/verify').send({ code: next === '111111' ? '222222' : '111111' }).expect(422); // prettier-ignore
  await handler.post('/api/me/channels/email/verify').send({ code: next }).expect(422);
});

it('refuses what is no address of the channel, and an address that nothing may call', async () => {
  for (const [name, address] of [
    ['email', 'a@b.cn,c@d.cn'],
    ['email', 'nowhere'],
    ['wecom', '@all'],
    ['wecom', 'a|b'],
    ['sms', '12'],
  ])
    // prettier-ignore
    await handler.put('/api/me/channels').send({ channels: [{ name, on: true, address }] }).expect(422);
  await admin
    .put('/api/channels/email')
    .send(email({ host: '169.254.169.254' }))
    .expect(200);
  const { body } = await admin.post('/api/channels/email/test').expect(200);
  expect(body).toMatchObject({ sent: false, labels: { en: 'This address may not be called' } });
});

it('lets the administrator enter addresses, and shows them blotted out; orders have one default at most', async () => {
  const addresses = [
    { name: 'sms', address: '13800001234' },
    { name: 'wecom', address: 'lihandler' },
  ];
  const given = await admin.put(`/api/people/${handlerId}/channels`).send({ addresses }).expect(200);
  expect(given.body).toMatchObject({ personId: handlerId });
  expect(JSON.stringify(given.body)).toContain('13***34');
  expect(JSON.stringify(given.body)).not.toContain('13800001234');
  await handler.put(`/api/people/${handlerId}/channels`).send({ addresses }).expect(403);
  const sms = {
    enabled: true,
    isDefault: true,
    url: 'http://127.0.0.1:9/',
    method: 'POST',
    headers: [],
    body: '{{text}}',
    success: '',
  };
  await admin
    .put('/api/channels/sms')
    .send({ ...sms, enabled: false })
    .expect(422);
  await admin.put('/api/channels/sms').send(sms).expect(200);
  const { channels } = (await admin.get('/api/channels').expect(200)).body as {
    channels: { name: string; isDefault: boolean; people: number }[];
  };
  expect(channels.filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(['sms']);
  expect(channels.find(({ name }) => name === 'sms')).toMatchObject({ people: 1 });
});
