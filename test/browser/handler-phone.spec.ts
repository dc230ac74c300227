/** The handler's telephone on the real service: accept, report with a photograph, submit; and a network that fails on the way. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { axeFindings, cutOff, leaveBrowser, openPage, rawKeys, settled, type OpenPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { builtDesk } from './invented-service.js';

/** The smallest picture there is. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let server: TestServer;
let unitId: string;
let open: OpenPage | undefined;

beforeAll(async () => {
  server = await startServer({ webFolder: process.env['XIAOHAO_DESK'] ?? builtDesk() });
  unitId = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('handler', ['handler'], unitId);
}, 180_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await server.close();
});

interface Event {
  type: string;
  commandId: string | null;
  payload: { text?: string; evidence?: string[] };
}

/** A case that waits for the unit's signature, or is already in its hands. */
async function assigned(title: string, isAccepted = false): Promise<string> {
  const clerk = await server.signIn('clerk');
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const id = uuid();
  const body = { id, title, description: '夜里看不清路，老人摔倒过。', source: 'hotline', categoryId };
  await clerk.post('/api/cases').send(body).expect(201);
  const command = `/api/cases/${id}/commands`;
  await clerk.post(command).send({ id: uuid(), type: 'ASSIGN', leadUnitId: unitId }).expect(200);
  if (isAccepted) {
    const handler = await server.signIn('handler');
    await handler.post(command).send({ id: uuid(), type: 'ACCEPT' }).expect(200);
  }
  return id;
}
const historyOf = async (id: string): Promise<Event[]> =>
  (await (await server.signIn('handler')).get(`/api/cases/${id}/history`).expect(200)).body as Event[];
const progressOf = async (id: string): Promise<Event[]> =>
  (await historyOf(id)).filter(({ type }) => type === 'PROGRESS');

/** Signs in as the handler does, on a telephone. */
async function telephone(path = '/work'): Promise<Page> {
  open = await openPage(server.url, { width: 390 });
  const { page } = open;
  await page.goto(path);
  await page.getByLabel('用户名').fill('handler');
  await page.getByLabel('密码').fill('password of handler');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  return page;
}
const form = (page: Page, name: string) => page.getByRole('dialog', { name });
/** What the device keeps for later, as ids of commands. */
const keptOn = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((done, failed) => {
        const request = indexedDB.open('xiaohao-outbox');
        request.onerror = () => failed(request.error ?? new Error('no IndexedDB'));
        request.onsuccess = () => {
          const all = request.result.transaction('outgoing').objectStore('outgoing').getAllKeys();
          all.onsuccess = () => done(all.result.map(String));
        };
      }),
  );

/** Fills the form of progress, with a photograph from the camera; does not send it. */
async function fillProgress(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: '填报进展' }).click();
  await form(page, '填报进展').getByRole('button', { name: '拍照' }).waitFor();
  await form(page, '填报进展').getByLabel('进展').fill(text);
  await page.locator('input[capture]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PHOTO });
  await form(page, '填报进展').getByText('现场.png').waitFor();
}
const sendProgress = (page: Page): Promise<void> =>
  form(page, '填报进展').getByRole('button', { name: '填报进展' }).click();

test('a case is accepted, reported on with a photograph and submitted without a desk', async () => {
  const id = await assigned('东街路灯不亮');
  const page = await telephone();
  await page.getByRole('link', { name: /^签收/ }).click();
  await form(page, '签收').getByRole('button', { name: '签收' }).click();
  await page.getByText('已办理：签收').waitFor();

  await fillProgress(page, '已报修，等待配件');
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await sendProgress(page);
  await page.getByText('已办理：填报进展').waitFor();
  const [progress] = await progressOf(id);
  expect(progress!.payload.text).toBe('已报修，等待配件');
  const photo = await page.request.get(`/api/attachments/${progress!.payload.evidence![0]!}`);
  expect(photo.headers()['content-type']).toBe('image/png');
  expect((await photo.body()).subarray(0, 8)).toEqual(PHOTO.subarray(0, 8));

  await page.getByRole('button', { name: '办结申报' }).click();
  const submit = form(page, '办结申报');
  await submit.getByLabel('整改措施').fill('更换路灯 12 盏，当晚全部点亮');
  await submit.getByLabel('长效机制').last().fill('每月巡查一次');
  await submit.getByRole('button', { name: '办结申报' }).click();
  await page.getByText('已办理：办结申报').waitFor();
  await settled(page);
  expect((await historyOf(id)).map(({ type }) => type).slice(-3)).toEqual(['ACCEPT', 'PROGRESS', 'SUBMIT']);
  expect(await rawKeys(page, ['case', 'shell', 'form', 'values', 'terms'])).toEqual([]);

  await page.getByRole('link', { name: '我的工作' }).click();
  await page.getByText('没有等您办理的事项').waitFor();
  expect(open!.faults).toEqual([]);
});

test('what is sent without a network is kept, and goes out once with its first id when the network is back', async () => {
  const id = await assigned('菜市场占道经营', true);
  const page = await telephone(`/cases/${id}`);
  await fillProgress(page, '已劝离摊贩 6 户');
  await open!.context.setOffline(true);
  await sendProgress(page);
  await page.getByText('已保存在本机，网络恢复后自动发送：填报进展').waitFor();
  await page.getByText('1 项尚未送达').waitFor();
  const [kept] = await keptOn(page);
  expect(await progressOf(id)).toEqual([]);
  // neither what says that the network is away nor what waits lies over anything that cannot be pulled out from under it
  await page.getByText('网络已断开').first().waitFor();
  const covered = await page.evaluate(() => {
    const over = [...document.querySelectorAll('.connection > p, .shell > .outbox')].map((one) =>
      one.getBoundingClientRect(),
    );
    window.scrollTo(0, document.documentElement.scrollHeight);
    const last = Math.max(
      ...[...document.querySelectorAll('main button:not(.foot *), main a, main p')].map(
        (one) => one.getBoundingClientRect().bottom,
      ),
    );
    const bar = document.querySelector('.shell > .bar')!.getBoundingClientRect();
    const foot = document.querySelector('main .foot')!.getBoundingClientRect();
    return {
      // the step lies where a thumb reaches it, and nothing on it
      footAt: foot.top > innerHeight / 2 && foot.bottom <= bar.top + 1,
      onFoot: over.some(({ top, bottom }) => bottom > foot.top + 1 && top < foot.bottom - 1),
      over: over.length,
      underNote: over.some(({ top }) => top < last),
      onTabs: over.some(({ bottom }) => bottom > bar.top + 1),
    };
  });
  expect(covered).toEqual({ footAt: true, onFoot: false, over: 2, underNote: false, onTabs: false });

  await open!.context.setOffline(false);
  await page.getByText('1 项尚未送达').waitFor({ state: 'detached' });
  const sent = await progressOf(id);
  expect(sent.map(({ commandId, payload }) => [commandId, payload.text])).toEqual([[kept, '已劝离摊贩 6 户']]);
  expect(sent[0]!.payload.evidence).toHaveLength(1);
  expect(await keptOn(page)).toEqual([]);
});

test('an answer lost on the way, and the page closed, bring nothing twice', async () => {
  const id = await assigned('学校门口停车混乱', true);
  const page = await telephone(`/cases/${id}`);
  await fillProgress(page, '已划线并派人值守');
  await page.route('**/commands', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await sendProgress(page);
  await page.getByText('1 项尚未送达').waitFor();
  const [kept] = await keptOn(page);
  expect((await progressOf(id)).map(({ commandId }) => commandId)).toEqual([kept]);

  await page.unroute('**/commands');
  const again = page.waitForResponse((response) => response.url().endsWith('/commands'));
  await page.reload();
  expect((await again).status()).toBe(200);
  await page.getByText('1 项尚未送达').waitFor({ state: 'detached' });
  await page.getByText('已划线并派人值守').first().waitFor();
  expect((await progressOf(id)).map(({ commandId }) => commandId)).toEqual([kept]);
});
