/** Whom an open case waits for on a day, with the day by which each should act: whatever waits, waits for a named role. */
import type { Calendar } from '../domain/calendar.js';
import { stageOf, substateOf, type CaseContext, type CaseFacts, type StateValue } from '../domain/case.js';
import type { Day } from '../domain/day.js';
import { needsLeader } from '../domain/departing.js';
import { replyDueOn } from '../domain/ladder.js';
import type { Policy } from '../domain/policy.js';
import { answerDueOn, presentOrder, promiseDaysLeft } from '../domain/promises.js';
import { allTried } from '../domain/raisers.js';
import type { EscalationLevel } from '../domain/words.js';
import { QUEUE_DAYS, type MainWait, type Wait } from '../domain/waits.js';

/** The kind of deed that moves the case on from where it is; null once it is closed. */
export function mainWaitKind(value: StateValue, context: CaseContext, policy: Policy): MainWait | null {
  switch (stageOf(value)) {
    case 'closed':
      return null;
    case 'collected':
      return context.desk === 'supervisors' ? 'triageManner' : 'triage';
    case 'assigned':
      return 'sign';
    case 'followUpVisit':
      if (substateOf(value) === 'objection') return 'objection';
      if (context.noticeUntil != null) return 'notice';
      if (context.pendingOutcome !== null) return 'signClosing';
      if (allTried(context, policy.visit.attempts)) return 'closeUnverified';
      return context.raisedOutside ? 'visit' : 'look';
    case 'deadline':
      if (context.mode === 'held') return 'verify';
      if (context.mode === 'paused') return 'review';
      if (policy.promises !== undefined) return replyAwaited(context, policy) ?? 'work';
      return awaitsReply(context) ? 'reply' : 'work';
  }
}

/** Since version 2: the reply that the ladder waits for, by the level of who owes it. None where a promise or a waiver stands, none to a red order before a
 *  leader has signed it, and none that could promise no day any more: then the fix is what is waited for. */
function replyAwaited(context: CaseContext, policy: Policy): 'reply' | 'replyLeader' | undefined {
  const order = context.mode === 'running' ? presentOrder(context) : undefined;
  const awaits = order?.status === 'issued' || order?.status === 'signed';
  if (!awaits || promiseDaysLeft(context, policy, context.rung) === 0) return undefined;
  return context.rung === 'blue' ? 'reply' : 'replyLeader';
}

/** Whether the ladder of the present period waits for the unit's reply to its order. A talk asks for none. */
function awaitsReply({ orders, period, rung, rungAt, mode, ladderStopped }: CaseContext): boolean {
  if (mode !== 'running' || ladderStopped || rung === null || rung === 'talk' || rungAt === null) return false;
  const order = orders.find((brief) => brief.period === period && brief.rung === rung);
  return order !== undefined && order.status !== 'replied' && order.status !== 'waived';
}

/** What of a case says whom it waits for. */
export interface Waiting {
  value: StateValue;
  context: CaseContext;
  facts: Pick<CaseFacts, 'collectedOn'>;
}

/** The deed that moves the case on from where it is, and the day by which it should be done. Null for a closed case. The day depends on
 *  the case's own record alone, so it can be stored: it changes only when the case does. */
export function mainWait({ value, context, facts }: Waiting, policy: Policy, calendar: Calendar): MainWaitBy | null {
  const kind = mainWaitKind(value, context, policy);
  if (kind === null) return null;
  const isOfUnit = kind === 'sign' || kind === 'work' || kind === 'reply' || kind === 'replyLeader';
  const by = actBy(kind, context, facts.collectedOn, policy, calendar);
  return { kind, unitId: isOfUnit ? context.leadUnitId : context.officeUnitId, by };
}

type MainWaitBy = Wait & { kind: MainWait };

/** The day for each kind; `collectedOn` where the record lacks the day that counts. */
function actBy(kind: MainWait, context: CaseContext, collectedOn: Day, policy: Policy, calendar: Calendar): Day {
  const after = (day: Day | null | undefined, days: number): Day => calendar.dueDay(day ?? collectedOn, days).day;
  const round = context.rounds.at(-1);
  const tried = round?.attempts.at(-1);
  switch (kind) {
    case 'triage':
    case 'triageManner':
      // One that a unit sent back keeps its day: passing a case to and fro gives nobody new time.
      return after(collectedOn, QUEUE_DAYS.triage);
    case 'sign':
      return after(context.holders?.at(-1)?.from ?? context.startedOn, policy.signing.remindAfter);
    case 'verify':
      return after(context.submittedOn, QUEUE_DAYS.verify);
    case 'visit':
    case 'look':
      return round?.dueOn ?? collectedOn;
    case 'closeUnverified':
      return after(tried, QUEUE_DAYS.closeUnverified);
    case 'signClosing':
      if (context.pendingSince !== undefined) return after(context.pendingSince, QUEUE_DAYS.signClosing);
      return after(round?.answeredOn ?? after(tried, QUEUE_DAYS.closeUnverified), QUEUE_DAYS.signClosing);
    case 'notice':
      return context.noticeUntil ?? collectedOn;
    case 'objection':
      return after(context.objections?.at(-1), QUEUE_DAYS.objection);
    case 'review':
      return context.reviewOn ?? collectedOn;
    case 'replyLeader':
      return answerDueOn(calendar, policy, context);
    case 'reply': {
      if (policy.promises !== undefined) return answerDueOn(calendar, policy, context);
      const rung = context.rung as Exclude<EscalationLevel, 'talk'>;
      return replyDueOn(calendar, policy, rung, calendar.dayOf(context.rungAt!));
    }
    case 'work':
      return context.dueOn ?? collectedOn;
  }
}

/** What only the tables beside the case know. */
export interface Beside {
  /** The day on which the oldest order that still waits for a signature was proposed; the context keeps no days of orders. */
  proposedOn?: Day | undefined;
}

/** Everything the open case waits for on `today`, the main deed first. Empty for a closed case, and for no other. */
export function waitsFor(
  state: Waiting,
  policy: Policy,
  calendar: Calendar,
  today: Day,
  { proposedOn }: Beside = {},
): Wait[] {
  const main = mainWait(state, policy, calendar);
  if (main === null) return [];
  const { context, facts } = state;
  const { officeUnitId, extension, dueOn } = context;
  const waits: Wait[] = [main];
  const office = (kind: Wait['kind'], by: Day): void => void waits.push({ kind, unitId: officeUnitId, by });
  if (main.kind === 'sign') {
    const heldFrom = context.holders?.at(-1)?.from ?? context.startedOn ?? facts.collectedOn;
    const toldOn = calendar.dueDay(heldFrom, policy.signing.tellOfficeAfter).day;
    if (today > toldOn) office('urgeSigning', calendar.dueDay(toldOn, QUEUE_DAYS.urge).day);
  }
  if (main.kind === 'work' || main.kind === 'reply' || main.kind === 'replyLeader') {
    for (const unitId of context.supportingUnitIds) waits.push({ kind: 'support', unitId, by: dueOn ?? main.by });
  }
  if (main.kind === 'review' && today > main.by) {
    office('urgeReview', calendar.dueDay(main.by, QUEUE_DAYS.urge).day);
  }
  if (extension !== null) {
    const by = calendar.dueDay(extension.askedOn, QUEUE_DAYS.extension).day;
    office('extension', dueOn !== null && dueOn < by ? dueOn : by);
  }
  if (context.orders.some(({ status }) => status === 'proposed')) {
    const since =
      proposedOn ?? (context.rungAt === null ? (dueOn ?? facts.collectedOn) : calendar.dayOf(context.rungAt));
    office('signOrder', calendar.dueDay(since, QUEUE_DAYS.signOrder).day);
  }
  for (const { kind, by } of waitsSince2(state, main, policy, calendar, today)) office(kind, by);
  return waits;
}

/** What only cases of version 2 wait for beside their main deed, all of it at the office. */
function waitsSince2(
  { context }: Waiting,
  main: MainWaitBy,
  policy: Policy,
  calendar: Calendar,
  today: Day,
): Pick<Wait, 'kind' | 'by'>[] {
  const after = (day: Day, days: number): Day => calendar.dueDay(day, days).day;
  const waits: Pick<Wait, 'kind' | 'by'>[] = [];
  const { departure, lookAskedOn, period, rung, rungAt, talks = [] } = context;
  if (policy.looks !== undefined && rung === 'talk' && rungAt !== null) {
    const isHeld = talks.some((talk) => talk.period === period);
    const isWaived = presentOrder(context)?.status === 'waived';
    if (!isHeld && !isWaived)
      waits.push({ kind: 'recordTalk', by: after(calendar.dayOf(rungAt), QUEUE_DAYS.recordTalk) });
  }
  if (lookAskedOn != null) waits.push({ kind: 'leaderLook', by: after(lookAskedOn, QUEUE_DAYS.leaderLook) });
  if (departure != null) {
    const byLeader = needsLeader(context, policy, calendar, today);
    waits.push({
      kind: byLeader ? 'departureByLeader' : 'departure',
      by: after(departure.askedOn, QUEUE_DAYS.departure),
    });
  }
  if (main.kind === 'verify' && policy.verification !== undefined && context.submittedOn !== null) {
    const toldOn = after(context.submittedOn, policy.verification.tellAfter);
    if (today > toldOn) waits.push({ kind: 'urgeCheck', by: after(toldOn, QUEUE_DAYS.urge) });
  }
  return waits;
}
