/** The years of the working-day calendar as they are stored: one decree a year, with where it came from. */
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { CalendarYear } from '../../domain/calendar.js';
import { Refused } from '../../domain/errors.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { ReferenceStore } from './reference.store.js';

export interface YearOrigin {
  /** The package or file the year was read from. */
  origin: string;
  loadedAt: Date;
  /** Who loaded it; null for the years that came with the software. */
  loadedBy: string | null;
}

@Injectable()
export class CalendarStore {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly references: ReferenceStore,
  ) {}

  /** Where the year came from; null where it has never been loaded. */
  async origin(year: number): Promise<YearOrigin | null> {
    const { rows } = await this.database.pool.query<YearOrigin>(
      `SELECT origin, loaded_at AS "loadedAt", loaded_by AS "loadedBy" FROM calendar_year WHERE year = $1`,
      [year],
    );
    return rows[0] ?? null;
  }

  /** Puts the year in the place of what was known of it. 422 for one without days where the year has been announced before. */
  async replace(year: CalendarYear, origin: string, personId: string | null, at: number): Promise<void> {
    await this.references.change(async (client) => {
      const { rows } = await client.query<{ announced: boolean }>(
        'SELECT announced FROM calendar_year WHERE year = $1',
        [year.year],
      );
      if (rows[0]?.announced === true && !year.announced) {
        throw new Refused(
          422,
          'calendar.alreadyAnnounced',
          `${year.year} 年的放假安排已经公布，不能换成没有日期的文件`,
          `${year.year} has been announced; a file without days cannot replace it`,
        );
      }
      await insertYears(client, [year], origin, personId, at);
    });
  }
}

/** Writes the years, each in the place of an earlier entry. For use inside a transaction that bumps the reference version. */
export async function insertYears(
  client: pg.ClientBase,
  years: readonly CalendarYear[],
  origin: string,
  personId: string | null,
  at: number,
): Promise<void> {
  const days = years.flatMap((year) => [
    ...year.offDays.map(({ day, name }) => ({ year: year.year, day, name, off: true })),
    ...year.workDays.map(({ day, name }) => ({ year: year.year, day, name, off: false })),
  ]);
  await client.query('DELETE FROM calendar_year WHERE year = ANY($1)', [years.map(({ year }) => year)]);
  await client.query(
    `INSERT INTO calendar_year (year, announced, origin, loaded_at, loaded_by)
     SELECT year, announced, $3, $4, $5 FROM unnest($1::int[], $2::boolean[]) AS given (year, announced)`,
    [years.map(({ year }) => year), years.map(({ announced }) => announced), origin, new Date(at), personId],
  );
  await client.query(
    `INSERT INTO calendar_day (year, day, name, is_off) SELECT * FROM unnest($1::int[], $2::date[], $3::text[], $4::boolean[])`,
    [
      days.map(({ year }) => year),
      days.map(({ day }) => day),
      days.map(({ name }) => name),
      days.map(({ off }) => off),
    ],
  );
}
