/** What the clock says from outside on every day from 20 September to 20 October 2026: the same in every answer that shows the case, and what
 *  the calendar of that month makes of it. Every other day is read in its first minutes, the others in their last. */
import {
  FIRST,
  holidayMonth,
  KEPT,
  MONTH,
  MONTH_BEGINS,
  PEOPLE,
  type HolidayMonth,
  type Kept,
} from '../support/holiday-month.js';
import { startServer, type TestServer } from '../support/server.js';

interface Clock {
  state: string;
  labels: { 'zh-CN': string; en: string };
}
interface Item {
  id: string;
  clock: Clock;
}
type Waiting = Item & { wait: { kind: string; labels: Clock['labels'] }; next: { type: string } };

/** Days on which the page of every case is opened by everybody. */
const STEPS_READ = ['2026-09-24', '2026-09-30', '2026-10-09', '2026-10-20'];

let server: TestServer;
let month: HolidayMonth;
/** Of each case one line for every day on which it says something new: `09-30 今天到期`. */
const said = {} as Record<Kept, string[]>;
/** The same of what it waits for, with whom: `09-30 handler 今天到期`. */
const asked = {} as Record<Kept, string[]>;
/** Where another sentence stood than in the case itself. */
const differing: string[] = [];
/** Kinds of answers in which each case was found. */
const seenIn = Object.fromEntries(KEPT.map((kept) => [kept, new Set<string>()])) as Record<Kept, Set<string>>;
/** Steps that the page of a case puts forward and My work does not offer, or the other way round. */
const apart: string[] = [];

beforeAll(async () => {
  server = await startServer({ now: MONTH_BEGINS });
  month = await holidayMonth(server);
  for (const kept of KEPT) [said[kept], asked[kept]] = [[], []];
  const last = {} as Record<string, string>;
  const note = (lines: string[], key: string, day: string, words: string): void => {
    if (last[key] !== words) lines.push(`${day.slice(5)} ${words}`);
    last[key] = words;
  };
  for (const [at, day] of MONTH.entries()) {
    await month.to(day, at % 2 === 0 ? '00:05' : '23:55');
    const works = new Map(
      await Promise.all(PEOPLE.map(async (name) => [name, await items<Waiting>(name, '/api/work')] as const)),
    );
    const lists = {
      list: await items<Item>('leader', '/api/cases?limit=100'),
      'list by urgency': await items<Item>('handler', '/api/cases?limit=100&sort=urgency'),
      overdue: await items<Item>('leader', '/api/overdue?limit=100'),
      ...Object.fromEntries([...works].map(([name, found]) => [`work of ${name}`, found as Item[]])),
    };
    for (const kept of KEPT) {
      const id = month.ids[kept];
      const own = (await month.who.leader.get(`/api/cases/${id}`).expect(200)).body as Item;
      note(said[kept], kept, day, own.clock.labels['zh-CN']);
      for (const [where, found] of Object.entries(lists)) {
        const one = found.find((item) => item.id === id);
        if (one === undefined) continue;
        seenIn[kept].add(where);
        if (JSON.stringify(one.clock) !== JSON.stringify(own.clock))
          differing.push(`${day} ${kept} ${where}: ${one.clock.labels['zh-CN']}, ${own.clock.labels['zh-CN']}`);
      }
      const waits: string[] = [];
      for (const [name, found] of works) {
        const one = found.find((item) => item.id === id);
        if (STEPS_READ.includes(day)) {
          const { next } = (await month.who[name].get(`/api/cases/${id}`).expect(200)).body as { next: string | null };
          if (next !== (one?.next.type ?? null)) apart.push(`${day} ${kept} ${name}: ${one?.next.type}, ${next}`);
        }
        if (one === undefined) continue;
        waits.push(`${name} ${one.wait.labels['zh-CN']}`);
        const isOfClock = ['work', 'visit', 'look', 'review'].includes(one.wait.kind);
        if (isOfClock && one.wait.labels.en !== own.clock.labels.en)
          differing.push(`${day} ${kept} wait of ${name}: ${one.wait.labels.en}, ${own.clock.labels.en}`);
      }
      note(asked[kept], `wait ${kept}`, day, waits.join('；'));
    }
  }
}, 300_000);
afterAll(() => server.close());

const items = async <T>(name: (typeof PEOPLE)[number], path: string): Promise<T[]> =>
  ((await month.who[name].get(path).expect(200)).body as { items: T[] }).items;

it('is said in one sentence by the case, the lists, what is late, and everybody’s work', () => {
  expect(differing).toEqual([]);
  const everywhere = ['list', 'list by urgency'];
  expect(Object.fromEntries(KEPT.map((kept) => [kept, [...seenIn[kept]].sort()]))).toMatchObject({
    before: [...everywhere, 'overdue', 'work of handler', 'work of leader'].sort(),
    // who has to check is late as well: clerk and leader are to urge them
    handedIn: [
      ...everywhere,
      'overdue',
      'work of clerk',
      'work of handler',
      'work of leader',
      'work of supervisor',
    ].sort(),
    visited: expect.arrayContaining(['work of handler', 'work of visitor']),
    lookedAt: expect.arrayContaining(['work of handler', 'work of supervisor']),
    parked: expect.arrayContaining(['work of clerk', 'work of leader']),
  });
});

it('puts forward on the page of a case the step that My work offers, and no other', () => {
  expect(apart).toEqual([]);
});

it('speaks of a due day before, in and after the holiday', () => {
  expect(said.before).toEqual([
    '09-20 剩 7 个工作日',
    '09-21 剩 6 个工作日',
    '09-22 剩 5 个工作日',
    '09-23 剩 4 个工作日',
    '09-24 剩 3 个工作日',
    '09-28 剩 2 个工作日',
    '09-29 明天到期',
    '09-30 今天到期',
    '10-01 已逾期，未满 1 个工作日',
    '10-08 逾期 1 个工作日',
    '10-09 逾期 2 个工作日',
    '10-10 逾期 3 个工作日',
    '10-12 逾期 4 个工作日',
    '10-13 逾期 5 个工作日',
    '10-14 逾期 6 个工作日',
    '10-15 逾期 7 个工作日',
    '10-16 逾期 8 个工作日',
    '10-19 逾期 9 个工作日',
    '10-20 逾期 10 个工作日',
  ]);
  expect(said.inside.slice(6, 12)).toEqual([
    '09-29 剩 1 个工作日',
    '09-30 10月3日（休息日）到期',
    '10-02 明天到期',
    '10-03 今天到期',
    '10-04 已逾期，未满 1 个工作日',
    '10-08 逾期 1 个工作日',
  ]);
  expect(said.after.slice(6, 11)).toEqual([
    '09-29 剩 2 个工作日',
    '09-30 下一个工作日到期',
    '10-07 明天到期',
    '10-08 今天到期',
    '10-09 逾期 1 个工作日',
  ]);
  expect(said.unsigned).toEqual(said.after);
});

it('says “today” of no other day than the one it means', () => {
  const today = KEPT.flatMap((kept) =>
    said[kept].filter((line) => line.includes('今天')).map((line) => `${kept} ${line}`),
  );
  expect(today).toEqual([
    'before 09-30 今天到期',
    'inside 10-03 今天到期',
    'after 10-08 今天到期',
    'unsigned 10-08 今天到期',
    'late 09-21 今天到期',
    'handedInLate 09-24 今天到期',
    'visited 09-30 今天应回访',
    'lookedAt 09-30 今天应现场查看',
    'parked 09-30 挂账，今天应复核',
  ]);
});

it('speaks of a fix that is checked, a visit, a look on site and a parking over the holiday', () => {
  expect(said.handedIn).toEqual([
    '09-20 剩 4 个工作日',
    '09-21 剩 3 个工作日',
    '09-22 剩 2 个工作日',
    '09-23 明天到期',
    '09-24 已按期申报，核查中',
  ]);
  expect(said.handedInLate.slice(4)).toEqual([
    '09-24 今天到期',
    '09-25 已逾期，未满 1 个工作日',
    '09-28 逾期 1 个工作日申报，核查中',
  ]);
  expect(said.visited.slice(4, 9)).toEqual([
    '09-24 已按期申报，核查中',
    '09-28 待回访，9月30日前',
    '09-30 今天应回访',
    '10-01 回访已逾期',
    '10-08 回访逾期 1 个工作日',
  ]);
  expect(said.lookedAt.slice(5, 8)).toEqual([
    '09-28 待现场查看，9月30日前',
    '09-30 今天应现场查看',
    '10-01 现场查看已逾期',
  ]);
  expect(said.parked.slice(1, 5)).toEqual([
    '09-21 挂账，9月30日 复核',
    '09-30 挂账，今天应复核',
    '10-01 挂账，复核已逾期',
    '10-08 挂账，复核逾期 1 个工作日',
  ]);
});

it('asks each role in the sentence of the clock, or names the deed with its own day', () => {
  // the order goes out at nine on the 8th, which is read before, and is to be replied to by the 10th, a Saturday that is worked
  expect(asked.before.slice(7, 12)).toEqual([
    '09-30 handler 今天到期',
    '10-01 handler 已逾期，未满 1 个工作日',
    '10-08 handler 逾期 1 个工作日',
    '10-09 handler 最迟明天回复督办单',
    '10-10 handler 今天应回复督办单',
  ]);
  expect(asked.handedIn.slice(4, 9)).toEqual([
    '09-24 supervisor 9月30日前核查',
    '09-29 supervisor 最迟明天核查',
    '09-30 supervisor 今天应核查',
    // late with the check: whoever oversees it is to urge, at the latest on the working day after
    '10-01 clerk 10月8日前催促核查；supervisor 核查已逾期；leader 10月8日前催促核查',
    '10-07 clerk 最迟明天催促核查；supervisor 核查已逾期；leader 最迟明天催促核查',
  ]);
  expect(asked.visited.slice(5, 7)).toEqual(['09-28 visitor 待回访，9月30日前', '09-30 visitor 今天应回访']);
  expect(asked.parked.slice(1, 3)).toEqual(['09-21 clerk 挂账，9月30日 复核', '09-30 clerk 挂账，今天应复核']);
  expect(FIRST).toBe(MONTH[0]);
});
