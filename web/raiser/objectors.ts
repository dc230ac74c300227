/** Who objected by name to what was shown: each is kept encrypted under an id of its own, told by the day and by who took it down. */
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { CaseShown } from '../api/types.js';
import { sayInstant } from '../language/say.js';

export interface Objector {
  id: string;
  label: string;
}

/** Those of the case, in the order in which they came, for whoever may open them (`isOffice`). Call in setup. */
export function useObjectors(of: () => CaseShown | undefined, isOffice: () => boolean): ComputedRef<Objector[]> {
  const { t } = useI18n();
  return computed(() =>
    (isOffice() ? (of()?.objectors ?? []) : []).map(({ id, at, takenDownBy: name }) => ({
      id,
      label: t('raiser.objector', { at: sayInstant(at), name }),
    })),
  );
}
