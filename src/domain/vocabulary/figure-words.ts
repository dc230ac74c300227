/** What the figures of the closure report, its rows and the signs beside it are called. The formulas themselves: domain/report.ts. */
import type { Sentence } from '../clock-words.js';
import type { COUNTS, RateName, SIGNS } from '../report.js';
import type { Split } from '../words.js';
import { OUTCOME_WORDS } from './case-words.js';
import { word, type Word } from './word.js';

export const SPLIT_WORDS = {
  unit: word('单位', 'Unit', '按牵头单位分行。', 'One row for each lead unit.'),
  category: word('类别', 'Category', '按问题类别分行。', 'One row for each category.'),
  source: word('来源', 'Source', '按问题来源分行。', 'One row for each source.'),
  meeting: word('座谈会', 'Meeting', '按座谈会分行。', 'One row for each meeting.'),
  month: word('月份', 'Month', '按收集月份分行。', 'One row for each month of receipt.'),
} satisfies Record<Split, Word>;

/** What the row of cases is called that have no such thing; every case has a source and a month. */
export const NONE_WORDS = {
  unit: { 'zh-CN': '未交办', en: 'Not assigned' },
  category: { 'zh-CN': '未分类', en: 'No category' },
  source: { 'zh-CN': '—', en: '—' },
  meeting: { 'zh-CN': '非座谈会来源', en: 'Not from a meeting' },
  month: { 'zh-CN': '—', en: '—' },
} satisfies Record<Split, Sentence>;

/** The names of the report and of what stands beside its rates. */
export const FIGURE_WORDS = {
  report: word(
    '销号率报表',
    'Closure report',
    '各项比率和件数，可按单位、类别、来源、座谈会或月份分行，可问任何一天。',
    'Rates and counts by unit, category, source, meeting or month, as of any day.',
  ),
  numerator: word(
    '分子',
    'Numerator',
    '比率的上半部分：被数出来的件数。',
    'The upper part of a rate: what is counted.',
  ),
  denominator: word(
    '分母',
    'Denominator',
    '比率的下半部分：与之相比的总数。',
    'The lower part of a rate: what it is compared with.',
  ),
  median: word(
    '中位工作日',
    'Median working days',
    '从交办到最后一次销号的工作日，一半事项不超过此数。',
    'From assignment to the last closing; half of the cases took no longer.',
  ),
  p90: word(
    '九成工作日',
    '90th percentile of working days',
    '从交办到最后一次销号的工作日，九成事项不超过此数。',
    'From assignment to the last closing; nine in ten cases took no longer.',
  ),
  firstResponse: word(
    '签收用时（工作小时）',
    'Working hours to accept',
    '从交办到签收的工作小时（工作日 9:00 至 17:30），取已签收事项的平均数。尚未签收的看签收及时率。',
    'Working hours (09:00 to 17:30 of working days) from assignment to acceptance, on average of the accepted ones. For what is not accepted yet, see accepted on time.',
  ),
} satisfies Record<string, Word>;

export const RATE_WORDS = {
  closureRate: word(
    '销号率',
    'Closure rate',
    '已销号 ÷ 已采纳（收集减去不予采纳、并案和撤回）。',
    'Closed ÷ adopted (received less rejected, merged and withdrawn).',
  ),
  strictClosureRate: word(
    '从严销号率',
    'Strict closure rate',
    '已销号 ÷ 收集数，只减去收集环节就不予采纳或并案的。交办以后退出的一直留在分母里；交办以后并案的随所并事项，拆分的只算一件，各部分都销号才算销号。台账转入销号不计。',
    'Closed ÷ received, less only what was rejected or merged at triage. What departs after its assignment stays below the line; what is merged after it is closed with its target, and a split case counts once, closed when all its parts are. Cases imported as closed are left out.',
  ),
  strictOnTimeRate: word(
    '从严按期率',
    'Strict on-time rate',
    '在最初时限以内销号且从未逾期 ÷ 最初时限已到的全部交办事项，不论后来怎样。只有到期之前批准的延期能改变最初时限。按单位计在到期当日的牵头单位；剩余时间不足三分之一才转出的，原单位也计，合计仍算一件。',
    'Closed by the first due date and never late ÷ all assigned cases whose first due date has come, whatever became of them. Only an extension granted before it moves that date. By unit it counts for whoever led the case on that date, and for one that passed it on with less than a third of its time left; the total counts it once.',
  ),
  signedInTimeRate: word(
    '签收及时率',
    'Accepted on time',
    '一个工作日内签收的交办 ÷ 已签收或签收时限已到的交办。',
    'Assignments accepted within a working day ÷ assignments that were accepted, or were due to be.',
  ),
  promiseKeptRate: word(
    '承诺兑现率',
    'Promises kept',
    '承诺办结日以内申报办结的承诺 ÷ 承诺办结日已到的承诺，按次数计。',
    'Promises by whose date a fix was submitted ÷ promises whose date has come, counted by promise.',
  ),
  dueAndClosedRate: word(
    '按期销号率',
    'Closed on time',
    '按期销号且从未错过时限 ÷ 已到期。按单位计在到期当日的牵头单位，临期转出的原单位也计。',
    'Closed by the due date, with none missed before ÷ cases whose due date has come. By unit it counts for whoever led the case then, and for one that passed it on late.',
  ),
  resolvedRate: word(
    '解决率',
    'Fixed',
    '回访说已解决 ÷ 有答复的回访，按次数计。',
    'Visits that say fixed ÷ visits with an answer.',
  ),
  satisfaction: word(
    '满意率',
    'Satisfaction',
    '满意和基本满意 ÷ 作出评价的回访，按次数计。',
    'Satisfied or fairly satisfied ÷ visits at which the complainant gave a rating.',
  ),
  ownSatisfaction: word(
    '自评满意率',
    'Own rating',
    '反映人凭回执自己评价为满意和基本满意 ÷ 自己作出的评价，与回访登记的分开计。',
    'Satisfied or fairly satisfied by the complainant’s own word ÷ ratings by receipt; counted apart from visits.',
  ),
  contactRate: word(
    '见面率',
    'Contact rate',
    '有答复的回访 ÷ 应回访，按次数计。',
    'Visits with an answer ÷ visits due.',
  ),
  reopenedRate: word('复发重办率', 'Reopened', '销号后复发重办 ÷ 已采纳。', 'Reopened after closing ÷ adopted.'),
  returnedRate: word('退回率', 'Returned', '核查退回过 ÷ 已采纳。', 'Returned by verification ÷ adopted.'),
  extendedRate: word('延期率', 'Extended', '获准延期 ÷ 已采纳。', 'Granted an extension ÷ adopted.'),
  parkedShare: word(
    '挂账率',
    'On hold',
    '正在挂账 ÷ 已采纳；与销号率并列，不计入其中。',
    'On hold now ÷ adopted; beside the closure rate, never inside it.',
  ),
  unverifiedShare: word('未见面销号率', 'Closed unverified', '未见面销号 ÷ 已采纳。', 'Closed unverified ÷ adopted.'),
} satisfies Record<RateName, Word>;

export const COUNT_WORDS = {
  collected: word('收集', 'Received', '登记的事项数。', 'Cases put on record.'),
  adopted: word('采纳', 'Adopted', '收集减去不予采纳、并案和撤回。', 'Received less rejected, merged and withdrawn.'),
  rejected: OUTCOME_WORDS.rejected,
  merged: OUTCOME_WORDS.merged,
  withdrawn: OUTCOME_WORDS.withdrawn,
  resolved: OUTCOME_WORDS.resolved,
  disputed: OUTCOME_WORDS.disputed,
  unverified: OUTCOME_WORDS.unverified,
  parked: word('挂账', 'On hold', '正在挂账的事项数。', 'Cases on hold now.'),
  overdue: word('逾期', 'Overdue', '过了到期日尚未办结的事项数。', 'Open cases past their due date.'),
  departedLate: word(
    '逾期退出',
    'Departed late',
    '交办以后，在逾期时或离到期不足三个工作日时不予采纳、并案或撤回的事项数。',
    'Rejected, merged or withdrawn after assignment when late, or with no more than three working days left.',
  ),
} satisfies Record<(typeof COUNTS)[number], Word>;

export const SIGN_WORDS = {
  closedWithinHour: word(
    '交办一小时内办结',
    'Closed within an hour of assignment',
    '从交办到销号不足一小时。',
    'Less than an hour from assignment to closing.',
  ),
  closedWithoutEvidence: word(
    '无佐证材料办结',
    'Closed without evidence',
    '销号前没有上传过佐证材料。',
    'No evidence was uploaded before it closed.',
  ),
  extendedOnLastDay: word(
    '到期当天获准延期',
    'Extended on the due date',
    '延期在到期当天批准。',
    'The extension was granted on the due date itself.',
  ),
  shortPhoneVisits: word(
    '不足一分钟的电话回访',
    'Calls under a minute',
    '通话不足 60 秒的电话回访，按次数计。',
    'Calls of less than 60 seconds, counted by call.',
  ),
  extendedLate: word(
    '到期后获准延期',
    'Extended after the due date',
    '延期在到期日之后才批准。已经错过的时限照样算作未按期。',
    'The extension was granted after the due date. The date that was missed still counts as missed.',
  ),
  everParked: word(
    '曾挂账',
    'Ever on hold',
    '挂过账的事项，不论现在是否恢复。挂账使时限后移。',
    'On hold at some time, resumed or not. A hold moves the due date.',
  ),
  parkedBeforeDue: word(
    '到期前挂账',
    'On hold before the due date',
    '时限未到就挂账的事项。从严按期率仍按最初时限计算。',
    'Put on hold while the due date still lay ahead. The strict on-time rate goes by the first due date all the same.',
  ),
  resumedSameDay: word(
    '当日挂账又恢复',
    'Held and resumed in a day',
    '挂账当天就恢复，时限重新计算。',
    'Resumed on the day it was put on hold, which gave it a new due date.',
  ),
  freshAfterDue: word(
    '到期后回访未解决、重新计时',
    'New due date after a missed one',
    '时限已过、事项未销号，回访又未解决，因而得到新的时限。错过的时限照样算作未按期。',
    'The due date passed without a closing, a visit found it not fixed, and a new date was given. The date that was missed still counts as missed.',
  ),
  closedAfterReopening: word(
    '重办后再次销号',
    'Closed again after reopening',
    '销号后复发重办，又再次销号。',
    'Closed, reopened, and closed again.',
  ),
  declinedAgain: word(
    '多次或逾期退单',
    'Declined repeatedly or late',
    '退单两次以上，或在逾期之后退单。',
    'Declined twice or more, or by a unit that was late.',
  ),
  dueFarAhead: word(
    '时限远超常规',
    'Unusually distant due date',
    '首次交办或现在这次交办时手工设定的时限超过该整改类型常规天数的两倍：立行立改 6、限期整改 30、分阶段整改 120 个工作日。首个时限未到，从严按期率还不算这件。',
    'Set by hand, at the first or the present assignment, to more than twice the usual time of its track: 6 working days for immediate, 30 for standard, 120 for staged. The strict on-time rate leaves the case out until its first due date.',
  ),
  departedLate: COUNT_WORDS.departedLate,
  transferredLate: word(
    '临期改派',
    'Transferred late',
    '剩余时间不足三分之一时改派给别的单位，记在转出单位。',
    'Transferred to another unit with less than a third of its time left; counted for the unit that passed it on.',
  ),
  ratedBelowVisit: word(
    '自评低于回访',
    'Rated lower than the visit',
    '反映人凭回执自己的评价低于同一轮回访登记的满意度。',
    'The complainant’s own rating is lower than what the visit of the same round wrote down.',
  ),
  leftUnsigned: word(
    '未签收即改派',
    'Passed on unsigned',
    '过了签收时限仍未签收就改派给别的单位，记在转出单位。签收及时率只看现在的这次交办。',
    'Transferred after the day on which the unit was to accept it, not accepted; counted for the unit that passed it on. The share accepted in time goes by the present assignment only.',
  ),
  promiseBroken: word(
    '承诺未兑现',
    'Promises broken',
    '承诺办结日已过，到期没有申报办结的事项。改派和挂账不免除承诺。',
    'The promised date is over and no fix was submitted by it. Neither a transfer nor a hold takes a promise back.',
  ),
  leaderWaived: word(
    '领导免除督办',
    'Orders waived',
    '领导免除过督办单的事项。',
    'Cases of which a leader waived an order.',
  ),
  waivedAgain: word(
    '再次免除督办',
    'Waived again',
    '领导两次以上免除过督办单的事项。每次免除最长十个工作日，次数不限。',
    'Cases of which a leader waived an order twice or more. Each waiver lasts ten working days at most; their number has no limit.',
  ),
  easedByCorrection: word(
    '更正后放宽',
    'Eased by a correction',
    '更正取消了重点标记，改成了办理期限更长的问题类别，或改动已公布的工作日历使时限推后。更正类别不动已定的时限，也不降低核查要求；首个时限不因改日历而变。',
    'A correction took the key mark off or gave a category with more days, or a change of a calendar that had been announced moved the due date. Another category moves no due date and makes no check lighter; the first due date stays whatever the calendar says later.',
  ),
  disputed: OUTCOME_WORDS.disputed,
  splitOff: word(
    '拆分出的事项',
    'Split off',
    '由别的事项拆分出来。两项从严比率把它并入原事项，只算一件。',
    'Came out of another case that was split. In the strict rates it counts with that one, once.',
  ),
  takenOverClosed: word(
    '台账转入销号',
    'Imported as closed',
    '从旧台账导入时已经销号，未在本系统办理、核查和回访。除非选择计入，各项比率均不含这些事项。',
    'Already closed when it was imported from an old ledger: not handled, checked or visited here. No rate counts these unless you choose so.',
  ),
} satisfies Record<(typeof SIGNS)[number], Word>;
