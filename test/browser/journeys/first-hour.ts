/** An administrator's first hour: five units and five people, as a list or one by one. */
import type { Desk, Journey } from './desk.js';

const mark = `${Date.now() % 100_000}`;
const UNITS = ['一', '二', '三', '四', '五'].map((nth) => `新建${mark}第${nth}派出所`);
const PEOPLE = UNITS.map((unit, at) => ({ name: `新员${'甲乙丙丁戊'[at]!}`, username: `new${mark}-${at + 1}`, unit }));

async function pasted(desk: Desk, path: string, text: string, done: RegExp): Promise<void> {
  const { page } = desk;
  await page.goto(path); // the link stands on the page of units and people
  await page.locator('#list-text').waitFor();
  desk.cost.clicks += 1;
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData('text/plain', words);
    document
      .querySelector('#list-text')!
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  desk.cost.keys += 2; // Ctrl and V
  await desk.button('读这些内容');
  await desk.button(/^(新建|开) 5 个/);
  await desk.sees(done);
}

export const administratorsFirstHour: Journey = {
  as: 'admin',
  from: '/admin/units',
  walk: async (desk) => {
    const units = [['单位名称', '上级单位'], ...UNITS.map((name) => [name, ''])];
    await pasted(desk, '/admin/list/units', units.map((cells) => cells.join('\t')).join('\n'), /已新建 5 个单位/);
    const people = [['姓名', '用户名', '单位', '角色'], ...PEOPLE.map((one) => [one.name, one.username, one.unit, '承办人'])]; // prettier-ignore
    await pasted(desk, '/admin/list/people', people.map((cells) => cells.join('\t')).join('\n'), /已开 5 个账号/);
  },
  before: async (desk) => {
    const { page } = desk;
    for (const name of UNITS) {
      await desk.button('新建单位');
      await desk.click(page.locator('#unit-name'));
      await desk.type(name);
      await desk.button('保存');
      await desk.sees(`已新建单位：${name}`);
    }
    await desk.link('人员与角色');
    for (const { name, username, unit } of PEOPLE) {
      await desk.button('新建人员');
      await desk.click(page.locator('#person-name'));
      await desk.type(name);
      await desk.key('Tab');
      await desk.type(username);
      await desk.choose(page.locator('#person-unit'), unit);
      await desk.button('随机生成');
      await desk.button('增加角色');
      await desk.button('保存');
      await desk.sees(`已新建人员：${name}`);
    }
  },
};
