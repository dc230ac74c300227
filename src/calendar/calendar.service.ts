/** Shows a year of working days, and takes a newly announced one in. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { CalendarYear } from '../domain/calendar.js';
import type { Actor } from '../domain/command.js';
import { type EditedDay, editedYear, requireWorked, requirePassedDays } from '../domain/edited-year.js';
import { parseHolidayCn } from '../domain/holiday-cn.js';
import { CommandExecutor } from '../executor/command-executor.js';
import { recomputeDues } from '../executor/recompute-dues.js';
import { rulesChanged } from '../notify/rules-changed.js';
import { CaseStore } from '../store/cases/case.store.js';
import { CalendarStore, type ChangedBy, EDITED } from '../store/reference-data/reference-calendar.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { CalendarYearView, LoadedYear } from './calendar.dto.js';

@Injectable()
export class CalendarService {
  constructor(
    private readonly referenceData: ReferenceDataStore,
    private readonly store: CalendarStore,
    private readonly clock: Clock,
    private readonly executor: CommandExecutor,
    private readonly cases: CaseStore,
  ) {}

  /** The year as it counts now; a year nobody loaded is Monday to Friday and provisional. */
  async year(year: number): Promise<CalendarYearView> {
    const { calendar } = await this.referenceData.refresh();
    const origin = await this.store.origin(year);
    const { announced, workingDays, offDays, workDays } = calendar.summary(year);
    return {
      year,
      announced,
      provisional: !announced,
      workingDays,
      offDays: [...offDays],
      workDays: [...workDays],
      origin: origin?.origin ?? null,
      loadedAt: origin?.loadedAt.toISOString() ?? null,
      loadedBy: origin?.loadedBy ?? null,
    };
  }

  /** Takes in a holiday-cn file of the year, then has due days computed again. The year counts at once; should computing be
   *  interrupted, loading the file again finishes it. 400 (calendar.fileInvalid) for another file; 422 where it changes days that have passed of a
   *  year that was announced. One of which only single days were edited has never been announced by anybody else, and takes its decree whole. */
  async load(actor: Actor, year: number, file: unknown): Promise<LoadedYear> {
    const at = this.clock.now();
    const parsed = parseHolidayCn(file, year);
    const { calendar } = await this.referenceData.refresh();
    const isDecreed = calendar.isAnnounced(year) && (await this.store.origin(year))?.origin !== EDITED;
    if (isDecreed && parsed.announced) requirePassedDays(calendar, parsed, calendar.dayOf(at));
    requireWorked(calendar, parsed);
    await this.store.replace(parsed, 'holiday-cn', this.changedBy(actor, year, at));
    const { moved, confirmed } = await recomputeDues(this.executor, this.cases, year, at);
    return { ...(await this.year(year)), recomputed: moved + confirmed };
  }

  /** Changes days of the year and has due days computed again; a year that was not announced counts as announced from then on. 422 for days
   *  that have passed, that are of another year or that the decree of the next year names. */
  async edit(actor: Actor, year: number, days: readonly EditedDay[]): Promise<LoadedYear> {
    const at = this.clock.now();
    const { calendar } = await this.referenceData.refresh();
    const next = calendar.years.find((one) => one.year === year + 1);
    const edit = (present: CalendarYear): CalendarYear => {
      const edited = editedYear(present, days, calendar.dayOf(at), next);
      requireWorked(calendar, edited);
      return edited;
    };
    await this.store.edit(year, edit, this.changedBy(actor, year, at));
    const { moved, confirmed } = await recomputeDues(this.executor, this.cases, year, at);
    return { ...(await this.year(year)), recomputed: moved + confirmed };
  }

  /** Leaders learn of it in the transaction that changes the year. */
  private changedBy(actor: Actor, year: number, at: number): ChangedBy {
    const refs = this.referenceData.current();
    return { personId: actor.userId, at, also: rulesChanged({ cause: 'calendar', year }, actor, refs, at) };
  }
}
