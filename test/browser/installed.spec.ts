/** The desk as an app on a telephone, on the real service: read and written without a network, gone when its person leaves, opened by a message, taken on by an
 *  upgrade; and inside the apps whose browsers have none of this. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { pushPayload } from '../../src/notify/channels/web-push.js';
import { cutOff, leaveBrowser, openPage, rawKeys, settled, type OpenPage } from '../support/browser.js';
import { readNote } from '../support/cluster-note.js';
import { atLength } from '../support/length.js';
import { type PushPeer, startPushPeer } from '../support/push-peer.js';
import { startServer, type TestServer } from '../support/server.js';
import { copiedPages, upgradePages } from '../support/upgraded-pages.js';
import { builtDesk } from './invented-service.js';
import { everythingKept } from './kept-in-browser.js';

/** The smallest picture there is. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const TITLE = '东街路灯不亮';
const RAISER = { name: '李桂兰', contact: '13800001234' };

let server: TestServer;
let unitId: string;
let phone: PushPeer;
/** The pages of this file's service. */
let pages: string;
let open: OpenPage | undefined;
beforeAll(async () => {
  phone = await startPushPeer();
  pages = copiedPages(builtDesk(), join(readNote().folder, `pages-${process.pid}`));
  server = await startServer({ webFolder: pages });
  unitId = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('handler', ['handler'], unitId);
  await server.person('second', ['handler'], unitId);
  const settings = { contact: 'mailto:a@example.gov.cn', services: [phone.origin] };
  const admin = await server.signIn('admin');
  await admin
    .put('/api/channels/push')
    .send({ enabled: true, isDefault: false, ...settings })
    .expect(200);
}, 180_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await Promise.all([server.close(), phone.close()]);
});

/** A case in the hands of the unit. */
async function givenCase(): Promise<string> {
  const clerk = await server.signIn('clerk');
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const id = uuid();
  const about = { id, title: TITLE, description: '夜里看不清路。', source: 'hotline', categoryId, raiser: RAISER };
  await clerk.post('/api/cases').send(about).expect(201);
  const command = `/api/cases/${id}/commands`;
  await clerk.post(command).send({ id: uuid(), type: 'ASSIGN', leadUnitId: unitId }).expect(200);
  const handler = await server.signIn('handler');
  await handler.post(command).send({ id: uuid(), type: 'ACCEPT' }).expect(200);
  return id;
}
async function progressOf(id: string): Promise<{ text: string; photos: number }[]> {
  const { body } = await (await server.signIn('handler')).get(`/api/cases/${id}/history`).expect(200);
  return (body as { type: string; payload: { text: string; evidence?: string[] } }[])
    .filter(({ type }) => type === 'PROGRESS')
    .map(({ payload }) => ({ text: payload.text, photos: payload.evidence?.length ?? 0 }));
}

async function signIn(page: Page, path: string, username = 'handler'): Promise<void> {
  await page.request.post('/api/session', { data: { username, password: `password of ${username}` } });
  await page.goto(path);
  await settled(page);
}
/** What the device keeps to be read without the service: names of questions and whose they are. */
const answersOn = (page: Page): Promise<{ id: string; ownerId: string }[]> =>
  page.evaluate(
    () =>
      new Promise<{ id: string; ownerId: string }[]>((done) => {
        const request = indexedDB.open('xiaohao-device');
        request.onsuccess = () => {
          const database = request.result;
          const all = database.transaction('answers').objectStore('answers').getAll();
          all.onsuccess = () => {
            database.close();
            done((all.result as { id: string; ownerId: string }[]).map(({ id, ownerId }) => ({ id, ownerId })));
          };
        };
      }),
  );
/** Resolves once the worker serves the page and these questions are kept, which is some seconds after the page. */
async function ready(page: Page, ...questions: string[]): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null && localStorage.getItem('xiaohao.kept'));
  const until = Date.now() + 15_000;
  for (;;) {
    const kept = (await answersOn(page)).map(({ id }) => id);
    if (questions.every((one) => kept.some((id) => id.startsWith(one)))) return;
    if (Date.now() > until) throw new Error(`kept are only ${kept.join(', ')}`);
    await page.waitForTimeout(100);
  }
}
const readable = async (page: Page): Promise<string[]> =>
  (await everythingKept(page)).filter((text) => [TITLE, RAISER.name, RAISER.contact].some((one) => text.includes(one)));

test('My work and an opened case are read and reported on without a network, and leave with their person', async () => {
  const id = await givenCase();
  open = await openPage(server.url, { width: 390, worker: true });
  const { page, context } = open;
  await signIn(page, '/work');
  await page.getByText(TITLE).first().click();
  await page.getByText('夜里看不清路。').first().waitFor();
  await ready(page, 'work', `case ${id}`, `history ${id}`, 'units');
  expect(await readable(page)).toEqual([]);

  await context.setOffline(true);
  await page.reload();
  await page.getByText('夜里看不清路。').first().waitFor();
  const asOf = page.getByText(/离线，数据截至 .*；期限和逾期按当时计算/);
  await asOf.waitFor();
  expect(await cutOff(page)).toEqual([]);
  expect(await rawKeys(page, ['case', 'shell', 'form', 'values', 'terms', 'device'])).toEqual([]);

  const form = page.getByRole('dialog', { name: '填报进展' });
  await page.getByRole('button', { name: '填报进展' }).click();
  await form.getByLabel('进展').fill('已报修，等待配件');
  await page.locator('input[capture]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PHOTO });
  await form.getByText('现场.png').waitFor();
  await form.getByRole('button', { name: '填报进展' }).click();
  await page.getByText('1 项尚未送达').waitFor();

  // the app is closed and opened again, still without a network
  await page.goto('/work');
  await asOf.waitFor();
  await page.getByText(TITLE).first().waitFor();
  await page.getByText('1 项尚未送达').waitFor();
  expect(await progressOf(id)).toEqual([]);

  await context.setOffline(false);
  await page.getByText('1 项尚未送达').waitFor({ state: 'detached' });
  await asOf.waitFor({ state: 'detached' });
  expect(await progressOf(id)).toEqual([{ text: '已报修，等待配件', photos: 1 }]);

  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退出' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
  expect(await answersOn(page)).toEqual([]);
  expect(await readable(page)).toEqual([]);
  await context.setOffline(true);
  await page.goto('/work');
  await page.getByRole('alert').waitFor();
  expect(await page.getByText(TITLE).count()).toBe(0);
  await context.setOffline(false);
});

test('what is kept goes when the session was ended elsewhere, and when somebody else signs in', async () => {
  const id = await givenCase();
  open = await openPage(server.url, { width: 390, worker: true });
  const { page, context } = open;
  await signIn(page, `/cases/${id}`);
  await ready(page, `case ${id}`);
  await (await server.signIn('handler')).delete('/api/me/sessions').expect(204);
  await page.getByRole('link', { name: '我的工作' }).click();
  await page.getByText('登录已过期，请重新登录').waitFor();
  await page.waitForFunction(() => localStorage.getItem('xiaohao.kept') === null);
  expect(await answersOn(page)).toEqual([]);

  await page.getByLabel('密码', { exact: true }).fill('password of handler');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await ready(page, 'work');
  // the browser was closed without signing out
  await context.clearCookies();
  await signIn(page, '/work', 'second');
  await ready(page, 'work');
  const owners = new Set((await answersOn(page)).map(({ ownerId }) => ownerId));
  const second = (await (await server.signIn('second')).get('/api/me').expect(200)).body as { user: { id: string } };
  expect([...owners]).toEqual([second.user.id]);
});

/** What of a worker the test takes hold of: its telephone's drawer, which a browser without a window does not have. */
interface Drawer {
  shown: { title: string; body: string; data: { href: string } }[];
  registration: {
    showNotification: (title: string, options: { body: string; data: { href: string } }) => Promise<void>;
  };
}

/** Resolves once the device knows that the session of whoever it is woken for has ended. */
const quieted = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const isIn = (): Promise<boolean> =>
      new Promise((done) => {
        const request = indexedDB.open('xiaohao-device');
        request.onsuccess = () => {
          const reader = request.result.transaction('door').objectStore('door').get('reader');
          reader.onsuccess = () => {
            request.result.close();
            done((reader.result as { isIn: boolean }).isIn);
          };
        };
      });
    while (await isIn()) await new Promise((done) => setTimeout(done, 50));
  });

test('a device is subscribed by the button of the account, a push opens its case in the page that is there, signed out it says nothing; and an upgrade takes the page on', async () => {
  const id = await givenCase();
  // a page that another test left still names that one's worker
  open = await openPage(server.url, { width: 390, worker: true, anew: true, clock: true });
  const { page, context } = open;
  // a browser without a window shows no notification and reaches no push service: its person's consent and what it would be given there are the test's
  await page.addInitScript((given) => {
    let permission: NotificationPermission = 'default';
    Object.defineProperty(Notification, 'permission', { get: () => permission });
    Notification.requestPermission = () => Promise.resolve((permission = 'granted'));
    let made: object | null = null;
    const one = { toJSON: () => given, unsubscribe: () => Promise.resolve((made = null) === null) };
    Object.assign(PushManager.prototype, {
      subscribe: ({ userVisibleOnly, applicationServerKey: key }: PushSubscriptionOptionsInit) =>
        userVisibleOnly === true && typeof key === 'string' && /^[\w-]{87}$/.test(key)
          ? Promise.resolve((made = one))
          : Promise.reject(new DOMException('no key', 'InvalidAccessError')),
      getSubscription: () => Promise.resolve(made),
    });
  }, phone.subscription);
  await signIn(page, '/account');
  await page.clock.fastForward(5_000); // what is loaded after the page
  await ready(page);
  await page.getByRole('button', { name: '开启推送' }).click();
  await page.getByText('已开启。锁屏上只显示编号和主题').waitFor();
  const handler = await server.signIn('handler');
  const { subscriptions } = (await handler.get('/api/me/push').expect(200)).body as { subscriptions: object[] };
  expect(subscriptions).toHaveLength(1);

  const worker = context.serviceWorkers()[0]!;
  await worker.evaluate(() => {
    const drawer = self as unknown as Drawer;
    drawer.shown = [];
    drawer.registration.showNotification = (title, options) => {
      drawer.shown.push({ title, ...options });
      return Promise.resolve();
    };
  });
  const browser = await context.newCDPSession(page);
  const registered = new Promise<string>((known) =>
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(server.url));
      if (ours !== undefined) known(ours.registrationId);
    }),
  );
  await browser.send('ServiceWorker.enable');
  const registrationId = await registered;
  const push = async (nth: number): Promise<Drawer['shown'][number]> => {
    const words = { 'zh-CN': 'ZG-1 蓝灯督办', en: 'ZG-1 blue order' };
    const line = { topic: 'order.blue', says: words, next: words, brief: words, href: `/cases/${id}`, at: 0 };
    const data = pushPayload({ id: uuid(), lines: [line], more: 0, publicUrl: null });
    await browser.send('ServiceWorker.deliverPushMessage', { origin: server.url, registrationId, data });
    return worker.evaluate(async (wanted) => {
      const { shown } = self as unknown as Drawer;
      for (let left = 200; shown.length < wanted && left > 0; left--) await new Promise((done) => setTimeout(done, 50));
      return shown[wanted - 1]!;
    }, nth);
  };

  const shown = await push(1);
  expect(shown).toMatchObject({ title: '销号', body: 'ZG-1 蓝灯督办', data: { href: `/cases/${id}` } });
  await worker.evaluate((about) => {
    const event = new Event('notificationclick');
    const notification = { data: about, close: () => undefined };
    Object.assign(event, { notification, waitUntil: () => undefined });
    self.dispatchEvent(event);
  }, shown.data);
  await page.waitForURL(`**/cases/${id}`);
  await page.getByText('夜里看不清路。').first().waitFor();

  await (await server.signIn('handler')).delete('/api/me/sessions').expect(204);
  // by a word to the page itself: its stream may have told it already, and then the way in lies over the link
  await page.getByRole('link', { name: '我的工作' }).dispatchEvent('click');
  await page.getByText('登录已过期，请重新登录').waitFor();
  await quieted(page);
  expect((await push(2)).body).toMatch(/^有新消息，请登录查看/);

  await page.getByLabel('密码', { exact: true }).fill('password of handler');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText(TITLE).first().waitFor();
  const script = (): Promise<string | null> => page.locator('script[type=module]').first().getAttribute('src');
  const before = await script();

  // the part of the next page is gone at the service
  upgradePages(pages);
  await page.getByRole('link', { name: '整改事项' }).click();
  await page.getByRole('heading', { name: '整改事项' }).waitFor();
  await page.waitForURL('**/cases');
  const after = await script();
  expect(after).not.toBe(before);

  // who stays on a page is told within the hour, and goes on when they like
  await settled(page);
  await page.clock.fastForward(5_000);
  await ready(page);
  upgradePages(pages);
  await page.clock.fastForward(3_600_000);
  await page.getByText('新版本已就绪').waitFor();
  expect(await script()).toBe(after);
  await page.getByRole('button', { name: '刷新' }).click();
  await page.waitForFunction(
    (old) => document.querySelector<HTMLScriptElement>('script[type=module]')?.getAttribute('src') !== old,
    after,
  );
  await page.getByRole('heading', { name: '整改事项' }).waitFor();
});

const APPS = [
  [
    '企业微信',
    'Mozilla/5.0 (Linux; Android 10; HMA-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 XWEB/4317 MMWEBSDK/20220903 Mobile Safari/537.36 wxwork/4.1.10 MicroMessenger/7.0.1',
  ],
  [
    '钉钉',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 15_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/19E241 AliApp(DingTalk/7.0.40) language/zh-Hans-CN',
  ],
] as const;

// they differ in their names alone: what is missing is taken away by the test
test.each(atLength([...APPS], [APPS[0]]))(
  'inside %s, where workers, notifications and room to store are missing, the work is done: %s',
  async (app, userAgent) => {
    const id = await givenCase();
    open = await openPage(server.url, { width: 390 });
    const { page, context } = open;
    await (await context.newCDPSession(page)).send('Emulation.setUserAgentOverride', { userAgent });
    await page.addInitScript(() => {
      delete (Navigator.prototype as unknown as { serviceWorker?: unknown }).serviceWorker;
      for (const name of ['Notification', 'PushManager', 'BroadcastChannel'])
        delete (window as unknown as Record<string, unknown>)[name];
      const refuse = (): never => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
      IDBFactory.prototype.open = refuse;
      Storage.prototype.setItem = refuse;
    });
    await signIn(page, '/work');
    await page.getByText(TITLE).first().waitFor();
    await page.goto(`/cases/${id}`);
    const form = page.getByRole('dialog', { name: '填报进展' });
    await page.getByRole('button', { name: '填报进展' }).click();
    await form.getByLabel('进展').fill('在应用里填报');
    await page.locator('input[capture]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PHOTO });
    await form.getByText('现场.png').waitFor();
    await form.getByRole('button', { name: '填报进展' }).click();
    await page.getByText('已办理：填报进展').waitFor();
    expect(await progressOf(id)).toEqual([{ text: '在应用里填报', photos: 1 }]);

    const later = page.waitForResponse((response) => response.url().includes('/installed-'));
    await page.goto('/cases');
    await later;
    await page.getByText('导出与打印').click();
    await page.getByRole('link', { name: '导出 Excel', exact: true }).click();
    await page.getByText(`如果在${app}里没有开始下载`).waitFor();
    expect(await cutOff(page)).toEqual([]);

    await page.goto('/account');
    await page.getByText(`您正在${app}里使用`).waitFor();
    expect(await cutOff(page)).toEqual([]);
    expect(await rawKeys(page, ['account', 'device', 'shell'])).toEqual([]);
    expect(open.faults).toEqual([]);
  },
);
