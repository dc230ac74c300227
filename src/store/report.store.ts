/** Sums of report deltas: the rollup where it reaches, the deltas themselves for the rest. */
import type { Pool, PoolClient } from 'pg';
import type { Day } from '../domain/day.js';
import { monthOf, SHORT_CALL_SECONDS, type Sums } from '../domain/report.js';
import { SUM_COLUMNS, SUMS_OF_DELTAS } from './report-columns.js';
import {
  Binder,
  cohorts,
  deltaConditions,
  NIL,
  type ReportQuestion,
  type Split,
  type Window,
} from './report-question.js';
import { isConnectionLoss } from './database-fault.js';
import { inTransaction } from './transaction.js';

/** The sums of one row of the report, unit by unit; null stands for none. */
export interface ReportGroup {
  key: string | null;
  unitId: string | null;
  sums: Sums;
}

export interface ReportSums {
  groups: ReportGroup[];
  /** How many closings took how many working days. */
  closings: { key: string | null; days: number; n: number }[];
  /** Telephone visits under a minute, and the cases they belong to. */
  shortVisits: { key: string | null; visits: number; cases: number }[];
}

type Level = { level: 'through' | 'day' | 'month'; until: Day | null };

const KEY_OF_DELTA: Record<Split, string> = {
  unit: 'd.unit_id::text',
  category: 'd.category_id::text',
  source: 'd.source',
  meeting: 'd.meeting_id::text',
  month: `to_char(d.collected_on, 'YYYY-MM')`,
};
const KEY_OF_ROLLUP: Record<Split, string> = {
  unit: `nullif(r.unit_id, '${NIL}')::text`,
  category: `nullif(r.key, '')`,
  source: `nullif(r.key, '')`,
  meeting: `nullif(r.key, '')`,
  month: `to_char(r.cohort, 'YYYY-MM')`,
};

/** One snapshot for all sums. Starting parallel workers costs more than reading the rollup does, so they are left for
 *  sums over very many deltas. */
const SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL parallel_setup_cost = 50000';

export class ReportStore {
  /** `pool` may be a replica; `primary` is asked where that one is away. */
  constructor(
    private readonly pool: Pool,
    private readonly primary: Pool = pool,
  ) {}

  /** All sums of the question, of one snapshot. `plain`: straight from the deltas, for the proof that the rollup equals them. */
  async sums(question: ReportQuestion, endOfDay: Date, plain = false): Promise<ReportSums> {
    try {
      return await sumsOn(this.pool, question, endOfDay, plain);
    } catch (error) {
      if (this.pool === this.primary || !isConnectionLoss(error)) throw error;
      return sumsOn(this.primary, question, endOfDay, plain);
    }
  }

  /** Titles of these meetings. */
  async meetingTitles(ids: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await this.primary.query<{ id: string; label: string }>(
      `SELECT id, held_on || ' ' || title AS label FROM meeting WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, label }) => [id, label]));
  }

  /** Names of all categories in their order, Chinese unless told. */
  async categoryNames(language: 'zh-CN' | 'en' = 'zh-CN'): Promise<Map<string, string>> {
    const { rows } = await this.primary.query<{ id: string; label: string }>(
      `SELECT id, ${language === 'en' ? 'name_en' : 'name_zh'} AS label FROM category ORDER BY sort, code`,
    );
    return new Map(rows.map(({ id, label }) => [id, label]));
  }
}

function sumsOn(pool: Pool, question: ReportQuestion, endOfDay: Date, plain: boolean): Promise<ReportSums> {
  return inTransaction(
    pool,
    async (on) => {
      const { rows } = await on.query<{ through: Day }>('SELECT through FROM report_rollup_state WHERE id = 1');
      const through = plain ? null : rows[0]!.through;
      return {
        groups: await groups(on, question, through),
        closings: await closings(on, question, through),
        shortVisits: await shortVisits(on, question, endOfDay),
      };
    },
    SNAPSHOT,
  );
}

async function groups(on: PoolClient, question: ReportQuestion, through: Day | null): Promise<ReportGroup[]> {
  const bind = new Binder();
  const columns = SUM_COLUMNS.map(({ column }) => column);
  const parts = [
    ...rollupParts(question, through, bind).map(
      (where) =>
        `SELECT ${KEY_OF_ROLLUP[question.by]} AS key, nullif(r.unit_id, '${NIL}') AS unit_id, ${columns
          .map((column) => `sum(r.${column}) AS ${column}`)
          .join(', ')} FROM report_rollup r WHERE ${where} GROUP BY 1, 2`,
    ),
    ...deltaParts(question, through, bind).map(
      (where) =>
        `SELECT ${KEY_OF_DELTA[question.by]} AS key, d.unit_id, ${SUMS_OF_DELTAS} FROM report_delta d WHERE ${where} GROUP BY 1, 2`,
    ),
  ];
  const { rows } = await on.query<Record<string, unknown> & { key: string | null; unit_id: string | null }>(
    `SELECT key, unit_id, ${columns.map((column) => `sum(${column})::bigint AS ${column}`).join(', ')}
     FROM (${parts.join('\nUNION ALL ')}) p GROUP BY 1, 2`,
    bind.values,
  );
  return rows.map((row) => ({
    key: row.key,
    unitId: row.unit_id,
    sums: Object.fromEntries(
      SUM_COLUMNS.map(({ name, column }) => [name, row[column] as number] as const).filter(([, n]) => n !== 0),
    ),
  }));
}

async function closings(
  on: PoolClient,
  question: ReportQuestion,
  through: Day | null,
): Promise<ReportSums['closings']> {
  const bind = new Binder();
  const parts = [
    ...rollupParts(question, through, bind).map(
      (where) =>
        `SELECT ${KEY_OF_ROLLUP[question.by]} AS key, r.bucket, sum(r.n) AS n FROM report_rollup_days r WHERE ${where} GROUP BY 1, 2`,
    ),
    ...deltaParts(question, through, bind).map(
      (where) =>
        `SELECT ${KEY_OF_DELTA[question.by]} AS key, d.bucket, sum(d.delta) AS n FROM report_delta d WHERE d.measure = 'closingDays' AND ${where} GROUP BY 1, 2`,
    ),
  ];
  const { rows } = await on.query<{ key: string | null; days: number; n: number }>(
    `SELECT key, bucket AS days, sum(n)::bigint AS n FROM (${parts.join('\nUNION ALL ')}) p GROUP BY 1, 2 HAVING sum(n) <> 0`,
    bind.values,
  );
  return rows;
}

/** Few visits are that short, so each is asked for the case's properties on the day of the report. */
async function shortVisits(
  on: PoolClient,
  question: ReportQuestion,
  endOfDay: Date,
): Promise<ReportSums['shortVisits']> {
  const bind = new Binder();
  const conditions = [
    `d.measure = 'collected'`,
    'd.case_id = v.case_id',
    `d.day <= ${bind.place(question.asOf, 'date')}`,
    ...deltaConditions(question, bind),
    ...window({ from: question.from ?? '0001-01-01', to: question.to ?? '9999-12-31' }, 'd.collected_on', bind),
  ];
  const { rows } = await on.query<{ key: string | null; visits: number; cases: number }>(
    `SELECT c.key, sum(v.visits)::int AS visits, count(*)::int AS cases
     FROM (SELECT case_id, count(*) AS visits FROM visit WHERE method = 'phone' AND duration_seconds < ${SHORT_CALL_SECONDS}
             AND at < ${bind.place(endOfDay, 'timestamptz')} GROUP BY case_id) v
     CROSS JOIN LATERAL (SELECT ${KEY_OF_DELTA[question.by]} AS key FROM report_delta d WHERE ${conditions.join(' AND ')}
       GROUP BY 1 HAVING sum(d.delta) > 0) c GROUP BY 1`,
    bind.values,
  );
  return rows;
}

/** Conditions on rollup rows `r`, one for each stretch of time; none where the rollup is left out. */
function rollupParts(question: ReportQuestion, through: Day | null, bind: Binder): string[] {
  const { whole } = cohorts(question.from, question.to);
  if (through === null || whole === null) return [];
  const levels: Level[] =
    question.asOf >= through
      ? [
          { level: 'through', until: null },
          { level: 'day', until: question.asOf },
        ]
      : [{ level: 'month', until: monthOf(question.asOf).first }];
  const family = question.by === 'month' ? 'unit' : question.by;
  return levels.map(({ level, until }) =>
    [
      `r.family = '${family}' AND r.level = '${level}'`,
      ...(until === null ? [] : [`r.period ${level === 'month' ? '<' : '<='} ${bind.place(until, 'date')}`]),
      ...window(whole, 'r.cohort', bind),
      ...deltaConditions(question, bind, 'r'),
    ].join(' AND '),
  );
}

/** Conditions on deltas `d` for what the rollup does not hold; together with it every delta is counted once. */
function deltaParts(question: ReportQuestion, through: Day | null, bind: Binder): string[] {
  const { asOf, from, to } = question;
  const all: Window = { from: from ?? '0001-01-01', to: to ?? '9999-12-31' };
  const part = (extra: string[], collected: Window): string =>
    [
      `d.day <= ${bind.place(asOf, 'date')}`,
      ...extra,
      ...window(collected, 'd.collected_on', bind),
      ...deltaConditions(question, bind),
    ].join(' AND ');
  if (through === null) return [part([], all)];
  const { whole, ends } = cohorts(from, to);
  const parts = [part(['NOT d.folded'], all), ...ends.map((end) => part(['d.folded'], end))];
  // Months stand whole in the rollup: of the one that `asOf` cuts, the days up to it are summed.
  if (asOf < through && whole !== null) {
    parts.push(part(['d.folded', `d.day >= ${bind.place(monthOf(asOf).first, 'date')}`], whole));
  }
  return parts;
}

function window({ from, to }: Window, column: string, bind: Binder): string[] {
  return [
    ...(from === '0001-01-01' ? [] : [`${column} >= ${bind.place(from, 'date')}`]),
    ...(to === '9999-12-31' ? [] : [`${column} <= ${bind.place(to, 'date')}`]),
  ];
}
