/** The dialogs of the desk: how a person with a keyboard comes to each, and whether it keeps and gives back the focus. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import type { Look } from '../support/browser.js';

export interface Dialog {
  name: string;
  as: string;
  path: string;
  look?: Look;
  /** What must be done before it can be opened. */
  before?: (page: Page) => Promise<unknown>;
  /** The button that opens it. */
  opener: string;
}

export const DIALOGS: readonly Dialog[] = [
  { name: 'a command', as: 'east', path: '/cases/:case', opener: '留言' },
  {
    name: 'one command for many',
    as: 'clerk',
    path: '/cases',
    before: (page) =>
      page
        .getByRole('checkbox', { name: /^选择 ZG-/ })
        .first()
        .check(),
    opener: '批量办理',
  },
  { name: 'a unit', as: 'admin', path: '/admin/units', opener: '新建单位' },
  { name: 'a person', as: 'admin', path: '/admin/people', opener: '新建人员' },
  { name: 'a channel', as: 'admin', path: '/admin/channels', opener: '设置 电子邮件' },
  { name: 'a category', as: 'admin', path: '/admin/categories', opener: '新建类别' },
  {
    name: 'the confirmation of a meeting',
    as: 'clerk',
    path: '/meetings/:meeting',
    before: async (page) => {
      await page.getByRole('radio', { name: '当场答复' }).first().check({ force: true });
      await page.getByLabel('第 1 行 当场怎样答复的').fill('已说明');
    },
    opener: '处理 1 条意见',
  },
  {
    name: 'the last confirmation of an import',
    as: 'clerk',
    path: '/ledger/import',
    before: async (page) => {
      const buffer = Buffer.from('问题编号,问题描述,责任单位,反映时间,是否销号\nD1,井盖松动,城东派出所,2026-01-05,否');
      await page.locator('input[type=file]').setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer });
    },
    opener: '写入全部 1 行',
  },
  { name: 'more pages on a telephone', as: 'leader', path: '/work', look: { width: 390 }, opener: '更多' },
];

/** Opens the dialog by keyboard, goes around in it both ways, and leaves it by Escape; what went wrong, empty when nothing did. */
export async function keepsTheFocus(page: Page, { before, opener }: Dialog): Promise<string[]> {
  await before?.(page);
  const button = page.getByRole('button', { name: opener, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const faults = new Set<string>();
  const where = (): Promise<string> =>
    page.evaluate(() => {
      const now = document.activeElement;
      // between its last control and its first a native dialog lets the focus out to the browser, never to the page
      if (now === null || now === document.body)
        return document.querySelector('dialog[open]') === null ? 'nowhere' : '';
      const inside = now.closest('[role=dialog], dialog');
      return inside === null ? `${now.tagName} ${now.textContent?.trim().slice(0, 20)}` : '';
    });
  await page.waitForTimeout(50); // the dialog takes the focus once it stands
  for (const [key, times] of [
    ['Tab', 25],
    ['Shift+Tab', 5],
  ] as const)
    for (let n = 0; n < times; n++) {
      await page.keyboard.press(key);
      const out = await where();
      if (out !== '') faults.add(`${key} leads out of it: ${out}`);
    }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.waitForTimeout(100);
  const isBack = await button.evaluate((one) => document.activeElement === one);
  if (!isBack)
    faults.add(
      `the focus does not come back but is at ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80))}`,
    );
  return [...faults];
}
