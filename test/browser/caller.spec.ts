/** A caller's case in a real browser: the office types the number into the search box, gives a reason, and finds it; the number itself stands in
 *  no address, neither of the page nor of a request. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { axeFindings, cutOff, rawKeys, screenshot, settled } from '../support/browser.js';
import { oneDesk } from './one-desk.js';
import { widths } from './looks.js';

/** Every address the page asked for or stood at. */
let addresses: string[];

const desk = oneDesk(async (server) => {
  await server.person('clerk', ['clerk']);
  await server.person('leader', ['leader']);
  const clerk = await server.signIn('clerk');
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  for (const [title, contact] of [
    ['东街路灯不亮', '138-0000-1234'],
    ['夜市油烟扰民', '0571-88880002'],
  ] as const)
    await clerk
      .post('/api/cases')
      .send({
        id: uuid(),
        title,
        description: title,
        source: 'hotline',
        categoryId,
        raiser: { name: '李阿姨', contact },
      })
      .expect(201);
});

async function visit(width: number, username = 'clerk', path = '/cases'): Promise<Page> {
  const page = await desk.visit('/work', username, { width });
  addresses = [];
  page.on('request', (request) => addresses.push(request.url()));
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await page.goto(path);
  await settled(page);
  return page;
}
const box = (page: Page) => page.getByRole('search').getByRole('textbox').first();
const digits = (address: string): string => decodeURIComponent(address).replace(/\D/g, '');
async function type(page: Page, words: string): Promise<void> {
  await box(page).pressSequentially(words, { delay: 30 });
  await page.waitForTimeout(600); // longer than the box waits for another letter
  await settled(page);
}

test.each(widths(390))('is found by the number, with a reason that is kept, at %d', async (width) => {
  const page = await visit(width);
  await type(page, '138 0000 1234');
  // the list stands as it was: nothing was looked for
  await page.getByRole('link', { name: '夜市油烟扰民' }).waitFor();
  await box(page).press('Enter');
  const reason = page.getByRole('textbox', { name: '查找这个电话号码的反映人的事项' });
  expect(await reason.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await page.getByRole('button', { name: '按电话查找' }).isDisabled()).toBe(true);
  await reason.fill('来电询问办理进展');
  expect(await axeFindings(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  expect(await rawKeys(page, ['cases', 'shell', 'values'])).toEqual([]);
  await reason.press('Enter');
  const found = page.getByRole('form', { name: '查找这个电话号码的反映人的事项' }).getByRole('link');
  await found.first().waitFor();
  expect(await found.allInnerTexts()).toEqual([expect.stringContaining('东街路灯不亮')]);
  await screenshot(page, `caller-${width}`);
  expect(addresses.filter((one) => digits(one).includes('13800001234'))).toEqual([]);
  expect(page.url()).toBe(`${desk.server.url}/cases`);
  await found.click();
  await page.getByText('来电询问办理进展').first().waitFor(); // among the looks at the case
  expect(desk.open.faults).toEqual([]);
});

test('who is unknown is said to be, and another number starts anew', async () => {
  const page = await visit(1440);
  await type(page, '13900000000');
  await page.getByRole('textbox', { name: '查找这个电话号码的反映人的事项' }).fill('来电询问办理进展');
  await page.getByRole('button', { name: '按电话查找' }).click();
  await page.getByText('没有这个号码的反映人。').waitFor();
  await box(page).fill('0571-88880002');
  await page.getByText('没有这个号码的反映人。').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '按电话查找' }).click();
  await page.getByRole('form').getByRole('link', { name: '夜市油烟扰民' }).waitFor();
});

test('digits that may be something else are looked for in numbers and texts with Enter; others at once', async () => {
  const page = await visit(1440);
  await type(page, '88880002');
  await page.getByText('如果不是电话，按回车在编号和内容中查找。').waitFor();
  expect(page.url()).toBe(`${desk.server.url}/cases`);
  await box(page).press('Enter');
  await page.getByText('没有符合条件的事项').waitFor();
  await box(page).fill('油烟');
  await page.getByRole('link', { name: '东街路灯不亮' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '夜市油烟扰民' }).waitFor();
});

test('an old address with a number in it is emptied of it, and nobody but the office is offered the search', async () => {
  const page = await visit(1440, 'clerk', '/cases?q=13800001234');
  await page.waitForURL(`${desk.server.url}/cases`);
  expect(await box(page).inputValue()).toBe('13800001234');
  await page.getByRole('button', { name: '按电话查找' }).waitFor();
  await desk.open.leave();
  const leader = await visit(1440, 'leader');
  await type(leader, '13800001234');
  expect(await leader.getByRole('button', { name: '按电话查找' }).count()).toBe(0);
});
