/** What the columns and rows of the closure report are called in a file, in both languages: the words of the report page. */
import type { RateName, SIGNS } from '../domain/report.js';
import type { Source } from '../domain/words.js';
import type { Split } from '../store/reports/report-question.js';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface ClosureWords {
  title: string;
  file: string;
  asOf: string;
  from: string;
  to: string;
  /** Behind the name of a count: a rate may bear the same name. */
  cases: string;
  adopted: string;
  overdue: string;
  parked: string;
  median: string;
  p90: string;
  above: string;
  below: string;
  total: string;
  split: Record<Split, string>;
  none: Record<Split, string>;
  rate: Record<RateName, string>;
  sign: Record<(typeof SIGNS)[number], string>;
  source: Record<Source, string>;
}

export const CLOSURE_WORDS: Record<Language, ClosureWords> = {
  'zh-CN': {
    title: '销号率报表',
    file: '销号率',
    asOf: '统计至',
    from: '收集自',
    to: '收集至',
    cases: '（件）',
    adopted: '采纳',
    overdue: '逾期',
    parked: '挂账',
    median: '中位工作日',
    p90: '九成工作日',
    above: '分子',
    below: '分母',
    total: '合计',
    split: { unit: '单位', category: '类别', source: '来源', meeting: '座谈会', month: '月份' },
    none: { unit: '未交办', category: '未分类', source: '—', meeting: '非座谈会来源', month: '—' },
    rate: {
      closureRate: '销号率',
      dueAndClosedRate: '按期销号率',
      resolvedRate: '解决率',
      satisfaction: '满意率',
      contactRate: '见面率',
      reopenedRate: '复发重办率',
      returnedRate: '退回率',
      extendedRate: '延期率',
      parkedShare: '挂账率',
      unverifiedShare: '未见面销号率',
    },
    sign: {
      closedWithinHour: '交办一小时内办结',
      closedWithoutEvidence: '无佐证材料办结',
      extendedOnLastDay: '到期当天获准延期',
      shortPhoneVisits: '不足一分钟的电话回访',
      extendedLate: '到期后获准延期',
      everParked: '曾挂账',
      resumedSameDay: '当日挂账又恢复',
      freshAfterDue: '到期后回访未解决、重新计时',
      closedAfterReopening: '重办后再次销号',
      declinedAgain: '多次或逾期退单',
      dueFarAhead: '时限远超常规',
      takenOverClosed: '台账转入销号',
    },
    source: {
      meeting: '座谈会',
      openDoor: '开门纳谏',
      selfCheck: '自查',
      inspection: '巡察巡查督察',
      hotline: '热线',
      chatGroup: '警务微信群',
      visit: '回访',
      lookBack: '回头看',
    },
  },
  en: {
    title: 'Closure-rate report',
    file: 'closure-rate',
    asOf: 'As of',
    from: 'Collected from',
    to: 'Collected until',
    cases: ' (cases)',
    adopted: 'Adopted',
    overdue: 'Late',
    parked: 'Parked',
    median: 'Median workdays',
    p90: '90th percentile workdays',
    above: 'Numerator',
    below: 'Denominator',
    total: 'Total',
    split: { unit: 'Unit', category: 'Category', source: 'Source', meeting: 'Meeting', month: 'Month' },
    none: { unit: 'Not assigned', category: 'No category', source: '—', meeting: 'Not from a meeting', month: '—' },
    rate: {
      closureRate: 'Closure rate',
      dueAndClosedRate: 'Closed in time',
      resolvedRate: 'Resolved',
      satisfaction: 'Satisfaction',
      contactRate: 'Contact rate',
      reopenedRate: 'Reopened',
      returnedRate: 'Returned',
      extendedRate: 'Extended',
      parkedShare: 'Parked',
      unverifiedShare: 'Unverified',
    },
    sign: {
      closedWithinHour: 'Closed within an hour of assignment',
      closedWithoutEvidence: 'Closed without evidence',
      extendedOnLastDay: 'Extended on the due day',
      shortPhoneVisits: 'Calls under a minute',
      extendedLate: 'Extended after the due day',
      everParked: 'Ever parked',
      resumedSameDay: 'Parked and resumed on one day',
      freshAfterDue: 'Fresh day after a missed one',
      closedAfterReopening: 'Closed again after reopening',
      declinedAgain: 'Declined repeatedly or late',
      dueFarAhead: 'Due far ahead',
      takenOverClosed: 'Taken over as closed',
    },
    source: {
      meeting: 'Meeting',
      openDoor: 'Open-door suggestion',
      selfCheck: 'Self-check',
      inspection: 'Inspection',
      hotline: 'Hotline',
      chatGroup: 'Chat group',
      visit: 'Visit',
      lookBack: 'Look-back',
    },
  },
};
