/** Keeps the units, categories and calendar that decisions look at in memory, and knows when another server has changed them. */
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { Calendar, type CalendarYear } from '../../domain/calendar.js';
import { UnitTree } from '../../domain/units.js';
import type { Category } from '../../domain/policy.js';
import type { ReferenceData } from '../../engine/env.js';
import type { Database } from '../database/database.js';
import { entitiesOn } from '../database/one-pool.js';
import { inTransaction, ONE_SNAPSHOT } from '../database/transaction.js';
import { CalendarDay, CalendarYearEntity } from './calendar.entity.js';
import { CategoryDaysEntity } from './category-days.entity.js';
import { CategoryEntity } from './category.entity.js';
import { UnitPastEntity } from './unit-past.entity.js';
import { UnitEntity } from './unit.entity.js';

type Open = Pick<Database, 'pool' | 'dataSource'>;

/** Units and categories as they are stored, siblings in their order. */
export interface Stored {
  units: readonly UnitEntity[];
  categories: readonly CategoryEntity[];
}

interface Known extends Stored {
  version: number;
  refs: ReferenceData;
}

/** Immutable reference data with its version. Each transaction that changes it bumps the version in the database, and each load of
 *  a case reads that version, so no server decides by stale units or days. */
export class ReferenceDataStore {
  private known: Known;
  private loading: Promise<Known> | undefined;
  private readonly followers: (() => Promise<void>)[] = [];

  private constructor(
    private readonly database: Open,
    private readonly zone: string,
    known: Known,
  ) {
    this.known = known;
  }

  /** The store, loaded. `zone` is the office's IANA zone. */
  static async open(database: Open, zone: string): Promise<ReferenceDataStore> {
    return new ReferenceDataStore(database, zone, await load(database, zone));
  }

  /** `follow` reads what else changes under the same version; it is done before anything is decided by that version here. */
  alongWith(follow: () => Promise<void>): void {
    this.followers.push(follow);
  }

  /** What is in memory; no I/O. */
  current(): ReferenceData {
    return this.known.refs;
  }

  /** As stored at this moment; reads one number where nothing has changed. */
  async stored(): Promise<Stored> {
    await this.refresh();
    return this.known;
  }

  /** Version of what is in memory. */
  version(): number {
    return this.known.version;
  }

  /** Reference data not older than `version` (without it: than the database at this moment); reads only when something changed. */
  async refresh(version?: number): Promise<ReferenceData> {
    const wanted = version ?? (await readVersion(this.database.pool));
    while (this.known.version < wanted) {
      // A load under way may have begun before the change, so its result is looked at, not trusted.
      this.loading ??= load(this.database, this.zone).finally(() => {
        this.loading = undefined;
      });
      const loaded = await this.loading;
      for (const follow of this.followers) await follow();
      if (loaded.version > this.known.version) this.known = loaded;
    }
    return this.known.refs;
  }

  /** The next version, to be called in each transaction that changes units, categories or calendar. Its row lock makes such
   *  transactions wait for each other, so call it first where a rule looks at the present rows. */
  async bump(client: pg.ClientBase): Promise<number> {
    const { rows } = await client.query<{ version: number }>(
      'UPDATE reference_version SET version = version + 1 WHERE id = 1 RETURNING version',
    );
    return rows[0]!.version;
  }

  /** What `work` answers, committed under a new version and already in memory here. `entities` and `client` are of one transaction. */
  async change<T>(work: (entities: EntityManager, client: pg.PoolClient) => Promise<T>): Promise<T> {
    let version = 0;
    const { pool, dataSource } = this.database;
    const result = await inTransaction(pool, async (client) => {
      version = await this.bump(client);
      return work(entitiesOn(dataSource, client), client);
    });
    await this.refresh(version);
    return result;
  }
}

async function readVersion(client: pg.Pool | pg.ClientBase): Promise<number> {
  const text = 'SELECT version FROM reference_version WHERE id = 1';
  const { rows } = await client.query<{ version: number }>({ name: 'reference-version', text });
  return rows[0]!.version;
}

/** One snapshot, so that version and rows belong together. */
async function load({ pool, dataSource }: Open, zone: string): Promise<Known> {
  return inTransaction(
    pool,
    async (client) => {
      const entities = entitiesOn(dataSource, client);
      const version = await readVersion(client);
      const units = await entities.find(UnitEntity, { order: { sort: 'ASC', name: 'ASC', id: 'ASC' } });
      const past = await entities.find(UnitPastEntity, { order: { until: 'ASC', seq: 'ASC' } });
      const categories = await entities.find(CategoryEntity, { order: { sort: 'ASC', code: 'ASC' } });
      const categoryDays = await entities.find(CategoryDaysEntity, { order: { since: 'ASC' } });
      const refs: ReferenceData = {
        calendar: new Calendar(await calendarYears(entities), zone),
        units: new UnitTree(
          units.map(({ sort: _, ...unit }) => unit),
          past.map(({ seq: _, until, ...was }) => ({ ...was, until: until.getTime() })),
        ),
        categories: new Map(
          categories.map(({ id, code, parentId }) => [id, { id, code, parentId, ...daysOf(id, categoryDays) }]),
        ),
      };
      return { version, refs, units, categories };
    },
    ONE_SNAPSHOT,
  );
}

/** What the office set for a category; nothing where it never did. */
function daysOf(id: string, all: readonly CategoryDaysEntity[]): Pick<Category, 'days'> {
  const own = all.filter(({ categoryId }) => categoryId === id);
  return own.length === 0
    ? {}
    : { days: own.map(({ track, since, days }) => ({ track, since: since.getTime(), days })) };
}

async function calendarYears(entities: EntityManager): Promise<CalendarYear[]> {
  const years = await entities.find(CalendarYearEntity, { order: { year: 'ASC' } });
  const days = await entities.find(CalendarDay, { order: { day: 'ASC' } });
  const byYear = new Map(years.map(({ year }) => [year, [] as CalendarDay[]]));
  for (const row of days) byYear.get(row.year)?.push(row);
  return years.map(({ year, announced }) => {
    const own = byYear.get(year) ?? [];
    const named = (isOff: boolean): { day: string; name: string }[] =>
      own.filter((row) => row.isOff === isOff).map(({ day, name }) => ({ day, name }));
    return { year, announced, offDays: named(true), workDays: named(false) };
  });
}
