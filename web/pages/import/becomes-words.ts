/** What a row will be, in words: the short line beside it, and which case it belongs to. */
import { useI18n } from 'vue-i18n';
import { sayDay } from '../../language/say.js';
import type { DraftRow } from './draft.js';
import { inWords } from './in-words.js';

/** Call in setup. */
export function useBecomesWords(): {
  /** The case or the row that it joins; empty where it stands for itself. */
  into: (row: DraftRow) => string;
  /** Unit, due day and state; for a row that brings nothing in, why. */
  line: (row: DraftRow) => string;
} {
  const { t } = useI18n();
  const into = ({ caseNumber, joinsLine }: DraftRow): string => {
    if (caseNumber !== null) return caseNumber;
    return joinsLine === null ? '' : t('ledgerImport.row.joinsLine', { line: joinsLine });
  };
  const line = (row: DraftRow): string => {
    if (row.becomes === 'asked') return inWords(row.doubts[0]);
    if (row.becomes === 'changed')
      return row.changes
        .map(({ field, to }) => `${t(`ledgerImport.field.${field}`)} → ${to ?? '—'}`)
        .join(t('shell.paper.and'));
    if (row.becomes !== 'new') return inWords(row.why);
    return [
      row.unit ?? t('ledgerImport.row.noUnit'),
      row.state === null ? '' : t(`ledgerImport.state.${row.state}`),
      row.state === 'open' && row.dueOn !== null ? t('ledgerImport.row.due', { day: sayDay(row.dueOn) }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
  return { into, line };
}
