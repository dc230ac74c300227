/** Keeps the units, categories and calendar that decisions look at in memory, and knows when another server has changed them. */
import type pg from 'pg';
import { Calendar, type CalendarYear } from '../../domain/calendar.js';
import type { Category } from '../../domain/policy.js';
import { UnitTree, type Unit, type UnitPast } from '../../domain/units.js';
import type { Refs } from '../../engine/env.js';
import type { Database } from '../database/database.js';
import { inTransaction, ONE_SNAPSHOT } from '../database/transaction.js';

interface Known {
  version: number;
  refs: Refs;
}

/** Immutable reference data with its version. Each transaction that changes it bumps the version in the database, and each load of
 *  a case reads that version, so no server decides by stale units or days. */
export class ReferenceStore {
  private known: Known;
  private loading: Promise<Known> | undefined;

  private constructor(
    private readonly pool: pg.Pool,
    private readonly zone: string,
    known: Known,
  ) {
    this.known = known;
  }

  /** The store, loaded. `zone` is the office's IANA zone. */
  static async open({ pool }: Pick<Database, 'pool'>, zone: string): Promise<ReferenceStore> {
    return new ReferenceStore(pool, zone, await load(pool, zone));
  }

  /** What is in memory; no I/O. */
  current(): Refs {
    return this.known.refs;
  }

  /** Version of what is in memory. */
  version(): number {
    return this.known.version;
  }

  /** Reference data not older than `version` (without it: than the database at this moment); reads only when something changed. */
  async refresh(version?: number): Promise<Refs> {
    const wanted = version ?? (await readVersion(this.pool));
    while (this.known.version < wanted) {
      // A load under way may have begun before the change, so its result is looked at, not trusted.
      this.loading ??= load(this.pool, this.zone).finally(() => {
        this.loading = undefined;
      });
      const loaded = await this.loading;
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

  /** What `work` answers, committed under a new version and already in memory here. */
  async change<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    let version = 0;
    const result = await inTransaction(this.pool, async (client) => {
      version = await this.bump(client);
      return work(client);
    });
    await this.refresh(version);
    return result;
  }
}

async function readVersion(client: pg.Pool | pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>('SELECT version FROM reference_version WHERE id = 1');
  return rows[0]!.version;
}

/** One snapshot, so that version and rows belong together. */
async function load(pool: pg.Pool, zone: string): Promise<Known> {
  return inTransaction(
    pool,
    async (client) => {
      const version = await readVersion(client);
      const units = await client.query<Unit>(
        `SELECT id, name, parent_id AS "parentId", leader_id AS "leaderId", liaison_id AS "liaisonId" FROM unit ORDER BY sort, name, id`,
      );
      const past = await client.query<UnitPast>(
        `SELECT unit_id AS "unitId", (extract(epoch FROM until) * 1000)::float8 AS until, parent_id AS "parentId", name FROM unit_past ORDER BY until, seq`,
      );
      const categories = await client.query<Category>('SELECT id, code, parent_id AS "parentId" FROM category');
      const refs: Refs = {
        calendar: new Calendar(await calendarYears(client), zone),
        units: new UnitTree(units.rows, past.rows),
        categories: new Map(categories.rows.map((category) => [category.id, category])),
      };
      return { version, refs };
    },
    ONE_SNAPSHOT,
  );
}

async function calendarYears(client: pg.ClientBase): Promise<CalendarYear[]> {
  const years = await client.query<{ year: number; announced: boolean }>(
    'SELECT year, announced FROM calendar_year ORDER BY year',
  );
  const days = await client.query<{ year: number; day: string; name: string; isOff: boolean }>(
    'SELECT year, day, name, is_off AS "isOff" FROM calendar_day ORDER BY day',
  );
  const byYear = new Map(years.rows.map(({ year }) => [year, [] as typeof days.rows]));
  for (const row of days.rows) byYear.get(row.year)?.push(row);
  return years.rows.map(({ year, announced }) => {
    const own = byYear.get(year) ?? [];
    const named = (isOff: boolean): { day: string; name: string }[] =>
      own.filter((row) => row.isOff === isOff).map(({ day, name }) => ({ day, name }));
    return { year, announced, offDays: named(true), workDays: named(false) };
  });
}
