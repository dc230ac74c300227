/** Whom an open case waits for on a day, with the day by which each should act: whatever waits, waits for a named role. */
import type { Calendar } from '../domain/calendar.js';
import { stageOf, type CaseContext, type CaseFacts, type StateValue } from '../domain/case.js';
import type { Day } from '../domain/day.js';
import { replyDueOn } from '../domain/ladder.js';
import type { Policy } from '../domain/policy.js';
import type { EscalationLevel } from '../domain/words.js';
import { QUEUE_DAYS, type MainWait, type Wait } from '../domain/waits.js';

/** The kind of deed that moves the case on from where it is; null once it is closed. */
export function mainWaitKind(value: StateValue, context: CaseContext, policy: Policy): MainWait | null {
  switch (stageOf(value)) {
    case 'closed':
      return null;
    case 'collected':
      return 'triage';
    case 'assigned':
      return 'sign';
    case 'followUpVisit':
      if (context.pendingOutcome !== null) return 'signClosing';
      if ((context.rounds.at(-1)?.attempts.length ?? 0) >= policy.visit.attempts) return 'closeUnverified';
      return context.raisedOutside ? 'visit' : 'look';
    case 'deadline':
      if (context.mode === 'held') return 'verify';
      if (context.mode === 'paused') return 'review';
      return awaitsReply(context) ? 'reply' : 'work';
  }
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
  const isOfUnit = kind === 'sign' || kind === 'work' || kind === 'reply';
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
      // One that a unit sent back keeps its day: passing a case to and fro gives nobody new time.
      return after(collectedOn, QUEUE_DAYS.triage);
    case 'sign':
      return after(context.startedOn, policy.signing.remindAfter);
    case 'verify':
      return after(context.submittedOn, QUEUE_DAYS.verify);
    case 'visit':
    case 'look':
      return round?.dueOn ?? collectedOn;
    case 'closeUnverified':
      return after(tried, QUEUE_DAYS.closeUnverified);
    case 'signClosing':
      return after(round?.answeredOn ?? after(tried, QUEUE_DAYS.closeUnverified), QUEUE_DAYS.signClosing);
    case 'review':
      return context.reviewOn ?? collectedOn;
    case 'reply': {
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
    const toldOn = calendar.dueDay(context.startedOn ?? facts.collectedOn, policy.signing.tellOfficeAfter).day;
    if (today > toldOn) office('urgeSigning', calendar.dueDay(toldOn, QUEUE_DAYS.urge).day);
  }
  if (main.kind === 'work' || main.kind === 'reply') {
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
  return waits;
}
