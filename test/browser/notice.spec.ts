/** The public notice in a real browser, signed out: what is shown on a telephone and in English, and an objection by receipt. */
import { v4 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { Page } from 'playwright-core';
import { axeFindings, cutOff, rawKeys, screenshot, settled, type Look } from '../support/browser.js';
import { oneDesk } from './one-desk.js';

let receiptCode: string;
let number: string;

const desk = oneDesk(async (server) => {
  const leadUnitId = await server.unit('城东分局');
  await server.person('handler', ['handler'], leadUnitId);
  for (const name of ['supervisor', 'second']) await server.person(name, ['supervisor']);
  await server.person('clerk', ['clerk']);
  await server.person('visitor', ['visitor']);
  const who: Record<string, TestAgent> = {};
  for (const name of ['clerk', 'handler', 'supervisor', 'second', 'visitor']) who[name] = await server.signIn(name);
  const categoryId = ((await who['clerk']!.get('/api/categories')).body as { id: string }[])[0]!.id;
  const raiser = { name: '李阿姨', contact: '13800001234' };
  const about = {
    title: '李阿姨家门口路灯不亮',
    description: '东街',
    source: 'hotline',
    categoryId,
    isKey: true,
    raiser,
  };
  const made = (await who['clerk']!.post('/api/cases').send(about).expect(201)).body as {
    case: { id: string; number: string };
    receiptCode: string;
  };
  ({ receiptCode } = made);
  ({ number } = made.case);
  const { id } = made.case;
  const act = (name: string, type: string, payload: object = {}) =>
    who[name]!.post(`/api/cases/${id}/commands`)
      .send({ id: uuid(), type, ...payload })
      .expect(200);
  await act('clerk', 'ASSIGN', { leadUnitId });
  await act('handler', 'ACCEPT');
  const sent = await who['handler']!.post(`/api/cases/${id}/attachments`).attach('files', Buffer.from('%PDF-1.4\n%%EOF'), 'a.pdf'); // prettier-ignore
  const photo = [(sent.body as { id: string }[])[0]!.id];
  const fix = { measure: '更换', lastingMeasure: '巡查', otherPlaces: '西街', photosBefore: photo, photosAfter: photo };
  await act('handler', 'SUBMIT', fix);
  await act('supervisor', 'PASS', { method: 'onSite' });
  await act('second', 'PASS', { method: 'onSite', noticeText: '东街 12 盏路灯已全部点亮。' });
  await act('visitor', 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' });
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
    await page.getByLabel('回执码（12 位）').fill(code);
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
