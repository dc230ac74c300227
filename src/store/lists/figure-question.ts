/** The question of the closure report whose figure a list of cases stands behind. */
import type { ListMeasure } from '../../domain/report.js';
import { unitsSeen, type CaseFilter, type Visible } from './case-list.conditions.js';
import type { Split } from '../../domain/words.js';
import { cohorts, type ReportQuestion } from '../reports/report-question.js';

export interface FigureQuestion {
  measure: ListMeasure;
  question: ReportQuestion;
  /** The row of the report; undefined: the total, null: the row of those that have no such property. */
  key: string | null | undefined;
}

/** Undefined where the report does not tell: a list of what came since a day, one that is filtered by more than one row of it, or whose days of
 *  collection cut a month, of which the report would read every delta too. */
export function questionBehind(filter: CaseFilter, visible: Visible): FigureQuestion | undefined {
  const { behind, unitIds, takenOver, from = null, to = null, apart, ...rest } = filter;
  const { leadUnitId, exactCategoryId, source, meetingId, ...others } = rest;
  if (behind === undefined || behind.since !== undefined || cohorts(from, to).ends.length > 0) return undefined;
  if (Object.values(others).some((value) => value !== undefined && value !== '')) return undefined;
  const splits: [Split, string | undefined][] = [
    ['unit', leadUnitId],
    ['category', exactCategoryId],
    ['source', source],
    ['meeting', meetingId],
  ];
  const rows = splits.filter(([, key]) => key !== undefined);
  if (rows.length > 1) return undefined;
  const [by, key] = rows[0] ?? ['unit'];
  const scope = { offices: visible.overseen, units: [...unitsSeen(visible)] };
  return {
    measure: behind.measure,
    question: {
      asOf: behind.asOf,
      from,
      to,
      by,
      scope,
      unitIds: unitIds ?? null,
      takenOver,
      withheld: apart?.now ?? [],
    },
    key: key === 'none' ? null : by === 'source' ? key : key?.toLowerCase(),
  };
}
