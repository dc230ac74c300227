/** A command of the outbox, opened again in its form: what is changed there stays in the outbox until it is sent or given up. */
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { inHandOf, withoutBytes, type FileInHand } from '../keeping/kept-files.js';
import { madeReady } from '../keeping/making-ready.js';
import type { Outgoing } from './outbox-store.js';
import { change } from './outbox.js';

export interface Reopened<T> {
  draft: Ref<T>;
  files: Ref<FileInHand[]>;
  wasKept: Ref<boolean>;
  endedElsewhere: Ref<boolean>;
  /** The one in the outbox as it is now; what is sent takes its place. */
  one: Ref<Outgoing>;
  /** From now on it is sent, and no longer changed here. */
  letGo: () => void;
  /** It was refused again, under this id. */
  cameBack: (id: string, refused: Outgoing['refused']) => void;
}

/** Typing is written down this long after it paused; milliseconds. */
const PAUSE = 400;

/** Call in setup. `toForm` makes what the form shows of the payload, `toPayload` the other way round. */
export function useReopened<T>(
  kept: Outgoing,
  toForm: (payload: Record<string, unknown>) => T,
  toPayload: (value: T) => Record<string, unknown>,
): Reopened<T> {
  const one = shallowRef(kept);
  const draft = ref(toForm({ ...kept.payload })) as Ref<T>;
  const files = shallowRef<FileInHand[]>([]);
  let isGone = false;
  let isReading = true;
  let timer: number | undefined;

  function write(): void {
    window.clearTimeout(timer);
    timer = undefined;
    if (isGone || isReading) return;
    one.value = { ...one.value, payload: toPayload(draft.value), files: files.value.map(withoutBytes) };
    void change(one.value).catch(() => undefined);
  }
  void madeReady(kept.files.length, async () => {
    files.value = await inHandOf(kept.files);
    isReading = false;
  });
  watch([draft, files], () => (timer ??= window.setTimeout(write, PAUSE)), { deep: true });
  onScopeDispose(() => void (timer !== undefined && write()));
  return {
    draft,
    files,
    wasKept: ref(false),
    endedElsewhere: ref(false),
    one,
    letGo: () => {
      window.clearTimeout(timer);
      isGone = true;
    },
    cameBack: (id, refused) => {
      one.value = { ...one.value, id, ...(refused === undefined ? {} : { refused }) };
      isGone = false;
    },
  };
}
