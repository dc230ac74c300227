/** What the controls of the list ask for, in words, as it stands on paper above the rows; what a figure asked stands in trail.ts. */
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useCategories, useUnits } from '../../reference-data/reference-data.js';
import { useFilters, type FilterName } from './filters.js';

/** One text a filter that is set; empty where all cases are listed. Call in setup. */
export function useFilterWords(): ComputedRef<string[]> {
  const { t } = useI18n();
  const { textOf } = useFilters();
  const unit = useUnits().nameOf;
  const category = useCategories().nameOf;
  const says: Partial<Record<FilterName, (value: string) => string>> = {
    q: (words) => t('cases.askedText', { words }),
    stage: (value) => named('stage', t(`values.stage.${value}`)),
    light: (value) => named('light', t(`values.light.${value}`)),
    unitId: (value) => named('unit', unit(value)),
    categoryId: (value) => named('category', category(value)),
    source: (value) => named('source', t(`values.source.${value}`)),
    overdue: () => t('cases.overdue'),
  };
  const named = (name: string, value: string): string => t('cases.askedWord', { name: t(`cases.${name}`), value });
  return computed(() =>
    (Object.keys(says) as FilterName[]).filter((name) => textOf(name) !== '').map((name) => says[name]!(textOf(name))),
  );
}
