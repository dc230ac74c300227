/** Photographs in the form of a case on a telephone, on the real service: none is lost on the way into the form, none stays behind when it is
 *  sent, and HEIC is turned or refused in words. */
import type { Page } from 'playwright-core';
import type TestAgent from 'supertest/lib/agent.js';
import { v4 as uuid } from 'uuid';
import { settled } from '../support/browser.js';
import { HEIC, heavyPhotograph, photograph, readableHeif } from '../support/photographs.js';
import { oneDesk } from './one-desk.js';

let clerk: TestAgent;
let categoryId: string;
let leadUnitId: string;

const desk = oneDesk(async (server) => {
  leadUnitId = await server.unit('城东分局');
  await server.person('clerk', ['clerk']);
  await server.person('handler', ['handler'], leadUnitId);
  clerk = await server.signIn('clerk');
  categoryId = ((await clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});

async function givenCase(title: string): Promise<string> {
  const about = { title, description: '早晚高峰乱停车。', source: 'hotline', categoryId };
  const { body } = await clerk.post('/api/cases').send(about).expect(201);
  const { id } = (body as { case: { id: string } }).case;
  const handler = await desk.server.signIn('handler');
  for (const [by, command] of [
    [clerk, { type: 'ASSIGN', leadUnitId }],
    [handler, { type: 'ACCEPT' }],
  ] as const)
    await by.post(`/api/cases/${id}/commands`).send({ id: uuid(), ...command });
  return id;
}

/** The form of progress, open on a telephone; files are encrypted and read slowly, as by a slow telephone. */
async function formOf(id: string): Promise<Page> {
  const { page } = await desk.fresh({ width: 390 });
  await page.addInitScript(() => {
    const real = window.setTimeout.bind(window);
    // the pauses between the pieces of a file are the only ones without a length
    window.setTimeout = ((act: () => void, ms?: number) => real(act, ms ?? 150)) as typeof window.setTimeout;
  });
  await page.request.post('/api/session', { data: { username: 'handler', password: 'password of handler' } });
  await page.goto(`/cases/${id}?do=PROGRESS`);
  await settled(page);
  return page;
}
const form = (page: Page) => page.getByRole('dialog', { name: '填报进展' });
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });
const choose = (page: Page, ...files: ReturnType<typeof file>[]): Promise<void> =>
  page.locator('input[name=evidence]').setInputFiles(files);
const photographed = (page: Page, one: ReturnType<typeof file>): Promise<void> =>
  page.locator('input[capture]').setInputFiles(one);
const send = (page: Page): Promise<void> => form(page).getByRole('button', { name: '填报进展' }).click();
async function evidenceOf(id: string): Promise<{ name: string; mediaType: string }[]> {
  const { body } = await clerk.get(`/api/cases/${id}`).expect(200);
  return (body as { attachments: { name: string; mediaType: string }[] }).attachments;
}

describe('photographs chosen one right after the other', () => {
  it('are both there, and one that was removed meanwhile stays removed', async () => {
    const page = await formOf(await givenCase('路口护栏倾斜'));
    await choose(page, file('先选的.jpg', await photograph({ seed: 1 })));
    await form(page).getByText('先选的.jpg').waitFor();
    await page.getByLabel('保留照片原图').check();
    await choose(page, file('大的.jpg', await heavyPhotograph(1_500_000)));
    await form(page).getByRole('button', { name: '移除 先选的.jpg' }).click();
    await photographed(page, file('拍的.jpg', await photograph({ seed: 2 })));
    await page.getByText(/正在处理/).waitFor({ state: 'detached' });
    await form(page).getByText('拍的.jpg').waitFor();
    expect(await form(page).getByText('大的.jpg').count()).toBe(1);
    expect(await form(page).getByText('先选的.jpg').count()).toBe(0);
  });
});

it('a photograph that was still being made ready when the form was closed is there when it is opened again', async () => {
  const page = await formOf(await givenCase('树枝遮灯'));
  await page.getByLabel('保留照片原图').check();
  await choose(page, file('没等完的.jpg', await heavyPhotograph(1_500_000)));
  await page.getByText(/正在处理 1 个/).waitFor();
  await form(page).getByRole('button', { name: '取消' }).click();
  await form(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '填报进展' }).click();
  await form(page).getByText('没等完的.jpg').waitFor();
  await page.reload();
  await form(page).getByText('没等完的.jpg').waitFor();
});

it('who sends before the photographs of yesterday are read sends them too', async () => {
  const id = await givenCase('路灯不亮');
  const page = await formOf(id);
  await form(page).getByLabel('进展').fill('已更换 12 盏');
  await page.getByLabel('保留照片原图').check();
  await choose(page, file('昨天.jpg', await heavyPhotograph(1_500_000)));
  await form(page).getByText('昨天.jpg').waitFor();
  await page.reload();
  await page.getByText(/正在处理 1 个/).waitFor();
  await send(page);
  await page.getByText('已办理：填报进展').waitFor();
  expect(await evidenceOf(id)).toHaveLength(1);
});

it('a photograph does not wait for a line that stands still', async () => {
  const page = await formOf(await givenCase('井盖松动'));
  await page.route('**/api/uploads/policy', () => undefined);
  await page.reload();
  await form(page).getByLabel('进展').waitFor();
  await choose(page, file('井盖.jpg', await photograph({ width: 2000, height: 1500 })));
  await form(page).getByText('井盖.jpg').waitFor({ timeout: 15_000 });
});

it('what is typed while an earlier one is still on its way stays when that one has arrived', async () => {
  const id = await givenCase('下水道堵塞');
  const page = await formOf(id);
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((done) => (goOn = done));
  await page.route('**/commands', async (route) => {
    await held;
    await route.continue();
  });
  await form(page).getByLabel('进展').fill('第一次：已到现场');
  await send(page);
  await form(page).getByRole('button', { name: '取消' }).click();
  await form(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '填报进展' }).click();
  const box = form(page).getByLabel('进展');
  await box.fill('第二次：已联系市政');
  await page.waitForTimeout(500);
  goOn();
  await page.getByText('已办理：填报进展').waitFor();
  await box.press('End');
  await box.pressSequentially('，明日清淤');
  await page.waitForTimeout(500);
  expect(await box.inputValue()).toBe('第二次：已联系市政，明日清淤');
  await page.reload();
  await settled(page);
  expect(await box.inputValue()).toBe('第二次：已联系市政，明日清淤');
});

describe('HEIC', () => {
  it('that this browser can read becomes a JPEG and is sent, original kept or not', async () => {
    const id = await givenCase('占道经营');
    const page = await formOf(id);
    await form(page).getByLabel('进展').fill('已劝离');
    await choose(page, file('IMG_0001.HEIC', await readableHeif()));
    await form(page).getByText('IMG_0001.jpg').waitFor();
    await page.getByLabel('保留照片原图').check();
    await choose(page, file('IMG_0002.HEIC', await readableHeif()));
    await form(page).getByText('IMG_0002.jpg').waitFor();
    await send(page);
    await page.getByText('已办理：填报进展').waitFor();
    expect((await evidenceOf(id)).map(({ mediaType }) => mediaType)).toEqual(['image/jpeg', 'image/jpeg']);
  });

  it('that it cannot read is refused in words that say what to change, and holds up nothing beside it', async () => {
    const page = await formOf(await givenCase('噪声扰民'));
    await choose(page, file('IMG_0003.HEIC', HEIC), file('现场.jpg', await photograph()));
    const refused = form(page).getByRole('alert').filter({ hasText: 'IMG_0003.HEIC' });
    await refused.getByText('设置 → 相机 → 格式').waitFor();
    await form(page).getByText('现场.jpg').waitFor();
    await page.getByText(/正在处理/).waitFor({ state: 'detached' });
    expect(await form(page).locator('.files li .name').allInnerTexts()).toEqual(['现场.jpg']);
    expect(desk.open.faults).toEqual([]);
  });
});
