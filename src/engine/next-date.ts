/** What comes next on a case if nobody acts, on which day, and whose it is: by its armed timers, so that it is what will happen. */
import { isLateOn } from '../domain/account.js';
import { stageOf, type CaseState } from '../domain/case.js';
import { knownNames } from '../domain/known-names.js';
import type { Day } from '../domain/day.js';
import type { NextDate, NextDateKind, NoNextDate } from '../domain/next-date.js';
import type { Policy } from '../domain/policy.js';
import { presentOrder, standingPromise } from '../domain/promises.js';
import type { UnitTree } from '../domain/units.js';
import { WORKING } from '../domain/visibility.js';
import { WAITS } from '../domain/waits.js';
import type { Role } from '../domain/words.js';
import type { ReferenceData } from './env.js';
import { nextLevel } from './next-rung.js';
import { hasNamedLeader } from './rules-ladder.js';
import { delayOf, isOfClock } from './timer-id.js';
import { mainWaitKind } from './waits-for.js';

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

/** What of a case its next date follows from. */
export type Dated = Pick<CaseState, 'value' | 'context' | 'timers'>;
type Refs = Pick<ReferenceData, 'calendar' | 'units'>;

/** The first date that is armed; null where nothing is. A timer of the clock region is asked first: of a late case that is what moves the ladder. */
export function nextDate(state: Dated, policy: Policy, { calendar, units }: Refs): NextDate | null {
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
  const isOfUnit = roles === WORKING && !(isOrder && awaitsSignature(state));
  return {
    kind,
    at,
    day: calendar.dayOf(at),
    rung: next,
    roles: isOrder ? heldUpBy(state, policy, units) : roles,
    unitId: isOfUnit ? leadUnitId : officeUnitId,
    promisedOn: kind === 'promise' ? (standingPromise(state.context)?.promisedOn ?? null) : null,
  };
}

/** The next date on `today`, `none` of a late case that has none; null where nothing comes of itself: closed, or not late and nothing armed. */
export function comesNext(state: Dated, policy: Policy, refs: Refs, today: Day): NextDate | NoNextDate | null {
  if (isLateWithoutDate(state, today)) return { kind: 'none', isOfVersion1: policy.promises === undefined };
  return nextDate(state, policy, refs);
}

const awaitsSignature = ({ context }: Dated): boolean => presentOrder(context)?.status === 'proposed';

/** Whose move holds the next order up: those who sign while an order waits for a signature, else whom the case waits for at its unit. */
function heldUpBy(state: Dated, policy: Policy, units: UnitTree): readonly Role[] {
  if (awaitsSignature(state)) return WAITS.signOrder.roles;
  const { value, context } = state;
  const kind = mainWaitKind(value, context, policy);
  // The liaison answers for the responsible leader only where nobody is named as one.
  if (kind === 'replyLeader' && hasNamedLeader(context.leadUnitId, units)) return ['unitLeader'];
  return kind === null ? WORKING : WAITS[kind].roles;
}

/** True where an open case that is late on `today` and not parked has nothing armed in its clock: it could lie for ever. Of version 2 there is never one. */
export function isLateWithoutDate(state: Dated, today: Day): boolean {
  if (stageOf(state.value) === 'closed' || !isLateOn(state.context, today)) return false;
  return !state.timers.some(({ id }) => isOfClock(id));
}
