/** Puts the first page of a leader together: two closure reports, what came since the last look, the lights, and My work; each line with its list. */
import { Injectable } from '@nestjs/common';
import { askFirst, type AskReason, type UnitTroubles } from '../domain/ask-first.js';
import type { Actor } from '../domain/command.js';
import { addDays } from '../domain/day.js';
import type { ListMeasure } from '../domain/report.js';
import { RATE_WORDS } from '../domain/vocabulary/figure-words.js';
import { namesOf, type Language } from '../domain/vocabulary/word.js';
import { ClosureService } from '../reports/closure.service.js';
import { CameSinceStore, type CameCount } from '../store/lists/came-since.store.js';
import { WallStore, type OpenGroup } from '../store/lists/wall.store.js';
import { WorkService } from '../work/work.service.js';
import { BRIEFED_RATES, MOST_MOVED, MOST_TOLD } from './briefing.dto.js';
import type {
  BriefedRate,
  Briefing,
  CameShown,
  MovedUnit,
  ShareShown,
  UnitToAsk,
  WaitingForYou,
} from './briefing.dto.js';
import { changesBetween, SinceService, type Span } from './since.service.js';

const CAME = ['overdue', 'promiseDue', 'promiseBroken'] as const satisfies readonly ListMeasure[];
type Came = (typeof CAME)[number];
type Report = Awaited<ReturnType<ClosureService['closure']>>;
type Rate = Report['total']['measures']['closureRate'];

const RATE_NAMES = namesOf(RATE_WORDS);
/** What a reason counts that came since the last look; the others are lights. */
const MEASURE_OF: Partial<Record<AskReason, Came>> = { promiseBroken: 'promiseBroken', newlyLate: 'overdue' };

@Injectable()
export class BriefingService {
  constructor(
    private readonly since: SinceService,
    private readonly reports: ClosureService,
    private readonly came: CameSinceStore,
    private readonly wall: WallStore,
    private readonly work: WorkService,
  ) {}

  /** What the person reads first, for the units they may see, from the day of their last look on. */
  async of(actor: Actor, language: Language): Promise<Briefing> {
    const span = await this.since.span(actor);
    const { from, today, at } = span;
    const scope = this.since.scopeOf(actor);
    const [before, now, came, open, work] = await Promise.all([
      this.reports.closure(actor, { by: 'unit', asOf: addDays(from, -1) }),
      this.reports.closure(actor, { by: 'unit', asOf: today }),
      this.came.counts(scope, CAME, from, today),
      this.wall.open(scope, new Date(at)),
      this.work.of(actor, language),
    ]);
    const counted = (measure: Came): CameShown => ({
      count: came.find((one) => one.measure === measure && one.unitId === undefined)?.n ?? 0,
      casesHref: hrefOf({ measure, asOf: today, since: from, takenOver: 'exclude' }),
    });
    const { overdue } = now.total.counts;
    const moved = movedUnits(before, now);
    return {
      ...{ lookedAt: span.lookedAt, from, at },
      waiting: waitingOf(work),
      overdue: { count: overdue.count, casesHref: overdue.casesHref },
      newlyLate: counted('overdue'),
      promised: counted('promiseDue'),
      broken: counted('promiseBroken'),
      rates: ratesOf(before, now),
      fell: moved.filter(({ by }) => by < 0).slice(0, MOST_MOVED).map(({ unit }) => unit), // prettier-ignore
      rose: moved.filter(({ by }) => by > 0).slice(-MOST_MOVED).reverse().map(({ unit }) => unit), // prettier-ignore
      ask: unitsToAsk(now, open, came, span),
      changes: changesBetween(before, now),
    };
  }
}

const hrefOf = (query: Record<string, string>): string => `/api/cases?${new URLSearchParams(query).toString()}`;
const shareOf = ({ numerator, denominator, rate }: Rate): ShareShown => ({ numerator, denominator, rate });

function waitingOf({ items, more }: Awaited<ReturnType<WorkService['of']>>): WaitingForYou {
  return {
    ...{ count: items.length, more, late: items.filter(({ wait }) => wait.is === 'late').length },
    items: items.slice(0, MOST_TOLD).map(({ id, number, title, leadUnitId, light, wait, next }) => ({
      ...{ id, number, title, leadUnitId, light, wait, next: next.type, nextLabels: next.labels },
    })),
  };
}

function ratesOf(before: Report, now: Report): BriefedRate[] {
  return BRIEFED_RATES.map((measure) => {
    const rate = now.total.measures[measure];
    const { casesHref, denominatorHref } = rate;
    const was = shareOf(before.total.measures[measure]);
    return { measure, name: RATE_NAMES[measure], before: was, now: shareOf(rate), casesHref, denominatorHref };
  });
}

/** Units whose closure rate is another now, the one that fell furthest first. */
function movedUnits(before: Report, now: Report): { by: number; unit: MovedUnit }[] {
  const was = new Map(before.rows.map(({ key, measures }) => [key, measures.closureRate]));
  return now.rows
    .flatMap(({ key, label, measures: { closureRate } }) => {
      const then = was.get(key);
      if (key === null || then === undefined || then.rate === null || closureRate.rate === null) return [];
      const unit: MovedUnit = { unitId: key, name: label, before: shareOf(then), now: shareOf(closureRate) };
      return [{ by: closureRate.rate - then.rate, unit }];
    })
    .filter(({ by }) => by !== 0)
    .sort((one, other) => one.by - other.by);
}

function unitsToAsk(
  now: Report,
  open: readonly OpenGroup[],
  came: readonly CameCount<Came>[],
  { from, today }: Span,
): UnitToAsk[] {
  const names = new Map(now.rows.map(({ key, label }) => [key, label]));
  const troubles = now.rows.flatMap(({ key: unitId, counts }): UnitTroubles[] => {
    if (unitId === null) return [];
    const since = (measure: Came): number =>
      came.find((one) => one.unitId === unitId && one.measure === measure)?.n ?? 0;
    const burning = (light: string): number =>
      open.reduce((sum, one) => sum + (one.unitId === unitId && one.light === light ? one.n : 0), 0);
    const levels = { talk: burning('talk'), red: burning('red'), orange: burning('orange') };
    const news = { promiseBroken: since('promiseBroken'), newlyLate: since('overdue') };
    return [{ unitId, late: counts.overdue.count, counts: { ...levels, ...news } }];
  });
  const listOf = (leadUnitId: string, what: AskReason): string => {
    const measure = MEASURE_OF[what];
    if (measure === undefined) return hrefOf({ leadUnitId, light: what });
    return hrefOf({ measure, asOf: today, since: from, leadUnitId, takenOver: 'exclude' });
  };
  return askFirst(troubles).map(({ unitId, points, reasons }) => ({
    ...{ unitId, name: names.get(unitId) ?? '', points },
    reasons: reasons.map((reason) => ({ ...reason, casesHref: listOf(unitId, reason.what) })),
  }));
}
