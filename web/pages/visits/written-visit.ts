/** What is typed of a visit and how long the call lasts, kept as a draft or in the outbox; a visit to another raiser is another draft. */
import { computed, type ComputedRef } from 'vue';
import type { CaseShown } from '../../api/types.js';
import type { Values } from '../../form/check-form.js';
import { useDraft } from '../../form/draft.js';
import { stepOf } from '../../form/step.js';
import type { Outgoing } from '../../outbox/outbox-store.js';
import { useReopened } from '../../outbox/reopened.js';
import { useCallTimer, type Timed } from './call-timer.js';

export interface WrittenVisit {
  values: Values;
  timed: Timed;
}

const SPOKEN = ['phone', 'online'];

/** The draft, its clock, and what of it is to be sent. Call in setup. */
export function useWrittenVisit(of: CaseShown, raiserId: string | undefined, again: Outgoing | undefined) {
  const initial = (): WrittenVisit => ({
    values: { method: of.raisedOutside ? 'phone' : 'onSite' },
    timed: { seconds: 0, since: null },
  });
  const kept =
    again === undefined
      ? useDraft<WrittenVisit>(draftOf(of, raiserId), initial)
      : useReopened<WrittenVisit>(
          again,
          ({ durationSeconds, ...rest }) => ({
            values: rest,
            timed: { seconds: Number(durationSeconds ?? 0), since: null },
          }),
          ({ values: typed, timed }) => ({
            ...typed,
            ...(timed.seconds > 0 ? { durationSeconds: timed.seconds } : {}),
          }),
        );
  const { draft } = kept;
  const values: ComputedRef<Values> = computed(() => draft.value.values);
  const timer = useCallTimer(
    computed({ get: () => draft.value.timed, set: (timed) => (draft.value = { ...draft.value, timed }) }),
  );
  const isUnreached = computed(() => values.value['outcome'] === 'unreachable');
  const isSpoken = computed(() => SPOKEN.includes(String(values.value['method'])));
  /** Only what was asked: nobody who was not reached has rated anything. */
  function sendable(): Values {
    const { satisfaction, ratings, nextAttemptOn, ...rest } = values.value;
    return {
      ...rest,
      ...(raiserId === undefined ? {} : { raiserId }),
      ...(isSpoken.value && timer.seconds.value > 0 ? { durationSeconds: timer.seconds.value } : {}),
      ...(isUnreached.value ? { nextAttemptOn } : { satisfaction, ratings }),
    };
  }
  return { kept, values, timer, isUnreached, isSpoken, sendable };
}

/** Of several raisers each has a draft of their own, which a visit to another one does not end. */
function draftOf(of: CaseShown, raiserId: string | undefined): string {
  if (raiserId === undefined) return stepOf(of, 'RECORD_VISIT');
  const visits = of.visits.filter((visit) => visit.raiserId === raiserId);
  return `${stepOf({ ...of, visits }, 'RECORD_VISIT')}.${raiserId}`;
}
