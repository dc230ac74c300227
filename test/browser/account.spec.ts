/** One's own account in a real browser: the first sign-in asks for a password of one's own, and the account page changes it and ends
 *  sessions, at a desk and on a telephone. */
import type { Page } from 'playwright-core';
import { axeFindings, cutOff, rawKeys, screenshot, settled } from '../support/browser.js';
import { START_PASSWORD } from '../support/server.js';
import { oneDesk } from './one-desk.js';
import { widths } from './looks.js';

const desk = oneDesk(async (server) => {
  for (const name of ['handler', 'at390', 'at1440']) await server.person(name, ['handler']);
});

async function start(width: number, path = '/work'): Promise<Page> {
  const { page } = await desk.fresh({ width });
  await page.goto(path);
  await settled(page);
  return page;
}
async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}
async function typeNew(page: Page, password: string, again = password): Promise<void> {
  await page.getByLabel('新密码', { exact: true }).fill(password);
  await page.getByLabel('再输一次新密码').fill(again);
}
const reset = async (username: string): Promise<void> => {
  const admin = await desk.server.signIn('admin');
  const people = (await admin.get('/api/people').expect(200)).body as { id: string; username: string }[];
  const { id } = people.find((one) => one.username === username)!;
  await admin.patch(`/api/people/${id}`).send({ password: START_PASSWORD }).expect(200);
};

test.each(widths(390))(
  'the first sign-in asks for a password of one’s own before anything opens, at %d',
  async (width) => {
    await reset('handler');
    const page = await start(width);
    await signIn(page, 'handler', START_PASSWORD);
    await page.getByText('现在的密码是别人设置的').waitFor();
    expect(await page.getByRole('heading').allInnerTexts()).toEqual(['设置您的密码']);
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    expect(await rawKeys(page, ['shell', 'account', 'signIn'])).toEqual([]);

    await screenshot(page, `first-password-${width}`);

    // whoever goes round it lands at the way in again
    const other = await desk.open.context.newPage();
    await other.goto('/work');
    await other.getByRole('heading', { name: '登录' }).waitFor();
    await other.close();

    await typeNew(page, 'seven green kettles', 'seven green kettle');
    await page.getByText('两次输入的新密码不一致').waitFor();
    await typeNew(page, 'handler12345');
    await page.getByRole('button', { name: '设为我的密码' }).click();
    await page.getByText('容易被猜到，请换一个').waitFor();
    await typeNew(page, 'seven green kettles');
    await page.getByRole('button', { name: '设为我的密码' }).click();
    await page.getByRole('heading', { name: '我的工作' }).waitFor();
  },
);

test('who is at work when an administrator resets the password goes on over the page, and nothing typed is lost', async () => {
  await desk.server.person('busy', ['clerk']);
  const { page } = await desk.fresh({ width: 1440 });
  await page.request.post('/api/session', { data: { username: 'busy', password: 'password of busy' } });
  await page.goto('/cases/new');
  await page.locator('#case-title').fill('路灯不亮');
  await reset('busy');
  // any call of the page meets the ended session
  await page.getByRole('link', { name: '我的工作' }).click();
  await page.getByText('登录已过期，请重新登录').waitFor();
  await page.getByLabel('密码', { exact: true }).fill(START_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('dialog', { name: '设置您的密码' }).waitFor();
  await typeNew(page, 'seven green kettles');
  await page.getByRole('button', { name: '设为我的密码' }).click();
  await page.getByRole('heading', { name: '我的工作' }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test.each(widths(390))(
  'the account page is reached from the person panel and ends sessions and changes the password, at %d',
  async (width) => {
    const page = await start(width);
    const username = `at${width}`;
    const password = `password of ${username}`;
    await signIn(page, username, password);
    await page.getByRole('heading', { name: '我的工作' }).waitFor();
    const elsewhere = desk.server.anonymous();
    const signedIn = await elsewhere
      .post('/api/session')
      .set('User-Agent', 'Mozilla/5.0 (Windows NT 10.0) Firefox/128.0')
      .send({ username, password });
    expect(signedIn.status).toBe(200);
    const cookie = (signedIn.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;

    if (width === 390) await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('link', { name: '我的账号' }).click();
    await page.getByRole('heading', { name: '我的账号' }).waitFor();
    await page.getByText('Firefox · Windows').first().waitFor();
    expect(await page.getByText('本机', { exact: true }).count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    expect(await rawKeys(page, ['shell', 'account', 'signIn'])).toEqual([]);

    await screenshot(page, `account-${width}`);
    const heights = await page
      .locator('#token-name, #token-day')
      .evaluateAll((fields) => fields.map((one) => (one.closest('.el-input') ?? one).getBoundingClientRect().height));
    expect(new Set(heights).size).toBe(1);
    await page.getByRole('button', { name: '退出这台设备 Firefox · Windows' }).click();
    await page.getByText('Firefox · Windows').first().waitFor({ state: 'detached' });
    await desk.server.anonymous().get('/api/me').set('Cookie', cookie).expect(401);

    await page.getByLabel('当前密码').fill('wrong password');
    await typeNew(page, 'nine quiet ladders');
    await page.getByRole('button', { name: '设为我的密码' }).click();
    await page.getByText('当前密码不正确').waitFor();
    await page.getByLabel('当前密码').fill(password);
    await page.getByRole('button', { name: '设为我的密码' }).click();
    await page.getByText('密码已修改').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '我的账号' }).waitFor();
  },
);
