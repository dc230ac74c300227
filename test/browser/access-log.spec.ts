/** Accesses to encrypted names in a real browser: the office looks at a case of its own for a reason and sees who did; the auditor reads them all. */
import { v7 as uuid } from 'uuid';
import type { Page } from 'playwright-core';
import { axeFindings, cutOff, rawKeys, screenshot, walkTo } from '../support/browser.js';
import { oneDesk } from './one-desk.js';
import { widths } from './looks.js';

const cases: string[] = [];
/** Came to the second case later. */
const OTHER = uuid();

const desk = oneDesk(
  async (server) => {
    for (const name of ['clerk', 'auditor', 'leader'] as const) await server.person(name, [name], server.units.root);
    const clerk = await server.signIn('clerk');
    const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
    for (const title of ['东街路灯不亮', '夜市油烟扰民', '市场门口拥堵', '小区飞线充电']) {
      const id = uuid();
      const raiser = { name: '李阿姨', contact: '13800001234' };
      await clerk
        .post('/api/cases')
        .send({ id, title, description: title, source: 'hotline', categoryId, raiser })
        .expect(201);
      cases.push(id);
    }
  },
  { env: { LOOKS_PER_DAY: '3' } },
);

const visit = (path: string, username: string, width = 1440): Promise<Page> => desk.visit(path, username, { width });

test.each(widths(390))(
  'the office gives purpose and reason, sees the raiser, and the look stands at the case, at %d',
  async (width) => {
    const at = width === 1440 ? 0 : 1;
    const page = await visit(`/cases/${cases[at]}`, 'clerk', width);
    await page.getByText('还没有人查看过').waitFor();
    await page.getByLabel(/为什么要看姓名和联系方式/).fill('。。。。。');
    await page.getByRole('button', { name: '查看联系方式' }).click();
    await page.getByText('请用文字写明查看理由').waitFor();
    await page.getByLabel(/为什么要看姓名和联系方式/).fill('核对地点描述');
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await page.getByRole('button', { name: '查看联系方式' }).click();
    await page.getByRole('link', { name: '13800001234' }).waitFor();
    await page.getByText('核对地点描述').waitFor();
    await screenshot(page, `case-looks-${width}`);
  },
);

test('a leader sees neither the card nor who looked', async () => {
  const page = await visit(`/cases/${cases[0]}`, 'leader');
  await page.getByRole('heading', { name: /东街路灯不亮/ }).waitFor();
  expect(await page.getByText('反映人信息查看记录').count()).toBe(0);
  expect(await page.getByRole('button', { name: '查看联系方式' }).count()).toBe(0);
});

test.each(widths(1440))(
  'the office, which has no such page, is told so once and in its own words, at %d',
  async (width) => {
    const page = await visit('/looks', 'clerk', width);
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([
      '全部查看记录只向审计员开放；整改办请在事项页查看该事项的记录',
    ]);
    await screenshot(page, `looks-clerk-${width}`);
    await walkTo(page, '/admin/health');
    expect(await page.getByRole('alert').count()).toBe(1);
    await screenshot(page, `health-clerk-${width}`);
  },
);

test.each(widths(390))(
  'the auditor reads who looked when and why, who looked too often, and narrows it down, at %d',
  async (width) => {
    const clerk = await desk.server.signIn('clerk');
    await clerk.post(`/api/cases/${cases[1]}/raisers`).send({ id: OTHER, name: '张某' });
    await clerk.post(`/api/cases/${cases[1]}/raiser`).send({ reason: '核对另一位反映人', raiserId: OTHER });
    for (const id of cases)
      await clerk.post(`/api/cases/${id}/raiser`).send({ purpose: 'inform', reason: '告知处理结果' });
    await Promise.all(
      Array.from({ length: 8 }, () =>
        desk.server.anonymous().post('/api/session').send({ username: 'leader', password: 'guess' }),
      ),
    );
    const page = await visit('/looks', 'auditor', width);
    await page.getByText(/看了 3 人，另有 \d 次被拒绝/).waitFor();
    await page.getByText(/leader：\d+ 次被要求等待/).waitFor();
    await page.getByText('核对地点描述').first().waitFor();
    const other = page.getByRole('listitem').filter({ hasText: '核对另一位反映人' });
    expect(await other.first().innerText()).toContain('第 2 位反映人');
    expect(await page.getByText('李阿姨').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    expect(await rawKeys(page, ['shell', 'raiser', 'looks', 'values'])).toEqual([]);
    await screenshot(page, `looks-${width}`);
    await page
      .getByRole('listitem')
      .filter({ hasText: '夜市油烟扰民' })
      .first()
      .getByRole('button', { name: '只看此事项' })
      .click();
    await page.getByText('东街路灯不亮').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByText('东街路灯不亮').first().waitFor();
  },
);
