/** The administrator's pages of what leaves the house and comes in: a system connected, a hotline platform set up, a message sent again, an address entered and
 *  confirmed; and the clerk's answer to the platform on the page of the case. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 as uuid } from 'uuid';
import { inTransaction } from '../../src/store/database/transaction.js';
import { tell } from '../../src/notify/told.js';
import { type MailServer, startMailServer, textOf } from '../channels/mail-server.js';
import { chooseOption, cutOff, rawKeys, settled } from '../support/browser.js';
import { hotlineCall } from '../support/hotline-case.js';
import { oneDesk } from './one-desk.js';

let smtp: MailServer;
let handlerId: string;
const sink = createServer((request, response) => void request.resume().on('end', () => response.end('{}')));
const desk = oneDesk(async (server) => {
  smtp = await startMailServer();
  await new Promise<void>((done) => sink.listen(0, '127.0.0.1', done));
  await server.person('clerk', ['clerk']);
  handlerId = await server.person('handler', ['handler']);
  const mail = { host: '127.0.0.1', port: smtp.port, security: 'none', username: 'office', password: 'right password', from: 'zg@example.gov.cn', fromName: '整改办' }; // prettier-ignore
  const admin = await server.signIn('admin');
  await admin.put('/api/channels/email').send({ enabled: true, isDefault: true, ...mail }).expect(200); // prettier-ignore
});
afterAll(() => Promise.all([smtp.close(), new Promise((done) => sink.close(done))]));

test('an administrator connects a system and a hotline platform; the clerk answers its call on the page of the case', async () => {
  const { server } = desk;
  let page = await desk.visit('/admin/channels', 'admin', { width: 1440 });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('新建对接').click();
  await page.getByLabel('名称', { exact: true }).fill('市 12345 平台');
  await page.getByLabel('地址', { exact: true }).fill(`http://127.0.0.1:${(sink.address() as AddressInfo).port}/`);
  await chooseOption(page, '推送哪些消息', '答复热线平台');
  await page.getByLabel('名称', { exact: true }).click();
  await button('保存').click();
  await page.getByText('“市 12345 平台”的签名密钥只显示这一次').waitFor();
  expect(await page.locator('code').first().textContent()).toMatch(/^whsec_/);
  await button('已经记下').click();
  await button('测试 市 12345 平台').click();
  await page.getByText('对方已接收：200').waitFor();

  await button('新建热线平台').click();
  await page.getByLabel('平台名称').fill('市 12345');
  await page.getByLabel('代号').fill('city');
  await chooseOption(page, '接收来件的整改办', '整改办');
  await chooseOption(page, '默认问题类别', '其他');
  await chooseOption(page, '答复经哪个对接发回', '市 12345 平台');
  await page.getByText('字段对照').click();
  await page.getByLabel('反映内容').fill('order.content');
  await button('保存').click();
  await page.getByText('“市 12345”的签名密钥只显示这一次').waitFor();
  const secret = (await page.locator('code').first().textContent())!;
  await button('已经记下').click();
  await page.getByText('答复经“市 12345 平台”').waitFor();
  await page.getByText('/api/hotline/city').waitFor();
  expect(await cutOff(page)).toEqual([]);
  expect(await rawKeys(page, ['channels', 'hotline', 'admin', 'form'])).toEqual([]);

  await hotlineCall(server, 'city', secret, {
    ...{ number: 'RX9', order: { content: '幸福路路灯不亮。' }, unit: '城东派出所', caller: { name: '赵小满' } },
  }).expect(200);
  server.clock.advance(8 * 86_400_000);

  await desk.open.leave();
  page = await desk.visit('/meetings/owed', 'clerk', { width: 390 });
  await page.getByRole('list', { name: '待答复的热线来件' }).getByRole('link').click();
  await page.getByRole('heading', { name: '热线来件与答复' }).waitFor();
  await page.getByText('城东派出所').waitFor();
  const text = page.getByLabel('阶段性答复内容');
  await text.fill('已联系赵小满');
  await page.getByRole('button', { name: '发出阶段性答复' }).click();
  await page.getByText('答复里有反映人的姓名或联系方式').waitFor();
  // what was typed outlives the page
  await page.reload();
  await settled(page);
  expect(await text.inputValue()).toBe('已联系赵小满');
  await text.fill('已派人查看');
  await page.getByRole('button', { name: '发出阶段性答复' }).click();
  await page.getByText('正在发送').waitFor();
  await page.getByText('已派人查看', { exact: true }).waitFor();
  expect(await text.inputValue()).toBe('');
  expect(await cutOff(page)).toEqual([]);
  expect(await rawKeys(page, ['hotline', 'case', 'raiser'])).toEqual([]);
});

test('what could not be sent is sent again; an address is entered by the administrator, or confirmed by its person with a code', async () => {
  const { server } = desk;
  let page = await desk.visit('/admin/people', 'admin', { width: 1440 });
  await page.getByRole('button', { name: /^修改.*handler/ }).click();
  await page.getByLabel('电子邮箱').fill('nobody@example.gov.cn');
  await page.getByRole('button', { name: '保存地址' }).click();
  await page.getByText(/现为 .*@example.gov.cn；留空则不变/).waitFor();

  const { pool } = server.test.database;
  await inTransaction(pool, (client) => tell(client, [{ personId: handlerId, topic: 'gap', facts: { unit: '城东', count: 1 }, key: uuid() }], server.clock.now())); // prettier-ignore
  await pool.query(
    `UPDATE delivery SET state = 'dead', bundle_id = id, attempts = 12, last_error = '550 no such mailbox' WHERE channel = 'email'`,
  );
  await page.goto('/admin/health');
  await page.getByText('1 件发送失败').waitFor();
  await page.getByText('550 no such mailbox').waitFor();
  await page
    .locator('.letters')
    .getByRole('button', { name: /handler/ })
    .click();
  await page.getByText('没有发送失败的消息').waitFor();
  expect((await pool.query(`SELECT FROM delivery WHERE state = 'queued' AND channel = 'email'`)).rowCount).toBe(1);

  await desk.open.leave();
  page = await desk.visit('/account', 'handler', { width: 390 });
  await page.getByLabel('电子邮箱').fill('handler@example.gov.cn');
  await page.getByRole('button', { name: '保存', exact: true }).first().click();
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByText('邮件服务器已接收').waitFor();
  await page.getByLabel('验证码').fill(/\d{6}/.exec(textOf(smtp.taken.at(-1)!))![0]);
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await page.getByRole('switch', { name: '用电子邮件接收消息' }).waitFor({ state: 'attached' });
});
