/** Answers the closure report: who may see what, the sums, and the names of the rows. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import { malformed, notFound, Refused } from '../domain/errors.js';
import { added, isNeverNegative, type Sums } from '../domain/report.js';
import { tiesOf } from '../domain/separation.js';
import type { UnitTree } from '../domain/units.js';
import { SOURCE_WORDS } from '../domain/vocabulary/case-words.js';
import { NONE_WORDS } from '../domain/vocabulary/figure-words.js';
import { requireByMeeting, visibleUnits } from '../domain/visibility.js';
import { SOURCES, type Split } from '../domain/words.js';
import { unitsOn, type ReferenceData } from '../engine/env.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { WITHHELD, type ReportQuestion } from '../store/reports/report-question.js';
import { ReportStore, type ReportGroup, type ReportSums } from '../store/reports/report.store.js';
import { CLOSURE_WORDS } from './closure-words.js';
import { closureRow, type Asked, type RowSums } from './closure-row.js';
import type {
  ClosureQuery,
  ClosureReport,
  ClosureTrend,
  ClosureTrendQuery,
  NeverNegativeUnit,
  RateShown,
  TrendRateShown,
} from './closure.dto.js';
import { monthEnds } from './month-ends.js';

/** Months before that of the day asked for whose last days a trend shows. */
const TREND_MONTHS = 12;

@Injectable()
export class ClosureService {
  constructor(
    private readonly reports: ReportStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The report over the units the actor may see. Refuses the split by meeting to those who act for a unit (403), a day ahead (422), from after to (400), an unknown unit (404). */
  async closure(actor: Actor, query: ClosureQuery): Promise<ClosureReport> {
    if (query.by === 'meeting') requireByMeeting(actor);
    const unitId = query.unitId?.toLowerCase() ?? null;
    let [refs, version] = [this.referenceData.current(), this.referenceData.version()];
    if (unitId !== null && refs.units.get(unitId) === undefined) {
      [refs, version] = [await this.referenceData.refresh(), this.referenceData.version()];
    }
    for (;;) {
      const { question, asked } = this.questionOf(actor, query, unitId, refs);
      const sums = await this.reports.sums(question);
      // The sums say which units, categories and calendar they were read under: under newer ones it is asked again.
      if (sums.refs <= version) return reportOf(asked, sums, this.unitsOn(asked.asOf, refs));
      [refs, version] = [await this.referenceData.refresh(sums.refs), this.referenceData.version()];
    }
  }

  /** The closure rates as they stood at the ends of the twelve months before, and at the end of the day asked for; refuses what the report
   *  refuses. One day after the other: a trend takes no more connections than a report. */
  async trend(actor: Actor, query: ClosureTrendQuery): Promise<ClosureTrend> {
    const { calendar } = this.referenceData.current();
    const { asOf = calendar.dayOf(this.clock.now()) } = query;
    const points: ClosureTrend['points'] = [];
    // The day asked for first: a day ahead is refused before anything is counted.
    for (const day of [asOf, ...monthEnds(asOf, TREND_MONTHS).reverse()]) {
      const { measures } = (await this.closure(actor, { ...query, asOf: day, by: 'source' })).total;
      const { closureRate, dueAndClosedRate } = measures;
      points.unshift({ asOf: day, closureRate: bare(closureRate), dueAndClosedRate: bare(dueAndClosedRate) });
    }
    return { points };
  }

  /** The units as a report of the day shows them. */
  unitsOn(day: Day, refs: ReferenceData = this.referenceData.current()): UnitTree {
    return unitsOn(refs, day, refs.calendar.dayOf(this.clock.now()));
  }

  private questionOf(
    actor: Actor,
    query: ClosureQuery,
    unitId: string | null,
    refs: ReferenceData,
  ): { question: ReportQuestion; asked: Asked } {
    const today = refs.calendar.dayOf(this.clock.now());
    const { from = null, to = null, asOf = today, by = 'unit', takenOver = 'exclude' } = query;
    if (asOf > today) {
      throw new Refused(422, 'report.asOfAhead', `统计日期 ${asOf} 尚未到来`, `The day ${asOf} has not come yet`);
    }
    if (from !== null && to !== null && from > to) {
      throw malformed('开始日期晚于结束日期', 'from is after to', { fields: ['from', 'to'] });
    }
    if (unitId !== null && refs.units.get(unitId) === undefined) throw notFound('unit', '单位', unitId);
    const { overseen, worked } = visibleUnits(actor, refs.units);
    const scope = { offices: overseen, units: [...new Set([...overseen, ...worked])] };
    // Whom the reader may see is a question of today; which units stood below another, one of that day.
    const unitIds = unitId === null ? null : this.unitsOn(asOf, refs).subtree(unitId);
    const withheld = by === 'meeting' ? tiesOf(actor, refs.units).now : [];
    return {
      question: { asOf, from, to, by, scope, unitIds, takenOver, withheld },
      asked: { asOf, from, to, by, unitId, takenOver },
    };
  }
}

/** A rate without the addresses of what is behind it. */
const bare = ({ numerator, denominator, rate }: RateShown): TrendRateShown => ({ numerator, denominator, rate });

function reportOf(asked: Asked, sums: ReportSums, units: UnitTree): ClosureReport {
  const { asOf, from, to, by } = asked;
  const labels = labelsOf(by, units, sums);
  const parts = partsByKey(sums);
  const rows = keysInOrder(sums.groups, labels).map((key) =>
    closureRow(
      asked,
      key,
      key === null ? NONE_WORDS[by]['zh-CN'] : (labels.get(key) ?? key),
      rowSums(parts.get(key)!, units),
    ),
  );
  return {
    asOf,
    from,
    to,
    by,
    rows,
    total: closureRow(asked, undefined, CLOSURE_WORDS['zh-CN'].total, rowSums(sums, units, sums.doubled)),
  };
}

/** Names of the rows, in the order in which they are shown. */
function labelsOf(by: Split, units: UnitTree, { groups, labels }: ReportSums): Map<string, string> {
  if (by === 'unit') return new Map(units.all().map(({ id, name }) => [id, name]));
  if (by === 'source') return new Map(SOURCES.map((source) => [source, SOURCE_WORDS[source]['zh-CN']]));
  if (by === 'month') {
    const months = groups.flatMap(({ key }) => key ?? []).sort();
    return new Map(months.map((month) => [month, month]));
  }
  return new Map(labels);
}

/** True for a row that has a figure; that rows were taken over later, and left out, makes none. */
const hasFigures = ({ sums }: ReportGroup): boolean => Object.keys(sums).some((name) => name !== 'takenOverClosed');

/** The keys with any figure: in the order of the labels, those without a label next, the row of those that have none last. */
function keysInOrder(groups: readonly ReportGroup[], labels: ReadonlyMap<string, string>): (string | null)[] {
  const present = new Set(groups.filter(hasFigures).map(({ key }) => key));
  present.delete(WITHHELD);
  const known = [...labels.keys()].filter((key) => present.has(key));
  const unknown = [...present].filter((key) => key !== null && !labels.has(key)).sort();
  return [...known, ...unknown, ...(present.has(null) ? [null] : [])];
}

type Parts = Pick<ReportSums, 'groups' | 'units' | 'closings'>;

/** What belongs to each key of the report. */
function partsByKey(sums: ReportSums): Map<string | null, Parts> {
  const parts = new Map<string | null, Parts>();
  for (const group of sums.groups) parts.set(group.key, { groups: [group], units: [], closings: [] });
  for (const unit of sums.units) parts.get(unit.key)?.units.push(unit);
  for (const closing of sums.closings) parts.get(closing.key)?.closings.push(closing);
  return parts;
}

/** `doubled`: what several of these rows count and all together count once. */
function rowSums(parts: Parts, units: UnitTree, doubled: Sums = {}): RowSums {
  const all = parts.groups.reduce<Sums>((sum, group) => added(sum, group.sums), {});
  const sums = added(all, doubled, -1);
  const byUnit = new Map<string, Sums>();
  for (const unit of parts.units) byUnit.set(unit.unitId, added(byUnit.get(unit.unitId) ?? {}, unit.sums));
  const closings = new Map<number, number>();
  for (const [days, n] of parts.closings.flatMap((list) => list.closings)) {
    closings.set(days, (closings.get(days) ?? 0) + n);
  }
  const neverNegative = [...byUnit]
    .filter(([, of]) => isNeverNegative(of))
    .map(([id, of]): NeverNegativeUnit => ({
      id,
      name: units.get(id)?.name ?? id,
      visits: of.visitAnswered ?? 0,
    }));
  return { sums, closings, neverNegative };
}
