/** What comes next on a case if nobody acts, on which day, and whose it is: by its armed timers, so that it is what will happen. */
import { isLateOn } from '../domain/account.js';
import type { Calendar } from '../domain/calendar.js';
import { stageOf, type CaseState } from '../domain/case.js';
import { knownNames } from '../domain/known-names.js';
import type { Day } from '../domain/day.js';
import type { Policy } from '../domain/policy.js';
import { WORKING } from '../domain/visibility.js';
import type { Role, EscalationLevel } from '../domain/words.js';
import { nextLevel } from './next-rung.js';
import { delayOf, isOfClock } from './timer-id.js';

/** Why the case comes up again on its next date. */
export const NEXT_DATE_KINDS = [
  'signing',
  'dueSoon',
  'late',
  /** The next order goes out. */
  'order',
  /** The promised day is over: the next order goes out. */
  'promise',
  /** A waiver is over: the same order is proposed again. */
  'waiver',
  /** The leader looks at it again after the talk. */
  'look',
  'check',
  'parking',
  'visit',
  'objection',
  'notice',
  'signature',
] as const;
export type NextDateKind = (typeof NEXT_DATE_KINDS)[number];

export interface NextDate {
  kind: NextDateKind;
  /** The moment at which it happens, epoch milliseconds, in working hours but for `late`. */
  at: number;
  day: Day;
  /** Of an order, a promise and a waiver: the order that goes out then. */
  rung: EscalationLevel | null;
  /** Who has it until then: the roles, and the unit where they are held. */
  roles: readonly Role[];
  unitId: string | null;
}

interface Meaning {
  kind: NextDateKind;
  roles: readonly Role[];
}

/** What a delay of a workflow file leads to, and who can still act before it does. */
const MEANS = knownNames<Meaning>({
  untilSigningReminder: { kind: 'signing', roles: WORKING },
  untilOfficeIsTold: { kind: 'signing', roles: WORKING },
  untilDueSoon: { kind: 'dueSoon', roles: WORKING },
  untilLate: { kind: 'late', roles: WORKING },
  untilBlueOrder: { kind: 'order', roles: WORKING },
  untilDelivery: { kind: 'order', roles: WORKING },
  untilReplyLapses: { kind: 'order', roles: WORKING },
  untilAnswerLapses: { kind: 'order', roles: WORKING },
  untilPromiseLapses: { kind: 'promise', roles: WORKING },
  untilWaiverEnds: { kind: 'waiver', roles: ['leader'] },
  untilLeaderLooks: { kind: 'look', roles: ['leader'] },
  untilCheckIsLate: { kind: 'check', roles: ['supervisor'] },
  untilReview: { kind: 'parking', roles: ['clerk', 'leader'] },
  untilReviewIsLate: { kind: 'parking', roles: ['clerk', 'leader'] },
  untilVisitReminder: { kind: 'visit', roles: ['visitor', 'supervisor'] },
  untilVisitIsLate: { kind: 'visit', roles: ['visitor', 'supervisor'] },
  untilObjectionIsLate: { kind: 'objection', roles: ['supervisor'] },
  untilNoticeEnds: { kind: 'notice', roles: ['clerk'] },
  untilSignatureIsLate: { kind: 'signature', roles: ['leader'] },
});

/** The first date that is armed; null where nothing is. A timer of the clock region is asked first: of a late case that is what moves the ladder. */
export function nextDate(state: CaseState, policy: Policy, calendar: Calendar): NextDate | null {
  const timers = state.timers
    .flatMap((timer) => {
      const means = MEANS[delayOf(timer.id)];
      return means === undefined ? [] : [{ ...timer, ...means }];
    })
    .sort((a, b) => a.dueAt - b.dueAt);
  const first = timers.find(({ id }) => isOfClock(id)) ?? timers[0];
  if (first === undefined) return null;
  const { kind, roles } = first;
  // A decree that arrived after the timer was armed may have made its day a day off.
  const at = kind === 'late' ? first.dueAt : calendar.nextDelivery(first.dueAt);
  const { officeUnitId, leadUnitId, rung } = state.context;
  const isOrder = kind === 'order' || kind === 'promise';
  const next = isOrder ? (nextLevel(state, policy, calendar)?.rung ?? null) : kind === 'waiver' ? rung : null;
  return {
    kind,
    at,
    day: calendar.dayOf(at),
    rung: next,
    roles,
    unitId: roles === WORKING ? leadUnitId : officeUnitId,
  };
}

/** True where an open case that is late on `today` and not parked has nothing armed in its clock: it could lie for ever. Of version 2 there is never one. */
export function isLateWithoutDate(state: CaseState, today: Day): boolean {
  if (stageOf(state.value) === 'closed' || !isLateOn(state.context, today)) return false;
  return !state.timers.some(({ id }) => isOfClock(id));
}
