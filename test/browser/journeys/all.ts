/** The journeys of a working day, each from where it begins to what it is for; the names are those of docs/web.md. */
import { photograph } from '../../support/photographs.js';
import { administratorsFirstHour } from './first-hour.js';
import type { Desk, Journey, Tenant } from './desk.js';

const RIGHT = '城东分局';
const WRONG = '城西分局';

/** A case that a handler of 城东分局 works on. */
async function working(tenant: Tenant, title: string): Promise<string> {
  const id = await tenant.collected(title);
  await tenant.act('clerk', id, 'ASSIGN', { leadUnitId: await tenant.unit(RIGHT) });
  await tenant.act('east-handler', id, 'ACCEPT');
  return id;
}

/** The form of a new case, filled from the title on. */
async function callTaken(desk: Desk, source: boolean): Promise<void> {
  const { page } = desk;
  await desk.click(page.locator('#case-title'));
  await desk.type('滨河路窨井盖松动');
  await desk.key('Tab');
  await desk.type('车辆经过有响声。');
  if (source) await desk.choose(page.getByRole('combobox', { name: '问题来源' }), '热线');
  await desk.choose(page.getByRole('combobox', { name: '问题类别' }), '治安防范');
  await desk.click(page.locator('#case-name'));
  await desk.type('李秀英');
  await desk.key('Tab');
  await desk.type('13800001234');
  await desk.button('登记');
  await desk.sees('已登记：');
}

/** The first call of the day is on record. */
async function firstCall({ page }: Desk): Promise<void> {
  await page.locator('#case-title').fill('东街路灯不亮');
  await page.locator('#case-description').fill('夜里一片黑。');
  for (const [list, option] of [
    ['问题来源', '热线'],
    ['问题类别', '治安防范'],
  ] as const) {
    await page.getByRole('combobox', { name: list }).click({ force: true });
    await page.getByRole('option', { name: option, exact: true }).locator('visible=true').first().click();
  }
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('已登记：').waitFor();
}

/** Five cases of the list get a unit, the wrong one. */
async function givenWrongly({ page }: Desk, made: Record<string, string>): Promise<void> {
  await page.goto(`/cases?q=${encodeURIComponent(made['mark']!)}`);
  await page.getByLabel('选择已显示的事项').check();
  await page.getByRole('button', { name: '批量办理' }).click();
  await page.getByRole('button', { name: '交办', exact: true }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: '牵头单位' }).click({ force: true });
  await page.getByRole('option', { name: WRONG, exact: true }).locator('visible=true').first().click();
  await page.getByRole('button', { name: '交办（5 项）' }).click();
  await page.getByText('已办理 5 项').waitFor();
}

/** The form of a transfer of five, filled and sent. */
async function passedOn(desk: Desk): Promise<void> {
  await desk.button('改派');
  const form = desk.page.getByRole('dialog');
  await desk.choose(form.getByRole('combobox', { name: '牵头单位' }), RIGHT);
  await desk.click(form.locator('textarea'));
  await desk.type('派错单位');
  await desk.button('改派（5 项）');
  await desk.sees('已办理 5 项');
}

/** Presses the step of the case under My work, where a group may be folded. */
async function step(desk: Desk, id: string): Promise<void> {
  const link = desk.page.locator(`a.step[href^="/cases/${id}"]`);
  const rest = desk.page.getByRole('button', { name: /^显示其余/ });
  while ((await link.count()) === 0 && (await rest.count()) > 0) await desk.click(rest.first());
  await desk.click(link);
}

export const JOURNEYS: Readonly<Record<string, Journey>> = {
  'log a case by telephone': {
    as: 'clerk',
    from: '/cases/new',
    begin: firstCall,
    walk: async (desk) => {
      await desk.button('再登记一项');
      await callTaken(desk, false);
    },
    before: async (desk) => {
      // whether the matter is there already was asked of the list
      await desk.link('整改事项');
      await desk.settled();
      await desk.click(desk.page.getByRole('textbox').first());
      await desk.type('窨井盖');
      await desk.settled();
      await desk.link('登记事项');
      await callTaken(desk, true);
    },
  },
  'find a caller’s case': {
    as: 'clerk',
    from: '/cases',
    prepare: async (tenant) => ({
      id: await tenant.collected('桥头夜市噪声', { raiser: { name: '周桂芳', contact: '13912340001' } }),
    }),
    walk: async (desk, made) => {
      await desk.click(desk.page.getByRole('textbox').first());
      await desk.type('13912340001');
      await desk.click(desk.page.locator('#caller-reason'));
      await desk.type('来电询问办理进度');
      await desk.key('Enter');
      await desk.click(desk.page.locator(`a[href="/cases/${made['id']}"]`).first());
      await desk.sees('桥头夜市噪声');
    },
  },
  'decide an extension': {
    as: 'clerk',
    from: '/work',
    prepare: async (tenant) => {
      const id = await working(tenant, '菜市场占道经营');
      await tenant.act('east-handler', id, 'REQUEST_EXTENSION', { days: 3, reason: '等检测报告' });
      return { id };
    },
    walk: async (desk, { id }) => {
      // what is asked, what was asked before and how much time there was stand beside the form
      await step(desk, id!);
      await desk.sees('等检测报告');
      await desk.click(desk.page.locator('.schema-form button[type=submit]'));
      await desk.sees('已办理：同意延期');
    },
    before: async (desk, { id }) => {
      await step(desk, id!);
      await desk.sees('等检测报告');
      // the grounds lay behind the form: closed, read, opened again
      await desk.click(desk.page.locator('.el-drawer__close-btn'));
      await desk.page.locator('.el-drawer').waitFor({ state: 'hidden' });
      await desk.button('同意延期');
      await desk.click(desk.page.locator('.schema-form button[type=submit]'));
      await desk.sees('已办理：同意延期');
    },
  },
  'correct a wrong unit': {
    as: 'clerk',
    from: '/cases',
    prepare: async (tenant) => {
      const mark = `护栏${Date.now() % 100_000}`;
      for (let at = 1; at <= 5; at += 1) await tenant.collected(`${mark}第${at}处`);
      return { mark };
    },
    begin: givenWrongly,
    walk: async (desk) => {
      await desk.button('收回这 5 项');
      await desk.button('重新交办这 5 项');
      await desk.choose(desk.page.getByRole('dialog').getByRole('combobox', { name: '牵头单位' }), RIGHT);
      await desk.button('交办（5 项）');
      await desk.sees('已办理 5 项');
    },
    before: async (desk) => {
      await desk.button('关闭');
      await desk.click(desk.page.getByLabel('选择已显示的事项'));
      await desk.button('批量办理');
      await passedOn(desk);
    },
  },
  'verify on a phone': {
    as: 'supervisor',
    from: '/work',
    width: 390,
    prepare: async (tenant) => {
      const id = await working(tenant, '河堤护栏松动');
      const evidence: string[] = [];
      for (const seed of [1, 2])
        evidence.push(await tenant.photographed('east-handler', id, `现场${seed}.jpg`, await photograph({ seed })));
      await tenant.act('east-handler', id, 'SUBMIT', { measure: '已加固', lastingMeasure: '每月巡查', evidence });
      return { id };
    },
    walk: async (desk, { id }) => {
      await step(desk, id!);
      await desk.click(desk.page.locator('.el-drawer .thumbs button').first());
      await desk.button('下一份');
      await desk.button('关闭');
      await passed(desk);
    },
    before: async (desk, { id }) => {
      // the photographs lay on the page under the form, each opened in a page of its own
      await step(desk, id!);
      await desk.click(desk.page.locator('.el-drawer__close-btn'));
      for (const at of [0, 1]) {
        const opened = desk.page.context().waitForEvent('page');
        await desk.click(desk.page.locator('a[href^="/api/attachments/"]').nth(at));
        desk.cost.clicks += 1; // back to the case
        await (await opened).close();
      }
      await desk.button('核查通过');
      await passed(desk);
    },
  },
  'a leader’s five minutes': {
    as: 'leader',
    from: '/',
    walk: async (desk) => {
      // what is newly late, broken and moved stands there; the first unit to ask about, and back to sign the first
      const { page } = desk;
      await desk.click(page.getByRole('region', { name: '先问这几家' }).getByRole('link').first());
      await desk.sees('责任领导');
      desk.cost.clicks += 1;
      await page.goBack();
      await desk.click(page.getByRole('region', { name: '等我处理的' }).locator('a.title').first());
      await page.locator('.schema-form').waitFor();
    },
    before: async (desk) => {
      // what is late, by unit; the rates of that unit; its cases; the first that waits for a signature
      const { page } = desk;
      await desk.link('逾期督办');
      await desk.settled();
      await desk.link('销号率报表');
      await desk.settled();
      await desk.click(page.getByRole('columnheader', { name: '逾期', exact: true }));
      await desk.choose(page.getByRole('combobox', { name: '全部单位' }), RIGHT);
      await desk.settled();
      await desk.click(page.getByRole('table').getByRole('link').first());
      await desk.settled();
      await desk.sees(/ZG-/); // whom to ask stood nowhere
      await desk.link('逾期督办');
      await desk.settled();
      await desk.click(page.locator('.choose').first());
      await desk.button('批示');
    },
  },
  'first hour of an administrator': administratorsFirstHour,
};

async function passed(desk: Desk): Promise<void> {
  await desk.click(desk.page.locator('.el-drawer').getByText('现场', { exact: true }));
  await desk.click(desk.page.locator('.schema-form button[type=submit]'));
  await desk.sees('已办理：核查通过');
}
