/** The lines of a table of the report: its rows, and below them the total. */
import { useI18n } from 'vue-i18n';
import type { Report, ReportRow, Split } from './closure-report.js';
import { useRowLabel } from './row-label.js';

export interface ReportLine {
  row: ReportRow;
  label: string;
  /** The same row of the day it is compared with. */
  earlier: ReportRow | undefined;
  isTotal: boolean;
}

/** Call in setup; what it answers makes the lines of these rows of the report. */
export function useReportLines(): (
  report: Report,
  rows: readonly ReportRow[],
  earlier?: Report | undefined,
) => ReportLine[] {
  const { t } = useI18n();
  const labelOf = useRowLabel();
  return (report, rows, earlier) => [
    ...rows.map((row) => ({
      row,
      label: labelOf(row, report.by as Split),
      earlier: earlier?.rows.find(({ key }) => key === row.key),
      isTotal: false,
    })),
    { row: report.total, label: t('report.total'), earlier: earlier?.total, isTotal: true },
  ];
}
