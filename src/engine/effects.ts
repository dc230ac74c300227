/** Named effects: what a step brings about besides the case itself — orders, visits, messages, a join into another case. */
import { dictionary } from '../domain/dictionary.js';
import { replyDueOn } from '../domain/ladder.js';
import type { CaseContext } from '../domain/case.js';
import type { Day } from '../domain/day.js';
import type {
  OrderAct,
  OrderStatus,
  Role,
  EscalationLevel,
  Satisfaction,
  VisitMethod,
  VisitOutcome,
} from '../domain/words.js';
import { text, whole, type Env, type Params, type Payload } from './env.js';

export interface IssuedOrder {
  kind: 'order';
  period: number;
  rung: EscalationLevel;
  status: OrderStatus;
  issuedAt: number;
  replyDueOn: Day | null;
  unitId: string | null;
  /** Who is addressed and who gets a copy, after the ladder of the product. */
  to: Role;
  copyTo: Role | null;
}

export interface ActOnOrder {
  kind: 'orderAct';
  period: number;
  rung: EscalationLevel;
  act: OrderAct;
  at: number;
  by: string | null;
  text: string;
}

export interface LoggedVisit {
  kind: 'visit';
  round: number;
  at: number;
  by: string | null;
  method: VisitMethod;
  outcome: VisitOutcome;
  satisfaction: Satisfaction | null;
  ratings: Record<string, number> | null;
  durationSeconds: number | null;
  note: string;
  nextAttemptOn: Day | null;
}

/** A message to everybody who holds `role` at `unitId` (or at the office when null), to go out in working hours. */
export interface Message {
  kind: 'message';
  topic: string;
  role: Role;
  unitId: string | null;
  deliverAt: number;
}

/** A command that the same transaction applies to another case. */
export interface Follow {
  kind: 'follow';
  caseId: string;
  type: string;
  payload: Record<string, unknown>;
}

export type Effect = IssuedOrder | ActOnOrder | LoggedVisit | Message | Follow;

type Effecting = (context: CaseContext, env: Env, payload: Payload, params: Params) => Effect[];

const ADDRESSEES: Record<EscalationLevel, { to: Role; copyTo: Role | null }> = {
  blue: { to: 'handler', copyTo: 'unitLeader' },
  orange: { to: 'unitLeader', copyTo: 'clerk' },
  red: { to: 'leader', copyTo: 'unitLeader' },
  talk: { to: 'leader', copyTo: 'unitLeader' },
};

function issueOrder(context: CaseContext, env: Env, _payload: Payload, params: Params): Effect[] {
  const rung = params['rung'] as EscalationLevel;
  const replyDay = rung === 'talk' ? null : replyDueOn(env.refs.calendar, env.policy, rung, env.today);
  const { leadUnitId: unitId, period } = context;
  const status = context.orders.find((brief) => brief.period === period && brief.rung === rung)?.status ?? 'issued';
  const { to, copyTo } = ADDRESSEES[rung];
  return [
    { kind: 'order', period, rung, status, issuedAt: env.at, replyDueOn: replyDay, unitId, to, copyTo },
    ...message(`order.${rung}`, to)(context, env),
    ...(copyTo === null ? [] : message(`order.${rung}.copy`, copyTo)(context, env)),
  ];
}

/** Roles of the office are addressed at the office that owns the case, roles of a unit at the lead unit. */
function message(topic: string, ...roles: Role[]): (context: CaseContext, env: Env) => Effect[] {
  return (context, env) =>
    roles.map((role) => ({
      kind: 'message',
      topic,
      role,
      unitId: ['handler', 'liaison', 'unitLeader'].includes(role) ? context.leadUnitId : context.officeUnitId,
      deliverAt: env.refs.calendar.nextDelivery(env.at),
    }));
}

function orderAct(act: OrderAct, field: string): Effecting {
  return (_context, env, payload) => [
    {
      kind: 'orderAct',
      period: whole(payload, 'period') ?? 0,
      rung: payload['rung'] as EscalationLevel,
      act,
      at: env.at,
      by: env.actor.userId,
      text: text(payload, field),
    },
  ];
}

function logVisit(context: CaseContext, env: Env, payload: Payload): Effect[] {
  return [
    {
      kind: 'visit',
      round: context.rounds.length,
      at: env.at,
      by: env.actor.userId,
      method: payload['method'] as VisitMethod,
      outcome: payload['outcome'] as VisitOutcome,
      satisfaction: (payload['satisfaction'] as Satisfaction | undefined) ?? null,
      ratings: (payload['ratings'] as Record<string, number> | undefined) ?? null,
      durationSeconds: whole(payload, 'durationSeconds') ?? null,
      note: text(payload, 'note'),
      nextAttemptOn: text(payload, 'nextAttemptOn') || null,
    },
  ];
}

export const EFFECTS = dictionary<Effecting>({
  /** Only the line in history. */
  note: () => [],
  issueOrder,
  recordReply: orderAct('replied', 'text'),
  recordSignature: orderAct('signed', 'text'),
  recordWaiver: orderAct('waived', 'reason'),
  recordInstruction: orderAct('instructed', 'instruction'),
  logVisit,
  joinTarget: (_context, env, payload) => [
    {
      kind: 'follow',
      caseId: text(payload, 'caseId'),
      type: 'JOIN',
      payload: { fromCaseId: env.caseId, fromNumber: env.facts.number },
    },
  ],
  remindSigning: message('remind.signing', 'handler', 'liaison'),
  remindDue: message('remind.due', 'handler', 'liaison'),
  remindReview: message('remind.review', 'clerk'),
  remindVisit: message('remind.visit', 'visitor'),
  tellOffice: message('tell.office', 'clerk'),
  tellUnit: message('tell.unit', 'handler', 'liaison'),
  tellSupervisors: message('tell.supervisors', 'supervisor'),
  tellVisitors: (context, env) =>
    message('tell.visitors', context.raisedOutside ? 'visitor' : 'supervisor')(context, env),
  tellLeaders: message('tell.leaders', 'leader'),
});
