/** What a person reads of a case's clock on the days around a holiday: under My work, in the list, on the page of the case, in the same words;
 *  which step that page puts forward, and how a staged case's bar is drawn. */
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { cutOff, screenshot, walkTo } from '../support/browser.js';
import { holidayMonth, MONTH_BEGINS, type HolidayMonth, type Kept } from '../support/holiday-month.js';
import { oneDesk } from './one-desk.js';
import { widths } from './looks.js';

let month: HolidayMonth;

const desk = oneDesk(
  async (server) => {
    month = await holidayMonth(server);
  },
  { now: MONTH_BEGINS },
);

const visit = (path: string, username: string, width = 1440): Promise<Page> => desk.visit(path, username, { width });
/** The first step the page of the case puts forward. */
const putForward = (page: Page): Promise<string> => page.locator('section.actions .el-button--primary').innerText();

/** Days in their order, each in its first minutes; what stands on the pages of each case, its light with it. */
const DAYS: [day: string, what: string, said: Partial<Record<Kept, string>>, step: Partial<Record<Kept, string>>][] = [
  [
    '2026-09-30',
    'the last working day',
    { before: '今天到期', inside: '10月3日（休息日）到期', after: '下一个工作日到期', handedIn: '已按期申报，核查中' },
    { before: '办结申报', unsigned: '签收' },
  ],
  [
    '2026-10-01',
    'the first day of the holiday',
    { before: '已逾期，未满 1 个工作日', visited: '回访已逾期', parked: '挂账，复核已逾期' },
    { before: '办结申报' },
  ],
  [
    '2026-10-08',
    'the first working day after it',
    { before: '逾期 1 个工作日', inside: '逾期 1 个工作日', after: '今天到期', visited: '回访逾期 1 个工作日' },
    // the order of the late one is the responsible leader's to answer: the handler's is to hand in
    { before: '回复督办单', after: '办结申报', late: '办结申报' },
  ],
];

const SPEAKS_OF: Partial<Record<Kept, string>> = {
  before: '9月30日',
  inside: '10月3日',
  after: '10月8日',
  handedIn: '9月24日',
  visited: '9月30日',
  parked: '9月30日',
};

test.each(DAYS)('%s, %s: every page says the same', async (day, _, said, steps) => {
  await month.to(day, day === '2026-10-08' ? '11:00' : '00:05');
  const page = await visit('/cases?sort=dueOn', 'handler');
  for (const [kept, words] of Object.entries(said)) {
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: kept, exact: true }) });
    expect([kept, await row.locator('td.due .due').innerText()]).toEqual([kept, words]);
    // the day beside it is the one the sentence speaks of
    expect([kept, await row.locator('td.due time').innerText()]).toEqual([kept, SPEAKS_OF[kept as Kept]]);
  }
  expect(await cutOff(page)).toEqual([]);
  await screenshot(page, `clock-list-${day}`);
  for (const [kept, words] of Object.entries(said) as [Kept, string][]) {
    await walkTo(page, `/cases/${month.ids[kept]}`);
    expect([kept, await page.locator('section.clock .due > .due').innerText()]).toEqual([kept, words]);
    expect(await page.locator('section.clock .due > b').innerText()).toContain(SPEAKS_OF[kept]);
  }
  for (const [kept, step] of Object.entries(steps) as [Kept, string][]) {
    await walkTo(page, `/cases/${month.ids[kept]}`);
    expect([kept, await putForward(page)]).toEqual([kept, step]);
    await walkTo(page, '/work');
    const one = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: kept, exact: true }) });
    expect([kept, (await one.locator('.step').innerText()).split('：')[0]!.trim()]).toEqual([kept, step]);
    const words = said[kept];
    if (step === '办结申报' && words !== undefined)
      expect([kept, await one.locator('.time .due').innerText()]).toEqual([kept, words]);
  }
  expect(desk.open.faults).toEqual([]);
});

test.each(widths(390))(
  'on the first working day after the holiday, My work at %d says each thing once',
  async (width) => {
    for (const name of ['handler', 'visitor', 'supervisor', 'clerk', 'leader']) {
      const page = await visit('/work', name, width);
      for (const row of await page.locator('li.row').all()) {
        const words = (await row.locator('.due, .what .quiet span').allInnerTexts()).map((text) => text.trim());
        expect(new Set(words).size).toBe(words.length);
      }
      expect(await cutOff(page)).toEqual([]);
      await screenshot(page, `clock-work-${name}-${width}`);
      await desk.open.leave();
    }
  },
);

test('the bar of a staged case is drawn up to its last milestone, as the days it was given are', async () => {
  const clerk = await desk.server.signIn('clerk');
  const handler = await desk.server.signIn('handler');
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const unitId = ((await handler.get('/api/me')).body as { user: { unitId: string } }).user.unitId;
  const id = uuid();
  const given = { title: '分三步整治', description: '夜市油烟', source: 'hotline', categoryId, workflow: 'staged' };
  await clerk
    .post('/api/cases')
    .send({ id, ...given })
    .expect(201);
  const milestones = [
    { name: '摸底', dueOn: '2026-10-12' },
    { name: '整治', dueOn: '2026-10-19' },
    { name: '验收', dueOn: '2026-10-28' },
  ];
  await clerk
    .post(`/api/cases/${id}/commands`)
    .send({ id: uuid(), type: 'ASSIGN', leadUnitId: unitId, milestones })
    .expect(200);
  desk.server.clock.set(Date.parse('2026-10-09T10:00:00+08:00'));
  const page = await visit(`/cases/${id}`, 'handler');
  const clock = page.locator('section.clock');
  expect(await clock.locator('.due > .due').innerText()).toBe('剩 2 个工作日');
  await clock.getByText('给定（至最后节点）').waitFor();
  const grown = (kind: string): Promise<number> =>
    clock.locator(`.bar .${kind}`).evaluate((one) => Number(getComputedStyle(one).flexGrow));
  const [used, left] = [await grown('used'), await grown('left')];
  const { account } = (await month.who.handler.get(`/api/cases/${id}`).expect(200)).body as {
    account: { budget: number; used: number };
  };
  expect([used, used + left]).toEqual([account.used, account.budget]);
  await screenshot(page, 'clock-staged-1440');
});
