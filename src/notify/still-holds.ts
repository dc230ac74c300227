/** Whether what a message says is still so when it goes out, and the word with which it is dropped where it is not. Pure. */
import type { CaseContext } from '../domain/case.js';
import type { Sentence } from '../domain/clock-words.js';
import type { Day } from '../domain/day.js';
import type { RaiserWord } from '../domain/heard.js';
import { openWords } from '../domain/raiser-words.js';
import type { MainWait } from '../domain/waits.js';
import type { EscalationLevel, OrderStatus, Role, Stage } from '../domain/words.js';

/** While what a message holds, as its line of the table says it. */
export const CONDITIONS = {
  always: { 'zh-CN': '始终', en: 'always' },
  open: { 'zh-CN': '事项未办结且未改派', en: 'the case is open and with the same unit' },
  unitHolds: { 'zh-CN': '单位仍承办且尚未办', en: 'the unit still has the case and has not acted' },
  officeAsked: { 'zh-CN': '整改办尚未处理', en: 'the office has not acted' },
  verifying: { 'zh-CN': '仍待核查', en: 'the check is still due' },
  visiting: { 'zh-CN': '仍待回访', en: 'the visit is still due' },
  signing: { 'zh-CN': '仍待签批', en: 'the signature is still due' },
  objected: { 'zh-CN': '异议尚未处理', en: 'the objection is undecided' },
  unsolved: { 'zh-CN': '“未解决”尚未处理', en: 'nobody has decided on “not solved”' },
  asked: { 'zh-CN': '提问尚未答复', en: 'the question is not answered' },
  departureAsked: { 'zh-CN': '退出尚未决定', en: 'the departure is undecided' },
  assigned: { 'zh-CN': '仍未签收', en: 'it is still not accepted' },
  dueSoon: { 'zh-CN': '仍临期且未办结', en: 'it is still due soon and unsolved' },
  reviewDue: { 'zh-CN': '仍挂账且应复核', en: 'it is still on hold and to be reviewed' },
  lookAsked: { 'zh-CN': '领导尚未复看', en: 'the leader has not looked' },
  unsigned: { 'zh-CN': '督办单仍待签', en: 'the order is still unsigned' },
  orderOpen: { 'zh-CN': '督办单尚未回复', en: 'the order is not answered' },
  turnOfRole: { 'zh-CN': '仍轮到该角色办', en: 'it is still their turn' },
} as const satisfies Record<string, Sentence>;
export type Condition = keyof typeof CONDITIONS;

/** Why a message was told to nobody. */
export const REASONS = {
  closed: { 'zh-CN': '事项已办结，不再通知', en: 'Not told: the case was closed' },
  passedOn: { 'zh-CN': '事项已改派其他单位，不再通知', en: 'Not told: the case was passed on to another unit' },
  answered: { 'zh-CN': '督办单已回复或已决定，不再通知', en: 'Not told: the order was answered or decided' },
  done: { 'zh-CN': '该步骤已办理，不再通知', en: 'Not told: it had been done' },
  overtaken: { 'zh-CN': '已有更新的通知，这一条不再发', en: 'Not told: something newer says it' },
  moved: { 'zh-CN': '时限已变动，不再通知', en: 'Not told: the day had moved' },
  nobody: { 'zh-CN': '无人担任该角色，已告知管理员', en: 'Nobody holds the role; the administrators were told' },
  beforeInbox: { 'zh-CN': '启用消息之前的通知', en: 'From before there was an inbox' },
  fault: { 'zh-CN': '系统出错，未能通知，已记入日志', en: 'Not told: a fault, which the log has' },
  unknown: { 'zh-CN': '现行版本不再使用的通知', en: 'No line of the table knows it any more' },
} as const satisfies Record<string, Sentence>;
export type Reason = keyof typeof REASONS;

/** The case a message is about, as it stands when the message goes out. */
export interface CaseNow {
  stage: Stage;
  waitsFor: MainWait | null;
  leadUnitId: string | null;
  extensionPending: boolean;
  dueOn: Day | null;
  /** When its light turns yellow if nobody acts; null where the clock does not run. */
  yellowAt: number | null;
  context: Partial<CaseContext>;
}

export interface MessageNow {
  topic: string;
  role: Role;
  unitId: string | null;
  /** The event that brought it about; null where history no longer says. */
  cause: string | null;
}

const WORK: readonly MainWait[] = ['work', 'reply', 'replyLeader', 'promise'];
const VISIT: readonly MainWait[] = ['visit', 'look', 'closeUnverified'];
const TURNS: Partial<Record<Role, readonly MainWait[]>> = {
  handler: ['sign', ...WORK],
  liaison: ['sign', ...WORK],
  unitLeader: ['sign', ...WORK],
  clerk: ['triage', 'review', 'notice'],
  supervisor: ['verify', 'objection', 'triageManner', ...VISIT],
  visitor: VISIT,
  leader: ['signClosing'],
};
/** What the case waits for while the news that an event brought to its unit is news. */
const AFTER: Readonly<Record<string, readonly MainWait[]>> = {
  ASSIGN: ['sign'],
  TRANSFER: ['sign', 'review'],
  PARK: ['review'],
  ...{ RETURN: WORK, RECORD_VISIT: WORK, REOPEN: WORK, RESUME: WORK },
};

/** The rung that a topic names: `order.blue.copy` → blue. */
const rungOf = (topic: string): EscalationLevel | undefined =>
  topic.startsWith('order.') ? (topic.split('.')[1] as EscalationLevel) : undefined;

/** The order a topic is about, in the present late period; without a rung in its name the highest. */
function orderNow({ context: { orders = [], period = 0 } }: CaseNow, topic: string): OrderStatus | undefined {
  const rung = rungOf(topic);
  return orders.filter((one) => one.period === period && (rung === undefined || one.rung === rung)).at(-1)?.status;
}

type Test = (one: CaseNow, message: MessageNow, at: { now: number; today: Day }) => Reason | null;

const waits =
  (...kinds: readonly MainWait[]): Test =>
  ({ waitsFor }) =>
    waitsFor !== null && kinds.includes(waitsFor) ? null : 'done';

/** What raisers say by receipt is owed an answer whether the case is closed or not. */
const owed =
  (kind: RaiserWord['kind']): Test =>
  ({ context: { heard, relapses = 0 } }) =>
    openWords({ heard, relapses }, kind).length > 0 ? null : 'done';
const OF_CLOSED: readonly Condition[] = ['unsolved', 'asked'];

const TESTS: Record<Condition, Test> = {
  always: () => null,
  open: () => null,
  unitHolds: (one, { cause }) => (AFTER[cause ?? ''] === undefined ? null : waits(...AFTER[cause!]!)(one, NONE, NEVER)),
  officeAsked: (one, { cause }) => {
    if (cause === 'REQUEST_EXTENSION') return one.extensionPending ? null : 'done';
    return waits(...(cause === 'DECLINE' ? (['triage'] as const) : (['sign', 'triage'] as const)))(one, NONE, NEVER);
  },
  verifying: waits('verify'),
  visiting: waits(...VISIT),
  signing: waits('signClosing'),
  objected: waits('objection'),
  unsolved: owed('unsolved'),
  asked: owed('question'),
  departureAsked: ({ context }) => (context.departure == null ? 'done' : null),
  assigned: waits('sign'),
  dueSoon: ({ waitsFor, yellowAt, dueOn }, _, { now, today }) => {
    if (waitsFor !== 'sign' && !WORK.includes(waitsFor!)) return 'done';
    if (dueOn !== null && dueOn < today) return 'overtaken';
    return yellowAt !== null && yellowAt <= now ? null : 'moved';
  },
  reviewDue: ({ waitsFor, context: { reviewOn } }, _, { today }) => {
    if (waitsFor !== 'review') return 'done';
    return reviewOn != null && reviewOn <= today ? null : 'moved';
  },
  lookAsked: ({ context }) => (context.lookAskedOn == null ? 'done' : null),
  unsigned: (one, { topic }) => (orderNow(one, topic) === 'proposed' ? null : 'answered'),
  orderOpen: (one, { topic }) => {
    const status = orderNow(one, topic);
    if (status === undefined) return 'moved';
    if (status === 'replied' || status === 'waived') return 'answered';
    return one.context.mode === 'running' ? null : 'done';
  },
  turnOfRole: (one, { role }) => waits(...(TURNS[role] ?? []))(one, NONE, NEVER),
};
const NONE: MessageNow = { topic: '', role: 'clerk', unitId: null, cause: null };
const NEVER = { now: 0, today: '' };

/** Null while it holds. A closed case has nothing more to tell, and a unit that no longer leads the case is told nothing of it. */
export function dropReason(
  condition: Condition,
  one: CaseNow,
  message: MessageNow,
  at: { now: number; today: Day },
): Reason | null {
  if (condition === 'always') return null;
  if (one.stage === 'closed' && !OF_CLOSED.includes(condition)) return 'closed';
  if (TURNS[message.role]?.includes('sign') === true && message.unitId !== one.leadUnitId) return 'passedOn';
  return TESTS[condition](one, message, at);
}
