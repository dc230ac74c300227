/** Drafts on the real service: what was sent is nowhere to be found again, and what was not sent is nobody else's to read. */
import type { Page } from 'playwright-core';
import type TestAgent from 'supertest/lib/agent.js';
import { v4 as uuid } from 'uuid';
import {
  axeFindings,
  chooseOption,
  leaveBrowser,
  openPage,
  screenshot,
  settled,
  type Look,
  type OpenPage,
} from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { builtDesk } from './invented-service.js';
import { everythingKept } from './kept-in-browser.js';

let server: TestServer;
let open: OpenPage | undefined;
let clerk: TestAgent;
let categoryId: string;
let leadUnitId: string;

beforeAll(async () => {
  server = await startServer({ webFolder: builtDesk() });
  leadUnitId = await server.unit('城东分局');
  await server.person('clerk', ['clerk']);
  await server.person('second', ['clerk']);
  await server.person('handler', ['handler'], leadUnitId);
  await server.person('supervisor', ['supervisor']);
  await server.person('visitor', ['visitor']);
  clerk = await server.signIn('clerk');
  categoryId = ((await clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
}, 240_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await server.close();
});

/** A case in the hands of the unit; with `fixed`, one whose fix was verified and that waits for the visit. */
async function givenCase(title: string, fixed = false): Promise<string> {
  const raiser = { name: '李阿姨', contact: '13800001234' };
  const about = { title, description: '早晚高峰乱停车。', source: 'hotline', categoryId, raiser };
  const { body } = await clerk.post('/api/cases').send(about).expect(201);
  const { id } = (body as { case: { id: string } }).case;
  await act('clerk', id, { type: 'ASSIGN', leadUnitId });
  await act('handler', id, { type: 'ACCEPT' });
  if (!fixed) return id;
  await act('handler', id, { type: 'SUBMIT', measure: '增设限时车位 26 个。', lastingMeasure: '每月会商。' });
  await act('supervisor', id, { type: 'PASS', method: 'onSite' });
  return id;
}
async function act(who: string, id: string, command: object): Promise<void> {
  const agent = await server.signIn(who);
  await agent
    .post(`/api/cases/${id}/commands`)
    .send({ id: uuid(), ...command })
    .expect(200);
}
interface Shown {
  visits: { outcome: string; note: string; durationSeconds: number | null; nextAttemptOn: string | null }[];
}
const read = async (id: string): Promise<Shown> => (await clerk.get(`/api/cases/${id}`).expect(200)).body as Shown;
interface Line {
  type: string;
  commandId: string | null;
  payload: Record<string, unknown>;
}
const historyOf = async (id: string, type: string): Promise<Line[]> =>
  ((await clerk.get(`/api/cases/${id}/history`).expect(200)).body as Line[]).filter((line) => line.type === type);

async function signedIn(who: string, path: string, look: Look = { width: 390 }): Promise<Page> {
  open ??= await openPage(server.url, look);
  const { page } = open;
  await page.request.post('/api/session', { data: { username: who, password: `password of ${who}` } });
  await page.goto(path);
  await settled(page);
  return page;
}
const choose = (page: Page, group: string, choice: string): Promise<void> =>
  page.getByRole('radiogroup', { name: group, exact: true }).getByText(choice, { exact: true }).click();
/** Signs out where the panel of the person is: in the rail, or behind “more” on a telephone. */
async function leave(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: '更多' });
  if (await more.isVisible()) await more.click();
  await page.getByRole('button', { name: '退出' }).locator('visible=true').click();
}
const record = (page: Page): Promise<void> => page.getByRole('button', { name: '登记回访' }).click();

describe('a visit that was sent', () => {
  async function unreached(page: Page, id: string): Promise<void> {
    await page.goto(`/visits?case=${id}`);
    await settled(page);
    await page.clock.install();
    await page.getByRole('button', { name: '开始计时' }).click();
    await page.clock.fastForward(47_000);
    await page.getByRole('button', { name: '结束通话' }).click();
    await choose(page, '回访结果', '未联系上');
    await page.getByRole('radiogroup', { name: '下次回访' }).locator('label').first().click();
    await page.getByLabel('回访记录').fill('电话关机');
  }

  it.each(['/visits', 'about:blank'])('leaves nothing for the next one, left to %s', async (way) => {
    const id = await givenCase('东街市场乱停车', true);
    const page = await signedIn('visitor', '/visits');
    await unreached(page, id);
    const answered = page.waitForResponse((response) => response.url().endsWith('/commands'));
    await record(page);
    await answered;
    await page.goto(way);
    await page.goto(`/visits?case=${id}`);
    await settled(page);
    expect((await read(id)).visits).toHaveLength(1);
    expect(await page.getByRole('radio', { name: '未联系上' }).isChecked()).toBe(false);
    expect(await page.getByRole('group', { name: '通话时长' }).innerText()).toContain('00:00');
    await choose(page, '回访结果', '已解决');
    expect(await page.getByLabel('回访记录').inputValue()).toBe('');
    await choose(page, '满意度', '满意');
    await record(page);
    await page.getByText('回访已登记').waitFor();
    expect((await read(id)).visits[1]).toMatchObject({ outcome: 'fixed', note: '', durationSeconds: null });
  });

  it('is cleared in the other tab that had the same form open', async () => {
    const id = await givenCase('学校门口停车混乱', true);
    const page = await signedIn('visitor', `/visits?case=${id}`);
    const other = await open!.context.newPage();
    await other.goto(`/visits?case=${id}`);
    await settled(other);
    await choose(page, '回访结果', '未解决');
    await page.getByLabel('回访记录').fill('还差两盏灯');
    // both show the same draft
    await other.waitForFunction(() => document.querySelector('.script :checked[value="notFixed"]') !== null);
    await choose(page, '满意度', '不满意');
    await record(page);
    await page.getByText('问题未解决，已退回整改').waitFor();
    await other.waitForFunction(() => document.querySelector('.script :checked[value="notFixed"]') === null);
    await other.reload();
    await settled(other);
    expect((await everythingKept(other)).filter((text) => text.startsWith('xiaohao.draft'))).toEqual([]);
    expect((await read(id)).visits).toHaveLength(1);
  });

  it('waits once without a network, also when the page is closed at once, and no second one is offered meanwhile', async () => {
    const id = await givenCase('门禁损坏', true);
    const page = await signedIn('visitor', `/visits?case=${id}`);
    await choose(page, '回访结果', '已解决');
    await choose(page, '满意度', '满意');
    await page.getByLabel('回访记录').fill('门禁好了');
    await page.route('**/commands', (route) => route.abort());
    await record(page);
    await page.getByText('已保存在本机').waitFor();
    await page.goto('about:blank');
    await page.goto(`/visits?case=${id}`);
    await settled(page);
    await page.getByText('已保存在本机').first().waitFor();
    expect(await page.getByRole('button', { name: '登记回访' }).count()).toBe(0);
    expect((await everythingKept(page)).filter((text) => text.includes('门禁好了'))).toEqual([]);
    await page.unroute('**/commands');
    await page.reload();
    for (let left = 60; left > 0 && (await read(id)).visits.length === 0; left--) await page.waitForTimeout(500);
    expect((await read(id)).visits).toMatchObject([{ outcome: 'fixed', note: '门禁好了' }]);
  });
});

describe('a submission with a photograph', () => {
  const PHOTO = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const form = (page: Page) => page.getByRole('dialog', { name: '办结申报' });
  async function fill(page: Page, id: string, measure: string): Promise<void> {
    await page.goto(`/cases/${id}?do=SUBMIT`);
    await settled(page);
    await form(page).getByLabel('整改措施').fill(measure);
    await form(page).getByLabel('长效机制').last().fill('每月巡查');
    await page
      .locator('input[capture]')
      .first()
      .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PHOTO });
    await form(page).getByText('现场.png').waitFor();
  }
  const send = (page: Page): Promise<void> => form(page).getByRole('button', { name: '办结申报' }).click();
  const unsent = (page: Page, count: number) => page.getByText(`${count} 项尚未送达`);

  it('survives a reload and the back button, text and photograph', async () => {
    const id = await givenCase('路灯不亮');
    const page = await signedIn('handler', '/work');
    await fill(page, id, '更换路灯 12 盏');
    await page.reload();
    await settled(page);
    await form(page).getByText('现场.png').waitFor();
    expect(await form(page).getByLabel('整改措施').inputValue()).toBe('更换路灯 12 盏');
    await page.goBack();
    await settled(page);
    await page.goForward();
    await settled(page);
    await form(page).getByRole('img').waitFor();
    await send(page);
    await page.getByText('已办理：办结申报').waitFor();
    const [line] = await historyOf(id, 'SUBMIT');
    expect(line!.payload).toMatchObject({ measure: '更换路灯 12 盏', evidence: [expect.any(String)] });
    expect((await everythingKept(page)).filter((text) => /^xiaohao.(draft|outbox)/.test(text))).toEqual([]);
  });

  it('kept without a network goes through although a colleague commented meanwhile', async () => {
    const id = await givenCase('井盖破损');
    const page = await signedIn('handler', '/work');
    await fill(page, id, '更换井盖');
    await open!.context.setOffline(true);
    await send(page);
    await unsent(page, 1).waitFor();
    await act('supervisor', id, { type: 'COMMENT', text: '请注意旁边那一个' });
    await open!.context.setOffline(false);
    await unsent(page, 1).waitFor({ state: 'detached' });
    expect(await historyOf(id, 'SUBMIT')).toHaveLength(1);
  });

  it('refused because a colleague submitted first opens again whole, with what changed, and is sent anew once it can be', async () => {
    const id = await givenCase('护栏倾斜');
    const page = await signedIn('handler', '/work');
    await fill(page, id, '扶正护栏 30 米');
    await open!.context.setOffline(true);
    await send(page);
    await unsent(page, 1).waitFor();
    await act('handler', id, { type: 'SUBMIT', measure: '同事先报', lastingMeasure: '巡查' });
    await open!.context.setOffline(false);
    await page.getByText('1 项被退回').waitFor();
    await page.reload();
    await settled(page);
    // it is said why, after the page was closed as well; giving up asks, and shows what would be lost
    await page.getByText('1 项被退回').click();
    await page.getByText('事项已被他人更新，请刷新后再办').waitFor();
    await page.getByRole('button', { name: '放弃这一项' }).click();
    const asking = page.getByRole('dialog', { name: '放弃这一项“办结申报”？' });
    await asking.getByText('扶正护栏 30 米').waitFor();
    await asking.getByRole('img', { name: '现场.png' }).waitFor();
    await asking.getByRole('button', { name: '先留着' }).click();
    // it opens in its form although the case does not take it now
    await page.getByRole('link', { name: '打开修改，重新发送' }).click();
    await settled(page);
    expect(await form(page).getByLabel('整改措施').inputValue()).toBe('扶正护栏 30 米');
    await form(page).getByText('现场.png').waitFor();
    await form(page).getByText('同事先报').waitFor();
    await form(page).getByText('目前不能“办结申报”').waitFor();
    await form(page).getByLabel('整改措施').fill('扶正护栏 30 米，加固基座');
    await page.waitForTimeout(600);
    await act('supervisor', id, { type: 'RETURN', reason: '少了照片' });
    await page.reload();
    await settled(page);
    expect(await form(page).getByLabel('整改措施').inputValue()).toBe('扶正护栏 30 米，加固基座');
    await send(page);
    await page.getByText('已办理：办结申报').waitFor();
    const last = (await historyOf(id, 'SUBMIT')).at(-1)!;
    expect(last.payload).toMatchObject({ measure: '扶正护栏 30 米，加固基座', evidence: [expect.any(String)] });
    await page.waitForFunction(() => !document.body.innerText.includes('尚未送达'));
  });

  it('that cannot be sent holds up only its own case, where the order is kept', async () => {
    const [stuck, other] = [await givenCase('积水路段'), await givenCase('树枝遮灯')];
    const page = await signedIn('handler', '/work');
    await fill(page, stuck, '疏通管道');
    await page.route(/\/uploads/, (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()));
    await send(page);
    await page.reload();
    await settled(page);
    await unsent(page, 1).waitFor();
    const say = async (id: string, text: string, said: RegExp): Promise<void> => {
      await page.goto(`/cases/${id}?do=COMMENT`);
      await settled(page);
      const dialog = page.getByRole('dialog', { name: '留言' });
      await dialog.getByLabel('内容').fill(text);
      await dialog.getByRole('button', { name: '留言' }).click();
      await page.getByText(said).waitFor();
    };
    await say(other, '已联系园林', /已办理：留言/);
    await say(stuck, '申报之后的话', /已保存在本机/);
    expect(await historyOf(other, 'COMMENT')).toHaveLength(1);
    expect(await historyOf(stuck, 'COMMENT')).toHaveLength(0);
    await page.unroute(/\/uploads/);
    await page.reload();
    await page.getByText('申报之后的话').first().waitFor();
    const types = ((await clerk.get(`/api/cases/${stuck}/history`)).body as Line[]).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['SUBMIT', 'COMMENT']);
  });
});

it('a case and a meeting whose answer was lost on the way are not offered again', async () => {
  const page = await signedIn('clerk', '/cases/new', { width: 1440 });
  await page.locator('#case-title').fill('路口信号灯不亮');
  await page.locator('#case-description').fill('早高峰拥堵。');
  await chooseOption(page, '问题来源', '热线');
  await chooseOption(page, '问题类别', '治安防范');
  await page.route('**/api/cases', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('暂时连不上服务').first().waitFor();
  await page.unroute('**/api/cases');
  await page.reload();
  await page.getByText('您上次填写的事项已经登记').waitFor();
  expect(await page.locator('#case-description').inputValue()).toBe('');
});

describe('the next person at the same computer', () => {
  it('finds no telephone number of an unfinished meeting, a new case or a participant, anywhere in the browser', async () => {
    const page = await signedIn('clerk', '/meetings/new', { width: 1440 });
    await page.getByLabel('联系方式').first().fill('13911112222');
    await page.goto('/cases/new');
    await page.getByRole('textbox', { name: /联系方式/ }).fill('13911113333');
    await settled(page);
    await page.goto('/work');
    await leave(page);
    await page.waitForURL(/sign-in/);
    const left = await everythingKept(page);
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((text) => /1391111|password of/.test(text))).toEqual([]);
    // the next person signs in and looks
    await signedIn('second', '/meetings/new');
    expect((await everythingKept(page)).filter((text) => text.includes('1391111'))).toEqual([]);
    expect(await page.getByLabel('联系方式').first().inputValue()).toBe('');
    // whose they are finds them again
    await signedIn('clerk', '/meetings/new');
    expect(await page.getByLabel('联系方式').first().inputValue()).toBe('13911112222');
  });

  it('is told of nothing unsent and sends none of it; whose it is is told before leaving, and sends it when they are back', async () => {
    const id = await givenCase('占道经营');
    const page = await signedIn('handler', `/cases/${id}?do=PROGRESS`);
    await page.getByRole('dialog', { name: '填报进展' }).getByLabel('进展').fill('联系人电话 13911115555');
    await page.route('**/commands', (route) => route.abort());
    await page.getByRole('dialog', { name: '填报进展' }).getByRole('button', { name: '填报进展' }).click();
    await page.getByText('1 项尚未送达').waitFor();
    await leave(page);
    const asking = page.getByRole('dialog', { name: '还有 1 项没有送达' });
    await asking.getByText('填报进展').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'leaving-390');
    await asking.getByRole('button', { name: '仍然退出' }).click();
    await page.waitForURL(/sign-in/);
    expect((await everythingKept(page)).filter((text) => text.includes('1391111'))).toEqual([]);
    await page.unroute('**/commands');
    await signedIn('second', '/work');
    expect(await page.getByText('尚未送达').count()).toBe(0);
    expect(await historyOf(id, 'PROGRESS')).toHaveLength(0);
    await signedIn('handler', `/cases/${id}`);
    await page.getByText('联系人电话 13911115555').waitFor();
    expect(await historyOf(id, 'PROGRESS')).toHaveLength(1);
  });

  it('who signs in after a session has ended reads nothing, and nothing is done in their name', async () => {
    const id = await givenCase('噪声扰民');
    const page = await signedIn('handler', `/cases/${id}?do=PROGRESS`);
    await page.getByRole('dialog', { name: '填报进展' }).getByLabel('进展').fill('当事人 13911116666');
    // another tab: the session is over there, and a colleague signs in
    const other = await open!.context.newPage();
    await other.request.delete('/api/session');
    await other.request.post('/api/session', { data: { username: 'supervisor', password: 'password of supervisor' } });
    await other.goto('/work');
    await settled(other);
    expect((await everythingKept(other)).filter((text) => text.includes('1391111'))).toEqual([]);
    await page.getByRole('dialog', { name: '填报进展' }).getByRole('button', { name: '填报进展' }).click();
    await page.getByText('登录已过期，请重新登录').waitFor();
    expect(await historyOf(id, 'PROGRESS')).toHaveLength(0);
    await page.getByLabel('密码').fill('password of handler');
    await page.keyboard.press('Enter');
    await page.getByText('已办理：填报进展').waitFor();
    expect(await historyOf(id, 'PROGRESS')).toMatchObject([{ actor: { name: 'handler' } }]);
  });

  it('leaving in one tab leaves in all', async () => {
    const page = await signedIn('clerk', '/work');
    const other = await open!.context.newPage();
    await other.goto('/cases/new');
    await settled(other);
    await leave(page);
    await other.waitForURL(/sign-in/);
  });
});
