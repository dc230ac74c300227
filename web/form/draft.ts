/** What somebody is typing, kept on this device until it is sent: a closed tab loses nothing. */
import { ref, watch, type Ref } from 'vue';
import { user } from '../session/session.js';

/** A value that survives closing the page, for this person and this `key`. `clear` forgets it and starts from `initial` again. */
export function useDraft<T>(
  key: string,
  initial: () => T,
): { draft: Ref<T>; wasKept: Ref<boolean>; clear: () => void } {
  const at = `xiaohao.draft.${user.value?.id ?? ''}.${key}`;
  const kept = read<T>(at);
  const draft = ref(kept ?? initial()) as Ref<T>;
  const wasKept = ref(kept !== undefined);
  const write = (): void => {
    try {
      const text = JSON.stringify(draft.value);
      if (text === JSON.stringify(initial())) localStorage.removeItem(at);
      else localStorage.setItem(at, text);
    } catch {
      // a full or forbidden store: the draft lives as long as the page
    }
  };
  watch(draft, write, { deep: true });
  const clear = (): void => {
    draft.value = initial();
    wasKept.value = false;
  };
  return { draft, wasKept, clear };
}

function read<T>(at: string): T | undefined {
  try {
    const text = localStorage.getItem(at);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
