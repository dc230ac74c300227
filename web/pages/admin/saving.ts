/** Sends a change of an administrator, and says so when it is done. */
import type { Ref } from 'vue';
import { ElMessage } from 'element-plus/es/components/message/index.mjs';
import 'element-plus/es/components/message/style/css';
import { queries } from '../../app/queries.js';
import { useDeed } from '../../form/use-deed.js';

/** `save` resolves to true when the service took the change; lists under `keys` are read again then, and `said` is shown. */
export function useSaving(): {
  busy: Ref<boolean>;
  failed: Ref<unknown>;
  save: (act: () => Promise<unknown>, keys: string[], said: string) => Promise<boolean>;
} {
  const { busy, failed, act: deed } = useDeed();
  return {
    busy,
    failed,
    save: (act, keys, said) =>
      deed(async () => {
        await act();
        await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
        ElMessage({ type: 'success', message: said, duration: 4000 });
      }),
  };
}
