/** The public notice in a real browser, signed out: what is shown on a telephone and in English, and an objection by receipt;
 *  and the objection that somebody makes by name at the office. */
import type { Locator, Page } from 'playwright-core';
import { axeFindings, chooseOption, cutOff, rawKeys, screenshot, settled, type Look } from '../support/browser.js';
import { caseInNotice } from './case-in-notice.js';
import { oneDesk } from './one-desk.js';

let receiptCode: string;
let number: string;
let leadUnitId: string;

const desk = oneDesk(async (server) => {
  leadUnitId = await server.unit('城东分局');
  await server.person('handler', ['handler'], leadUnitId);
  for (const name of ['supervisor', 'second']) await server.person(name, ['supervisor']);
  for (const role of ['clerk', 'visitor', 'leader'] as const) await server.person(role, [role]);
  ({ receiptCode, number } = await caseInNotice(server, {
    title: '李阿姨家门口路灯不亮',
    noticeText: '东街 12 盏路灯已全部点亮。',
    leadUnitId,
  }));
});

async function opened(look: Look): Promise<Page> {
  const { page } = await desk.fresh(look);
  await page.goto('/notice');
  await settled(page);
  return page;
}

test.each([
  ['zh-CN', 1440],
  ['zh-CN', 390],
  ['en', 390],
] as const)('shows in %s at %i px what became of it, and nobody', async (locale, width) => {
  const page = await opened({ width, locale });
  await page.getByText('东街 12 盏路灯已全部点亮。').waitFor();
  await page.getByText(number).waitFor();
  await screenshot(page, `notice-${locale}-${width}`);
  expect(await page.getByText('李阿姨').count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  expect(await rawKeys(page, ['notice', 'shell'])).toEqual([]);
});

test('takes an objection by the code of a receipt, once', async () => {
  const page = await opened({ width: 390 });
  const fill = async (code: string): Promise<void> => {
    await page.getByLabel('回执码').fill(code);
    await page.getByLabel('您认为哪里没有整改到位').fill('东头两盏不亮');
    await page.getByRole('button', { name: '提交异议' }).click();
  };
  await fill('AAAABBBBCCCC');
  await page.getByText('没有这个回执码').waitFor();
  await fill(receiptCode);
  await page.getByText(`${number} 的异议已收到`).waitFor();
  await page.reload();
  await page.getByText('目前没有正在公示的事项').waitFor();
});

test('the way in leads to the notice, and the notice to the way in', async () => {
  const { page } = await desk.fresh({ width: 390 });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: '整改结果公示' }).click();
  await page.getByRole('heading', { name: '整改结果公示' }).waitFor();
  await page.getByRole('link', { name: '工作人员登录' }).click();
  await page.getByRole('button', { name: '登录' }).waitFor();
});

describe('an objection taken down at the office', () => {
  const inNotice = async (others: string[] = []): Promise<string> =>
    (await caseInNotice(desk.server, { title: '西街路灯不亮', leadUnitId, others })).id;
  const panel = (page: Page): Locator => page.getByRole('dialog', { name: '提出异议' });
  const openedPanel = async (id: string, as: string, look: Look = {}): Promise<Page> => {
    const page = await desk.visit(`/cases/${id}`, as, look);
    await page.getByRole('button', { name: '提出异议' }).click();
    await panel(page).waitFor();
    return page;
  };
  const recorded = async (id: string): Promise<object[]> => {
    const { body } = await (await desk.server.signIn('clerk')).get(`/api/cases/${id}/history`).expect(200);
    return (body as { type: string }[]).filter(({ type }) => type === 'OBJECT');
  };

  test.each(['clerk', 'supervisor', 'visitor', 'leader'])(
    'is offered to the %s, who names somebody: the units read the words, never the name',
    async (as) => {
      const id = await inNotice();
      const page = await openedPanel(id, as, { width: as === 'clerk' ? 1440 : 390 });
      await panel(page).getByLabel('其他人，留下姓名或联系方式').check();
      await panel(page).getByLabel('姓名', { exact: true }).fill('赵邻居');
      await panel(page).getByLabel('联系方式', { exact: true }).fill('13900005555');
      await panel(page).getByLabel('异议内容').fill('西头三盏仍不亮');
      expect(await axeFindings(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      expect(await rawKeys(page, ['case', 'raiser', 'shell'])).toEqual([]);
      await screenshot(page, `objection-${as}`);
      await panel(page).getByRole('button', { name: '提出异议' }).click();
      await page.getByText('异议已登记，公示停止，由督导组处理').waitFor();
      await panel(page).waitFor({ state: 'hidden' });
      const unit = await desk.server.signIn('handler');
      const read = await Promise.all(['', '/history'].map((part) => unit.get(`/api/cases/${id}${part}`).expect(200)));
      expect(read.map(({ text }) => text).join()).toContain('西头三盏仍不亮');
      for (const secret of ['赵邻居', '13900005555']) expect(read.map(({ text }) => text).join()).not.toContain(secret);
    },
  );

  test('can be asked about: the office opens who made it, with a reason', async () => {
    const id = await inNotice();
    const person = { name: '赵邻居', contact: '13900005555' };
    const clerk = await desk.server.signIn('clerk');
    await clerk.post(`/api/cases/${id}/objections`).send({ text: '西头三盏仍不亮', person }).expect(201);
    const page = await desk.visit(`/cases/${id}`, 'clerk', { width: 390 });
    await chooseOption(page, '查看哪一位', '异议人');
    await page.getByLabel(/为什么要看姓名和联系方式/).fill('核实异议情况');
    await page.getByRole('button', { name: '查看联系方式' }).click();
    await page.getByText('赵邻居').waitFor();
    expect(await page.getByText('李阿姨').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await screenshot(page, 'objector-390');
  });

  test('of a raiser says which by place, and guesses nobody', async () => {
    const id = await inNotice(['张三丰']);
    const { body } = await (await desk.server.signIn('clerk')).get(`/api/cases/${id}`).expect(200);
    const { raisers } = body as { raisers: { id: string }[] };
    const page = await openedPanel(id, 'clerk');
    const visits = page.getByRole('heading', { name: '回访记录' }).locator('..').getByRole('listitem');
    expect((await visits.allInnerTexts()).map((text) => /第 \d 位反映人/.exec(text)?.[0])).toEqual([
      '第 2 位反映人',
      '第 1 位反映人',
    ]);
    await panel(page).getByLabel('异议内容').fill('东头两盏不亮');
    expect(await panel(page).getByRole('button', { name: '提出异议' }).isDisabled()).toBe(true);
    await panel(page).getByLabel('第 2 位反映人', { exact: true }).check();
    await panel(page).getByRole('button', { name: '提出异议' }).click();
    await page.getByText('异议已登记').waitFor();
    expect(await recorded(id)).toMatchObject([{ payload: { raiserId: raisers[1]!.id } }]);
    // a raiser is opened as a raiser: nobody is offered a second time as one who objected by name
    expect(await page.getByText('异议人').count()).toBe(0);
  });

  test('is recorded once where its answer was lost, and is not offered to the unit', async () => {
    const id = await inNotice();
    const page = await openedPanel(id, 'clerk');
    await panel(page).getByLabel('其他人，不愿留名').check();
    await panel(page).getByLabel('异议内容').fill('北头一盏不亮');
    const address = `**/api/cases/${id}/objections`;
    await page.route(address, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await panel(page).getByRole('button', { name: '提出异议' }).click();
    await panel(page).getByText('暂时连不上服务').waitFor();
    await page.unroute(address);
    await panel(page).getByRole('button', { name: '提出异议' }).click();
    await page.getByText('异议已登记').waitFor();
    expect(await recorded(id)).toHaveLength(1);
    await desk.open.leave();
    const unit = await desk.visit(`/cases/${await inNotice()}`, 'handler');
    expect(await unit.getByRole('button', { name: '提出异议' }).count()).toBe(0);
  });
});
