/** The clerk's meeting in a real browser on the real service: thirty opinions by keyboard and by paste, then decided with one confirmation. */
import type { Page } from 'playwright-core';
import {
  axeFindings,
  cutOff,
  leaveBrowser,
  openPage,
  rawKeys,
  screenshot,
  settled,
  type Look,
  type OpenPage,
  walkTo,
} from '../support/browser.js';
import { atLength } from '../support/length.js';
import { startServer, type TestServer } from '../support/server.js';
import { builtDesk } from './invented-service.js';
import { LOOKS, widths } from './looks.js';

const NAMESPACES = ['meetings', 'newMeeting', 'meetingDesk', 'grid', 'shell', 'values', 'terms'];
const WHO = ['李秀英', '王建军', '陈律师'];
const THIRTY = Array.from({ length: 30 }, (_, n) => ({
  speaker: WHO[n % 3]!,
  text: `第${n + 1}条：${['东街市场门口早晚高峰拥堵', '小区电动车飞线充电', '窗口办事排队时间太长'][n % 3]}，希望尽快解决`,
  category: ['治安防范', '', '管理服务'][n % 3]!,
}));

let server: TestServer;
let open: OpenPage | undefined;

beforeAll(async () => {
  server = await startServer({ webFolder: process.env['XIAOHAO_DESK'] ?? builtDesk() });
  await server.person('clerk', ['clerk']);
  await server.unit('城东分局');
  await server.unit('城西分局');
}, 180_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await server.close();
});

interface Opened {
  outcome: string | null;
  text: string;
  participantId: string | null;
  categoryId: string | null;
  caseId: string | null;
  answer: string | null;
}
interface Adopted {
  track: string;
  dueOn: string;
  supportingUnitIds: string[];
  milestones: object[] | null;
}
interface Meeting {
  id: string;
  participants: { id: string; name: string; standing: string; hasContact: boolean }[];
  opinions: Opened[];
}

async function visit(path: string, look: Look = {}): Promise<Page> {
  open = await openPage(server.url, look);
  await open.page.request.post('/api/session', { data: { username: 'clerk', password: 'password of clerk' } });
  await open.page.goto(path);
  await settled(open.page);
  return open.page;
}

async function newMeeting(title: string): Promise<string> {
  const clerk = await server.signIn('clerk');
  const { body } = await clerk
    .post('/api/meetings')
    .send({
      title,
      kind: 'policeResident',
      heldOn: '2026-03-02',
      place: '东街社区活动室',
      hostUnitId: server.units.office,
      participants: WHO.map((name) => ({ name, standing: 'resident', contact: '13800000000' })),
    })
    .expect(201);
  return (body as { id: string }).id;
}
const meetingNow = async (id: string): Promise<Meeting> =>
  (await (await server.signIn('clerk')).get(`/api/meetings/${id}`).expect(200)).body as Meeting;

/** Pastes as the browser does when a person presses Ctrl+V with this on the clipboard. */
const onClipboard = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

/** Pastes, and fills it in as its columns were read, with one more key. */
async function paste(page: Page, text: string): Promise<void> {
  await onClipboard(page, text);
  await page.locator('button:focus', { hasText: /^填入|^Fill in/ }).waitFor();
  await page.keyboard.press('Enter');
}

const focusOf = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? null);
const said = (page: Page, row: number) => page.getByLabel(`第 ${row} 行 意见建议`, { exact: true });
const waiting = (page: Page) =>
  page
    .getByRole('list', { name: '待处理意见' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('radiogroup') });

test('a meeting is put on record by keyboard, its participants pasted, and its desk opens', async () => {
  const page = await visit('/meetings');
  await page.getByRole('link', { name: '登记新座谈会' }).first().click();
  await page.getByLabel('会议名称').fill('东街社区警民恳谈会');
  await page.getByLabel('召开日期').fill('3月2日');
  await page.getByLabel('地点').fill('活动室');
  await page.getByLabel('第 1 行 姓名', { exact: true }).focus();
  await page.keyboard.type('孙大爷');
  await page.keyboard.press('Enter');
  expect(await focusOf(page)).toBe('第 2 行 姓名');
  await paste(page, '姓名\t身份\t联系方式\r\n李秀英\t人大代表\t13800000000\r\n陈律师\t律师\t\r\n');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '录入意见' }).waitFor();
  const meeting = await meetingNow(new URL(page.url()).pathname.split('/').at(-1)!);
  expect(meeting.participants.map(({ name, standing, hasContact }) => [name, standing, hasContact])).toEqual([
    ['孙大爷', 'resident', false],
    ['李秀英', 'npcDeputy', true],
    ['陈律师', 'lawyer', false],
  ]);
});

test('thirty opinions are logged and decided in one sitting without touching the mouse', async () => {
  const id = await newMeeting('三十条意见');
  const page = await visit(`/meetings/${id}`);
  await page.getByLabel('第 1 行 发言人', { exact: true }).focus();
  for (const [n, { speaker, text, category }] of THIRTY.entries()) {
    expect(await focusOf(page)).toBe(`第 ${n + 1} 行 发言人`);
    await page.keyboard.type(speaker.slice(0, 1));
    await page.keyboard.press('Tab'); // takes the one that fits
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(category);
    if (category !== '') await page.keyboard.press('Enter'); // takes the category
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+Enter');
  await page.getByText('已登记 30 条').waitFor();
  const logged = await meetingNow(id);
  const nameOf = new Map(logged.participants.map((one) => [one.id, one.name]));
  expect(logged.opinions.map((one) => [nameOf.get(one.participantId ?? ''), one.text])).toEqual(
    THIRTY.map(({ speaker, text }) => [speaker, text]),
  );
  expect(logged.opinions.filter(({ categoryId }) => categoryId !== null)).toHaveLength(20);

  // the cursor waits at the first decision
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.type === 'radio');
  await page.keyboard.press('1');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('城东');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4-15');
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('城西');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('治安防范');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('3');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('已当场说明办理时间');
  await page.keyboard.press('Enter');
  await page.keyboard.press('4');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // the reason is forgotten
  await page.keyboard.press('1');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('城西');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('治安防范');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (let n = 5; n < 30; n++) {
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+Enter');
  await page.getByText('请填写不予采纳的理由').waitFor();
  expect(await focusOf(page)).toBe('第 4 行 不予采纳的理由');
  await page.keyboard.insertText('不属于公安机关职责');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '核对 30 条意见的处理' });
  await dialog.getByText('新建 28 个整改事项').waitFor();
  expect(await dialog.getByText('4月15日').count()).toBe(1);
  expect((await meetingNow(id)).opinions.filter(({ outcome }) => outcome !== null)).toEqual([]);
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('确认处理') === true);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('立项 28 条、当场答复 1 条、不予采纳 1 条').waitFor();
  // how their cases stand now, each with its light and the way to it
  const decided = page.getByRole('list', { name: '已处理意见' }).getByRole('listitem');
  await decided.nth(27).getByText('交办', { exact: true }).waitFor();
  expect(
    await decided
      .filter({ hasText: '正常' })
      .filter({ has: page.getByRole('link') })
      .count(),
  ).toBe(28);

  const { opinions } = await meetingNow(id);
  expect(opinions.filter(({ outcome }) => outcome === 'adopted')).toHaveLength(28);
  expect([opinions[2]!.answer, opinions[3]!.answer]).toEqual(['已当场说明办理时间', '不属于公安机关职责']);
  const clerk = await server.signIn('clerk');
  const { body } = await clerk.get(`/api/cases?meetingId=${id}&limit=100`).expect(200);
  const { items } = body as { items: { id: string; dueOn: string; leadUnit: { name: string } }[] };
  expect(items).toHaveLength(28);
  expect(items.find((one) => one.id === opinions[0]!.caseId)).toMatchObject({
    dueOn: '2027-04-15',
    leadUnit: { name: '城东分局' },
  });
  expect(open!.faults).toEqual([]);
}, 240_000);

test('an opinion is adopted on its track, with supporting units, and its due day is known before', async () => {
  const id = await newMeeting('三种类型');
  const clerk = await server.signIn('clerk');
  await clerk
    .post(`/api/meetings/${id}/opinions`)
    .send([{ text: '路口信号灯坏了' }, { text: '老旧小区消防通道改造' }])
    .expect(201);
  const page = await visit(`/meetings/${id}`);
  const field = (row: number, name: string) => page.getByLabel(`第 ${row} 行 ${name}`, { exact: true });
  await waiting(page).nth(0).getByRole('radio', { name: '采纳', exact: true }).check({ force: true });
  await field(1, '牵头单位').fill('城东分局');
  await field(1, '问题类别').last().fill('治安防范');
  const due = waiting(page)
    .nth(0)
    .getByText(/到期（\d+ 个工作日）/);
  await due.getByText('15 个工作日').or(due).first().waitFor();
  expect(await due.innerText()).toContain('15 个工作日');
  await field(1, '整改类型').selectOption('立行立改');
  await waiting(page).nth(0).getByText('（3 个工作日）').waitFor();
  await field(1, '协办单位').fill('城西');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '移除协办单位城西分局' }).waitFor();

  await waiting(page).nth(1).getByRole('radio', { name: '采纳', exact: true }).check({ force: true });
  await field(2, '牵头单位').fill('城西分局');
  await field(2, '问题类别').last().fill('治安防范');
  expect(await page.getByRole('button', { name: '添加节点' }).count()).toBe(0);
  await field(2, '整改类型').selectOption('分阶段整改');
  await page.keyboard.press('Control+Enter');
  await page.getByText('请至少设一个阶段节点').waitFor();
  await page.getByRole('button', { name: '添加节点' }).click();
  await page.getByLabel('节点 1', { exact: true }).fill('摸底');
  await page.getByLabel('时限 1', { exact: true }).fill('2026-04-15');
  await page.keyboard.press('Tab');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '处理 2 条意见' }).click();
  const dialog = page.getByRole('dialog', { name: '核对 2 条意见的处理' });
  const told = await dialog.getByText(/3月5日.*（3 个工作日）/).innerText();
  expect(told).toContain('3月5日');
  await dialog.getByText('协办：城西分局').waitFor();
  await dialog.getByText(/摸底 4月15日/).waitFor();
  await dialog.getByRole('button', { name: '确认处理 2 条' }).click();
  await page.getByText('立项 2 条').waitFor();
  const { opinions } = await meetingNow(id);
  const cases = await Promise.all(
    opinions.map(async ({ caseId }) => (await clerk.get(`/api/cases/${caseId}`).expect(200)).body as Adopted),
  );
  expect(cases.map(({ track, dueOn }) => [track, dueOn])).toEqual([
    ['immediate', '2026-03-05'],
    ['staged', '2026-04-15'],
  ]);
  expect(cases[0]!.supportingUnitIds).toHaveLength(1);
  expect(cases[1]!.milestones).toMatchObject([{ name: '摸底', dueOn: '2026-04-15' }]);
}, 240_000);

test('a block from a spreadsheet fills thirty rows, and taking it back empties them', async () => {
  const id = await newMeeting('粘贴的意见');
  const page = await visit(`/meetings/${id}`);
  const sheet = [
    '序号\t发言人\t意见建议\t类别',
    ...THIRTY.map(
      (one, n) => `${n + 1}\t${one.speaker}\t${n === 1 ? `"${one.text}\n""第二行"""` : one.text}\t${one.category}`,
    ),
  ].join('\r\n');
  await said(page, 1).focus();
  await paste(page, `${sheet}\r\n`);
  await page.getByText('已填入 30 行').waitFor();
  expect(await said(page, 2).inputValue()).toBe(`${THIRTY[1]!.text}\n"第二行"`);
  await page.getByRole('button', { name: '撤销' }).click();
  expect(await said(page, 1).inputValue()).toBe('');
  await paste(page, sheet);
  await page.getByRole('button', { name: '登记 30 条意见' }).click();
  await page.getByText('已登记 30 条').waitFor();
  const { opinions, participants } = await meetingNow(id);
  expect(opinions).toHaveLength(30);
  expect(opinions.every((one) => participants.some((person) => person.id === one.participantId))).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
}, 240_000);

const goesTo = (page: Page, name: string) => page.getByLabel(`${name} 填入`, { exact: true });
const where = (page: Page) => page.getByRole('group', { name: '粘贴的内容填到哪里' });

test('a pasted block shows where its columns go before it fills, and what is needed is chosen first', async () => {
  const id = await newMeeting('别的表头');
  const page = await visit(`/meetings/${id}`);
  await said(page, 1).focus();
  await onClipboard(page, '姓名\t群众诉求\t电话\r\n李秀英\t路灯不亮\t1\r\n王建军\t井盖缺失\t2\r\n');
  await where(page).getByText('请选出哪一列是：意见建议').waitFor();
  await where(page).getByText('路灯不亮 · 井盖缺失').waitFor();
  expect(await where(page).getByRole('button', { name: '填入 2 行' }).isDisabled()).toBe(true);
  expect(await goesTo(page, '姓名').inputValue()).toBe('speaker');
  expect(await said(page, 1).inputValue()).toBe('');
  expect(await axeFindings(page)).toEqual([]);
  await goesTo(page, '群众诉求').selectOption('意见建议');
  await where(page).getByRole('button', { name: '填入 2 行' }).click();
  await page.getByText('已填入 2 行').waitFor();
  await page.getByText('没有填入的列：电话').waitFor();
  expect([await said(page, 1).inputValue(), await said(page, 2).inputValue()]).toEqual(['路灯不亮', '井盖缺失']);
  // given up, nothing is filled in
  await said(page, 3).focus();
  await onClipboard(page, '姓名\t意见\r\n李秀英\t不要填\r\n');
  await where(page).waitFor();
  await page.keyboard.press('Escape');
  expect(await where(page).count()).toBe(0);
  expect(await said(page, 3).inputValue()).toBe('');
});

test('of a pasted block nothing is left out silently: columns without a header, without a place, and named twice are told', async () => {
  const id = await newMeeting('多出来的列');
  const page = await visit(`/meetings/${id}`);
  await said(page, 1).focus();
  await paste(page, '李秀英\t路灯不亮\t\t东街\t紧急\r\n王建军\t井盖缺失\t\t西街\t\r\n');
  await page.getByText('没有填入的列：第 4 列、第 5 列').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await paste(page, '姓名\t问题\t建议\t\r\n李秀英\t路灯不亮\t装新灯\t东街\r\n');
  await page.getByText('没有填入的列：建议、第 4 列').waitFor();
  expect(await said(page, 1).inputValue()).toBe('路灯不亮');
});

test('a list of participants maps usual words to standings, asks for the rest, and can be taken back', async () => {
  const page = await visit('/meetings/new');
  const name = (row: number) => page.getByLabel(`第 ${row} 行 姓名`, { exact: true });
  await name(1).fill('孙大爷');
  await name(2).focus();
  const sheet =
    '与会人员名字\t身份\t单位\t电话\r\n李秀英\t市人大代表\t东街社区\t13800000000\r\n周书记\t社区书记\t西街社区\t\r\n' +
    '郑姨\t居民代表\t\t\r\n冯叔\t特约监督员\t\t\r\n';
  await onClipboard(page, sheet);
  await where(page).getByText('请选出哪一列是：姓名').waitFor();
  await goesTo(page, '与会人员名字').selectOption('姓名');
  await where(page).getByText('请先说明上面的身份').waitFor();
  expect(await name(2).inputValue()).toBe('');
  expect(await axeFindings(page)).toEqual([]);
  await screenshot(page, 'new-meeting-pasting');
  await page.getByLabel('“社区书记”是哪种身份？').selectOption('其他');
  await where(page).getByRole('button', { name: '填入 4 行' }).click();
  await page.getByText('已填入 4 行').waitFor();
  await page.getByText('没有填入的列：单位').waitFor();
  expect(await focusOf(page)).toBe('第 6 行 姓名');
  await screenshot(page, 'new-meeting-pasted');
  expect([await name(1).inputValue(), await name(2).inputValue(), await name(3).inputValue()]).toEqual(['孙大爷', '李秀英', '周书记']); // prettier-ignore
  const standing = (row: number) => page.getByLabel(`第 ${row} 行 身份`, { exact: true }).inputValue();
  expect([await standing(2), await standing(3), await standing(4), await standing(5)]).toEqual(['npcDeputy', 'other', 'resident', 'specialSupervisor']); // prettier-ignore
  await page.getByRole('button', { name: '撤销' }).click();
  expect([await name(1).inputValue(), await name(2).inputValue()]).toEqual(['孙大爷', '']);
});

test('a speaker on no list is put there while typing, with a standing, and the cursor goes on', async () => {
  const id = await newMeeting('边打边加');
  const page = await visit(`/meetings/${id}`);
  const speaker = page.getByLabel('第 1 行 发言人', { exact: true });
  await speaker.pressSequentially('韩大爷');
  await page
    .getByRole('option', { name: /新增 韩大爷/ })
    .first()
    .waitFor();
  // a name that was typed wrong is not made by going on
  await page.keyboard.press('Tab');
  expect((await meetingNow(id)).participants).toHaveLength(3);
  await speaker.fill('韩大爷');
  expect(await axeFindings(page)).toEqual([]);
  await screenshot(page, 'meeting-desk-make-speaker');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('韩大爷已列入参会名单').waitFor();
  expect(await focusOf(page)).toBe('第 1 行 意见建议');
  await page.keyboard.type('楼道堆放杂物');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已登记 1 条').waitFor();
  const { opinions, participants } = await meetingNow(id);
  const own = participants.find(({ name }) => name === '韩大爷')!;
  expect(own.standing).toBe('resident');
  expect(opinions[0]!.participantId).toBe(own.id);
});

describe('speakers who are on no list', () => {
  const offer = (page: Page) => page.getByRole('button', { name: /^把 \d+ 位未登记的发言人全部加入参会代表$/ });
  const form = (page: Page) => page.getByRole('form', { name: '把未登记的发言人加入参会代表' });
  const SHEET = [
    ['周经理', '园区路口没有信号灯'],
    ['李秀英', '东街市场门口拥堵'],
    ['吴　敏', '楼道灯坏了'],
    ['周经理', '园区公交太少'],
    ['王建军的父亲', '小区没有电梯'],
    ['郑医生', '门诊停车难'],
  ]
    .map((row) => row.join('\t'))
    .join('\r\n');

  test('are put on it at once, with one standing for all and another for some; who is left out stays marked', async () => {
    const id = await newMeeting('很多生面孔');
    const page = await visit(`/meetings/${id}`);
    await page.getByLabel('第 1 行 发言人', { exact: true }).focus();
    await paste(page, SHEET);
    await page.getByText('有 4 位发言人不在参会名单中：周经理、吴敏、王建军的父亲、郑医生').waitFor();
    await offer(page).click();
    // nobody's standing is guessed
    expect(await form(page).getByLabel('身份（适用于全部）').inputValue()).toBe('');
    await page.keyboard.press('Enter');
    await form(page).getByRole('button', { name: '加入 4 位' }).click();
    await form(page).getByText('请选择身份，或逐人选择').waitFor();
    expect((await meetingNow(id)).participants).toHaveLength(3);

    await form(page).getByText('周经理 2 条意见').waitFor();
    await form(page).getByText('名单中已有相近的姓名：王建军').waitFor();
    await form(page)
      .getByRole('checkbox', { name: /王建军的父亲/ })
      .uncheck();
    await form(page).getByLabel('身份（适用于全部）').selectOption('群众代表');
    await form(page).getByLabel('周经理的身份').selectOption('企业家代表');
    await form(page).getByLabel('周经理的联系方式').fill('分机 8002');
    expect(await axeFindings(page)).toEqual([]);
    // the answer is lost on its way, and so is the next look
    await page.route('**/participants/batch', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.route(`**/api/meetings/${id}`, (route) => route.abort());
    await form(page).getByRole('button', { name: '加入 3 位' }).click();
    await form(page).getByRole('alert').getByText('暂时连不上服务').waitFor();
    await page.unroute('**/participants/batch');
    await page.unroute(`**/api/meetings/${id}`);
    await form(page).getByRole('button', { name: '加入 3 位' }).click();
    await page.getByText('3 位发言人已列入参会名单').waitFor();
    expect(await form(page).count()).toBe(0);

    const { participants } = await meetingNow(id);
    expect(participants.slice(3).map(({ name, standing, hasContact }) => [name, standing, hasContact])).toEqual([
      ['周经理', 'business', true],
      ['吴敏', 'resident', false],
      ['郑医生', 'resident', false],
    ]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 条还不能登记').waitFor(); // 王建军 did not say what his father said
    await page.getByLabel('第 5 行 发言人', { exact: true }).fill('');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已登记 6 条').waitFor();
    const { opinions } = await meetingNow(id);
    const who = new Map(participants.map((one) => [one.id, one.name]));
    expect(opinions.map(({ participantId }) => who.get(participantId ?? '') ?? null)).toEqual(['周经理', '李秀英', '吴敏', '周经理', null, '郑医生']); // prettier-ignore
  });

  test('whose answer was lost are found on the list, and the form is over', async () => {
    const id = await newMeeting('答复丢了');
    const page = await visit(`/meetings/${id}`);
    await page.getByLabel('第 1 行 发言人', { exact: true }).focus();
    await paste(page, '周经理\t园区路口没有信号灯\r\n吴敏\t楼道灯坏了\r\n');
    await offer(page).click();
    await form(page).getByLabel('身份（适用于全部）').selectOption('群众代表');
    await page.route('**/participants/batch', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await form(page).getByRole('button', { name: '加入 2 位' }).click();
    await page.getByText('2 位发言人已列入参会名单').waitFor();
    expect(await form(page).count()).toBe(0);
    await said(page, 1).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('已登记 2 条').waitFor();
    expect((await meetingNow(id)).participants).toHaveLength(5);
  });

  test('are added all or none: what the service refuses is said, and everything stays', async () => {
    const id = await newMeeting('有一位不行');
    const page = await visit(`/meetings/${id}`);
    await page.getByLabel('第 1 行 发言人', { exact: true }).focus();
    await paste(page, '周经理\t园区路口没有信号灯\r\n吴敏\t楼道灯坏了\r\n');
    await offer(page).click();
    await form(page).getByLabel('身份（适用于全部）').selectOption('群众代表');
    const sent: unknown[] = [];
    await page.route('**/participants/batch', (route) => {
      const body = route.request().postDataJSON() as object[];
      sent.push(body);
      return route.continue({ postData: JSON.stringify([body[0], { ...body[1], standing: 'guest' }]) });
    });
    await form(page).getByRole('button', { name: '加入 2 位' }).click();
    await form(page).getByRole('alert').waitFor();
    await page.unroute('**/participants/batch');
    expect(sent).toHaveLength(1);
    expect((await meetingNow(id)).participants).toHaveLength(3);
    expect(await said(page, 2).inputValue()).toBe('楼道灯坏了');
    await form(page).getByRole('button', { name: '加入 2 位' }).click();
    await page.getByText('2 位发言人已列入参会名单').waitFor();
    expect((await meetingNow(id)).participants).toHaveLength(5);
  });

  test.each(widths(390))(
    'have a form that fits and can be left, at %i pixels',
    async (width) => {
      for (const locale of ['zh-CN', 'en'] as const) {
        const page = await visit(`/meetings/${await newMeeting('生面孔')}`, { width, locale });
        await page.locator('[data-row="0"] [data-col="0"] input').focus();
        await paste(page, SHEET);
        const add = page.getByRole('button', { name: locale === 'en' ? 'Add all 4 speakers' : '把 4 位未登记' });
        await add.scrollIntoViewIfNeeded();
        expect(await axeFindings(page)).toEqual([]);
        await screenshot(page, `meeting-desk-unknown-${locale}-${width}`);
        await add.click();
        await page.keyboard.press('Tab');
        expect(await axeFindings(page)).toEqual([]);
        expect(await rawKeys(page, NAMESPACES)).toEqual([]);
        expect(await cutOff(page)).toEqual([]);
        await screenshot(page, `meeting-desk-speakers-${locale}-${width}`);
        await page.keyboard.press('Escape');
        await add.waitFor();
        await open!.leave();
      }
    },
    240_000,
  );
});

test('while an input method composes, Enter and Tab belong to it', async () => {
  const page = await visit(`/meetings/${await newMeeting('输入法')}`);
  const input = await page.context().newCDPSession(page);
  await said(page, 1).focus();
  await input.send('Input.imeSetComposition', { text: 'dong jie', selectionStart: 8, selectionEnd: 8 });
  await input.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await input.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  expect(await focusOf(page)).toBe('第 1 行 意见建议');
  await input.send('Input.insertText', { text: '东街' });
  expect(await said(page, 1).inputValue()).toBe('东街');
  await page.keyboard.press('Enter');
  expect(await focusOf(page)).toBe('第 2 行 意见建议');
  // in a box of choices too: nothing is chosen from half-typed pinyin
  await page.getByLabel('第 1 行 发言人', { exact: true }).focus();
  await input.send('Input.imeSetComposition', { text: 'li', selectionStart: 2, selectionEnd: 2 });
  expect(await page.getByRole('listbox').count()).toBe(0);
  await input.send('Input.insertText', { text: '李' });
  await page.getByRole('option', { name: /李秀英/ }).waitFor();
});

test('who comes in the middle is put on the list, and what was typed stays and is logged under their name', async () => {
  const id = await newMeeting('中途到会');
  const page = await visit(`/meetings/${id}`);
  await page.getByLabel('第 1 行 发言人', { exact: true }).fill('李秀英');
  await said(page, 1).fill('东街市场门口拥堵');
  await page.getByLabel('第 2 行 发言人', { exact: true }).fill('周经理');
  await said(page, 2).fill('园区路口没有信号灯');
  await page.keyboard.press('Control+Enter');
  await page.getByText('不在参会名单中').waitFor();

  await page.getByRole('button', { name: '补登参会代表' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: '补登参会代表' });
  expect(await form.getByLabel('姓名').inputValue()).toBe('周经理');
  expect(await form.getByLabel('姓名').evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await form.getByLabel('身份').selectOption('企业家代表');
  await form.getByLabel('联系方式').fill('分机 8002');
  // the answer is lost on its way: sent again, the person is there once
  await page.route('**/participants', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.keyboard.press('Enter');
  await form.getByRole('alert').getByText('暂时连不上服务').waitFor();
  await page.unroute('**/participants');
  await form.getByLabel('联系方式').press('Enter');
  await page.getByText('周经理已列入参会名单').waitFor();
  expect(await form.count()).toBe(0);

  expect(await said(page, 1).inputValue()).toBe('东街市场门口拥堵');
  expect(await said(page, 2).inputValue()).toBe('园区路口没有信号灯');
  expect(await focusOf(page)).toBe('第 2 行 意见建议');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已登记 2 条').waitFor();
  const { participants, opinions } = await meetingNow(id);
  expect(participants.map(({ name }) => name)).toEqual([...WHO, '周经理']);
  const late = participants.at(-1)!;
  expect(late).toMatchObject({ standing: 'business', hasContact: true });
  expect(opinions.map(({ text, participantId }) => [text, participantId])).toEqual([
    ['东街市场门口拥堵', participants[0]!.id],
    ['园区路口没有信号灯', late.id],
  ]);
});

test.each(widths(390))('the form for who comes late fits and can be left, at %i pixels', async (width) => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const page = await visit(`/meetings/${await newMeeting('补登')}`, { width, locale });
    const opener = page.getByRole('button', { name: locale === 'en' ? 'Add a participant' : '补登参会代表' });
    await opener.click();
    await page.keyboard.press('Enter'); // no name yet
    await page.getByText(locale === 'en' ? 'Please enter a name' : '请填写姓名').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await rawKeys(page, NAMESPACES)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await screenshot(page, `meeting-desk-add-${locale}-${width}`);
    await page.keyboard.press('Escape');
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true);
    await open!.leave();
  }
});

test('half a meeting survives closing the page', async () => {
  const id = await newMeeting('写到一半');
  const page = await visit(`/meetings/${id}`);
  await said(page, 1).fill('写到一半的意见');
  await page.getByLabel('第 1 行 发言人', { exact: true }).fill('李秀英');
  await page.goto('about:blank');
  await page.goto(`/meetings/${id}`);
  await page.getByText('已恢复上次没登记的 1 条').waitFor();
  expect(await said(page, 1).inputValue()).toBe('写到一半的意见');
  await page.keyboard.press('Control+Enter');
  await said(page, 1).focus();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已登记 1 条').waitFor();
  await waiting(page).getByRole('radio', { name: '不予采纳' }).check({ force: true });
  await page.getByLabel('不予采纳的理由').fill('想一想再说');
  await page.reload();
  await settled(page);
  expect(await page.getByLabel('不予采纳的理由').inputValue()).toBe('想一想再说');
});

test('open cases about the same matter stand beside what is typed, and an opinion joins one', async () => {
  const clerk = await server.signIn('clerk');
  const { body } = await clerk.get('/api/categories').expect(200);
  const made = await clerk
    .post('/api/cases')
    .send({
      title: '滨河公园夜间广场舞音响扰民',
      description: '滨河公园夜间广场舞音响扰民，居民多次报警',
      source: 'hotline',
      categoryId: (body as { id: string }[])[0]!.id,
    })
    .expect(201);
  const { id: caseId, number } =
    (made.body as { case?: { id: string; number: string } }).case ?? (made.body as { id: string; number: string });
  const id = await newMeeting('相似');
  const page = await visit(`/meetings/${id}`);
  await said(page, 1).fill('滨河公园夜间广场舞音响太吵，扰民严重');
  await page.getByRole('complementary', { name: '相似的未销号事项' }).getByText(number).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已登记 1 条').waitFor();
  await page.getByRole('button', { name: new RegExp(`并案.*${number}`) }).click();
  await page.getByRole('button', { name: '处理 1 条意见' }).click();
  await page.getByRole('button', { name: '确认处理 1 条' }).click();
  await page.getByText('并案 1 条').waitFor();
  expect((await meetingNow(id)).opinions[0]).toMatchObject({ outcome: 'merged', caseId });
  // whoever said it follows the case with the code
  const receipt = await page.getByRole('list', { name: '回执码' }).getByRole('listitem').innerText();
  expect(receipt).toContain(number);
  const [code] = /(?:[2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}/.exec(receipt)!;
  const objection = await server.anonymous().post(`/api/receipts/${code}/objection`).send({ text: '仍很吵' });
  expect((objection.body as { code: string }).code).toBe('notice.over');
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, 'receipts');
});

test('nothing typed is lost when the service fails, and what was sent twice is logged once', async () => {
  const id = await newMeeting('网络不好');
  const page = await visit(`/meetings/${id}`);
  await said(page, 1).fill('网络断了也不能丢的意见');
  const address = `**/api/meetings/${id}/opinions`;
  await page.route(address, (route) =>
    route.fulfill({ status: 500, json: { code: 'fault', message: 'Failed', messageZh: '服务出错' } }),
  );
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('服务出错').waitFor();
  expect(await said(page, 1).inputValue()).toContain('不能丢');
  await page.unroute(address);
  // the service takes it, but the answer is lost on the way
  await page.route(address, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await said(page, 1).focus();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('暂时连不上服务').waitFor();
  await page.unroute(address);
  await said(page, 1).focus();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已登记 1 条').waitFor();
  expect((await meetingNow(id)).opinions).toHaveLength(1);
});

test('a session that ends while one types is renewed over the page, and what was typed is logged', async () => {
  const id = await newMeeting('登录过期');
  const page = await visit(`/meetings/${id}`);
  await said(page, 1).fill('登录过期也不能丢的意见');
  await page.context().clearCookies();
  await page.keyboard.press('Control+Enter');
  await page.getByText('登录已过期，请重新登录').waitFor();
  await page.getByLabel('密码').fill('password of clerk');
  await page.keyboard.press('Enter');
  await page.getByText('已登记 1 条').waitFor();
  expect((await meetingNow(id)).opinions).toHaveLength(1);
});

test('what a rule refuses is said at its own row, and the others are done', async () => {
  const id = await newMeeting('有一条办不成');
  const page = await visit(`/meetings/${id}`);
  await said(page, 1).focus();
  await onClipboard(page, '第一条意见内容\n第二条意见内容'); // lines without columns go where the cursor is
  await page.keyboard.press('Control+Enter');
  await page.getByText('已登记 2 条').waitFor();
  for (const n of [1, 2]) {
    await waiting(page)
      .nth(n - 1)
      .getByRole('radio', { name: '当场答复' })
      .check({ force: true });
    await page.getByLabel(`第 ${n} 行 当场怎样答复的`).fill(`答复${n}`);
  }
  const { opinions } = await meetingNow(id);
  const first = (opinions[0] as unknown as { id: string }).id;
  await (
    await server.signIn('clerk')
  )
    .post(`/api/opinions/${first}/decline`)
    .send({ reason: '另一位先办了' })
    .expect(200);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '确认处理 2 条' }).click();
  await page.getByText('当场答复 1 条、未办成 1 条').waitFor();
  expect((await meetingNow(id)).opinions.map(({ outcome }) => outcome)).toEqual(['declined', 'answered']);
});

describe.each(LOOKS)('at $width pixels in $locale', (look) => {
  // one theme at each width in the ordinary suite, both in the long one
  test.each(atLength(['light', 'dark'] as const, [look.width === 390 ? 'light' : 'dark'] as const))(
    'the %s pages can be used by everybody, are translated and fit',
    async (theme) => {
      const id = await newMeeting('看得清');
      const page = await visit(`/meetings/${id}`, { ...look, theme });
      await page.locator('[data-row="0"] [data-col="0"] input').focus();
      await paste(
        page,
        THIRTY.slice(0, 3)
          .map(({ speaker, text }) => `${speaker}\t${text}`)
          .join('\n'),
      );
      expect(await axeFindings(page)).toEqual([]);
      await page.locator('.send .el-button').click();
      await page.getByRole('radio').first().waitFor({ state: 'attached' });
      await page.getByRole('radio').first().focus();
      await page.keyboard.press('1');
      for (const path of [null, '/meetings', '/meetings/new']) {
        if (path !== null) await walkTo(page, path);
        expect(await axeFindings(page)).toEqual([]);
        expect(await rawKeys(page, NAMESPACES)).toEqual([]);
        expect(await cutOff(page)).toEqual([]);
      }
      expect(open!.faults).toEqual([]);
    },
    240_000,
  );
});
