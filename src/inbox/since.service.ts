/** What changed since somebody last looked, on whichever computer that was: the figures of the report then and now. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { addDays, type Day, latest } from '../domain/day.js';
import { COUNT_WORDS } from '../domain/vocabulary/figure-words.js';
import { namesOf } from '../domain/vocabulary/word.js';
import { visibleUnits } from '../domain/visibility.js';
import { ClosureService } from '../reports/closure.service.js';
import { DigestStore } from '../store/messages/digest.store.js';
import type { ReportScope } from '../store/reports/report-question.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { CHANGES, type ChangeShown, type SinceShown } from './since.dto.js';

/** Whoever was away longer learns of the last so many days. */
const MOST_DAYS = 92;
const NAMES = namesOf(COUNT_WORDS);
type Report = Awaited<ReturnType<ClosureService['closure']>>;

export interface Span extends Pick<SinceShown, 'lookedAt' | 'at'> {
  /** The first and the last of the days. */
  from: Day;
  today: Day;
}

@Injectable()
export class SinceService {
  constructor(
    private readonly reports: ClosureService,
    private readonly digests: DigestStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** What changed from the day of the last look on. */
  async of(actor: Actor): Promise<SinceShown> {
    const { lookedAt, from, today, at } = await this.span(actor);
    return { lookedAt, from, at, changes: await this.changes(actor, from, today) };
  }

  /** The days whose changes are told to the person now: from that of their last look on; of the first look, from the working day before. */
  async span(actor: Actor): Promise<Span> {
    const { calendar } = this.referenceData.current();
    const now = this.clock.now();
    const today = calendar.dayOf(now);
    const looked = await this.digests.lastLook(actor.userId!);
    const from = looked === null ? calendar.workingDaysBefore(today, 1) : calendar.dayOf(looked.getTime());
    return {
      lookedAt: looked?.toISOString() ?? null,
      from: latest(from, addDays(today, -MOST_DAYS)),
      ...{ today, at: new Date(now).toISOString() },
    };
  }

  /** Notes that the person has seen what was shown to them at `at`, and no later than now. */
  async looked(actor: Actor, at: string): Promise<void> {
    await this.digests.looked(actor.userId!, Math.min(Date.parse(at), this.clock.now()));
  }

  /** Figures of the closure report that differ between the evening before `from` and `today`. */
  async changes(actor: Actor, from: Day, today: Day): Promise<ChangeShown[]> {
    const [before, after] = await Promise.all(
      [addDays(from, -1), today].map((asOf) => this.reports.closure(actor, { by: 'unit', asOf })),
    );
    return changesBetween(before!, after!);
  }

  /** Whose cases are counted for the person. */
  scopeOf(actor: Actor): ReportScope {
    const { overseen, worked } = visibleUnits(actor, this.referenceData.current().units);
    return { offices: overseen, units: [...new Set([...overseen, ...worked])] };
  }
}

/** Figures of the two reports that differ. */
export function changesBetween(before: Report, after: Report): ChangeShown[] {
  return CHANGES.flatMap((measure) => {
    const { count, casesHref } = after.total.counts[measure];
    const was = before.total.counts[measure].count;
    return count === was ? [] : [{ measure, name: NAMES[measure], before: was, after: count, casesHref }];
  });
}
