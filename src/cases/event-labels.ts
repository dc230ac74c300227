/** What an event is called in a timeline that a layman reads. */
import { specOf, type Labels } from '../engine/commands.js';
import type { EventRecord } from '../engine/decide.js';

const label = (zh: string, en: string): Labels => ({ 'zh-CN': zh, en });

const TIMERS: Record<string, Labels> = {
  untilSigningReminder: label('签收时限已到', 'Acceptance is due'),
  untilOfficeIsTold: label('逾期未签收', 'Not accepted in time'),
  untilDueSoon: label('进入临期', 'Due soon'),
  untilLate: label('逾期', 'Became overdue'),
  untilBlueOrder: label('发出蓝单催办', 'Blue order issued'),
  untilDelivery: label('发出橙单警告', 'Orange order issued'),
  untilReview: label('挂账复核日已到', 'On hold: review is due'),
  untilVisitReminder: label('回访时限已到', 'Visit is due'),
  untilWaiverEnds: label('免除到期，重新提请', 'The waiver has ended: proposed again'),
  untilLeaderLooks: label('提请领导复看', 'Back to the leader'),
  untilCheckIsLate: label('申报待核查已久', 'Check is late'),
  untilVisitIsLate: label('回访已逾期', 'Visit is late'),
  untilSignatureIsLate: label('签批已逾期', 'Signature is late'),
  untilObjectionIsLate: label('异议待处理已久', 'Objection undecided'),
  untilReviewIsLate: label('挂账复核日已到', 'On hold: review is due'),
  untilNoticeEnds: label('公示期满', 'Public notice has ended'),
};

const ORDERS: Record<string, Labels> = {
  blue: label('发出蓝单催办', 'Blue order issued'),
  orange: label('发出橙单警告', 'Orange order issued'),
  red: label('提请红单通报', 'Red order proposed'),
  talk: label('提请约谈', 'Interview proposed'),
};

/** The event's name in both languages: the order it issued, the timer that fired, or the command. */
export function eventLabels(event: Pick<EventRecord, 'type' | 'payload' | 'effects'>): Labels {
  if (event.type === 'COLLECT') return label('收集登记', 'Received');
  const order = event.effects.find((effect) => effect.kind === 'order');
  if (order !== undefined) return ORDERS[order.rung]!;
  if (event.type === 'TIMER') return TIMERS[String(event.payload['timer'])] ?? label('定时事项', 'Timer');
  return specOf(event.type)?.labels ?? label(event.type, event.type);
}
