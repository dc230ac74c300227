/** Sums of report deltas: the rollup where it reaches, the deltas themselves for the rest, of one snapshot. */
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Day } from '../../domain/day.js';
import type { Sums } from '../../domain/report.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { isConnectionLoss } from '../database/database-fault.js';
import { SUM_COLUMNS } from './report-columns.js';
import type { ReportQuestion } from './report-question.js';
import { JUDGED, reportStatement, type Form } from './report-statement.js';

/** The sums of one row of the report; null stands for none. */
export interface ReportGroup {
  key: string | null;
  sums: Sums;
}

export interface ReportSums {
  groups: ReportGroup[];
  /** What several rows of units count that a total counts once. */
  doubled: Sums;
  /** Of each unit within a row, the sums by which it is judged. */
  units: { key: string | null; unitId: string; sums: Sums }[];
  /** Pairs of working days and how many closings took so many; a row may have several such lists. */
  closings: { key: string | null; closings: [days: number, n: number][] }[];
  /** Names of keys in their order, for splits by category and by meeting. */
  labels: [key: string, label: string][];
  /** Version of units, categories and calendar when the sums were read. */
  refs: number;
}

type Key = string | null;
interface SumsRow {
  through: Day;
  refs: number;
  groups: [Key, number[]][] | null;
  doubled: (number | null)[] | null;
  units: [Key, string, number[]][] | null;
  closings: [Key, [number, number][]][] | null;
  labels: [string, string][] | null;
}

@Injectable()
export class ReportStore {
  /** The last compacted day as it was last seen: decides which form is tried first, and nothing else. */
  private through: Day = '0001-01-01';

  /** `reportPool` may be a replica; `pool` is asked where that one is away. */
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'reportPool'>) {}

  /** All sums of the question, of one snapshot. `plain`: straight from the deltas, for the proof that the rollup equals them. */
  async sums(question: ReportQuestion, plain = false): Promise<ReportSums> {
    const form: Form = plain ? 'plain' : question.asOf >= this.through ? 'present' : 'past';
    const ask = (pool: Pool): Promise<ReportSums> => this.sumsOn(pool, question, form);
    const { pool, reportPool } = this.database;
    if (reportPool === pool) return ask(pool);
    // A replica may lag behind, and must not hide that units have changed.
    const [sums, refs] = await Promise.all([
      ask(reportPool).catch((error: unknown) => {
        if (!isConnectionLoss(error)) throw error;
        return ask(pool);
      }),
      pool.query<{ version: number }>('SELECT version FROM reference_version WHERE id = 1'),
    ]);
    return { ...sums, refs: refs.rows[0]!.version };
  }

  private async sumsOn(pool: Pool, question: ReportQuestion, form: Form): Promise<ReportSums> {
    const { rows } = await pool.query<SumsRow>(reportStatement(question, form));
    const row = rows[0]!;
    this.through = row.through;
    // The day asked for lies before what was compacted: these sums hold too much.
    if (form === 'present' && question.asOf < row.through) return this.sumsOn(pool, question, 'past');
    return sumsOf(row);
  }
}

function sumsOf({ groups, doubled, units, closings, labels, refs }: SumsRow): ReportSums {
  return {
    doubled: doubled === null ? {} : named(COLUMN_NAMES, doubled.map(Number)),
    groups: (groups ?? []).map(([key, sums]) => ({ key, sums: named(COLUMN_NAMES, sums) })),
    units: (units ?? []).map(([key, unitId, sums]) => ({ key, unitId, sums: named(JUDGED, sums) })),
    closings: (closings ?? []).map(([key, pairs]) => ({ key, closings: pairs })),
    labels: labels ?? [],
    refs,
  };
}

const COLUMN_NAMES = SUM_COLUMNS.map(({ name }) => name);

/** Sums by name, those of nothing left out. */
function named(names: readonly (keyof Sums)[], values: readonly number[]): Sums {
  return Object.fromEntries(names.map((name, at) => [name, values[at]!] as const).filter(([, n]) => n !== 0));
}
