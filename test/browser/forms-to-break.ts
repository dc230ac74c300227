/** The forms of the desk, each with what is typed into it, for the test of what they do when the service fails. */
import type { Page } from 'playwright-core';
import { chooseOption } from '../support/browser.js';

export interface FormToBreak {
  name: string;
  /** Whose form it is; nobody's for the way in. */
  as?: string;
  path: string;
  /** The request that sends it, a POST unless told. */
  call: string;
  method?: 'PATCH' | 'PUT';
  /** Opens the form where the page does not, and types into it. */
  fill: (page: Page) => Promise<void>;
  /** Sends it. */
  send: (page: Page) => Promise<void>;
  /** What was typed, as the form holds it now. */
  typed: (page: Page) => Promise<string[]>;
  /** Where nobody is signed in and so no session can be lost: types what the service refuses, sends it, is told, and types what was there again. */
  refused?: (page: Page, typed: string[]) => Promise<void>;
  /** What is said once the service has taken it. */
  done: string;
  /** What is said where no answer comes and the device sends it again later by itself. */
  kept?: string;
}

/** What the fields hold; the first of a name, since the dialog that asks for the password lies over the form. */
const values = (page: Page, ...labels: (string | RegExp)[]): Promise<string[]> =>
  Promise.all(labels.map((label) => page.getByLabel(label, { exact: true }).first().inputValue()));
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).last().click();
async function otherNumbers(page: Page): Promise<void> {
  await press(page, '改动数字并试算');
  const days = page.getByRole('spinbutton', { name: '整改时限（工作日）', exact: true });
  await days.fill('12');
  await days.press('Tab');
  await page.getByLabel('改动理由', { exact: true }).fill('领导小组第三次会议定');
}
/** Nobody is away twice on the same days. */
let absences = 0;
const LEDGER = '序号,问题编号,问题描述,责任单位,反映时间,是否销号\n1,T1,井盖松动,城东派出所,2026-01-05,否';

export interface WhatWaits {
  /** Waits for a report of progress. */
  case: string;
  /** Waits for a visit. */
  visit: string;
  /** Waits for opinions. */
  meeting: string;
  /** A case that is shown in public. */
  shown: string;
  /** Receipt of another one. */
  receipt: string;
  /** A case that a hotline platform sent. */
  called: string;
}

export const formsOf = (of: WhatWaits): FormToBreak[] => [
  {
    name: 'the way in',
    path: '/sign-in',
    call: '**/api/session',
    fill: async (page) => {
      await page.getByLabel('用户名').fill('clerk');
      await page.getByLabel('密码').fill('password of clerk');
    },
    send: (page) => press(page, '登录'),
    typed: (page) => values(page, '用户名', '密码'),
    refused: async (page, typed) => {
      await page.getByLabel('密码').fill('wrong');
      await press(page, '登录');
      await page.getByText('用户名或密码不正确').waitFor();
      await page.getByLabel('密码').fill(typed[1]!);
    },
    done: '我的工作',
  },
  {
    name: 'an objection by receipt',
    path: '/notice',
    call: '**/api/receipts/*/objection',
    fill: async (page) => {
      await page.getByLabel('回执码').fill(of.receipt);
      await page.getByLabel('您认为哪里没有整改到位').fill('东头两盏不亮');
    },
    send: (page) => press(page, '提交异议'),
    typed: (page) => values(page, '回执码', '您认为哪里没有整改到位'),
    refused: async (page, typed) => {
      await page.getByLabel('回执码').fill('AAAABBBBCCCC');
      await press(page, '提交异议');
      await page.getByText('没有这个回执码').waitFor();
      await page.getByLabel('回执码').fill(typed[0]!);
    },
    done: '的异议已收到',
  },
  {
    name: 'an objection by name',
    as: 'clerk',
    path: `/cases/${of.shown}?do=OBJECT`,
    call: '**/api/cases/*/objections',
    fill: async (page) => {
      await page.getByLabel('其他人，留下姓名或联系方式').check();
      await page.getByRole('dialog').getByLabel('姓名', { exact: true }).fill('赵邻居');
      await page.getByRole('dialog').getByLabel('联系方式', { exact: true }).fill('13900005555');
      await page.getByLabel('异议内容').fill('西头三盏仍不亮');
    },
    send: (page) => page.getByRole('dialog').getByRole('button', { name: '提出异议' }).click(),
    typed: (page) => values(page, '姓名', '联系方式', '异议内容'),
    done: '异议已登记，公示停止',
  },
  {
    name: 'somebody else who raises a case',
    as: 'clerk',
    path: `/cases/${of.case}`,
    call: '**/api/cases/*/raisers',
    fill: async (page) => {
      await press(page, '登记另一位反映人');
      await page.getByLabel('姓名', { exact: true }).fill('孙某某');
      await page.getByLabel('联系方式', { exact: true }).fill('13700007777');
    },
    send: (page) => press(page, '登记反映人'),
    typed: (page) => values(page, '姓名', '联系方式'),
    done: '已登记。回执码',
  },
  {
    name: 'the meeting desk',
    as: 'clerk',
    path: `/meetings/${of.meeting}`,
    call: '**/api/meetings/*/opinions',
    fill: (page) => page.getByLabel('第 1 行 意见建议', { exact: true }).fill('河堤步道夜里没有灯'),
    send: (page) => page.locator('.send .el-button').first().click(),
    typed: (page) => values(page, '第 1 行 意见建议'),
    done: '已登记 1 条',
  },
  {
    name: 'the words of an answer',
    as: 'clerk',
    path: `/meetings/${of.meeting}/results`,
    call: '**/api/meetings/*/results/*',
    method: 'PUT',
    fill: async (page) => {
      await press(page, '改写 第 3 条');
      await page.getByLabel('公开表述（留空则不公开）').fill('窗口午间服务');
    },
    send: (page) => press(page, '保存'),
    typed: (page) => values(page, '公开表述（留空则不公开）'),
    done: '公开表述：窗口午间服务',
  },
  {
    name: 'a command on a case',
    as: 'east',
    path: `/cases/${of.case}?do=PROGRESS`,
    call: '**/api/cases/*/commands',
    fill: (page) => page.getByRole('dialog').getByLabel('进展').fill('已会同城管现场查看'),
    send: (page) => page.getByRole('dialog').getByRole('button', { name: '填报进展' }).click(),
    typed: async (page) => [await page.getByRole('dialog').getByLabel('进展').inputValue()],
    done: '已办理：填报进展',
    kept: '已保存在本机，网络恢复后自动发送：填报进展',
  },
  {
    name: 'a visit',
    as: 'visitor',
    path: `/visits?case=${of.visit}`,
    call: '**/api/cases/*/commands',
    fill: async (page) => {
      for (const [group, choice] of [
        ['回访结果', '未解决'],
        ['满意度', '不满意'],
      ] as const)
        await page.getByRole('radiogroup', { name: group, exact: true }).getByText(choice, { exact: true }).click();
      await page.getByLabel('回访记录').fill('油烟还是很大');
    },
    send: (page) => press(page, '登记回访'),
    typed: async (page) => [
      ...(await values(page, '回访记录')),
      String(await page.getByRole('radio', { name: '未解决', exact: true }).isChecked()),
    ],
    done: '问题未解决，已退回整改',
    kept: '已保存在本机，网络恢复后自动发送',
  },
  {
    name: 'a new case',
    as: 'clerk',
    path: '/cases/new',
    call: '**/api/cases',
    fill: async (page) => {
      await page.getByLabel('事项', { exact: true }).fill('河堤步道没有路灯');
      await page.getByLabel('问题描述').fill('夜里看不清路。');
      await chooseOption(page, '问题来源', '热线');
      await chooseOption(page, '问题类别', '治安防范');
      await page.getByLabel('联系方式').fill('13800005678');
    },
    send: (page) => press(page, '登记'),
    typed: (page) => values(page, '事项', '问题描述', /^联系方式/),
    done: '已登记：ZG-',
  },
  {
    name: 'a look at who raised a case',
    as: 'clerk',
    path: `/cases/${of.visit}`,
    call: '**/api/cases/*/raiser',
    fill: (page) => page.getByLabel(/^为什么要看姓名和联系方式/).fill('核实夜市油烟的时段'),
    send: (page) => press(page, '查看联系方式'),
    typed: (page) => values(page, /^为什么要看姓名和联系方式/),
    done: '13800001234',
  },
  {
    name: 'the cases of a caller',
    as: 'clerk',
    path: '/cases',
    call: '**/api/cases/by-telephone',
    fill: async (page) => {
      await page.getByRole('search').getByRole('textbox').first().fill('13800001234');
      await page.locator('#caller-reason').fill('来电询问办理情况');
    },
    send: (page) => press(page, '按电话查找'),
    typed: async (page) => [await page.locator('#caller-reason').inputValue()],
    done: '夜市油烟扰民',
  },
  {
    name: 'a password of one’s own',
    as: 'auditor',
    path: '/account',
    call: '**/api/me/password',
    method: 'PATCH',
    fill: async (page) => {
      await page.getByLabel('当前密码').fill('password of auditor');
      await page.getByLabel('新密码', { exact: true }).fill('seven green kettles');
      await page.getByLabel('再输一次新密码').fill('seven green kettles');
    },
    send: (page) => press(page, '设为我的密码'),
    typed: (page) => values(page, '当前密码', '新密码', '再输一次新密码'),
    done: '密码已修改',
  },
  {
    name: 'a token for a program',
    as: 'supervisor',
    path: '/account',
    call: '**/api/tokens',
    fill: async (page) => {
      await page.getByLabel('用途').fill('每日取数');
      await page.getByLabel('有效期至').first().fill('2026-12-31');
    },
    send: (page) => press(page, '生成令牌'),
    typed: (page) => values(page, '用途'),
    done: '新令牌（只显示这一次）',
  },
  {
    name: 'a deputy',
    as: 'supervisor',
    path: '/account',
    call: '**/api/me/deputies',
    fill: async (page) => {
      absences += 1;
      await chooseOption(page, '代理人', 'second');
      await page.getByLabel('从', { exact: true }).fill(`2030-0${absences}-01`);
      await page.getByLabel('到', { exact: true }).fill(`2030-0${absences}-03`);
      await page.getByLabel('事由').fill('出差');
    },
    send: (page) => press(page, '指定代理人'),
    typed: (page) => values(page, '从', '到', '事由'),
    done: 'second 代 supervisor',
  },
  {
    name: 'a unit',
    as: 'admin',
    path: '/admin/units',
    call: '**/api/units',
    fill: async (page) => {
      await press(page, '新建单位');
      await page.getByLabel('单位名称').fill('河西派出所');
    },
    send: (page) => press(page, '保存'),
    typed: (page) => values(page, '单位名称'),
    done: '已新建单位：河西派出所',
  },
  {
    name: 'a list of units',
    as: 'admin',
    path: '/admin/list/units',
    call: '**/api/setup/units',
    fill: async (page) => {
      await page.getByPlaceholder('在这里粘贴').fill('单位名称\t上级单位\n城东水警所\t\n');
      await press(page, '读这些内容');
      await press(page, '读这些内容'); // the columns are as they should be
      await page.getByRole('cell', { name: '城东水警所' }).waitFor();
    },
    send: (page) => press(page, '新建 1 个单位'),
    typed: (page) => page.locator('td.cell-text').allInnerTexts(),
    done: '已新建 1 个单位',
  },
  {
    name: 'a person',
    as: 'admin',
    path: '/admin/people',
    call: '**/api/people',
    fill: async (page) => {
      await press(page, '新建人员');
      await page.getByLabel('姓名', { exact: true }).fill('陈晓');
      await page.getByLabel('用户名', { exact: true }).fill('chenxiao');
      await page.locator('#person-unit').click({ force: true });
      await page.locator('#person-unit').fill('城东');
      await page.getByRole('option', { name: '城东派出所' }).last().click();
      await page.getByLabel('初始密码').fill('first password');
    },
    send: (page) => press(page, '保存'),
    typed: (page) => values(page, '姓名', '用户名', '初始密码'),
    done: '已新建人员：陈晓',
  },
  {
    name: 'a category',
    as: 'admin',
    path: '/admin/categories',
    call: '**/api/categories',
    fill: async (page) => {
      await press(page, '新建类别');
      await page.getByLabel('中文名称').fill('噪声扰民');
      await page.getByLabel('英文名称').fill('Noise');
      await page.getByLabel('代码').fill('noise-by-night');
    },
    send: (page) => press(page, '保存'),
    typed: (page) => values(page, '中文名称', /^英文名称/, /^代码/),
    done: '噪声扰民',
  },
  {
    name: 'a channel',
    as: 'admin',
    path: '/admin/channels',
    call: '**/api/channels/email',
    method: 'PUT',
    fill: async (page) => {
      await press(page, '设置 电子邮件');
      await page.getByLabel('服务器', { exact: true }).fill('mail.example.gov.cn');
      await page.getByLabel('发件地址').fill('zhenggai@example.gov.cn');
      await page.getByLabel('发件人名称').fill('整改办');
    },
    send: (page) => press(page, '保存'),
    typed: (page) => values(page, '服务器', '发件地址', '发件人名称'),
    done: '已保存：电子邮件',
  },
  {
    name: 'a hotline platform',
    as: 'admin',
    path: '/admin/channels',
    call: '**/api/hotline-platforms',
    fill: async (page) => {
      await press(page, '新建热线平台');
      await page.getByLabel('平台名称', { exact: true }).fill('县 12345');
      await page.getByLabel('代号', { exact: true }).fill('county');
      await chooseOption(page, '接收来件的整改办', '整改办');
      await chooseOption(page, '默认问题类别', '其他');
    },
    send: (page) => press(page, '保存'),
    typed: (page) => values(page, '平台名称', '代号'),
    done: '“县 12345”的签名密钥只显示这一次',
  },
  {
    name: 'an answer to the hotline',
    as: 'clerk',
    path: `/cases/${of.called}`,
    call: '**/api/cases/*/hotline-answers',
    fill: (page) => page.getByLabel('阶段性答复内容', { exact: true }).fill('已派人到现场查看'),
    send: (page) => press(page, '发出阶段性答复'),
    typed: (page) => values(page, '阶段性答复内容'),
    done: '正在发送',
  },
  {
    name: 'other numbers of a workflow, tried',
    as: 'admin',
    path: '/admin/workflows/rectification/1',
    call: '**/api/workflows/simulate',
    fill: otherNumbers,
    send: (page) => press(page, '用过去的事项试算'),
    typed: (page) => values(page, '整改时限（工作日）', '改动理由'),
    done: '重演',
  },
  {
    name: 'a version of the office’s own',
    as: 'admin',
    path: '/admin/workflows/rectification/2',
    call: '**/api/workflows/*/versions',
    fill: otherNumbers,
    send: (page) => press(page, '存为新版本'),
    typed: (page) => values(page, '整改时限（工作日）', '改动理由'),
    done: '已存为新版本',
  },
  {
    name: 'the import of a ledger',
    as: 'clerk',
    path: '/ledger/import',
    call: '**/api/ledger/drafts/*/confirm',
    fill: async (page) => {
      const file = { name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(LEDGER) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: '写入全部 1 行' }).click();
    },
    send: (page) => page.getByRole('button', { name: '写入 1 行' }).click(),
    typed: async (page) => [String(await page.getByRole('heading', { name: '确认写入：台账.csv' }).isVisible())],
    done: '已写入 台账.csv',
  },
];
