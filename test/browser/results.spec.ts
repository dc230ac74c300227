/** The meeting comes back, in a real browser: the clerk words and releases, prints a sheet for each person, and each reads theirs on a telephone. */
import type { Page } from 'playwright-core';
import { axeFindings, cutOff, rawKeys, screenshot, settled } from '../support/browser.js';
import type { TestServer } from '../support/server.js';
import { oneDesk } from './one-desk.js';
import { paper, screen, sheetsOf } from './paper.js';

let meeting: string;
const WORDS = ['results', 'resultPage', 'agenda', 'meetings', 'shell', 'values'];

const desk = oneDesk(async (server: TestServer) => {
  const unit = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  const clerk = await server.signIn('clerk');
  const category = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const { body } = await clerk.post('/api/meetings').send({
    title: '东街社区警民恳谈会',
    kind: 'policeResident',
    heldOn: '2026-03-02',
    place: '东街社区居委会',
    hostUnitId: unit,
    participants: [
      { name: '赵建国', standing: 'resident' },
      { name: '钱律师', standing: 'lawyer' },
    ],
  });
  const made = body as { id: string; participants: { id: string }[] };
  meeting = made.id;
  const opinions = [
    { text: '东街路灯不亮，老人摔过跤', participantId: made.participants[0]!.id },
    { text: '停车费能不能减免', participantId: made.participants[1]!.id },
  ];
  const logged = (await clerk.post(`/api/meetings/${meeting}/opinions`).send(opinions)).body as { id: string }[];
  await clerk.post(`/api/opinions/${logged[0]!.id}/adopt`).send({ leadUnitId: unit, categoryId: category }).expect(200);
  await clerk.post(`/api/opinions/${logged[1]!.id}/decline`).send({ reason: '收费标准由发改部门制定' }).expect(200);
});

async function looksWell(page: Page, name: string): Promise<void> {
  await settled(page);
  await screenshot(page, name);
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  expect(await rawKeys(page, WORDS)).toEqual([]);
}

test('the clerk words, releases, prints and opens; the participant and the public read', async () => {
  const page = await desk.visit(`/meetings/${meeting}`, 'clerk', { width: 1440 });
  await page.getByRole('link', { name: '结果反馈' }).click();
  await page.getByRole('button', { name: '改写 第 1 条' }).click();
  await page.getByLabel('公开表述（留空则不公开）').fill('东街路灯维修');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('公开表述：东街路灯维修').waitFor();
  await page.getByRole('button', { name: '发布反馈（2 条有更新）' }).click();
  await page.getByText('已发布 2 条反馈').waitFor();
  await page.getByRole('button', { name: '开放公开页面' }).click();
  await page.getByText('公开页面已开放').waitFor();
  await looksWell(page, 'results-1440');
  await paper(page);
  const sheets = await page.locator('.sheets').innerText();
  expect(sheets).toContain('经研究未予采纳：收费标准由发改部门制定');
  expect(sheetsOf(await page.pdf({ format: 'A4' }))).toBe(2);
  await screen(page);
  const addresses = await page
    .locator('a[href^="/m/"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')!));
  expect(addresses).toHaveLength(3);

  const { page: phone } = await desk.fresh({ width: 390 });
  await phone.goto(addresses[1]!);
  await phone.getByText('赵建国，您好：').waitFor();
  await phone.getByText('东街路灯不亮，老人摔过跤').waitFor();
  expect(await phone.getByText('钱律师').count()).toBe(0);
  await looksWell(phone, 'result-own-390');
  await phone.goto(addresses[0]!);
  await phone.getByText('东街路灯维修').waitFor();
  await phone.getByText('另有 1 条意见未公开').waitFor();
  expect(await phone.getByText('赵建国').count()).toBe(0);
  await looksWell(phone, 'result-public-390');
});

test('the pages of the office stand on a telephone', async () => {
  const page = await desk.visit(`/meetings/${meeting}/results`, 'clerk', { width: 390 });
  await page.getByText('已告知 1 次').first().waitFor();
  await looksWell(page, 'results-390');
  await page.goto(`/meetings/${meeting}/agenda`);
  await page.getByText('没有更早的同类座谈会').waitFor();
  await looksWell(page, 'agenda-390');
});
