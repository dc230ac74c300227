/** Named effects: what a step brings about besides the case itself — orders, visits, messages, a join into another case. */
import { knownNames } from '../domain/known-names.js';
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
import {
  EFFECTS_SINCE_2,
  type CollectLinked,
  type OrderAgain,
  type Retitle,
  type TalkRecord,
} from './effects-since-2.js';
import { text, whole, type Env, type Params, type Payload } from './env.js';
import { message, type Follow, type Message } from './message.js';

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
  /** Since version 2: what a reply promises, and until when a waiver lasts. */
  cause?: string;
  isFinal?: boolean;
  promisedOn?: Day;
  reviewOn?: Day;
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
  /** Since version 2, of a case with several raisers: whom the visit was paid to. */
  raiserId?: string;
}

export type { CollectLinked } from './effects-since-2.js';
export type { Follow, Message } from './message.js';

export type Effect =
  | IssuedOrder
  | ActOnOrder
  | OrderAgain
  | TalkRecord
  | LoggedVisit
  | Message
  | Follow
  | CollectLinked
  | Retitle;

/** Kinds of which each leaves one row that can be counted: `xiaohao check` holds the rows against history. The others change a row that is there, or
 *  stand in history alone. */
export const COUNTED_EFFECTS: ReadonlySet<Effect['kind']> = new Set([
  'order',
  'orderAct',
  'visit',
  'message',
  'collect',
]);

export type Effecting = (context: CaseContext, env: Env, payload: Payload, params: Params) => Effect[];

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
      ...(payload['promisedOn'] === undefined
        ? {}
        : {
            cause: text(payload, 'cause'),
            isFinal: payload['isFinal'] === true,
            promisedOn: text(payload, 'promisedOn'),
          }),
      ...(payload['reviewOn'] === undefined ? {} : { reviewOn: text(payload, 'reviewOn') }),
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
      ...(payload['raiserId'] === undefined ? {} : { raiserId: text(payload, 'raiserId') }),
    },
  ];
}

export const EFFECTS = knownNames<Effecting>({
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
  tellUnsolved: message('tell.unsolved', 'supervisor'),
  tellQuestion: message('tell.question', 'clerk'),
  ...EFFECTS_SINCE_2,
});
