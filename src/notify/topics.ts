/** Who is told what: one line for each topic. Code resolves by it, a page prints it, and no workflow names a topic without a line. */
import type { Sentence } from '../domain/clock-words.js';
import { ORDER_TOPICS } from './order-topics.js';
import { APART_TOPICS } from './apart-topics.js';
import { DEPUTY_TOPICS } from './deputy-topics.js';
import { STEP_TOPICS } from './step-topics.js';
import type { Topic } from './topic.js';

const said = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });
const OF_CASE = '/cases/{caseId}';

/** Topics that steps and timers of a case make. */
export const CASE_TOPICS = {
  'tell.unit': {
    name: said('事项有变化', 'Something about your case'),
    group: 'turn',
    who: ['handler', 'liaison'],
    says: said('{number} 有新的变化', 'Something changed about {number}'),
    after: {
      ASSIGN: said('{number} 已交办你单位[，{dueOn}前办结]', '{number} was assigned to your unit[, due {dueOn}]'),
      TRANSFER: said('{number} 已改派你单位[，{dueOn}前办结]', '{number} was passed on to your unit[, due {dueOn}]'),
      RETURN: said(
        '{number} 未通过，退回重办[，{dueOn}前办结]',
        '{number} was returned to be done again[, due {dueOn}]',
      ),
      RECORD_VISIT: said(
        '{number} 回访后需继续整改[，{dueOn}前办结]',
        '{number} goes on after the visit[, due {dueOn}]',
      ),
      REOPEN: said('{number} 已重新启动整改[，{dueOn}前办结]', '{number} was reopened[, due {dueOn}]'),
      PARK: said('{number} 已同意挂账，时限暂停', '{number} was put on hold; its clock stands still'),
      RESUME: said('{number} 已恢复整改[，{dueOn}前办结]', '{number} goes on after the hold[, due {dueOn}]'),
      GRANT_EXTENSION: said('{number} 已同意延期[至{dueOn}]', 'The extension of {number} was granted[: due {dueOn}]'),
      REFUSE_EXTENSION: said(
        '{number} 未同意延期[，仍须{dueOn}前办结]',
        'The extension of {number} was refused[: still due {dueOn}]',
      ),
      PASS: said(
        '{number} 的本阶段已核查通过，进入下一阶段[，{dueOn}前完成]',
        'A stage of {number} passed its check: the next begins[, due {dueOn}]',
      ),
      RECORD_TALK: said('{number} 的约谈已登记', 'The admonition talk about {number} was recorded'),
    },
    next: said('打开事项，按页面提示办理', 'Open the case and do what it asks'),
    way: OF_CASE,
    holds: 'unitHolds',
  },
  'tell.office': {
    name: said('单位有请示', 'A unit needs a decision'),
    group: 'turn',
    who: ['clerk'],
    says: said('{number} 需要整改办处理', '{number} needs the office'),
    after: {
      DECLINE: said('{number} 被退单，请重新分办', '{number} was declined: assign it anew'),
      REQUEST_EXTENSION: said(
        '{number} 申请延期，请审批[，原定{dueOn}到期]',
        'An extension of {number} is asked for[, due {dueOn}]',
      ),
      TIMER: said('{number} 到时仍未签收', '{number} has still not been accepted'),
    },
    next: said('打开事项，作出决定或催办', 'Open the case, decide or urge the unit'),
    way: OF_CASE,
    holds: 'officeAsked',
  },
  'tell.supervisors': {
    name: said('待核查', 'A fix to check'),
    group: 'turn',
    who: ['supervisor'],
    says: said('{number} 已申报办结，待核查', '{number} was submitted and waits for its check'),
    after: { PASS: said('{number} 已有一人核查通过，还需另一人核查', '{number} passed one check and needs another') },
    next: said('核查整改是否到位', 'Check the fix'),
    way: OF_CASE,
    holds: 'verifying',
  },
  'tell.visitors': {
    name: said('待回访', 'A visit to pay'),
    group: 'turn',
    who: ['visitor', 'supervisor'],
    says: said('{number} 已核查通过，待回访', '{number} passed its check: the visit is next'),
    after: { JOIN: said('{number} 并入了新的反映人，待回访', 'Another complainant joined {number}: a visit is due') },
    next: said('联系反映人或到现场查看，登记结果', 'Visit, and record what was found'),
    way: OF_CASE,
    holds: 'visiting',
  },
  'tell.leaders': {
    name: said('待签批销号', 'A closing to sign'),
    group: 'turn',
    who: ['leader'],
    says: said('{number} 待您签批销号', '{number} waits for your signature to close'),
    next: said('签批销号，或退回', 'Sign the closing, or return it'),
    way: OF_CASE,
    holds: 'signing',
  },
  'tell.objection': {
    name: said('公示异议', 'An objection'),
    group: 'turn',
    who: ['supervisor'],
    says: said('{number} 公示期间收到异议', 'Somebody objected to the notice of {number}'),
    next: said('核实异议，驳回或退回整改', 'Look into it: dismiss it or return the case'),
    way: OF_CASE,
    holds: 'objected',
  },
  'tell.unsolved': {
    name: said('反映人表示未解决', 'A complainant says: not solved'),
    group: 'turn',
    who: ['supervisor'],
    says: said('{number} 办结后，反映人表示没有解决', 'A complainant says that {number} is not solved'),
    next: said('核实后重启，或说明理由不予重启', 'Look into it: reopen the case, or say why not'),
    way: OF_CASE,
    holds: 'unsolved',
  },
  'tell.question': {
    name: said('反映人提问', 'A complainant’s question'),
    group: 'turn',
    who: ['clerk'],
    says: said('{number} 的反映人提出了问题', 'A complainant asks about {number}'),
    next: said('答复反映人', 'Answer the complainant'),
    way: OF_CASE,
    holds: 'asked',
  },
  'ask.departure': {
    name: said('申请退出', 'A departure to decide'),
    group: 'turn',
    who: ['clerk', 'leader'],
    says: said('{number} 申请退出，待您决定', 'A departure of {number} is asked for'),
    next: said('查看理由，同意或不同意', 'Read the reason, grant or refuse'),
    way: OF_CASE,
    holds: 'departureAsked',
  },
  'remind.signing': {
    name: said('签收提醒', 'Reminder to accept'),
    group: 'reminder',
    who: ['handler', 'liaison'],
    says: said('{number} 还没有签收', '{number} has not been accepted yet'),
    next: said('签收，或说明理由退单', 'Accept it, or decline with a reason'),
    way: OF_CASE,
    holds: 'assigned',
  },
  'remind.due': {
    name: said('临期提醒', 'Due soon'),
    group: 'reminder',
    who: ['handler', 'liaison'],
    says: said('{number} 将于{dueOn}到期', '{number} is due {dueOn}'),
    next: said('申报办结，或在到期前申请延期', 'Submit the fix, or ask for an extension before it is due'),
    way: OF_CASE,
    holds: 'dueSoon',
  },
  'remind.review': {
    name: said('挂账复核', 'Review of a hold'),
    group: 'reminder',
    who: ['clerk', 'leader'],
    says: said('{number} 的挂账应于{reviewOn}复核', 'The hold of {number} is to be reviewed on {reviewOn}'),
    next: said('复核，恢复整改或继续挂账', 'Review it: go on, or keep the hold'),
    way: OF_CASE,
    holds: 'reviewDue',
  },
  'remind.visit': {
    name: said('回访提醒', 'Reminder to visit'),
    group: 'reminder',
    who: ['visitor'],
    says: said('{number} 的回访已到期', 'The visit for {number} is due'),
    next: said('联系反映人，登记结果', 'Visit, and record what was found'),
    way: OF_CASE,
    holds: 'visiting',
  },
  'remind.look': {
    name: said('约谈后仍未办结', 'Unsolved after the talk'),
    group: 'turn',
    who: ['leader'],
    says: said('{number} 约谈后仍未办结，请领导复看', '{number} is still unsolved after the admonition talk'),
    next: said('作出批示', 'Give an instruction'),
    way: OF_CASE,
    holds: 'lookAsked',
  },
  'remind.waiver': {
    name: said('缓办期满', 'A waiver is over'),
    group: 'turn',
    who: ['leader'],
    says: said(
      '{number} 的督办缓办期已满，督办单重新报签',
      'The waiver for {number} is over: its order is proposed again',
    ),
    next: said('签发，或再次说明理由不签发', 'Sign it, or waive it again with a reason'),
    way: OF_CASE,
    holds: 'unsigned',
  },
  'late.check': {
    name: said('核查超期', 'A check is late'),
    group: 'reminder',
    who: ['supervisor', 'leader', 'clerk'],
    says: said('{number} 申报后未按时核查', '{number} was submitted and not checked in time'),
    next: said('核查，或催促核查', 'Check it, or urge the check'),
    way: OF_CASE,
    holds: 'verifying',
  },
  'late.visit': {
    name: said('回访超期', 'A visit is late'),
    group: 'reminder',
    who: ['visitor', 'supervisor', 'clerk'],
    says: said('{number} 未按时回访', 'The visit for {number} is late'),
    next: said('回访，或催促回访', 'Pay the visit, or urge it'),
    way: OF_CASE,
    holds: 'visiting',
  },
  'late.signature': {
    name: said('签批超期', 'A signature is late'),
    group: 'reminder',
    who: ['leader', 'clerk'],
    says: said('{number} 的销号未按时签批', 'The closing of {number} has waited too long for a signature'),
    next: said('签批销号，或退回', 'Sign the closing, or return it'),
    way: OF_CASE,
    holds: 'signing',
  },
  'late.objection': {
    name: said('异议处理超期', 'An objection is late'),
    group: 'reminder',
    who: ['supervisor', 'clerk'],
    says: said('{number} 的公示异议未按时处理', 'The objection to {number} was not decided in time'),
    next: said('核实异议，驳回或退回整改', 'Look into it: dismiss it or return the case'),
    way: OF_CASE,
    holds: 'objected',
  },
  urge: {
    name: said('催办', 'Urging'),
    group: 'order',
    who: ['handler', 'liaison', 'unitLeader', 'clerk', 'supervisor', 'visitor', 'leader'],
    says: said('[{by} ]催办 {number}', '{number} is urged[ by {by}]'),
    next: said('立即办理，并登记进展', 'Act on it now, and record it'),
    way: OF_CASE,
    holds: 'turnOfRole',
    isOrder: true,
    byHand: true,
  },
  ...ORDER_TOPICS,
} satisfies Record<string, Topic>;

/** Every topic by its key. */
export const TOPICS = { ...CASE_TOPICS, ...STEP_TOPICS, ...APART_TOPICS, ...DEPUTY_TOPICS };
export type TopicKey = keyof typeof TOPICS;

/** Topics of which it stays on record that they went out: orders, and what another house was answered. */
export const keptDeliveries = (): string[] => [
  ...Object.entries<Topic>(TOPICS).flatMap(([key, { isOrder }]) => (isOrder === true ? [key] : [])),
  'hotline.answer',
];

/** The line of a topic; undefined for a key that no line has. */
export const topicOf = (key: string): Topic | undefined =>
  Object.hasOwn(TOPICS, key) ? TOPICS[key as TopicKey] : undefined;
