/** Tells whether anything was written: cheaply while no transaction was given a number, else by all rows of all tables. */
import type { Pool } from 'pg';

/** Looking at one's own session may prolong it. */
const MOVES_BY_ITSELF = new Set(['session']);

export class Contents {
  private tables: string[] = [];

  constructor(private readonly pool: Pool) {}

  /** Changes whenever somebody, perhaps, wrote something on the server; compare by `===`. */
  async mark(): Promise<string> {
    const { rows } = await this.pool.query<{ next: string }>(
      'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
    );
    return rows[0]!.next;
  }

  /** Number and content of the rows of each table. */
  async all(): Promise<Record<string, string>> {
    if (this.tables.length === 0) {
      const { rows } = await this.pool.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`,
      );
      this.tables = rows.map(({ name }) => name).filter((name) => !MOVES_BY_ITSELF.has(name));
    }
    const each = this.tables.map(
      (name) =>
        `SELECT '${name}' AS name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS held FROM "${name}" t`,
    );
    const { rows } = await this.pool.query<{ name: string; held: string }>(each.join(' UNION ALL '));
    return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
  }
}

/** Names of the tables that differ. */
export function differing(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name]);
}
