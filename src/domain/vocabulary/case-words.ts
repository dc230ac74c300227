/** What the stages, lights, escalation levels, outcomes, sources and tracks of a case are called. */
import type { Departure, EscalationLevel, Light, Outcome, Source, Stage, Track } from '../words.js';
import { word, type Word } from './word.js';

export const STAGE_WORDS = {
  collected: word('收集', 'Received', '问题已登记，尚未交给单位。', 'The issue is on record and no unit has it yet.'),
  assigned: word('交办', 'Assigned', '已交给牵头单位，等其签收。', 'A lead unit has it and is to sign for it.'),
  deadline: word(
    '整改',
    'Rectification',
    '单位正在限期内整改，或整改正在核查。',
    'The unit works against the due date, or its fix is being checked.',
  ),
  followUpVisit: word(
    '回访',
    'Follow-up visit',
    '整改已通过核查，等回访反映人。',
    'The fix has passed verification; the complainant is to be visited.',
  ),
  closed: word('办结', 'Closed', '事项已了结，结果各有不同。', 'The case is over, with one of the outcomes below.'),
} satisfies Record<Stage, Word>;

/** The levels of the ladder: lights of the same name shine while their order stands. */
export const LEVEL_WORDS = {
  blue: word(
    '蓝单',
    'Blue',
    '逾期后的第一张督办单：催办，发给承办人。',
    'The first order once a case is late: a reminder to the case handler.',
  ),
  orange: word(
    '橙单',
    'Orange',
    '第二级：警告并责令限期办结，发给责任领导。',
    'The second level: a warning to the responsible leader.',
  ),
  red: word(
    '红单',
    'Red',
    '第三级：提请通报批评，由领导签批或免除。',
    'The third level: public criticism is proposed; a leader signs or waives it.',
  ),
  talk: word(
    '约谈',
    'Talk',
    '最高一级：提请约谈单位负责人。',
    'The last level: the head of the unit is to be called to an admonition talk.',
  ),
} satisfies Record<EscalationLevel, Word>;

export const LIGHT_WORDS = {
  green: word('正常', 'On time', '在时限之内。', 'Within its time.'),
  yellow: word(
    '临期',
    'Due soon',
    '临近到期，常规为到期前三个工作日。',
    'Close to the due date, usually three working days before it.',
  ),
  ...LEVEL_WORDS,
} satisfies Record<Light, Word>;

/** Beside the lights: a case whose clock does not run has none. */
export const NO_LIGHT = word(
  '不计时',
  'Not running',
  '时钟没有走：尚未交办、挂账或已办结。',
  'No clock runs: not assigned yet, on hold, or closed.',
);

export const OUTCOME_WORDS = {
  resolved: word(
    '已销号',
    'Closed',
    '整改经核查、反映人经回访后销号。',
    'Closed after the fix was checked and the complainant visited.',
  ),
  disputed: word(
    '争议销号',
    'Closed in dispute',
    '反映人不满意，由领导签批销号；单独统计，不算已解决。',
    'Closed by a leader’s signature although the complainant is not satisfied; counted apart, never as resolved.',
  ),
  unverified: word(
    '未见面销号',
    'Closed unverified',
    '多次联系不上反映人，由督导组决定销号；单独统计，不算满意。',
    'Closed by a supervisor although the complainant was never reached; counted apart, never as satisfied.',
  ),
  rejected: word('不予采纳', 'Rejected', '不作为整改事项办理，须写明理由。', 'Not taken up, for a stated reason.'),
  merged: word('并案', 'Merged', '并入另一事项，一并办理。', 'Joined to another case and handled there.'),
  withdrawn: word(
    '撤回',
    'Withdrawn',
    '交办之后撤回，须写明理由。',
    'Taken back after it was assigned, for a stated reason.',
  ),
} satisfies Record<Outcome, Word>;

export const DEPARTURE_WORDS = {
  reject: word('不予采纳', 'Rejection', '提请不作为整改事项办理。', 'The case is not to be taken up.'),
  merge: word('并案', 'Merger', '提请并入另一事项。', 'The case is to join another.'),
  withdraw: word('撤回', 'Withdrawal', '提请撤回。', 'The case is to be taken back.'),
} satisfies Record<Departure, Word>;

export const SOURCE_WORDS = {
  meeting: word('座谈会', 'Meeting', '座谈会、警民恳谈会上的意见。', 'Said at a public-input meeting.'),
  openDoor: word(
    '开门纳谏',
    'Public suggestion',
    '群众主动提出的意见，如意见箱、来信、网上留言。',
    'Suggested by the public unasked: box, letter or website.',
  ),
  selfCheck: word('自查', 'Self-assessment', '本单位自己查找出来的问题。', 'Found by the unit itself.'),
  inspection: word(
    '巡察巡查督察',
    'Inspection',
    '巡察、巡查、督察等检查中发现的问题。',
    'Found by an inspection from above or outside.',
  ),
  hotline: word('热线', 'Hotline', '12345 等热线转来的问题。', 'Passed on by a telephone hotline.'),
  chatGroup: word(
    '警务微信群',
    'Chat group',
    '警务微信群里反映的问题。',
    'Raised in a chat group of police and residents.',
  ),
  visit: word('回访', 'Follow-up visit', '回访中另外反映的问题。', 'Raised during a follow-up visit.'),
  lookBack: word(
    '回头看',
    'Look-back review',
    '回头看抽查时发现的问题。',
    'Found when closed cases were looked at again.',
  ),
} satisfies Record<Source, Word>;

export const TRACK_WORDS = {
  standard: word('限期整改', 'Standard', '按常规时限整改。', 'To be fixed within the usual time.'),
  immediate: word('立行立改', 'Immediate', '即知即改，时限最短。', 'To be fixed at once; the shortest time.'),
  staged: word(
    '分阶段整改',
    'Staged',
    '按阶段节点分步整改。',
    'To be fixed step by step, each milestone with its own date.',
  ),
} satisfies Record<Track, Word>;
