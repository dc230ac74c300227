/** Who objected by name to what was shown: each is kept encrypted under the id of the command, told by the day and by who took it down. */
import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { answer, api } from '../api/client.js';
import type { CaseShown } from '../api/types.js';
import { sayInstant } from '../language/say.js';

export interface Objector {
  id: string;
  label: string;
}

/** Those of the case, in the order in which they came; asked for by whoever may open them (`isOffice`), where anybody objected. Call in setup. */
export function useObjectors(of: () => CaseShown | undefined, isOffice: () => boolean): ComputedRef<Objector[]> {
  const { t } = useI18n();
  const { data } = useQuery({
    // the history of the page, read once for both
    queryKey: computed(() => ['case', of()?.id, 'history', of()?.version]),
    queryFn: () => answer(api.GET('/api/cases/{id}/history', { params: { path: { id: of()!.id } } })),
    enabled: () => isOffice() && (of()?.course.objections.length ?? 0) > 0,
  });
  return computed(() =>
    (data.value ?? [])
      .filter(({ type, actor, payload }) => type === 'OBJECT' && actor.userId !== null && !('raiserId' in payload))
      .flatMap(({ commandId, at, actor: { name } }) =>
        commandId === null ? [] : { id: commandId, label: t('raiser.objector', { at: sayInstant(at), name }) },
      ),
  );
}
