/** What an event is called in a timeline that a layman reads. */
import { knownNames } from '../domain/known-names.js';
import { specOf, type Labels } from '../engine/commands.js';
import type { EventRecord } from '../engine/decide.js';

const label = (zh: string, en: string): Labels => ({ 'zh-CN': zh, en });

/** What was done, in English: Chinese has no tense, and says it by the name of the step. */
const PAST = knownNames<string>({
  ASSIGN: 'Assigned',
  REJECT: 'Rejected',
  MERGE: 'Merged',
  TAKE_OVER: 'Imported as closed',
  ACCEPT: 'Accepted',
  DECLINE: 'Declined',
  PROGRESS: 'Progress reported',
  SUBMIT: 'Submitted',
  PASS: 'Passed',
  RETURN: 'Returned',
  REQUEST_EXTENSION: 'Extension requested',
  GRANT_EXTENSION: 'Extension granted',
  REFUSE_EXTENSION: 'Extension refused',
  PARK: 'Put on hold',
  RESUME: 'Resumed',
  RECORD_VISIT: 'Visit recorded',
  CLOSE_UNVERIFIED: 'Closed unverified',
  SIGN_CLOSING: 'Closing signed',
  REOPEN: 'Reopened',
  WITHDRAW: 'Withdrawn',
  COMMENT: 'Comment',
  JOIN: 'Joined by another case',
  RECOMPUTE_DUE: 'Due date recomputed',
  REPLY_ORDER: 'Order answered',
  SIGN_ORDER: 'Order signed',
  WAIVE_ORDER: 'Order waived',
  INSTRUCT_ORDER: 'Instruction given',
  URGE: 'Reminder sent',
  TRANSFER: 'Transferred',
  SPLIT: 'Split',
  CORRECT: 'Corrected',
  ASK_DEPARTURE: 'Departure requested',
  GRANT_DEPARTURE: 'Departure granted',
  REFUSE_DEPARTURE: 'Departure refused',
  RECORD_TALK: 'Admonition talk recorded',
  CLOSE_DISPUTED: 'Closed in dispute',
  OBJECT: 'Objection raised',
  DISMISS_OBJECTION: 'Objection dismissed',
  TAKE_BACK: 'Assignment recalled',
  ANSWER_RAISER: 'Complainant’s question answered',
  DISMISS_UNSOLVED: '“Not solved” dismissed',
  RELEASE_RESULT: 'Released to the complainant',
  SAY_UNSOLVED: 'Complainant said: not solved',
});

/** A leader’s decision on the talk is said as such. */
const OF_TALK = knownNames<Labels>({
  SIGN_ORDER: label('同意约谈', 'Admonition talk approved'),
  WAIVE_ORDER: label('免除约谈', 'Admonition talk waived'),
});

const TIMERS: Record<string, Labels> = {
  untilSigningReminder: label('签收时限已到', 'Acceptance fell due'),
  untilOfficeIsTold: label('逾期未签收', 'Was not accepted in time'),
  untilDueSoon: label('进入临期', 'Became due soon'),
  untilLate: label('逾期', 'Became overdue'),
  untilBlueOrder: label('发出蓝单催办', 'Blue order issued'),
  untilDelivery: label('发出橙单警告', 'Orange order issued'),
  untilReview: label('挂账复核日已到', 'On hold: review fell due'),
  untilVisitReminder: label('回访时限已到', 'Visit fell due'),
  untilWaiverEnds: label('免除到期，重新提请', 'Waiver ended: proposed again'),
  untilLeaderLooks: label('提请领导复看', 'Came back to the leader'),
  untilCheckIsLate: label('申报待核查已久', 'Check became late'),
  untilVisitIsLate: label('回访已逾期', 'Visit became late'),
  untilSignatureIsLate: label('签批已逾期', 'Signature became late'),
  untilObjectionIsLate: label('异议待处理已久', 'Objection left undecided'),
  untilReviewIsLate: label('挂账复核日已到', 'On hold: review fell due'),
  untilNoticeEnds: label('公示期满', 'Public notice ended'),
};

const ORDERS: Record<string, Labels> = {
  blue: label('发出蓝单催办', 'Blue order issued'),
  orange: label('发出橙单警告', 'Orange order issued'),
  red: label('提请红单通报', 'Red order proposed'),
  talk: label('提请约谈', 'Admonition talk proposed'),
};

/** The event's name in both languages: the order it issued, the timer that fired, or the command. */
export function eventLabels(event: Pick<EventRecord, 'type' | 'payload' | 'effects'>): Labels {
  if (event.type === 'COLLECT') return label('收集登记', 'Received');
  const order = event.effects.find((effect) => effect.kind === 'order');
  if (order !== undefined) return ORDERS[order.rung]!;
  if (event.type === 'TIMER') return TIMERS[String(event.payload['timer'])] ?? label('定时事项', 'Timer');
  const ofTalk = event.payload['rung'] === 'talk' ? OF_TALK[event.type] : undefined;
  if (ofTalk !== undefined) return ofTalk;
  const labels = specOf(event.type)?.labels ?? label(event.type, event.type);
  return { ...labels, en: PAST[event.type] ?? labels.en };
}
