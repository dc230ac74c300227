/** Whom an open case waits for on a day, with the day by which each should act: whatever waits, waits for a named role. */
import type { Calendar } from '../domain/calendar.js';
import { stageOf, substateOf, type CaseContext, type CaseFacts, type StateValue } from '../domain/case.js';
import { latest, type Day } from '../domain/day.js';
import { needsLeader } from '../domain/departing.js';
import { replyDueOn } from '../domain/ladder.js';
import type { Policy } from '../domain/policy.js';
import { answerDueOn, presentOrder, promiseDaysLeft, standingPromise } from '../domain/promises.js';
import { openWords } from '../domain/raiser-words.js';
import { allTried, unsatisfiedRounds } from '../domain/raisers.js';
import type { EscalationLevel } from '../domain/words.js';
import { QUEUE_DAYS, type BesideWait, type MainWait, type Wait } from '../domain/waits.js';

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
      if (policy.promises !== undefined)
        return replyAwaited(context, policy) ?? (isPromised(context) ? 'promise' : 'work');
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

/** Since version 2: the ladder waits for the promised day, kept or over. */
const isPromised = (context: CaseContext): boolean =>
  context.mode === 'running' && standingPromise(context) !== undefined;

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
  const isOfUnit = kind === 'sign' || isWork(kind);
  const by = actBy(kind, context, facts.collectedOn, policy, calendar);
  return { kind, unitId: isOfUnit ? context.leadUnitId : context.officeUnitId, by };
}

type MainWaitBy = Wait & { kind: MainWait };

/** Deeds of the lead unit between signing and handing in. */
const isWork = (kind: MainWait): boolean =>
  kind === 'work' || kind === 'reply' || kind === 'replyLeader' || kind === 'promise';

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
      // On the same day those above are told of it.
      return after(context.submittedOn, policy.verification?.tellAfter ?? QUEUE_DAYS.verify);
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
    case 'promise':
      return standingPromise(context)?.promisedOn ?? collectedOn;
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

/** Everything the case waits for on `today`, the main deed first. A closed case waits for nobody but who owes one of its raisers an answer. */
export function waitsFor(
  state: Waiting,
  policy: Policy,
  calendar: Calendar,
  today: Day,
  { proposedOn }: Beside = {},
): Wait[] {
  const main = mainWait(state, policy, calendar);
  const { context, facts } = state;
  const { officeUnitId, extension, dueOn } = context;
  const waits: Wait[] = main === null ? [] : [main];
  const office = (kind: Wait['kind'], by: Day): void => void waits.push({ kind, unitId: officeUnitId, by });
  for (const { kind, by } of owedToRaisers(context, calendar)) office(kind, by);
  if (main === null) return waits;
  if (main.kind === 'triage' || main.kind === 'triageManner') {
    // No clock runs on what was given to nobody: whoever leaves it lying is asked by the leaders.
    const toldOn = calendar.dueDay(main.by, QUEUE_DAYS.untriaged).day;
    const from = toUrgeFrom(context, facts.collectedOn, toldOn, policy, calendar);
    if (today > from) office('urgeTriage', calendar.dueDay(from, QUEUE_DAYS.urge).day);
  }
  if (main.kind === 'sign') {
    const heldFrom = context.holders?.at(-1)?.from ?? context.startedOn ?? facts.collectedOn;
    const toldOn = calendar.dueDay(heldFrom, policy.signing.tellOfficeAfter).day;
    const from = toUrgeFrom(context, heldFrom, toldOn, policy, calendar);
    if (today > from) office('urgeSigning', calendar.dueDay(from, QUEUE_DAYS.urge).day);
  }
  // While the responsible leader owes a reply, the others still owe the fix.
  if (main.kind === 'replyLeader') waits.push({ kind: 'work', unitId: main.unitId, by: dueOn ?? main.by });
  if (isWork(main.kind)) {
    for (const unitId of context.supportingUnitIds) waits.push({ kind: 'support', unitId, by: dueOn ?? main.by });
  }
  if (main.kind === 'review' && today > main.by) {
    office('urgeReview', calendar.dueDay(main.by, QUEUE_DAYS.urge).day);
  }
  if (extension !== null) {
    const by = calendar.dueDay(extension.askedOn, QUEUE_DAYS.extension).day;
    office('extension', dueOn !== null && dueOn < by ? dueOn : by);
  }
  const proposed = context.orders.filter(({ status }) => status === 'proposed');
  if (proposed.length > 0) {
    const first =
      proposedOn ?? (context.rungAt === null ? (dueOn ?? facts.collectedOn) : calendar.dayOf(context.rungAt));
    // One that a waiver held back waits since it was proposed again.
    const since = proposed.map((order) => order.since ?? first).reduce((one, other) => (other < one ? other : one));
    office('signOrder', calendar.dueDay(since, QUEUE_DAYS.signOrder).day);
  }
  for (const { kind, by } of waitsSince2(state, main, policy, calendar, today)) office(kind, by);
  return waits;
}

/** The day from which somebody who lets the case lie is to be urged: since those above were told, and again so many working days after the last urging. */
function toUrgeFrom(
  { urgedOn }: CaseContext,
  heldFrom: Day,
  toldOn: Day,
  { reminders }: Policy,
  calendar: Calendar,
): Day {
  if (urgedOn === undefined || urgedOn < heldFrom || reminders === undefined) return toldOn;
  return latest(toldOn, calendar.dueDay(urgedOn, reminders.every).day);
}

/** What a case waits for beside its main deed, by its own record alone and all of it at the office. But for what is owed to its raisers only of version 2,
 *  and none of a closed case. */
export function besideWaits(
  { value, context }: Pick<Waiting, 'value' | 'context'>,
  policy: Policy,
  calendar: Calendar,
): { kind: BesideWait; by: Day }[] {
  const kind = mainWaitKind(value, context, policy);
  const waits: { kind: BesideWait; by: Day }[] = owedToRaisers(context, calendar);
  if (kind === null) return waits;
  const after = (day: Day, days: number): Day => calendar.dueDay(day, days).day;
  const { departure, lookAskedOn, period, rung, rungAt, talks = [] } = context;
  const order = presentOrder(context);
  if (policy.looks !== undefined && rung === 'talk' && rungAt !== null && order?.status === 'signed') {
    const from = order.since ?? calendar.dayOf(rungAt);
    const isHeld = talks.some((talk) => talk.period === period);
    if (!isHeld) waits.push({ kind: 'recordTalk', by: after(from, QUEUE_DAYS.recordTalk) });
  }
  if (lookAskedOn != null) waits.push({ kind: 'leaderLook', by: after(lookAskedOn, QUEUE_DAYS.leaderLook) });
  if (departure != null) waits.push({ kind: 'departure', by: after(departure.askedOn, QUEUE_DAYS.departure) });
  if (policy.disputes !== undefined && isWork(kind) && unsatisfiedRounds(context) >= policy.disputes.afterRounds) {
    const { answeredOn, dueOn } = context.rounds.at(-1)!;
    waits.push({ kind: 'dispute', by: after(answeredOn ?? dueOn, QUEUE_DAYS.dispute) });
  }
  return waits;
}

/** What raisers said by receipt and nobody has answered yet, whatever became of the case: the oldest of each kind. */
function owedToRaisers(context: CaseContext, calendar: Calendar): { kind: BesideWait; by: Day }[] {
  if (context.heard?.words === undefined) return [];
  const waits: { kind: BesideWait; by: Day }[] = [];
  const owe = (kind: 'unsolved' | 'raiserQuestion', since: Day | undefined): void => {
    if (since !== undefined) waits.push({ kind, by: calendar.dueDay(since, QUEUE_DAYS[kind]).day });
  };
  if (context.outcome !== null) owe('unsolved', openWords(context, 'unsolved')[0]?.on);
  owe('raiserQuestion', openWords(context, 'question')[0]?.on);
  return waits;
}

/** What only cases of version 2 wait for beside their main deed on `today`, all of it at the office. */
function waitsSince2(
  state: Waiting,
  main: MainWaitBy,
  policy: Policy,
  calendar: Calendar,
  today: Day,
): Pick<Wait, 'kind' | 'by'>[] {
  const { context } = state;
  const ofRaisers: readonly BesideWait[] = ['unsolved', 'raiserQuestion'];
  const waits: Pick<Wait, 'kind' | 'by'>[] = besideWaits(state, policy, calendar)
    .filter(({ kind }) => !ofRaisers.includes(kind))
    .map(({ kind, by }) => ({
      kind: kind === 'departure' && needsLeader(context, policy, calendar, today) ? 'departureByLeader' : kind,
      by,
    }));
  if (main.kind === 'verify' && policy.verification !== undefined && context.submittedOn !== null) {
    const from = toUrgeFrom(context, context.submittedOn, main.by, policy, calendar);
    if (today > from) waits.push({ kind: 'urgeCheck', by: calendar.dueDay(from, QUEUE_DAYS.urge).day });
  }
  return waits;
}
