/** The raiser's page on a telephone: read, rated and contradicted without script; the supervisor takes the case up again, and the slip that leads there prints. */
import type { Page } from 'playwright-core';
import { v4 as uuid } from 'uuid';
import { axeFindings, cutOff, screenshot, settled } from '../support/browser.js';
import { oneDesk } from './one-desk.js';

let id: string;
let number: string;

const desk = oneDesk(async (server) => {
  const leadUnitId = await server.unit('城东分局');
  await server.person('handler', ['handler'], leadUnitId);
  for (const role of ['clerk', 'supervisor', 'visitor'] as const) await server.person(role, [role]);
  const clerk = await server.signIn('clerk');
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const given = { title: '李阿姨家门口路灯不亮', description: '东街 12 号', source: 'hotline', categoryId };
  const raiser = { name: '李阿姨', contact: '13800001234' };
  ({ id, number } = (
    (
      await clerk
        .post('/api/cases')
        .send({ ...given, raiser })
        .expect(201)
    ).body as { case: { id: string; number: string } }
  ).case);
  const act = async (name: string, type: string, payload: object = {}) =>
    (await server.signIn(name))
      .post(`/api/cases/${id}/commands`)
      .send({ id: uuid(), type, ...payload })
      .expect(200);
  await act('clerk', 'ASSIGN', { leadUnitId });
  await act('handler', 'ACCEPT');
  await act('handler', 'SUBMIT', { measure: '更换', lastingMeasure: '巡查' });
  await act('supervisor', 'PASS', { method: 'onSite' });
  await act('visitor', 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' });
  await act('clerk', 'RELEASE_RESULT', { said: '东街路灯晚上不亮', text: '东街路灯已全部更换。' });
});

/** On the page as a raiser has it, who is signed in nowhere. */
async function asRaiser(code: string, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<Page> {
  const { page } = await desk.fresh({ width: 390, locale });
  await page.goto(`/r/${code}`);
  return page;
}

test('a slip leads to the page; what is said there is decided at the desk and read on the page', async () => {
  let page = await desk.visit(`/cases/${id}`, 'clerk', { width: 1440 });
  await page.getByRole('link', { name: '打印回执单' }).click();
  const code = await page.getByText(/^(?:[2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/).innerText();
  await page.getByRole('img', { name: '打开办理情况的二维码' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  expect(await page.getByText('李阿姨').count()).toBe(0);
  await screenshot(page, 'slips');
  await desk.open.leave();

  page = await asRaiser(code);
  for (const text of [number, '东街路灯晚上不亮', '东街路灯已全部更换。', '已办结（销号）。如果没有解决'])
    await page.getByText(text).first().waitFor();
  expect(await page.getByText('李阿姨').count()).toBe(0);
  await screenshot(page, 'receipt-390');
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByLabel('不满意', { exact: true }).check();
  await page.getByLabel('速度').selectOption('1');
  await page.getByLabel('补充说明').fill('晚上又坏了');
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('您的评价已收到').waitFor();
  await page.getByText('没有解决？').click();
  await page.getByLabel('哪里没有解决').fill('东头两盏还是不亮');
  await page.getByRole('button', { name: '提交', exact: true }).first().click();
  await page.getByText('您的意见已送到督导组').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await desk.open.leave();

  page = await desk.visit('/work', 'supervisor', { width: 390 });
  await page.getByText('李阿姨家门口路灯不亮').first().click();
  await page.getByText('东头两盏还是不亮').first().waitFor();
  await page.getByText('低于回访登记').waitFor();
  await settled(page);
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, 'receipt-desk-390');
  await page.goto(`/cases/${id}?do=REOPEN`);
  await page.getByLabel('理由').fill('反映人表示未解决，现场确有两盏不亮');
  await page.getByRole('button', { name: '回头看重启' }).last().click();
  await page.getByText('反映人表示未解决，现场确有两盏不亮').first().waitFor();
  await desk.open.leave();

  page = await asRaiser(code, 'en');
  await page.getByText('You were right: the case was taken up again.').waitFor();
  await page.getByText('is working on it, due on').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
