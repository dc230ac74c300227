/** Puts the wall chart together: rates from the closure report, open cases by light, what moved today. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound } from '../domain/errors.js';
import { visibleUnits } from '../domain/visibility.js';
import { STAGES } from '../domain/words.js';
import { ClosureService } from '../reports/closure.service.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { ReportScope } from '../store/reports/report-question.js';
import { WallStore, type OpenGroup } from '../store/lists/wall.store.js';
import { troubleFirst, WORST_FIRST } from './trouble-first.js';
import { MOST_CHANGES, TOLD, type Told, type Wall, type WallCell, type WallRate, type WallRow } from './wall.dto.js';

/** The worst first; what does not burn last. */

@Injectable()
export class WallService {
  constructor(
    private readonly store: WallStore,
    private readonly reports: ClosureService,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The wall of the units the actor may see; rows as in the closure report by unit, lights for the moment of reading. */
  async wall(actor: Actor): Promise<Wall> {
    const now = this.clock.now();
    const { calendar } = this.referenceData.current();
    const scope = this.scopeOf(actor);
    const day = calendar.dayOf(now);
    const [report, open, { moved, recent }] = await Promise.all([
      this.reports.closure(actor, { by: 'unit', asOf: day }),
      this.store.open(scope, new Date(now)),
      this.store.moved(scope, day, TOLD, MOST_CHANGES),
    ]);
    const row = ({ key, label, counts, measures }: (typeof report.rows)[number], groups: OpenGroup[]): WallRow => ({
      unitId: key,
      name: label,
      cells: cellsOf(groups, counts.resolved.count + counts.unverified.count),
      overdue: counts.overdue.count,
      closureRate: rateOf(measures.closureRate),
    });
    return {
      day,
      at: new Date(now).toISOString(),
      closureRate: rateOf(report.total.measures.closureRate),
      dueAndClosedRate: rateOf(report.total.measures.dueAndClosedRate),
      overdue: report.total.counts.overdue.count,
      rows: troubleFirst(
        report.rows.map((one) =>
          row(
            one,
            open.filter(({ unitId }) => unitId === one.key),
          ),
        ),
      ),
      total: row(report.total, open),
      today: TOLD.flatMap((measure) => moved.filter((one) => one.measure === measure)) as Wall['today'],
      changes: recent.map(({ measure, caseId, number, title, unitId }) => ({
        measure: measure as Told,
        caseId,
        number,
        title,
        unitId,
      })),
    };
  }

  /** Open cases of a unit and all below it that the actor may see, by stage and light; 404 where they see none of the unit. */
  async unit(actor: Actor, id: string): Promise<WallCell[]> {
    const { units } = this.referenceData.current();
    const visible = new Set(this.scopeOf(actor).units);
    if (!visible.has(id)) throw notFound('unit', '单位', id);
    const open = await this.store.open({ offices: [], units: units.subtree(id) }, new Date(this.clock.now()));
    return cellsOf(open, 0).filter(({ stage }) => stage !== 'collected' && stage !== 'closed');
  }

  /** Two actors with the same key see the same wall. */
  keyOf(actor: Actor): string {
    const { offices, units } = this.scopeOf(actor);
    return [offices, units].map((ids) => [...ids].sort().join()).join('|');
  }

  /** Something that differs after every change of the database. */
  mark(): Promise<string> {
    return this.store.mark();
  }

  private scopeOf(actor: Actor): ReportScope {
    const { overseen, worked } = visibleUnits(actor, this.referenceData.current().units);
    return { offices: overseen, units: [...new Set([...overseen, ...worked])] };
  }
}

const rateOf = ({ numerator, denominator, rate }: WallRate): WallRate => ({ numerator, denominator, rate });

function cellsOf(groups: readonly OpenGroup[], closed: number): WallCell[] {
  return STAGES.map((stage) => {
    if (stage === 'closed') return { stage, count: closed, lights: [] };
    const here = groups.filter((group) => group.stage === stage);
    const count = (of: readonly OpenGroup[]): number => of.reduce((sum, { n }) => sum + n, 0);
    const lights = WORST_FIRST.map((light) => ({ light, count: count(here.filter((group) => group.light === light)) }));
    return { stage, count: count(here), lights: lights.filter((one) => one.count > 0) };
  });
}
