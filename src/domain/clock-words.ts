/** The sentence that says a clock reading or a day somebody should act by: the only place where such sentences are made. */
import type { ClockReading, ClockState, Nearness } from './clock-reading.js';
import type { Day } from './day.js';

/** A sentence in both languages of the interface. */
export interface Sentence {
  'zh-CN': string;
  en: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** `11月27日` and `27 Nov`; with the year where it is not that of `today`. */
export function dayWords(day: Day, today: Day): Sentence {
  const [year = '', month = '', date = ''] = day.split('-');
  const isOtherYear = year !== today.slice(0, 4);
  return {
    'zh-CN': `${isOtherYear ? `${Number(year)}年` : ''}${Number(month)}月${Number(date)}日`,
    en: `${Number(date)} ${MONTHS[Number(month) - 1]}${isOtherYear ? ` ${Number(year)}` : ''}`,
  };
}

/** A day with its year: what is kept on paper is read in another year too. */
export const fullDay = (day: Day): Sentence => dayWords(day, '');

const working = (days: number): string => (days === 1 ? '1 working day' : `${days} working days`);

/** `逾期 3 个工作日`; on the days off that follow the due day not one working day has passed yet. */
function lateness(days: number): Sentence {
  return days === 0
    ? { 'zh-CN': '已逾期，未满 1 个工作日', en: 'Late by less than a working day' }
    : { 'zh-CN': `逾期 ${days} 个工作日`, en: `${working(days)} late` };
}

type Saying = (days: number, day: Sentence, what: Sentence) => Sentence;

const CLOCK: Record<ClockState, Saying> = {
  notStarted: () => ({ 'zh-CN': '未定时限', en: 'No due date yet' }),
  left: (days) => ({ 'zh-CN': `剩 ${days} 个工作日`, en: `${working(days)} left` }),
  dueToday: () => ({ 'zh-CN': '今天到期', en: 'Due today' }),
  dueTomorrow: () => ({ 'zh-CN': '明天到期', en: 'Due tomorrow' }),
  dueNextWorkingDay: () => ({ 'zh-CN': '下一个工作日到期', en: 'Due next working day' }),
  dueOnDayOff: (_, day) => ({ 'zh-CN': `${day['zh-CN']}（休息日）到期`, en: `Due ${day.en}, a day off` }),
  late: lateness,
  heldInTime: () => ({ 'zh-CN': '已按期申报，核查中', en: 'Submitted on time, being checked' }),
  heldLate: (days) => ({
    'zh-CN': days === 0 ? '逾期申报，核查中' : `逾期 ${days} 个工作日申报，核查中`,
    en: days === 0 ? 'Submitted late, being checked' : `Submitted ${working(days)} late, being checked`,
  }),
  visitDue: (_, day, what) => ({ 'zh-CN': `待${what['zh-CN']}，${day['zh-CN']}前`, en: `${what.en} by ${day.en}` }),
  visitToday: (_, _day, what) => ({ 'zh-CN': `今天应${what['zh-CN']}`, en: `${what.en} due today` }),
  visitLate: (days, _, what) => ({
    'zh-CN': days === 0 ? `${what['zh-CN']}已逾期` : `${what['zh-CN']}逾期 ${days} 个工作日`,
    en: days === 0 ? `${what.en} late` : `${what.en} ${working(days)} late`,
  }),
  awaitingSignature: () => ({ 'zh-CN': '待领导签批销号', en: 'Awaiting a leader’s signature' }),
  parked: (_, day) => ({ 'zh-CN': `挂账，${day['zh-CN']} 复核`, en: `On hold, review on ${day.en}` }),
  parkedReviewToday: () => ({ 'zh-CN': '挂账，今天应复核', en: 'On hold, review due today' }),
  parkedReviewPast: (days) => ({
    'zh-CN': days === 0 ? '挂账，复核已逾期' : `挂账，复核逾期 ${days} 个工作日`,
    en: days === 0 ? 'On hold, review late' : `On hold, review ${working(days)} late`,
  }),
  closedInTime: () => ({ 'zh-CN': '按期办结', en: 'Closed on time' }),
  closedAfterDue: () => ({ 'zh-CN': '按期申报，时限后办结', en: 'Submitted on time, closed after the due date' }),
  closedLate: (days) => ({
    'zh-CN': days === 0 ? '办结，曾逾期' : `办结，曾逾期 ${days} 个工作日`,
    en: days === 0 ? 'Closed, had been late' : `Closed, had been ${working(days)} late`,
  }),
  closed: () => ({ 'zh-CN': '已办结', en: 'Closed' }),
};

const VISIT: Sentence = { 'zh-CN': '回访', en: 'Visit' };
const LOOK: Sentence = { 'zh-CN': '现场查看', en: 'On-site check' };

/** The reading in words, for a reader on `today`. A due day that may still move is said to be provisional. */
export function clockWords({ state, day, days, provisional, onSite }: ClockReading, today: Day): Sentence {
  const said = CLOCK[state](days, dayWords(day ?? today, today), onSite ? LOOK : VISIT);
  return provisional ? { 'zh-CN': `${said['zh-CN']}（暂定）`, en: `${said.en} (provisional)` } : said;
}

/** By when something should be done, e.g. `今天应核查`, in words; `what` is the deed as a noun. */
export function actByWords(is: Nearness, days: number, day: Day, today: Day, what: Sentence): Sentence {
  const on = dayWords(day, today);
  switch (is) {
    case 'today':
      return { 'zh-CN': `今天应${what['zh-CN']}`, en: `${what.en} due today` };
    case 'tomorrow':
      return { 'zh-CN': `最迟明天${what['zh-CN']}`, en: `${what.en} due tomorrow` };
    case 'late':
      return days === 0
        ? { 'zh-CN': `${what['zh-CN']}已逾期`, en: `${what.en} late` }
        : { 'zh-CN': `${what['zh-CN']}逾期 ${days} 个工作日`, en: `${what.en} ${working(days)} late` };
    default:
      return { 'zh-CN': `${on['zh-CN']}前${what['zh-CN']}`, en: `${what.en} by ${on.en}` };
  }
}

/** A public notice asks nobody for a deed: it says until when it runs. */
export function noticeWords(day: Day, today: Day): Sentence {
  const on = dayWords(day, today);
  return { 'zh-CN': `公示至${on['zh-CN']}`, en: `On public notice until ${on.en}` };
}
