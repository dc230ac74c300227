/** What somebody is typing, with its photographs, kept encrypted on this device until it is sent: a closed tab loses nothing, and what was sent is
 *  gone before anything else can be written. */
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { inHandOf, withoutBytes, type FileInHand, type KeptFile } from '../keeping/kept-files.js';
import { forgetText, isKept, keepText, keptText, placeOf } from '../keeping/kept-texts.js';
import { allReady, madeReady, makingReady } from '../keeping/making-ready.js';

/** What lies in the browser for one draft. */
export interface KeptDraft<T> {
  value: T;
  files: KeptFile[];
}

export interface Written<T> {
  draft: Ref<T>;
  files: Ref<FileInHand[]>;
  /** True while it holds what was written before the form was opened. */
  wasKept: Ref<boolean>;
  /** True once another tab has sent it, or cleared it: the form is empty then. */
  endedElsewhere: Ref<boolean>;
  /** Where it lies; names it in the outbox. */
  place: string;
  /** Writes down at once what was typed last. */
  flush: () => void;
  /** The outbox has it: it lies here no longer. What the form shows stays until it is known what came of it. */
  handOver: () => void;
  /** It was refused before anybody's eyes: it lies here again. */
  takeBack: () => void;
  /** Forgets it, also when the form is no longer there, and starts from `initial` again. */
  clear: () => void;
}

/** Typing is written down this long after it paused, and at once when the page is left; milliseconds. */
const PAUSE = 200;

/** A value that survives closing the page, for this person and this name. Call in setup. A draft belongs to one step: the name says which
 *  (`stepOf`), so that a second one never starts from the first. */
export function useDraft<T>(name: string, initial: () => T): Written<T> {
  const place = placeOf(name);
  const found = keptText<KeptDraft<T>>(place)?.value;
  const first = initial();
  const draft = ref(found?.value ?? first) as Ref<T>;
  const files = shallowRef<FileInHand[]>([]);
  const wasKept = ref(found !== undefined);
  const endedElsewhere = ref(false);
  let blank = textOf(first, []);
  let known = found === undefined ? blank : textOf(found.value, found.files);
  let isStored = found !== undefined;
  let isHandedOver = false;
  let timer: number | undefined;
  /** Files whose bytes are still being read: they belong to the draft already. */
  let reading: KeptFile[] = [];

  function write(): void {
    window.clearTimeout(timer);
    timer = undefined;
    const listed = [...reading, ...files.value.map(withoutBytes)];
    const text = textOf(draft.value, listed);
    if (isHandedOver || text === known) return;
    if (isStored && !isKept(place)) return ended();
    known = text;
    if (text === blank) forgetText(place);
    isStored = text !== blank && keepText(place, { value: draft.value, files: listed });
  }
  const soon = (): void => void (timer ??= window.setTimeout(write, PAUSE));
  const atOnce = (): void => void (timer !== undefined && write());

  function readFiles(listed: KeptFile[]): Promise<void> {
    reading = listed;
    files.value = [];
    return madeReady(listed.length, async () => {
      const there = await inHandOf(listed);
      if (reading !== listed) return;
      reading = [];
      files.value = [...there, ...files.value];
    });
  }
  function startAgain(): void {
    window.clearTimeout(timer);
    timer = undefined;
    const value = initial();
    blank = known = textOf(value, []);
    isStored = isHandedOver = wasKept.value = false;
    reading = [];
    draft.value = value;
    files.value = [];
  }
  function ended(): void {
    startAgain();
    endedElsewhere.value = true;
  }
  /** Files that were still being made ready when the form was closed belong to the draft all the same. */
  async function takeLate(): Promise<void> {
    const before = new Set([...reading, ...files.value].map(({ id }) => id));
    await allReady();
    const late = files.value.filter(({ id }) => !before.has(id)).map(withoutBytes);
    const now = keptText<KeptDraft<T>>(place)?.value;
    if (late.length === 0 || isHandedOver || (now === undefined && isStored)) return;
    keepText(place, { value: now?.value ?? draft.value, files: [...(now?.files ?? []), ...late] });
    // a form that was opened again meanwhile hears of it as of another tab's
    window.dispatchEvent(new StorageEvent('storage', { key: place }));
  }
  /** Two tabs with the same form show the same draft. */
  function heard({ key }: StorageEvent): void {
    if (key !== place || isHandedOver) return;
    const other = keptText<KeptDraft<T>>(place)?.value;
    if (other === undefined) return void (isStored && !isKept(place) && ended());
    window.clearTimeout(timer);
    timer = undefined;
    known = textOf(other.value, other.files);
    isStored = true;
    endedElsewhere.value = false;
    draft.value = other.value;
    void readFiles(other.files);
  }

  watch([draft, files], soon, { deep: true, flush: 'sync' });
  window.addEventListener('storage', heard);
  window.addEventListener('pagehide', atOnce);
  document.addEventListener('visibilitychange', atOnce);
  onScopeDispose(() => {
    atOnce();
    window.removeEventListener('storage', heard);
    window.removeEventListener('pagehide', atOnce);
    document.removeEventListener('visibilitychange', atOnce);
    if (makingReady.value > 0) void takeLate();
  });
  if (found !== undefined && found.files.length > 0) void readFiles(found.files);

  return {
    draft,
    files,
    wasKept,
    endedElsewhere,
    place,
    flush: atOnce,
    handOver: () => {
      window.clearTimeout(timer);
      timer = undefined;
      isHandedOver = true;
      isStored = false;
      forgetText(place);
    },
    takeBack: () => {
      isHandedOver = false;
      known = '';
      write();
    },
    clear: () => {
      // after it was handed over, what lies there is the next one, begun while this one was on its way
      if (!isHandedOver) forgetText(place);
      startAgain();
      endedElsewhere.value = false;
    },
  };
}

const textOf = (value: unknown, files: readonly KeptFile[]): string => JSON.stringify([value, files]);
