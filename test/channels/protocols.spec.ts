/** What other systems see: pushes decrypted as a browser does, webhooks checked by the reference library, WeCom and DingTalk against a stand-in, a gateway's call. */
import { createECDH, type ECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type TestAgent from 'supertest/lib/agent.js';
import { isForbidden } from '../../src/notify/channels/reachable.js';
import { startServer, type TestServer } from '../support/server.js';
import { type AppStandIn, KNOWN, startAppStandIn } from './app-stand-in.js';

/** It has no types of its own. */
const ece = createRequire(__filename)('http_ece') as {
  decrypt(sealed: Buffer, keys: { version: string; privateKey: ECDH; authSecret: string }): Buffer;
};

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
let server: TestServer;
let admin: TestAgent;
let apps: AppStandIn;
const received: Received[] = [];
/** What the listener answers next. */
let status = 201;
let location: string | undefined;
const listener = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
    response.writeHead(status, location === undefined ? {} : { location });
    response.end('{"code":0}');
  });
});
let home: string;
beforeAll(async () => {
  [server, apps] = [await startServer(), await startAppStandIn()];
  admin = await server.signIn('admin');
  await new Promise<void>((settle) => listener.listen(0, '127.0.0.1', settle));
  home = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
});
afterAll(() => Promise.all([server.close(), apps.close(), new Promise((settle) => listener.close(settle))]));
beforeEach(() => {
  received.length = 0;
  [status, location] = [201, undefined];
});

const address = (name: string, value: string) =>
  admin
    .put('/api/me/channels')
    .send({ channels: [{ name, on: true, address: value }] })
    .expect(200);
const test = async (path: string): Promise<{ sent: boolean; labels: { en: string }; request: string | null }> =>
  (await admin.post(`/api/${path}/test`).expect(200)).body as never;

describe('Web Push', () => {
  const browser = createECDH('prime256v1');
  const auth = randomBytes(16);
  const subscription = () => ({
    endpoint: `${home}/push/1`,
    expirationTime: null,
    keys: { p256dh: browser.generateKeys('base64url'), auth: auth.toString('base64url') },
  });
  const push = (more: object = {}) => ({
    enabled: true,
    isDefault: false,
    contact: 'mailto:a@example.gov.cn',
    services: [home],
    ...more,
  });

  it('is encrypted for the browser, says number and topic only, and comes with a key that is made once', async () => {
    const { body } = await admin.put('/api/channels/push').send(push()).expect(200);
    const again = await admin.put('/api/channels/push').send(push()).expect(200);
    const { publicKey } = (body as { settings: { publicKey: string } }).settings;
    expect([(again.body as typeof body).settings.publicKey, Buffer.from(publicKey, 'base64url').length]).toEqual([
      publicKey,
      65,
    ]);
    expect((await admin.get('/api/me/push').expect(200)).body).toEqual({ publicKey, subscriptions: [] });
    const made = await admin.post('/api/me/push').send(subscription()).expect(201);
    expect(await test('channels/push')).toMatchObject({ sent: true });
    const [{ headers, body: sealed }] = received as [Received];
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', topic: expect.stringMatching(/^[0-9a-f]{32}$/), authorization: expect.stringMatching(new RegExp(`^vapid t=.+, k=${publicKey}$`)) }); // prettier-ignore
    const plain = ece
      .decrypt(sealed, { version: 'aes128gcm', privateKey: browser, authSecret: auth.toString('base64url') })
      .toString('utf8');
    expect(JSON.parse(plain)).toEqual({
      id: expect.any(String),
      tag: expect.any(String),
      title: '销号',
      body: '测试消息',
      href: '/inbox',
    });
    const { rows } = await server.test.database.pool.query('SELECT subscription FROM push_subscription');
    expect((rows[0] as { subscription: Buffer }).subscription.toString('latin1')).not.toContain(home);
    // The browser has unsubscribed: it is forgotten.
    status = 410;
    expect(await test('channels/push')).toMatchObject({ sent: false });
    await admin.delete(`/api/me/push/${(made.body as { id: string }).id}`).expect(404);
  });

  it('goes to no address that the administrator does not allow, whatever a browser says', async () => {
    for (const endpoint of [
      'http://127.0.0.1:5432/',
      'https://fcm.googleapis.com.example.cn/x',
      'https://fcm.googleapis.com:8443/x',
    ])
      await admin
        .post('/api/me/push')
        .send({ ...subscription(), endpoint })
        .expect(422);
    await admin
      .put('/api/channels/push')
      .send(push({ services: ['*.push.apple.com'] }))
      .expect(200);
    await admin
      .post('/api/me/push')
      .send({ ...subscription(), endpoint: 'https://web.push.apple.com/x' })
      .expect(201);
    await admin.post('/api/me/push').send(subscription()).expect(422);
    expect(received).toEqual([]);
  });
});

describe('a webhook', () => {
  const hook = (more: object = {}) => ({
    name: '热线',
    kind: 'standard',
    url: `${home}/hook`,
    topics: ['order.blue'],
    active: true,
    ...more,
  });
  const verified = ({ body, headers }: Received, secret: string) =>
    new Webhook(secret).verify(body, headers as Record<string, string>);

  it('is signed as the reference library checks it, with both secrets while one takes over from the other', async () => {
    const made = (await admin.post('/api/webhooks').send(hook()).expect(201)).body as { id: string; secret: string };
    expect(await test(`webhooks/${made.id}`)).toMatchObject({ sent: true });
    expect(verified(received[0]!, made.secret)).toMatchObject({ type: 'test', data: { caseNumber: null } });
    expect(() => verified(received[0]!, `whsec_${randomBytes(24).toString('base64')}`)).toThrow(
      'No matching signature',
    );
    const replayed = { ...received[0]!, headers: { ...received[0]!.headers, 'webhook-timestamp': '1700000000' } };
    expect(() => verified(replayed, made.secret)).toThrow('too old');
    const turned = (await admin.post(`/api/webhooks/${made.id}/secret`).expect(200)).body as { secret: string };
    await test(`webhooks/${made.id}`);
    for (const secret of [made.secret, turned.secret]) verified(received[1]!, secret);
    server.clock.advance(86_400_001);
    admin = await server.signIn('admin');
    await test(`webhooks/${made.id}`);
    verified(received[2]!, turned.secret);
    expect(() => verified(received[2]!, made.secret)).toThrow('No matching signature');
    expect(JSON.stringify((await admin.get('/api/webhooks').expect(200)).body)).not.toContain('whsec_');
    await admin
      .post('/api/webhooks')
      .send(hook({ topics: ['digest'] }))
      .expect(422);
  });

  it('follows no redirect and calls no address of a machine itself', async () => {
    const made = (await admin.post('/api/webhooks').send(hook()).expect(201)).body as { id: string };
    [status, location] = [307, `${home}/elsewhere`];
    expect(await test(`webhooks/${made.id}`)).toMatchObject({
      sent: false,
      labels: { en: 'The other side points elsewhere, which is not followed' },
    });
    expect(received.map(({ path }) => path)).toEqual(['/hook']);
    for (const url of ['http://169.254.169.254/latest', 'http://[fe80::1]/', 'http://[::ffff:169.254.169.254]/']) {
      await admin
        .put(`/api/webhooks/${made.id}`)
        .send({ name: '热线', url, topics: ['order.blue'], active: true })
        .expect(200);
      expect(await test(`webhooks/${made.id}`)).toMatchObject({
        sent: false,
        labels: { en: 'This address may not be called' },
      });
    }
    expect(['10.1.2.3', '127.0.0.1', '192.168.1.9', 'fd12::1', '169.254.0.1', '::ffff:a9fe:a9fe', '0.0.0.0', '239.1.1.1'].map(isForbidden)).toEqual([false, false, false, false, true, true, true, true]); // prettier-ignore
  });
});

describe.each([
  ['wecom', { corpId: 'ww1', agentId: 1000002 }, '/cgi-bin/message/send'],
  ['dingtalk', { appKey: 'ding1', agentId: 77 }, '/topapi/message/corpconversation/asyncsend_v2'],
])('%s, against a stand-in', (name, settings, path) => {
  const set = (more: object = {}) =>
    admin
      .put(`/api/channels/${name}`)
      .send({ enabled: true, isDefault: false, baseUrl: apps.url, ...settings, ...more });

  it('keeps its token, renews it once where it is refused, and says who is unknown and what is too much', async () => {
    await set().expect(422);
    await set({ appSecret: 'wrong' }).expect(200);
    await address(name, KNOWN.person);
    expect(await test(`channels/${name}`)).toMatchObject({
      sent: false,
      labels: { en: expect.stringContaining('40001') },
    });
    await set({ appSecret: KNOWN.secret }).expect(200);
    Object.assign(apps, { tokens: 0, stale: 0, limit: Infinity });
    apps.taken.length = 0;
    for (const _ of [1, 2]) expect(await test(`channels/${name}`)).toMatchObject({ sent: true });
    expect([apps.tokens, apps.stale]).toEqual([1, 0]);
    apps.expire();
    expect(await test(`channels/${name}`)).toMatchObject({ sent: true });
    expect([apps.tokens, apps.stale]).toEqual([2, 1]);
    expect(apps.taken.map((one) => one.path)).toEqual([path, path, path]);
    apps.limit = 0;
    expect(await test(`channels/${name}`)).toMatchObject({
      sent: false,
      labels: { en: expect.stringContaining('too many at once') },
    });
    apps.limit = Infinity;
    await address(name, 'stranger');
    expect(await test(`channels/${name}`)).toMatchObject({
      sent: false,
      labels: { en: expect.stringContaining('knows no such person') },
    });
  });
});

it('robots post into their groups, the one of DingTalk with a signature, and never show their address', async () => {
  apps.taken.length = 0;
  const add = async (kind: string, url: string, more: object = {}) =>
    ((await admin.post('/api/webhooks').send({ name: kind, kind, url, topics: ['order.blue'], active: true, ...more }).expect(201)).body as { id: string }).id; // prettier-ignore
  const wecom = await add('wecomRobot', `${apps.url}/cgi-bin/webhook/send?key=${KNOWN.robotKey}`);
  const dingtalk = await add('dingtalkRobot', `${apps.url}/robot/send?access_token=t`, {
    robotSecret: KNOWN.robotSecret,
  });
  const unsigned = await add('dingtalkRobot', `${apps.url}/robot/send?access_token=t`);
  expect(await test(`webhooks/${wecom}`)).toMatchObject({ sent: true });
  expect(await test(`webhooks/${dingtalk}`)).toMatchObject({ sent: true });
  expect(await test(`webhooks/${unsigned}`)).toMatchObject({
    sent: false,
    labels: { en: expect.stringContaining('310000') },
  });
  expect(apps.taken.map(({ body }) => body['text'])).toEqual([
    { content: '【销号】测试消息' },
    { content: '【销号】测试消息' },
  ]);
  expect(JSON.stringify((await admin.get('/api/webhooks').expect(200)).body)).not.toContain(KNOWN.robotKey);
});

it('calls a gateway as its template says: values stay values, and the test shows the call without its secret', async () => {
  const sms = {
    ...{
      enabled: true,
      isDefault: false,
      url: `${home}/sms?to={{mobile}}`,
      method: 'POST',
      success: '"code":0',
      secret: 'k"1',
    },
    headers: [
      { header: 'Content-Type', value: 'application/json' },
      { header: 'X-Key', value: '{{secret}}' },
    ],
    body: '{"content":"{{text}}","id":"{{id}}","key":"{{secret}}"}',
  };
  await admin.put('/api/channels/sms').send(sms).expect(200);
  await address('sms', '+8613800001234');
  const shown = await test('channels/sms');
  expect(shown).toMatchObject({ sent: true, labels: { en: expect.stringContaining('201') } });
  const [{ path, headers, body }] = received as [Received];
  expect([path, headers['x-key'], JSON.parse(body.toString())]).toEqual(['/sms?to=%2B8613800001234', 'k"1', { content: expect.stringContaining('测试消息'), id: expect.any(String), key: 'k"1' }]); // prettier-ignore
  expect(shown.request).toContain('POST');
  expect(shown.request).not.toContain('k"1');
  await admin
    .put('/api/channels/sms')
    .send({ ...sms, success: '"code":1' })
    .expect(200);
  expect(await test('channels/sms')).toMatchObject({ sent: false });
});
