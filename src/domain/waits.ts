/** What an open case can wait for: whose deed it is, the step that does it, and how long the queue lets it lie. */
import { actingAs } from './deputies.js';
import type { Sentence } from './clock-words.js';
import type { Actor } from './command.js';
import type { Day } from './day.js';
import type { UnitTree } from './units.js';
import { holds } from './visibility.js';
import type { Role } from './words.js';

export const WAIT_KINDS = [
  'triage',
  'sign',
  'urgeSigning',
  'work',
  'reply',
  'support',
  'extension',
  'verify',
  'visit',
  'look',
  'closeUnverified',
  'signClosing',
  'signOrder',
  'review',
  'urgeReview',
  'triageManner',
  'replyLeader',
  'promise',
  'notice',
  'objection',
  'recordTalk',
  'leaderLook',
  'departure',
  'departureByLeader',
  'urgeCheck',
  'urgeTriage',
  'dispute',
  'unsolved',
  'raiserQuestion',
] as const;
export type WaitKind = (typeof WAIT_KINDS)[number];

/** Kinds of which an open case has exactly one at a time; the others come on top. */
export type MainWait = Exclude<
  WaitKind,
  | 'urgeSigning'
  | 'support'
  | 'extension'
  | 'signOrder'
  | 'urgeReview'
  | 'departureByLeader'
  | 'urgeCheck'
  | 'urgeTriage'
  | BesideWait
>;

/** Kinds that come on top and follow from the case's own record alone, so that a case is stored with them. Whether a departure needs a leader
 *  depends on the day. */
export const BESIDE_WAITS = ['recordTalk', 'leaderLook', 'departure', 'dispute', 'unsolved', 'raiserQuestion'] as const;
export type BesideWait = (typeof BESIDE_WAITS)[number];

/** One deed a case waits for. */
export interface Wait {
  kind: WaitKind;
  /** The unit at which, or above which, one of the kind's roles must be held; null where the case has no such unit. */
  unitId: string | null;
  /** The day by which it should be done. */
  by: Day;
}

/**
 * Working days after which a wait is late. Workflow files of version 1 give days for signing, replies and visits, and none for these: so
 * the queue has its own. They move no clock, no light and no figure; they say by when the role whose queue it is should act.
 */
export const QUEUE_DAYS = {
  /** From the day of collection: to assign, merge or reject. */
  triage: 2,
  /** From the day by which a case was to be triaged: until the leaders find it among theirs. */
  untriaged: 3,
  /** From the submission: to check the fix. */
  verify: 3,
  /** From the request, but never beyond the due day. */
  extension: 1,
  /** From the last attempt that reached nobody: to decide on closing unverified. */
  closeUnverified: 2,
  /** From the visit: to sign the closing of a key case. */
  signClosing: 2,
  /** From the day an order was proposed: to sign or waive it. */
  signOrder: 2,
  /** From the objection: to dismiss it or send the case back. */
  objection: 2,
  /** From the day a talk was signed: to hold it and write it down. */
  recordTalk: 5,
  /** From the day a case came back to the leader: to say something. */
  leaderLook: 2,
  /** From the request: to grant or refuse a departure. */
  departure: 2,
  /** From the last visit that found nobody satisfied: to decide whether the case is closed in dispute or worked on. */
  dispute: 5,
  /** From the day on which a raiser said by receipt that it is not solved: to reopen the case or say why not. */
  unsolved: 2,
  /** From the question of a raiser: to answer it. */
  raiserQuestion: 2,
  /** From the day on which the office or the leaders are told of what others let lie: to urge them. */
  urge: 1,
} as const;

const OF_UNIT: readonly Role[] = ['handler', 'liaison', 'unitLeader'];

export interface WaitSpec {
  /** Who may do it, any of them. */
  roles: readonly Role[];
  /** The command that does it; the later one of a workflow that has both. */
  step: string;
  /** What does it in workflows that do not have that command yet. */
  before?: string;
  /** The deed as a noun, for sentences. */
  what: Sentence;
}

const spec = (roles: readonly Role[], step: string, zh: string, en: string): WaitSpec => ({
  roles,
  step,
  what: { 'zh-CN': zh, en },
});

/** Who acts on each kind of wait, and with which command. */
export const WAITS: Record<WaitKind, WaitSpec> = {
  triage: spec(['clerk'], 'ASSIGN', '分办', 'Triage'),
  sign: spec(OF_UNIT, 'ACCEPT', '签收', 'Acceptance'),
  urgeSigning: { ...spec(['clerk'], 'URGE', '催促签收', 'Reminding the unit to accept'), before: 'COMMENT' },
  work: spec(OF_UNIT, 'SUBMIT', '办结', 'Fix'),
  reply: spec(OF_UNIT, 'REPLY_ORDER', '回复督办单', 'Reply to the order'),
  support: spec(OF_UNIT, 'PROGRESS', '协办', 'Support'),
  extension: spec(['clerk'], 'GRANT_EXTENSION', '审批延期', 'Decision on the extension'),
  verify: spec(['supervisor'], 'PASS', '核查', 'Check'),
  visit: spec(['visitor'], 'RECORD_VISIT', '回访', 'Visit'),
  look: spec(['supervisor'], 'RECORD_VISIT', '现场查看', 'On-site check'),
  closeUnverified: spec(['supervisor'], 'CLOSE_UNVERIFIED', '决定未见面销号', 'Decision on closing unverified'),
  signClosing: spec(['leader'], 'SIGN_CLOSING', '签批销号', 'Signing the closing'),
  signOrder: spec(['leader'], 'SIGN_ORDER', '签批督办单', 'Signing the order'),
  review: spec(['clerk'], 'RESUME', '复核挂账', 'Review of the hold'),
  urgeReview: spec(['leader'], 'RESUME', '复核挂账', 'Review of the hold'),
  triageManner: spec(['supervisor'], 'ASSIGN', '分办作风意见', 'Triage of a complaint about conduct'),
  // The liaison stands in where no unit on the way up names a responsible leader; the rules say whether.
  replyLeader: spec(['unitLeader', 'liaison'], 'REPLY_ORDER', '责任领导回复督办单', 'Reply of the responsible leader'),
  promise: spec(OF_UNIT, 'SUBMIT', '兑现承诺', 'Promised fix'),
  notice: spec(['clerk'], 'OBJECT', '公示期满', 'End of the public notice'),
  objection: spec(['supervisor'], 'DISMISS_OBJECTION', '处理异议', 'Decision on the objection'),
  recordTalk: spec(['leader', 'clerk'], 'RECORD_TALK', '约谈并登记', 'Admonition talk and its record'),
  leaderLook: spec(['leader'], 'INSTRUCT_ORDER', '领导复看', 'Review by the leader'),
  departure: spec(['clerk', 'leader'], 'GRANT_DEPARTURE', '决定退出', 'Decision on the departure'),
  departureByLeader: spec(['leader'], 'GRANT_DEPARTURE', '决定退出', 'Decision on the departure'),
  urgeCheck: spec(['clerk', 'leader'], 'URGE', '催促核查', 'Reminding of the check'),
  urgeTriage: { ...spec(['leader'], 'URGE', '催促分办', 'Reminding of the triage'), before: 'COMMENT' },
  dispute: spec(['leader'], 'CLOSE_DISPUTED', '研究争议事项', 'Decision on the dispute'),
  unsolved: spec(['supervisor'], 'DISMISS_UNSOLVED', '处理“未解决”', 'Decision on “not solved”'),
  raiserQuestion: spec(['clerk'], 'ANSWER_RAISER', '答复反映人提问', 'Answer to the complainant'),
};

/** True for whoever holds one of the kind's roles at its unit or above; the reply of a responsible leader is also theirs who is named as one there. */
export function isAsked(actor: Actor, { kind, unitId }: Pick<Wait, 'kind' | 'unitId'>, units: UnitTree): boolean {
  return actingAs(actor).some(
    (one) =>
      holds(one, WAITS[kind].roles, unitId, units) || (kind === 'replyLeader' && isNamedLeader(one, unitId, units)),
  );
}

/** True where the person, or the one in whose name they act, is named as responsible leader of the unit or of one above. */
export function isNamedLeader({ userId, inNameOf }: Actor, unitId: string | null, units: UnitTree): boolean {
  const id = inNameOf?.userId ?? userId;
  return id !== null && units.above(unitId).some(({ leaderId }) => leaderId === id);
}
