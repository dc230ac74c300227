/** Named effects since version 2: linked cases and parts that are collected, talks, orders proposed again, urging, and whom reminders tell. */
import type { CaseContext } from '../domain/case.js';
import type { Origin } from '../domain/case-since-2.js';
import type { Day } from '../domain/day.js';
import { needsLeader, wasEverAssigned } from '../domain/departing.js';
import { replyDueOn } from '../domain/ladder.js';
import { visited } from '../domain/raisers.js';
import type { OrderStatus, EscalationLevel, Source } from '../domain/words.js';
import { checkedBy } from '../domain/weight.js';
import { text, type Env, type Params, type Payload } from './env.js';
import { fateJoined } from './fate-effects.js';
import { message, type Follow, type Message } from './message.js';

/** An order of the past stands again under its own number: a waiver that is over is proposed anew. The store sets its status and reply day. */
export interface OrderAgain {
  kind: 'orderAgain';
  period: number;
  rung: EscalationLevel;
  at: number;
  status: OrderStatus;
  replyDueOn: Day | null;
}

/** The record 约谈记录 of a talk, by whom it was written down. Recording it signs the order, see `recordTalk`. */
export interface TalkRecord {
  kind: 'talk';
  period: number;
  at: number;
  by: string | null;
  heldOn: Day;
  place: string;
  attendees: string;
  questions: string;
  explanation: string;
  demands: string;
  pledge: string;
  pledgeOn: Day;
}

/** A case that the same transaction collects, under the workflow version of the one it came out of and with its own number. Its id follows from the
 *  line of history that says it and from `nth`, so that a repeat makes no second one: see `linkedCaseId`. */
export interface CollectLinked {
  kind: 'collect';
  nth: number;
  title: string;
  description: string;
  source: Source;
  context: Pick<
    CaseContext,
    'officeUnitId' | 'categoryId' | 'formerCategoryIds' | 'isKey' | 'raisedOutside' | 'raisers' | 'desk'
  > & {
    origin: Origin;
  };
}

/** The title is another from now on; the store keeps the one before beside it. */
export interface Retitle {
  kind: 'retitle';
  title: string;
}

type Made = OrderAgain | TalkRecord | Message | Follow | CollectLinked | Retitle;
type Making = (context: CaseContext, env: Env, payload: Payload, params: Params) => Made[];

/** Everybody who raised the case, by the id under which each is sealed. */
const sealedUnder = ({ raisers, raisedOutside }: CaseContext, env: Env): string[] =>
  raisers ?? (raisedOutside ? [env.caseId] : []);

function join(caseId: string | null, context: CaseContext, env: Env): Follow[] {
  if (caseId === null) return [];
  const { number } = env.facts;
  const raisers = sealedUnder(context, env);
  const payload = { fromCaseId: env.caseId, fromNumber: number, raisers, ...fateJoined(context, caseId) };
  return [{ kind: 'follow', caseId, type: 'JOIN', payload }];
}

/** What a complaint about manner is called where it stands as a case of its own; the raiser's words are in the visit. */
function mannerComplaint(context: CaseContext, env: Env, payload: Payload): CollectLinked[] {
  if (payload['outcome'] !== 'mannerComplaint') return [];
  const raiser = visited(context, text(payload, 'raiserId')) || env.caseId;
  return [
    {
      kind: 'collect',
      nth: 0,
      title: `对 ${env.facts.number} 办理作风的意见`,
      description: text(payload, 'note') || `回访 ${env.facts.number} 时，反映人对办理作风有意见。`,
      source: 'visit',
      context: {
        officeUnitId: context.officeUnitId,
        categoryId: context.categoryId,
        isKey: false,
        raisedOutside: context.raisedOutside,
        ...(context.raisedOutside ? { raisers: [raiser] } : {}),
        desk: 'supervisors',
        origin: { kind: 'manner', caseId: env.caseId, number: env.facts.number, dueOn: null },
      },
    },
  ];
}

function parts(context: CaseContext, env: Env, payload: Payload): CollectLinked[] {
  const given = Array.isArray(payload['parts']) ? (payload['parts'] as Payload[]) : [];
  const { officeUnitId, isKey, raisedOutside, dueOn } = context;
  const raisers = sealedUnder(context, env);
  // Whatever category a part is given, its check is no lighter than that of the whole.
  const category = (part: Payload): Pick<CaseContext, 'categoryId' | 'formerCategoryIds'> => {
    const categoryId = text(part, 'categoryId') || context.categoryId;
    const others = checkedBy(context).filter((id) => id !== categoryId);
    return { categoryId, ...(others.length > 0 ? { formerCategoryIds: others } : {}) };
  };
  return given.map((part, nth) => ({
    kind: 'collect',
    nth,
    title: text(part, 'title'),
    description: text(part, 'description'),
    source: env.facts.source,
    context: {
      officeUnitId,
      ...category(part),
      isKey,
      raisedOutside,
      ...(raisers.length > 0 ? { raisers } : {}),
      origin: {
        kind: 'split',
        caseId: env.caseId,
        number: env.facts.number,
        dueOn: dueOn ?? context.origin?.dueOn ?? null,
        ...(wasEverAssigned(context) ? { assigned: true } : {}),
      },
    },
  }));
}

export const EFFECTS_SINCE_2: Readonly<Record<string, Making>> = {
  orderAgain: ({ period, rung }, env) => {
    if (rung === null) return [];
    const replyDay = rung === 'talk' ? null : replyDueOn(env.refs.calendar, env.policy, rung, env.today);
    return [{ kind: 'orderAgain', period, rung, at: env.at, status: 'proposed', replyDueOn: replyDay }];
  },
  logTalk: ({ period }, env, payload) => [
    {
      kind: 'talk',
      period,
      at: env.at,
      by: env.actor.userId,
      heldOn: text(payload, 'heldOn'),
      place: text(payload, 'place'),
      attendees: text(payload, 'attendees'),
      questions: text(payload, 'questions'),
      explanation: text(payload, 'explanation'),
      demands: text(payload, 'demands'),
      pledge: text(payload, 'pledge'),
      pledgeOn: text(payload, 'pledgeOn'),
    },
  ],
  collectMannerComplaint: mannerComplaint,
  collectParts: parts,
  retitle: (_context, _env, payload) =>
    payload['title'] === undefined ? [] : [{ kind: 'retitle', title: text(payload, 'title') }],
  joinWithRaisers: (context, env, payload) => join(text(payload, 'caseId'), context, env),
  /** After `depart`, which has noted the case it goes into. */
  joinOnDeparture: (context, env) => join(context.mergedInto, context, env),
  urgeUnit: message('urge', 'handler', 'liaison', 'unitLeader'),
  urgeOffice: message('urge', 'clerk'),
  urgeSupervisors: message('urge', 'supervisor'),
  urgeVisitors: (context, env) => message('urge', context.raisedOutside ? 'visitor' : 'supervisor')(context, env),
  urgeLeaders: message('urge', 'leader'),
  askLeader: message('remind.look', 'leader'),
  tellWaiverIsOver: message('remind.waiver', 'leader'),
  tellUncheckedFix: message('late.check', 'supervisor', 'leader', 'clerk'),
  tellLateVisit: (context, env) =>
    message('late.visit', context.raisedOutside ? 'visitor' : 'supervisor', 'clerk')(context, env),
  tellLateSignature: message('late.signature', 'leader', 'clerk'),
  tellLateObjection: message('late.objection', 'supervisor', 'clerk'),
  tellObjection: message('tell.objection', 'supervisor'),
  tellReviewDay: message('remind.review', 'clerk', 'leader'),
  askForDeparture: (context, env) =>
    needsLeader(context, env.policy, env.refs.calendar, env.today)
      ? message('ask.departure', 'leader')(context, env)
      : message('ask.departure', 'clerk', 'leader')(context, env),
};
