/** The terms of the product that are no value of a closed list, each with its sentence. Those shown on pages are written into web/locales. */
import { word, type Word } from './word.js';

/** What is raised, by whom, and whose it is. */
const OF_A_CASE = {
  case: word(
    '整改事项',
    'Case',
    '一个问题一个编号（一事一号），办完并回访后才能销号。',
    'One issue with one number; closed only after the fix is checked and the complainant visited.',
  ),
  meeting: word(
    '座谈会',
    'Public-input meeting',
    '听取意见的会议，会上每条意见都要登记。',
    'A meeting at which people say what should change; each opinion is logged.',
  ),
  participant: word(
    '参会代表',
    'Participant',
    '以某种身份参加座谈会的人。',
    'A person at a meeting, in some capacity.',
  ),
  opinion: word(
    '意见建议',
    'Opinion',
    '一位参会代表提出的一条意见，要么采纳立项，要么并案、当场答复或不予采纳。',
    'One thing one participant said: adopted as a case, merged, answered or declined.',
  ),
  raiser: word(
    '反映人',
    'Complainant',
    '提出问题的人，姓名和联系方式加密保存，牵头和协办单位看不到。',
    'Who raised the issue; name and contact are encrypted and never shown to the units that lead or support the case.',
  ),
  source: word('问题来源', 'Source', '问题从哪里来。', 'Where the issue came from.'),
  category: word('问题类别', 'Category', '问题属于哪一类，分两级。', 'What the issue is about, on two levels.'),
  keyCase: word(
    '重点问题',
    'Key case',
    '须经领导签批才能销号的事项。',
    'A case that closes only after a leader signs.',
  ),
  unit: word(
    '单位',
    'Unit',
    '组织架构中的一个单位，有责任领导和联络员。',
    'A unit of the organisation, with a responsible leader and a liaison officer.',
  ),
  leadUnit: word(
    '牵头单位',
    'Lead unit',
    '对整改负总责的单位，每个事项只有一个。',
    'The one unit answerable for the fix.',
  ),
  supportingUnit: word(
    '协办单位',
    'Supporting units',
    '配合牵头单位整改的单位，可以有多个。',
    'Units that help the lead unit.',
  ),
  track: word(
    '整改类型',
    'Track',
    '限期整改、立行立改或分阶段整改，决定时限长短。',
    'Standard, immediate or staged: how much time a case gets.',
  ),
  milestone: word(
    '阶段节点',
    'Milestone',
    '分阶段整改中的一步，有名称和时限。',
    'A step of a staged case, with a name and a due date.',
  ),
  plan: word(
    '专项整改方案',
    'Action plan',
    '一批目标和期限相同的事项，全部销号即清零。',
    'A set of cases with one goal and one date, complete when all are closed.',
  ),
} satisfies Record<string, Word>;

/** From the fix to the closing. */
const OF_THE_LOOP = {
  measure: word(
    '整改措施',
    'Action taken',
    '针对这个问题现在采取的办法（当下改）。',
    'What was done about this issue now.',
  ),
  lastingMeasure: word(
    '长效机制',
    'Preventive measure',
    '防止问题再次发生的办法（长久立）。',
    'What stops the issue coming back.',
  ),
  evidence: word(
    '佐证材料',
    'Evidence',
    '证明整改情况的照片、录像和文件。',
    'Photographs, videos and documents that show what was done.',
  ),
  submission: word(
    '办结申报',
    'Submission',
    '承办单位报告已经办完，等待核查。',
    'The unit says it is done and waits for verification.',
  ),
  verification: word(
    '核查',
    'Verification',
    '由牵头单位以外的人核实整改是否到位。',
    'Someone outside the lead unit checks the fix.',
  ),
  return: word(
    '退回重办',
    'Return',
    '核查认为整改不到位，退回继续办理，次数会累计。',
    'Not good enough: sent back, and counted.',
  ),
  visit: word(
    '回访',
    'Follow-up visit',
    '联系反映人，问清问题是否解决、是否满意。',
    'The complainant is asked whether the issue is fixed and whether they are satisfied.',
  ),
  publicNotice: word(
    '公示',
    'Public notice',
    '销号前把结果公开若干工作日，不涉及个人；有异议的退回处理。',
    'The result is shown, without persons, for some working days before closing; an objection sends it back.',
  ),
  strikingOff: word(
    '销号',
    'Striking off',
    '整改经核查、反映人经回访后，编号注销，事项办结。',
    'The number of a case is struck off: the case closes after check and visit.',
  ),
  disputedClosing: word(
    '争议销号',
    'Disputed closing',
    '反映人不满意而由领导签批销号，单独统计，不算已解决。',
    'Closed by a leader’s signature although the complainant is not satisfied; counted apart, never as resolved.',
  ),
  lookBack: word(
    '回头看',
    'Look-back review',
    '抽查已办结的事项，问题复发就重新启动。',
    'A sampled check of closed cases; a relapse reopens the case.',
  ),
  departure: word(
    '退出',
    'Departure',
    '事项不经销号而离开统计：不予采纳、并案或撤回；一律两人经手，一律可见。',
    'A case leaves the rate other than by closing: rejected, merged or withdrawn; always two people, always visible.',
  ),
  transfer: word(
    '改派',
    'Transfer',
    '此后改由另一单位牵头，用时按承办单位分开记账。',
    'Another unit leads from now on; the time used is split by holder.',
  ),
  split: word(
    '拆分',
    'Split',
    '一个事项拆成几个，各有编号，注明来处。',
    'One case becomes several, each with its own number and provenance.',
  ),
} satisfies Record<string, Word>;

/** Time and the ladder. */
const OF_TIME = {
  dueDay: word(
    '整改时限',
    'Due date',
    '整改应当完成的最后一天，次日零时起算逾期。',
    'The last day on which the case is on time; overdue from midnight after it.',
  ),
  provisional: word(
    '暂定时限',
    'Provisional due date',
    '时限跨入尚未公布放假安排的年份，公布后会重新计算并记入历程。',
    'It reaches into a year whose holidays are not announced; it is recomputed then, with a line in the history.',
  ),
  workingDay: word(
    '工作日',
    'Working day',
    '不是周末和节假日的日子，含调休上班日。',
    'A day that is no weekend and no holiday, make-up working days included.',
  ),
  overdue: word('逾期', 'Overdue', '过了整改时限而没有办结。', 'Past the due date and not done.'),
  extension: word(
    '延期',
    'Extension',
    '到期前申请，由整改办决定，每个事项一次。',
    'Asked before the due date and decided by the office; once a case.',
  ),
  parking: word(
    '挂账',
    'On hold',
    '经领导同意暂时无法解决的事项，停止计时并约定复核日期。',
    'A leader agrees it cannot be solved now; the clock stops until the review date.',
  ),
  order: word(
    '督办单',
    'Order',
    '逾期后逐级发出：蓝单催办、橙单警告、红单通报，直至约谈。',
    'Sent level by level once a case is late: blue, orange, red, then the admonition talk.',
  ),
  escalationLevel: word(
    '督办等级',
    'Escalation level',
    '督办的四级：蓝单、橙单、红单、约谈。',
    'The four levels of the ladder: blue, orange, red, admonition talk.',
  ),
  promise: word(
    '承诺办结日',
    'Promised date',
    '回复督办单时承诺办结的日子，督办只等到那天。',
    'The date that a reply to an order names; the ladder waits until then and no longer.',
  ),
  urging: word(
    '催办',
    'Reminder',
    '整改办或领导手工发出的催促，不算一级督办。',
    'Sent by hand, by the office or a leader; no escalation level.',
  ),
} satisfies Record<string, Word>;

/** What the whole is seen by, and how it is kept. */
const OF_THE_WHOLE = {
  ledger: word(
    '台账',
    'Ledger',
    '以表格形式列出的全部事项，可以导入导出。',
    'The list of cases as a table, in and out of Excel.',
  ),
  importedAsClosed: word(
    '台账转入销号',
    'Imported as closed',
    '导入旧台账时已经销号的事项，不计入各项比率。',
    'Already closed when an old ledger was imported; in no rate.',
  ),
  wallChart: word('挂图作战', 'Wall chart', '全屏显示的进度总图。', 'The full-screen board.'),
  deputy: word(
    '代理',
    'Acting deputy',
    '从某日到某日代替他人办理，历程中两人都有名字。',
    'Acts for an absent person between two dates; both names stand in the history.',
  ),
  accessLog: word(
    '查看记录',
    'Access log',
    '谁在什么时候、为什么查看了加密的姓名。',
    'Who looked at an encrypted name, when and why.',
  ),
} satisfies Record<string, Word>;

export const TERMS = { ...OF_A_CASE, ...OF_THE_LOOP, ...OF_TIME, ...OF_THE_WHOLE };
export type Term = keyof typeof TERMS;
