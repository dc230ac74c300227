/** What the filters of the list ask for, in words, as it stands on paper above the rows. */
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { sayDay } from '../../language/say.js';
import { useCategories, useUnits } from '../../reference-data/reference-data.js';
import { useFilters, type FilterName } from './filters.js';

/** Filters that come from a figure of the report and have no name in the list. */
const OF_REPORT: readonly FilterName[] = ['measure', 'outcome', 'track', 'takenOver', 'meetingId', 'planId'];

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
    leadUnitId: (value) => named('unit', value === 'none' ? '—' : unit(value)),
    categoryId: (value) => named('category', category(value)),
    exactCategoryId: (value) => named('category', category(value)),
    source: (value) => named('source', t(`values.source.${value}`)),
    overdue: () => t('cases.overdue'),
    asOf: (day) => t('cases.askedAsOf', { day: sayDay(day) }),
    since: (day) => t('cases.askedSince', { day: sayDay(day) }),
    from: (day) => t('cases.askedFrom', { day: sayDay(day) }),
    to: (day) => t('cases.askedTo', { day: sayDay(day) }),
  };
  const named = (name: string, value: string): string => t('cases.askedWord', { name: t(`cases.${name}`), value });
  return computed(() => [
    ...(Object.keys(says) as FilterName[])
      .filter((name) => textOf(name) !== '')
      .map((name) => says[name]!(textOf(name))),
    ...(OF_REPORT.some((name) => textOf(name) !== '') ? [t('cases.askedMore')] : []),
  ]);
}
