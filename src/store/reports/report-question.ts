/** What a report is asked, as SQL conditions over deltas and rollup rows. */
import type { Day } from '../../domain/day.js';
import { addDays } from '../../domain/day.js';
import { monthOf } from '../../domain/report.js';
import type { Split } from '../../domain/words.js';

/** Whose cases may be counted: those whose office lies in `offices` or whose lead unit in `units`. */
export interface ReportScope {
  offices: readonly string[];
  units: readonly string[];
}

export interface ReportQuestion {
  asOf: Day;
  /** First and last day of collection. */
  from: Day | null;
  to: Day | null;
  by: Split;
  scope: ReportScope;
  /** Lead units; null: all, unassigned cases included. */
  unitIds: readonly string[] | null;
  takenOver: 'include' | 'exclude';
  /** By meeting: lead units of whose cases the reader must not learn the meeting; they count under WITHHELD. */
  withheld?: readonly string[];
}

/** The key of what counts under a meeting that the reader must not learn: in the total, and in no row. */
export const WITHHELD = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Values of one statement and the marks that stand for them. */
export class Binder {
  readonly values: unknown[] = [];

  /** The mark that stands for the value, with its type: `$3::uuid[]`. */
  bind(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

export const NIL = '00000000-0000-0000-0000-000000000000';

export interface Window {
  from: Day;
  to: Day;
}

/** The window of collection days: `whole` months, which the rollup knows, and the ragged ends, which it does not. */
export function cohorts(from: Day | null, to: Day | null): { whole: Window | null; ends: Window[] } {
  const window: Window = { from: from ?? '0001-01-01', to: to ?? '9999-12-31' };
  if (window.from > window.to) return { whole: null, ends: [] };
  // At the ends of the calendar there is no month before or after to count from.
  if (window.to < '0002-01-01' || window.from > '9998-12-31') return { whole: null, ends: [window] };
  const [first, last] = [monthOf(window.from), monthOf(window.to)];
  const start = window.from === first.first ? window.from : addDays(first.last, 1);
  const end = window.to === last.last ? window.to : addDays(last.first, -1);
  if (start > window.to) return { whole: null, ends: [window] };
  const ends: Window[] = [];
  if (window.from < start) ends.push({ from: window.from, to: addDays(start, -1) });
  if (window.to > end) ends.push({ from: addDays(end, 1), to: window.to });
  return { whole: start > end ? null : { from: start, to: end }, ends };
}

/** True for what is charged to a unit beside another one that the question covers too: a total counts it there. `seen` are the lead units whose
 *  deltas the question covers whatever their office, `d` is the alias, of deltas or of rollup rows. */
export function countedTwice(
  { scope, unitIds }: Pick<ReportQuestion, 'scope' | 'unitIds'>,
  bind: Binder,
  d = 'd',
): string {
  const asked = unitIds === null ? undefined : new Set(unitIds);
  const seen = asked === undefined ? scope.units : scope.units.filter((unit) => asked.has(unit));
  const offices = bind.bind(scope.offices, 'uuid[]');
  const ofOffice = unitIds === null ? 'true' : `${d}.beside && ${bind.bind(unitIds, 'uuid[]')}`;
  return `(${d}.beside <> '{}' AND CASE WHEN ${d}.office_unit_id = ANY(${offices}) THEN ${ofOffice} ELSE ${d}.beside && ${bind.bind(seen, 'uuid[]')} END) IS TRUE`;
}

/** Conditions on deltas for scope, units and takeovers; `d` is the alias. */
export function deltaConditions(
  question: Pick<ReportQuestion, 'scope' | 'unitIds' | 'takenOver'>,
  bind: Binder,
  d = 'd',
): string[] {
  const { scope, unitIds, takenOver } = question;
  const offices = bind.bind(scope.offices, 'uuid[]');
  const units = bind.bind(scope.units, 'uuid[]');
  return [
    `(${d}.office_unit_id = ANY(${offices}) OR ${d}.unit_id = ANY(${units}))`,
    ...(unitIds === null ? [] : [`${d}.unit_id = ANY(${bind.bind(unitIds, 'uuid[]')})`]),
    ...(takenOver === 'exclude' ? [`NOT ${d}.taken_over`] : []),
  ];
}
