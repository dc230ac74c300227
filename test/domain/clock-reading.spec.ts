/** What the clock says on every day from 20 September to 20 October 2026: Mid-Autumn, National Day, and two Sundays or Saturdays worked instead. */
import { freshContext, type CaseContext } from '../../src/domain/case.js';
import { CLOCK_STATES, clockReading } from '../../src/domain/clock-reading.js';
import { clockWords } from '../../src/domain/clock-words.js';
import { addDays, type Day } from '../../src/domain/day.js';
import { calendar } from '../support/engine.js';

/** The working days of the month as the decree names them, written down by hand: `-` between those that do not follow each other. */
const WORKED = [
  '2026-09-20 2026-09-21 2026-09-22 2026-09-23 2026-09-24',
  '2026-09-28 2026-09-29 2026-09-30',
  '2026-10-08 2026-10-09 2026-10-10',
  '2026-10-12 2026-10-13 2026-10-14 2026-10-15 2026-10-16',
  '2026-10-19 2026-10-20',
].flatMap((week) => week.split(' '));
const FIRST = '2026-09-20';
const LAST = '2026-10-20';
const MONTH: Day[] = [];
for (let day: Day = FIRST; day <= LAST; day = addDays(day, 1)) MONTH.push(day);
/** Days worked after `from` up to `to`, by the list alone. */
const counted = (from: Day, to: Day): number => WORKED.filter((day) => day > from && day <= to).length;

const given = (part: Partial<CaseContext>): CaseContext =>
  freshContext({ mode: 'running', startedOn: '2026-09-01', budget: 15, ...part });
const said = (context: CaseContext, today: Day): string =>
  clockWords(clockReading(context, calendar, today), today)['zh-CN'];
const round = (dueOn: Day) => ({
  from: '2026-09-18',
  dueOn,
  attempts: [],
  answeredOn: null,
  outcome: null,
  satisfaction: null,
});
/** Lines `10-03 sentence` for every day on which the sentence is another than the day before. */
const changes = (context: CaseContext): string[] =>
  MONTH.map((day) => `${day.slice(5)} ${said(context, day)}`).filter(
    (line, at) => at === 0 || said(context, MONTH[at]!) !== said(context, MONTH[at - 1]!),
  );

it('says of a case due before the holiday what each day of the month makes of it', () => {
  expect(changes(given({ dueOn: '2026-09-30' }))).toEqual([
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
});

it('says of a case due on the first day after the holiday that it is due next working day, and tomorrow on the eve', () => {
  expect(changes(given({ dueOn: '2026-10-08' })).slice(6, 11)).toEqual([
    '09-29 剩 2 个工作日',
    '09-30 下一个工作日到期',
    '10-07 明天到期',
    '10-08 今天到期',
    '10-09 逾期 1 个工作日',
  ]);
});

it('says of a due day that was given on a day off which day it is, and is late on the day after', () => {
  expect(changes(given({ dueOn: '2026-10-03' })).slice(6, 12)).toEqual([
    '09-29 剩 1 个工作日',
    '09-30 10月3日（休息日）到期',
    '10-02 明天到期',
    '10-03 今天到期',
    '10-04 已逾期，未满 1 个工作日',
    '10-08 逾期 1 个工作日',
  ]);
});

it('says today of the due day alone, and counts as the list of worked days counts, for every due day and every day of reading', () => {
  for (const dueOn of MONTH) {
    for (const today of MONTH) {
      const { state, days, day } = clockReading(given({ dueOn }), calendar, today);
      const where = `due ${dueOn}, read ${today}`;
      expect([where, state === 'dueToday']).toEqual([where, today === dueOn]);
      expect([where, state === 'late']).toEqual([where, today > dueOn]);
      expect([where, days]).toEqual([where, today > dueOn ? counted(dueOn, today) : counted(today, dueOn)]);
      expect(day).toBe(dueOn);
      if (state === 'left') expect(days).toBeGreaterThan(0);
      expect(said(given({ dueOn }), today).includes('今天')).toBe(today === dueOn);
    }
  }
});

it('says of a fix handed in on the due day that it was in time, however long it is checked', () => {
  const context = given({ dueOn: '2026-09-24', mode: 'held', submittedOn: '2026-09-24', submittedInTime: true });
  expect(new Set(MONTH.slice(4).map((day) => said(context, day)))).toEqual(new Set(['已按期申报，核查中']));
});

it('says of a fix handed in late how late it was handed in, and does not let that grow', () => {
  const late = given({ dueOn: '2026-09-24', mode: 'held', submittedOn: '2026-10-09', submittedInTime: false });
  expect(new Set(MONTH.filter((day) => day >= '2026-10-09').map((day) => said(late, day)))).toEqual(
    new Set(['逾期 5 个工作日申报，核查中']),
  );
  const onADayOff = given({ dueOn: '2026-09-24', mode: 'held', submittedOn: '2026-09-26', submittedInTime: false });
  expect(said(onADayOff, '2026-10-20')).toBe('逾期申报，核查中');
});

it('says of a visit by when it is to be made, not by when the case was due', () => {
  const visited = given({ dueOn: '2026-09-21', mode: 'stopped', rounds: [round('2026-09-30')] });
  expect(changes(visited).slice(0, 6)).toEqual([
    '09-20 待回访，9月30日前',
    '09-30 今天应回访',
    '10-01 回访已逾期',
    '10-08 回访逾期 1 个工作日',
    '10-09 回访逾期 2 个工作日',
    '10-10 回访逾期 3 个工作日',
  ]);
  expect(said({ ...visited, raisedOutside: false }, '2026-09-30')).toBe('今天应现场查看');
  expect(said({ ...visited, pendingOutcome: 'resolved' }, '2026-10-20')).toBe('待领导签批销号');
});

it('says of a parked case when it is reviewed, and that the review is late', () => {
  const parked = given({ dueOn: '2026-09-21', mode: 'paused', reviewOn: '2026-09-30' });
  expect(changes(parked).slice(0, 4)).toEqual([
    '09-20 挂账，9月30日 复核',
    '09-30 挂账，今天应复核',
    '10-01 挂账，复核已逾期',
    '10-08 挂账，复核逾期 1 个工作日',
  ]);
});

it('says of a closed case whether it was ever late, and nothing of today', () => {
  const closed = given({ dueOn: '2026-09-21', mode: 'stopped', closedOn: '2026-09-21', outcome: 'resolved' });
  const breaches = [{ period: 1, dueOn: '2026-09-10', until: '2026-09-14', days: 2 }];
  for (const day of MONTH.slice(1)) {
    expect(said(closed, day)).toBe('按期办结');
    expect(said({ ...closed, closedOn: '2026-09-23' }, day)).toBe('按期申报，时限后办结');
    expect(said({ ...closed, breaches }, day)).toBe('办结，曾逾期 2 个工作日');
    expect(said({ ...closed, outcome: 'rejected', dueOn: null }, day)).toBe('已办结');
  }
});

it('says in time of no case that reports count as late: handed in in time and closed after its day, or closed by a day in the place of another', () => {
  const closed = given({ dueOn: '2026-09-21', mode: 'stopped', closedOn: '2026-09-23', outcome: 'resolved' });
  const checked = { ...closed, submittedOn: '2026-09-21', submittedInTime: true, rounds: [round('2026-09-23')] };
  expect(said(checked, '2026-10-01')).toBe('按期申报，时限后办结');
  // a visit found it not fixed, or it was reopened: its due day is a second one
  const again = { ...checked, dueOn: '2026-09-28', rounds: [round('2026-09-16'), round('2026-09-23')] };
  expect(said(again, '2026-10-01')).toBe('已办结');
  const extension = {
    days: 5,
    reason: '等配件',
    askedOn: '2026-09-15',
    askedBy: null,
    from: '2026-09-17',
    to: '2026-09-28',
  };
  const moved = (grantedOn: Day): CaseContext => ({
    ...checked,
    dueOn: '2026-09-28',
    extensions: [{ ...extension, grantedOn }],
  });
  expect(said(moved('2026-09-16'), '2026-10-01')).toBe('按期办结');
  expect(said(moved('2026-09-18'), '2026-10-01')).toBe('已办结');
});

it('says of a due day that may still move that it is provisional, and the year where it is another one', () => {
  expect(said(given({ dueOn: '2026-10-20', dueProvisional: true }), '2026-10-19')).toBe('明天到期（暂定）');
  const far = given({ mode: 'paused', reviewOn: '2027-01-05', dueOn: '2026-09-21' });
  expect(said(far, '2026-09-20')).toBe('挂账，2027年1月5日 复核');
  expect(said(freshContext({}), '2026-09-20')).toBe('未定时限');
});

it('has words in both languages for every state', () => {
  for (const state of CLOCK_STATES) {
    const words = clockWords({ state, day: '2026-10-01', days: 3, provisional: false, onSite: false }, '2026-09-30');
    expect([words['zh-CN'], words.en].every((text) => text !== '' && !text.includes('undefined'))).toBe(true);
  }
});
