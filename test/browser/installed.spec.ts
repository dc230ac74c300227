/** The desk as an app on a telephone, on the real service: read and written without a network, gone when its person leaves, opened by a message; and
 *  inside the apps whose browsers have none of this. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { cutOff, leaveBrowser, openPage, rawKeys, settled, type OpenPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { atLength } from '../support/length.js';
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
let open: OpenPage | undefined;
beforeAll(async () => {
  server = await startServer({ webFolder: builtDesk() });
  unitId = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('handler', ['handler'], unitId);
  await server.person('second', ['handler'], unitId);
}, 180_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await server.close();
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

/** What of a worker the test takes hold of: its telephone's drawer, which a browser without a window does not have, and the events that come from it. */
interface Drawer {
  shown: { title: string; body: string; data: object }[];
  registration: { showNotification: (title: string, options: { body: string; data: object }) => Promise<void> };
  PushEvent: new (type: string, init: { data: string }) => Event;
}

test('a message is shown as number and topic and opens its case in the page that is there; signed out it says nothing', async () => {
  const id = await givenCase();
  // a page that another test left still names that one's worker
  open = await openPage(server.url, { width: 390, worker: true, anew: true });
  const { page, context } = open;
  await signIn(page, '/work');
  await ready(page, 'work');
  const worker = context.serviceWorkers()[0]!;
  const shownAfter = (count: number): Promise<Drawer['shown'][number]> =>
    worker.evaluate(async (wanted) => {
      const { shown } = self as unknown as Drawer;
      for (let left = 200; shown.length < wanted && left > 0; left--) await new Promise((done) => setTimeout(done, 50));
      return shown.at(-1)!;
    }, count);
  const push = (): Promise<void> =>
    worker.evaluate(
      (data) => {
        const drawer = self as unknown as Drawer;
        drawer.shown ??= [];
        drawer.registration.showNotification = (title, options) => {
          drawer.shown.push({ title, ...options });
          return Promise.resolve();
        };
        const event = new drawer.PushEvent('push', { data });
        // the browser keeps the worker alive for its own events alone
        Object.defineProperty(event, 'waitUntil', { value: () => undefined });
        self.dispatchEvent(event);
      },
      JSON.stringify({ id: uuid(), tag: 'a', title: '销号', body: 'ZG-1 蓝灯督办', href: `/cases/${id}` }),
    );
  const write = (isIn: boolean): Promise<void> =>
    page.evaluate(
      (reader) =>
        new Promise<void>((done) => {
          const request = indexedDB.open('xiaohao-device');
          request.onsuccess = () => {
            const writing = request.result.transaction('door', 'readwrite');
            writing.objectStore('door').put(reader);
            writing.oncomplete = () => {
              request.result.close();
              done();
            };
          };
        }),
      { id: 'reader', personId: 'somebody', subscriptionId: 'one', isIn },
    );

  await write(true);
  await push();
  const data = { href: `/cases/${id}` };
  expect(await shownAfter(1)).toMatchObject({ title: '销号', body: 'ZG-1 蓝灯督办', data });
  await worker.evaluate((about) => {
    const event = new Event('notificationclick');
    const notification = { data: about, close: () => undefined };
    Object.assign(event, { notification, waitUntil: () => undefined });
    self.dispatchEvent(event);
  }, data);
  await page.waitForURL(`**/cases/${id}`);
  await page.getByText('夜里看不清路。').first().waitFor();

  await write(false);
  await push();
  expect((await shownAfter(2)).body).toMatch(/^有新消息，请登录查看/);
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
    await page.getByRole('link', { name: '导出 Excel' }).click();
    await page.getByText(`如果在${app}里没有开始下载`).waitFor();
    expect(await cutOff(page)).toEqual([]);

    await page.goto('/account');
    await page.getByText(`您正在${app}里使用`).waitFor();
    expect(await cutOff(page)).toEqual([]);
    expect(await rawKeys(page, ['account', 'device', 'shell'])).toEqual([]);
    expect(open.faults).toEqual([]);
  },
);
