/** The sentence that says what comes next on a case if nobody acts, and on which day. */
import { dayWords, type Sentence } from './clock-words.js';
import type { Day } from './day.js';
import type { NextDateKind } from './next-date.js';
import { LEVEL_WORDS } from './vocabulary/case-words.js';
import type { EscalationLevel } from './words.js';

type Saying = (day: Sentence, order: Sentence) => Sentence;

const reminder =
  (zh: string, en: string): Saying =>
  (day) => ({ 'zh-CN': `${day['zh-CN']}提醒${zh}`, en: `Reminder of ${en} on ${day.en}` });

const SAYINGS: Record<NextDateKind, Saying> = {
  signing: reminder('签收', 'the acceptance'),
  dueSoon: (day) => ({ 'zh-CN': `${day['zh-CN']}临期提醒`, en: `Reminder before the due date on ${day.en}` }),
  late: (day) => ({ 'zh-CN': `${day['zh-CN']}起逾期`, en: `Late from ${day.en}` }),
  order: (day, order) => ({ 'zh-CN': `${day['zh-CN']}${order['zh-CN']}`, en: `${order.en} on ${day.en}` }),
  promise: (day, order) => ({
    'zh-CN': `承诺期满，${day['zh-CN']}${order['zh-CN']}`,
    en: `Promise over: ${order.en.toLowerCase()} on ${day.en}`,
  }),
  waiver: (day, order) => ({
    'zh-CN': `免除期满，${day['zh-CN']}再次${order['zh-CN']}`,
    en: `Waiver over: ${order.en.toLowerCase()} again on ${day.en}`,
  }),
  look: (day) => ({ 'zh-CN': `${day['zh-CN']}再报领导复看`, en: `Back to the leader on ${day.en}` }),
  check: reminder('核查', 'the check'),
  parking: (day) => ({ 'zh-CN': `${day['zh-CN']}提醒复核挂账`, en: `Reminder of the review of the hold on ${day.en}` }),
  visit: reminder('回访', 'the visit'),
  objection: reminder('处理异议', 'the decision on the objection'),
  notice: (day) => ({ 'zh-CN': `${day['zh-CN']}公示期满`, en: `Public notice ends, ${day.en}` }),
  signature: reminder('签批销号', 'signing the closing'),
};

/** `发橙单`, `提请约谈`: blue and orange go out by themselves, red and the talk are proposed to a leader. */
function orderWords(rung: EscalationLevel | null): Sentence {
  if (rung === null) return { 'zh-CN': '督办', en: 'Order' };
  const { 'zh-CN': zh, en } = LEVEL_WORDS[rung];
  if (rung === 'talk') return { 'zh-CN': `提请${zh}`, en: `${en} proposed` };
  return rung === 'red'
    ? { 'zh-CN': `提请${zh}`, en: `${en} order proposed` }
    : { 'zh-CN': `发${zh}`, en: `${en} order` };
}

/** The date in words, for a reader on `today`. */
export function nextDateWords(kind: NextDateKind, day: Day, rung: EscalationLevel | null, today: Day): Sentence {
  return SAYINGS[kind](dayWords(day, today), orderWords(rung));
}

/** Why a late case has no next date, with the way on: under version 1 a reply or a waiver ends the ladder for good. */
export function withoutDateWords(isVersion1: boolean): Sentence {
  return isVersion1
    ? {
        'zh-CN': '按旧版流程办理，督办已停，没有下次期限：请管理员转到新版本',
        en: 'Under the old version its ladder has ended and no date is set: an administrator moves it to the new version',
      }
    : {
        'zh-CN': '定时触发出错，没有下次期限：请管理员处理',
        en: 'Its timer failed and no date is set: an administrator tries it again',
      };
}
