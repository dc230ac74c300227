/** The years of the working-day calendar as they are stored: one decree a year, with where it came from. */
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { In, type EntityManager } from 'typeorm';
import type { CalendarYear } from '../../domain/calendar.js';
import { Refused } from '../../domain/errors.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { CalendarDay, CalendarYearEntity } from './calendar.entity.js';
import { ReferenceDataStore } from './reference-data.store.js';

/** Stands behind the origin of a year that was edited day by day. */
export const EDITED = '+edited';

/** Who changes a year at which moment (epoch milliseconds), and what is done in the same transaction. */
export interface ChangedBy {
  personId: string | null;
  at: number;
  also: (client: PoolClient) => Promise<void>;
}

@Injectable()
export class CalendarStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** Where the year came from; null where it has never been loaded. */
  origin(year: number): Promise<CalendarYearEntity | null> {
    return this.database.dataSource.manager.findOneBy(CalendarYearEntity, { year });
  }

  /** Replaces the year by what `edit` makes of it as it is stored; a year that was never loaded is empty and not announced. Its origin says from
   *  then on that it was edited. Nothing is written where `edit` throws. */
  async edit(year: number, edit: (present: CalendarYear) => CalendarYear, by: ChangedBy): Promise<void> {
    await this.referenceData.change(async (entities, client) => {
      const known = await entities.findOneBy(CalendarYearEntity, { year });
      const days = await entities.find(CalendarDay, { where: { year }, order: { day: 'ASC' } });
      const named = (isOff: boolean): { day: string; name: string }[] =>
        days.filter((row) => row.isOff === isOff).map(({ day, name }) => ({ day, name }));
      const present = { year, announced: known?.announced === true, offDays: named(true), workDays: named(false) };
      const origin = known?.origin ?? '';
      const edited = origin.endsWith(EDITED) ? origin : `${origin}${EDITED}`;
      await insertYears(entities, [edit(present)], edited, by.personId, by.at);
      await by.also(client);
    });
  }

  /** Puts the year in the place of what was known of it. 422 for one without days where the year has been announced before. */
  async replace(year: CalendarYear, origin: string, by: ChangedBy): Promise<void> {
    await this.referenceData.change(async (entities, client) => {
      const known = await entities.findOneBy(CalendarYearEntity, { year: year.year });
      if (known?.announced === true && !year.announced) {
        throw new Refused(
          422,
          'calendar.alreadyAnnounced',
          `${year.year} 年的放假安排已经公布，不能换成没有日期的文件`,
          `${year.year} has been announced; a file without days cannot replace it`,
        );
      }
      await insertYears(entities, [year], origin, by.personId, by.at);
      await by.also(client);
    });
  }
}

/** Writes the years, each in the place of an earlier entry. For use inside a transaction that bumps the reference version. */
export async function insertYears(
  entities: EntityManager,
  years: readonly CalendarYear[],
  origin: string,
  personId: string | null,
  at: number,
): Promise<void> {
  if (years.length === 0) return;
  const days = years.flatMap(({ year, offDays, workDays }) => [
    ...offDays.map(({ day, name }) => ({ year, day, name, isOff: true })),
    ...workDays.map(({ day, name }) => ({ year, day, name, isOff: false })),
  ]);
  await entities.delete(CalendarYearEntity, { year: In(years.map(({ year }) => year)) });
  await entities.insert(
    CalendarYearEntity,
    years.map(({ year, announced }) => ({ year, announced, origin, loadedAt: new Date(at), loadedBy: personId })),
  );
  if (days.length > 0) await entities.insert(CalendarDay, days);
}
