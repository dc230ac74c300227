/** Sends a change of an administrator: busy while it is under way, its refusal kept beside the form, which keeps what was typed. */
import { ref, type Ref } from 'vue';
import { ElMessage } from 'element-plus/es/components/message/index.mjs';
import 'element-plus/es/components/message/style/css';
import { queries } from '../../app/queries.js';

/** `save` resolves to true when the service took the change; lists under `keys` are read again then, and `said` is shown. */
export function useSaving(): {
  busy: Ref<boolean>;
  failed: Ref<unknown>;
  save: (act: () => Promise<unknown>, keys: string[], said: string) => Promise<boolean>;
} {
  const busy = ref(false);
  const failed = ref<unknown>(null);
  return {
    busy,
    failed,
    save: async (act, keys, said) => {
      if (busy.value) return false;
      busy.value = true;
      failed.value = null;
      try {
        await act();
        await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
        ElMessage({ type: 'success', message: said, duration: 4000 });
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
