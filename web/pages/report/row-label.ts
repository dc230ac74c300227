/** What a row of the report is called in the reader's language. */
import { useI18n } from 'vue-i18n';
import { language } from '../../language/current.js';
import { useCategories } from '../../reference-data/reference-data.js';
import type { ReportRow, Split } from './closure-report.js';

/** Call in setup. Units and meetings have one name; sources, categories and months one in each language. */
export function useRowLabel(): (row: ReportRow, by: Split) => string {
  const { t } = useI18n();
  const { nameOf } = useCategories();
  return ({ key, label }, by) => {
    if (key === null) return t(`report.none.${by}`);
    if (by === 'source') return t(`values.source.${key}`);
    if (by === 'category') return nameOf(key);
    if (by === 'month')
      return new Intl.DateTimeFormat(language.value, { timeZone: 'UTC', year: 'numeric', month: 'short' }).format(
        new Date(`${key}-01T00:00:00Z`),
      );
    return label;
  };
}
