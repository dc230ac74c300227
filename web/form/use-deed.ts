/** One deed at a time: busy while it is under way, its refusal kept beside the form, which keeps what was typed. */
import { ref, type Ref } from 'vue';

/** `act` resolves to true when the deed was done; false where it was refused, which `failed` tells, or another was under way. */
export function useDeed(): {
  busy: Ref<boolean>;
  failed: Ref<unknown>;
  act: (deed: () => Promise<unknown>) => Promise<boolean>;
} {
  const busy = ref(false);
  const failed = ref<unknown>(null);
  return {
    busy,
    failed,
    act: async (deed) => {
      if (busy.value) return false;
      busy.value = true;
      failed.value = null;
      try {
        await deed();
        return true;
      } catch (error) {
        failed.value = error;
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
