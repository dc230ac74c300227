/** The opinions typed at the desk: kept on this computer, logged together, and never twice. */
import { useQueryClient } from '@tanstack/vue-query';
import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue';
import { answer, api } from '../../api/client.js';
import { useDraft } from '../../form/draft.js';
import type { Choice } from './choice.js';
import { leaveField } from './grid-keys.js';
import { portions, rememberSimilar, type Meeting } from './meeting.js';
import { faultOf, isBlank, resolved, stillToLog, type DraftOpinion } from './opinion-draft.js';

export interface Logging {
  rows: Ref<DraftOpinion[]>;
  /** How many rows were there from an earlier visit. */
  restored: Ref<number>;
  filled: ComputedRef<DraftOpinion[]>;
  /** Filled rows that cannot be logged as they are. */
  faulty: ComputedRef<number>;
  /** Show what keeps rows from being logged. */
  checked: Ref<boolean>;
  busy: Ref<boolean>;
  failed: Ref<unknown>;
  /** How many the last logging took. */
  logged: Ref<number>;
  log: () => Promise<void>;
}

/** Call in setup. `after` runs once all were logged; `toFault` puts the cursor where the first row lacks something. */
export function useLogging(
  meetingId: string,
  meeting: Ref<Meeting | undefined>,
  lists: { speakers: ComputedRef<Choice[]>; categories: ComputedRef<Choice[]> },
  {
    refetch,
    toFault,
    after,
  }: {
    refetch: () => Promise<unknown>;
    toFault: (row: number, col: number) => unknown;
    after: () => unknown;
  },
): Logging {
  const client = useQueryClient();
  const { draft: rows } = useDraft<DraftOpinion[]>(`meeting.${meetingId}.opinions`, () => []);
  const restored = ref(rows.value.filter((one) => !isBlank(one)).length);

  // an answer that was lost on its way: what the service has is not logged again
  watch(meeting, (now) => now && (rows.value = stillToLog(rows.value, now.opinions)), { immediate: true });

  const filled = computed(() => rows.value.filter((one) => !isBlank(one)));
  const checked = ref(false);
  const busy = ref(false);
  const failed = ref<unknown>(null);
  const logged = ref(0);
  const faulty = computed(() => filled.value.filter((one) => faultOf(one) !== null).length);

  async function log(): Promise<void> {
    if (busy.value || filled.value.length === 0) return;
    await leaveField();
    rows.value = rows.value.map((one) => resolved(one, lists.speakers.value, lists.categories.value));
    checked.value = true;
    const first = rows.value.findIndex((one) => !isBlank(one) && faultOf(one) !== null);
    if (first >= 0) {
      await nextTick();
      toFault(first, faultOf(rows.value[first]!)!.col);
      return;
    }
    busy.value = true;
    failed.value = null;
    logged.value = 0;
    let count = 0;
    try {
      for (const some of portions(filled.value)) {
        const body = some.map(({ id: opinionId, speakerId, text, categoryId }) => ({
          id: opinionId,
          participantId: speakerId === '' ? null : speakerId,
          text: text.trim(),
          categoryId: categoryId === '' ? null : categoryId,
        }));
        const taken = await answer(
          api.POST('/api/meetings/{id}/opinions', { params: { path: { id: meetingId } }, body }),
        );
        taken.forEach(({ similar }, at) => rememberSimilar(some[at]!.text, similar));
        const sent = new Set(some.map((one) => one.id));
        rows.value = rows.value.filter((one) => !sent.has(one.id));
        count += some.length;
      }
      checked.value = false;
      restored.value = 0;
      logged.value = count;
    } catch (problem) {
      failed.value = problem;
    } finally {
      busy.value = false;
      if (count > 0) {
        void client.invalidateQueries({ queryKey: ['meetings'] });
        await refetch();
        if (failed.value === null) await nextTick(after);
      }
    }
  }
  return { rows, restored, filled, faulty, checked, busy, failed, logged, log };
}
