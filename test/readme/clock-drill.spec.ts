/** A drill with CLOCK_START: a case nobody works on, looked at before it is due and a month after. */
import { Calendar } from '../../src/domain/calendar.js';
import { calendarYearsFromChineseDays } from '../../src/store/reference-data/chinese-days.js';
import { makeHome, run, tourDesk, tourTools, withCurl, type Home, type Service } from '../support/service.js';

const calendar = new Calendar(calendarYearsFromChineseDays(), 'Asia/Shanghai');

let home: Home;
beforeAll(() => {
  home = makeHome();
});
afterAll(() => home.remove());

interface Seen {
  light: string;
  dueOn: string;
  account: { workingDaysLate: number; remaining: number };
  orders: { rung: string; status: string; issuedAt: string; replyDueOn: string | null }[];
}

const COLLECT = `
  CATEGORY=$(get clerk categories | pick "d[0].id")
  CASE=$(post clerk cases "{\\"title\\":\\"路灯不亮\\",\\"description\\":\\"东街路灯不亮\\",\\"source\\":\\"hotline\\",\\"categoryId\\":\\"$CATEGORY\\",\\"raiser\\":{\\"anonymous\\":true}}" | pick d.case.id)
  post clerk "cases/$CASE/commands" "{\\"id\\":\\"$(uuid)\\",\\"type\\":\\"ASSIGN\\",\\"leadUnitId\\":\\"$EAST\\"}" > /dev/null
  sign_in handler five-minutes
  post handler "cases/$CASE/commands" "{\\"id\\":\\"$(uuid)\\",\\"type\\":\\"ACCEPT\\"}" > /dev/null
  echo "$CASE"`;

/** The case once the ladder has come to rest: the sweep at the start runs beside the first requests. */
async function look(service: Service, id: string, orders: number): Promise<Seen> {
  for (let tries = 0; ; tries += 1) {
    const seen = JSON.parse(run(service, `${tourTools} sign_in clerk five-minutes; get clerk cases/${id}`)) as Seen;
    if (seen.orders.length >= orders || tries > 40) return seen;
    await new Promise((settle) => setTimeout(settle, 250));
  }
}

withCurl(
  'goes yellow, blue, orange, red and talk, each once and in working hours, and says how late it is in working days',
  async () => {
    const before = await home.start({ CLOCK_START: '2026-03-02T10:00:00+08:00' });
    const id = run(before, tourDesk + COLLECT)
      .trim()
      .split('\n')
      .at(-1)!;
    const first = await look(before, id, 0);
    expect(first).toMatchObject({ light: 'green', dueOn: '2026-03-23', account: { remaining: 15 } });
    before.child.kill('SIGTERM');
    expect(await before.gone).toBe(0);

    const week = await home.start({ CLOCK_START: '2026-03-18T10:00:00+08:00' });
    expect(await look(week, id, 0)).toMatchObject({
      light: 'yellow',
      orders: [],
      account: { remaining: 3, workingDaysLate: 0 },
    });
    week.child.kill('SIGKILL'); // the machine goes down, and stays down for more than a month
    await week.gone;

    const month = await home.start({ CLOCK_START: '2026-04-23T10:00:00+08:00' });
    const seen = await look(month, id, 4);
    expect(seen.light).toBe('talk');
    expect(seen.orders.map(({ rung }) => rung)).toEqual(['blue', 'orange', 'red', 'talk']);
    expect(seen.orders.map(({ issuedAt }) => issuedAt)).toEqual([
      '2026-03-24T01:00:00.000Z',
      '2026-03-27T01:00:00.000Z',
      '2026-04-01T01:00:00.000Z',
      '2026-04-07T01:00:00.000Z', // two working days later, with Tomb Sweeping Day between
    ]);
    for (const { issuedAt } of seen.orders)
      expect(calendar.nextDelivery(Date.parse(issuedAt))).toBe(Date.parse(issuedAt));
    expect(seen.account.workingDaysLate).toBe(calendar.workingDaysBetween('2026-03-23', '2026-04-23'));
    const told = run(
      month,
      `${tourTools} sign_in clerk five-minutes; get clerk cases/${id}/history | pick "d.map((line) => line.labels['zh-CN']).join(' ')"`,
    );
    expect(told.trim().split(' ').slice(3)).toEqual([
      '进入临期',
      '逾期',
      '发出蓝单催办',
      '发出橙单警告',
      '提请红单通报',
      '提请约谈',
      '提请领导复看',
    ]);
  },
  180_000,
);
